"""Meetings that repeat: which date is taken, and that every rule ends."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from store.calendar import Invitation, Unreadable
from store.calendar.recurrence import BadRule, rule_dates, rule_parts
from tests.store.calendar.calendar_files import (
    GUEST,
    NOW,
    ORGANISER,
    USUAL,
    calendar,
    event,
    read,
    read_all,
)

ME = "jo@home.example"


def taken(*lines: str, on: date | None = None, now: datetime = NOW) -> Invitation:
    return read(calendar(event(*USUAL, *lines)), me=ME, on=on, now=now)


def days_of(invitation: Invitation) -> list[str]:
    return [f"{one.starts_at:%m%d}" for one in invitation.dates]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["RRULE:FREQ=WEEKLY;COUNT=3"], ["1201", "1208", "1215"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261215T090000Z"], ["1201", "1208", "1215"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261215T085959Z"], ["1201", "1208"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261215"], ["1201", "1208", "1215"]),
        (["RDATE;TZID=Europe/Berlin:20261203T100000,20261204T100000"], ["1201", "1203", "1204"]),
        (["RDATE:20261203T090000Z/PT1H"], ["1201", "1203"]),
        (["RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20261202T100000"], ["1201", "1203", "1204"]),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261202T090000Z"], ["1201", "1203"]),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261202"], ["1201", "1203"]),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Europe/Berlin:20261201T100000"], ["1202", "1203"]),
        (["RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2"], ["1201", "1202", "1208"]),
    ],
)
def test_the_dates(lines: list[str], days: list[str]) -> None:
    assert days_of(taken(*lines)) == days


def test_the_hour_on_the_wall_stays_when_the_clocks_change() -> None:
    start = ("DTSTART;TZID=Europe/Berlin:20261020T100000", "DURATION:PT1H", ORGANISER, GUEST)
    weekly = read(calendar(event(*start, "RRULE:FREQ=WEEKLY;COUNT=2")), me=ME)
    assert [one.starts_at.hour for one in weekly.dates] == [8, 9]
    assert all(one.ends_at - one.starts_at == timedelta(hours=1) for one in weekly.dates)


@pytest.mark.parametrize(
    ("now", "day"),
    [("2026-11-17", 1), ("2026-12-02", 8), ("2026-12-09", 15), ("2026-12-16", 15), ("2030-01-01", 15)],
)
def test_the_next_date_is_taken_else_the_last(now: str, day: int) -> None:
    one = taken("RRULE:FREQ=WEEKLY;COUNT=3", now=datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert one.starts_at.day == day
    assert (one.occurrence, one.told) == (one.starts_at, False)


def test_of_one_without_an_end_some_dates_are_named() -> None:
    one = taken("RRULE:FREQ=DAILY", now=datetime(2031, 5, 5, 9, tzinfo=UTC))
    assert one.starts_at == datetime(2031, 5, 6, 8, tzinfo=UTC)
    (words,) = (words for words in one.said if "repeats" in words)
    assert "2031-05-07" in words and "another" in words and len(words) < 200


def test_a_date_is_asked_for() -> None:
    one = taken("RRULE:FREQ=WEEKLY;COUNT=3", on=date(2026, 12, 8))
    assert (one.starts_at.day, one.told) == (8, True)
    with pytest.raises(Unreadable, match="2026-12-01, 2026-12-08 or 2026-12-15"):
        taken("RRULE:FREQ=WEEKLY;COUNT=3", on=date(2026, 12, 9))


def test_a_date_of_what_does_not_repeat_is_not_looked_for() -> None:
    one = taken(on=date(2026, 12, 8))
    assert (one.starts_at.day, one.told) == (1, False)
    assert any("does not repeat" in words for words in one.said)


def series(*others: str, rule: str = "RRULE:FREQ=WEEKLY;COUNT=3") -> Invitation:
    return read(calendar(event(*USUAL, rule), *others), me=ME)


def changed(known_by: str, *lines: str) -> str:
    return event(f"RECURRENCE-ID;TZID=Europe/Berlin:{known_by}", *lines)


def test_a_date_that_is_moved_or_called_off() -> None:
    moved = changed("20261201T100000", "DTSTART;TZID=Europe/Berlin:20261203T140000", "DURATION:PT2H")
    off = changed("20261208T100000", "DTSTART;TZID=Europe/Berlin:20261208T100000", "STATUS:CANCELLED")
    one = series(moved, off)
    assert days_of(one) == ["1203", "1215"]
    assert (one.starts_at.hour, one.ends_at - one.starts_at) == (13, timedelta(hours=2))
    assert one.occurrence == datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert one.company == "Northwind" and [guest.name for guest in one.people] == ["Ida Holm"]


def test_a_date_known_by_its_day() -> None:
    off = event("RECURRENCE-ID;VALUE=DATE:20261208", "STATUS:CANCELLED", "DTSTART:20261208T090000Z")
    assert days_of(series(off)) == ["1201", "1215"]


def test_a_series_of_which_nothing_is_left() -> None:
    off = [changed(f"202612{day:02}T100000", "STATUS:CANCELLED") for day in (1, 8, 15)]
    with pytest.raises(Unreadable, match="Every date"):
        series(*off)


def test_a_date_that_cannot_be_read_is_named() -> None:
    one = series(changed("20261208T100000", "DTSTART:tomorrow"))
    assert days_of(one) == ["1201", "1208", "1215"]
    assert any("passed over" in words and "tomorrow" in words for words in one.said)


def test_one_date_without_its_series() -> None:
    alone = changed("20261208T100000", *USUAL)
    one = read(calendar(alone), me=ME)
    assert one.occurrence == datetime(2026, 12, 8, 9, tzinfo=UTC)
    assert (one.starts_at.day, one.dates) == (1, ())


@pytest.mark.parametrize(
    "rule",
    [
        "", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;BYEASTER=0", "FREQ=DAILY;FREQ=WEEKLY", "COUNT=3",
        "FREQ=DAILY;" + "X" * 600,
        "FREQ=DAILY;BYHOUR=0,1,2,3,4;BYMINUTE=0,1,2,3,4,5", "FREQ=DAILY;UNTIL=soon", "FREQ=DAILY;BYDAY=ZZ",
    ],
)  # fmt: skip
def test_a_rule_that_no_meeting_follows_is_said(rule: str) -> None:
    one = taken(f"RRULE:{rule}")
    assert days_of(one) == ["1201"]
    assert any("repeats could not be read" in words for words in one.said)


rules = st.builds(
    lambda freq, interval, count, by: ";".join(filter(None, (f"FREQ={freq}", interval, count, by))),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.sampled_from(["", "INTERVAL=2", "INTERVAL=3", "INTERVAL=7"]),
    st.sampled_from(["", "COUNT=1", "COUNT=5", "COUNT=30"]),
    st.sampled_from(
        ["", "BYDAY=MO", "BYDAY=TU,TH", "BYDAY=MO,TU,WE,TH,FR", "BYMONTHDAY=1,15,-1", "BYMONTH=2,12",
         "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "BYDAY=SU;BYMONTH=3", "BYYEARDAY=60,-1",
         "BYMONTH=2;BYMONTHDAY=29"]
    ),
)  # fmt: skip


@given(rules, st.datetimes(datetime(1990, 1, 1), datetime(2050, 1, 1)))  # noqa: DTZ001 - on the wall
@settings(max_examples=150, deadline=None)
def test_the_dates_are_those_of_the_library(rule: str, start: datetime) -> None:
    start = start.replace(microsecond=0)
    last = start + timedelta(days=3_000)
    parts = rule_parts(rule)
    ours = list(islice(rule_dates(parts, start, last, lambda at: at.replace(tzinfo=None)), 20))
    theirs = (one for one in rrulestr(rule, dtstart=start).xafter(start, inc=True))
    assert ours == [one for one in islice(theirs, 20) if one <= last]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYSETPOS=2", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY", "FREQ=DAILY;COUNT=99999",
        "FREQ=YEARLY;INTERVAL=9999",
    ],
)  # fmt: skip
def test_every_rule_ends(rule: str) -> None:
    start, last = datetime(1996, 3, 1, 10), datetime(2029, 1, 1)  # noqa: DTZ001 - on the wall
    began = time.process_time()
    assert all(one <= last for one in rule_dates(rule_parts(rule), start, last, lambda at: at))
    assert time.process_time() - began < 1


def test_beyond_the_years_of_meetings_there_is_no_rule() -> None:
    late = datetime(2199, 12, 1, 10)  # noqa: DTZ001 - on the wall
    with pytest.raises(BadRule):
        list(rule_dates(rule_parts("FREQ=DAILY"), late, late + timedelta(days=9), lambda at: at))


def test_several_meetings_and_one_that_cannot_be_read() -> None:
    broken = event(ORGANISER, GUEST, "DTSTART:soon", "SUMMARY:Lunch", uid="b")
    late = event(*USUAL[:2], "DTSTART:20261201T150000Z", "DTEND:20261201T160000Z", uid="c")
    whole = read_all(calendar(late, broken, event(*USUAL, uid="a")), me=ME)
    assert [one.uid for one in whole.meetings] == ["a", "c"]
    (words,) = whole.said
    assert "Lunch" in words and "soon" in words
    cut = calendar(event(*USUAL, uid="a"), event(*USUAL, uid="d"))[:-50]
    whole = read_all(cut, me=ME)
    assert [one.uid for one in whole.meetings] == ["a"] and "part of it is missing" in whole.said[0]
