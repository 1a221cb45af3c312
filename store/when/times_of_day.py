"""Times of day: `14:30`, `2.30pm`, `14h30`, `noon`, `quarter past nine`, `EOD`; from one to another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from .clock import CLOSING, MIDNIGHT, NOON, OPENING, SAME, TimeOfDay, clocks, earlier, span
from .context import FIRST_YEAR, LAST_YEAR
from .tokens import Tokens, glued, match_words, number_at, text_at
from .words import MONTHS, NUMBERS, PARTS_OF_DAY, TENS, UNITS, WEEKDAYS

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
# Words after which a number alone is an hour; after the others it is one only beside a day.
_BEFORE_HOURS = frozenset(
    ("at", "@", "tonight", "today", "tomorrow", "tmrw", "yesterday", *PARTS_OF_DAY, *WEEKDAYS)
)
_LEADS_TO_HOURS = frozenset(("by", "before", "until"))
_SPOKEN_MINUTES = (5, 10, 20, 25)  # `2 to 3` is a span
_LAST_HOUR = 23  # `tue 24` is a day
_USUAL_HOURS = 3  # so is `10 to 11`, and what else is no longer than meetings are
_JOINS = "-|to|until"


def times_of_day(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """Every time of day that begins at `at`, with the place after it."""
    yield from _one(tokens, at)
    yield from _spans(tokens, at)


def parts_of_day(tokens: Tokens, at: int) -> Iterator[tuple[str, int]]:
    for start in {at, *match_words(tokens, at, "in the"), *match_words(tokens, at, "at")}:
        if (part := text_at(tokens, start)) in PARTS_OF_DAY:
            yield part, start + 1


def _one(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    for patterns, clock in ((_CLOSINGS, CLOSING), (_OPENINGS, OPENING)):
        for pattern in patterns:
            yield from ((clock, end) for end in match_words(tokens, at, pattern))
    yield from ((SAME, end) for end in match_words(tokens, at, "the? same|this time"))
    yield from ((NOON, end) for end in match_words(tokens, at, "12? noon|midday"))
    yield from ((MIDNIGHT, end) for end in match_words(tokens, at, "12? midnight"))
    yield from _past_and_to(tokens, at)
    yield from _with_minutes(tokens, at)
    yield from _whole_hours(tokens, at)
    yield from _hour_and_minutes(tokens, at)
    yield from _four_digits(tokens, at)


def _hour_at(tokens: Tokens, at: int) -> int | None:
    """An hour in digits, or from one to twelve in a word."""
    hour = number_at(tokens, at, longest=2)
    if hour is None:
        hour = NUMBERS.get(text_at(tokens, at))
        return hour if hour is not None and hour <= 12 else None
    return hour


def _in_full(tokens: Tokens, at: int) -> bool:
    """Whether the hour has two digits although one would do, which is how clocks of 24 hours write it."""
    return len(text_at(tokens, at)) == 2 and text_at(tokens, at)[0] == "0"


def _with_minutes(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    hour = number_at(tokens, at, longest=2)
    mark, minutes = text_at(tokens, at + 1), text_at(tokens, at + 2)
    if (
        hour is None
        or mark not in (":", ".", "h")
        or len(minutes) != 2
        or not glued(tokens, at, at + 3)
        or not minutes.isdigit()
    ):
        return
    end, seconds = at + 3, 0
    if mark == ":" and text_at(tokens, end) == ":" and glued(tokens, at, end + 2):
        seconds, end = number_at(tokens, end + 1, longest=2) or 0, end + 2
    for half, after in _meridiems(tokens, end):
        if mark == "h" and half:
            continue
        if mark == "." and not half and (text_at(tokens, at - 1) == "on" or text_at(tokens, end) == "."):
            continue
        for clock in clocks(hour, int(minutes), seconds, half, written=_in_full(tokens, at)):
            yield replace(clock, letter=mark == "h"), after


def _meridiems(tokens: Tokens, at: int) -> Iterator[tuple[str, int]]:
    """`am`, `pm` or nothing; a word that only says that this was a time is passed over."""
    yield "", at
    yield from (("", end) for end in match_words(tokens, at, "h|hrs|hours|uhr|oclock"))
    yield from ((text_at(tokens, at), end) for end in match_words(tokens, at, "am|pm"))
    if text_at(tokens, at) in ("a", "p") and tokens[at].glued:
        yield f"{text_at(tokens, at)}m", at + 1


def _whole_hours(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`3pm`, `three o'clock`, `14h`; an hour alone only where the words around it make it one."""
    if (hour := _hour_at(tokens, at)) is None:
        return
    for half, end in _meridiems(tokens, at + 1):
        if half:
            yield from ((clock, end) for clock in clocks(hour, half=half))
    written = _in_full(tokens, at)
    for end in match_words(tokens, at + 1, "oclock|uhr"):
        yield from ((clock, end) for clock in clocks(hour, written=written))
    for end in match_words(tokens, at + 1, "h"):
        if tokens[at + 1].glued and not text_at(tokens, end).isdigit():
            for clock in clocks(hour, written=written):
                yield replace(clock, letter=True, needs_day=hour < 13), end
    spoken_of = any(part for part, _ in parts_of_day(tokens, at + 1))  # `9 in the morning`
    before, after = _word_before(tokens, at), text_at(tokens, at + 1)
    if after in MONTHS or after in UNITS or hour > _LAST_HOUR:
        return
    if before in _BEFORE_HOURS or spoken_of:
        yield from ((clock, at + 1) for clock in clocks(hour, written=written))
    elif before in _LEADS_TO_HOURS:
        yield from ((replace(clock, needs_day=True), at + 1) for clock in clocks(hour, written=written))


def _word_before(tokens: Tokens, at: int) -> str:
    return text_at(tokens, at - 2 if text_at(tokens, at - 1) in (",", ".") else at - 1)


def _hour_and_minutes(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`14 o'clock 30`, as other languages say it; and `plus a half`, `minus a quarter` behind the hour."""
    if (hour := _hour_at(tokens, at)) is None:
        return
    for middle in match_words(tokens, at + 1, "oclock|uhr"):
        minutes = number_at(tokens, middle, longest=2)
        if minutes is not None and len(text_at(tokens, middle)) == 2:
            yield from ((clock, middle + 1) for clock in clocks(hour, minutes))
    for middle in match_words(tokens, at + 1, "oclock|uhr?"):
        for pattern, minutes in (("plus half", 30), ("plus quarter", 15)):
            for end in match_words(tokens, middle, pattern):
                yield from ((clock, end) for clock in clocks(hour, minutes))
        for end in match_words(tokens, middle, "minus quarter"):
            yield from ((clock, end) for clock in earlier(hour, 15, ""))


def _four_digits(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`1430`, but not what may be a year, unless something else says that it is a time."""
    text = text_at(tokens, at)
    if len(text) != 4 or not text.isdigit():
        return
    ends = list(match_words(tokens, at + 1, "h|hrs|hours"))
    if text_at(tokens, at - 1) in ("at", "@") or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        ends.append(at + 1)
    for end in ends:
        yield from ((clock, end) for clock in clocks(int(text[:2]), int(text[2:]), written=True))


def _past_and_to(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`half past two`, `quarter to four`, `ten past 3`; `half two` is half past two in English."""
    for minutes, middle in _minutes_said(tokens, at):
        for start in match_words(tokens, middle, "past|after"):
            if hour := _hour_at(tokens, start):
                for half, end in _meridiems(tokens, start + 1):
                    yield from ((clock, end) for clock in clocks(hour, minutes, half=half))
        for start in match_words(tokens, middle, "to|before"):
            hour = _hour_at(tokens, start)
            if hour and not (text_at(tokens, at).isdigit() and minutes < hour <= minutes + _USUAL_HOURS):
                for half, end in _meridiems(tokens, start + 1):
                    yield from ((clock, end) for clock in earlier(hour, minutes, half))
    for start in match_words(tokens, at, "half"):
        hour = _hour_at(tokens, start)
        if hour and text_at(tokens, start + 1) not in UNITS:
            for half, end in _meridiems(tokens, start + 1):
                yield from ((clock, end) for clock in clocks(hour, 30, half=half))


def _minutes_said(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    yield from ((30, end) for end in match_words(tokens, at, "half"))
    yield from ((15, end) for end in match_words(tokens, at, "a? quarter"))
    number, end = number_at(tokens, at, longest=2) or NUMBERS.get(text_at(tokens, at)), at + 1
    if number is None and (tens := TENS.get(text_at(tokens, at))):
        number, end = tens, at + 1
        for after in match_words(tokens, at + 1, "-?"):
            if (five := NUMBERS.get(text_at(tokens, after))) and five < 10:
                number, end = tens + five, after + 1
    if number in _SPOKEN_MINUTES:
        yield from ((number, after) for after in match_words(tokens, end, "minutes|mins|min?"))


# From one time to another


def _spans(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """`2-3pm`, `14:00 to 15:00`, `between 2 and 3`, `14-15h`; `3pm or 4pm` is one of the two."""
    starts = {(at, _JOINS), *((start, f"{_JOINS}|and") for start in match_words(tokens, at, "between|from"))}
    for start, joins in sorted(starts):
        led = start > at
        for first, middle in {*_one(tokens, start), *hours_alone(tokens, start)}:
            for joining, either in ((joins, False), ("or", True)):
                for join in match_words(tokens, middle, joining):
                    for last, end in _ends(tokens, start, join, led=led):
                        bare = end - start == 3 and not led  # `by 10-12` may be a day
                        if (found := span(first, last, either=either)) is not None:
                            yield replace(found, needs_day=bare), end


def _ends(tokens: Tokens, start: int, at: int, *, led: bool) -> Iterator[tuple[TimeOfDay, int]]:
    """What may stand at `at` as the end of what began at `start`; a number alone only where it is an hour."""
    yield from _one(tokens, at)
    sure = led or at - start > 2 or _are_hours(tokens, start, at)
    after = text_at(tokens, at + 1)
    if sure and not (after in MONTHS or after in UNITS or after in (".", "/", "-", "of", ":")):
        yield from hours_alone(tokens, at)


def _are_hours(tokens: Tokens, start: int, at: int) -> bool:
    """Whether `10-11` are hours and no days: not right behind a month's name, nor by themselves."""
    before = _word_before(tokens, start)
    of_month = before in MONTHS and not _day_before_month(tokens, start - 2)
    return before != "the" and not of_month and (start > 0 or at + 1 < len(tokens))


def _day_before_month(tokens: Tokens, at: int) -> bool:
    word = text_at(tokens, at)
    return word.isdigit() or word in (".", "of", "st", "nd", "rd", "th")


def hours_alone(tokens: Tokens, at: int) -> Iterator[tuple[TimeOfDay, int]]:
    """An hour by itself, where it is known to be one."""
    hour = _hour_at(tokens, at)
    if hour is not None and len(text_at(tokens, at)) < 3 and hour <= _LAST_HOUR:
        yield from ((clock, at + 1) for clock in clocks(hour, written=_in_full(tokens, at)))
    elif hour is not None and text_at(tokens, at) in NUMBERS:
        yield from ((clock, at + 1) for clock in clocks(hour))
