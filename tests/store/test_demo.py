"""The sample shows everything, whenever it is looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from store import exchange
from store.demo import sample
from store.rules.board import board
from store.text import forbidden
from tests.making import POLICY

LEVELS = {
    "upcoming", "due", "late", "stale", "waiting", "open", "overdue", "quiet", "offer", "advanced",
    "rejected", "withdrawn", "cancelled",
}  # fmt: skip
START = datetime(2026, 10, 22, 3, 17, tzinfo=UTC)


@pytest.mark.parametrize("hours", range(0, 24 * 9, 7))
def test_every_column_and_level_is_there_at_any_hour(hours: int) -> None:
    now = START + timedelta(hours=hours)
    book = sample(now)
    shown = board(book.interviews.values(), POLICY, now, ZoneInfo("Europe/Berlin"))
    assert {card.standing.level for card in shown.cards()} == LEVELS
    cards = {card.id: card for card in shown.cards()}
    assert any(card.thanks_missed for card in cards.values())
    assert cards["fernandsons-1"].course.unanswered_calls == 1
    assert cards["wintergreen-1"].follow_up is not None
    assert cards["wintergreen-1"].follow_up.channel == "email"
    assert {owed.channel for card in cards.values() for owed in card.owed} >= {
        "email",
        "whatsapp",
        "recruiter",
    }
    assert all(event.at <= now for one in book.interviews.values() for event in one.events)


def test_it_is_invented_and_can_be_exchanged() -> None:
    data = exchange.write_bundle(sample(START))
    bundle = exchange.read_bundle(data, "sample")
    for interview, _ in bundle.interviews:
        for person in interview.people:
            assert (person.email or "x.example").endswith(".example")
            assert "555" in (person.phone or "555")
            assert forbidden(person.name, lines=False) is None
