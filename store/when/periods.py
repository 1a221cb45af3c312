"""Ends of weeks, months and years, and those periods themselves, which are no day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dateutil.relativedelta import FR, MO, SA, SU, relativedelta

from .calendar_days import calendar_days, months
from .clock import CLOSING
from .context import FIRST_YEAR, LAST_YEAR, Context, WallTime
from .days import END_OF_MONTH, Day, Pick, fixed, fork, from_today, later_end
from .tokens import Tokens, match_words, number_at
from .weekdays import in_week, monday_of, one_weekday, weeks_ahead
from .words import Weekday

_WITHIN = ("in|within|over|during? the?", "in|over|during? the course of the?")
_WEEK = relativedelta(weeks=1)
LAST_WEEK = 53
_LAST_OF_YEAR = relativedelta(month=12, day=31)
_LAST_OF_NEXT_YEAR = relativedelta(years=1, month=12, day=31)


def periods(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every end or period named at `at`."""
    for start in match_words(tokens, at, "the?"):
        for pick, end in _ends(tokens, start):
            yield Day(pick, implied=CLOSING, whole=False), end
    for pick, end in _unnamed_days(tokens, at):
        yield Day(pick), end


def _ends(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    for pattern, pick in _NAMED_ENDS:
        yield from ((pick, end) for end in match_words(tokens, at, pattern))
    for of in match_words(tokens, at, "end of"):
        for weeks, end in weeks_ahead(tokens, of):
            yield (in_week(FR, weeks) if weeks else end_of_week), end
        for month, end in months(tokens, of):
            yield _last_day(month), end
        for year in match_words(tokens, of, "next year"):
            yield from_today(_LAST_OF_NEXT_YEAR), year
        yield from one_weekday(tokens, of)
        year_said = number_at(tokens, of)
        if year_said is not None and FIRST_YEAR <= year_said <= LAST_YEAR:
            yield fixed(date(year_said, 12, 31)), of + 1
        for pattern, days in (("today", 0), ("tomorrow", 1), ("yesterday", -1)):
            for end in match_words(tokens, of, pattern):
                yield from_today(timedelta(days=days)), end


def end_of_week(context: Context, choice: WallTime | None) -> list[date]:
    """The working week ends on Friday: the coming one, or once that is over perhaps Sunday."""
    next_friday = monday_of(context.today, 1) + relativedelta(weekday=FR)
    friday = next_friday - relativedelta(weeks=1)
    if context.ahead(friday, choice):
        return [friday]
    return [context.today + relativedelta(weekday=SU), next_friday]


def _last_day(month: Pick) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        return [first + END_OF_MONTH for first in month(context, choice)]

    return pick


def _end(find: Callable[[date], relativedelta], every: relativedelta) -> Pick:
    """The end that `find` leads to from today; once it has closed, the one after it may be meant too."""

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        last = context.today + find(context.today)
        return [last] if context.ahead(last, choice) else [last, last + every]

    return pick


def _of_quarter(day: date) -> relativedelta:
    return relativedelta(months=(3 - day.month) % 3, day=31)


_end_of_month = _end(lambda _: END_OF_MONTH, relativedelta(months=1, day=31))
_end_of_quarter = _end(_of_quarter, relativedelta(months=3, day=31))
_end_of_year = _end(lambda _: _LAST_OF_YEAR, relativedelta(years=1))

_NAMED_ENDS = (
    ("eow", end_of_week),
    ("end of the? working|business|work? week", end_of_week),
    ("end of this working|business|work week", end_of_week),
    ("weeks|week end", end_of_week),
    ("before the? weekend", end_of_week),
    ("end of next working|business|work week", in_week(FR, 1)),
    ("eom", _end_of_month),
    ("end of month", _end_of_month),
    ("months|month end", _end_of_month),
    ("end of the|this? quarter", _end_of_quarter),
    ("eoq", _end_of_quarter),
    ("end of the|this? year", _end_of_year),
    ("eoy", _end_of_year),
    ("years|year end", _end_of_year),
)


def _unnamed_days(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """A whole week or month: of a week a deadline is the end; else its first and last day are offered."""
    for end in match_words(tokens, at, "in|within|over|during? the next|coming|upcoming week"):
        yield later_end(_week(1), from_today(_WEEK)), end
    for start in {end for words in _WITHIN for end in match_words(tokens, at, words)}:
        for weeks, end in weeks_ahead(tokens, start):
            yield _week(weeks), end
        for end in match_words(tokens, start, "the? week of|commencing|beginning|starting|from"):
            yield from ((_week_of(day.pick), after) for day, after in calendar_days(tokens, end))
        for end in match_words(tokens, start, "calendar week"):
            number = number_at(tokens, end, longest=2)
            if number is not None and 1 <= number <= LAST_WEEK:
                yield _numbered_week(number), end + 1
        for month, end in months(tokens, start):
            yield _both_ends(month), end
        for end in match_words(tokens, start, "this? weekend"):
            yield fork(in_week(SA, 0), in_week(SU, 0)), end
    for end in match_words(tokens, at, "next year"):
        first = from_today(relativedelta(years=1, month=1, day=1))
        yield fork(first, from_today(_LAST_OF_NEXT_YEAR)), end


def _week(weeks: int) -> Pick:
    """From its Monday, or from today, to its Friday; this one once that is over, to the next end as well."""

    def first(context: Context, choice: WallTime | None) -> list[date]:
        return [context.today if weeks == 0 else monday_of(context.today, weeks)]

    last = in_week(FR, weeks) if weeks else end_of_week
    return fork(first, last) if weeks < 0 else later_end(first, last)


def _week_of(named: Pick) -> Pick:
    """The working week in which that day lies."""

    def on(weekday: Weekday) -> Pick:
        return lambda context, choice: [
            monday_of(day) + relativedelta(weekday=weekday) for day in named(context, choice)
        ]

    return later_end(on(MO), on(FR))


def _numbered_week(number: int) -> Pick:
    """The working week that the calendar numbers so: this year's, or once that is over the next one's."""

    def on(weekday: Weekday) -> Pick:
        def pick(context: Context, choice: WallTime | None) -> list[date]:
            this, _, _ = context.today.isocalendar()
            days = [
                date.fromisocalendar(year, number, weekday.weekday + 1)
                for year in (this, this + 1)
                if number <= date(year, 12, 28).isocalendar().week
            ]
            return [day for day in days if context.ahead(day, choice)][:1]

        return pick

    return later_end(on(MO), on(FR))


def _both_ends(month: Pick) -> Pick:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        return [day for first in month(context, choice) for day in (first, first + END_OF_MONTH)]

    return pick
