"""Waking a thread that sleeps in `select`."""

import contextlib
import socket


class Waker:
    """Something to `select` on that becomes readable when somebody calls `stir`.

    `stir` takes no lock: any thread and any signal handler may call it, also after `close`.
    """

    def __init__(self) -> None:
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)

    def fileno(self) -> int:
        """The descriptor to wait on."""
        return self._inside.fileno()

    def stir(self) -> None:
        """Wake the sleeper; calls it has not answered yet count as one."""
        with contextlib.suppress(OSError):
            self._outside.send(b"\0")

    def calm(self) -> None:
        """Take note of all calls so far."""
        with contextlib.suppress(OSError):
            self._inside.recv(4096)

    def close(self) -> None:
        """Give the descriptors back; only when nobody sleeps on them any more."""
        self._inside.close()
        self._outside.close()
