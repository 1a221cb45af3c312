"""Running the app so that a fault of its own leaves the terminal whole and nothing personal behind."""

import contextlib
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.terminal import restore
from tui.terminal.signals import Ending

if TYPE_CHECKING:
    from textual.app import App

FAILURE = 70
"""The exit code after a fault of the program itself (EX_SOFTWARE)."""
LOG_LIMIT = 262_144
"""Bytes after which the log starts anew."""
CHAIN = 10


def run_guarded(make_app: Callable[[], "App[Any]"], ending: Ending, log: Path, stamp: str = "") -> int:
    """Make the app, run it to its end and return the process's exit code.

    The code is the app's own, 128 + n after signal n, and 70 after a fault: an exception nobody caught,
    or an app that ended without saying how. A fault is written to `log` (mode 0600) below `stamp`, as
    types of exceptions and places in the code only: messages and values hold the user's data. Standard
    error gets one sentence. `ending` must have been installed; it goes on listening until the process ends.
    """
    note = Log(log, stamp)
    fault: BaseException | None = None
    code: int | None = None
    with _off_screen(note):
        try:
            app = make_app()
            _hush(app)
            ending.app = app
            app.run()
            fault, code = app._exception, app.return_code
        except BaseException as error:
            # Where no app runs a signal raises that, and is no fault.
            fault = None if isinstance(error, SystemExit) and ending.code is not None else error
        restore.restore_now()
    written = note.write(fault) if fault is not None else False
    if ending.code is not None:
        return ending.code
    if fault is None and code is not None:
        return code
    _tell(_saved(ending), log if written else None)
    return FAILURE


def _hush(app: "App[Any]") -> None:
    """Keep Textual from printing tracebacks with the values of variables; `_exception` has the fault."""

    def leave(*_: object) -> None:
        app._close_messages_no_wait()

    app.panic = leave  # type: ignore[method-assign]
    app._fatal_error = leave  # type: ignore[method-assign]
    app._print_error_renderables = app._exit_renderables.clear  # type: ignore[method-assign]


def _saved(ending: Ending) -> bool:
    try:
        ending.save()
    except Exception:
        return False
    return True


def _tell(saved: bool, log: Path | None) -> None:
    state = "what you had typed is saved" if saved else "what you typed last may not be saved"
    where = f"where it happened, without any of your data, is in {log}" if log else "no log could be written"
    with contextlib.suppress(OSError):
        sys.stderr.write(f"ringback stopped because of a fault of its own; {state}; {where}.\n")


class Log:
    """A file that tells where faults happened."""

    def __init__(self, path: Path, stamp: str = "") -> None:
        self._path = path
        self._stamp = stamp

    def write(self, error: BaseException) -> bool:
        """Append the places `error` came through; False when that cannot be done."""
        lines = [f"{self._stamp} Python {sys.version.split()[0]}".strip(), *trace_lines(error), ""]
        try:
            self._append("\n".join(lines) + "\n")
        except OSError:
            return False
        return True

    def _append(self, text: str) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(fd, "a", encoding="utf-8", errors="replace") as file:
            os.fchmod(fd, 0o600)
            if os.fstat(fd).st_size > LOG_LIMIT:
                file.truncate(0)
            file.write(text)


def trace_lines(error: BaseException, depth: int = 0) -> list[str]:
    """The types and places of an exception and of those behind it: no message, no value, no home path."""
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame, line in traceback.walk_tb(error.__traceback__):
        place = frame.f_code
        lines.append(f"  {'/'.join(Path(place.co_filename).parts[-2:])}:{line} in {place.co_qualname}")
    behind: list[object] = [error.__cause__ or error.__context__, getattr(error, "error", None)]
    if isinstance(error, BaseExceptionGroup):
        behind.extend(error.exceptions)
    for other in behind:
        if isinstance(other, BaseException) and depth < CHAIN:
            lines += ["because of", *trace_lines(other, depth + 1)]
    return lines


@contextlib.contextmanager
def _off_screen(note: Log) -> Iterator[None]:
    """Send what Python itself would print about faults (threads, finalisers, forgotten tasks) to the log."""

    class ToLog(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info and record.exc_info[1]:
                note.write(record.exc_info[1])

    def thread_fault(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            note.write(args.exc_value)

    def lost_fault(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            note.write(args.exc_value)

    logger = logging.getLogger("asyncio")
    before = threading.excepthook, sys.unraisablehook, logger.propagate
    handler = ToLog()
    threading.excepthook, sys.unraisablehook, logger.propagate = thread_fault, lost_fault, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook, logger.propagate = before
        logger.removeHandler(handler)
