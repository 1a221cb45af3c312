"""The sample shows everything, whenever it is looked at, and nobody in it works at night."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from store import exchange
from store.demo import NAME, sample, sample_settings
from store.interview import zone_of
from store.rules.board import board
from store.rules.office import office_of
from store.rules.standing import COLUMNS
from store.settings import Me, Settings
from store.text import forbidden
from tests.making import BERLIN, POLICY

LEVELS = {
    "upcoming", "due", "late", "stale", "waiting", "open", "overdue", "quiet", "offer", "advanced",
    "rejected", "withdrawn", "cancelled",
}  # fmt: skip
NOT_ON_MONDAYS = {"due", "late", "stale", "open", "overdue"}
"""What depends on how long ago the last working days were, and has to do without on some of the others."""
START = datetime(2026, 10, 22, 3, 17, tzinfo=UTC)
ANY_HOUR = [START + timedelta(hours=hours) for hours in range(0, 24 * 9, 7)]
HOLIDAYS = [datetime(2026, 12, day, hour, 17, tzinfo=UTC) for day in (24, 27, 31) for hour in (3, 14)]
ZONES = [BERLIN, ZoneInfo("America/Los_Angeles"), ZoneInfo("Pacific/Auckland")]


@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize("now", [*ANY_HOUR, *HOLIDAYS], ids=lambda now: f"{now:%a %d %b %H}")
def test_every_column_holds_something_at_any_hour(now: datetime, zone: ZoneInfo) -> None:
    book = sample(now, POLICY, zone)
    shown = board(book.interviews.values(), POLICY, now, zone)
    assert all(shown.columns[column] for column in COLUMNS)
    assert {card.standing.level for card in shown.cards()} >= LEVELS - NOT_ON_MONDAYS
    assert {card.standing.level for card in shown.columns["call_now"]} & {"open", "overdue"}
    assert {owed.channel for card in shown.cards() for owed in card.owed} >= {"email", "whatsapp"}
    assert any(card.thanks_missed for card in shown.cards())


@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize("now", [*ANY_HOUR, *HOLIDAYS], ids=lambda now: f"{now:%a %d %b %H}")
def test_nobody_meets_at_night_on_a_day_off_or_twice_at_once(now: datetime, zone: ZoneInfo) -> None:
    interviews = sorted(sample(now, POLICY, zone).interviews.values(), key=lambda one: one.starts_at)
    for one in interviews:
        there = zone_of(one)
        begins, ends = one.starts_at.astimezone(there), one.ends_at.astimezone(there)
        assert time(9) <= begins.time() < ends.time() <= time(17, 30), one.id
        assert begins.date() == ends.date() and office_of(one, POLICY).is_working(begins.date()), one.id
        assert all(event.at <= now for event in one.events), one.id
        theirs = [event.at.astimezone(there) for event in one.events if event.KIND in ("called", "heard")]
        assert all(time(9) <= at.time() <= time(17, 30) for at in theirs), one.id
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(interviews))


def test_on_a_day_in_the_middle_of_a_week_it_shows_every_level() -> None:
    now = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
    shown = board(sample(now, POLICY, BERLIN).interviews.values(), POLICY, now, BERLIN)
    assert {card.standing.level for card in shown.cards()} == LEVELS
    cards = {card.id: card for card in shown.cards()}
    assert cards["fernandsons-1"].course.unanswered_calls == 1
    assert cards["wintergreen-1"].follow_up is not None
    assert cards["wintergreen-1"].follow_up.channel == "email"


def test_whoever_is_to_be_called_has_a_number_and_something_to_be_asked() -> None:
    for one in sample(START).interviews.values():
        if one.id in ("marrow-1", "fernandsons-1", "halyard-1", "wintergreen-1"):
            assert one.questions and one.topics and any(person.phone for person in one.people), one.id


def test_somebody_signs_its_letters() -> None:
    assert sample_settings(Settings()).me.name == NAME
    own = Settings(me=Me(name="Ada Okafor", about=("patience",)))
    assert sample_settings(own) == own


def test_it_is_invented_and_can_be_exchanged() -> None:
    data = exchange.write_bundle(sample(START))
    bundle = exchange.read_bundle(data, "sample")
    for interview, _ in bundle.interviews:
        for person in interview.people:
            assert (person.email or "x.example").endswith(".example")
            assert "555" in (person.phone or "555")
            assert forbidden(person.name, lines=False) is None
