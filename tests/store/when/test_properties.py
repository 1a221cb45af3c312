"""Dates and times as people type them: what holds for any text."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.when import Unclear, describe, read_when
from tests.store.when.when_said import read_instant

from .when_said import BERLIN, NEW_YORK, THURSDAY

pytestmark = pytest.mark.slow

ZONES = st.sampled_from([BERLIN, NEW_YORK])
NOWS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
WORDS = st.sampled_from(
    [
        *(
            "in",
            "within",
            "ago",
            "from",
            "now",
            "on",
            "at",
            "by",
            "before",
            "of",
            "the",
            "or",
            "to",
            "and",
            "a",
            "half",
        ),
        *(
            "2",
            "27",
            "5",
            "1-2",
            "couple",
            "day",
            "days",
            "week",
            "weeks",
            "months",
            "hours",
            "m",
            "h",
            "working",
        ),
        *("3pm", "14:30", "noon", "midnight", "eod", "end", "start", "first", "thing", "morning", "tonight"),
        *(
            "friday",
            "next",
            "last",
            "this",
            "nov",
            "december",
            "27.11.",
            "tomorrow",
            "yesterday",
            "2026",
            "2026-11-27",
        ),
        *("next", "week", "year", "early", "mid", "beginning", "hopefully", "sometime", "when", "til"),
        *(
            "utc",
            "+02:00",
            "cet",
            "london",
            "eastern",
            "time",
            "&",
            "Europe/Berlin",
            "berlin",
            "-",
            "/",
            ":",
            ".",
            ",",
        ),
    ]
)


def outcome(text: str, now: datetime = THURSDAY, *, dates: bool = True) -> object:
    """The answer, or the refusal; anything else fails the test."""
    try:
        return read_when(text, now=now, zone=BERLIN, dates=dates)
    except Unclear as refusal:
        assert str(refusal).isprintable()
        return refusal


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.text("0123456789 :./-+h", max_size=30), st.booleans())
def test_any_text_is_read_or_refused(text: str, dates: bool) -> None:
    outcome(text, dates=dates)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=8).map(" ".join), NOWS, st.booleans())
@example("in in in in in in", THURSDAY, True)
def test_any_words_are_read_or_refused(text: str, now: datetime, dates: bool) -> None:
    answer = outcome(text, now, dates=dates)
    if not isinstance(answer, Unclear):
        assert isinstance(answer, datetime) or dates
        assert describe(answer, now=now, zone=BERLIN)  # type: ignore[arg-type]


VAGUE_PHRASES = st.builds(
    " ".join,
    st.tuples(
        st.sampled_from(["", "by", "hopefully", "sometime", "in", "probably", "I think", "at"]),
        st.sampled_from(
            [
                "",
                "early",
                "mid",
                "late",
                "the beginning of",
                "start of",
                "end of",
                "mid to late",
                "first half of",
            ]
        ),
        st.sampled_from(
            [
                "next week",
                "this week",
                "the week",
                "the week after next",
                "next month",
                "december",
                "next year",
            ]
        ),
        st.sampled_from(["", "or so", "probably", ", I hope", "10:00", "monday or tuesday", "3pm"]),
    ),
)


@settings(max_examples=300, deadline=None)
@given(VAGUE_PHRASES, NOWS)
def test_a_vague_deadline_is_never_before_what_else_is_meant(text: str, now: datetime) -> None:
    """What it might be as a start, where nothing is chosen, all lies before the later end or on it."""
    answer = outcome(text, now)
    if isinstance(answer, Unclear):
        return
    last = answer.date() if isinstance(answer, datetime) else answer
    assert isinstance(last, date)
    other = outcome(text, now, dates=False)
    for reading in other.readings if isinstance(other, Unclear) else ():
        either = outcome(reading, now)
        assert isinstance(either, date), reading
        assert (either.date() if isinstance(either, datetime) else either) <= last


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 10**12),
    st.sampled_from(
        ["minute", "hour", "day", "working day", "week", "fortnight", "month", "year", "h", "d", "w"]
    ),
    st.sampled_from(["in {}", "{} ago", "within {}", "{}", "{} after friday", "{} before 5 dec"]),
)
def test_no_number_is_too_large_to_be_refused(number: int, unit: str, form: str) -> None:
    outcome(form.format(f"{number} {unit}s"))


@settings(max_examples=150, deadline=None)
@given(
    st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
    st.integers(-12 * 60, 14 * 60),
    ZONES,
)
def test_iso_with_an_offset_comes_back_the_same(wall: datetime, offset: int, asked: object) -> None:
    instant = wall.replace(tzinfo=timezone(timedelta(minutes=offset)))
    zone = BERLIN if asked is BERLIN else NEW_YORK
    answer = read_instant(instant.isoformat(), now=THURSDAY, zone=zone)
    assert answer.astimezone(UTC) == instant.astimezone(UTC)
    assert answer.tzinfo is zone


@settings(max_examples=150, deadline=None)
@given(
    NOWS,
    st.sampled_from(["mon", "tue", "wednesday", "thu", "friday", "sat", "sun"]),
    st.integers(7, 23),
    st.integers(0, 59),
)
def test_a_coming_weekday_is_ahead_and_within_a_week(now: datetime, day: str, hour: int, minute: int) -> None:
    answer = read_instant(f"{day} {hour:02}:{minute:02}", now=now, zone=BERLIN)
    assert now < answer.astimezone(UTC) <= now + timedelta(days=7, hours=1)
    assert answer.strftime("%a").lower() == day[:3]
    assert (answer.hour, answer.minute) == (hour, minute)
    date = read_when(day, now=now, zone=BERLIN, dates=True)
    assert not isinstance(date, datetime)
    assert 0 <= (date - now.astimezone(BERLIN).date()).days <= 7


@settings(max_examples=100, deadline=None)
@given(NOWS, st.integers(1, 2000))
def test_hours_are_elapsed_time(now: datetime, hours: int) -> None:
    answer = read_instant(f"in {hours} hours", now=now, zone=BERLIN)
    assert answer.astimezone(UTC) - now == timedelta(hours=hours)


@settings(max_examples=100, deadline=None)
@given(NOWS, st.lists(WORDS, max_size=6).map(" ".join))
def test_what_is_offered_can_be_typed(now: datetime, text: str) -> None:
    refusal = outcome(text, now)
    if isinstance(refusal, Unclear) and "can be read" in refusal.why:
        for reading in refusal.readings:
            assert not isinstance(outcome(reading, now), Unclear), reading


def test_importing_it_costs_little() -> None:
    program = "import sys, store.when; print(*(name for name in sys.modules if name.startswith('dateutil')))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(loaded.stdout.split()) <= {
        "dateutil",
        "dateutil._common",
        "dateutil._version",
        "dateutil.relativedelta",
    }
