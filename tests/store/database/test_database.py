"""The database: each change is made to the fresh state, saved whole or not at all, in a file of TinyDB's."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from tinydb import TinyDB, where
from tinydb.table import Document, Table

from store.book import Book, Preferences, document
from store.database.database import Database
from store.database.format import SCHEMA
from store.files import atomic
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
    put(database, replace(ONE, drafts=(draft,)))
    assert opened(path).safe.load().interviews["iv-1"].drafts == (draft,)


def test_preferences_are_kept_and_changed(path: Path) -> None:
    for dismissed in (("length",), ("length", "casual"), ()):
        wanted = Preferences(dismissed=dismissed)
        opened(path).apply(lambda book, wanted=wanted: replace(book, preferences=wanted), END)  # type: ignore[misc]
        assert opened(path).safe.load().preferences == wanted


# The file


class Named(Table):
    document_id_class = str  # type: ignore[assignment]


def test_the_file_is_one_of_tinydbs(path: Path) -> None:
    database = opened(path)
    put(database, ONE, TWO)
    database.apply(lambda book: book.with_company(Company(name="Acme", no_thanks=True)), END)
    put(database, replace(ONE, role="Analyst", events=(thanked(END),)))
    with TinyDB(path, access_mode="r") as plain:
        assert plain.tables() == {
            *("meta", "interviews", "companies", "preferences", "steps", "proposals", "turned_down")
        }
        rows = {str(one.doc_id): dict(one) for one in Named(plain.storage, "interviews").all()}
    assert rows == json.loads(msgspec.json.encode(database.safe.book.interviews))
    assert rows["iv-1"]["role"] == "Analyst"


def test_the_file_begins_with_what_it_is(path: Path) -> None:
    put(opened(path), ONE)
    start = b'{"meta":{"ringback":{"schema":%d,"saves":1}},"interviews":{"iv-1":' % SCHEMA
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


def test_any_key_twice_is_noticed_in_a_file_that_is_otherwise_as_it_was_written(path: Path) -> None:
    put(opened(path), ONE)
    written = path.read_bytes()
    assert opened(path).safe.load().interviews == {"iv-1": ONE}
    keys = sorted(set(re.findall(rb'"[a-z_0-9-]+":', written)))
    assert len(keys) > 20
    for key in keys:
        # The same value again: what comes of it would be the same, and the file was spoilt all the same.
        value = rb'(?:"[^"]*"|null|\d+|true|false|\[\]|\{\})'
        twice, count = re.subn(key + value, lambda met: met[0] + b"," + met[0], written, count=1)
        if count:
            path.write_bytes(twice)
            with pytest.raises(StorageError, match=f"the key .*{key[1:-2].decode()} twice"):
                opened(path).safe.load()


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


# Other programs at the same moment


@pytest.mark.parametrize("by", ["replace", "write", "unlink"])
def test_another_program_changes_the_file_while_a_change_is_made(path: Path, by: str) -> None:
    """The state at hand was read long before the lock was taken, and is compared all the same."""
    database = opened(path)
    put(database, ONE)
    theirs = whole(interviews={"iv-1": document(replace(ONE, role="theirs"))})

    def meanwhile(book: Book) -> Book:
        if by == "unlink":
            path.unlink()
        elif by == "write":
            path.write_bytes(theirs)
        else:
            path.with_suffix(".other").write_bytes(theirs)
            path.with_suffix(".other").replace(path)
        return book.with_interviews({"iv-2": TWO})

    with pytest.raises(StorageError, match=r"not saved: another program has just changed"):
        database.apply(meanwhile, END)
    assert (path.read_bytes() if by != "unlink" else None) == (theirs if by != "unlink" else None)
    assert path.exists() == (by != "unlink")
    assert database.safe.changed()
    if by != "unlink":
        put(database, TWO)
        assert opened(path).safe.load().interviews == {"iv-1": replace(ONE, role="theirs"), "iv-2": TWO}


def test_another_program_changes_the_file_while_a_backup_is_restored(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = opened(path)
    put(database, ONE)
    theirs = whole(interviews={"iv-1": document(replace(ONE, role="theirs"))})

    def meanwhile(*_: object, **__: object) -> None:
        path.write_bytes(theirs)

    monkeypatch.setattr(database.safe.backups, "keep", meanwhile)
    with pytest.raises(StorageError, match=r"not saved: another program has just changed"):
        database.safe.replace(whole(), END, "before-restore")
    assert path.read_bytes() == theirs


def test_what_another_program_saves_right_after_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = opened(path)
    put(database, ONE)
    theirs = whole(interviews={"iv-1": document(replace(ONE, role="theirs"))})
    real = atomic.replace_file

    def and_then(*args: Any) -> bool:
        confirmed = real(*args)
        path.with_suffix(".other").write_bytes(theirs)
        path.with_suffix(".other").replace(path)
        return confirmed

    monkeypatch.setattr("store.database.file.replace_file", and_then)
    put(database, TWO)
    monkeypatch.undo()
    assert database.safe.changed()
    put(database, made(id="iv-3"))
    assert set(opened(path).safe.load().interviews) == {"iv-1", "iv-3"}
    assert database.safe.book.interviews["iv-1"].role == "theirs"


# TinyDB's own operations


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
