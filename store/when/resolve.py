"""From a meaning to its readings: the days and instants it may stand for at a given `now`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from .clock import Kind, TimeOfDay, in_part
from .context import Context, Reading, WallTime, in_range
from .days import Day
from .phrases import Meaning
from .wording import day_words, instant_words, span_words
from .zones import SaidZone, Zones


def readings(meaning: Meaning, context: Context) -> Iterator[Reading]:
    """Every reading; a date where no time is said or implied, whether or not the caller takes dates.

    A zone's name that means several is settled where they agree on an instant; several names must agree.
    """
    if meaning.zone is None:
        yield from _in_zone(meaning, context)
        return
    by_name = [list(_by_name(meaning, meaning.zone, zones, context)) for zones in meaning.zone.names]
    if not all(by_name):
        raise context.refusal("names an offset that its zone does not have then")
    agreed = [one for one in by_name[0] if all(_holds(others, one) for others in by_name[1:])]
    if not agreed:
        raise context.refusal("names zones whose clocks do not agree then; leave all but one of them out")
    yield from agreed


def _by_name(meaning: Meaning, said: SaidZone, zones: Zones, context: Context) -> Iterator[Reading]:
    """The readings by one name of a zone, or by all of them where they do not agree on one."""
    by_zone = [
        [one for one in distinct(list(_in_zone(meaning, context.said_in(zone)))) if _fits(said, one, zone)]
        for zone in zones
    ]
    fitting = [found for found in by_zone if found]
    if fitting:
        common = [one for one in fitting[0] if all(_holds(others, one) for others in fitting[1:])]
        yield from common or [one for found in fitting for one in found]


def _fits(said: SaidZone, reading: Reading, zone: tzinfo) -> bool:
    return not isinstance(reading.value, datetime) or said.fits(reading.value, zone)


def _holds(others: list[Reading], reading: Reading) -> bool:
    return any(_key(other) == _key(reading) for other in others)


def _key(reading: Reading) -> tuple[date | datetime, datetime | None]:
    value, until = reading.value, reading.until
    at = value.astimezone(UTC) if isinstance(value, datetime) else value
    return at, until.astimezone(UTC) if until is not None else None


def day_reading(day: date) -> Reading:
    return Reading(day, day_words(day))


def instant_readings(
    context: Context, instants: list[datetime], until: datetime | None = None
) -> list[Reading]:
    """The readings of one wall time: two where the clocks skip it or show it twice. `until`: its end."""
    shifted = len(instants) > 1
    said = [span_words(one, until, name_zone=context.zone_said, shifted=shifted) for one in instants]
    return [
        Reading(in_range(context, one), words, shifted, until)
        for one, words in zip(instants, said, strict=True)
    ]


def distinct(found: list[Reading]) -> list[Reading]:
    """Those of different values, compared in UTC: within a zone an hour and its repeat compare as equal."""
    by_value: dict[tuple[date | datetime, datetime | None], Reading] = {}
    for reading in found:
        by_value.setdefault(_key(reading), reading)
    return list(by_value.values())


def _in_zone(meaning: Meaning, context: Context) -> Iterator[Reading]:
    if meaning.now:
        yield from instant_readings(context, [context.now])
    elif meaning.elapsed:
        for instants in meaning.elapsed.instants(context):
            yield from instant_readings(context, instants)
    else:
        clock = _clock(meaning, context)
        for choice in _choices(clock, context):
            for day in _days(meaning, context, clock, choice):
                yield from _on_day(meaning, context, clock, choice, in_range(context, day))


def _clock(meaning: Meaning, context: Context) -> TimeOfDay | None:
    """The time said, else the one the day implies; refused where what is said does not make one."""
    clock = meaning.clock
    if clock is None and meaning.part:
        raise context.refusal("leaves the time of day open; add one, as in “tomorrow 15:00”")
    if clock and meaning.part:
        if clock.kind is Kind.AT:
            clock = in_part(clock, meaning.part)
        if clock.kind in (Kind.CLOSING, Kind.SAME) or (clock.kind is Kind.AT and not clock.readings):
            raise context.refusal("does not fit together: that time is in another part of the day")
    if clock is None and meaning.day:
        clock = meaning.day.implied
    if meaning.zone and (clock is None or clock.kind is Kind.SAME):
        raise context.refusal("names a zone but no time of day; add one, as in “tomorrow 15:00 UTC”")
    return clock


def _choices(clock: TimeOfDay | None, context: Context) -> tuple[WallTime | None, ...]:
    if clock is None:
        return (None,)
    if clock.kind is Kind.CLOSING:
        return (WallTime(context.hours.closes),)
    if clock.kind is Kind.OPENING:
        return (WallTime(context.hours.opens),)
    if clock.kind is Kind.SAME:
        return (WallTime(context.now.time()),)
    if not clock.ranged or (context.spans and not clock.either):
        return clock.readings
    starts = tuple(choice._replace(until=None) for choice in clock.readings)
    ends = tuple(choice.until for choice in clock.readings if choice.until is not None)
    if context.dates:
        return starts if context.early else ends
    return tuple(dict.fromkeys((*starts, *ends)))


def _days(meaning: Meaning, context: Context, clock: TimeOfDay | None, choice: WallTime | None) -> list[date]:
    if meaning.day:
        found = list(meaning.day.pick(context, choice))
        if not found:
            raise context.refusal("is not a date of the calendar")
        return found
    today, tomorrow = context.today, context.today + timedelta(days=1)
    if choice is None or (context.ahead(today, choice) and clock and clock.kind is not Kind.SAME):
        return [today]
    if clock and clock.kind is Kind.CLOSING:
        return [today, tomorrow]
    if clock and clock.kind is Kind.OPENING:
        return [tomorrow, _next_working(context)]
    return [tomorrow]


def _next_working(context: Context) -> date:
    """The first working day after today; tomorrow where there is none for weeks."""
    days = [context.today + timedelta(days=ahead) for ahead in range(1, 60)]
    return next((day for day in days if context.works(day)), days[0])


def _on_day(
    meaning: Meaning, context: Context, clock: TimeOfDay | None, choice: WallTime | None, day: date
) -> Iterator[Reading]:
    soft = clock is not None and clock.kind in (Kind.CLOSING, Kind.SAME) and clock is not _said_same(meaning)
    if choice is None or (soft and context.dates and not meaning.zone):
        if meaning.before and choice is None and _whole(meaning.day):
            yield day_reading(day - timedelta(days=1))
        yield day_reading(day)
    elif clock is not None and clock.kind is Kind.SAME and day == context.today:
        yield from instant_readings(context, [context.now])
    else:
        yield from _at(context, day, choice)


def _at(context: Context, day: date, choice: WallTime) -> Iterator[Reading]:
    """That time on that day; with its end, of which the clocks must show one only."""
    starts = context.instants(day, choice)
    if choice.until is None:
        yield from instant_readings(context, starts)
        return
    ends = context.instants(day, choice.until)
    if len(ends) > 1:
        offsets = " or ".join(instant_words(one, name_zone=False, shifted=True) for one in ends)
        raise context.refusal(f"ends when the clocks change: give the start, and the end as {offsets}")
    yield from instant_readings(context, starts, ends[0])


def _said_same(meaning: Meaning) -> TimeOfDay | None:
    """`same time tomorrow` names a time; `in 2 days` only implies one."""
    return meaning.clock if meaning.clock and meaning.clock.kind is Kind.SAME else None


def _whole(day: Day | None) -> bool:
    return day is not None and day.whole
