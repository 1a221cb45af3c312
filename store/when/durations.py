"""Lengths of time: `2 weeks`, `3d 5h`, `a couple of working days`, `24-48 hours`."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from .context import Context, WallTime, in_range
from .days import add_working_days
from .tokens import Tokens, glued, match_words, number_at, text_at
from .words import NUMBERS, TENS, UNITS

_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_WEEKS = {"week": 1, "fortnight": 2}
_CALENDAR = {
    "year": relativedelta(years=1),
    "month": relativedelta(months=1),
    "fortnight": relativedelta(weeks=2),
    "week": relativedelta(weeks=1),
    "day": relativedelta(days=1),
}

# `90m` are minutes: nobody counts so many months.
_MOST_MONTHS_BY_LETTER = 24

# Ten years in every unit: far beyond any answer to wait for, and small enough to count.
MOST_COUNTED = {
    "year": 10,
    "month": 120,
    "fortnight": 260,
    "week": 520,
    "day": 3660,
    "working day": 2600,
    "hour": 87_840,
}
MOST_COUNTED |= {"minute": MOST_COUNTED["hour"] * 60, "second": MOST_COUNTED["hour"] * 3600}


class Term(Struct, frozen=True):
    """A number of one unit, `low` to `high` if it is a range; `letter_m` if only an `m` names the unit."""

    low: Fraction
    high: Fraction
    unit: str
    letter_m: bool = False


class Duration(Struct, frozen=True):
    """Terms that add up, forward in time or back."""

    terms: tuple[Term, ...]
    back: bool = False

    @property
    def elapsed(self) -> bool:
        """Whether it is measured in hours, which pass whatever the clocks on the wall show."""
        return any(term.unit in _SECONDS for term in self.terms)

    @property
    def weeks(self) -> int | None:
        """The number of weeks, if it is that and nothing else."""
        only = self.terms[0]
        if len(self.terms) > 1 or only.low != only.high or only.unit not in _WEEKS:
            return None
        return int(only.high) * _WEEKS[only.unit] if only.high <= MOST_COUNTED["week"] else None

    def dates(self, context: Context, start: date) -> list[date]:
        """The day it leads to; for a range the later where that is an answer, else both ends."""
        return [self._day(context, start, high=high) for high in self._ends(context)]

    def instants(self, context: Context) -> list[list[datetime]]:
        """`now` and so much elapsed time, after the days in it have been counted on the calendar.

        For each end of a range; several where the wall time to count from is skipped or comes twice.
        """
        return [list(self._instants(context, high=high)) for high in self._ends(context)]

    def _ends(self, context: Context) -> tuple[bool, ...]:
        ranged = any(term.low != term.high for term in self.terms)
        if ranged and (self.back or not context.dates):
            return (False, True)
        return (not context.early,)

    def _instants(self, context: Context, *, high: bool) -> Iterator[datetime]:
        day = self._day(context, context.today, high=high)
        seconds = sum(self._amount(context, term, high) * _SECONDS.get(term.unit, 0) for term in self.terms)
        at_same_time = context.instants(day, WallTime(context.now.time()))
        for start in [context.now] if day == context.today else at_same_time:
            end = start.astimezone(UTC) + timedelta(seconds=float(seconds))
            in_range(context, end)
            yield end.astimezone(context.zone)

    def _day(self, context: Context, start: date, *, high: bool) -> date:
        day = start
        for term in sorted(self.terms, key=lambda term: term.unit not in ("year", "month")):
            count = self._amount(context, term, high)
            if term.unit in _CALENDAR:
                day = in_range(context, day + _CALENDAR[term.unit] * int(count))
            elif term.unit == "working day":
                day = add_working_days(context, day, int(count))
        return day

    def _amount(self, context: Context, term: Term, high: bool) -> Fraction:
        if max(term.low, term.high) > MOST_COUNTED[term.unit]:
            raise context.refusal(
                f"is too far away: at most {MOST_COUNTED[term.unit]} {term.unit}s are counted"
            )
        amount = term.high if high else term.low
        return -amount if self.back else amount


def durations(tokens: Tokens, at: int, *, led: bool) -> Iterator[tuple[Duration, int]]:
    """Every length that begins at `at`; `led` if a word such as `in` says that it is one."""
    for term, end in _terms(tokens, at):
        yield from _longer(tokens, end, (term,))
    yield from _hours_and_minutes(tokens, at, led=led)


def _hours_and_minutes(tokens: Tokens, at: int, *, led: bool) -> Iterator[tuple[Duration, int]]:
    """`2h30`; with two digits before the `h` it is a time of day, unless a word says that it is a length."""
    hours, minutes = number_at(tokens, at), number_at(tokens, at + 2, longest=2)
    if hours is None or minutes is None or text_at(tokens, at + 1) != "h" or not glued(tokens, at, at + 3):
        return
    if minutes < 60 and (led or len(tokens[at].text) == 1):
        yield Duration((_exactly(hours, "hour"), _exactly(minutes, "minute"))), at + 3


def _longer(tokens: Tokens, at: int, terms: tuple[Term, ...]) -> Iterator[tuple[Duration, int]]:
    """The duration so far, and those with more terms, each of another unit."""
    yield Duration(terms), at
    for start in match_words(tokens, at, ",? and?"):
        for term, end in _terms(tokens, start):
            if _joins(term, terms):
                yield from _longer(tokens, end, (*terms, term))


def _joins(term: Term, others: tuple[Term, ...]) -> bool:
    """An `m` is a month only beside years; working days are not mixed with the calendar's."""
    units = {other.unit for other in others}
    if term.letter_m and term.unit == "month":
        return units == {"year"}
    if term.unit == "working day" or "working day" in units:
        return (units | {term.unit}) - set(_SECONDS) == {"working day"} and term.unit not in units
    return term.unit not in units and not (term.letter_m and units == {"year"})


def _terms(tokens: Tokens, at: int) -> Iterator[tuple[Term, int]]:
    if text_at(tokens, at - 1) in ("next", "coming"):
        for unit, end in _units(tokens, at):
            one, two = Fraction(1), Fraction(2)
            yield from ((Term(one, two, unit), after) for after in match_words(tokens, end, "or two"))
    for low, middle in _numbers(tokens, at):
        for unit, end in _units(tokens, middle):
            if not (text_at(tokens, middle) == "m" and unit == "month" and low > _MOST_MONTHS_BY_LETTER):
                yield from _whole(Term(low, low, unit, text_at(tokens, middle) == "m"), end)
            if low == 1:
                yield from (
                    (Term(low, Fraction(2), unit), after) for after in match_words(tokens, end, "or two")
                )
            for after in match_words(tokens, end, "and a half"):
                yield from _whole(Term(low + Fraction(1, 2), low + Fraction(1, 2), unit), after)
        for join in match_words(tokens, middle, "-|to|or"):
            for high, last in _numbers(tokens, join):
                for unit, end in _units(tokens, last):
                    if low < high:
                        yield from _whole(Term(low, high, unit), end)
    for join in match_words(tokens, at, "between"):
        for low, middle in _numbers(tokens, join):
            for start in match_words(tokens, middle, "and"):
                for high, last in _numbers(tokens, start):
                    yield from (
                        (Term(low, high, unit), end) for unit, end in _units(tokens, last) if low < high
                    )


def _whole(term: Term, end: int) -> Iterator[tuple[Term, int]]:
    """Only hours and shorter have parts: half a week is no date."""
    if term.unit in _SECONDS or (term.low.denominator == 1 and term.high.denominator == 1):
        yield term, end


def _exactly(number: int, unit: str) -> Term:
    return Term(Fraction(number), Fraction(number), unit)


def _units(tokens: Tokens, at: int) -> Iterator[tuple[str, int]]:
    for end in match_words(tokens, at, "working|business|work|office|bank day|days"):
        yield "working day", end
    word = text_at(tokens, at)
    if word in UNITS:
        yield UNITS[word], at + 1
    elif word == "m":  # minutes, or months: both, and what follows or went before decides
        yield "minute", at + 1
        yield "month", at + 1


def _numbers(tokens: Tokens, at: int) -> Iterator[tuple[Fraction, int]]:
    text = text_at(tokens, at)
    if text.isdigit():
        yield Fraction(int(text)), at + 1
        if (
            text_at(tokens, at + 1) in (".", ",")
            and glued(tokens, at, at + 3)
            and text_at(tokens, at + 2).isdigit()
        ):
            yield Fraction(f"{text}.{text_at(tokens, at + 2)}"), at + 3
    elif text in NUMBERS:
        yield Fraction(NUMBERS[text]), at + 1
    elif text in TENS:
        yield Fraction(TENS[text]), at + 1
        for end in match_words(tokens, at + 1, "-?"):
            if 0 < NUMBERS.get(text_at(tokens, end), 0) < 10:
                yield Fraction(TENS[text] + NUMBERS[text_at(tokens, end)]), end + 1
    yield from ((Fraction(1), end) for end in match_words(tokens, at, "a|an"))
    for pattern, part in (("half a|an", 2), ("a half", 2), ("a? quarter of an", 4)):
        yield from ((Fraction(1, part), end) for end in match_words(tokens, at, pattern))
    for end in match_words(tokens, at, "a? couple of?"):
        yield Fraction(2), end
    for start, number in ((at + 1, NUMBERS.get(text) or number_at(tokens, at)),):
        if number is not None:
            for end in match_words(tokens, start, "and a half"):
                yield number + Fraction(1, 2), end
