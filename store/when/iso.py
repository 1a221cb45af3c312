"""ISO 8601, which is read by itself and before anything else."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from store.patterns import pattern
from store.zones import zone_names

from .context import Context, Reading, WallTime, in_range
from .resolve import day_reading, instant_readings
from .zones import parse_offset
from .zones import zone as zone_of

_FIRST_HOUR = 6
_ISO = pattern(
    r"""
    (?P<date>\d{4}-\d\d-\d\d | \d{8} | \d{4}-?W\d\d-?[1-7])
    (?: (?:T|[ ]) (?P<hour>\d\d)
        (?: :?(?P<minute>\d\d) (?: :?(?P<second>\d\d) (?:[.,](?P<part>\d{1,9}))? )? )?
        [ ]? (?: (?P<utc>Z) | (?P<sign>[+-]) (?P<oh>\d\d) (?: :?(?P<om>\d\d) (?: :(?P<os>\d\d) )? )? )?
        (?: \[ (?P<zone>[A-Za-z][\w/+-]*) \] )?
    )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def iso_readings(plain: str, context: Context) -> list[Reading] | None:
    """The readings of an ISO 8601 date or time, with or without offset; none if it is not written so."""
    match = _ISO.fullmatch(plain)
    if match is None or (match["hour"] and " " in plain and not match["minute"]):
        return None
    day = _iso_date(match["date"], context)
    if match["hour"] is None:
        return [day_reading(day)]
    choice = _iso_time(match, context)
    there = _iso_zone(match, context)
    said = context.said_in(there) if there else context
    found = said.instants(day, choice)
    offset = _iso_offset(match, context)
    if offset is not None:
        exact = datetime.combine(day + timedelta(days=choice.shift), choice.time, tzinfo=offset)
        if match["zone"] and exact.astimezone(UTC) not in {instant.astimezone(UTC) for instant in found}:
            raise context.refusal("names an offset that its zone does not have then")
        found = [exact.astimezone(context.zone)]
    return instant_readings(said, found)


def may_be_span(plain: str) -> bool:
    """Whether what ISO has as an offset may be an end: `2026-12-02 10:00-11:00`, which calendars write.

    With a `T` it is ISO; and nobody meets in the small hours.
    """
    match = _ISO.fullmatch(plain)
    if match is None or match["sign"] != "-" or match["om"] is None or "T" in plain.upper():
        return False
    if " -" in plain or match["utc"] or match["zone"]:
        return False
    begins, ends = (
        (int(match[hour]), int(match[minute] or 0)) for hour, minute in (("hour", "minute"), ("oh", "om"))
    )
    return begins < ends and begins[0] >= _FIRST_HOUR


def _iso_date(text: str, context: Context) -> date:
    try:
        return in_range(context, date.fromisoformat(text.upper()))
    except ValueError:
        raise context.refusal("is not a date of the calendar") from None


def _iso_time(match: re.Match[str], context: Context) -> WallTime:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    microsecond = int((match["part"] or "0").ljust(6, "0")[:6])
    if (hour, minute, second, microsecond) == (24, 0, 0, 0):
        return WallTime(time(0), 1)
    try:
        return WallTime(time(hour, minute, second, microsecond))
    except ValueError:
        raise context.refusal("is not a time of day") from None


def _iso_offset(match: re.Match[str], context: Context) -> tzinfo | None:
    if match["utc"]:
        return UTC
    if match["sign"] is None:
        return None
    offset = parse_offset(match["sign"], match["oh"], match["om"] or "", match["os"] or "")
    if offset is None:
        raise context.refusal("has an offset that no zone has")
    return offset


def _iso_zone(match: re.Match[str], context: Context) -> tzinfo | None:
    if match["zone"] is None:
        return None
    if (key := zone_names().get(match["zone"].lower())) is None:
        raise context.refusal("names a zone that is not known")
    return zone_of(key)
