"""What is worth an announcement, by what it is the same one, and when the user is at rest."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.interview import Interview
from store.rules.announcing import DueMark, announcements, is_quiet, marks
from store.rules.board import board
from tests.making import (
    ADA,
    BEN,
    BERLIN,
    POLICY,
    after,
    at,
    called,
    closed,
    delivered,
    made,
    owes,
    pinned,
    promised,
    snoozed,
    thanked,
)

CALL = made(thanked(after(1)), promised(after(1), "2026-11-27"), id="call", company="Acme")
FROM = at("2026-12-01 08:00")
"""When the call is due."""
SECOND = timedelta(seconds=1)
OFFER = made(thanked(after(1)), closed(after(2), "offer", "2026-11-26T15:00:00Z"), id="offer")
OWED = made(thanked(after(1)), owes(after(2), due="2026-11-23T12:00:00Z"), id="owed")


def due(now: datetime, *interviews: Interview) -> list[str]:
    """What there is to announce: `call ask`."""
    found = announcements(board(interviews, POLICY, now, BERLIN))
    return [f"{one.card.id} {one.kind}" for one in found]


def limits(now: datetime, *interviews: Interview) -> list[datetime]:
    return [one.limit for one in announcements(board(interviews, POLICY, now, BERLIN))]


@pytest.mark.parametrize(
    ("card", "since", "what"),
    [
        (CALL, FROM, "call ask"),
        (made(), after(22), "iv-1 thank"),
        (OFFER, at("2026-11-25 15:00"), "offer answer"),
        (OWED, at("2026-11-22 12:00"), "owed owes"),
    ],
)
def test_each_kind_is_announced_from_its_instant_on(card: Interview, since: datetime, what: str) -> None:
    assert due(since - SECOND, card) == []
    assert due(since, card) == [what]


def test_a_first_day_that_ends_is_one_only_until_it_has_ended() -> None:
    assert due(after(24) - SECOND, made()) == ["iv-1 thank"]
    assert due(after(24), made()) == []
    assert due(after(46), made()) == [], "the second day is no reason to ring"
    assert due(after(23), made(thanked(after(1)))) == []
    both = made(thanked(after(1)), interviewers=(ADA, BEN))
    assert due(after(23), both) == ["iv-1 thank"], "one of two is still owed thanks"


def test_a_first_day_ends_also_where_the_card_stands_elsewhere() -> None:
    offered = made(closed(after(1), "offer", "2026-11-19T14:00:00Z"))
    assert due(after(23), offered) == ["iv-1 answer", "iv-1 thank"]


def test_late_is_still_to_be_done_and_done_or_closed_is_not() -> None:
    assert due(FROM + timedelta(days=6), CALL) == ["call ask"]
    assert due(FROM, made(*CALL.events, closed(after(3)), id="call")) == []
    assert due(at("2026-11-24 12:00"), OWED) == ["owed owes"]
    assert due(at("2026-11-24 12:00"), made(*OWED.events, delivered(after(4), "e2"), id="owed")) == []
    assert due(at("2026-11-26 16:00"), OFFER) == ["offer answer"]


def test_it_is_the_same_until_the_window_is_another() -> None:
    assert limits(FROM, CALL) == limits(FROM + timedelta(days=3), CALL) == [FROM]
    again = made(*CALL.events, snoozed(FROM, "2026-12-03"), id="call")
    assert limits(FROM + SECOND, again) == []
    assert limits(at("2026-12-03 08:00"), again) == [at("2026-12-03 08:00")]
    tried = made(*again.events, called(at("2026-12-03 09:00")), id="call")
    assert limits(at("2026-12-03 09:00"), tried) == []
    assert limits(at("2026-12-07 09:00"), tried) == [at("2026-12-07 09:00")]


def test_two_things_owed_are_two() -> None:
    two = made(
        thanked(after(1)),
        owes(after(2), "a sample", due="2026-11-23T12:00:00Z"),
        owes(after(2), "a list", due="2026-11-23T12:00:00Z"),
    )
    (card,) = board([two], POLICY, at("2026-11-23 11:00"), BERLIN).columns["awaiting_callback"]
    assert len(marks([card])) == 2


@given(st.lists(st.integers(-30, 24 * 20).map(after), max_size=12))
def test_however_the_clock_goes_there_are_as_many_as_there_are_things(ticks: list[datetime]) -> None:
    found: set[DueMark] = set()
    for now in ticks:
        found |= marks(board([CALL, made(), OFFER, OWED], POLICY, now, BERLIN).cards())
    assert len(found) == len({(one.card, one.kind) for one in found}) <= 5


@pytest.mark.parametrize(
    ("begins", "ends", "clock", "quiet"),
    [
        ("21:00", "08:00", "20:59", False),
        ("21:00", "08:00", "21:00", True),
        ("21:00", "08:00", "00:00", True),
        ("21:00", "08:00", "07:59", True),
        ("21:00", "08:00", "08:00", False),
        ("21:00", "08:00", "12:00", False),
        ("12:00", "14:00", "11:59", False),
        ("12:00", "14:00", "12:00", True),
        ("12:00", "14:00", "14:00", False),
        ("00:00", "00:00", "00:00", False),
        ("09:00", "09:00", "09:00", False),
    ],
)
def test_quiet_hours(begins: str, ends: str, clock: str, quiet: bool) -> None:
    policy = pinned(quiet=(time.fromisoformat(begins), time.fromisoformat(ends)))
    now = datetime.fromisoformat(f"2026-11-18T{clock}").replace(tzinfo=BERLIN)
    assert is_quiet(policy, now, BERLIN) == quiet


def test_quiet_hours_are_the_users_own() -> None:
    noon = at("2026-11-18 12:00")
    assert not is_quiet(POLICY, noon, BERLIN)
    assert is_quiet(POLICY, noon, ZoneInfo("Asia/Tokyo"))


def test_days_away_are_quiet() -> None:
    away = replace(POLICY, away=("2026-11-18/2026-11-19",))
    for now, quiet in (("17 23:30", True), ("18 12:00", True), ("19 12:00", True), ("20 12:00", False)):
        assert is_quiet(away, at(f"2026-11-{now}"), BERLIN) == quiet
