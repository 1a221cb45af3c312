"""TinyDB's storage on one safe file: read when it has changed, changed under the lock, saved once and whole.

A change is: lock, read again if the file is another, let operations collect, save, unlock. What is kept in
memory is swapped only after the disk has it. Reading needs no TinyDB, and does not wait for its import.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from store.book import Book
from store.changes.undo import Steps
from store.database import format as books
from store.database.file import DatabaseFile
from store.database.format import Decoded, Tables
from store.files import damage
from store.files.atomic import sweep
from store.files.errors import StorageError
from store.files.regular import Stamp, read_plain
from store.validation import Fault


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

    def __init__(self, held: Decoded, tables: Tables) -> None:
        """`held` is what the file held when the lock was taken, `tables` the same as TinyDB has it."""
        self.held: Final = held
        self.before: Final = held.book
        self._tables = tables
        self._written = False
        self._after: Decoded | None = None
        self._saved = Saved(held.book, held.book, True, ())

    @property
    def tables(self) -> Tables:
        """All tables as they are by now."""
        return self._tables

    @property
    def saved(self) -> Saved:
        """What the change came to; that nothing was changed, as long as it is not over."""
        return self._saved

    def write(self, tables: Tables) -> None:
        """Take these tables in the place of the ones there were."""
        self._tables, self._written, self._after = tables, True, None

    def holds(self, after: Decoded) -> None:
        """Say what the tables hold now, if that is known; else it is read from what is saved."""
        self._after = after

    def end(self, save: Callable[[Tables, Decoded | None], Saved]) -> None:
        """Have it saved if anything was written: the tables, and what they hold where that is known."""
        if self._written:
            self._saved = save(self._tables, self._after)


class SafeStorage:
    """Reads and saves one database for TinyDB, and reads its records. Safe to call from several threads."""

    def __init__(self, path: Path) -> None:
        """Nothing is read yet. Raises StorageError for a path that cannot be a database."""
        self.file = DatabaseFile(path)
        self.backups = self.file.backups
        self._turn = threading.RLock()
        self._held = Decoded(Book())
        self._stamp: Stamp | None = None
        self._data: bytes | None = None
        self._shown: tuple[bytes, Tables] | None = None
        """The tables of these bytes as TinyDB has been given them to read; never what is saved."""
        self._open: Transaction | None = None

    @property
    def book(self) -> Book:
        """What the database held when it was last read or saved."""
        return self._held.book

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was mended in it when it was last read; the file itself is mended by the next save."""
        return self._held.faults

    @property
    def steps(self) -> Steps:
        """What could be taken back when the database was last read or saved."""
        return self._held.steps

    def changed(self) -> bool:
        """Whether the file is another than the one last read; costs one look at the directory entry."""
        return self.file.stamp() != self._stamp

    def load(self) -> Book:
        """The records as they are on disk now. Raises StorageError, with the file left as it is."""
        with self._turn:
            if self._data is None or self.changed():
                self._read()
            return self._held.book

    def _read(self) -> None:
        found = self.file.read()
        if found is None:
            if self._held.book.interviews:
                raise StorageError(
                    f"The database {self.file.path} has been removed; nothing was changed. "
                    "Put it back, or leave and start again for an empty board."
                )
            self._keep(Decoded(Book()), None, None)
        else:
            data, stamp = found
            self._keep(self._decoded(data), stamp, data)

    def _keep(self, held: Decoded, stamp: Stamp | None, data: bytes | None) -> None:
        self._held, self._stamp, self._data = held, stamp, data

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
            shown = self._shown = data, books.tables_in(data, mend=bool(self._held.faults))[0]
        return shown[1]

    def write(self, data: Tables) -> None:
        """Take the tables into the change that is being made; they are saved at its end."""
        with self._turn:
            if self._open is None:
                self._shown = None
                raise RuntimeError("the database is changed within `with database.change(…)` only")
            self._open.write(data)

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
                tables, migrated = books.tables_in(self._data, mend=bool(self._held.faults))
                transaction = self._open = Transaction(self._held, tables)
                try:
                    yield transaction
                finally:
                    self._open = None
                why = reason or ("before-migration" if migrated else "")
                transaction.end(lambda tables, after: self._save(before, tables, after, now, why))

    def _save(self, before: Book, tables: Tables, after: Decoded | None, now: datetime, reason: str) -> Saved:
        after = after if after is not None else self._checked(books.encode(tables))
        if after.book == before:
            return Saved(before, before, True, ())
        books.count_save(tables)
        data = books.encode(tables)
        trouble = None if self._data is None else self.backups.keep(self._data, now, reason)
        return self._replaced(before, after, data, trouble)

    def _replaced(self, before: Book, after: Decoded, data: bytes, trouble: str | None) -> Saved:
        confirmed = self.file.save(data)
        self._keep(after, self.file.saved, data)
        return Saved(before, after.book, confirmed, (trouble,) if trouble else ())

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

    @property
    def rewrites(self) -> int:
        """How often something was forgotten in it, as it was last read."""
        return 0 if self._data is None else books.rewrites_of(self._data)

    def rewrite(
        self,
        anew: Callable[[Decoded], Decoded],
        damaged: Callable[[bytes], bool],
        *,
        before: Callable[[], None] = lambda: None,
    ) -> Saved:
        """Put every backup and then the database in another form, and leave no copy of what there was.

        `anew` gives what a state becomes; `damaged` says whether a copy that cannot be read is to be removed.
        `before` is called under the lock, before anything is written. Whoever is stopped on the way has the
        database still as it was, and begins again. Raises StorageError, OSError.
        """
        with self._turn:
            self.file.prepare()
            with self.file.locked():
                held = self.load()
                self.file.expect(self._stamp)
                before()
                sweep(self.file.path)
                self.backups.rewrite(lambda data: self._anew(data, anew, damaged))
                after = anew(self._held)
                if self._data is None:
                    return Saved(held, held, True, ())
                tables = books.tables_of(after, self._data)
                books.count_save(tables)
                books.count_rewrite(tables)
                return self._replaced(held, after, books.encode(tables), None)

    def _anew(
        self, data: bytes, anew: Callable[[Decoded], Decoded], damaged: Callable[[bytes], bool]
    ) -> bytes | None:
        """What becomes of a copy; None where it is to go."""
        try:
            held = books.decode(data)
        except books.UNREADABLE:
            return None if damaged(data) else data
        after = anew(held)
        unchanged = (after.book, after.steps) == (held.book, held.steps)
        return data if unchanged else books.encode(books.tables_of(after, data))

    def bytes_there(self) -> bytes | None:
        """The file as it is, readable or not; None where there is none. Raises StorageError."""
        return self._as_it_lies()[0]

    def _as_it_lies(self) -> tuple[bytes | None, Stamp | None]:
        try:
            return read_plain(self.file.path)
        except FileNotFoundError:
            return None, None

    # Reading records

    def _decoded(self, data: bytes) -> Decoded:
        """What these bytes hold. A duplicate key is looked for only where the bytes are not ours."""
        try:
            decoded = books.decode(data)
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
        return decoded

    def _book_in(self, data: bytes | None) -> Book | None:
        """What these bytes hold; None where they cannot be read, or there are none."""
        try:
            return None if data is None else self._decoded(data).book
        except StorageError:
            return None

    def _checked(self, data: bytes) -> Decoded:
        """What is about to be saved, read as the next start will read it."""
        try:
            return books.decode(data)
        except books.UNREADABLE as why:
            raise StorageError(f"not saved: {why}; {self.file.path} is as it was") from None


def read_copy(path: Path) -> Decoded:
    """What another copy of a database holds, and what was mended in it. Raises StorageError."""
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
