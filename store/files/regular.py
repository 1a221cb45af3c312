"""Reading a file whole that may turn out to be no file, without ever waiting for it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from msgspec import Struct

from store.files.errors import StorageError, reason

LARGEST = 256 * 2**20
"""Bytes beyond which a file is refused: no board comes near it, and it would have to fit in memory."""

READ_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_NOCTTY | os.O_CLOEXEC

FILE_KINDS = {
    stat.S_IFDIR: "a directory",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFLNK: "a symbolic link that leads nowhere",
}


class Stamp(Struct, frozen=True):
    """What tells one saved state of a file from another without reading it."""

    inode: int
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, found: os.stat_result) -> Stamp:
        return cls(found.st_ino, found.st_size, found.st_mtime_ns)


def not_regular(mode: int) -> str | None:
    """What a path is if it is not a regular file, such as `a directory`."""
    return None if stat.S_ISREG(mode) else FILE_KINDS.get(stat.S_IFMT(mode), "not a regular file")


def read_plain(path: Path, largest: int = LARGEST) -> tuple[bytes, Stamp]:
    """The bytes of a regular file, and the stamp that belongs to exactly these bytes.

    The last part of `path` must not be a symbolic link. Raises FileNotFoundError where nothing is there and
    StorageError for everything else, at once even for a pipe nobody writes to.
    """
    try:
        _refuse_odd(path, path.lstat(), largest)
        descriptor = os.open(path, READ_FLAGS)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _unread(path, reason(error)) from error
    try:
        return _read_settled(descriptor, path, largest)
    except OSError as error:
        raise _unread(path, reason(error)) from error
    finally:
        os.close(descriptor)


def _read_settled(descriptor: int, path: Path, largest: int) -> tuple[bytes, Stamp]:
    for _ in range(3):
        found = os.fstat(descriptor)
        _refuse_odd(path, found, largest)
        data = _read_from_start(descriptor, found.st_size + 1)
        # Ringback replaces a file and never writes into it, but an editor or a copy may be doing so just now.
        if len(data) == found.st_size and Stamp.of(os.fstat(descriptor)) == Stamp.of(found):
            return data, Stamp.of(found)
    raise _unread(path, "another program is writing to it; try again in a moment")


def _read_from_start(descriptor: int, limit: int) -> bytes:
    parts: list[bytes] = []
    got = 0
    while got < limit and (part := os.pread(descriptor, limit - got, got)):
        parts.append(part)
        got += len(part)
    return b"".join(parts)


def _refuse_odd(path: Path, found: os.stat_result, largest: int) -> None:
    if kind := not_regular(found.st_mode):
        raise _unread(path, f"it is {kind}, not a file")
    if found.st_size > largest:
        most = f"{largest // 2**20} MiB" if largest >= 2**20 else f"{largest // 2**10} KiB"
        raise _unread(path, f"it is larger than {most}")


def _unread(path: Path, why: str) -> StorageError:
    return StorageError(f"{path} was not read: {why}; nothing was changed")
