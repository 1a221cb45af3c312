"""The database: one TinyDB file, read when it has changed and saved whole, under the lock.

Each change is: lock, read again if the file is another, apply to the fresh state, save, unlock. What is kept
in memory is swapped only after the disk has it.
"""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from store.book import Book, Change
from store.database import format as books
from store.database.backups import Backups
from store.database.file import Disk
from store.database.migration import SCHEMA, Tables, migrated
from store.files import damage
from store.files.errors import StorageError
from store.files.regular import Stamp, read_plain


class Saved(NamedTuple):
    """What a change came to."""

    before: Book
    after: Book
    confirmed: bool
    """False where the file is in place but the disk did not confirm that it would survive a power cut."""
    notes: tuple[str, ...]
    """What the user should know though the change is saved, such as a backup that failed."""


class Vault:
    """Reads and saves the book. Safe to call from several threads."""

    def __init__(self, disk: Disk, backups: Backups) -> None:
        self.disk = disk
        self.backups = backups
        self._turn = threading.RLock()
        self._book = Book()
        self._stamp: Stamp | None = None
        self._data: bytes | None = None

    @property
    def book(self) -> Book:
        """What the database held when it was last read or saved."""
        return self._book

    def changed(self) -> bool:
        """Whether the file is another than the one last read; costs one look at the directory entry."""
        return self.disk.stamp() != self._stamp

    def load(self) -> Book:
        """The book as it is on disk now. Raises StorageError, with the file left as it is."""
        with self._turn:
            if self._data is None or self.changed():
                self._read()
            return self._book

    def _read(self) -> None:
        found = self.disk.read()
        if found is None:
            if self._book.interviews:
                raise StorageError(
                    f"The database {self.disk.path} has been removed; nothing was changed. "
                    "Put it back, or leave and start again for an empty board."
                )
            self._book, self._stamp, self._data = Book(), None, None
            return
        data, stamp = found
        self._book, self._stamp, self._data = self._decoded(data), stamp, data

    def _decoded(self, data: bytes) -> Book:
        """The book in these bytes. A duplicate key is looked for only where the bytes are not ours."""
        try:
            book = books.decode(damage.strip_bom(data))
        except books.NewerSchema as why:
            raise self.disk.unusable(f"was written by a newer ringback: {why}; please upgrade") from None
        except books.WrongShape as why:
            raise self.disk.unusable(damage.check_text(data) or f"has the wrong shape: {why}") from None
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as why:
            raise self.disk.unusable(damage.check_text(data) or f"is not readable: {why}") from None
        if msgspec.json.encode(msgspec.json.decode(damage.strip_bom(data))) != data:
            duplicate = damage.duplicate_key(damage.strip_bom(data))
            if duplicate is not None:
                raise self.disk.unusable(f"has the key {duplicate} twice")
        return book

    def change(self, change: Change, now: datetime, *, reason: str = "", limit: float = 8.0) -> Saved:
        """Apply a change to the fresh book and save it. Nothing is written where nothing differs.

        `reason` names a backup to be made first, whatever the hour; `limit` is how many seconds to wait for
        another writer. Whatever `change` raises passes through, and then nothing was changed.
        """
        with self._turn:
            if self._is_empty_change(change):
                return Saved(self._book, self._book, True, ())
            self.disk.prepare()
            with self.disk.locked(limit):
                before = self.load()
                after = change(before)
                if after == before:
                    return Saved(before, before, True, ())
                return self._save(before, after, now, reason)

    def _is_empty_change(self, change: Change) -> bool:
        """A change to a missing database that comes to nothing must not make a directory or a lock."""
        return self.disk.stamp() is None and self.load() == Book() and change(Book()) == Book()

    def _save(self, before: Book, after: Book, now: datetime, reason: str) -> Saved:
        from store.database.database import apply

        tables = self._tables()
        if tables["meta"]["ringback"]["schema"] < SCHEMA:
            tables, reason = migrated(tables), reason or "before-migration"
        data = _encoded(apply(tables, before, after))
        notes: list[str] = []
        if self._data is not None:
            trouble = self.backups.keep(self._data, now, reason)
            if trouble:
                notes.append(trouble)
        confirmed = self.disk.save(data)
        self._book, self._stamp, self._data = after, self.disk.stamp(), data
        return Saved(before, after, confirmed, tuple(notes))

    def _tables(self) -> Tables:
        if self._data is None:
            return books.empty()
        return msgspec.json.decode(damage.strip_bom(self._data), type=Tables)

    def replace(self, data: bytes, now: datetime, reason: str) -> Saved:
        """Put other bytes in the database's place, after a look at them and a backup of what is there.

        Also where what is there is missing or cannot be read: that is what restoring is for. Raises
        StorageError, and then nothing was changed.
        """
        after = self._decoded(data)
        with self._turn:
            self.disk.prepare()
            with self.disk.locked():
                there = self.bytes_there()
                before = self._book_in(there)
                trouble = None
                if there is not None:
                    damaged = before is None
                    trouble = self.backups.keep(there, now, reason, damaged=damaged)
                confirmed = self.disk.save(data)
                self._book, self._stamp, self._data = after, self.disk.stamp(), data
                return Saved(before or Book(), after, confirmed, (trouble,) if trouble else ())

    def bytes_there(self) -> bytes | None:
        """The file as it is, readable or not; None where there is none. Raises StorageError."""
        try:
            return read_plain(self.disk.path)[0]
        except FileNotFoundError:
            return None

    def read_copy(self, path: Path) -> Book:
        """What another copy of a database holds. Raises StorageError."""
        try:
            data, _ = read_plain(path.resolve())
        except FileNotFoundError:
            raise StorageError(f"There is no file {path}; nothing was changed.") from None
        except (RuntimeError, ValueError) as why:
            raise StorageError(f"{path} cannot be followed: {why}; nothing was changed.") from None
        try:
            return books.decode(damage.strip_bom(data))
        except (
            books.NewerSchema, books.WrongShape, msgspec.DecodeError, RecursionError, UnicodeDecodeError
        ) as why:  # fmt: skip
            problem = damage.check_text(data) or f"is no database of ringback's: {why}"
            raise StorageError(f"{path} {problem}; nothing was changed.") from None

    def _book_in(self, data: bytes | None) -> Book | None:
        """What these bytes hold; None where they cannot be read, or there are none."""
        try:
            return None if data is None else self._decoded(data)
        except StorageError:
            return None


def _encoded(tables: Tables) -> bytes:
    """The file's bytes; `meta` first, so that a reader knows at once what it holds."""
    ordered = {"meta": tables["meta"], **{name: table for name, table in tables.items() if name != "meta"}}
    return msgspec.json.encode(ordered)
