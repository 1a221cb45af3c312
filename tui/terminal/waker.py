"""Waking a thread that sleeps in `select`."""

import contextlib
import os


class Waker:
    """Something to `select` on that becomes readable when somebody calls `wake`.

    `wake` takes no lock: any thread and any signal handler may call it, also after `close`.
    """

    def __init__(self) -> None:
        self._ends = os.pipe()
        for end in self._ends:
            os.set_blocking(end, False)

    def fileno(self) -> int:
        """The descriptor to wait on."""
        return self._ends[0]

    @property
    def write_end(self) -> int:
        """The descriptor that is written to, for those who cannot call `wake`."""
        return self._ends[1]

    def wake(self) -> None:
        """Wake the sleeper; calls it has not answered yet count as one."""
        with contextlib.suppress(OSError):
            os.write(self._ends[1], b"\0")

    def clear(self) -> None:
        """Take note of all calls so far."""
        with contextlib.suppress(OSError):
            os.read(self._ends[0], 4096)

    def close(self) -> None:
        """Give the descriptors back; only when nobody sleeps on them any more."""
        ends, self._ends = self._ends, (-1, -1)
        for end in ends:
            if end >= 0:
                os.close(end)
