"""One change of the database while it lasts, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from store.book import Book
from store.database.format import Decoded, Tables


class Saved(Struct, frozen=True):
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
