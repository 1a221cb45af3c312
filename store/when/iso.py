"""ISO 8601, read by itself and before anything else."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from store.zones import zone_names

from .context import Choice, Context, Reading, in_range
from .resolve import day_reading, instant_readings
from .zones import parse_offset, zone

_ISO = re.compile(
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
    day = _date(match["date"], context)
    if match["hour"] is None:
        return [day_reading(day)]
    choice = _time(match, context)
    there = _zone(match, context)
    said = context.said_in(there) if there else context
    found = said.instants(day, choice)
    offset = _offset(match, context)
    if offset is not None:
        exact = datetime.combine(day + timedelta(days=choice.shift), choice.time, tzinfo=offset)
        if match["zone"] and exact.astimezone(UTC) not in {instant.astimezone(UTC) for instant in found}:
            raise context.refusal("names an offset that its zone does not have then")
        found = [exact]
    return instant_readings(said, found)


def _date(text: str, context: Context) -> date:
    try:
        return in_range(context, date.fromisoformat(text.upper()))
    except ValueError:
        raise context.refusal("is not a date of the calendar") from None


def _time(match: re.Match[str], context: Context) -> Choice:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    microsecond = int((match["part"] or "0").ljust(6, "0")[:6])
    if (hour, minute, second, microsecond) == (24, 0, 0, 0):
        return Choice(time(0), 1)
    try:
        return Choice(time(hour, minute, second, microsecond))
    except ValueError:
        raise context.refusal("is not a time of day") from None


def _offset(match: re.Match[str], context: Context) -> tzinfo | None:
    if match["utc"]:
        return UTC
    if match["sign"] is None:
        return None
    offset = parse_offset(match["sign"], match["oh"], match["om"] or "", match["os"] or "")
    if offset is None:
        raise context.refusal("has an offset that no zone has")
    return offset


def _zone(match: re.Match[str], context: Context) -> tzinfo | None:
    if match["zone"] is None:
        return None
    if (key := zone_names().get(match["zone"].lower())) is None:
        raise context.refusal("names a zone that is not known")
    return zone(key)
