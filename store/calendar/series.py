"""The dates of one meeting that repeats: by its rule, single dates more or less, some moved or called off.

A date is known by the instant at which it would begin if nothing had been moved (RFC 5545, RECURRENCE-ID).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import msgspec

from store.calendar.answers import Answers, Unreadable
from store.calendar.lines import MeetingLines
from store.calendar.recurrence import BadRule, rule_dates, rule_parts
from store.calendar.times import (
    Clocks,
    MeetingTime,
    Wall,
    WrittenTime,
    instant,
    meeting_time,
    on_the_wall,
    read_time,
    written_time,
)
from store.languages import either
from store.ways_out import OTHER_DATE

MOST_DATES = 1_000
"""Dates of one series that are kept, of those behind and of those ahead."""
_AHEAD = timedelta(days=3 * 366)
"""How far dates are looked for behind now and behind the first one."""
_NAMED = 5
_REPEATS = ("RRULE", "RDATE")


class Occurrence(msgspec.Struct, frozen=True, order=True):
    """One date of a series: by which instant it is known, and when it is (UTC)."""

    starts_at: datetime
    ends_at: datetime
    known_by: datetime
    event: MeetingLines | None = None
    """The lines of a date that has its own."""


class Series(msgspec.Struct, frozen=True):
    """The dates of a meeting that take place, in their order, and what has to be said of them."""

    dates: tuple[Occurrence, ...]
    said: tuple[str, ...]


def repeats(event: MeetingLines) -> bool:
    """Whether the meeting has more than one date."""
    return any(event.has(name) for name in _REPEATS)


def dates_of(
    master: MeetingLines, first: MeetingTime, others: Iterable[MeetingLines], clocks: Clocks, now: datetime
) -> Series:
    """All dates of a series. `first` is when its own lines say it is; `others` are those of single dates."""
    start = written_time(master, "DTSTART")
    assert start is not None, "meeting_time has read it"
    wall, _ = clocks.of(start, cancelled=master.cancelled)
    said: list[str] = []
    length = first.ends_at - first.starts_at
    out = set(_listed(master, "EXDATE", start, clocks, said))
    begins = {first.starts_at, *_listed(master, "RDATE", start, clocks, said)}
    begins |= set(_by_rules(master, start, wall, now, said))
    found = {at: Occurrence(at, at + length, at) for at in begins if at not in out}
    for other in others:
        try:
            at = occurrence_of(other, clocks, start)
            time = None if other.cancelled else meeting_time(other, clocks)
        except Unreadable as why:
            said.append(f"One date of the meeting is passed over. {why}")
            continue
        if at is not None:
            found.pop(at, None)
            if time is not None:
                found[at] = Occurrence(time.starts_at, time.ends_at, at, other)
    ordered = sorted(found.values(), key=lambda one: (one.starts_at, one.known_by))
    behind = [one for one in ordered if one.starts_at < now][-MOST_DATES:]
    ahead = [one for one in ordered if one.starts_at >= now][:MOST_DATES]
    return Series((*behind, *ahead), tuple(said))


def occurrence_of(event: MeetingLines, clocks: Clocks, start: WrittenTime | None = None) -> datetime | None:
    """The instant by which the one date is known that a message is about; None where it is about no date.

    `start` is when the series begins, where that is known. Raises Unreadable.
    """
    written = written_time(event, "RECURRENCE-ID")
    if written is None:
        return None
    written = _at_the_time(written, start or written_time(event, "DTSTART"))
    wall, _ = clocks.of(written, cancelled=True)
    return instant(written, wall, [])


def _at_the_time(written: WrittenTime, start: WrittenTime | None) -> WrittenTime:
    """A bare day at the time of day at which the series begins: some programs write no more."""
    if start is None or start.whole_day or not written.whole_day:
        return written
    at = datetime.combine(written.written.date(), start.written.timetz())
    return WrittenTime(at, whole_day=False, tzid=start.tzid)


def chosen(dates: Sequence[Occurrence], answers: Answers, now: datetime, zone: str) -> Occurrence:
    """The date that is meant: that of `answers`, else the next one, else the last. Raises Unreadable."""
    place = ZoneInfo(zone)
    wanted = answers.date
    if wanted is None:
        return next((one for one in dates if one.starts_at >= now), dates[-1])
    for one in dates:
        if _day(one, place) == wanted:
            return one
    near = sorted(dates, key=lambda one: abs(_day(one, place) - wanted))[:_NAMED]
    words = either([f"{_day(one, place)}" for one in sorted(near, key=lambda one: one.starts_at)])
    raise Unreadable(f"The meeting has no date on {wanted}: --date takes {words}.")


def series_words(dates: Sequence[Occurrence], taken: Occurrence, zone: str) -> list[str]:
    """What to say of the dates that are not taken, the next ones by name."""
    place = ZoneInfo(zone)
    ahead = [one for one in dates if one.starts_at > taken.starts_at]
    behind = [one for one in dates if one.starts_at < taken.starts_at]
    others = [*ahead, *reversed(behind)]
    if not others:
        return []
    named = sorted(others[:_NAMED], key=lambda one: one.starts_at)
    more = len(others) - len(named)
    days = [f"{_day(one, place)}" for one in named]
    words = either([*days, "another"] if more else days)
    taken_day = _day(taken, place)
    taken_words = f"its date of {taken_day} is taken, and not {words}"
    return [f"The meeting repeats: {taken_words}; {OTHER_DATE.command}."]


def _day(one: Occurrence, place: ZoneInfo) -> date:
    return one.starts_at.astimezone(place).date()


def _by_rules(
    master: MeetingLines, start: WrittenTime, wall: Wall, now: datetime, said: list[str]
) -> Iterator[datetime]:
    here = on_the_wall(now, wall)
    naive = start.written.replace(tzinfo=None)
    last = max(naive, here) + _AHEAD
    for line in master.all("RRULE")[:_NAMED]:
        try:
            dates = rule_dates(rule_parts(line.value), naive, last, lambda at: on_the_wall(at, wall))
            for one in _near(dates, here):
                at = one.replace(tzinfo=UTC) if start.sure else one
                yield instant(WrittenTime(at, whole_day=start.whole_day, tzid=start.tzid), wall, [])
        except BadRule:
            said.append("How the meeting repeats could not be read: only the dates it names are known.")


def _near(dates: Iterator[datetime], here: datetime) -> list[datetime]:
    """The last dates before `here` and the first ones from there on."""
    behind: deque[datetime] = deque(maxlen=MOST_DATES)
    for one in dates:
        if one >= here:
            return [*behind, one, *islice(dates, MOST_DATES)]
        behind.append(one)
    return [*behind]


def _listed(
    master: MeetingLines, name: str, start: WrittenTime, clocks: Clocks, said: list[str]
) -> Iterator[datetime]:
    """The instants of a property that lists dates; of a span its beginning."""
    values = (
        (value, line.params.get("TZID", "")) for line in master.all(name) for value in line.value.split(",")
    )
    for value, tzid in islice(values, MOST_DATES):
        try:
            bare = value.strip().partition("/")[0]
            written = read_time(bare, tzid, name)
            if not written.sure and not written.tzid:
                written = msgspec.structs.replace(written, tzid=start.tzid)
            written = _at_the_time(written, start)
            wall, _ = clocks.of(written, cancelled=True)
            yield instant(written, wall, [])
        except Unreadable:
            said.append(f"A date of the event's {name} could not be read: {value[:40]!r}.")
