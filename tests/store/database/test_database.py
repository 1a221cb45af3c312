"""The database: each change is made to the fresh state, saved whole or not at all, in a file of TinyDB's."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from tinydb import TinyDB
from tinydb.table import Table

from store.book import Book, document
from store.database.database import Database
from store.database.format import SCHEMA
from store.files.errors import StorageError
from store.interview import Company, Draft, Version
from tests.making import ADA, BEN, END, made, thanked
from tests.store.database.generated_books import books

ROOT = Path(__file__).parents[3]
ONE, TWO = made(id="iv-1"), made(id="iv-2", company="Acme", interviewers=(ADA, BEN))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ringback.json"


def opened(path: Path) -> Database:
    return Database(path)


def put(database: Database, *records: Any) -> None:
    database.apply(lambda book: book.with_interviews({one.id: one for one in records}), END)


def test_a_change_is_on_disk_for_everyone(path: Path) -> None:
    database = opened(path)
    assert database.safe.load() == Book()
    saved = database.apply(lambda book: book.with_interviews({"iv-1": ONE}), END)
    assert (saved.before, saved.after, saved.confirmed, saved.notes) == (Book(), database.safe.book, True, ())
    assert opened(path).safe.load() == database.safe.book == Book({"iv-1": ONE})
    assert not database.safe.changed()


def test_reading_or_changing_nothing_writes_nothing(path: Path) -> None:
    database = opened(path)
    database.safe.load()
    assert database.apply(lambda book: book, END).after == Book()
    assert list(path.parent.iterdir()) == []
    put(database, ONE)
    before = path.stat()
    put(database, made(id="iv-1"))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_change_that_refuses_leaves_everything_as_it_was(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    before = path.read_bytes()

    def change(book: Book) -> Book:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.apply(change, END)
    assert path.read_bytes() == before
    assert database.safe.book == Book({"iv-1": ONE})
    put(database, TWO)


def test_a_change_is_made_to_what_is_there_now(path: Path) -> None:
    one, two = opened(path), opened(path)
    one.safe.load(), two.safe.load()
    put(one, ONE)
    put(two, TWO)
    assert list(two.safe.book.interviews) == ["iv-1", "iv-2"]
    assert one.safe.changed()
    assert one.safe.load() == two.safe.book


def test_two_threads_keep_what_both_have_done(path: Path) -> None:
    databases = [opened(path), opened(path)]

    def work(database: Database, prefix: str) -> None:
        for number in range(10):
            put(database, made(id=f"{prefix}{number}"))

    shared = [(databases[0], "a"), (databases[1], "b"), (databases[1], "c")]
    threads = [threading.Thread(target=work, args=args) for args in shared]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened(path).safe.load().interviews) == 30


def test_two_processes_keep_what_both_have_done(path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.database.adding_process", str(path)]
    running = [subprocess.Popen([*command, prefix, "10"], cwd=ROOT) for prefix in "ab"]
    assert [one.wait(60) for one in running] == [0, 0]
    assert len(opened(path).safe.load().interviews) == 20


@settings(max_examples=12)
@given(books(), books())
def test_any_book_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, first: Book, second: Book
) -> None:
    path = tmp_path_factory.mktemp("database") / "ringback.json"
    database = opened(path)
    for book in (first, second, Book()):
        database.apply(lambda _, book=book: book, END)  # type: ignore[misc]
        assert opened(path).safe.load() == book == database.safe.book


def test_what_is_not_exported_is_kept(path: Path) -> None:
    draft = Draft(id="d1", body="new", versions=(Version(at=END, body="old"),))
    database = opened(path)
    put(database, replace(ONE, sequence=4, drafts=(draft,)))
    assert opened(path).safe.load().interviews["iv-1"].sequence == 4
    assert opened(path).safe.load().interviews["iv-1"].drafts == (draft,)


# The file


class Named(Table):
    document_id_class = str  # type: ignore[assignment]


def test_the_file_is_one_of_tinydbs(path: Path) -> None:
    database = opened(path)
    put(database, ONE, TWO)
    database.apply(lambda book: book.with_company(Company(name="Acme", no_thanks=True)), END)
    put(database, replace(ONE, role="Analyst", events=(thanked(END),)))
    with TinyDB(path, access_mode="r") as plain:
        assert plain.tables() == {"meta", "interviews", "companies", "preferences"}
        rows = {str(one.doc_id): dict(one) for one in Named(plain.storage, "interviews").all()}
    assert rows == json.loads(msgspec.json.encode(database.safe.book.interviews))
    assert rows["iv-1"]["role"] == "Analyst"


def test_the_file_begins_with_what_it_is(path: Path) -> None:
    put(opened(path), ONE)
    start = b'{"meta":{"ringback":{"schema":%d}},"interviews":{"iv-1":' % SCHEMA
    assert path.read_bytes().startswith(start)
    assert path.stat().st_mode & 0o777 == 0o600


def whole(**changes: Any) -> bytes:
    tables = {
        "meta": {"ringback": {"schema": SCHEMA}},
        "interviews": {"iv-1": document(ONE)},
        "companies": {},
    }
    return json.dumps(tables | changes).encode()


def test_a_file_written_by_hand_is_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(json.loads(whole()), indent=2).encode())
    assert opened(path).safe.load() == Book({"iv-1": ONE})
    database = opened(path)
    put(database, TWO)
    assert list(opened(path).safe.load().interviews) == ["iv-1", "iv-2"]


UNUSABLE = [
    (b"", "is empty (0 bytes)"),
    (b"\0" * 40, "NUL bytes"),
    (whole()[:80], "is cut short"),
    (whole() + b"\0" * 9, "NUL bytes"),
    (b"[]", "has the wrong shape"),
    (b"null", "has the wrong shape"),
    (b"42", "has the wrong shape"),
    (b'"x"', "has the wrong shape"),
    (b"{}", "has the wrong shape"),
    (b'{"a": NaN}', "NaN"),
    (whole().decode().encode("utf-16"), "UTF-16"),
    (whole().replace(b"Globex", b"Gl\xf6bex"), "not in UTF-8"),
    (b"[" * 100_000, "nested too deep"),
    (b"<<<<<<< mine\n" + whole(), "Git merge"),
    (whole(meta={}), "number of a schema"),
    (whole(meta={"ringback": {"schema": 0}}), "number of a schema"),
    (whole(meta={"ringback": {"schema": SCHEMA + 1}}), "written by a newer ringback: its schema is "),
    (whole(meta={"ringback": {"schema": SCHEMA + 1}}, events={}), "written by a newer ringback"),
    (whole(_default={}), "unknown field `_default`"),
    (whole(interviews={"iv-2": document(ONE)}), "'iv-2' calls itself 'iv-1'"),
    (whole(interviews={"iv-1": {**document(ONE), "salary": 1}}), "unknown field `salary`"),
    (whole(interviews={"iv-1": {**document(ONE), "zone": "Mars/Base"}}), "`zone`"),
    (whole(interviews={"iv-1": {"id": "iv-1"}}), "missing required field"),
    (whole(companies={"Acme": {"name": "Globex"}}), "'Acme' calls itself 'Globex'"),
    (whole().replace(b'"companies": {}', b'"companies": {}, "companies": {}'), "has the key companies twice"),
    (whole().replace(b'"role": ', b'"role": "x", "role": '), "has the key interviews.iv-1.role twice"),
]


@pytest.mark.parametrize(("data", "words"), UNUSABLE, ids=[words for _, words in UNUSABLE])
def test_a_file_that_cannot_be_used_is_left_as_it_is(path: Path, data: bytes, words: str) -> None:
    path.write_bytes(data)
    database = opened(path)
    for attempt in (database.safe.load, lambda: put(database, ONE)):
        with pytest.raises(StorageError) as refused:
            attempt()
        assert words in str(refused.value)
        assert "left untouched" in str(refused.value)
    assert path.read_bytes() == data


def test_a_file_spoilt_while_open_is_left_as_it_is(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    put(database, TWO)
    spoilt = path.read_bytes()[:-20]
    path.write_bytes(spoilt)
    with pytest.raises(StorageError, match=r"cut short.*newest good backup is .*ringback restore"):
        put(database, made(id="iv-3"))
    assert path.read_bytes() == spoilt
    assert database.safe.book == Book({"iv-1": ONE, "iv-2": TWO}), "what is shown stays"


@pytest.mark.parametrize("changes", [1, 2], ids=["without backups", "with backups"])
def test_a_file_removed_while_open_is_no_new_beginning(path: Path, changes: int) -> None:
    database = opened(path)
    put(database, ONE)
    if changes == 2:
        put(database, TWO)
    path.unlink()
    assert database.safe.changed()
    for attempt in (database.safe.load, lambda: put(database, made(id="iv-3")), lambda: put(database, ONE)):
        with pytest.raises(StorageError, match=r"removed|missing"):
            attempt()
    assert not path.exists()


def test_a_folder_removed_while_open_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "search" / "ringback.json"
    database = opened(path)
    put(database, ONE)
    for one in path.parent.iterdir():
        one.unlink()
    path.parent.rmdir()
    with pytest.raises(StorageError):
        put(database, TWO)
    assert not path.parent.exists()


# Putting something else in its place


def test_replacing_keeps_a_copy_of_what_was_there(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    old = path.read_bytes()
    saved = database.safe.replace(whole(), END, "before-restore")
    assert path.read_bytes() == whole()
    assert saved.after == database.safe.book == Book({"iv-1": ONE})
    assert [one.read() for one in database.safe.backups.all() if one.reason == "before-restore"] == [old]


def test_replacing_is_for_files_that_cannot_be_read_too(path: Path) -> None:
    path.write_bytes(b"{}")
    database = opened(path)
    database.safe.replace(whole(), END, "before-restore")
    assert opened(path).safe.load() == Book({"iv-1": ONE})


def test_nothing_unusable_is_put_in_its_place(path: Path) -> None:
    database = opened(path)
    put(database, ONE)
    before = path.read_bytes()
    with pytest.raises(StorageError):
        database.safe.replace(b"{}", END, "before-restore")
    assert path.read_bytes() == before
