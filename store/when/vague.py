"""Days that leave room: `early next week`, `around the 10th`, `a few days`.

A deadline is the later end where one is sure; elsewhere what may have been meant is offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import FR, MO, TH, WE, relativedelta

from .calendar_days import calendar_days, months
from .context import Context, WallTime
from .days import END_OF_MONTH, Day, Pick, add_working_days
from .tokens import Tokens, match_words
from .weekdays import monday_of, weeks_ahead
from .wording import day_words
from .words import Weekday

_NOT_EXACT = "is not exact"
_EITHER_SIDE = timedelta(days=2)
_PARTS: tuple[tuple[str, Weekday, Weekday, int], ...] = (
    ("early -?", MO, WE, 10),
    ("mid|middle -?", WE, TH, 15),
    ("late|later -?", TH, FR, 31),
)
"""What a part is called, the days from and to which it is in a week, and its end in a month."""
_FEW = {"a? few|some": 3, "several": 5}


def vague_days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every such day named at `at`."""
    for start in match_words(tokens, at, "the?"):
        for pattern, first, last, day in _PARTS:
            for of in match_words(tokens, start, f"{pattern} part|half? in|of?"):
                for weeks, end in weeks_ahead(tokens, of):
                    yield Day(_of_week(weeks, first, last), whole=False), end
                for month, end in months(tokens, of):
                    yield Day(_of_month(month, day), whole=False), end
    for start in match_words(tokens, at, "around|about|circa|approximately|roughly on?"):
        for named, end in calendar_days(tokens, start):
            yield Day(_around(named.pick), whole=False), end
    yield from _few_days(tokens, at)


def _of_week(weeks: int, first: Weekday, last: Weekday) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        monday = monday_of(context.today, weeks)
        ends = [monday + relativedelta(weekday=day) for day in (first, last)]
        if context.dates and not context.ahead(ends[1], choice):
            raise context.refusal("has passed; name the day")
        ends[0] = max(ends[0], context.today) if weeks == 0 else ends[0]
        if not context.dates:
            return ends
        return ends[:1] if context.early else ends[1:]

    return pick


def _of_month(month: Pick, day: int) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        lasts = [
            min(first.replace(day=1) + relativedelta(day=day), first + END_OF_MONTH)
            for first in month(context, choice)
        ]
        raise context.refusal(_NOT_EXACT, *map(day_words, lasts))

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
