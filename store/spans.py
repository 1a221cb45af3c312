"""Lengths of time and moments, as people say them. Time left is always rounded down."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

ClockFace: TypeAlias = Literal["24h", "12h"]
"""How times of day are shown: `15:00`, or `3 pm` and `3:30 pm`."""
_face: ClockFace = "24h"

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def _parts(span: timedelta) -> tuple[int, str, str]:
    if span >= 2 * DAY:
        return span // DAY, "day", "d"
    if span >= HOUR:
        return span // HOUR, "hour", "h"
    return span // MINUTE, "minute", "min"


def long(span: timedelta) -> str:
    """`5 hours`, `1 minute`, `3 days`; below a minute `less than a minute`."""
    count, unit, _ = _parts(abs(span))
    if not count:
        return "less than a minute"
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def short(span: timedelta) -> str:
    """`5 h`, `3 d`, `12 min`; below a minute `< 1 min`."""
    count, _, unit = _parts(abs(span))
    return f"{count} {unit}" if count else "< 1 min"


def use_clock(face: ClockFace) -> None:
    """Have all times of day shown so from now on, in everything that this process says."""
    global _face
    _face = face


def clock_face() -> ClockFace:
    """How they are shown now."""
    return _face


def clock_time(at: datetime, zone: ZoneInfo | None = None, *, seconds: bool = False) -> str:
    """The time of day as the user has it shown: `15:00`, or `3 pm`; in `zone`, else as `at` has it.

    `seconds`: with them, where it is not a whole minute. Whatever shows a time of day takes it from here.
    """
    there = at if zone is None else at.astimezone(zone)
    exact = f":{there:%S}" if seconds and there.second else ""
    if _face == "24h":
        return f"{there:%H:%M}{exact}"
    minutes = f":{there:%M}{exact}" if there.minute or exact else ""
    return f"{there.hour % 12 or 12}{minutes} {'am' if there.hour < 12 else 'pm'}"


def widest_time() -> int:
    """Cells that a time of day takes at most."""
    return len("15:00" if _face == "24h" else "12:30 pm")


def clock_column(at: datetime) -> str:
    """The time of day as wide as any other, for times below one another."""
    return f"{clock_time(at):>{widest_time()}}"


def day(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """The day of `at` in `zone`, as near as it is: `today`, `tomorrow`, `yesterday`, `Fri`, `17 Nov`."""
    there, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    away = (there - today).days
    if away in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[away + 1]
    if 1 < away < 7:
        return f"{there:%a}"
    return date(at, now, zone)


def date(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`17 Nov`, with the year where it is another one."""
    there = at.astimezone(zone).date()
    year = f" {there.year}" if there.year != now.astimezone(zone).year else ""
    return f"{there.day} {there:%b}{year}"


def moment(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Day and time: `Fri 18:00`, `tomorrow 09:00`, `17 Nov 09:00`."""
    return f"{day(at, now, zone)} {clock_time(at, zone)}"


def dated(at: datetime, zone: ZoneInfo, *, column: bool = False) -> str:
    """`Fri 2026-11-27 14:00` by the clock in `zone`, as reports have it; `column`: each as wide."""
    there = at.astimezone(zone)
    return f"{there:%a %Y-%m-%d} {clock_column(there) if column else clock_time(there)}"


def from_to(start: datetime, end: datetime | None, zone: ZoneInfo) -> str:
    """`Fri 27 Nov 2026 14:00–15:00` by the clock in `zone`; the start alone where there is no end."""
    begins = start.astimezone(zone)
    words = f"{begins:%a} {begins.day} {begins:%b %Y} {clock_time(begins)}"
    if end is None:
        return words
    ends = end.astimezone(zone)
    if ends.date() == begins.date():
        return f"{words}–{clock_time(ends)}"
    return f"{words} – {ends:%a} {ends.day} {ends:%b %Y} {clock_time(ends)}"


def weekday_moment(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Day and time by the weekday's name, shorter than `moment`: `Fri 18:00`."""
    return f"{near_weekday(at, now, zone)} {clock_time(at, zone)}"


def near_weekday(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Like `day`, but by the weekday's name for the days just passed or ahead: `Wed`, `Tue 17 Nov`."""
    there, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if -7 < (there - today).days < 7:
        return f"{there:%a}"
    return f"{there:%a} {date(at, now, zone)}"
