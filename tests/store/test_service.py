"""The service: moves, drafts, and what happens when two of them are open at once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.changes import moves
from store.changes.moves import Refused
from store.clock import StoppedClock
from store.interview import Draft, Thanked
from store.service import Service
from tests.making import END, after, made, promised, thanked
from tests.store.service_made import NOW, ONE, edit, opened, say_heard

# Moves


def test_a_move_on_several_is_made_on_all_or_none(path: Path, service: Service) -> None:
    service.move("heard", ["iv-1"], say_heard("e1"))
    before = path.read_bytes()
    for ids in (["iv-2", "iv-1"], ["iv-2", "iv-9"]):
        with pytest.raises(Refused):
            service.move("heard", ids, say_heard("e1"))
        assert path.read_bytes() == before
    assert service.undo_words == "heard"


def test_a_move_that_changes_nothing_writes_nothing_and_is_no_step(path: Path, service: Service) -> None:
    before = path.stat()
    service.move("renamed", ["iv-1"], edit("role", "Data engineer", "Data engineer"))
    service.do("nothing", lambda book: book)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert service.undo_words == "added Acme"


def test_an_unknown_interview_is_refused_with_near_ones_offered(service: Service) -> None:
    with pytest.raises(Refused, match=r"no interview 'iv-3'; did you mean iv-\d or iv-\d\?"):
        service.interview("iv-3")
    with pytest.raises(Refused, match="`ringback list` shows"):
        service.delete("deleted", ["Globex"])
    with pytest.raises(Refused, match="already an interview iv-1"):
        service.add("added", ONE)


def test_a_deleted_interview_is_in_a_backup_and_comes_back(service: Service) -> None:
    service.delete("deleted Globex", ["iv-1"])
    assert list(service.book.interviews) == ["iv-2"]
    (backup,) = [one for one in service.backups.all() if one.reason == "before-delete"]
    assert b"iv-1" in backup.read()
    service.undo()
    assert service.interview("iv-1") == ONE


def test_moves_are_made_to_what_is_there_now(path: Path, service: Service) -> None:
    other = opened(path)
    other.move("heard", ["iv-1"], say_heard("e1"))
    service.move("heard", ["iv-1"], say_heard("e2"))
    assert [one.id for one in service.interview("iv-1").events] == ["e1", "e2"]
    assert other.refresh()
    assert not other.refresh()
    assert other.book == service.book


def test_thanking_everyone_thanks_whom_another_window_has_not(path: Path, service: Service) -> None:
    ids = iter("abcdefgh")
    settle = moves.settle(Thanked, lambda: next(ids), now=NOW, at=NOW)
    opened(path).move("thanked", ["iv-1"], moves.log(replace(thanked(after(1)), id="e1"), now=NOW))
    service.move("thanked all", ["iv-1"], settle)
    assert [one.to for one in service.interview("iv-1").events] == ["p1", "p2"]  # type: ignore[union-attr]
    with pytest.raises(Refused, match="Everyone at Globex"):
        service.move("thanked all", ["iv-1"], settle)


# Two windows, one field


def test_of_two_texts_the_later_is_taken_and_the_other_kept_beside_it(path: Path, service: Service) -> None:
    opened(path).move("renamed", ["iv-1"], edit("role", "Data engineer", "Analyst"))
    service.move("renamed", ["iv-1"], edit("role", "Data engineer", "Architect"))
    one = service.interview("iv-1")
    assert one.role == "Architect"
    assert [(kept.field, kept.value, kept.at) for kept in one.conflicts] == [("role", "Analyst", NOW)]


def test_other_fields_are_both_changed_without_a_conflict(path: Path, service: Service) -> None:
    opened(path).move("renamed", ["iv-1"], edit("role", "Data engineer", "Analyst"))
    service.move("moved", ["iv-1"], edit("location", "", "Room 4"))
    one = service.interview("iv-1")
    assert (one.role, one.location, one.conflicts) == ("Analyst", "Room 4", ())


def test_the_same_change_twice_is_no_conflict(path: Path, service: Service) -> None:
    for one in (opened(path), service):
        one.move("renamed", ["iv-1"], edit("role", "Data engineer", "Analyst"))
    assert service.interview("iv-1").conflicts == ()


# Drafts


def test_drafts_written_in_two_windows_are_both_kept(path: Path, service: Service) -> None:
    seen = service.keep_draft("iv-1", Draft(id="d1", body="Dear Ada"), None)
    other = opened(path)
    there = other.keep_draft("iv-1", replace(seen, body="Dear Ada, thank you"), seen)
    here = service.keep_draft("iv-1", replace(seen, body="Dear Ms Okafor"), seen)
    assert there.id == "d1" != here.id
    assert [one.body for one in service.interview("iv-1").drafts] == ["Dear Ada, thank you", "Dear Ms Okafor"]
    later = service.keep_draft("iv-1", replace(here, body="Dear Ms Okafor, thank you"), here)
    assert later.id == here.id
    assert len(service.interview("iv-1").drafts) == 2


def test_a_draft_is_no_step_to_undo(service: Service) -> None:
    service.keep_draft("iv-1", Draft(id="d1", body="Dear Ada"), None)
    assert service.undo_words == "added Acme"


def test_a_draft_saved_again_writes_nothing(path: Path, service: Service) -> None:
    seen = service.keep_draft("iv-1", Draft(id="d1", body="Dear Ada"), None)
    before = path.read_bytes()
    assert service.keep_draft("iv-1", seen, seen) == seen
    assert path.read_bytes() == before


def test_older_texts_of_a_draft_are_kept(service: Service) -> None:
    clock = service.clock
    assert isinstance(clock, StoppedClock)
    stored = service.keep_draft("iv-1", Draft(id="d1", body="text 0"), None)
    for number in range(1, 30):
        clock.at += timedelta(minutes=2)
        stored = service.keep_draft("iv-1", replace(stored, body=f"text {number}"), stored)
    assert [one.body for one in stored.versions] == [f"text {number}" for number in range(9, 29)]


def test_while_someone_types_older_texts_are_kept_a_minute_apart(service: Service) -> None:
    clock = service.clock
    assert isinstance(clock, StoppedClock)
    stored = service.keep_draft("iv-1", Draft(id="d1", body="text"), None)
    for _ in range(60):
        clock.at += timedelta(seconds=3)
        stored = service.keep_draft("iv-1", replace(stored, body=stored.body + " more"), stored)
    assert [one.at.minute for one in stored.versions] == [0, 0, 1, 2]
    emptied = service.keep_draft("iv-1", replace(stored, body=""), stored)
    assert emptied.versions[-1].body == stored.body, "an emptied text is one step away"


# Time


def test_the_board_is_looked_at_now_or_then(service: Service) -> None:
    assert service.board().at == NOW
    assert [one.id for one in service.board().columns["to_thank"]] == ["iv-2", "iv-1"]
    assert [one.id for one in service.board(END - timedelta(hours=2)).columns["upcoming"]] == ["iv-2", "iv-1"]


def test_from_change_to_change_and_back(path: Path) -> None:
    service = opened(path)
    service.add("added", made(promised(after(1), "2026-11-27"), thanked(after(30))))
    assert service.change_after(NOW) == after(24)
    assert service.change_after(after(24)) == after(30)
    assert service.change_before(after(30)) == after(24)
    assert service.change_before(after(24)) == END
    assert service.change_before(END - timedelta(days=3)) is None


def test_the_notes_say_what_the_user_should_know(
    path: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service.storage.file, "save", lambda data: False)
    service.move("heard", ["iv-1"], say_heard("e1"))
    assert service.notes[-1] == "Saved, but the disk did not confirm it."
