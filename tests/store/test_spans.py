"""Times of day as the user has them shown, from one place."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from store import spans
from store.when import describe, read_when
from tests.making import BERLIN

ROOT = Path(__file__).parents[2]
NOT_SHOWN = {
    "store/spans.py",
    "store/settings/toml.py",  # as it is written in the settings
    "store/settings/typed.py",  # as it stands on the page of the settings, to be changed there
    "tui/forms/filled.py",  # as it stands in a field, to be changed there
    "tui/handover/schedule.py",  # as systemd reads it
    "tui/messages/card_words.py",  # in letters, as their language has it
}
"""Where a time of day is written for something else than the user's eye."""


@pytest.mark.parametrize(
    ("at", "day_long", "halves"),
    [
        ("2026-11-19T00:00", "00:00", "12 am"),
        ("2026-11-19T00:05", "00:05", "12:05 am"),
        ("2026-11-19T09:30", "09:30", "9:30 am"),
        ("2026-11-19T12:00", "12:00", "12 pm"),
        ("2026-11-19T15:00", "15:00", "3 pm"),
        ("2026-11-19T23:59", "23:59", "11:59 pm"),
    ],
)
def test_a_time_of_day_has_the_face_that_was_chosen(at: str, day_long: str, halves: str) -> None:
    when = datetime.fromisoformat(at).replace(tzinfo=BERLIN)
    assert spans.clock_time(when) == spans.clock_time(when.astimezone(UTC), BERLIN) == day_long
    spans.use_clock("12h")
    assert spans.clock_time(when) == spans.clock_time(when.astimezone(UTC), BERLIN) == halves
    assert len(spans.clock_column(when)) == spans.widest_time() >= len(halves)


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("minute", [0, 1, 30])
def test_what_is_shown_is_read_as_what_it_was(hour: int, minute: int) -> None:
    now = datetime(2026, 11, 19, 8, tzinfo=UTC)
    when = datetime(2026, 11, 26, hour, minute, tzinfo=BERLIN)
    spans.use_clock("12h")
    shown = f"26 Nov 2026 {spans.clock_time(when)}"
    assert read_when(shown, now=now, zone=BERLIN, dates=False) == when
    assert spans.clock_time(when) in describe(when, now=now, zone=ZoneInfo("Europe/Berlin"))


def test_no_other_place_settles_how_a_time_is_shown() -> None:
    own = re.compile(r"%H:%M(?!:%SZ)|%H:%M:%S UTC|%I")
    files = [path for folder in ("store", "tui") for path in (ROOT / folder).rglob("*.py")]
    found = {str(path.relative_to(ROOT)) for path in files if own.search(path.read_text("utf-8"))}
    assert found <= NOT_SHOWN


def test_a_report_says_day_and_time_alike_everywhere() -> None:
    at = datetime(2026, 11, 27, 8, 5, tzinfo=UTC)
    assert spans.dated(at, BERLIN) == "Fri 2026-11-27 09:05"
    spans.use_clock("12h")
    try:
        assert spans.dated(at, BERLIN, column=True) == "Fri 2026-11-27  9:05 am"
    finally:
        spans.use_clock("24h")
