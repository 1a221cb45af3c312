"""Dates of the calendar: `27 Nov 2026`, `the 27th`, `first monday in december`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from .context import Choice, Context
from .days import Day, Pick, add_months, last_of_month, later_end, valid_date
from .months import months
from .numeric_days import in_year, near_years, numeric_days, year_at
from .tokens import Tokens, number_at, phrase, text_at
from .wording import day_words
from .words import MONTHS, ORDINALS, WEEKDAY_NAMES, WEEKDAYS


def calendar_days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every date written at `at`, alone or with its day of the week, which must then agree."""
    for day, end in _plain(tokens, at):
        yield day, end
        for middle in phrase(tokens, end, ",?"):
            if (name := text_at(tokens, middle)) in WEEKDAYS:
                yield _checked(day, WEEKDAYS[name]), middle + 1
    if (name := text_at(tokens, at)) in WEEKDAYS:
        for middle in phrase(tokens, at + 1, ".? ,? the?"):
            yield from ((_checked(day, WEEKDAYS[name]), end) for day, end in _plain(tokens, middle))


def _checked(day: Day, weekday: int) -> Day:
    def pick(context: Context, choice: Choice | None) -> list[date]:
        dates = day.pick(context, choice)
        fitting = [one for one in dates if one.weekday() == weekday]
        if dates and not fitting:
            one = dates[-1]
            is_one, said = WEEKDAY_NAMES[one.weekday()].title(), WEEKDAY_NAMES[weekday].title()
            raise context.refusal(
                f"does not fit together, since {day_words(one)} is a {is_one} and no {said}"
            )
        return fitting

    return Day(pick)


def _plain(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    for pick, end in numeric_days(tokens, at):
        yield Day(pick), end
    for start in phrase(tokens, at, "the?"):
        for pick, end in (
            *_with_month(tokens, start),
            *_nth_day(tokens, start),
            *_nth_weekday(tokens, start),
        ):
            yield Day(pick), end


def _day_numbers(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    if (named := ORDINALS.get(text_at(tokens, at))) is not None:
        yield named, at + 1
    number = number_at(tokens, at, longest=2)
    if number is None or not 1 <= number <= 31:
        return
    yield number, at + 1
    if text_at(tokens, at + 1) in (_suffix(number), ".") and tokens[at + 1].glued:
        yield number, at + 2


def _suffix(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _with_month(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """`27 Nov 2026`, `27th of November`, `27-Nov-26`, `Nov 27, 2026`, and `27-28 Nov`."""
    for day, middle in _day_numbers(tokens, at):
        for start in phrase(tokens, middle, "of|-|/?"):
            yield from _month_year(tokens, start, day, short=True)
        for join in phrase(tokens, middle, "-|to|or|/"):
            for last, after in _day_numbers(tokens, join):
                for start in phrase(tokens, after, "of?"):
                    yield from _two_days(tokens, start, (day, last))
    if (month := MONTHS.get(text_at(tokens, at))) is not None:
        for start in phrase(tokens, at + 1, ".? the?"):
            for day, end in _day_numbers(tokens, start):
                yield in_year(None, month, day), end
                for join in phrase(tokens, end, "-|to|or|/"):
                    for last, after in _day_numbers(tokens, join):
                        if day < last:
                            yield later_end(in_year(None, month, day), in_year(None, month, last)), after
                for after in phrase(tokens, end, ",?"):
                    if (year := year_at(tokens, after)) and len(tokens[after].text) == 4:
                        yield in_year(year, month, day), after + 1


def _month_year(tokens: Tokens, at: int, day: int, *, short: bool) -> Iterator[tuple[Pick, int]]:
    if (month := MONTHS.get(text_at(tokens, at))) is None:
        return
    for end in phrase(tokens, at + 1, ".?"):
        yield in_year(None, month, day), end
        for after in phrase(tokens, end, ",|-|/?"):
            if (year := year_at(tokens, after)) and (short or len(tokens[after].text) == 4):
                pick = in_year(year, month, day)
                yield (pick if len(tokens[after].text) == 4 else near_years(pick)), after + 1


def _two_days(tokens: Tokens, at: int, days: tuple[int, int]) -> Iterator[tuple[Pick, int]]:
    if days[0] < days[1]:
        firsts = list(_month_year(tokens, at, days[0], short=False))
        lasts = list(_month_year(tokens, at, days[1], short=False))
        for (first, _), (last, end) in zip(firsts, lasts, strict=True):
            yield later_end(first, last), end


def _nth_day(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """`the 27th`: the coming one; `the 3rd of next month`."""
    for number, end in _day_numbers(tokens, at):
        ordinal = end == at + 2 and text_at(tokens, at + 1) != "."
        if ordinal:
            yield partial(_coming_nth, number=number), end
        if ordinal or text_at(tokens, at) in ORDINALS:
            for middle in phrase(tokens, end, "of|in?"):
                for month, after in months(tokens, middle):
                    this = text_at(tokens, after - 2) == "the"
                    yield _in_month(partial(_nth_of, number=number), month, or_next=this), after


def _coming_nth(context: Context, choice: Choice | None, *, number: int) -> list[date]:
    """The coming one, and the last if it was within a week.

    Where this month is too short for it, its last day may have been meant.
    """
    first = context.today.replace(day=1)
    found = [
        valid_date(month.year, month.month, number) for month in (add_months(first, n) for n in range(4))
    ]
    ahead = next(day for day in found if day is not None and context.ahead(day, choice))
    if found[0] is None:
        return [last_of_month(first), ahead]
    recent = timedelta() <= context.today - found[0] <= timedelta(days=7)
    return [found[0], ahead] if recent and found[0] != ahead else [ahead]


def _nth_of(context: Context, first: date, *, number: int) -> date | None:
    return valid_date(first.year, first.month, number)


def _in_month(find: Callable[[Context, date], date | None], month: Pick, *, or_next: bool) -> Pick:
    """The day that `find` finds in a month; what is past in `the month` may be meant of the next."""

    def pick(context: Context, choice: Choice | None) -> list[date]:
        firsts = list(month(context, choice))
        found = [day for first in firsts if (day := find(context, first)) is not None]
        if or_next and not any(context.ahead(day, choice) for day in found):
            following = [find(context, add_months(first, 1)) for first in firsts]
            found += [day for day in following if day is not None]
        return found

    return pick


def _nth_weekday(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """`first monday in december`, `last working day of the month`, `first day of next month`."""
    counts = [(-1, end) for end in phrase(tokens, at, "last")]
    counts += [
        (number, end) for number, end in _day_numbers(tokens, at) if not tokens[end - 1].text.isdigit()
    ]
    for count, start in counts:
        kinds = [("day", end) for end in phrase(tokens, start, "day")]
        kinds += [("working day", end) for end in phrase(tokens, start, "working|business|work day")]
        if (name := text_at(tokens, start)) in WEEKDAYS:
            kinds.append((name, start + 1))
        for kind, middle in kinds:
            for of in phrase(tokens, middle, "of|in"):
                for month, end in months(tokens, of):
                    this = text_at(tokens, end - 2) == "the"
                    yield _in_month(partial(_nth_in, kind=kind, count=count), month, or_next=this), end


def _nth_in(context: Context, first: date, *, kind: str, count: int) -> date | None:
    def fits(day: date) -> bool:
        if kind == "working day":
            return context.works(day)
        return kind == "day" or day.weekday() == WEEKDAYS[kind]

    days = (first + timedelta(days=number) for number in range(last_of_month(first).day))
    fitting = [day for day in days if fits(day)]
    if len(fitting) < abs(count):
        return None
    return fitting[count - 1 if count > 0 else count]
