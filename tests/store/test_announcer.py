"""What the user has just done is no news, and neither is what others have announced."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store.changes.moves import log
from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.interview import Interview
from store.service import Service
from tests.making import BERLIN, POLICY, after, at, made, owes, promised, thanked
from tests.store.service_made import note

NOON = at("2026-11-24 11:00")
"""A Tuesday, 12:00 in Berlin."""
BEFORE = made(thanked(after(1)), id="a", company="Acme", role="SRE")


def window(database: Path, now: datetime) -> Service:
    """One more board or command on that file."""
    service = Service(SafeStorage(database), StoppedClock(now), POLICY, BERLIN)
    service.load()
    return service


def news(service: Service) -> list[str]:
    service.load()
    return [f"{one.card.id} {one.kind}" for one in service.announcer.take(service.board())]


def begun(folder: Path, *interviews: Interview, now: datetime = NOON) -> Service:
    """A database of these, of which has been told what there was to tell."""
    service = window(folder / "board.json", now)
    for one in interviews:
        service.add("added", one)
    assert news(service) == []
    return service


def test_where_there_is_no_database_nothing_is_told_or_made(tmp_path: Path) -> None:
    assert news(window(tmp_path / "board.json", NOON)) == []
    assert [*tmp_path.iterdir()] == []


def test_until_somebody_asks_nothing_is_remembered(tmp_path: Path) -> None:
    service = window(tmp_path / "board.json", NOON)
    service.add("added", BEFORE)
    assert not service.announcer.begun


def test_what_the_user_has_just_made_due_is_no_news_anywhere(tmp_path: Path) -> None:
    service = begun(tmp_path, BEFORE)
    note(service, "a", promised(after(2), "2026-11-20T08:00:00Z"))
    note(service, "a", owes(after(2), due="2026-11-25T08:00:00Z"))
    service.add("added", made(id="b", ends_at=NOON - timedelta(hours=23)))
    other = window(service.path, NOON + timedelta(minutes=1))
    assert {one.kind for one in other.announcer.due(other.board())} == {"ask", "owes", "thank"}
    assert news(other) == news(service) == []


def test_what_becomes_due_later_is_news_to_one_of_them(tmp_path: Path) -> None:
    service = begun(tmp_path, BEFORE)
    note(service, "a", owes(after(2), due="2026-11-26T11:00:00Z"))
    later = NOON + timedelta(days=1)
    assert [news(window(service.path, at)) for at in (later - timedelta(seconds=1), later, later)] == [
        [],
        ["a owes"],
        [],
    ]


def test_what_another_round_makes_due_is_no_news_either(tmp_path: Path) -> None:
    """A later round that is deleted gives the earlier one its call back: who deletes it sees that."""
    first = made(
        thanked(after(1)), promised(after(1), "2026-11-20T08:00:00Z"), id="first", company="Acme", role="SRE"
    )
    later = made(id="later", company="Acme", role="SRE", ends_at=NOON + timedelta(days=2))
    service = begun(tmp_path, first, later)
    service.delete("deleted", ["later"])
    assert [one.kind for one in service.announcer.due(service.board())] == ["ask"]
    assert news(service) == []


def test_an_undo_is_the_users_doing_too(tmp_path: Path) -> None:
    service = begun(tmp_path, made(id="b", ends_at=NOON - timedelta(hours=21)))
    note(service, "b", thanked(NOON - timedelta(hours=1)))
    service.clock = StoppedClock(NOON + timedelta(hours=2))
    service.undo()
    assert [one.kind for one in service.announcer.due(service.board())] == ["thank"]
    assert news(service) == []


def test_the_first_time_counts_in_quiet_hours_too(tmp_path: Path) -> None:
    night = at("2026-11-24 22:00")
    service = begun(tmp_path, made(thanked(after(1)), owes(after(2), due="2026-11-25"), id="a"), now=night)
    assert news(window(service.path, at("2026-11-25 07:00"))) == []


def test_what_waits_in_quiet_hours_is_not_lost_to_a_change(tmp_path: Path) -> None:
    service = begun(tmp_path, made(thanked(after(1)), owes(after(2), due="2026-11-25T21:00:00Z"), id="a"))
    service.clock = StoppedClock(at("2026-11-24 21:30"))
    assert news(service) == []
    service.move("noted", ["a"], log(thanked(after(3)), now=service.clock.now()))
    assert news(window(service.path, at("2026-11-25 07:00"))) == ["a owes"]


@pytest.mark.parametrize("kind", ["unreadable", "a folder"])
def test_a_memory_that_is_spoilt_spoils_no_change(tmp_path: Path, kind: str) -> None:
    service = begun(tmp_path, BEFORE)
    memory = tmp_path / "board.json.announced"
    if kind == "unreadable":
        memory.write_bytes(b"{")
    else:
        memory.unlink()
        memory.mkdir()
    note(service, "a", owes(after(2), due="2026-11-25"))
    assert service.notes == []
    assert len(window(service.path, NOON).book.interviews["a"].events) == 2
