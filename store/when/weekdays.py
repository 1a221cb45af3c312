"""Days of the week: `fri`, `next friday`, `wed next week`, `friday week`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from dateutil.relativedelta import MO, relativedelta

from .context import Context, WallTime
from .days import Day, Pick, fork, from_today, later_end
from .durations import durations
from .tokens import Tokens, match_words, text_at
from .words import WEEKDAYS, Weekday


def weekdays(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every two days of the week at `at`, from one to the other."""
    for first, last, end in _bare_pairs(tokens, at):
        yield Day(_pair(first, last)), end
        for of in match_words(tokens, end, ",? of|in?"):
            for weeks, after in weeks_ahead(tokens, of):
                yield Day(_pair_in(weeks, first, last)), after
    for weeks, middle in (*weeks_ahead(tokens, at), *((1, end) for end in match_words(tokens, at, "next"))):
        for start in match_words(tokens, middle, ",? on?"):
            for first, last, end in _bare_pairs(tokens, start):
                yield Day(_pair_in(weeks, first, last)), end


def bare_weekday(weekday: Weekday) -> Pick:
    """The coming one, today included while it is still ahead."""

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        day = context.today + relativedelta(weekday=weekday)
        return [day if context.ahead(day, choice) else day + relativedelta(weeks=1)]

    return pick


def in_week(weekday: Weekday, weeks: int) -> Pick:
    """The one in the ISO week that lies so many weeks after this one."""
    return lambda context, choice: [monday_of(context.today, weeks) + relativedelta(weekday=weekday)]


def in_week_after(weekday: Weekday) -> Pick:
    """The one in the next ISO week."""
    return in_week(weekday, 1)


def monday_of(day: date, weeks: int = 0) -> date:
    """The Monday of the ISO week that lies `weeks` after the one of `day`."""
    return day + relativedelta(weeks=weeks, weekday=MO(-1))


def weeks_ahead(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """Weeks named from here: `next week` is 1, `the week after next` 2."""
    names = {"this|current week": 0, "next week": 1, "week after next": 2, "last|past|previous week": -1}
    for start in match_words(tokens, at, "the?"):
        for pattern, weeks in names.items():
            yield from ((weeks, end) for end in match_words(tokens, start, pattern))


def _bare(tokens: Tokens, at: int) -> Iterator[tuple[Weekday, int]]:
    for start in match_words(tokens, at, "the?"):
        if (name := text_at(tokens, start)) in WEEKDAYS:
            yield from ((WEEKDAYS[name], end) for end in _after_dot(tokens, start + 1))


def _bare_pairs(tokens: Tokens, at: int) -> Iterator[tuple[Weekday, Weekday, int]]:
    """Two of them, from one to the other, and the place after them."""
    for first, join in _bare(tokens, at):
        for middle in match_words(tokens, join, "or|to|-|/"):
            yield from ((first, last, end) for last, end in _bare(tokens, middle))


def _after_dot(tokens: Tokens, at: int) -> Iterable[int]:
    """An abbreviation's full stop is passed over."""
    return match_words(tokens, at, ".?")


def one_weekday(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """Every single day of the week named at `at`."""
    for weekday, end in _bare(tokens, at):
        yield bare_weekday(weekday), end
        yield from _then_week(tokens, end, weekday)
    for pattern, make in _QUALIFIED.items():
        for start in match_words(tokens, at, pattern):
            if start < len(tokens) and tokens[start].text in WEEKDAYS:
                yield from (
                    (make(WEEKDAYS[tokens[start].text]), end) for end in _after_dot(tokens, start + 1)
                )
    for weeks, middle in weeks_ahead(tokens, at):
        for start in match_words(tokens, middle, ",? on?"):
            yield from ((in_week(weekday, weeks), end) for weekday, end in _bare(tokens, start))
    yield from _weeks_then(tokens, at)


def _then_week(tokens: Tokens, at: int, weekday: Weekday) -> Iterator[tuple[Pick, int]]:
    for middle in match_words(tokens, at, ",? of|in?"):
        yield from ((in_week(weekday, weeks), end) for weeks, end in weeks_ahead(tokens, middle))
    for end in match_words(tokens, at, "week"):
        yield _counted(weekday, 1), end
    for end in match_words(tokens, at, "fortnight"):
        yield _counted(weekday, 2), end
    for word, make in (("next", in_week_after), ("last", _last), ("coming", bare_weekday)):
        yield from ((make(weekday), end) for end in match_words(tokens, at, word))
    for end in match_words(tokens, at, "after next"):
        yield fork(_counted(weekday, 1), in_week(weekday, 2)), end
    for start in match_words(tokens, at, "in"):
        for duration, end in durations(tokens, start, led=True):
            if duration.weeks is not None:
                yield fork(_counted(weekday, duration.weeks), in_week(weekday, duration.weeks)), end


def _weeks_then(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """`a week on friday`, `2 weeks from friday`, `in 2 weeks on friday`."""
    for pattern, weeks in (("week on|from", 1), ("fortnight on|from", 2)):
        for start in match_words(tokens, at, pattern):
            yield from ((_counted(weekday, weeks), end) for weekday, end in _bare(tokens, start))
    for led in match_words(tokens, at, "in?"):
        for duration, middle in durations(tokens, led, led=led > at):
            for start in match_words(tokens, middle, "on|from" if led == at else "on?"):
                for weekday, end in _bare(tokens, start) if duration.weeks is not None else ():
                    after = _counted(weekday, duration.weeks or 0)
                    yield (after if led == at else fork(after, in_week(weekday, duration.weeks or 0))), end


def _counted(weekday: Weekday, weeks: int) -> Pick:
    """So many weeks after the coming one; said on that very day, after today or after the next."""

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        start = context.today + relativedelta(weekday=weekday)
        counts = (weeks, weeks + 1) if start == context.today else (weeks,)
        return [start + relativedelta(weeks=count) for count in counts]

    return pick


def _this(weekday: Weekday) -> Pick:
    """The one in this week if it is still ahead; else that one and the coming one may both be meant."""

    def pick(context: Context, choice: WallTime | None) -> list[date]:
        this = monday_of(context.today) + relativedelta(weekday=weekday)
        return [this] if context.ahead(this, choice) else [this, this + relativedelta(weeks=1)]

    return pick


def _last(weekday: Weekday) -> Pick:
    """The most recent one before today."""
    return from_today(relativedelta(days=-1, weekday=weekday(-1)))


def _pair(first: Weekday, last: Weekday) -> Pick:
    """`mon-tue`: the coming first and the day that follows it."""

    def after(context: Context, choice: WallTime | None) -> list[date]:
        return [day + relativedelta(weekday=last) for day in bare_weekday(first)(context, choice)]

    return later_end(bare_weekday(first), after)


def _pair_in(weeks: int, first: Weekday, last: Weekday) -> Pick:
    return later_end(in_week(first, weeks), in_week(last, weeks))


_QUALIFIED: dict[str, Callable[[Weekday], Pick]] = {
    "next": in_week_after,
    "the next": lambda weekday: fork(bare_weekday(weekday), in_week(weekday, 1)),
    "this": _this,
    "this|the? coming": bare_weekday,
    "this|the? upcoming": bare_weekday,
    "last|past|previous": _last,
}
