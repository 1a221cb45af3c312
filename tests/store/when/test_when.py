"""Dates and times as people type them: what is understood."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from store.when import OfficeHours, Unclear, describe, read_when
from tests.store.when.when_said import read_instant

from .when_phrases import AS_INSTANT, READ
from .when_said import BERLIN, NEW_YORK, THURSDAY, on, phrases, refused, said


@pytest.mark.parametrize("meant", READ)
def test_where_a_date_is_an_answer(meant: str) -> None:
    for phrase in phrases(READ[meant]):
        assert (phrase, said(phrase)) == (phrase, meant)


@pytest.mark.parametrize("meant", AS_INSTANT)
def test_where_an_instant_is_needed(meant: str) -> None:
    for phrase in phrases(AS_INSTANT[meant]):
        assert (phrase, said(phrase, dates=False)) == (phrase, meant)


def test_a_date_alone_is_never_taken_for_an_instant() -> None:
    instants = {phrase for bars in AS_INSTANT.values() for phrase in phrases(bars)}
    dates = {phrase for meant, bars in READ.items() if len(meant) == 10 for phrase in phrases(bars)}
    for phrase in dates - instants:
        assert "no time of day" in str(refused(phrase, dates=False)) or refused(phrase, dates=False).readings


def test_a_time_is_the_same_whether_or_not_dates_are_taken() -> None:
    """Except for ranges: only a deadline is their later end."""
    for meant, bars in READ.items():
        for phrase in phrases(bars) if len(meant) > 10 else ():
            try:
                assert (phrase, said(phrase, dates=False)) == (phrase, meant)
            except Unclear as refusal:
                assert any(join in phrase for join in ("-", "–", " or ", " to ", " and ")), (phrase, refusal)


FRIDAY_EVENING = {
    "fri 14:00": "2026-11-27 14:00",
    "friday": "2026-11-27",
    "fri 20:00": "2026-11-20 20:00",
    "next friday": "2026-11-27",
    "last friday": "2026-11-13",
    "in 1 working day": "2026-11-23",
    "5pm": "2026-11-21 17:00",
    "19:00": "2026-11-20 19:00",
    "first thing tomorrow": "2026-11-21 09:00",
    "next monday": "2026-11-23",
    "COB friday": "2026-11-27",
}
SUNDAY = {
    "friday": "2026-11-27",
    "next friday": "2026-11-27",
    "last friday": "2026-11-20",
    "last sunday": "2026-11-15",
    "next monday": "2026-11-23",
    "end of next week": "2026-11-27",
    "sunday": "2026-11-22",
    "next sunday": "2026-11-29",
    "eod": "2026-11-22",
    "in 1 working day": "2026-11-23",
    "friday after next": "2026-12-04",
}
MONTH_END = {
    "tomorrow": "2027-01-01",
    "1 jan": "2027-01-01",
    "31 dec": "2026-12-31",
    "eom": "2026-12-31",
    "end of next month": "2027-01-31",
    "in 2 months": "2027-02-28",
    "next monday": "2027-01-04",
    "the 5th": "2027-01-05",
}
LEAP_YEAR = {"in a month": "2028-02-29", "29 feb": "2028-02-29", "end of next month": "2028-02-29"}
CLOCKS_GO_BACK = {
    "in 48 hours": "2026-10-26 21:00",
    "2 days 0 hours": "2026-10-26 22:00",
    "in 5 hours": "2026-10-25 02:00",
    "2026-10-25T02:30+01:00": "2026-10-25 02:30",
    "02:30 CET": "2026-10-25 02:30",
    "tomorrow 03:00": "2026-10-25 03:00",
}
CLOCKS_GO_FORWARD = {
    "in 5 hours": "2027-03-28 04:00",
    "24 hours": "2027-03-28 23:00",
    "tomorrow 22:00": "2027-03-28 22:00",
    "2027-03-28T02:30+01:00": "2027-03-28 03:30",
}


@pytest.mark.parametrize(
    ("now", "meanings"),
    [
        pytest.param(on("2026-11-20 18:30"), FRIDAY_EVENING, id="Friday evening"),
        pytest.param(on("2026-11-22 12:00"), SUNDAY, id="Sunday"),
        pytest.param(on("2026-12-31 10:00"), MONTH_END, id="month end"),
        pytest.param(on("2028-01-31 10:00"), LEAP_YEAR, id="leap year"),
        pytest.param(on("2026-10-24 22:00"), CLOCKS_GO_BACK, id="clocks go back"),
        pytest.param(on("2027-03-27 22:00"), CLOCKS_GO_FORWARD, id="clocks go forward"),
    ],
)
def test_at_other_times(now: datetime, meanings: dict[str, str]) -> None:
    assert {phrase: said(phrase, now) for phrase in meanings} == meanings


def test_across_the_ocean() -> None:
    """Europe's clocks have changed, America's have not: five hours between them, not six."""
    now = on("2026-10-28 09:30", NEW_YORK)
    meanings = {
        "fri 14:00": "2026-10-30 14:00",
        "fri 14:00 Europe/Berlin": "2026-10-30 09:00",
        "3pm CET": "2026-10-28 10:00",
        "mon 9am EST": "2026-11-02 09:00",
        "in 168 hours": "2026-11-04 08:30",
        "eod": "2026-10-28 17:00",
    }
    assert {phrase: said(phrase, now, dates=False, zone=NEW_YORK) for phrase in meanings} == meanings


def test_today_is_today_in_the_zone_that_is_named() -> None:
    assert said("tomorrow 3am Asia/Tokyo", on("2026-11-19 23:00")) == "2026-11-20 19:00"


def test_the_second_of_two_equal_hours_stays_what_it_is() -> None:
    second = on("2026-10-25 02:45", fold=1)
    assert read_instant("now", now=second, zone=BERLIN).utcoffset() == second.utcoffset()
    assert read_instant("in 0 days", now=second, zone=BERLIN).utcoffset() == second.utcoffset()
    assert read_instant("1 hour ago", now=second, zone=BERLIN).fold == 0


def test_holidays_and_office_hours_are_the_callers() -> None:
    off = {date(2026, 11, 20), date(2026, 11, 23)}
    hours = OfficeHours(is_working=lambda day: day.weekday() < 5 and day not in off)
    assert said("in 2 working days", hours=hours) == "2026-11-25"
    assert said("first working day of next month", hours=hours) == "2026-12-01"
    late = OfficeHours(closes=datetime(2026, 1, 1, 18, 30).time())  # noqa: DTZ001 - only its time of day
    assert said("eod", dates=False, hours=late) == "2026-11-19 18:30"


def test_no_office_day_at_all_is_refused_not_searched_for_ever() -> None:
    with pytest.raises(Unclear):
        said("in 1 working day", hours=OfficeHours(is_working=lambda day: False))


@pytest.mark.parametrize(
    ("phrase", "day_first", "month_first"),
    [
        ("5/6/2027", "2027-06-05", "2027-05-06"),
        ("5/7/2027", "2027-07-05", "2027-05-07"),
        ("2/3", "2027-03-02", "2027-02-03"),
        ("13/1", "2027-01-13", "2027-01-13"),
        ("11/27", "2026-11-27", "2026-11-27"),
        ("27.11.", "2026-11-27", "2026-11-27"),
        ("2026-12-01", "2026-12-01", "2026-12-01"),
    ],
)
def test_the_order_of_day_and_month(phrase: str, day_first: str, month_first: str) -> None:
    assert said(phrase, date_order="dmy") == day_first
    assert said(phrase, date_order="mdy") == month_first


def test_dots_are_not_sure_for_those_who_write_the_month_first() -> None:
    with pytest.raises(Unclear):
        said("5.6.2027", date_order="mdy")


def test_a_date_stays_a_date() -> None:
    answer = read_when("fri", now=THURSDAY, zone=BERLIN, dates=True)
    assert type(answer) is date


@pytest.mark.parametrize(
    ("value", "now", "shown"),
    [
        (on("2026-11-24 15:00"), THURSDAY, "Tue 24 Nov 2026, 15:00 Europe/Berlin (in 5 days)"),
        (date(2026, 11, 27), on("2026-11-23 10:00"), "Fri 27 Nov 2026 (in 4 days)"),
        (date(2026, 11, 19), THURSDAY, "Thu 19 Nov 2026 (today)"),
        (date(2026, 11, 20), THURSDAY, "Fri 20 Nov 2026 (tomorrow)"),
        (date(2026, 11, 17), THURSDAY, "Tue 17 Nov 2026 (2 days ago)"),
        (THURSDAY, THURSDAY, "Thu 19 Nov 2026, 10:00 Europe/Berlin (now)"),
        (on("2026-11-19 10:01"), THURSDAY, "Thu 19 Nov 2026, 10:01 Europe/Berlin (in 1 minute)"),
        (on("2026-11-19 08:00"), THURSDAY, "Thu 19 Nov 2026, 08:00 Europe/Berlin (2 hours ago)"),
        (on("2026-11-20 08:00", NEW_YORK), THURSDAY, "Fri 20 Nov 2026, 14:00 Europe/Berlin (in 1 day)"),
        (
            on("2026-10-25 02:30", fold=1),
            on("2026-10-24 12:00"),
            "Sun 25 Oct 2026, 02:30+01:00 Europe/Berlin (in 15 hours)",
        ),
        (
            on("2026-10-26 22:00"),
            on("2026-10-24 22:00"),
            "Mon 26 Oct 2026, 22:00 Europe/Berlin (in 2 days)",
        ),
    ],
)
def test_describing(value: date | datetime, now: datetime, shown: str) -> None:
    assert describe(value, now=now, zone=BERLIN) == shown
