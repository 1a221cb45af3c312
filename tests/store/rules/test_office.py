"""Office time: weekends, holidays, other working days, odd hours, and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from store.policy import Policy
from store.rules.office import DAY, Office, not_quiet, office_of, reachable, texts_from
from tests.making import POLICY, made, pinned

SECOND = timedelta(seconds=1)
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
WEEK = POLICY
HOLIDAY = pinned(holidays=(date(2026, 11, 23), date(2026, 11, 24)))
SUNDAYS = pinned(working_days=(6, 0, 1, 2, 3))
SHORT = pinned(office_opens=time(9, 30), office_closes=time(12, 15))
NIGHT = pinned(office_opens=time(0), office_closes=time(23, 59))


def office(policy: Policy, zone: ZoneInfo) -> Office:
    """The office of an interview in that zone."""
    return office_of(made(zone=zone.key), policy)


def there(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """A wall time over there in November 2026, `20 17:00`, or with its month, `10-25 09:00`."""
    day, clock = text.split()
    day = day if "-" in day else f"11-{day}"
    return datetime.fromisoformat(f"2026-{day}T{clock}").replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("policy", "since", "opens"),
    [
        pytest.param(WEEK, "18 12:00", "18 12:00", id="open"),
        pytest.param(WEEK, "18 09:00", "18 09:00", id="opening itself"),
        pytest.param(WEEK, "18 08:59", "18 09:00", id="early in the morning"),
        pytest.param(WEEK, "18 16:59", "18 16:59", id="the last minute"),
        pytest.param(WEEK, "18 17:00", "19 09:00", id="closing is closed"),
        pytest.param(WEEK, "20 17:00", "23 09:00", id="over the weekend"),
        pytest.param(WEEK, "21 12:00", "23 09:00", id="on a Saturday"),
        pytest.param(WEEK, "22 23:59", "23 09:00", id="Sunday night"),
        pytest.param(HOLIDAY, "20 17:00", "25 09:00", id="over weekend and holidays"),
        pytest.param(HOLIDAY, "23 12:00", "25 09:00", id="on a holiday"),
        pytest.param(SUNDAYS, "19 18:00", "22 09:00", id="the weekend is Friday and Saturday"),
        pytest.param(SUNDAYS, "22 10:00", "22 10:00", id="a working Sunday"),
        pytest.param(SHORT, "18 12:15", "19 09:30", id="short hours"),
        pytest.param(NIGHT, "18 23:59", "19 00:00", id="open nearly round the clock"),
        pytest.param(pinned(working_days=(2,)), "18 17:00", "25 09:00", id="one day a week"),
        pytest.param(WEEK, "10-24 20:00", "10-26 09:00", id="over the night the clocks go back"),
    ],
)
def test_the_next_opening(policy: Policy, since: str, opens: str) -> None:
    assert office(policy, BERLIN).next_open(there(since)) == there(opens)


@pytest.mark.parametrize(
    ("policy", "since", "closes"),
    [
        pytest.param(WEEK, "18 12:00", "18 17:00", id="open"),
        pytest.param(WEEK, "18 17:00", "18 17:00", id="closing itself"),
        pytest.param(WEEK, "18 17:01", "19 17:00", id="just after"),
        pytest.param(WEEK, "20 17:01", "23 17:00", id="over the weekend"),
        pytest.param(WEEK, "21 00:00", "23 17:00", id="on a Saturday"),
        pytest.param(HOLIDAY, "21 00:00", "25 17:00", id="weekend and holidays"),
        pytest.param(SUNDAYS, "20 00:00", "22 17:00", id="a working Sunday"),
        pytest.param(SHORT, "18 12:16", "19 12:15", id="short hours"),
    ],
)
def test_the_closing_after(policy: Policy, since: str, closes: str) -> None:
    assert office(policy, BERLIN).close_after(there(since)) == there(closes)


@pytest.mark.parametrize(
    ("policy", "since", "limit"),
    [
        pytest.param(WEEK, "18 15:00", "25 17:00", id="five working days"),
        pytest.param(WEEK, "18 23:59", "25 17:00", id="the hour of the day does not count"),
        pytest.param(WEEK, "20 09:00", "27 17:00", id="from a Friday"),
        pytest.param(WEEK, "21 09:00", "27 17:00", id="from a Saturday"),
        pytest.param(HOLIDAY, "18 15:00", "27 17:00", id="holidays do not count"),
        pytest.param(pinned(assumed_callback=1), "20 15:00", "23 17:00", id="one working day"),
        pytest.param(pinned(assumed_callback=10), "18 15:00", "12-02 17:00", id="ten working days"),
        pytest.param(WEEK, "10-21 15:00", "10-28 17:00", id="over a clock change"),
    ],
)
def test_the_answer_that_nobody_promised(policy: Policy, since: str, limit: str) -> None:
    assert office(policy, BERLIN).assumed(there(since)) == there(limit)


def test_the_day_is_the_one_over_there() -> None:
    late_in_berlin = there("18 01:00")
    assert office(WEEK, NEW_YORK).assumed(late_in_berlin) == there("24 17:00", NEW_YORK)
    assert office(WEEK, BERLIN).assumed(late_in_berlin) == there("25 17:00")


def test_a_date_means_its_closing_time_also_on_a_sunday() -> None:
    assert office(WEEK, BERLIN).instant(date(2026, 11, 22)) == there("22 17:00")
    assert office(WEEK, BERLIN).instant(there("22 03:00")) == there("22 03:00")


@pytest.mark.parametrize(
    ("policy", "limit", "call_from", "call_by"),
    [
        pytest.param(WEEK, "27", "12-01 09:00", "12-01 17:00", id="a Friday: a whole Monday has to pass"),
        pytest.param(
            WEEK, "24", "26 09:00", "26 17:00", id="a Tuesday: a day later the office has just closed"
        ),
        pytest.param(WEEK, "22", "24 09:00", "25 17:00", id="a Sunday"),
        pytest.param(WEEK, "24 12:00", "25 12:00", "26 17:00", id="at noon"),
        pytest.param(WEEK, "26 12:00", "27 12:00", "30 17:00", id="at noon before a weekend"),
        pytest.param(HOLIDAY, "20", "26 09:00", "26 17:00", id="before holidays"),
        pytest.param(pinned(call_wait=0, call_late=0), "24 12:00", "24 12:00", "24 17:00", id="no waiting"),
        pytest.param(WEEK, "10-23", "10-27 09:00", "10-27 17:00", id="over the night the clocks go back"),
        pytest.param(
            WEEK, "10-24 16:00", "10-27 09:00", "10-28 17:00", id="a Saturday: it counts from Monday on"
        ),
    ],
)
def test_the_window_after_a_deadline(policy: Policy, limit: str, call_from: str, call_by: str) -> None:
    day = limit if "-" in limit else f"11-{limit}"
    deadline = there(limit) if " " in limit else date.fromisoformat(f"2026-{day}")
    here = office(policy, BERLIN)
    assert here.window(here.instant(deadline)) == (there(call_from), there(call_by))


@pytest.mark.parametrize(
    ("policy", "since", "hours", "passed"),
    [
        pytest.param(WEEK, "18 17:00", 24, "19 17:00", id="from day to day"),
        pytest.param(WEEK, "20 17:00", 24, "23 17:00", id="a weekend does not count"),
        pytest.param(WEEK, "21 12:00", 24, "24 00:00", id="from a Saturday: the midnight that ends Monday"),
        pytest.param(WEEK, "18 00:00", 24, "19 00:00", id="a whole day ends at its midnight"),
        pytest.param(WEEK, "20 00:00", 24, "21 00:00", id="also where the next does not count"),
        pytest.param(HOLIDAY, "20 17:00", 8, "25 01:00", id="one hour after weekend and holidays"),
        pytest.param(WEEK, "21 12:00", 0, "21 12:00", id="no hours, no wait"),
        pytest.param(WEEK, "20 17:00", 48, "24 17:00", id="two days"),
    ],
)
def test_hours_of_working_days(policy: Policy, since: str, hours: int, passed: str) -> None:
    assert office(policy, BERLIN).after(there(since), timedelta(hours=hours)) == there(passed)


@pytest.mark.parametrize(
    ("zone", "since", "hours", "passed"),
    [
        pytest.param("Europe/Berlin", "2026-10-24T20:00+02:00", 24, "2026-10-25T19:00+01:00", id="25 hours"),
        pytest.param("Europe/Berlin", "2026-10-25T00:00+02:00", 24, "2026-10-25T23:00+01:00", id="not all"),
        pytest.param("Europe/Berlin", "2026-03-28T20:00+01:00", 24, "2026-03-29T21:00+02:00", id="23 hours"),
        pytest.param("Europe/Berlin", "2026-03-29T00:00+01:00", 24, "2026-03-30T01:00+02:00", id="and one"),
        pytest.param(
            "Australia/Lord_Howe", "2026-10-04T00:00+10:30", 24, "2026-10-05T00:30+11:00", id="half an hour"
        ),
        pytest.param(
            "America/Havana", "2026-03-07T12:00-05:00", 12, "2026-03-08T01:00-04:00", id="no midnight"
        ),
        pytest.param(
            "America/Havana", "2026-10-31T12:00-04:00", 13, "2026-11-01T00:00-05:00", id="two of them"
        ),
    ],
)
def test_hours_are_elapsed_where_clocks_change(zone: str, since: str, hours: int, passed: str) -> None:
    """The days of a clock change are weekends: here every day is worked on."""
    everyday = office(pinned(working_days=(0, 1, 2, 3, 4, 5, 6)), ZoneInfo(zone))
    start, end = datetime.fromisoformat(since), datetime.fromisoformat(passed)
    assert everyday.after(start, timedelta(hours=hours)) == end
    assert end - start == timedelta(hours=hours)


def test_a_day_of_a_clock_change_counts_with_the_hours_it_has() -> None:
    """The Sunday that is worked on has 25 hours in October: the rest of a wait of two days comes after it."""
    sundays = office(pinned(working_days=(6, 1)), BERLIN)
    assert sundays.after(there("10-25 00:00"), timedelta(hours=26)) == there("10-27 01:00")


@pytest.mark.parametrize(
    ("until", "call_from", "call_by"),
    [
        pytest.param("23", "23 09:00", "24 17:00", id="a Monday"),
        pytest.param("21", "23 09:00", "24 17:00", id="a Saturday"),
        pytest.param("18 20:00", "19 09:00", "20 17:00", id="in the evening"),
        pytest.param("18 11:00", "18 11:00", "19 17:00", id="in office hours"),
    ],
)
def test_the_window_after_a_snooze(until: str, call_from: str, call_by: str) -> None:
    limit = there(until) if " " in until else date(2026, 11, int(until))
    assert office(WEEK, BERLIN).snooze_window(limit) == (there(call_from), there(call_by))


def test_a_clock_change_shifts_no_elapsed_hours() -> None:
    """The clocks go back on 25 October: 24 hours after Saturday 16:00 it is 15:00 there."""
    policy = pinned(working_days=(5, 6), call_wait=24, call_late=24)
    call_from, _ = office(policy, BERLIN).window(there("10-24 16:00"))
    assert call_from == there("10-25 15:00")


def test_a_message_that_was_left_waits_longer() -> None:
    window = office(WEEK, BERLIN).window(there("24 17:00"), timedelta(hours=48))
    assert window == (there("27 09:00"), there("27 17:00"))


@pytest.mark.parametrize(
    ("rings", "call_from", "call_by"),
    [
        pytest.param("18 15:00", "18 15:20", "19 17:00", id="the same afternoon"),
        pytest.param("18 16:45", "19 09:00", "19 17:00", id="too late in the day: the next morning"),
        pytest.param("20 15:00", "20 15:20", "23 17:00", id="on a Friday"),
    ],
)
def test_the_window_after_they_said_that_they_ring(rings: str, call_from: str, call_by: str) -> None:
    window = office(WEEK, BERLIN).ring_window(there(rings), timedelta(minutes=20))
    assert window == (there(call_from), there(call_by))


# The user's side, and messages to a phone


@pytest.mark.parametrize(
    ("quiet", "away", "now", "begins"),
    [
        pytest.param("21-08", (), "18 20:59", "18 20:59", id="still up"),
        pytest.param("21-08", (), "18 21:00", "19 08:00", id="over midnight"),
        pytest.param("21-08", (), "18 07:59", "18 08:00", id="early"),
        pytest.param("12-14", (), "18 12:00", "18 14:00", id="at noon"),
        pytest.param("12-12", (), "18 12:00", "18 12:00", id="equal ends are empty"),
        pytest.param("21-08", ("2026-11-18",), "18 10:00", "19 08:00", id="a day away, and its night"),
        pytest.param("12-12", ("2026-11-18/2026-11-20",), "18 10:00", "21 00:00", id="days away"),
    ],
)
def test_when_the_user_is_not_at_rest(quiet: str, away: tuple[str, ...], now: str, begins: str) -> None:
    first, last = (time(int(one)) for one in quiet.split("-"))
    policy = pinned(quiet=(first, last), away=away)
    assert not_quiet(policy, there(now), BERLIN, there("30 00:00")) == there(begins)


def test_who_is_away_for_years_is_not_looked_for_beyond_the_fortnight() -> None:
    """Each day is looked at, so a slip in a year must not make of it a thousand years of days."""
    away = pinned(away=("2026-11-01/2999-12-31",))
    until = there("20 00:00")
    assert not_quiet(away, there("18 10:00"), BERLIN, until) == until
    assert reachable(office(away, BERLIN), away, there("18 10:00"), BERLIN) is None


def test_calls_go_out_while_their_office_is_open_and_the_user_is_up() -> None:
    tokyo = office(WEEK, ZoneInfo("Asia/Tokyo"))
    assert reachable(tokyo, WEEK, there("17 20:00"), BERLIN) == there("18 08:00"), "16:00 there"
    assert reachable(tokyo, WEEK, there("20 09:00"), BERLIN) == there("23 08:00"), "over the weekend"
    wide = pinned(quiet=(time(0), time(9)))
    assert reachable(tokyo, wide, there("18 10:00"), BERLIN) is None, "their office hours are his night"


def test_an_hour_that_suits_both_is_sought_for_a_fortnight() -> None:
    """The end of the 14 days is not included: what is found there is too late."""
    away = pinned(away=("2026-11-18/2026-12-01",))
    opens = there("12-02 09:00")
    assert reachable(office(away, BERLIN), away, opens - 14 * DAY + SECOND, BERLIN) == opens
    assert reachable(office(away, BERLIN), away, opens - 14 * DAY, BERLIN) is None


@pytest.mark.parametrize(
    ("now", "begins"),
    [("18 08:00", "18 08:00"), ("21 20:59", "21 20:59"), ("21 21:00", "22 08:00"), ("18 03:00", "18 08:00")],
)
def test_text_messages_go_out_every_day_but_not_at_night(now: str, begins: str) -> None:
    assert texts_from(WEEK, there(now), BERLIN) == there(begins)


def test_a_wall_time_that_comes_twice_is_the_first_of_the_two() -> None:
    twice = pinned(texts_from=time(2, 30), texts_to=time(3))
    assert texts_from(twice, there("10-24 23:00"), BERLIN) == datetime.fromisoformat("2026-10-25T02:30+02:00")


@pytest.mark.parametrize(
    "wrong",
    [
        {"office_opens": time(17), "office_closes": time(9)},
        {"office_opens": time(9), "office_closes": time(9)},
        {"thank_due": 50},
        {"thank_late": 100},
        {"call_wait": 50},
    ],
)
def test_a_policy_that_contradicts_itself_is_refused(wrong: dict[str, time]) -> None:
    with pytest.raises(ValueError, match="expected"):
        pinned(**wrong)
