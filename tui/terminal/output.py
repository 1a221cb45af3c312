"""Writing to a terminal that may be slow, stalled or gone."""

import os
import select
from collections import deque
from collections.abc import Callable
from threading import Thread

from tui.terminal import restore
from tui.terminal.waker import Waker

LONGEST_BACKLOG = 262_144
"""The most bytes kept waiting for the terminal: a few full frames."""
CHUNK = 65_536


class OutputWriter:
    """Writes text from a thread of its own; whoever hands it text never waits and never sees an error.

    While the terminal takes nothing, at most `LONGEST_BACKLOG` bytes are kept. What comes after them is
    dropped, and `recovered` is called (in the thread) when the terminal takes text again: draw it all anew.
    """

    def __init__(self, fd: int, encoding: str, recovered: Callable[[], None]) -> None:
        self._fd = restore.open_apart(fd)
        self._encoding = encoding
        self.recovered = recovered
        """Called, in the writing thread, when a terminal that took nothing does again."""
        # A deque and a waker instead of a queue with a lock: signal handlers write, too.
        self._waiting: deque[bytes] = deque()
        self._taken = self._written = 0
        self._lost = False
        self._finish = False
        self._dead = False
        self._waker = Waker()
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Hand over text."""
        if self._dead or self._finish or not text:
            return
        if self._taken - self._written > LONGEST_BACKLOG:
            self._lost = True
            return
        data = text.encode(self._encoding, "replace")
        self._taken += len(data)
        self._waiting.append(data)
        self._waker.wake()

    def close(self, patience: float) -> bool:
        """Write what waits, for at most `patience` seconds; say whether the terminal took all of it."""
        self._finish = True
        self._waker.wake()
        self._thread.join(patience)
        complete = not (self._thread.is_alive() or self._lost or self._dead)
        self.abandon()
        return complete

    def abandon(self) -> None:
        """Drop what waits and write nothing any more."""
        self._dead = True
        self._waker.wake()
        self._thread.join(0.2)
        if not self._thread.is_alive():
            self._waker.close()

    def _run(self) -> None:
        try:
            while not self._dead:
                if self._waiting:
                    self._write_out(self._next())
                elif self._lost:
                    self._lost = False
                    self.recovered()
                elif self._finish:
                    break
                else:
                    self._sleep()
        except OSError:
            self._dead = True
        finally:
            os.close(self._fd)

    def _next(self) -> bytes:
        parts = [self._waiting.popleft()]
        size = len(parts[0])
        while self._waiting and size < CHUNK:
            parts.append(self._waiting.popleft())
            size += len(parts[-1])
        return b"".join(parts)

    def _write_out(self, data: bytes) -> None:
        view = memoryview(data)
        while view and not self._dead:
            try:
                count = os.write(self._fd, view)
            except BlockingIOError:
                self._sleep(until_writable=True)
                continue
            self._written += count
            view = view[count:]

    def _sleep(self, *, until_writable: bool = False) -> None:
        select.select([self._waker], [self._fd] if until_writable else [], [])
        self._waker.clear()
