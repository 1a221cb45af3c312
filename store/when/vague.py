"""Days that leave room: `early next week`, `beginning of the month`, `around the 10th`, `a few days`.

A deadline is the later end where one is sure; elsewhere what may have been meant is offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import FR, MO, TH, WE, relativedelta

from .calendar_days import calendar_days, months
from .context import FIRST_YEAR, LAST_YEAR, Context, WallTime
from .days import END_OF_MONTH, Day, Pick, add_working_days, fixed, from_today
from .tokens import Tokens, match_words, number_at, text_at
from .weekdays import in_week, monday_of, weeks_ahead
from .wording import day_words
from .words import Weekday

_NOT_EXACT = "is not exact"
_EITHER_SIDE = timedelta(days=2)


class PeriodPart(NamedTuple):
    """The days from and to which a part of a week is, and its end in a month and in a year."""

    first: Weekday
    last: Weekday
    day: int
    month: int


_PARTS = (
    ("early|start|beginning|begin", PeriodPart(MO, WE, 10, 1)),
    ("first half", PeriodPart(MO, WE, 15, 6)),
    ("mid|middle|midweek", PeriodPart(WE, TH, 15, 6)),
    ("late|later", PeriodPart(TH, FR, 31, 12)),
    ("second|latter|last half", PeriodPart(WE, FR, 31, 12)),
    ("toward|towards|near the? end", PeriodPart(TH, FR, 31, 12)),
)
_FEW = {"a? few|some": 3, "several": 5}


def vague_days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every such day named at `at`."""
    for start in match_words(tokens, at, "in? the?"):
        for part, of in _parts(tokens, start):
            for pick, end in _periods(tokens, of, part):
                yield Day(pick, whole=False), end
    for end in match_words(tokens, at, "sow|socw"):
        yield Day(_of_the_week(_PARTS[0][1]), whole=False), end
    for pattern in ("around|about|circa|approximately|roughly on?", "on or around|about"):
        for start in match_words(tokens, at, pattern):
            for named, end in calendar_days(tokens, start):
                yield Day(_around(named.pick), whole=False), end
    yield from _few_days(tokens, at)


def _parts(tokens: Tokens, at: int) -> Iterator[tuple[PeriodPart, int]]:
    """`early`, `the beginning of`, and from one to the other: `mid to late`."""
    for pattern, part in _PARTS:
        for end in match_words(tokens, at, f"{pattern} part? -? in|of?"):
            yield part, end
            for join in match_words(tokens, end, "to|or|/|-"):
                for later, last in _parts(tokens, join):
                    if later.last.weekday > part.last.weekday:
                        yield later._replace(first=part.first), last


def _periods(tokens: Tokens, at: int, part: PeriodPart) -> Iterator[tuple[Pick, int]]:
    """That part of the week, month or year named at `at`."""
    for weeks, end in weeks_ahead(tokens, at):
        yield _of_week(weeks, part), end
    for end in match_words(tokens, at, "the? week"):
        yield _of_the_week(part), end
    for month, end in months(tokens, at):
        yield _of_month(month, part.day, or_next=text_at(tokens, end - 2) == "the"), end
    for end in match_words(tokens, at, "next year"):
        yield _not_exact(from_today(relativedelta(years=1, month=part.month, day=31))), end
    year = number_at(tokens, at)
    if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
        yield _not_exact(fixed(date(year, part.month, 1) + END_OF_MONTH)), at + 1


def _of_the_week(part: PeriodPart) -> Pick:
    """Of this week if that is still to come, or of the next: then it is asked which."""

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        friday, this = in_week(part.last, 0)(context, choice)[0], _of_week(0, part)
        found = list(this(context, choice)) if context.ahead(friday, choice) else []
        return found if found and part.last == FR else [*found, *_of_week(1, part)(context, choice)]

    return pick


def _of_week(weeks: int, part: PeriodPart) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        monday = monday_of(context.today, weeks)
        ends = [monday + relativedelta(weekday=day) for day in (part.first, part.last)]
        if context.dates and not context.ahead(ends[1], choice):
            raise context.refusal("has passed; name the day")
        ends[0] = max(ends[0], context.today) if weeks == 0 else ends[0]
        if not context.dates:
            return ends
        return ends[:1] if context.early else ends[1:]

    return pick


def _of_month(month: Pick, day: int, *, or_next: bool) -> Pick:
    """Only offered; of `the month` that of the next where it has passed."""

    def ends(context: Context, choice: WallTime | None) -> list[date]:
        firsts = [first.replace(day=1) for first in month(context, choice)]
        lasts = [min(first + relativedelta(day=day), first + END_OF_MONTH) for first in firsts]
        if or_next and not any(context.ahead(last, choice) for last in lasts):
            return [last + relativedelta(months=1) for last in lasts]
        return lasts

    return _not_exact(ends)


def _not_exact(ends: Pick) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        raise context.refusal(_NOT_EXACT, *map(day_words, ends(context, choice)))

    return pick


def _around(named: Pick) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        found = named(context, choice)
        if not context.dates:
            raise context.refusal(_NOT_EXACT, *map(day_words, found))
        return [day - _EITHER_SIDE if context.early else day + _EITHER_SIDE for day in found]

    return pick


def _few_days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    for start in match_words(tokens, at, "in|within|over? the? next|coming?"):
        for pattern, count in _FEW.items():
            for middle in match_words(tokens, start, pattern):
                for end in match_words(tokens, middle, "working|business day|days"):
                    yield Day(_counted(count, working=True)), end
                for end in match_words(tokens, middle, "day|days"):
                    yield Day(_counted(count)), end
                for end in match_words(tokens, middle, "week|weeks"):
                    yield Day(_counted(count * 7)), end


def _counted(count: int, *, working: bool = False) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        today = context.today
        day = add_working_days(context, today, count) if working else today + timedelta(days=count)
        raise context.refusal("leaves the number open", day_words(day))

    return pick
