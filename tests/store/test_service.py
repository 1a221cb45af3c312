"""The service: moves and their undoing, drafts, and what happens when two of them are open at once."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.book import Book
from store.changes import moves
from store.changes.moves import Refused
from store.changes.undo import MOST, ROOM, NeedsConfirmation
from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.interview import Company, Draft, Person, Thanked
from store.service import Service
from tests.making import ADA, BEN, BERLIN, END, POLICY, after, closed, heard, made, promised, thanked

NOW = after(20)
ONE = made(interviewers=(ADA, BEN))
TWO = made(id="iv-2", company="Acme")


@pytest.fixture
def service(path: Path) -> Service:
    """A service with two interviews."""
    return filled(path)


def opened(path: Path, now: datetime = NOW) -> Service:
    service = Service(SafeStorage(path), StoppedClock(now), POLICY, BERLIN)
    service.refresh()
    return service


def filled(path: Path) -> Service:
    service = opened(path)
    service.add("added Globex", ONE)
    service.add("added Acme", TWO)
    return service


def edit(field: str, seen: object, wanted: object) -> moves.Move:
    return moves.edit({field: (seen, wanted)}, now=NOW)


def say_heard(identity: str) -> moves.Move:
    return moves.log(replace(heard(after(2)), id=identity), now=NOW)


# Undo and redo


def test_every_step_back_and_forth(path: Path) -> None:
    service = filled(path)
    states = [Book(), Book({ONE.id: ONE}), service.book]
    service.move("heard from Globex", ["iv-1"], say_heard("e1"))
    states.append(service.book)
    service.move("closed both", ["iv-1", "iv-2"], moves.log(replace(closed(after(3)), id="x"), now=NOW))
    states.append(service.book)
    service.move("renamed", ["iv-2"], edit("company", "Acme", "Apex"))
    states.append(service.book)
    service.delete("deleted Globex", ["iv-1"])
    states.append(service.book)
    words = ["added Globex", "added Acme", "heard from Globex", "closed both", "renamed", "deleted Globex"]
    for place in range(5, -1, -1):
        assert service.undo_words == words[place]
        assert service.undo() == words[place]
        assert service.book == states[place] == opened(path).book
        assert service.redo_words == words[place]
    for place in range(6):
        assert service.redo() == words[place]
        assert service.book == states[place + 1]
    assert service.undo_words == "deleted Globex"


def test_nothing_to_undo_or_redo(path: Path) -> None:
    service = opened(path)
    assert (service.undo_words, service.redo_words) == (None, None)
    with pytest.raises(Refused, match="nothing to undo"):
        service.undo()
    with pytest.raises(Refused, match="nothing to redo"):
        service.redo()
    assert list(path.parent.iterdir()) == []


def test_a_new_step_leaves_nothing_to_redo(service: Service) -> None:
    service.undo()
    service.move("heard", ["iv-1"], say_heard("e1"))
    assert service.redo_words is None


@settings(max_examples=12)
@given(st.lists(st.sampled_from(["log", "edit", "bulk", "delete", "draft", "undo", "redo"]), max_size=12))
def test_all_steps_undone_lead_back(tmp_path_factory: pytest.TempPathFactory, todo: list[str]) -> None:
    service = filled(tmp_path_factory.mktemp("service") / "ringback.json")
    for number, what in enumerate(todo):
        ids = [one for one in service.book.interviews if one != "iv-2"]
        both = list(service.book.interviews)
        if what in ("undo", "redo"):
            stack = service.undo_words if what == "undo" else service.redo_words
            if stack is not None:
                (service.undo if what == "undo" else service.redo)(sure=True)
        elif what == "delete":
            service.delete("deleted", ids)
        elif what == "draft" and ids:
            service.keep_draft(ids[0], Draft(id="d1", body=f"text {number}"), None)
        elif what == "log":
            service.move("logged", ids, say_heard(f"e{number}"))
        elif ids:
            seen = service.interview(ids[0]).role
            service.move("edited", both if what == "bulk" else ids, edit("role", seen, f"role {number}"))
    end = service.book
    taken_back = 0
    while service.undo_words is not None:
        service.undo(sure=True)
        taken_back += 1
    assert service.book == Book()
    for _ in range(taken_back):
        service.redo(sure=True)
    assert {k: replace(v, drafts=()) for k, v in service.book.interviews.items()} == {
        k: replace(v, drafts=()) for k, v in end.interviews.items()
    }


def test_undo_refuses_where_another_window_has_changed_the_same_interview(
    path: Path, service: Service
) -> None:
    service.move("heard", ["iv-1"], say_heard("e1"))
    opened(path).move("heard again", ["iv-1"], say_heard("e2"))
    before = path.read_bytes()
    with pytest.raises(Refused, match=r"^Not undone: another window has since changed Globex \(heard\)\.$"):
        service.undo()
    assert path.read_bytes() == before
    assert service.undo_words == "heard", "it can be tried again"


def test_undo_minds_neither_other_interviews_nor_fields_nor_drafts(path: Path, service: Service) -> None:
    service.move("heard", ["iv-1"], say_heard("e1"))
    other = opened(path)
    other.move("renamed", ["iv-1", "iv-2"], edit("role", "Data engineer", "Analyst"))
    draft = other.keep_draft("iv-1", Draft(id="d1", body="Dear Ada"), None)
    service.undo()
    assert service.interview("iv-1") == replace(ONE, role="Analyst", drafts=(draft,))
    assert service.interview("iv-2").role == "Analyst"


def test_a_draft_survives_the_undoing_and_redoing_of_an_addition(path: Path, service: Service) -> None:
    opened(path).keep_draft("iv-2", Draft(id="d1", body="Dear Ada"), None)
    before = path.read_bytes()
    with pytest.raises(NeedsConfirmation, match=r"^Not undone yet \(added Acme\): .* a draft written"):
        service.undo()
    assert path.read_bytes() == before
    service.undo(sure=True)
    assert "iv-2" not in service.book.interviews
    (kept,) = [one for one in service.backups.all() if one.reason == "before-undo"]
    assert kept.read() == before
    service.redo()
    assert service.interview("iv-2").drafts[0].body == "Dear Ada"


def test_what_is_known_of_a_company_is_undone_too(path: Path, service: Service) -> None:
    before = path.read_bytes().replace(b'"saves":2', b'"saves":4')
    acme = Company(name="Acme", no_thanks=True)
    service.do("no thanks for Acme", lambda book: book.with_company(acme))
    service.undo()
    assert service.book.companies == {}
    assert path.read_bytes() == before
    service.redo()
    assert service.book.companies == {"Acme": acme}
    opened(path).do("noted", lambda book: book.with_company(replace(acme, notes="seen")))
    with pytest.raises(Refused, match="what is known of Acme"):
        service.undo()


def test_steps_outlive_the_window_and_say_whose_they_were(path: Path, service: Service) -> None:
    service.undoing.by = "board"
    service.move("heard", ["iv-1"], say_heard("e1"))
    later = opened(path)
    assert later.undo_words == "heard (another window)"
    later.move("heard again", ["iv-2"], say_heard("e2"))
    # What another window does meanwhile is not in this one's way, but `ringback undo` takes it back.
    service.move("closed", ["iv-1"], moves.log(replace(closed(after(3)), id="x"), now=NOW))
    assert later.undo() == "heard again"
    assert opened(path).undo(anyone=True) == "closed (another window)"
    assert later.undo() == "heard (another window)"
    assert later.undo() == "added Acme (the command line)"
    assert later.undo() == "added Globex (the command line)"
    with pytest.raises(Refused, match="nothing to undo"):
        opened(path).undo(anyone=True)
    assert later.redo() == "added Globex"


def test_a_step_is_taken_back_once(path: Path, service: Service) -> None:
    first, second = opened(path), opened(path)
    assert (first.undo(), second.undo()) == (
        "added Acme (the command line)",
        "added Globex (the command line)",
    )


def test_undo_leaves_no_event_about_nobody(path: Path, service: Service) -> None:
    ada = Person(id="p7", name="Ada")
    service.move("met Ada", ["iv-1"], edit("contacts", (), (ada,)))
    event = replace(heard(after(2)), id="e1", to="p7")
    opened(path).move("heard", ["iv-1"], moves.log(event, now=NOW))
    with pytest.raises(Refused):
        service.undo()
    assert service.interview("iv-1").contacts == (ada,)


def test_a_hundred_steps_are_kept_and_they_stay_small(path: Path, service: Service) -> None:
    for number in range(120):
        service.move(f"heard {number}", ["iv-1"], say_heard(f"e{number}"))
    assert len(service.storage.steps) == MOST
    assert sum(len(msgspec.json.encode(one)) for one in service.storage.steps.values()) < 50_000
    later = opened(path)
    for number in range(119, 19, -1):
        assert later.undo() == f"heard {number} (the command line)"
    assert later.undo_words is None
    assert len(later.interview("iv-1").events) == 20


def test_large_steps_push_out_older_ones(path: Path, service: Service) -> None:
    for number in range(8):
        large = made(id=f"big-{number}", company="Big", topics=("x" * 20_000,) * 30)
        service.add("added Big", large)
        service.delete("deleted Big", [large.id])
    sizes = [len(msgspec.json.encode(one)) for one in service.storage.steps.values()]
    assert sum(sizes) < ROOM + 600_500
    assert service.undo() == "deleted Big"


def test_a_bulk_change_is_one_step(service: Service) -> None:
    service.move("heard of both", ["iv-1", "iv-2"], say_heard("e1"))
    assert [one.words for one in service.storage.steps.values()][-1] == "heard of both"
    assert len(service.storage.steps) == 3


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
