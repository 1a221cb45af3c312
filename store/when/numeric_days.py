"""Dates in digits: `27.11.`, `27.11.2026`, `27/11`, `2026-11-27`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .context import FIRST_YEAR, LAST_YEAR, Choice, Context
from .days import Pick, coming_year, fixed, valid_date
from .tokens import Tokens, glued, number_at, phrase, text_at


def numeric_days(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """Every date in digits at `at`; after `at`, digits with a dot are a time."""
    first, second, third = (number_at(tokens, place) for place in (at, at + 2, at + 4))
    mark, again = text_at(tokens, at + 1), text_at(tokens, at + 3)
    if first is None or second is None or mark not in ("-", "/", ".") or not glued(tokens, at, at + 3):
        return
    if third is not None and again == mark and glued(tokens, at, at + 5):
        if len(tokens[at].text) == 4:
            if mark != ".":
                yield in_year(first, second, third), at + 5
        elif (year := year_at(tokens, at + 4)) is not None:
            pick = _either_order(first, second, year, dotted=mark == ".")
            if third > 99:
                yield pick, at + 5
            else:
                years_first = in_year(2000 + first, second, third) if mark == "-" else None
                yield near_years(pick, years_first), at + 5
    elif len(tokens[at].text) <= 2 and len(tokens[at + 2].text) <= 2 and mark != "-":
        pick = _either_order(first, second, None, dotted=mark == ".")
        if mark == "/":
            yield pick, at + 3
        elif text_at(tokens, at - 1) not in ("at", "@"):
            yield from ((pick, end) for end in phrase(tokens, at + 3, ".?"))


def _either_order(first: int, second: int, year: int | None, *, dotted: bool) -> Pick:
    """Day and month in the order asked, else in every order in which they are a date.

    With dots the day comes first; only someone who writes the month first may mean it otherwise.
    """

    def pick(context: Context, choice: Choice | None) -> list[date]:
        month_first = context.date_order == "mdy"
        orders = [(second, first)] if dotted and not month_first else [(second, first), (first, second)]
        found = [days for month, day in orders if (days := in_year(year, month, day)(context, choice))]
        if context.date_order and not dotted:
            found = found[-1:] if month_first else found[:1]
        return [day for days in found for day in days]

    return pick


def in_year(year: int | None, month: int, day: int) -> Pick:
    """That day, of the coming year if none is said; none where the calendar has no such day."""
    if year is None:
        return coming_year(lambda each: valid_date(each, month, day))
    only = valid_date(year, month, day)
    return fixed(only) if only else lambda context, choice: []


def year_at(tokens: Tokens, at: int) -> int | None:
    """Four digits within the years that are taken, or two of this century's first half."""
    number, digits = number_at(tokens, at), len(text_at(tokens, at))
    if number is None or digits not in (2, 4):
        return None
    if digits == 4:
        return number if FIRST_YEAR <= number <= LAST_YEAR else None
    return 2000 + number if number < 50 else None


def near_years(*picks: Pick | None) -> Pick:
    """Two digits are taken as a year only where they name one near at hand."""

    def near(context: Context, choice: Choice | None) -> list[date]:
        found = [day for pick in picks if pick for day in pick(context, choice)]
        likely = [day for day in found if -1 <= day.year - context.today.year <= 10]
        if found and not likely:
            raise context.refusal("has two digits that may not be a year; write all four, as in 2026")
        return likely

    return near
