"""Texts that a board left behind when it died, and who takes them in."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.database.autosave import Pad, Pads, folder_of
from store.database.left_behind import unbelieved
from store.files import atomic
from store.files.errors import StorageError
from store.interview import Draft
from tests.store.service_made import NOW, opened

pytestmark = pytest.mark.usefixtures("service")
DRAFT = Draft(id="d1", body="Dear Ada")


def pad(interview: str = "iv-1", draft: Draft = DRAFT, seen: Draft | None = None) -> Pad:
    return Pad(interview=interview, draft=draft, seen=seen, at=NOW)


def crash(session: Pads) -> None:
    """What the system does for a process that dies: its locks are gone, its files are not."""
    assert session._lock is not None
    os.close(session._lock)
    session._lock = None


def left(path: Path) -> list[str]:
    return sorted(one.suffix for one in folder_of(path).iterdir()) if folder_of(path).exists() else []


def test_the_texts_of_a_board_that_died_are_taken_in_once(path: Path) -> None:
    session = Pads(path)
    session.write(pad(draft=replace(DRAFT, body="Dea")))
    session.write(pad())
    session.write(pad("iv-2", replace(DRAFT, id="d2", body="Hello")))
    crash(session)
    first, second = opened(path), opened(path)
    assert (first.pads.take_in(), second.pads.take_in(), first.pads.take_in()) == (2, 0, 0)
    second.refresh()
    assert [one.body for one in second.interview("iv-1").drafts] == ["Dear Ada"]
    assert [one.body for one in second.interview("iv-2").drafts] == ["Hello"]
    assert first.undo_words == "added Acme (the command line)", "the texts are no step"
    assert left(path) == []
    assert not folder_of(path).exists()


def test_a_living_boards_texts_are_left_alone(path: Path) -> None:
    session = Pads(path)
    session.write(pad())
    assert opened(path).pads.take_in() == 0
    assert left(path) == [".json", ".session"]
    session.drop(("iv-1", "d1"))
    session.close()
    assert not folder_of(path).exists()
    assert opened(path).pads.take_in() == 0


def test_a_board_that_could_not_save_leaves_its_texts_to_the_next(path: Path) -> None:
    session = Pads(path)
    session.write(pad())
    session.close()
    assert opened(path).pads.take_in() == 1


def test_only_the_dead_ones_are_taken_from(path: Path) -> None:
    dead, alive = Pads(path), Pads(path)
    dead.write(pad())
    alive.write(pad("iv-2"))
    crash(dead)
    service = opened(path)
    assert service.pads.take_in() == 1
    assert service.interview("iv-2").drafts == ()
    assert left(path) == [".json", ".session"]
    crash(alive)
    assert service.pads.take_in() == 1


def test_what_two_dead_boards_wrote_is_kept_side_by_side(path: Path) -> None:
    stored = opened(path).keep_draft("iv-1", DRAFT, None)
    for body in ("Dear Ada, thank you", "Dear Ms Okafor"):
        session = Pads(path)
        session.write(pad(draft=replace(stored, body=body), seen=stored))
        crash(session)
    service = opened(path)
    assert service.pads.take_in() == 2
    assert {one.body for one in service.interview("iv-1").drafts} == {"Dear Ada, thank you", "Dear Ms Okafor"}


def test_a_text_that_the_database_has_already_changes_nothing(path: Path) -> None:
    stored = opened(path).keep_draft("iv-1", DRAFT, None)
    session = Pads(path)
    session.write(pad(draft=stored))
    crash(session)
    before = path.read_bytes()
    assert opened(path).pads.take_in() == 1
    assert path.read_bytes() == before
    assert left(path) == []


def test_a_text_for_an_interview_that_is_gone_stays(path: Path) -> None:
    session = Pads(path)
    session.write(pad("iv-9"))
    session.write(pad())
    crash(session)
    service = opened(path)
    assert service.pads.take_in() == 1
    assert left(path) == [".json", ".session"]
    assert "left behind for an interview that is gone" in service.notes[0]
    assert service.pads.take_in() == 0


def test_a_text_that_cannot_be_read_stays(path: Path) -> None:
    session = Pads(path)
    session.write(pad())
    (file,) = folder_of(path).glob("*.json")
    file.write_bytes(file.read_bytes()[:-9])
    session.write(pad("iv-2"))
    crash(session)
    service = opened(path)
    assert service.pads.take_in() == 1
    assert file.exists()
    assert service.interview("iv-1").drafts == ()


def test_texts_stay_where_they_cannot_be_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Pads(path)
    session.write(pad())
    crash(session)
    service = opened(path)

    def full(data: bytes) -> bool:
        raise StorageError("not saved: disk full")

    with monkeypatch.context() as patched, pytest.raises(StorageError):
        patched.setattr(service.storage.file, "save", full)
        service.pads.take_in()
    assert left(path) == [".json", ".session"]
    assert service.pads.take_in() == 1


def test_only_the_user_may_read_them(path: Path) -> None:
    Pads(path).write(pad())
    assert folder_of(path).stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in folder_of(path).iterdir()} == {0o600}


def test_a_session_taken_away_while_it_is_made_is_made_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Someone who looks for what was left behind finds the lock free for a moment, and clears it away."""
    session = Pads(path)
    make, calls = atomic.make_directory, []

    def make_and_lose(folder: Path) -> None:
        make(folder)
        calls.append(folder)
        if len(calls) == 1:
            folder.rmdir()

    monkeypatch.setattr(atomic, "make_directory", make_and_lose)
    flock = fcntl.flock

    def lock_and_lose(descriptor: int, how: int) -> None:
        flock(descriptor, how)
        if len(calls) == 2:
            session._lock_path.unlink()

    monkeypatch.setattr(fcntl, "flock", lock_and_lose)
    session.write(pad())
    monkeypatch.undo()
    assert len(calls) == 3
    crash(session)
    assert opened(path).pads.take_in() == 1


def test_a_session_whose_lock_was_removed_gets_another(path: Path) -> None:
    session = Pads(path)
    session.write(pad())
    session._lock_path.unlink()
    session.write(pad("iv-2"))
    assert session._lock_path.exists()
    crash(session)
    assert opened(path).pads.take_in() == 2


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(path: Path) -> None:
    folder_of(path).write_text("in the way")
    with pytest.raises(StorageError, match="not saved"):
        Pads(path).write(pad())
    assert opened(path).pads.take_in() == 0


def test_a_pad_that_somebody_else_may_have_written_is_named_and_left(path: Path) -> None:
    session = Pads(path)
    session.write(pad())
    session.write(pad("iv-2", replace(DRAFT, id="d2", body="Hello")))
    first, second = sorted(folder_of(path).glob("*.json"))
    crash(session)
    first.chmod(0o620)
    second.unlink()
    second.symlink_to(first)
    service = opened(path)
    assert service.pads.take_in() == 0
    assert [note.partition(": ")[2] for note in service.notes] == [
        "others may write to it. Read it, and then remove it.",
        "it is a symbolic link, not a file. Read it, and then remove it.",
    ]
    service.notes.clear()
    assert (service.pads.take_in(), service.notes) == (0, [])
    assert left(path) == [".json", ".json", ".session"]


def test_a_pad_of_another_user_is_not_believed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Pads(path)
    session.write(pad())
    crash(session)
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert "belongs to another user" in unbelieved(path)[0].why
    monkeypatch.undo()
    assert unbelieved(path) == []


@pytest.mark.parametrize("content", [b"[" * 100_000, b"{}", b"\0" * 99, b'{"interview": 1}', b"7", b"[[]]"])
def test_what_is_no_pad_is_named_and_left(path: Path, content: bytes) -> None:
    session = Pads(path)
    session.write(pad())
    (file,) = folder_of(path).glob("*.json")
    file.write_bytes(content)
    crash(session)
    service = opened(path)
    assert service.pads.take_in() == 0
    assert [note.partition(": ")[2] for note in service.notes] == [
        "it holds no draft. Read it, and then remove it."
    ]
    assert file.read_bytes() == content


def test_a_pads_text_is_what_an_import_would_take(path: Path) -> None:
    session = Pads(path)
    session.write(pad(draft=replace(DRAFT, subject="a\nb\x07", body="Dear\x1b[2J\nAda\u202e")))
    session.write(pad("iv-2", replace(DRAFT, body="x" * 20_001)))
    crash(session)
    service = opened(path)
    assert service.pads.take_in() == 1
    assert [(one.subject, one.body) for one in service.interview("iv-1").drafts] == [("a b", "Dear[2J\nAda")]
    assert "a text in it is longer than 20,000 characters" in service.notes[0]
    assert left(path) == [".json", ".session"]
