"""Ends and beginnings of weeks, months and years, and those periods themselves, which are no day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .clocks import CLOSING, OPENING
from .context import FIRST_YEAR, LAST_YEAR, Choice, Context
from .days import FRIDAY, Day, Pick, add_months, fixed, last_of_month, monday_of
from .months import months
from .tokens import Tokens, number_at, phrase
from .weekdays import in_week, one_weekday, weeks_ahead


def periods(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every end, beginning or period named at `at`."""
    for start in phrase(tokens, at, "the?"):
        for pick, end in _ends(tokens, start):
            yield Day(pick, implied=CLOSING, whole=False), end
        for pick, end in _beginnings(tokens, start):
            yield Day(pick, implied=OPENING, whole=False), end
    for pick, end in _unnamed_days(tokens, at):
        yield Day(pick), end


def _ends(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    for pattern, pick in _NAMED_ENDS:
        yield from ((pick, end) for end in phrase(tokens, at, pattern))
    for of in phrase(tokens, at, "end of"):
        for weeks, end in weeks_ahead(tokens, of):
            yield (in_week(FRIDAY, weeks) if weeks else _end_of_week), end
        for month, end in months(tokens, of):
            yield _last_day(month), end
        for year in phrase(tokens, of, "next year"):
            yield (lambda context, choice: [date(context.today.year + 1, 12, 31)]), year
        yield from one_weekday(tokens, of)
        year_said = number_at(tokens, of)
        if year_said is not None and FIRST_YEAR <= year_said <= LAST_YEAR:
            yield fixed(date(year_said, 12, 31)), of + 1
        for pattern, days in (("today", 0), ("tomorrow", 1), ("yesterday", -1)):
            for end in phrase(tokens, of, pattern):
                yield _relative(days), end


def _relative(days: int) -> Pick:
    return lambda context, choice: [context.today + timedelta(days=days)]


def _end_of_week(context: Context, choice: Choice | None) -> list[date]:
    """The working week ends on Friday: the coming one, or at a weekend perhaps Sunday."""
    monday = monday_of(context.today)
    friday, sunday = monday + timedelta(days=FRIDAY), monday + timedelta(days=6)
    next_friday = friday + timedelta(days=7)
    if context.today > friday:
        return [sunday, next_friday]
    return [friday] if context.ahead(friday, choice) else [next_friday]


def _last_day(month: Pick) -> Pick:
    def pick(context: Context, choice: Choice | None) -> list[date]:
        return [last_of_month(first) for first in month(context, choice)]

    return pick


def _end_of_month(context: Context, choice: Choice | None) -> list[date]:
    """This month's last day; once it has closed, the next month's may be meant."""
    last = last_of_month(context.today)
    return [last] if context.ahead(last, choice) else [last, last_of_month(add_months(last, 1))]


def _end_of_quarter(context: Context, choice: Choice | None) -> list[date]:
    today = context.today
    last = last_of_month(date(today.year, (today.month - 1) // 3 * 3 + 3, 1))
    return [last] if context.ahead(last, choice) else [last, last_of_month(add_months(last, 3))]


def _end_of_year(context: Context, choice: Choice | None) -> list[date]:
    last = date(context.today.year, 12, 31)
    return [last] if context.ahead(last, choice) else [last, date(last.year + 1, 12, 31)]


_NAMED_ENDS = (
    ("eow", _end_of_week),
    ("end of the? working|business|work? week", _end_of_week),
    ("end of this working|business|work week", _end_of_week),
    ("weeks|week end", _end_of_week),
    ("end of next working|business|work week", in_week(FRIDAY, 1)),
    ("eom", _end_of_month),
    ("end of month", _end_of_month),
    ("months|month end", _end_of_month),
    ("end of the|this? quarter", _end_of_quarter),
    ("eoq", _end_of_quarter),
    ("end of the|this? year", _end_of_year),
    ("eoy", _end_of_year),
    ("years|year end", _end_of_year),
)


def _beginnings(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    for end in phrase(tokens, at, "socw"):
        yield in_week(0, 0), end
    for end in phrase(tokens, at, "sow"):
        yield _start_of_week, end
    for of in phrase(tokens, at, "start|beginning of"):
        for end in phrase(tokens, of, "the? week"):
            yield _start_of_week, end
        for weeks, end in weeks_ahead(tokens, of):
            yield in_week(0, weeks), end
        yield from months(tokens, of)
        for end in phrase(tokens, of, "next year"):
            yield (lambda context, choice: [date(context.today.year + 1, 1, 1)]), end


def _start_of_week(context: Context, choice: Choice | None) -> list[date]:
    """This week has begun, or the next is meant."""
    return [monday_of(context.today), monday_of(context.today, 1)]


def _unnamed_days(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """A whole week or month: its first and its last day, between which it does not decide."""
    for start in phrase(tokens, at, "in|during? the?"):
        for weeks, end in weeks_ahead(tokens, start):
            yield _week(weeks), end
        for month, end in months(tokens, start):
            yield _both_ends(month), end
        for end in phrase(tokens, start, "this? weekend"):
            yield _weekend, end
    for end in phrase(tokens, at, "next year"):
        yield (
            (
                lambda context, choice: [
                    date(context.today.year + 1, month, 31 - 30 * (month == 1)) for month in (1, 12)
                ]
            ),
            end,
        )


def _week(weeks: int) -> Pick:
    def pick(context: Context, choice: Choice | None) -> list[date]:
        monday = monday_of(context.today, weeks)
        first = monday if weeks else context.today
        return [first, monday + timedelta(days=FRIDAY)]

    return pick


def _both_ends(month: Pick) -> Pick:
    def pick(context: Context, choice: Choice | None) -> list[date]:
        return [day for first in month(context, choice) for day in (first, last_of_month(first))]

    return pick


def _weekend(context: Context, choice: Choice | None) -> list[date]:
    monday = monday_of(context.today)
    return [monday + timedelta(days=5), monday + timedelta(days=6)]
