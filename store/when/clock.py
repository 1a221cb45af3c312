"""The clock's side of a time of day: its readings, and which of the day's two halves an hour is of."""

from collections.abc import Iterator
from datetime import time
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from .context import WallTime


class Kind(Enum):
    """What a time of day is fixed by."""

    AT = "the clock"
    CLOSING = "the office's closing"
    OPENING = "the office's opening"
    SAME = "the time it is now"


class TimeOfDay(Struct, frozen=True):
    """A time of day with all its readings: several where hours may be before or after noon.

    `spoken` is what it may be once a part of the day is said with it (`9 in the evening`). `needs_day`
    marks what is a time only beside a day; `letter` what is written with an `h` and so looks like a length;
    `ranged` a span of time, whose readings have an end; `either` that it is one of these ends and no span.
    """

    kind: Kind
    readings: tuple[WallTime, ...] = ()
    spoken: tuple[WallTime, ...] = ()
    needs_day: bool = False
    letter: bool = False
    ranged: bool = False
    either: bool = False


CLOSING, OPENING, SAME = TimeOfDay(Kind.CLOSING), TimeOfDay(Kind.OPENING), TimeOfDay(Kind.SAME)
NOON = TimeOfDay(Kind.AT, (WallTime(time(12)),), (WallTime(time(12)),))
_MIDNIGHTS = (WallTime(time(0)), WallTime(time(0), 1))
MIDNIGHT = TimeOfDay(Kind.AT, _MIDNIGHTS, _MIDNIGHTS)

_PARTS = {
    "morning": (time(0), time(11, 59)),
    "afternoon": (time(12), time(18, 59)),
    "evening": (time(17), time.max),
    "night": (time(18), time.max),
}
_FIRST_AFTER_NOON, _EITHER_HALF = range(1, 7), 7


def in_part(clock: TimeOfDay, part: str) -> TimeOfDay:
    """The clock's readings that lie in a part of the day; none if the two contradict each other."""
    first, last = _PARTS[part]
    fitting = tuple(choice for choice in clock.spoken if not choice.shift and first <= choice.time <= last)
    if part == "night":
        fitting += tuple(choice for choice in clock.spoken if choice.shift)
    return replace(clock, readings=fitting, spoken=fitting)


def clocks(
    hour: int, minute: int = 0, second: int = 0, half: str = "", *, written: bool = False
) -> Iterator[TimeOfDay]:
    """The clock of these numbers, if there is one.

    Without am or pm an hour from 1 to 6 is after noon, as nobody meets at night, 7 may be either, and those
    from 8 to 12 are as they stand, like all that are `written` in full (`03:00`).
    """
    if minute > 59 or second > 59:
        return
    if (hour, minute, second) == (24, 0, 0) and not half:
        yield _fixed(_MIDNIGHTS[1])
    elif half and 1 <= hour <= 12:
        yield _fixed(WallTime(time(hour % 12 + (12 if half == "pm" else 0), minute, second)))
    elif not half and hour < 24:
        one = WallTime(time(hour, minute, second))
        if not 1 <= hour <= 12:
            yield _fixed(one)
            return
        both = (one, WallTime(time((hour + 12) % 24, minute, second)))
        if written:
            yield _fixed(one)
        elif hour > _EITHER_HALF:
            yield TimeOfDay(Kind.AT, both[:1], both)
        else:
            yield TimeOfDay(Kind.AT, both[1:] if hour in _FIRST_AFTER_NOON else both, both)


def _fixed(choice: WallTime) -> TimeOfDay:
    return TimeOfDay(Kind.AT, (choice,), (choice,))


def earlier(hour: int, minute: int, half: str) -> Iterator[TimeOfDay]:
    """`quarter to four`: minutes before the hour that is named."""
    if not half:
        yield from (
            clocks(hour - 1 or 12, 60 - minute) if 1 <= hour <= 12 else clocks((hour - 1) % 24, 60 - minute)
        )
        return
    for clock in clocks(hour, half=half):
        before = time((clock.readings[0].time.hour - 1) % 24, 60 - minute)
        yield _fixed(WallTime(before))


def span(first: TimeOfDay, last: TimeOfDay, *, either: bool = False) -> TimeOfDay | None:
    """From the one to the other; None where that is no span.

    Where only one of them says which half of the day it is in, the other is the nearest that goes with it.
    """
    if first.kind is not Kind.AT or last.kind is not Kind.AT:
        return None
    readings, spoken = (
        tuple(WallTime(start.time, start.shift, end) for start, end in _pairs(starts, last.spoken))
        for starts in (_starts(first, last), first.spoken)
    )
    letter = first.letter and last.letter
    if not readings:
        return None
    return TimeOfDay(Kind.AT, readings, spoken, letter=letter, ranged=True, either=either)


def _starts(first: TimeOfDay, last: TimeOfDay) -> tuple[WallTime, ...]:
    if len(last.spoken) > 1 or len(first.spoken) == 1:
        return first.readings
    before = [choice for choice in first.spoken if choice.minute < last.spoken[0].minute]
    return (max(before, key=lambda choice: choice.minute),) if before else ()


def _pairs(starts: tuple[WallTime, ...], ends: tuple[WallTime, ...]) -> Iterator[tuple[WallTime, WallTime]]:
    for start in starts:
        after = [end for end in ends if end.minute > start.minute]
        if after:
            yield start, min(after, key=lambda choice: choice.minute)
        elif len(starts) == len(ends) == 1 and start.time >= time(18) and ends[0].time < time(6):
            yield start, WallTime(ends[0].time, 1)
