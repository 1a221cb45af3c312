"""A card's parts are worked out when they are looked at, and cards are equal that look equal."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from store.rules import board as boards
from store.rules.board import Board, board
from tests.making import BERLIN, POLICY, after, at, card, made, thanked


def test_nothing_is_worked_out_that_nobody_looks_at(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("asked_for", "why", "change_after", "missed"):
        monkeypatch.setattr(boards, part, lambda *_: pytest.fail("it was worked out"))
    found = board([made()], POLICY, after(1), BERLIN)
    assert [one.id for one in found.columns["to_thank"]] == ["iv-1"]


def test_it_is_worked_out_once() -> None:
    one = card(made(), after(1))
    assert one.asked is one.asked
    assert one.why is one.why


def test_cards_are_equal_that_look_equal() -> None:
    waits = made(thanked(after(2)))
    assert card(waits, after(3)) == card(waits, after(4))
    assert hash(card(waits, after(3))) == hash(card(waits, after(4)))
    assert board([waits], POLICY, after(3), BERLIN) == board([waits], POLICY, after(3), BERLIN)


def test_and_not_those_whose_words_facts_or_zones_differ() -> None:
    assert card(made(), after(3)) != card(made(), after(5))  # fewer hours left
    assert card(made(), after(3)) != card(made(location="Room 5"), after(3))
    assert card(made(), after(3)) != card(made(), after(3), zone=ZoneInfo("UTC"))
    assert card(made(), after(3)) != "Globex"


def test_when_to_call_goes_by_the_zone_it_is_seen_from() -> None:
    """Nine in Berlin is the middle of the night in New York."""
    due = at("2026-11-27 09:00")
    here = board([made(thanked(after(2)))], POLICY, due, BERLIN)
    there = here.seen_from(ZoneInfo("America/New_York"))

    def begins(found: Board) -> object:
        (one,) = found.columns["call_now"]
        assert one.follow_up is not None
        return one.follow_up.begins

    assert begins(here) == due
    assert begins(there) == at("2026-11-27 13:00")
    assert there == board([made(thanked(after(2)))], POLICY, due, ZoneInfo("America/New_York"))
