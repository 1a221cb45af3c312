"""Zones as a calendar file defines them itself (VTIMEZONE): what the clock on the wall means there. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import NamedTuple

import msgspec

from store.calendar.lines import PropertyLines, ZoneLines
from store.calendar.recurrence import BadRule, rule_dates, rule_end, rule_parts
from store.zones import calendar_zone

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3])([0-5]\d)([0-5]\d)?")
_TIME = re.compile(r"(\d{8})(?:T(\d{6}))?")
_AROUND = 2
"""Years before and after a time within which the changes of the clocks are worked out."""
_EARLIEST, _LATEST = 1601, 2199
"""Years in which a zone's changes begin; some programs write the year 1 for "always"."""
_MOST_PARTS, _MOST_RULES, _MOST_SINGLES = 200, 24, 1_000


class Change(msgspec.Struct, frozen=True, order=True):
    """From an instant on (UTC) the clocks are `after` ahead of UTC; they were `before`."""

    at: datetime
    before: timedelta
    after: timedelta


class Observance(msgspec.Struct, frozen=True):
    """When the clocks change from one offset to another: at `start`, by the rule, and at single times.

    All times are naive, by the clock on the wall before the change.
    """

    before: timedelta
    after: timedelta
    start: datetime
    rule: dict[str, str] | None
    singles: tuple[datetime, ...]

    def around(self, year: int) -> Iterator[Change]:
        """The changes near that year, and at least the last one before it. Raises BadRule."""
        for wall in (self.start, *self.singles):
            yield self._change(wall)
        if self.rule is None:
            return
        end = rule_end(self.rule, lambda at: (at + self.before).replace(tzinfo=None))
        until = datetime(year + _AROUND, 12, 31)  # noqa: DTZ001 - on the wall
        begin = self.start
        if self.rule.get("INTERVAL", "1") == "1" and "COUNT" not in self.rule:
            # What is long past is passed over: files begin such rules in 1601.
            near = max(min(year, year if end is None else end.year) - _AROUND, begin.year)
            begin = begin.replace(year=near, day=min(begin.day, 28 if begin.month == 2 else begin.day))
        for wall in rule_dates(self.rule, begin, until, lambda at: (at + self.before).replace(tzinfo=None)):
            yield self._change(wall)

    def _change(self, wall: datetime) -> Change:
        return Change((wall - self.before).replace(tzinfo=UTC), self.before, self.after)


class _Changes(NamedTuple):
    """The changes of the clocks near a year, in their order."""

    known: list[Change]
    instants: list[datetime]
    offsets: frozenset[timedelta]


class FileZone:
    """A zone that a file defines. `tzid` is its name there; `place` an IANA name, where the file tells it."""

    def __init__(
        self, tzid: str, place: str | None, observances: tuple[Observance, ...], standard: timedelta
    ) -> None:
        """`standard`: how far the clocks are ahead of UTC before the first change."""
        self.tzid = tzid
        self.place = place
        self._observances = observances
        self._standard = standard
        self._years: dict[int, _Changes] = {}

    def instant(self, wall: datetime) -> datetime:
        """The instant (UTC) of a time on the wall; of one that is skipped or repeated by the earlier offset.

        Raises BadRule.
        """
        changes = self._around(wall.year)
        found = [
            at
            for offset in changes.offsets
            if self.offset_at(at := (wall - offset).replace(tzinfo=UTC)) == offset
        ]
        if found:
            return min(found)
        # Skipped: the change that skips it is the last that begins before it on the wall.
        skipping = [one for one in changes.known if one.at.replace(tzinfo=None) + one.before <= wall]
        before = skipping[-1].before if skipping else self._standard
        return (wall - before).replace(tzinfo=UTC)

    def offset_at(self, at: datetime) -> timedelta:
        """How far the clocks are ahead of UTC at an instant. Raises BadRule."""
        changes = self._around(at.year)
        place = bisect_right(changes.instants, at)
        return changes.known[place - 1].after if place else self._standard

    def _around(self, year: int) -> _Changes:
        if year not in self._years:
            found = sorted({one for each in self._observances for one in each.around(year)})
            past = [one for one in found if one.at.year < year - _AROUND]
            known = found[max(0, len(past) - 1) :]
            offsets = frozenset((self._standard, *(one.after for one in known)))
            self._years[year] = _Changes(known, [one.at for one in known], offsets)
        return self._years[year]


def zone_of(lines: ZoneLines) -> FileZone | None:
    """The zone that these lines define; None where nothing in them can be relied upon."""
    tzid = lines.own.value("TZID")
    if not tzid or not 0 < len(lines.observances) <= _MOST_PARTS:
        return None
    parts: list[tuple[str, Observance]] = []
    for kind, own in lines.observances:
        read = _observance(own)
        if read is None:
            return None  # half of a zone would give a wrong time
        parts.append((kind, read))
    if sum(one.rule is not None for _, one in parts) > _MOST_RULES:
        return None
    standard = next((one.after for kind, one in parts if kind == "STANDARD"), parts[0][1].after)
    told = lines.own.value("X-LIC-LOCATION")
    place = calendar_zone(told) if told else None
    return FileZone(tzid, place, tuple(one for _, one in parts), standard)


def _observance(lines: PropertyLines) -> Observance | None:
    before, after = (_offset(lines.value(name)) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    start = _wall(lines.value("DTSTART"))
    if before is None or after is None or start is None:
        return None
    written = (one for line in lines.all("RDATE") for one in line.value.split(","))
    singles = tuple(wall for one in islice(written, _MOST_SINGLES) if (wall := _wall(one)) is not None)
    rule = lines.value("RRULE")
    try:
        parts = rule_parts(rule) if rule else None
    except BadRule:
        return None
    if parts is not None and parts["FREQ"] != "YEARLY":
        return None
    return Observance(before, after, start, parts, singles)


def _offset(written: str) -> timedelta | None:
    found = _OFFSET.fullmatch(written.strip())
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def _wall(written: str) -> datetime | None:
    found = _TIME.match(written.strip())
    try:
        written = "".join(found.groups("000000")) if found else ""
        wall = datetime.strptime(written, "%Y%m%d%H%M%S")  # noqa: DTZ007 - on the wall
    except ValueError:
        return None
    if wall.year > _LATEST:
        return None
    return wall if wall.year >= _EARLIEST else wall.replace(year=_EARLIEST, day=min(wall.day, 28))
