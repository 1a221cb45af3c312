"""Dates and instants as text: for the readings that are offered and for the line beside a field."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from store.spans import clock_time

from .words import MONTH_NAMES, WEEKDAY_NAMES


def day_words(day: date) -> str:
    """As in `27 Nov 2026`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3].title()} {day.year:04}"


def instant_words(instant: datetime, *, name_zone: bool, shifted: bool = False) -> str:
    """As in `27 Nov 2026 14:00`; ISO 8601 with its offset where the clocks change."""
    if shifted or _comes_twice(instant):
        return instant.replace(microsecond=0).isoformat(timespec="seconds" if instant.second else "minutes")
    zone = f" {zone_words(instant)}" if name_zone else ""
    return f"{day_words(instant)} {time_words(instant)}{zone}"


def span_words(
    start: datetime, end: datetime | None, *, name_zone: bool = False, shifted: bool = False
) -> str:
    """As in `27 Nov 2026 14:00–15:00`; the start alone where there is no end."""
    if end is None:
        return instant_words(start, name_zone=name_zone, shifted=shifted)
    same_day = start.date() == end.date() and not (shifted or _comes_twice(start) or _comes_twice(end))
    if not same_day:
        ends = (instant_words(one, name_zone=False, shifted=shifted) for one in (start, end))
        return " – ".join(ends)
    zone = f" {zone_words(start)}" if name_zone else ""
    return f"{day_words(start)} {time_words(start)}–{time_words(end)}{zone}"


def time_words(instant: datetime) -> str:
    return clock_time(instant, seconds=True)


def zone_words(instant: datetime) -> str:
    """The zone's name, or its offset where it has none."""
    zone: tzinfo | None = instant.tzinfo
    if isinstance(zone, ZoneInfo) and zone.key:
        return zone.key
    if zone is UTC or zone == timezone.utc:  # noqa: UP017 - a `timezone` of no offset is meant too
        return "UTC"
    offset = instant.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}"


def describe(value: date | datetime, *, now: datetime, zone: ZoneInfo) -> str:
    """`value` in full: its weekday, the zone of an instant, and how far it is from `now` (aware).

    Days are counted on the wall clock of `zone`, so a clock change neither adds nor takes one.
    """
    if not isinstance(value, datetime):
        return f"{_full(value)} ({_days_apart((value - now.astimezone(zone).date()).days)})"
    there = value.astimezone(zone)
    offset = there.strftime("%z") if _comes_twice(there) else ""
    shown = f"{time_words(there)}{offset[:3]}:{offset[3:5]}" if offset else time_words(there)
    return f"{_full(there)}, {shown} {zone_words(there)} ({_apart(there, now.astimezone(zone))})"


def _comes_twice(instant: datetime) -> bool:
    other = instant.replace(fold=1 - instant.fold)
    return other.utcoffset() != instant.utcoffset()


def full_words(value: date | datetime) -> str:
    """As in `Fri 27 Nov 2026`, or `Fri 27 Nov 2026, 14:00` by its own zone's clock."""
    return f"{_full(value)}, {time_words(value)}" if isinstance(value, datetime) else _full(value)


def _full(day: date) -> str:
    return f"{WEEKDAY_NAMES[day.weekday()][:3].title()} {day_words(day)}"


def _days_apart(days: int) -> str:
    named = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return named.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def _apart(there: datetime, now: datetime) -> str:
    elapsed = there.astimezone(UTC) - now.astimezone(UTC)
    wall = abs(there.replace(tzinfo=None) - now.replace(tzinfo=None))
    minutes = int(abs(elapsed).total_seconds()) // 60
    if minutes == 0:
        return "now"
    if minutes < 60:
        length = _count(minutes, "minute")
    elif wall < timedelta(days=1):
        length = _count(minutes // 60, "hour")
    else:
        length = _count(wall.days, "day")
    return f"in {length}" if elapsed > timedelta() else f"{length} ago"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
