"""Months as the frame of a day: `next month`, `december`, `the month`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .context import FIRST_YEAR, LAST_YEAR, Choice, Context
from .days import Pick, add_months, coming_year, fixed, last_of_month
from .tokens import Tokens, number_at, phrase, text_at
from .words import MONTHS

_NAMES = {"this|the|current month": 0, "next month": 1, "last|previous|past month": -1}
_NAMES |= {"the? month after next": 2}


def months(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """Every month named at `at`; what is picked is its first day."""
    for pattern, count in _NAMES.items():
        yield from ((_from_this(count), end) for end in phrase(tokens, at, pattern))
    if (month := MONTHS.get(text_at(tokens, at))) is not None:
        for end in phrase(tokens, at + 1, ".?"):
            yield _named(month), end
            year = number_at(tokens, end)
            if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
                yield fixed(date(year, month, 1)), end + 1


def _from_this(count: int) -> Pick:
    return lambda context, choice: [add_months(context.today.replace(day=1), count)]


def _named(month: int) -> Pick:
    """The one that lasts or comes; judged by its last day."""

    def pick(context: Context, choice: Choice | None) -> list[date]:
        lasts = coming_year(lambda year: last_of_month(date(year, month, 1)))(context, choice)
        return [day.replace(day=1) for day in lasts]

    return pick
