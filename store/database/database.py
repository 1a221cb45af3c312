"""The database: TinyDB with string ids on the safe file. Changed by its operations, asked by its queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from store.book import Book, Change, changed_keys, document
from store.changes.undo import Steps
from store.database.format import PREFERENCES, Decoded
from store.database.storage import SafeStorage
from store.database.transaction import Saved, Transaction

if TYPE_CHECKING:
    from tinydb.queries import QueryInstance

    from store.rules.board import Board

ChangeSteps: TypeAlias = Callable[[Book, Book, Steps], Steps]
"""What becomes of the steps when one book becomes the other."""

# It has TinyDB's three methods without being made of its class: reading alone does not import TinyDB.
Storage.register(SafeStorage)


class StringTable(Table):
    """A table whose ids are ringback's own: TinyDB's numbers are used again after a reopening."""

    document_id_class = str  # type: ignore[assignment]


class Database(TinyDB):
    """The tables `interviews`, `companies`, `preferences`, `steps`, `proposals` and `turned_down`, by ids.

    They are changed within `change` only, and saved once at its end:

        with database.change(now):
            database.table("interviews").update({"round": "Panel"}, where("company") == "Globex")
    """

    table_class = StringTable

    def __init__(self, file: Path | SafeStorage) -> None:
        """Nothing is read yet. Raises StorageError for a path that cannot be a database."""
        self.safe = file if isinstance(file, SafeStorage) else SafeStorage(file)
        super().__init__(storage=lambda: self.safe)

    def table(self, name: str, **options: Any) -> Table:
        """The table of that name. Nothing is remembered of earlier queries: others write to the file too."""
        return super().table(name, **{"cache_size": 0, **options})

    def change(
        self, now: datetime, *, reason: str = "", limit: float = 8.0
    ) -> AbstractContextManager[Transaction]:
        """Make one change of TinyDB's operations; see `SafeStorage.change`.

        What they have made of the tables is read as the next start will read it before it is saved.
        """
        return self.safe.change(now, reason=reason, limit=limit)

    def apply(
        self,
        change: Change,
        now: datetime,
        *,
        reason: str = "",
        limit: float = 8.0,
        steps: ChangeSteps = lambda before, after, known: known,
    ) -> Saved:
        """Apply a change to the fresh records and save it. Nothing is written where nothing differs.

        Whatever `change` or `steps` raises passes through, and then nothing was changed. See
        `SafeStorage.change`.
        """
        if self._comes_to_nothing(change):
            return Saved(self.safe.book, self.safe.book, True, ())
        with self.safe.change(now, reason=reason, limit=limit) as transaction:
            before = transaction.before
            after = change(before)
            if after != before:
                self._write("interviews", before.interviews, after.interviews)
                self._write("companies", before.companies, after.companies)
                user = {PREFERENCES: before.preferences}
                self._write("preferences", user, {PREFERENCES: after.preferences})
                self._write("proposals", before.proposals, after.proposals)
                self._write("turned_down", before.turned_down, after.turned_down)
                known = transaction.held.steps
                kept = steps(before, after, known)
                self._write("steps", known, kept)
                transaction.holds(Decoded(after, kept))
        return transaction.saved

    def _comes_to_nothing(self, change: Change) -> bool:
        """A change to a missing database that comes to nothing must not make a directory or a lock."""
        missing = self.safe.file.stamp() is None and self.safe.load() == Book()
        return missing and change(Book()) == Book()

    def _write(self, name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        keys = changed_keys(before, after)
        if gone := [key for key in keys if key not in after]:
            self.table(name).remove(doc_ids=gone)  # type: ignore[arg-type]
        for key in keys:
            if key in before and key in after and after[key] != before[key]:
                self.table(name).upsert(_documents([key], after)[0])
        if new := [key for key in keys if key not in before]:
            self.table(name).insert_multiple(_documents(new, after))

    def matching(self, query: QueryInstance, board: Board) -> frozenset[str]:
        """Ids of the interviews that the query fits, as they stand on that board. Raises StorageError."""
        # Imported on use: who saves does not ask.
        from store.database.query import joined

        found = self.table("interviews").search(joined(query, board))
        return frozenset(str(one.doc_id) for one in found)


def _documents(keys: Iterable[str], records: Mapping[str, Any]) -> list[Document]:
    return [Document(document(records[key]), doc_id=key) for key in keys]  # type: ignore[arg-type]
