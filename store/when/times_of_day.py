"""Times of day: `14:30`, `2.30pm`, `14h30`, `noon`, `quarter past nine`, `EOD`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time
from enum import Enum

from .context import FIRST_YEAR, LAST_YEAR, WallTime
from .tokens import Tokens, glued, match_words, number_at, text_at
from .words import NUMBERS, PARTS_OF_DAY, WEEKDAYS


class Kind(Enum):
    """What a time of day is fixed by."""

    AT = "the clock"
    CLOSING = "the office's closing"
    OPENING = "the office's opening"
    SAME = "the time it is now"


@dataclass(frozen=True)
class TimeOfDay:
    """A time of day with all its readings: several where hours may be before or after noon.

    `spoken` is what it may be once a part of the day is said with it (`9 in the evening`). `needs_day`
    marks what is a time only beside a day; `letter` what is written with an `h` and so looks like a length;
    `ranged` a span of time, whose ends are the readings.
    """

    kind: Kind
    readings: tuple[WallTime, ...] = ()
    spoken: tuple[WallTime, ...] = ()
    needs_day: bool = False
    letter: bool = False
    ranged: bool = False


CLOSING, OPENING, SAME = TimeOfDay(Kind.CLOSING), TimeOfDay(Kind.OPENING), TimeOfDay(Kind.SAME)

_NOON, _MIDNIGHT = WallTime(time(12)), (WallTime(time(0)), WallTime(time(0), 1))

_CLOSINGS = (
    "eod|cob|eob|cop",
    "the? end|close of the? business|play|work",
    "the? end of the? working|business|work|office? day",
    "the? close of the? working|business|office? day",
)
_OPENINGS = (
    "first thing",
    "start|beginning of business",
    "start|beginning of the? working|business|work|office? day",
)

_PARTS = {
    "morning": (time(0), time(11, 59)),
    "afternoon": (time(12), time(18, 59)),
    "evening": (time(17), time.max),
    "night": (time(18), time.max),
}


def times_of_day(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """Every time of day that begins at `at`, with the place after it."""
    yield from _one(tokens, at)
    yield from _ranges(tokens, at)


def in_part(clock: TimeOfDay, part: str) -> TimeOfDay:
    """The clock's readings that lie in a part of the day; none if the two contradict each other."""
    first, last = _PARTS[part]
    fitting = tuple(choice for choice in clock.spoken if not choice.shift and first <= choice.time <= last)
    if part == "night":
        fitting += tuple(choice for choice in clock.spoken if choice.shift)
    return replace(clock, readings=fitting, spoken=fitting)


def parts_of_day(tokens: Tokens, at: int) -> Iterator[tuple[str, int]]:
    for start in {at, *match_words(tokens, at, "in the"), *match_words(tokens, at, "at")}:
        if (part := text_at(tokens, start)) in PARTS_OF_DAY:
            yield part, start + 1


def _one(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    for patterns, clock in ((_CLOSINGS, CLOSING), (_OPENINGS, OPENING)):
        for pattern in patterns:
            yield from ((clock, end) for end in match_words(tokens, at, pattern))
    yield from ((SAME, end) for end in match_words(tokens, at, "the? same|this time"))
    yield from ((_fixed(_NOON), end) for end in match_words(tokens, at, "12? noon|midday"))
    for end in match_words(tokens, at, "12? midnight"):
        yield TimeOfDay(Kind.AT, _MIDNIGHT, _MIDNIGHT), end
    yield from _quarters(tokens, at)
    hour = number_at(tokens, at, longest=2)
    if hour is not None:
        yield from _with_minutes(tokens, at, hour)
        yield from _whole_hours(tokens, at, hour)
    yield from _four_digits(tokens, at)


def _with_minutes(tokens: Tokens, at: int, hour: int) -> Iterator[tuple[TimeOfDay, int]]:
    mark, minutes = text_at(tokens, at + 1), text_at(tokens, at + 2)
    if (
        mark not in (":", ".", "h")
        or len(minutes) != 2
        or not glued(tokens, at, at + 3)
        or not minutes.isdigit()
    ):
        return
    end, seconds = at + 3, 0
    if mark == ":" and text_at(tokens, end) == ":" and glued(tokens, at, end + 2):
        seconds, end = number_at(tokens, end + 1, longest=2) or 0, end + 2
    plain = len(tokens[at].text) == 2 or hour > 6 or hour == 0
    bare_h = mark == "h" and len(tokens[at].text) == 1
    for half, after in _meridiems(tokens, end):
        if mark == "h" and half:
            continue
        if mark == "." and not half and (text_at(tokens, at - 1) == "on" or text_at(tokens, end) == "."):
            continue
        for clock in _clock(hour, int(minutes), seconds, half, certain=plain or bare_h):
            yield replace(clock, letter=mark == "h"), after


def _whole_hours(tokens: Tokens, at: int, hour: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`3pm`; an hour without am or pm only after `at` or before `o'clock`; `14h`."""
    for half, end in _meridiems(tokens, at + 1):
        if half:
            yield from ((clock, end) for clock in _clock(hour, 0, 0, half, certain=True))
    certain = len(tokens[at].text) == 2 and hour < 10
    if text_at(tokens, at - 1) in (
        "at",
        "@",
        "tonight",
        "today",
        "tomorrow",
        "tmrw",
        "yesterday",
        *PARTS_OF_DAY,
    ):
        yield from ((clock, at + 1) for clock in _clock(hour, 0, 0, "", certain=certain))
    if text_at(tokens, at - 1) in WEEKDAYS and 1 <= hour <= 12:
        yield from ((clock, at + 1) for clock in _clock(hour, 0, 0, "", certain=False))
    for end in match_words(tokens, at + 1, "oclock|uhr"):
        german = text_at(tokens, at + 1) == "uhr"
        yield from ((clock, end) for clock in _clock(hour, 0, 0, "", certain=certain or german))
    for end in match_words(tokens, at + 1, "h"):
        if tokens[at + 1].glued and not text_at(tokens, end).isdigit():
            for clock in _clock(hour, 0, 0, "", certain=True):
                yield replace(clock, letter=True, needs_day=hour < 13), end
    for part, _ in parts_of_day(tokens, at + 1):  # `9 in the morning`
        if part:
            yield from ((clock, at + 1) for clock in _clock(hour, 0, 0, "", certain=certain))


def _four_digits(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`1430`, but not what may be a year, unless something else says that it is a time."""
    text = text_at(tokens, at)
    if len(text) != 4 or not text.isdigit():
        return
    ends = list(match_words(tokens, at + 1, "h|hrs|hours"))
    if text_at(tokens, at - 1) in ("at", "@") or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        ends.append(at + 1)
    for end in ends:
        yield from ((clock, end) for clock in _clock(int(text[:2]), int(text[2:]), 0, "", certain=True))


def _quarters(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    for pattern, back, minutes in (
        ("half past", 0, 30),
        ("a? quarter past", 0, 15),
        ("a? quarter to", 1, 45),
    ):
        for start in match_words(tokens, at, pattern):
            hour = number_at(tokens, start, longest=2) or NUMBERS.get(text_at(tokens, start))
            for half, end in _meridiems(tokens, start + 1):
                if hour and 1 <= hour <= 12:
                    for clock in _clock(hour, minutes, 0, half, certain=False):
                        yield (_earlier(clock) if back else clock), end


def _earlier(clock: TimeOfDay) -> TimeOfDay:
    """`quarter to`: the hour before the one that was named."""
    moved = tuple(
        WallTime(time((choice.time.hour - 1) % 24, choice.time.minute)) for choice in clock.readings
    )
    return replace(clock, readings=moved, spoken=moved)


def _meridiems(tokens: Tokens, at: int) -> Iterator[tuple[str, int]]:
    """`am`, `pm` or nothing; a word that only says that this was a time is passed over."""
    yield "", at
    yield from (("", end) for end in match_words(tokens, at, "h|hrs|hours|uhr"))
    yield from ((text_at(tokens, at), end) for end in match_words(tokens, at, "am|pm"))


def _clock(hour: int, minute: int, second: int, half: str, *, certain: bool) -> Iterator[TimeOfDay]:
    """The clock of these numbers, if there is one; without am or pm both are meant unless it is `certain`."""
    if minute > 59 or second > 59:
        return
    if (hour, minute, second) == (24, 0, 0) and not half:
        yield _fixed(_MIDNIGHT[1])
    elif half and 1 <= hour <= 12:
        yield _fixed(WallTime(time(hour % 12 + (12 if half == "pm" else 0), minute, second)))
    elif not half and hour < 24:
        one = WallTime(time(hour, minute, second))
        if not 1 <= hour <= 12:
            yield _fixed(one)
            return
        both = (one, WallTime(time((hour + 12) % 24, minute, second)))
        sure = certain or (hour == 12 and minute > 0)
        yield TimeOfDay(Kind.AT, both[:1] if sure else both, both)


def _fixed(choice: WallTime) -> TimeOfDay:
    return TimeOfDay(Kind.AT, (choice,), (choice,))


def _ranges(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`2-3pm`, `14:00 to 15:00`, `between 2 and 3pm`, `14-15h`."""
    for start in {at, *match_words(tokens, at, "between|from")}:
        for first, middle in (*_bare_hour(tokens, start), *_one(tokens, start)):
            for join in match_words(tokens, middle, "-|to|and|or"):
                for last, end in _one(tokens, join):
                    if span := _span(first, last):
                        yield span, end


def _bare_hour(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    hour = number_at(tokens, at, longest=2)
    if hour is not None:
        yield from ((clock, at + 1) for clock in _clock(hour, 0, 0, "", certain=False))


def _span(first: TimeOfDay, last: TimeOfDay) -> TimeOfDay | None:
    """The span from the latest reading of `first` that lies before `last`, if `last` has one reading."""
    if last.kind is not Kind.AT or len(last.readings) != 1:
        return None
    end = last.readings[0]
    before = [choice for choice in first.readings if (choice.shift, choice.time) < (end.shift, end.time)]
    if first.kind is not Kind.AT or not before:
        return None
    ends = (max(before), end)
    return TimeOfDay(Kind.AT, ends, ends, letter=last.letter, ranged=True)
