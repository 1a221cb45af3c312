"""Office time: weekends, holidays, other working days, odd hours, and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from store.policy import Policy
from store.rules.office import Office, office_of
from tests.making import POLICY, made, pinned

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
        pytest.param(WEEK, "27", "30 09:00", "30 17:00", id="a Friday: the day after is a Saturday"),
        pytest.param(
            WEEK, "24", "26 09:00", "26 17:00", id="a Tuesday: a day later the office has just closed"
        ),
        pytest.param(WEEK, "22", "24 09:00", "24 17:00", id="a Sunday"),
        pytest.param(WEEK, "24 12:00", "25 12:00", "26 17:00", id="at noon"),
        pytest.param(WEEK, "26 12:00", "27 12:00", "30 17:00", id="at noon before a weekend"),
        pytest.param(HOLIDAY, "20", "25 09:00", "25 17:00", id="before holidays"),
        pytest.param(pinned(call_wait=0, call_late=0), "24 12:00", "24 12:00", "24 17:00", id="no waiting"),
        pytest.param(WEEK, "10-23", "10-26 09:00", "10-26 17:00", id="over the night the clocks go back"),
        pytest.param(WEEK, "10-24 16:00", "10-26 09:00", "10-26 17:00", id="hours are elapsed time"),
    ],
)
def test_the_window_after_a_deadline(policy: Policy, limit: str, call_from: str, call_by: str) -> None:
    day = limit if "-" in limit else f"11-{limit}"
    deadline = there(limit) if " " in limit else date.fromisoformat(f"2026-{day}")
    assert office(policy, BERLIN).window(deadline) == (there(call_from), there(call_by))


@pytest.mark.parametrize(
    ("until", "call_from", "call_by"),
    [
        pytest.param("23", "23 09:00", "24 17:00", id="a Monday"),
        pytest.param("21", "23 09:00", "23 17:00", id="a Saturday"),
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
