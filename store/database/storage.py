"""TinyDB's storage on one safe file: read when it has changed, changed under the lock, saved once and whole.

A change is: lock, read again if the file is another, let operations collect, save, unlock. What is kept in
memory is swapped only after the disk has it. Reading needs no TinyDB, and does not wait for its import.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from store.book import Book
from store.changes.undo import Steps
from store.database import format as books
from store.database.file import DatabaseFile
from store.database.format import Tables
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


class Transaction:
    """The operations of one change, as long as it lasts; what they came to, once it is over."""

    def __init__(self, before: Book, steps: Steps, tables: Tables, *, migrated: bool) -> None:
        self.before = before
        """What the file held when the lock was taken."""
        self.steps = steps
        """The steps in the file; those to be saved, once `after` is known."""
        self.tables = tables
        self.migrated = migrated
        self.written = False
        self.after: Book | None = None
        """What the tables hold now, if whoever changes them knows; else it is read from what is saved."""
        self.saved = Saved(before, before, True, ())


class SafeStorage:
    """Reads and saves one database for TinyDB, and reads its records. Safe to call from several threads."""

    def __init__(self, path: Path) -> None:
        """Nothing is read yet. Raises StorageError for a path that cannot be a database."""
        self.file = DatabaseFile(path)
        self.backups = self.file.backups
        self._turn = threading.RLock()
        self._book = Book()
        self._steps: Steps = {}
        self._stamp: Stamp | None = None
        self._data: bytes | None = None
        self._shown: tuple[bytes, Tables] | None = None
        """The tables of these bytes as TinyDB has been given them to read; never what is saved."""
        self._open: Transaction | None = None

    @property
    def book(self) -> Book:
        """What the database held when it was last read or saved."""
        return self._book

    @property
    def steps(self) -> Steps:
        """What could be taken back when the database was last read or saved."""
        return self._steps

    def changed(self) -> bool:
        """Whether the file is another than the one last read; costs one look at the directory entry."""
        return self.file.stamp() != self._stamp

    def load(self) -> Book:
        """The records as they are on disk now. Raises StorageError, with the file left as it is."""
        with self._turn:
            if self._data is None or self.changed():
                self._read()
            return self._book

    def _read(self) -> None:
        found = self.file.read()
        if found is None:
            if self._book.interviews:
                raise StorageError(
                    f"The database {self.file.path} has been removed; nothing was changed. "
                    "Put it back, or leave and start again for an empty board."
                )
            self._keep(Book(), {}, None, None)
        else:
            data, stamp = found
            self._keep(*self._decoded(data), stamp, data)

    def _keep(self, book: Book, steps: Steps, stamp: Stamp | None, data: bytes | None) -> None:
        self._book, self._steps, self._stamp, self._data = book, steps, stamp, data

    # What TinyDB calls

    def read(self) -> Tables | None:
        """All tables: those of the change that this thread is making, else the file's as they are now.

        None where there is no file. While another thread is making a change nothing is waited for: then it is
        what was last read. Raises StorageError.
        """
        if self._turn.acquire(blocking=False):
            try:
                if self._open is not None:
                    return self._open.tables
                self.load()
            finally:
                self._turn.release()
        data, shown = self._data, self._shown
        if data is None:
            return None
        if shown is None or shown[0] is not data:
            shown = self._shown = data, books.tables_in(data)[0]
        return shown[1]

    def write(self, data: Tables) -> None:
        """Take the tables into the change that is being made; they are saved at its end."""
        with self._turn:
            if self._open is None:
                self._shown = None
                raise RuntimeError("the database is changed within `with database.change(…)` only")
            self._open.tables, self._open.written, self._open.after = data, True, None

    def close(self) -> None:
        """Nothing is held open."""

    # Changing

    @contextmanager
    def change(self, now: datetime, *, reason: str = "", limit: float = 8.0) -> Iterator[Transaction]:
        """Make one change: what is written within is saved once, at the end, if anything differs then.

        Whatever is raised within passes through, and then nothing was changed. `now` is aware; `reason` names
        a backup to be made first, whatever the hour; `limit` is how many seconds to wait for another writer.
        Raises StorageError. Not to be nested.
        """
        with self._turn:
            self.file.prepare()
            with self.file.locked(limit):
                before = self.load()
                self.file.expect(self._stamp)
                tables, migrated = books.tables_in(self._data)
                transaction = self._open = Transaction(before, self._steps, tables, migrated=migrated)
                try:
                    yield transaction
                finally:
                    self._open = None
                if transaction.written:
                    transaction.saved = self._save(transaction, now, reason)

    def _save(self, made: Transaction, now: datetime, reason: str) -> Saved:
        after, steps = made.after, made.steps
        if after is None:
            after, steps = self._checked(books.encode(made.tables))
        if after == made.before:
            return made.saved
        books.count_save(made.tables)
        data = books.encode(made.tables)
        if made.migrated:
            reason = reason or "before-migration"
        trouble = None if self._data is None else self.backups.keep(self._data, now, reason)
        return self._replaced(made.before, (after, steps), data, trouble)

    def _replaced(self, before: Book, held: tuple[Book, Steps], data: bytes, trouble: str | None) -> Saved:
        confirmed = self.file.save(data)
        after, steps = held
        self._keep(after, steps, self.file.saved, data)
        return Saved(before, after, confirmed, (trouble,) if trouble else ())

    def replace(self, data: bytes, now: datetime, reason: str) -> Saved:
        """Put other bytes in the database's place, after a look at them and a backup of what is there.

        Also where what is there is missing or cannot be read: that is what restoring is for. Raises
        StorageError, and then nothing was changed.
        """
        held = self._decoded(data)
        with self._turn:
            self.file.prepare()
            with self.file.locked():
                there, stamp = self._as_it_lies()
                self.file.expect(stamp)
                before = self._book_in(there)
                trouble = None
                if there is not None:
                    trouble = self.backups.keep(there, now, reason, damaged=before is None)
                return self._replaced(before or Book(), held, data, trouble)

    def bytes_there(self) -> bytes | None:
        """The file as it is, readable or not; None where there is none. Raises StorageError."""
        return self._as_it_lies()[0]

    def _as_it_lies(self) -> tuple[bytes | None, Stamp | None]:
        try:
            return read_plain(self.file.path)
        except FileNotFoundError:
            return None, None

    # Reading records

    def _decoded(self, data: bytes) -> tuple[Book, Steps]:
        """The book and the steps in these bytes. A duplicate key is looked for where they are not our own."""
        try:
            held = books.decode_all(data)
        except books.NewerSchema as why:
            raise self.file.unusable(f"was written by a newer ringback: {why}; please upgrade") from None
        except books.WrongShape as why:
            raise self.file.unusable(damage.check_text(data) or f"has the wrong shape: {why}") from None
        except books.UNREADABLE as why:
            raise self.file.unusable(damage.check_text(data) or f"is not readable: {why}") from None
        if msgspec.json.encode(msgspec.json.decode(damage.strip_bom(data))) != data:
            duplicate = damage.duplicate_key(damage.strip_bom(data))
            if duplicate is not None:
                raise self.file.unusable(f"has the key {duplicate} twice")
        return held

    def _book_in(self, data: bytes | None) -> Book | None:
        """What these bytes hold; None where they cannot be read, or there are none."""
        try:
            return None if data is None else self._decoded(data)[0]
        except StorageError:
            return None

    def _checked(self, data: bytes) -> tuple[Book, Steps]:
        """What is about to be saved, read as the next start will read it."""
        try:
            return books.decode_all(data)
        except books.UNREADABLE as why:
            raise StorageError(f"not saved: {why}; {self.file.path} is as it was") from None


def read_copy(path: Path) -> Book:
    """What another copy of a database holds. Raises StorageError."""
    try:
        data, _ = read_plain(path.resolve())
    except FileNotFoundError:
        raise StorageError(f"There is no file {path}; nothing was changed.") from None
    except (RuntimeError, ValueError) as why:
        raise StorageError(f"{path} cannot be followed: {why}; nothing was changed.") from None
    try:
        return books.decode(data)
    except books.UNREADABLE as why:
        problem = damage.check_text(data) or f"is no database of ringback's: {why}"
        raise StorageError(f"{path} {problem}; nothing was changed.") from None
