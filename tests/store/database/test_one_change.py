"""What one change costs, and that what is kept for the next is never another thing than the file."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb.table import Document

from store.book import Book
from store.database import format as books
from store.database.database import Database
from store.files.errors import StorageError
from tests.making import END, made
from tests.store.database.database_made import ONE, opened, put

COUNTED = ("decode", "tables_in", "encode")


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often files are decoded, encoded, and replaced by others."""
    counted: Counter[str] = Counter()

    def counting(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            counted[name] += 1
            return real(*args, **named)

        return call

    for name in COUNTED:
        monkeypatch.setattr(books, name, counting(name, getattr(books, name)))
    monkeypatch.setattr(Path, "replace", counting("replace", Path.replace))
    return counted


def numbered(number: int) -> Any:
    return made(id=f"iv-{number}", company=f"Company {number}")


def test_a_change_after_another_decodes_nothing_and_writes_once(path: Path, count: Counter[str]) -> None:
    database = opened(path)
    put(database, ONE)
    for number in range(3):
        count.clear()
        put(database, numbered(number))
        assert count == {"encode": 1, "replace": 1}


def test_what_another_program_has_saved_is_decoded_once(path: Path, count: Counter[str]) -> None:
    database, other = opened(path), opened(path)
    put(database, ONE)
    put(other, numbered(2))
    count.clear()
    put(database, numbered(3))
    assert count == {"decode": 1, "tables_in": 1, "encode": 1, "replace": 1}


def test_a_file_that_was_only_touched_is_not_decoded(path: Path, count: Counter[str]) -> None:
    database = opened(path)
    put(database, ONE)
    book = database.safe.book
    count.clear()
    os.utime(path)
    assert database.safe.changed()
    assert database.safe.load() is book
    put(database, numbered(2))
    assert count == {"encode": 1, "replace": 1}


def test_what_was_written_into_the_file_is_seen_though_its_stamp_is_the_same(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    written_into(path)
    assert not database.safe.changed()
    put(database, numbered(2))
    assert {one.company for one in opened(path).safe.load().interviews.values()} == {"Company 2", "Gl0bex"}


def written_into(path: Path) -> None:
    """An editor has written something of the same length, within the same tick of the clock."""
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Globex", b"Gl0bex").replace(b"Company 2", b"Company 7"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def taken_out(database: Database) -> None:
    database.apply(lambda book: book.with_interviews({"iv-3": None}), END)


def by_another_program(database: Database) -> None:
    put(opened(database.safe.file.path), numbered(4), made(id="iv-1", role="Baker"))


def refused(database: Database) -> None:
    def change(book: Book) -> Book:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.apply(change, END)


def refused_on_the_way(database: Database) -> None:
    def steps(*_: Any) -> Any:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.apply(lambda book: book.with_interviews({"iv-9": numbered(9)}), END, steps=steps)


def not_saved(database: Database) -> None:
    real = database.safe.file.save

    def save(data: bytes) -> bool:
        raise StorageError("not saved: disk full")

    database.safe.file.save = save  # type: ignore[method-assign]
    try:
        with pytest.raises(StorageError):
            put(database, numbered(8))
    finally:
        database.safe.file.save = real  # type: ignore[method-assign]


def by_operations(database: Database) -> None:
    """A script of somebody's keeps hold of what it has read and written, and goes on changing that."""
    interviews = database.table("interviews")
    with database.change(END):
        document = interviews.get(doc_id="iv-1")  # type: ignore[call-overload]
        if document is not None:
            mine = dict(document) | {"round": "Panel", "topics": ["Ovens"]}
            interviews.upsert(Document(mine, doc_id="iv-1"))  # type: ignore[arg-type]
            mine["topics"].append("Yeast")  # within the change it counts
    if document is not None:
        mine["topics"].append("Rye")
        document["events"].append("nonsense")


def by_operations_on_what_was_written_here(database: Database) -> None:
    """What a change finds is what a reader of the file finds: lists, and no tuples."""
    put(database, numbered(7))
    with database.change(END):
        found = database.table("interviews").get(doc_id="iv-7")  # type: ignore[call-overload]
        found["topics"].append("Ovens")
        database.table("interviews").upsert(found)


def read_by_a_script(database: Database) -> None:
    for document in database.table("interviews").all():
        document["topics"].append("nonsense")


DEEDS: tuple[Callable[[Database], None], ...] = (
    lambda database: put(database, numbered(2)),
    lambda database: put(database, made(id="iv-1", role="Cook")),
    lambda database: put(database, numbered(3)),
    taken_out,
    by_another_program,
    refused,
    refused_on_the_way,
    not_saved,
    by_operations,
    by_operations_on_what_was_written_here,
    read_by_a_script,
    lambda database: written_into(database.safe.file.path),
)


@given(st.lists(st.sampled_from(range(len(DEEDS))), max_size=8))
def test_whatever_went_before_a_change_is_made_to_the_file(deeds: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ringback.json"
        database = opened(path)
        put(database, ONE)
        for deed in deeds:
            DEEDS[deed](database)
            there = opened(path).safe.load()
            put(database, numbered(5), made(id="iv-6", company=f"Company {deed}"))
            expected = there.with_interviews(
                {"iv-5": numbered(5), "iv-6": made(id="iv-6", company=f"Company {deed}")}
            )
            assert opened(path).safe.load() == database.safe.book == expected
            assert books.decode(path.read_bytes()).as_written
