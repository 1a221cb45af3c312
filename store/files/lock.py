"""One writer at a time: an advisory lock on a file of its own, freed by the system if its holder dies."""

from __future__ import annotations

import fcntl
import os
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.files.errors import READ_ONLY, Locked, ReadOnly, StorageError, reason

LOCK_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
COURTESY = 0.005
"""Seconds to stand back for those who wait: the system wakes them, but who comes running would be quicker."""
ATTEMPTS = 3
"""How often to begin again if somebody removes the lock file under us."""


class FileLock:
    """The lock `path` that guards the file `guarded`. The lock file is never renamed or removed."""

    def __init__(self, path: Path, guarded: Path) -> None:
        self.path = path
        self.guarded = guarded
        self._holder: int | None = None
        self._others = False
        """Whether somebody else had the lock when it was last wanted."""
        self._late: list[_Waiter] = []

    @property
    def mine(self) -> bool:
        """Whether this thread holds the lock."""
        return self._holder == threading.get_ident()

    @contextmanager
    def held(self, limit: float) -> Iterator[None]:
        """Hold the lock; Locked after `limit` seconds of waiting. Not to be nested."""
        if self.mine:
            raise RuntimeError(f"{self.path} is already held by this thread")
        descriptor = self._acquire(limit)
        self._holder = threading.get_ident()
        try:
            yield
        finally:
            self._holder = None
            _give_back(descriptor)

    def _acquire(self, limit: float) -> int:
        for _ in range(ATTEMPTS):
            descriptor = self._wait(limit)
            try:
                if self._still_there(descriptor):
                    return descriptor
            except OSError as error:
                _give_back(descriptor)
                raise self._refused(error) from error
            _give_back(descriptor)
        raise self._locked(limit)

    def _wait(self, limit: float) -> int:
        waiter = self._earlier_waiter()
        if waiter is None:
            if self._others:
                time.sleep(COURTESY)
            descriptor = self._open()
            self._others = not self._free_at_once(descriptor)
            if not self._others:
                return descriptor
            waiter = _Waiter(descriptor)
        if not waiter.answered_within(limit):
            # Its thread goes on waiting, there is no way to call it back; the next attempt takes it over.
            self._late.append(waiter)
            raise self._locked(limit)
        if waiter.error:
            os.close(waiter.descriptor)
            raise self._refused(waiter.error) from waiter.error
        return waiter.descriptor

    def _earlier_waiter(self) -> _Waiter | None:
        while self._late:
            waiter = self._late.pop()
            if waiter.wanted_again():
                return waiter
        return None

    def _open(self) -> int:
        try:
            descriptor = os.open(self.path, LOCK_FLAGS, 0o600)
        except OSError as error:
            raise self._refused(error) from error
        try:
            regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
        except OSError as error:
            os.close(descriptor)
            raise self._refused(error) from error
        if not regular:
            os.close(descriptor)
            raise StorageError(f"not saved: {self.path} is not a file, so it cannot be locked; move it away")
        return descriptor

    def _free_at_once(self, descriptor: int) -> bool:
        # Tried once, not in a loop: usually nobody else is writing, and then no thread is needed.
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            os.close(descriptor)
            raise self._refused(error) from error
        return True

    def _still_there(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self.path.lstat())
        except FileNotFoundError:
            return False

    def _locked(self, limit: float) -> Locked:
        return Locked(
            f"not saved: another ringback has been writing to {self.guarded} for {limit:g} s; "
            "nothing was changed; let it finish or end it, then try again"
        )

    def _refused(self, error: OSError) -> StorageError:
        kind = ReadOnly if error.errno in READ_ONLY else StorageError
        return kind(f"not saved: {reason(error)} ({self.path}); nothing was changed in {self.guarded}")


class _Waiter:
    """One blocking wait for the lock, in a thread of its own. A lock that comes too late is given back."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.error: OSError | None = None
        self._wanted = True
        self._settling = threading.Lock()
        self._answered = threading.Event()
        threading.Thread(target=self._wait, name="waiting for the lock", daemon=True).start()

    def answered_within(self, limit: float) -> bool:
        """Wait; after False the lock, should it still come, is given back at once."""
        try:
            self._answered.wait(limit)
        except BaseException:
            self._unwanted(give_back=True)
            raise
        return self._unwanted(give_back=False)

    def wanted_again(self) -> bool:
        """Take up a wait that had been given up; False if its thread is through with it."""
        with self._settling:
            self._wanted = not self._answered.is_set()
            return self._wanted

    def _unwanted(self, *, give_back: bool) -> bool:
        with self._settling:
            if not self._answered.is_set():
                self._wanted = False
            elif give_back:
                _give_back(self.descriptor)
            return self._wanted

    def _wait(self) -> None:
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX)
        except OSError as error:
            self.error = error
        with self._settling:
            if not self._wanted:
                _give_back(self.descriptor)
            self._answered.set()


def _give_back(descriptor: int) -> None:
    # Closing alone would leave the lock with a forked child that has inherited the descriptor.
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_UN)
    with suppress(OSError):
        os.close(descriptor)
