"""Where a text lies while it is being typed: small files beside the database, written without its lock.

A board owns a session, a lock that the system gives up when the board dies. Pads of a session whose lock is
free were left behind: whoever opens the database next takes them in.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from store.files import atomic
from store.files.errors import StorageError, not_saved, reason
from store.files.regular import not_regular, read_plain
from store.interview import Aware, Draft, all_texts
from store.text import MAX_TEXT
from store.validation import repair

LARGEST_PAD = 16 * 2**20
"""Bytes a pad may have: a draft and its twenty older texts, at their longest, written in escapes."""
_ATTEMPTS = 5
"""How often a new session is begun before giving up."""


class Pad(Struct, frozen=True, kw_only=True):
    """A draft as it was at the last keys, and as the database held it when the writing began."""

    interview: str
    draft: Draft
    seen: Draft | None
    at: Aware


def folder_of(database: Path) -> Path:
    """The folder that holds the pads of a database."""
    return database.with_name(database.name + ".drafts")


class Pads:
    """One board's pads. Made when the first key is typed, gone when the last text is in the database."""

    def __init__(self, database: Path) -> None:
        self.folder = folder_of(database)
        self.token = os.urandom(6).hex()
        self._lock: int | None = None

    def write(self, pad: Pad) -> None:
        """Put the pad on the disk. Raises StorageError."""
        try:
            self._begin()
        except OSError as error:
            raise not_saved(self.folder, error, existed=False) from error
        atomic.replace_file(self._path(pad.interview, pad.draft.id), msgspec.json.encode(pad))

    def drop(self, interview: str, draft_id: str) -> None:
        """The database has that text now."""
        with suppress(OSError):
            self._path(interview, draft_id).unlink()

    def close(self) -> None:
        """Give the session up; pads still there are left to the next start."""
        if self._lock is not None:
            if not any(self.folder.glob(f"{self.token}-*.json")):
                with suppress(OSError):
                    self._lock_path.unlink()
                    self.folder.rmdir()
            os.close(self._lock)
            self._lock = None

    @property
    def _lock_path(self) -> Path:
        return self.folder / f"{self.token}.session"

    def _path(self, interview: str, draft_id: str) -> Path:
        name = hashlib.sha256(f"{interview}\0{draft_id}".encode("utf-8", "replace")).hexdigest()[:16]
        return self.folder / f"{self.token}-{name}.json"

    def _begin(self) -> None:
        if self._lock is not None and self._lock_path.exists():
            return
        for _ in range(_ATTEMPTS):
            atomic.make_directory(self.folder)
            descriptor = _own(self._lock_path)
            if descriptor is not None:
                break
            # Someone looking for what was left behind had it open just now: be another session.
            self.token = os.urandom(6).hex()
        else:
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        if self._lock is not None:
            os.close(self._lock)
        self._lock = descriptor


def _own(path: Path) -> int | None:
    """A new session's lock, held; None where it, or the folder, was taken away while it was being made."""
    descriptor = None
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), path.lstat()):
            return descriptor
    except (FileNotFoundError, BlockingIOError):
        pass
    except OSError:
        if descriptor is not None:
            os.close(descriptor)
        raise
    if descriptor is not None:
        os.close(descriptor)
    return None


@contextmanager
def left_behind(database: Path) -> Iterator[dict[Path, Pad]]:
    """The pads of sessions that have ended. When the block ends well their files are removed, but for those
    that it takes out of the mapping."""
    folder = folder_of(database)
    held: dict[Path, int] = {}
    try:
        found: dict[Path, Pad] = {}
        for lock in _files(folder, ".session"):
            descriptor = _claimed(lock)
            if descriptor is not None:
                held[lock] = descriptor
                found.update(_pads_of(lock))
        yield found
        for file in found:
            with suppress(OSError):
                file.unlink()
        for lock in held:
            if not _files(folder, ".json", lock.stem):
                with suppress(OSError):
                    lock.unlink()
        with suppress(OSError):
            folder.rmdir()
    finally:
        for descriptor in held.values():
            os.close(descriptor)


def _pads_of(lock: Path) -> dict[Path, Pad]:
    pads = {file: _read(file) for file in _files(lock.parent, ".json", lock.stem)}
    return {file: pad for file, pad in pads.items() if pad is not None}


def any_left(database: Path) -> bool:
    """Whether there is anything to look into at all; a look at one directory entry in the usual case."""
    return folder_of(database).is_dir()


def _files(folder: Path, suffix: str, token: str = "") -> list[Path]:
    try:
        return sorted(
            path for path in folder.iterdir() if path.suffix == suffix and path.name.startswith(token)
        )
    except OSError:
        return []


def _claimed(path: Path) -> int | None:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def distrusted(database: Path) -> list[str]:
    """The pads that are not believed, a sentence each; they stay where they are."""
    return [why for file in _files(folder_of(database), ".json") if isinstance(why := _judged(file), str)]


def _read(path: Path) -> Pad | None:
    """The pad in that file; None where it is not believed, and then the file stays where it is."""
    judged = _judged(path)
    return judged if isinstance(judged, Pad) else None


def _judged(path: Path) -> Pad | str:
    """The pad in that file, its texts cleaned; else why it is not believed."""
    try:
        if why := _not_ours(path.lstat()):
            return _left(path, why)
        plain = msgspec.json.decode(read_plain(path, LARGEST_PAD)[0])
        # Somebody else may have put it there before it was read, and taken it away again.
        if why := _not_ours(path.lstat()):
            return _left(path, why)
        mended, _ = repair("pads", {"": plain})
        pad = msgspec.convert(mended[""], Pad)
    except (StorageError, OSError) as why:
        return _left(path, f"it cannot be read ({why})" if isinstance(why, StorageError) else reason(why))
    except (msgspec.MsgspecError, RecursionError, MemoryError, ValueError):
        return _left(path, "it holds no draft")
    if any(len(text) > MAX_TEXT for _, _, text in all_texts(pad)):
        return _left(path, f"a text in it is longer than {MAX_TEXT:,} characters")
    return pad


def _not_ours(found: os.stat_result) -> str | None:
    """Why what lies there is not believed to have been written by a board of this user's."""
    if stat.S_ISLNK(found.st_mode):
        return "it is a symbolic link, not a file"
    if kind := not_regular(found.st_mode):
        return f"it is {kind}, not a file"
    if found.st_uid != os.geteuid():
        return "it belongs to another user"
    if found.st_mode & 0o022:
        return "others may write to it"
    return None


def _left(path: Path, why: str) -> str:
    return f"The draft left behind in {path} is not taken in: {why}. Read it, and then remove it."


def lying(database: Path) -> dict[Path, Pad]:
    """Every pad that is believed, also of boards that are open. Nothing is taken in and nothing changed."""
    pads = {file: _read(file) for file in _files(folder_of(database), ".json")}
    return {file: pad for file, pad in pads.items() if pad is not None}
