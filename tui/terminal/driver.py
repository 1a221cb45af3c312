"""The board's terminal driver: asleep unless something comes in, and hard to kill from outside."""

import os
import signal
import termios
import unicodedata
from asyncio import get_running_loop
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any, cast

from textual import constants
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal import restore, signals
from tui.terminal.cells import ShownCells
from tui.terminal.input import InputReader
from tui.terminal.opening import ALTERNATE_SCREEN, OUTPUT, TakenOver, terminal_size
from tui.terminal.output import OutputWriter
from tui.terminal.pen import RESET
from tui.terminal.waker import Waker

STALL_LIMIT = 1.0
"""Seconds a terminal that takes nothing may hold up leaving it."""
TITLE_LENGTH = 120
KEEP_TITLE = "\x1b[22;2t"
OLD_TITLE = "\x1b]2;\x1b\\\x1b[23;2t"  # none where the terminal cannot give back the one it was to keep
SAY_PLACES = "\x1b[=4;2u"  # Kitty's protocol: which key it is, whatever the layout writes with it
UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")


class QuietDriver(LinuxDriver):
    """Textual's driver for Unix terminals with threads of its own for reading and writing.

    Textual's reading thread wakes ten times a second, makes leaving wait for it, ends the app at one
    byte that is not UTF-8, waits for ever in a paste that is not ended and spins when the terminal has
    gone. Its writing thread makes the app wait for a terminal that takes nothing. Its answer to SIGCONT
    starts a second reader unless SIGTSTP came before. None of this is so here.

    After a stop and a continuation the app gets `Driver.SignalResume`, hence `app_resume_signal`.
    """

    def __init__(self, app: App[Any], *, taken: TakenOver | None = None, **options: Any) -> None:
        """`taken`: the terminal, where it shows the board already."""
        super().__init__(app, **options)
        self.shown = ShownCells()
        self._taken = taken
        self._entered = False
        """Whether the alternate screen, which the framework switches to, is there already."""
        self._shown_size: tuple[int, int] | None = None
        """The size for which the terminal shows the first picture, while it has had no other."""
        self._writer: OutputWriter | None = None
        self._reader: Thread | None = None
        self._input: InputReader | None = None
        self._waker: Waker | None = None
        self._signals: Waker | None = None
        self._drawing = False
        self._stopped = False
        self._title: str | None = None
        self._encoding = self._file.encoding if self._file else "utf-8"

    def _get_terminal_size(self) -> tuple[int, int]:
        return terminal_size()

    # Writing

    def write(self, data: str) -> None:
        """Hand `data` to the terminal; dropped while the board is not on the screen."""
        if data == ALTERNATE_SCREEN and self._entered:
            self._entered = False
            return
        if not self._drawing:
            return
        if self._writer is None:
            self._writer = OutputWriter(OUTPUT, self._encoding, self._recovered)
        self._writer.write(data)

    def set_title(self, title: str) -> None:
        """Set the terminal's title, without control and invisible characters; reset on leaving."""
        if os.environ.get("TERM") == "linux":  # the console has none and might print it
            return
        if self._title is None:
            self.write(KEEP_TITLE)
        clean = "".join(c for c in title if unicodedata.category(c) not in UNSEEN)
        self._title = clean[:TITLE_LENGTH]
        self.write(f"\x1b]2;{self._title}\x1b\\")

    def bell(self) -> None:
        """Ring the terminal's bell."""
        self.write("\a")

    def _recovered(self) -> None:
        self._loop.call_soon_threadsafe(self._draw_anew)

    def _draw_anew(self) -> None:
        self.shown.forget()
        self._app.refresh(layout=True)

    @property
    def _untitle(self) -> str:
        return "" if self._title is None else OLD_TITLE

    # Entering and leaving

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._drawing = True
        self.shown.forget()
        self._shown_size, self._entered = None, False
        taken, self._taken = self._taken, None
        if taken is not None and taken.given_back:
            taken = None
        if taken is not None:
            taken.writer.recovered = self._recovered
            self._writer, self._entered = taken.writer, True
        self._be_woken_by_signals()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None:  # not in the foreground: the next SIGCONT tries again
            return
        self._writer_thread.stop()
        self._writer_thread = None
        if taken is not None and taken.holds():
            self._know(taken)
        self.attrs_before = restore.before() or self.attrs_before
        if not constants.DISABLE_KITTY_KEY:
            self.write(SAY_PLACES)
        if self._title is not None:
            self.write(KEEP_TITLE)
            self.set_title(self._title)
        restore.undo_with(self._restore)
        self._waker = Waker()
        self._input = InputReader(self.fileno, self._waker, self.process_message, unread=taken is not None)
        self._reader = Thread(target=self._read_all, args=[self._input], name="terminal-input", daemon=True)
        self._reader.start()

    def _know(self, taken: TakenOver) -> None:
        """The terminal shows that picture, as long as nobody resizes it."""
        self._shown_size = taken.size
        self.shown.take(taken.rows)
        tell = cast("Callable[..., None]", signal.getsignal(signal.SIGWINCH))

        def resized(*given: object) -> None:
            # The size may be the same again before the app is told.
            self._shown_size = None
            tell(*given)

        signal.signal(signal.SIGWINCH, resized)

    def resized(self, size: tuple[int, int]) -> None:
        """The app is told of the terminal's size: what is shown is not known, but for the first picture."""
        if size != self._shown_size:
            self._shown_size = None
            self.shown.forget()  # terminals cut off and break lines each in its way

    def _be_woken_by_signals(self) -> None:
        """Python runs handlers in the main thread only, and the system may give a signal to any other, most
        often the one that continues a stopped program: the main thread would sleep on. For good: while the
        program is stopped the terminal is not its own."""
        if self._signals is None:
            self._signals = Waker()
            get_running_loop().add_reader(self._signals, self._signals.clear)
            signal.set_wakeup_fd(self._signals.write_end, warn_on_full_buffer=False)

    def _run_input_thread(self) -> None:
        """Nothing: `_read_all` reads, in a thread that cannot keep the process alive."""

    def disable_input(self) -> None:
        """Stop reading, and discard what nobody has read."""
        if self._reader is None or self._waker is None:
            return
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        self._disable_mouse_support()
        self._waker.wake()
        self._reader.join(STALL_LIMIT)
        self._waker.close()
        self._reader = self._waker = None
        if restore.attributes(self.fileno) is not None:
            termios.tcflush(self.fileno, termios.TCIFLUSH)

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.write(RESET + self._untitle)
        super().stop_application_mode()

    def close(self) -> None:
        """Wait until the terminal has taken everything, but not for ever."""
        writer, self._writer = self._writer, None
        self._drawing = False
        if writer is not None and not writer.close(STALL_LIMIT):
            restore.put_back(self.attrs_before, restore.LEAVE + self._untitle, self.fileno, OUTPUT)
        restore.undo_with(None)

    def _restore(self) -> None:
        self._drawing = False
        if self._writer is not None:
            self._writer.abandon()
        restore.put_back(self.attrs_before, restore.LEAVE + self._untitle, self.fileno, OUTPUT)

    # Stopping and continuing (SIGTSTP, SIGCONT)

    def _sigtstp_application(self, *_: object) -> None:
        if self._auto_restart and self._drawing:
            self.suspend_application_mode()
            self._stopped = True
        elif self._taken is not None:
            restore.restore_now()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        if self._taken is not None:
            self._taken.disturb()
        if not self._auto_restart or not (self._drawing or self._stopped):
            return
        if signals.under_way():  # a terminal that goes away sends SIGHUP and SIGCONT
            return
        if self._drawing:  # stopped by SIGSTOP: the shell has changed the terminal meanwhile
            self.suspend_application_mode()
        self._stopped = False
        self._must_signal_resume = True
        self.resume_application_mode()
        self._recovered()

    # Reading, in the reader's thread

    def finish_input(self) -> bool:
        """Hand on what has come in and still waits for its end; whether there was such a thing."""
        return self._input is not None and self._input.finish()

    def _read_all(self, reader: InputReader) -> None:
        try:
            if not reader.run():
                signals.terminal_gone(self._end)
        except Exception as error:
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + signal.SIGHUP))


def driver_for(taken: TakenOver | None) -> type[Driver]:
    """The board's driver, for a terminal that may show the board already."""
    return cast("type[Driver]", partial(QuietDriver, taken=taken))


def driver_of(app: App[Any]) -> QuietDriver | None:
    """The app's driver; None in tests, which run without a terminal."""
    driver: Driver | None = app._driver
    return driver if isinstance(driver, QuietDriver) else None
