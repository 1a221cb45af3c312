"""TinyDB's own operations: those of one change are saved together, or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tinydb import where
from tinydb.table import Document

from store.book import Book, document
from store.database.database import Database
from store.database.format import SCHEMA
from store.files.errors import StorageError
from store.interview import Company
from tests.making import END, made
from tests.store.database.database_made import ONE, ROOT, TWO, opened, put


def test_operations_of_one_change_are_saved_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = opened(path)
    put(database, ONE, TWO)
    saves: list[bytes] = []
    real = database.safe.file.save

    def save(data: bytes) -> bool:
        saves.append(data)
        return real(data)

    monkeypatch.setattr(database.safe.file, "save", save)
    interviews, companies = database.table("interviews"), database.table("companies")
    three = made(id="iv-3", company="Acme")
    with database.change(END, reason="before-import") as change:
        interviews.insert(row(three))
        interviews.update({"role": "SRE"}, where("company") == "Acme")
        companies.upsert(row(Company(name="Acme", no_thanks=True)))
        interviews.remove(where("company") == "Globex")
        assert interviews.count(where("role") == "SRE") == 2
        assert not saves
        assert opened(path).safe.load().interviews == {"iv-1": ONE, "iv-2": TWO}, "not yet"
    assert len(saves) == 1
    after = Book(
        {"iv-2": replace(TWO, role="SRE"), "iv-3": replace(three, role="SRE")},
        {"Acme": Company(name="Acme", no_thanks=True)},
    )
    assert opened(path).safe.load() == database.safe.book == change.saved.after == after
    assert change.saved.before.interviews == {"iv-1": ONE, "iv-2": TWO}
    assert [one.reason for one in database.safe.backups.all()].count("before-import") == 1
    assert interviews.get(doc_id="iv-2")["role"] == "SRE"  # type: ignore[call-overload]


def row(record: Any) -> Document:
    return Document(document(record), doc_id=getattr(record, "id", None) or record.name)


def test_operations_that_change_nothing_write_nothing(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    before = path.stat()
    with database.change(END):
        database.table("interviews").remove(where("company") == "Nobody")
        database.table("interviews").update({"company": ONE.company})
    with database.change(END):
        assert len(database.table("interviews")) == 1
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


BAD: list[tuple[Callable[[Database], object], str]] = [
    (lambda one: one.table("interviews").update({"zone": "Mars/Base"}), "`zone`"),
    (lambda one: one.table("interviews").update({"salary": 1}), "unknown field `salary`"),
    (lambda one: one.table("interviews").update({"id": "iv-9"}), "'iv-1' calls itself 'iv-9'"),
    (lambda one: one.insert({"role": "none"}), "unknown field `_default`"),
    (lambda one: one.table("interviews").update({"notes": float("nan")}), "Expected `str`"),
    (lambda one: one.table("meta").truncate(), "number of a schema"),
    (lambda one: one.drop_tables(), "missing required field `meta`"),
]


@pytest.mark.parametrize(("operation", "words"), BAD, ids=[words for _, words in BAD])
def test_operations_that_make_no_record_are_not_saved(
    path: Path, operation: Callable[[Database], object], words: str
) -> None:
    database = opened(path)
    put(database, ONE)
    before = path.read_bytes()
    with pytest.raises(StorageError, match="not saved: ") as refused, database.change(END):
        operation(database)
    assert words in str(refused.value)
    assert str(path) in str(refused.value)
    assert path.read_bytes() == before
    put(database, TWO)
    assert opened(path).safe.load() == database.safe.book == Book({"iv-1": ONE, "iv-2": TWO})


def test_a_change_that_breaks_off_leaves_everything_as_it_was(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError), database.change(END):
        database.table("interviews").update({"role": "SRE"})
        raise ZeroDivisionError
    assert path.read_bytes() == before
    assert database.table("interviews").all()[0]["role"] == ONE.role
    put(database, TWO)
    assert opened(path).safe.load() == Book({"iv-1": ONE, "iv-2": TWO})


def test_without_a_change_nothing_is_changed(path: Path) -> None:
    """Nor by touching what was read: TinyDB hands out what lies inside."""
    database = opened(path)
    put(database, ONE)
    table = database.table("interviews")
    with pytest.raises(RuntimeError, match=r"within `with database.change"):
        table.update({"role": "SRE"})
    assert table.all()[0]["role"] == ONE.role
    table.all()[0]["topics"].append("lent")
    put(database, TWO)
    assert opened(path).safe.load() == Book({"iv-1": ONE, "iv-2": TWO})


def test_a_change_within_a_change_is_a_mistake(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    with database.change(END):
        database.table("interviews").update({"role": "SRE"})
        with pytest.raises(RuntimeError, match="already held"), database.change(END):
            pass
    assert opened(path).safe.load().interviews["iv-1"].role == "SRE"


def test_a_table_shows_what_others_have_written(path: Path) -> None:
    one, two = opened(path), opened(path)
    put(one, ONE)
    globex = where("company") == "Globex"
    assert len(two.table("interviews").search(globex)) == 1
    put(one, replace(ONE, company="Acme"))
    assert two.table("interviews").search(globex) == []


def test_a_question_does_not_wait_for_a_change(path: Path) -> None:
    """The board asks from the thread that paints, while another may be waiting for the lock."""
    database = opened(path)
    put(database, ONE)
    within, asked = threading.Event(), threading.Event()

    def slow(book: Book) -> Book:
        within.set()
        assert asked.wait(20)
        return book.with_interviews({"iv-2": TWO})

    changing = threading.Thread(target=database.apply, args=(slow, END))
    changing.start()
    assert within.wait(20)
    assert [one["id"] for one in database.table("interviews").all()] == ["iv-1"]
    asked.set()
    changing.join()
    assert [one["id"] for one in database.table("interviews").all()] == ["iv-1", "iv-2"]


def test_operations_on_an_older_database_migrate_it(path: Path) -> None:
    older = Path(__file__).with_name("schema-1.json").read_bytes()
    path.write_bytes(older)
    database = opened(path)
    assert len(database.table("interviews")) == 1
    assert path.read_bytes() == older
    with database.change(END):
        database.table("interviews").update({"role": "SRE"})
    assert json.loads(path.read_bytes())["meta"] == {"ringback": {"schema": SCHEMA, "saves": 1}}
    assert [one.read() for one in database.safe.backups.all() if one.reason == "before-migration"] == [older]


def test_reading_imports_no_tinydb(path: Path) -> None:
    """A status bar and the first frame do not wait for it."""
    put(opened(path), ONE)
    script = "import sys; from tui.cli import main; main(sys.argv[1:]); sys.exit('tinydb' in sys.modules)"
    for command in ("status", "list", "show iv-1"):
        argv = [sys.executable, "-c", script, "--db", str(path), *command.split()]
        assert subprocess.run(argv, cwd=ROOT, stdout=subprocess.DEVNULL).returncode == 0, command
