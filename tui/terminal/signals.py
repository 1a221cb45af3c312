"""Being ended from outside: signals, a terminal that goes away, and a program that does not get out."""

import contextlib
import os
import select
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from tui.terminal import restore
from tui.terminal.process_end import LEAVING_LIMIT
from tui.terminal.waker import Waker

if TYPE_CHECKING:
    from textual.app import App

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
TAKING_IN = 1.5
"""Seconds at most that the app is given for the last keys."""
ON_ITS_WAY = 3
"""How often it is looked for keys that the app was sent and has not got yet: the event loop has them."""
LOOK_AGAIN = 0.01
"""Seconds after which it is looked again whether a key is still waiting."""

_installed: "Ending | None" = None


class Ending:
    """Saves and leaves when SIGHUP, SIGTERM or SIGINT comes or the terminal goes away.

    `save` is called first of all, in the main thread, between two of its steps: it must be quick and must
    not wait for a lock that the main thread may hold. Then the app is asked to exit with 128 + the
    signal's number; where none runs, `SystemExit` with that is raised where the main thread is. If that
    takes more than two seconds, the terminal is put back and the process ended.

    A signal that was being ignored when the program started stays ignored (`nohup`); a terminal that has
    gone ends the program all the same, with the code of SIGHUP.
    """

    def __init__(self) -> None:
        self.save: Callable[[], None] = lambda: None
        """What is saved at the end; may be replaced when there is more to save."""
        self.busy: Callable[[], bool] = lambda: False
        """Whether anything that was typed is not acted on yet."""
        self.app: App[Any] | None = None
        """The app to be asked to exit, once there is one."""
        self.code: int | None = None
        """128 + the number of the signal that ends the program; None while none has come."""
        self._gone = False
        self._hurry = False
        self._before: dict[signal.Signals, Any] = {}
        self._waker = Waker()
        self._watcher = threading.Thread(target=self._watch, name="ending", daemon=True)

    def install(self) -> None:
        """Start listening, for good, and note the terminal's state.

        To be called in the main thread, before anything is drawn and before what takes long to import: a
        signal that comes earlier ends Python in its own way, with a traceback.
        """
        global _installed
        _installed = self
        restore.remember()
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._on_signal)
        self._watcher.start()

    def terminal_gone(self) -> None:
        """Say that there is no terminal any more; from any thread."""
        self._gone = True
        self._hurry_up()
        # To the main thread by name: only it runs handlers, and another thread's signal would not wake it.
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGHUP)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        ignored = self._before[signal.Signals(number)] is signal.SIG_IGN and not self._gone
        if ignored or self.code is not None:
            return
        self.code = 128 + number
        self._hurry_up()
        with contextlib.suppress(Exception):
            self.save()
        if self.app is None:
            raise SystemExit(self.code)
        from asyncio import get_running_loop

        try:
            loop = get_running_loop()
        except RuntimeError:  # not yet, or no longer
            raise SystemExit(self.code) from None
        loop.call_soon_threadsafe(self._exit)

    def _exit(self) -> None:
        """Ask the app to exit, once it has taken in all that the terminal had sent."""
        from asyncio import get_running_loop

        assert self.app is not None and self.code is not None
        app, code, left = self.app, self.code, False

        def leave() -> None:
            nonlocal left
            if not left:
                left = True
                with contextlib.suppress(Exception):
                    self.save()  # what the last keys have typed, while the fields are there
                app.exit(return_code=code)

        getattr(app._driver, "finish_input", lambda: False)()
        get_running_loop().call_later(TAKING_IN, leave)
        self._behind_the_keys(leave)

    def _behind_the_keys(self, then: Callable[[], None], times: int = ON_ITS_WAY) -> None:
        """Call `then` once all that was typed is acted on, also what still waits with the app."""
        from asyncio import get_running_loop

        assert self.app is not None
        app = self.app

        def look() -> None:
            if self.busy():
                self._behind_the_keys(then)
            elif times:
                self._behind_the_keys(then, times - 1)
            else:
                then()

        # Over the event loop, as keys come, and then behind those that the app has got.
        get_running_loop().call_later(LOOK_AGAIN, lambda: app.call_later(look))

    def _hurry_up(self) -> None:
        # The thread that waits is already there: a signal handler must not start one, for the main
        # thread may hold the locks that needs.
        self._hurry = True
        self._waker.wake()

    def _watch(self) -> None:
        poll = select.poll()
        poll.register(0, 0)  # nothing but the hang-up, which is always reported
        poll.register(self._waker, select.POLLIN)
        while not self._hurry:
            for fd, event in poll.poll():
                if fd != 0:
                    self._waker.clear()
                    continue
                poll.unregister(0)
                if event & select.POLLHUP:
                    self.terminal_gone()
        time.sleep(LEAVING_LIMIT)
        self._leave()

    def _leave(self) -> NoReturn:
        restore.restore_now()
        os._exit(self.code or 128 + signal.SIGHUP)


def terminal_gone(otherwise: Callable[[], None]) -> None:
    """Report that the terminal has gone to the `Ending` that is installed, or call `otherwise`."""
    if _installed is None:
        otherwise()
    else:
        _installed.terminal_gone()


def under_way() -> bool:
    """Whether the program is being ended from outside."""
    return _installed is not None and _installed.code is not None
