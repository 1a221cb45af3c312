"""The database: each change is made to the fresh state, and saved whole or not at all."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from store.book import Book, Preferences, document
from store.database.database import Database
from store.files import atomic
from store.files.errors import StorageError
from store.interview import Draft, Version
from tests.making import END, made
from tests.store.database.database_made import ONE, ROOT, TWO, opened, put, whole
from tests.store.database.generated_books import books


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
