"""Days of the week: `fri`, `next friday`, `wed next week`, `friday week`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .context import Choice, Context
from .days import Day, Pick, coming, later_end, monday_of
from .spans import spans
from .tokens import Tokens, phrase, text_at
from .words import WEEKDAYS


def weekdays(tokens: Tokens, at: int) -> Iterator[tuple[Day, int]]:
    """Every two days of the week at `at`, from one to the other."""
    for first, join in _bare(tokens, at):
        for middle in phrase(tokens, join, "or|to|-|/"):
            yield from ((Day(_pair(first, last)), end) for last, end in _bare(tokens, middle))


def bare_weekday(weekday: int) -> Pick:
    """The coming one, today included while it is still ahead."""

    def pick(context: Context, choice: Choice | None) -> list[date]:
        first = monday_of(context.today) + timedelta(days=weekday)
        return coming(context, choice, (first + timedelta(days=7 * week) for week in range(3)))

    return pick


def in_week(weekday: int, weeks: int) -> Pick:
    """The one in the ISO week that lies so many weeks after this one."""
    return lambda context, choice: [monday_of(context.today, weeks) + timedelta(days=weekday)]


def weeks_ahead(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """Weeks named from here: `next week` is 1, `the week after next` 2."""
    names = {"this|current week": 0, "next week": 1, "week after next": 2, "last|past|previous week": -1}
    for start in phrase(tokens, at, "the?"):
        for pattern, weeks in names.items():
            yield from ((weeks, end) for end in phrase(tokens, start, pattern))


def _bare(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    for start in phrase(tokens, at, "the?"):
        if (name := text_at(tokens, start)) in WEEKDAYS:
            yield from ((WEEKDAYS[name], end) for end in _after_dot(tokens, start + 1))


def _after_dot(tokens: Tokens, at: int) -> Iterator[int]:
    """An abbreviation's full stop is passed over."""
    return phrase(tokens, at, ".?")


def one_weekday(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """Every single day of the week named at `at`."""
    for weekday, end in _bare(tokens, at):
        yield bare_weekday(weekday), end
        yield from _then_week(tokens, end, weekday)
    for pattern, make in _QUALIFIED.items():
        for start in phrase(tokens, at, pattern):
            if start < len(tokens) and tokens[start].text in WEEKDAYS:
                yield from (
                    (make(WEEKDAYS[tokens[start].text]), end) for end in _after_dot(tokens, start + 1)
                )
    for weeks, middle in weeks_ahead(tokens, at):
        for start in phrase(tokens, middle, ",? on?"):
            yield from ((in_week(weekday, weeks), end) for weekday, end in _bare(tokens, start))
    yield from _weeks_then(tokens, at)


def _then_week(tokens: Tokens, at: int, weekday: int) -> Iterator[tuple[Pick, int]]:
    for middle in phrase(tokens, at, ",? of|in?"):
        yield from ((in_week(weekday, weeks), end) for weeks, end in weeks_ahead(tokens, middle))
    for end in phrase(tokens, at, "week"):
        yield _counted(weekday, 1), end
    for end in phrase(tokens, at, "fortnight"):
        yield _counted(weekday, 2), end
    for end in phrase(tokens, at, "after next"):
        yield _fork(_counted(weekday, 1), in_week(weekday, 2)), end
    for start in phrase(tokens, at, "in"):
        for span, end in spans(tokens, start, led=True):
            if span.weeks is not None:
                yield _fork(_counted(weekday, span.weeks), in_week(weekday, span.weeks)), end


def _weeks_then(tokens: Tokens, at: int) -> Iterator[tuple[Pick, int]]:
    """`a week on friday`, `2 weeks from friday`, `in 2 weeks on friday`."""
    for pattern, weeks in (("week on|from", 1), ("fortnight on|from", 2)):
        for start in phrase(tokens, at, pattern):
            yield from ((_counted(weekday, weeks), end) for weekday, end in _bare(tokens, start))
    for led in phrase(tokens, at, "in?"):
        for span, middle in spans(tokens, led, led=led > at):
            for start in phrase(tokens, middle, "on|from" if led == at else "on?"):
                for weekday, end in _bare(tokens, start) if span.weeks is not None else ():
                    after = _counted(weekday, span.weeks or 0)
                    yield (after if led == at else _fork(after, in_week(weekday, span.weeks or 0))), end


def _counted(weekday: int, weeks: int) -> Pick:
    """So many weeks after the coming one; said on that very day, after today or after the next."""

    def pick(context: Context, choice: Choice | None) -> list[date]:
        today = context.today.weekday() == weekday
        starts = (
            [context.today, context.today + timedelta(days=7)]
            if today
            else bare_weekday(weekday)(context, None)
        )
        return [start + timedelta(days=7 * weeks) for start in starts]

    return pick


def _fork(*picks: Pick) -> Pick:
    return lambda context, choice: [day for pick in picks for day in pick(context, choice)]


def _this(weekday: int) -> Pick:
    """The one in this week if it is still ahead; else that one and the coming one may both be meant."""

    def pick(context: Context, choice: Choice | None) -> list[date]:
        this = monday_of(context.today) + timedelta(days=weekday)
        return [this] if context.ahead(this, choice) else [this, this + timedelta(days=7)]

    return pick


def _last(weekday: int) -> Pick:
    """The most recent one before today."""

    def pick(context: Context, choice: Choice | None) -> list[date]:
        return [context.today - timedelta(days=(context.today.weekday() - weekday - 1) % 7 + 1)]

    return pick


def _pair(first: int, last: int) -> Pick:
    """`mon-tue`: the coming first and the day that follows it."""

    def after(context: Context, choice: Choice | None) -> list[date]:
        return [day + timedelta(days=(last - first) % 7) for day in bare_weekday(first)(context, choice)]

    return later_end(bare_weekday(first), after)


_QUALIFIED = {
    "next": lambda weekday: in_week(weekday, 1),
    "the next": lambda weekday: _fork(bare_weekday(weekday), in_week(weekday, 1)),
    "this": _this,
    "this|the? coming": bare_weekday,
    "this|the? upcoming": bare_weekday,
    "last|past|previous": _last,
}
