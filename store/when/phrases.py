"""The grammar: every way in which a whole phrase may be put together.

Nothing is decided here. A phrase that can be put together in several ways gives several meanings; only if
they come to the same day or instant is there an answer.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from .calendar_days import calendar_days
from .clock import SAME, TimeOfDay
from .context import Context, WallTime
from .days import Day, Pick, add_working_days, from_today, later_end
from .durations import Duration, durations
from .periods import periods
from .times_of_day import parts_of_day, times_of_day
from .tokens import Tokens, glued, match_words, number_at, text_at
from .vague import vague_days
from .weekdays import one_weekday, weekdays
from .words import WEEKDAYS
from .zones import SaidZone, zones

_LEADS = (
    "by|on|at|until|due|either",
    "@",
    "before",
    "no|not later than",
    "latest by|on|at?",
    "on or before",
)
_TAILS = ("at the? latest", "latest", "the latest", "at most", "or sooner|earlier|before", "max|sharp")


class Meaning(Struct, frozen=True):
    """One way to take the words apart; what is not said is absent. `now` and `elapsed` stand alone."""

    day: Day | None = None
    clock: TimeOfDay | None = None
    part: str | None = None
    zone: SaidZone | None = None
    elapsed: Duration | None = None
    now: bool = False
    before: bool = False


def meanings(tokens: Tokens) -> Iterator[Meaning]:
    """Every meaning of the whole phrase."""
    ends = _before_tail(tokens)
    for end in ends:
        body = tokens[:end]
        for at in match_words(body, 0, "right|just? now"):
            if at == len(body):
                yield Meaning(now=True)
        for start, before in _leads(body, 0):
            for duration, at in _alone(body, start):
                if at == len(body) and duration.elapsed and not before:
                    yield Meaning(elapsed=duration, before=before)
        yield from _parts(body, 0, Meaning())


def _before_tail(tokens: Tokens) -> list[int]:
    """Where the phrase may end, once words that add nothing are taken off."""
    last = len(tokens)
    while last and tokens[last - 1].text in ("!", ",", "."):
        last -= 1
    if text_at(tokens, last) == "." and tokens[last].glued and _day_and_month(tokens, last - 3):
        return [last + 1]
    ends = {last}
    if text_at(tokens, last) == "." and tokens[last].glued and number_at(tokens, last - 1, longest=2):
        ends.add(last + 1)  # `fri 20.` may be a day of the month
    for pattern in _TAILS:
        for start in range(max(0, last - 3), last):
            if last in match_words(tokens, start, pattern):
                ends.add(start - 1 if text_at(tokens, start - 1) == "," else start)
    return sorted(end for end in ends if end > 0)


def _day_and_month(tokens: Tokens, at: int) -> bool:
    """`27.11` before its second full stop, which says that it is no time of day."""
    month = number_at(tokens, at + 2, longest=2)
    return text_at(tokens, at + 1) == "." and glued(tokens, at, at + 3) and month is not None and month <= 12


def _leads(tokens: Tokens, at: int) -> Iterator[tuple[int, bool]]:
    """Places after words that introduce a day or a time, and whether one of them was `before`."""
    found = {(at, False)}
    for _ in range(2):
        found |= {
            (end, before or pattern == "before")
            for start, before in found
            for pattern in _LEADS
            for end in match_words(tokens, start, pattern)
            if not (pattern == "before" and "weekend" in (text_at(tokens, end), text_at(tokens, end + 1)))
        }
    yield from sorted(found)


def _parts(tokens: Tokens, at: int, so_far: Meaning) -> Iterator[Meaning]:
    """Day, time, part of the day and zone, in any order, each once."""
    if at == len(tokens):
        if _sound(so_far):
            yield so_far
        return
    starts = {at}
    if at:
        starts |= set(match_words(tokens, at, ",|-|t"))
    for start in starts:
        for place, before in _leads(tokens, start):
            current = replace(so_far, before=so_far.before or before)
            for meaning, end in _next(tokens, place, current):
                yield from _parts(tokens, end, meaning)


def _sound(meaning: Meaning) -> bool:
    """Whether it says anything, and no length of time (`2w 3d 5h`) was taken for a day and a time."""
    day, clock = meaning.day, meaning.clock
    if meaning.before and day is not None and day.implied is SAME:
        return False  # `before 2 days`: no day is meant by that
    if clock is None or day is None:
        return day is not None or (clock is not None and not clock.needs_day)
    return not (clock.letter and day.implied is SAME)


def _next(tokens: Tokens, at: int, so_far: Meaning) -> Iterator[tuple[Meaning, int]]:
    if so_far.clock is None:
        yield from ((replace(so_far, clock=clock), end) for clock, end in times_of_day(tokens, at))
    if so_far.day is None:
        for day, end in days(tokens, at):
            if day.part is None or so_far.part is None:
                yield replace(so_far, day=day, part=day.part or so_far.part), end
    if so_far.part is None:
        yield from ((replace(so_far, part=part), end) for part, end in parts_of_day(tokens, at))
    if so_far.zone is None and (so_far.clock or so_far.day):
        yield from ((replace(so_far, zone=found), end) for found, end in zones(tokens, at))


def days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every day named at `at`, with the place after it."""
    for day, end in _simple_days(tokens, at):
        yield day, end
        if day.part is None:
            yield from _ranges(tokens, end, day)
    for duration, end in _alone(tokens, at):
        if not duration.elapsed:
            yield Day(_counted(duration), implied=SAME), end
    yield from _anchored(tokens, at)


def _ranges(tokens: Tokens, at: int, first: Day) -> Iterator[tuple[Day, int]]:
    """From `first` to another day, or one of three; two days of the week are read as such."""
    for join in match_words(tokens, at, "-|to|or"):
        if text_at(tokens, at - 1) not in WEEKDAYS or text_at(tokens, join) not in WEEKDAYS:
            for last, end in _single_days(tokens, join):
                yield Day(later_end(first.pick, last.pick)), end
    for end in match_words(tokens, at, "or the day after"):
        yield Day(later_end(first.pick, _day_after(first.pick))), end
    for comma in match_words(tokens, at, ","):
        for middle, after in _single_days(tokens, comma):
            for join in match_words(tokens, after, ",? or"):
                for last, end in _single_days(tokens, join):
                    yield Day(later_end(first.pick, later_end(middle.pick, last.pick))), end


def _day_after(first: Pick) -> Pick:
    return lambda context, choice: [day + timedelta(days=1) for day in first(context, choice)]


def _simple_days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    yield from _single_days(tokens, at)
    for pattern, count, part in _PARTS_OF_DAYS:
        yield from (
            (Day(from_today(timedelta(days=count)), part=part), end)
            for end in match_words(tokens, at, pattern)
        )
    yield from weekdays(tokens, at)
    yield from periods(tokens, at)
    yield from vague_days(tokens, at)


def _single_days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    for pattern, count in _RELATIVE.items():
        yield from ((Day(from_today(timedelta(days=count))), end) for end in match_words(tokens, at, pattern))
    for end in match_words(tokens, at, "the? next working|business|work day"):
        yield Day(lambda context, choice: [add_working_days(context, context.today, 1)]), end
    yield from calendar_days(tokens, at)
    for pick, end in one_weekday(tokens, at):
        yield Day(pick), end


_RELATIVE = {
    "today": 0,
    "tomorrow": 1,
    "tmrw|tmr|tmw|tomo": 1,
    "2 moro|morrow": 1,
    "yesterday": -1,
    "the? day after tomorrow": 2,
    "the? day before yesterday": -2,
    "tomorrow|today week": 7,
}
_PARTS_OF_DAYS = (
    ("tonight", 0, "night"),
    ("this morning", 0, "morning"),
    ("this afternoon", 0, "afternoon"),
    ("this evening", 0, "evening"),
    ("last night", -1, "night"),
)


def _alone(tokens: Tokens, at: int) -> Iterator[tuple[Duration, int]]:
    """A length of time that counts from now: `in 2 days`, `3d 5h`, `2 hours ago`."""
    leads = match_words(tokens, at, "in|within|over? the? next|coming")
    for start in {*match_words(tokens, at, "in|within"), *leads}:
        yield from durations(tokens, start, led=True)
    for start in match_words(tokens, at, "ago"):
        yield from ((replace(one, back=True), end) for one, end in durations(tokens, start, led=True))
    for pattern in ("in|within the", "up to", "at most", "no|not more|longer than"):
        for start in match_words(tokens, at, pattern):
            yield from durations(tokens, start, led=True)
    for start in match_words(tokens, at, "+?"):
        for duration, end in durations(tokens, start, led=start > at):
            yield duration, end
            yield from ((replace(duration, back=True), after) for after in match_words(tokens, end, "ago"))
    for start in match_words(tokens, at, "in?"):
        for duration, end in durations(tokens, start, led=True):
            for pattern in ("from now|today", "hence", "time"):
                yield from ((duration, after) for after in match_words(tokens, end, pattern))


def _counted(duration: Duration) -> Pick:
    return lambda context, choice: duration.dates(context, context.today)


def _anchored(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Counted from another day: `2 days after friday`, `a week from tomorrow`, `3 days before 5 Dec`."""
    for duration, middle in durations(tokens, at, led=False):
        if duration.elapsed:
            continue
        for pattern, back in (("after|from|following", False), ("before", True)):
            for start in match_words(tokens, middle, pattern):
                if text_at(tokens, start) == "today" and text_at(tokens, middle) == "from":
                    continue  # counted from now, with the time it is
                for anchor, end in _simple_days(tokens, start):
                    yield Day(_from(anchor, replace(duration, back=back))), end
        if duration.weeks is not None:
            for start in match_words(tokens, middle, "today|tomorrow"):
                tomorrow = tokens[middle].text == "tomorrow"
                yield Day(_from(Day(from_today(timedelta(days=int(tomorrow)))), duration)), start


def _from(anchor: Day, duration: Duration) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        return [day for start in anchor.pick(context, None) for day in duration.dates(context, start)]

    return pick
