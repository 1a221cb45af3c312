"""Starting the user's own programs: beside the board without a terminal, or in its place with it."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import IO, NamedTuple

from store.files.errors import reason

LONGEST_WORDS = 160


class Ended(NamedTuple):
    """How a program ended."""

    code: int | None
    """Its exit status, negative for a signal; None where it was still running after the time given to it."""
    words: str = ""
    """The last line it wrote, for a sentence."""


class NotStarted(Exception):
    """The program could not be started; one sentence says why."""


def beside(
    args: Sequence[str], env: Mapping[str, str], data: bytes = b"", *, seconds: float, stop: bool = True
) -> Ended:
    """Run a program that needs no terminal, with `data` on its standard input.

    It has no terminal at all: one that asked for a password there would write over the board. After `seconds`
    it is stopped, or left running where `stop` is False. Raises NotStarted.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as written:
        given.write(data)
        given.seek(0)
        started = _start(args, env, given, written)
        try:
            code = started.wait(seconds)
        except subprocess.TimeoutExpired:
            if stop:
                _stop(started)
            else:
                # Somebody has to wait for it, or it stays a zombie when it ends.
                threading.Thread(target=started.wait, daemon=True).start()
            return Ended(None, _last_line(written))
        return Ended(code, _last_line(written))


def instead(args: Sequence[str], env: Mapping[str, str], inherited: Sequence[int] = ()) -> int:
    """Run a program that takes over the terminal, and return its exit status. Raises NotStarted.

    `inherited`: descriptors that it gets from the board, as a sign that it still runs.

    The board must have left the screen. It draws on standard error, so standard output may be a file: the
    program then gets the terminal in its place.
    """
    with _deaf_to_keys():
        try:
            stdout = None if os.isatty(1) else 2
            return subprocess.run(
                list(args), env=dict(env), stdout=stdout, pass_fds=inherited, check=False
            ).returncode
        except (OSError, ValueError) as error:
            raise _not_started(args, error) from None


def _start(
    args: Sequence[str], env: Mapping[str, str], given: IO[bytes], written: IO[bytes]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            list(args), env=dict(env), stdin=given, stdout=written, stderr=written, start_new_session=True
        )
    except (OSError, ValueError) as error:
        raise _not_started(args, error) from None


def _not_started(args: Sequence[str], error: Exception) -> NotStarted:
    missing = isinstance(error, FileNotFoundError)
    why = "it was not found" if missing else reason(error) if isinstance(error, OSError) else str(error)
    return NotStarted(f"{args[0]} could not be started: {why}.")


def _stop(started: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()


def _last_line(written: IO[bytes]) -> str:
    size = written.seek(0, os.SEEK_END)
    written.seek(max(0, size - 4_096))
    lines = written.read().decode("utf-8", "replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return last[:LONGEST_WORDS]


@contextmanager
def _deaf_to_keys() -> Iterator[None]:
    """ctrl+c and ctrl+\\ are meant for the program in front, but the terminal sends them to both."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # A function and not SIG_IGN, which the program would inherit.
    before = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
