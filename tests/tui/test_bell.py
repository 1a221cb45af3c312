"""What rings, and that it rings once."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.interview import Interview
from store.rules.board import Board, board
from store.settings import Quiet
from tests.making import BERLIN, POLICY, after, at, called, closed, made, promised, snoozed, thanked
from tui.bell import Bell, quiet_now

CALL = made(thanked(after(1)), promised(after(1), "2026-11-27"), id="call", company="Acme")
FROM = at("2026-12-01 08:00")
"""When the call is due."""
SECOND = timedelta(seconds=1)


def look(now: datetime, *interviews: Interview) -> Board:
    return board(interviews, POLICY, now, BERLIN)


def words(bell: Bell, now: datetime, *interviews: Interview) -> list[str]:
    return [one.words for one in bell.news(look(now, *interviews))]


def test_a_call_rings_when_it_is_due_and_once() -> None:
    bell = Bell()
    assert words(bell, FROM - SECOND, CALL) == []
    assert words(bell, FROM, CALL) == ["Acme: call now"]
    for now in (FROM, FROM + SECOND, FROM - SECOND, FROM, FROM + timedelta(days=2)):
        assert words(bell, now, CALL) == []


def test_the_last_two_hours_of_the_first_day_ring_once() -> None:
    bell = Bell()
    one = made()
    assert words(bell, after(22) - SECOND, one) == []
    assert words(bell, after(22), one) == ["Globex: the first day is about to end"]
    assert words(bell, after(21), one) == words(bell, after(23), one) == []
    assert words(bell, after(24), one) == []
    assert words(Bell(), after(46), one) == [], "the second day is no reason to ring"


def test_a_late_tick_rings_for_what_is_still_to_be_done() -> None:
    assert words(Bell(), FROM + timedelta(days=6), CALL) == ["Acme: call now"]
    assert words(Bell(), after(50), made()) == []


def test_what_is_done_or_closed_is_silent() -> None:
    assert words(Bell(), after(23), made(thanked(after(1))), made(closed(after(1)), id="b")) == []


def test_a_window_that_opens_anew_rings_anew() -> None:
    bell = Bell()
    assert words(bell, FROM, CALL) == ["Acme: call now"]
    again = made(*CALL.events, snoozed(FROM, "2026-12-03"), id="call", company="Acme")
    assert words(bell, FROM + SECOND, again) == []
    assert words(bell, at("2026-12-03 08:00"), again) == ["Acme: call now"]
    tried = made(*again.events, called(at("2026-12-03 09:00")), id="call", company="Acme")
    assert words(bell, at("2026-12-03 09:00"), tried) == []
    assert words(bell, at("2026-12-07 09:00"), tried) == ["Acme: call now"]


def test_every_card_rings_for_itself() -> None:
    bell = Bell()
    news = bell.news(look(FROM, CALL, made(*CALL.events, id="other", company="Zeta")))
    assert [one.card_id for one in news] == ["call", "other"]


@given(st.lists(st.integers(-30, 24 * 20).map(after), max_size=12))
def test_however_the_clock_goes_nothing_rings_twice(ticks: list[datetime]) -> None:
    bell = Bell()
    rung = [one for now in ticks for one in words(bell, now, CALL, made())]
    assert len(rung) == len(set(rung))


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
    hours = Quiet(begins=time.fromisoformat(begins), ends=time.fromisoformat(ends))
    now = datetime.fromisoformat(f"2026-11-18T{clock}").replace(tzinfo=BERLIN)
    assert quiet_now(hours, now, BERLIN) == quiet


def test_quiet_hours_are_the_users_own() -> None:
    noon = at("2026-11-18 12:00")
    assert not quiet_now(Quiet(), noon, BERLIN)
    assert quiet_now(Quiet(), noon, ZoneInfo("Asia/Tokyo"))
