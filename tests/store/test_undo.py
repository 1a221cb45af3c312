"""Every step of the service is taken back and made again, and never over what another window has done."""

from __future__ import annotations

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
from store.interview import Company, Draft, Person
from store.service import Service
from tests.making import after, closed, heard, made
from tests.store.service_made import NOW, ONE, edit, filled, opened, say_heard


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
