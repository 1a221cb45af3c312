"""TinyDB's storage on one safe file: read when it has changed, changed under the lock, saved once and whole.

A change is: lock, read again, let operations collect, save, unlock. What the bytes hold is kept, and decoded
anew where they are others. What is kept in memory is swapped only after the disk has it. Reading needs no
TinyDB, and does not wait for its import.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from store.book import Book
from store.changes.undo import Steps
from store.database import format as books
from store.database.file import DatabaseFile
from store.database.format import Decoded, Tables
from store.database.transaction import Saved, Transaction
from store.files import damage
from store.files.atomic import sweep
from store.files.errors import StorageError
from store.files.regular import Stamp, read_plain
from store.validation import Fault


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
        self._left: Tables | None = None
        """The tables of the bytes as the last change here left them, for the next; nobody else has them."""
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
            if data == self._data:
                self._stamp = stamp
            else:
                self._keep(self._decoded(data), stamp, data)

    def _keep(
        self, held: Decoded, stamp: Stamp | None, data: bytes | None, left: Tables | None = None
    ) -> None:
        self._held, self._stamp, self._data, self._left = held, stamp, data, left

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
                # The stamp is not asked: an editor may have written into the file within a tick of its clock.
                self._read()
                tables, migrated = self._taken()
                transaction = self._open = Transaction(self._held, tables)
                try:
                    yield transaction
                finally:
                    self._open = None
                why = reason or ("before-migration" if migrated else "")
                transaction.end(lambda tables, after: self._save(tables, after, now, why))

    def _taken(self) -> tuple[Tables, bool]:
        """The tables of the bytes, to be changed, and whether they are of an older schema."""
        left, self._left = self._left, None
        return books.tables_in(self._data, mend=bool(self._held.faults)) if left is None else (left, False)

    def _save(self, tables: Tables, said: Decoded | None, now: datetime, reason: str) -> Saved:
        before = self._held.book
        after = self._checked(books.encode(tables)) if said is None else said
        if after.book == before:
            return Saved(before, before, True, ())
        books.count_save(tables)
        data = books.encode(tables)
        trouble = None if self._data is None else self.backups.keep(self._data, now, reason)
        # Whoever has changed them by operations of their own may still have hold of parts of them.
        left = None if said is None else tables
        return self._replaced(before, after, data, trouble, left)

    def _replaced(
        self, before: Book, after: Decoded, data: bytes, trouble: str | None, left: Tables | None = None
    ) -> Saved:
        confirmed = self.file.save(data)
        self._keep(after, self.file.saved, data, left)
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
                self._read()
                held = self._held.book
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
        if (
            not decoded.as_written
            and msgspec.json.encode(msgspec.json.decode(damage.strip_bom(data))) != data
        ):
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
