"""How far the watched folders have been read: names, sizes and times, nothing of what a message says.

The file lies beside the database. It may be removed: then everything is looked at once more.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct, field

from store.files.atomic import replace_file
from store.files.errors import StorageError
from store.files.regular import read_plain

_LARGEST = 256 * 2**20


FileState: TypeAlias = tuple[int, int]
"""By what a file is known to be the same: when it was changed, in ns, and its size."""


class FolderPosition(Struct):
    """Of a Maildir the names that were read; of a calendar folder each file as it was; of both when they, or
    their parts, had last changed; of an mbox how far it was read."""

    names: set[str] = field(default_factory=set)
    changed: dict[str, int] = field(default_factory=dict)
    files: dict[str, FileState] = field(default_factory=dict)
    size: int = 0
    mtime_ns: int = 0
    offset: int = 0
    """Where the next message begins."""
    last: int = 0
    """Where the last message begins that was read: it may have been written to its end only later."""


class Positions(Struct):
    """The positions in all folders, by their paths, and since when which cards are looked out for."""

    version: int = 1
    folders: dict[str, FolderPosition] = field(default_factory=dict)
    beginnings: dict[str, datetime] = field(default_factory=dict)
    """When each card began, by its id."""
    people: set[str] = field(default_factory=set)
    """Digests of whom the cards know: somebody new may have written before."""
    looked_at: datetime | None = None
    """When a look last came to its end."""


def positions_file(database: Path) -> Path:
    """The file for that database, which need not exist."""
    return database.with_name(f"{database.name}.heard")


def load_positions(path: Path) -> Positions:
    """What is known; nothing where the file is missing or cannot be used."""
    try:
        return msgspec.json.decode(read_plain(path, _LARGEST)[0], type=Positions)
    except (OSError, StorageError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Positions()


def save_positions(path: Path, positions: Positions) -> None:
    """Write them down. Raises StorageError."""
    replace_file(path, msgspec.json.encode(positions))


@contextmanager
def only_one(path: Path) -> Iterator[bool]:
    """Whether nobody else is looking just now, for as long as it lasts; never waits. Raises StorageError."""
    lock = path.with_name(f"{path.name}.lock")
    try:
        descriptor = os.open(
            lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o600
        )
    except OSError as why:
        raise StorageError(f"{lock} cannot be opened: {why.strerror}; nothing was looked at") from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
    finally:
        os.close(descriptor)
