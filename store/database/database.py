"""TinyDB over tables that lie in memory, with string ids. The vault puts them on disk as one safe save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from store.book import Book, document
from store.database.format import PREFERENCES
from store.database.migration import Tables


class Pages(Storage):
    """Holds the tables; TinyDB reads and writes them here as often as it likes."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables as they are."""
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take the tables as they are now."""
        self.tables = data


class StringTable(Table):
    """A table whose ids are ringback's own: TinyDB's numbers are used again after a reopening."""

    document_id_class = str  # type: ignore[assignment]


class Database(TinyDB):
    """TinyDB with string ids."""

    table_class = StringTable


def apply(tables: Tables, before: Book, after: Book) -> Tables:
    """The tables with all that differs between two states of the book written into them."""
    pages = Pages(tables)
    with Database(storage=lambda: pages) as db:
        _write(db.table("interviews", cache_size=0), before.interviews, after.interviews)
        _write(db.table("companies", cache_size=0), before.companies, after.companies)
        if after.preferences != before.preferences:
            preferences = Document(document(after.preferences), doc_id=PREFERENCES)  # type: ignore[arg-type]
            db.table("preferences", cache_size=0).upsert(preferences)
    return pages.tables


def _write(table: Table, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    gone = [key for key in before if key not in after]
    new = [key for key in after if key not in before]
    changed = [key for key in after if key in before and after[key] is not before[key]]
    if gone:
        table.remove(doc_ids=gone)  # type: ignore[arg-type]
    for key in changed:
        if after[key] != before[key]:
            table.upsert(_documents([key], after)[0])
    if new:
        table.insert_multiple(_documents(new, after))


def _documents(keys: Iterable[str], records: Mapping[str, Any]) -> list[Document]:
    return [Document(document(records[key]), doc_id=key) for key in keys]  # type: ignore[arg-type]
