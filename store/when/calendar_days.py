"""Dates of the calendar and months: `27 Nov 2026`, `27.11.`, `the 27th`, `first monday in december`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from dateutil.relativedelta import relativedelta

from .context import FIRST_YEAR, LAST_YEAR, Context, WallTime
from .days import END_OF_MONTH, Day, Pick, coming_year, fixed, from_today, later_end, valid_date
from .tokens import Tokens, glued, match_words, number_at, text_at
from .wording import day_words
from .words import MONTHS, ORDINALS, WEEKDAY_NAMES, WEEKDAYS, Weekday

_LAST_HOUR, _LONGEST_MONTH = 23, 31
_MONTHS_FROM_THIS = {"this|the|current month": 0, "next month": 1, "last|previous|past month": -1}
_MONTHS_FROM_THIS |= {"the? month after next": 2}


def calendar_days(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every date written at `at`, alone or with its day of the week, which must then agree."""
    for day, end in _plain(tokens, at):
        yield day, end
        for middle in match_words(tokens, end, ",?"):
            if (name := text_at(tokens, middle)) in WEEKDAYS:
                yield _checked(day, WEEKDAYS[name]), middle + 1
    if (name := text_at(tokens, at)) in WEEKDAYS:
        for middle in match_words(tokens, at + 1, ".? ,? the?"):
            yield from ((_checked(day, WEEKDAYS[name]), end) for day, end in _plain(tokens, middle))
            number = number_at(tokens, middle, longest=2)
            if number is not None and _LAST_HOUR < number <= _LONGEST_MONTH:
                yield _checked(Day(partial(_coming_nth, number=number)), WEEKDAYS[name]), middle + 1


def _checked(day: Day, weekday: Weekday) -> Day:
    def pick(context: Context, choice: WallTime | None) -> list[date]:
        dates = day.pick(context, choice)
        fitting = [one for one in dates if one.weekday() == weekday.weekday]
        if dates and not fitting:
            one = dates[-1]
            is_one, said = WEEKDAY_NAMES[one.weekday()].title(), WEEKDAY_NAMES[weekday.weekday].title()
            raise context.refusal(
                f"does not fit together, since {day_words(one)} is a {is_one} and no {said}"
            )
        return fitting

    return Day(pick)


def _plain(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    for pick, end in numeric_days(tokens, at):
        yield Day(pick), end
    for start in match_words(tokens, at, "the?"):
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
        for start in match_words(tokens, middle, "of|-|/?"):
            yield from _month_year(tokens, start, day, short=True)
        for join in match_words(tokens, middle, "-|to|or|/"):
            for last, after in _day_numbers(tokens, join):
                for start in match_words(tokens, after, "of?"):
                    yield from _two_days(tokens, start, (day, last))
    if (month := MONTHS.get(text_at(tokens, at))) is not None:
        for start in match_words(tokens, at + 1, ".? the?"):
            for day, end in _day_numbers(tokens, start):
                yield in_year(None, month, day), end
                for join in match_words(tokens, end, "-|to|or|/"):
                    for last, after in _day_numbers(tokens, join):
                        if day < last:
                            yield later_end(in_year(None, month, day), in_year(None, month, last)), after
                for after in match_words(tokens, end, ",?"):
                    if (year := year_at(tokens, after)) and len(tokens[after].text) == 4:
                        yield in_year(year, month, day), after + 1


def _month_year(tokens: Tokens, at: int, day: int, *, short: bool) -> Iterator[tuple[Pick, int]]:
    if (month := MONTHS.get(text_at(tokens, at))) is None:
        return
    for end in match_words(tokens, at + 1, ".?"):
        yield in_year(None, month, day), end
        for after in match_words(tokens, end, ",|-|/?"):
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
    """`the 27th`, `the 27`: the coming one; `the 3rd of next month`."""
    for number, end in _day_numbers(tokens, at):
        dotted = text_at(tokens, end - 1) == "."
        ordinal = end == at + 2 and not (dotted and glued(tokens, at, end + 1))
        if ordinal or text_at(tokens, at - 1) == "the":
            yield partial(_coming_nth, number=number), end
        if ordinal or text_at(tokens, at) in ORDINALS:
            for middle in match_words(tokens, end, "of|in?"):
                for month, after in months(tokens, middle):
                    this = text_at(tokens, after - 2) == "the"
                    yield _in_month(partial(_nth_of, number=number), month, or_next=this), after


def _coming_nth(context: Context, choice: WallTime | None, *, number: int) -> list[date]:
    """The coming one, and the last if it was within a week.

    Where this month is too short for it, its last day may have been meant.
    """
    first = context.today.replace(day=1)
    months = (first + relativedelta(months=count) for count in range(4))
    found = [valid_date(month.year, month.month, number) for month in months]
    ahead = next(day for day in found if day is not None and context.ahead(day, choice))
    if found[0] is None:
        return [first + END_OF_MONTH, ahead]
    recent = timedelta() <= context.today - found[0] <= timedelta(days=7)
    return [found[0], ahead] if recent and found[0] != ahead else [ahead]


def _nth_of(context: Context, first: date, *, number: int) -> date | None:
    return valid_date(first.year, first.month, number)


def _in_month(find: Callable[[Context, date], date | None], month: Pick, *, or_next: bool) -> Pick:
    """The day that `find` finds in a month; what is past in `the month` may be meant of the next."""

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        firsts = list(month(context, choice))
        found = [day for first in firsts if (day := find(context, first)) is not None]
        if or_next and not any(context.ahead(day, choice) for day in found):
            following = [find(context, first + relativedelta(months=1)) for first in firsts]
            found += [day for day in following if day is not None]
        return found

    return pick


def _nth_weekday(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """`first monday in december`, `last working day of the month`, `first day of next month`."""
    counts = [(-1, end) for end in match_words(tokens, at, "last")]
    counts += [
        (number, end) for number, end in _day_numbers(tokens, at) if not tokens[end - 1].text.isdigit()
    ]
    for count, start in counts:
        kinds: list[tuple[Weekday | str, int]] = [("day", end) for end in match_words(tokens, start, "day")]
        kinds += [("working day", end) for end in match_words(tokens, start, "working|business|work day")]
        if (name := text_at(tokens, start)) in WEEKDAYS:
            kinds.append((WEEKDAYS[name], start + 1))
        for kind, middle in kinds:
            for of in match_words(tokens, middle, "of|in"):
                for month, end in months(tokens, of):
                    this = text_at(tokens, end - 2) == "the"
                    yield _in_month(partial(_nth_in, kind=kind, count=count), month, or_next=this), end


def _nth_in(context: Context, first: date, *, kind: Weekday | str, count: int) -> date | None:
    if kind == "working day":
        month = (first + timedelta(days=number) for number in range((first + END_OF_MONTH).day))
        working = [day for day in month if context.works(day)]
        return working[count - 1 if count > 0 else count] if len(working) >= abs(count) else None
    start = first if count > 0 else first + END_OF_MONTH
    if isinstance(kind, Weekday):
        day = start + relativedelta(weekday=kind(count))
    else:
        day = start + timedelta(days=count - 1 if count > 0 else count + 1)
    return day if day.month == first.month else None


def months(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """Every month named at `at`; what is picked is its first day."""
    for pattern, count in _MONTHS_FROM_THIS.items():
        yield from ((_from_this(count), end) for end in match_words(tokens, at, pattern))
    if (month := MONTHS.get(text_at(tokens, at))) is not None:
        for end in match_words(tokens, at + 1, ".?"):
            yield _named(month), end
            year = number_at(tokens, end)
            if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
                yield fixed(date(year, month, 1)), end + 1


def _from_this(count: int) -> Pick:
    return from_today(relativedelta(months=count, day=1))


def _named(month: int) -> Pick:
    """The one that lasts or comes; judged by its last day."""

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        lasts = coming_year(lambda year: date(year, month, 1) + END_OF_MONTH)(context, choice)
        return [day.replace(day=1) for day in lasts]

    return pick


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
            yield from ((pick, end) for end in match_words(tokens, at + 3, ".?"))


def _either_order(first: int, second: int, year: int | None, *, dotted: bool) -> Pick:
    """Day and month in the order asked, else in every order in which they are a date.

    With dots the day comes first; only someone who writes the month first may mean it otherwise.
    """

    def pick(context: Context, choice: WallTime | None) -> list[date]:
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

    def near(context: Context, choice: WallTime | None) -> list[date]:
        found = [day for pick in picks if pick for day in pick(context, choice)]
        likely = [day for day in found if -1 <= day.year - context.today.year <= 10]
        if found and not likely:
            raise context.refusal("has two digits that may not be a year; write all four, as in 2026")
        return likely

    return near
