"""Zones as a calendar file defines them itself (VTIMEZONE): what the clock on the wall means there. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

import msgspec

from store.calendar.lines import Lines, ZoneLines
from store.calendar.recurrence import BadRule, rule_dates, rule_end, rule_parts
from store.zones import calendar_zone

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3])([0-5]\d)([0-5]\d)?")
_TIME = re.compile(r"(\d{8})(?:T(\d{6}))?")
_AROUND = 2
"""Years before and after a time within which the changes of the clocks are worked out."""
_EARLIEST, _LATEST = 1601, 2199
"""Years in which a zone's changes begin; some programs write the year 1 for "always"."""
_MOST_PARTS, _MOST_SINGLES = 200, 1_000


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
        yearly = self.rule["FREQ"] == "YEARLY" and self.rule.get("INTERVAL", "1") == "1"
        if yearly and "COUNT" not in self.rule:
            # What is long past is passed over: files begin such rules in 1601.
            near = max(min(year, year if end is None else end.year) - _AROUND, begin.year)
            begin = begin.replace(year=near, day=min(begin.day, 28 if begin.month == 2 else begin.day))
        for wall in rule_dates(self.rule, begin, until, lambda at: (at + self.before).replace(tzinfo=None)):
            yield self._change(wall)

    def _change(self, wall: datetime) -> Change:
        return Change((wall - self.before).replace(tzinfo=UTC), self.before, self.after)


class FileZone:
    """A zone that a file defines. `tzid` is its name there; `place` an IANA name, where the file tells it."""

    def __init__(self, tzid: str, place: str | None, observances: tuple[Observance, ...]) -> None:
        self.tzid = tzid
        self.place = place
        self._observances = observances
        self._years: dict[int, tuple[Change, ...]] = {}

    def instant(self, wall: datetime) -> datetime:
        """The instant (UTC) of a time on the wall; of one that is skipped or repeated by the earlier offset.

        Raises BadRule.
        """
        changes = self._around(wall.year)
        offsets = {changes[0].before, *(one.after for one in changes)}
        found = [
            at for offset in offsets if self.offset_at(at := (wall - offset).replace(tzinfo=UTC)) == offset
        ]
        if found:
            return min(found)
        # Skipped: the change that skips it is the last that begins before it on the wall.
        skipping = [one for one in changes if one.at.replace(tzinfo=None) + one.before <= wall]
        before = skipping[-1].before if skipping else changes[0].before
        return (wall - before).replace(tzinfo=UTC)

    def offset_at(self, at: datetime) -> timedelta:
        """How far the clocks are ahead of UTC at an instant. Raises BadRule."""
        changes = self._around(at.year)
        return next((one.after for one in reversed(changes) if one.at <= at), changes[0].before)

    def _around(self, year: int) -> tuple[Change, ...]:
        if year not in self._years:
            found = sorted({one for each in self._observances for one in each.around(year)})
            past = [one for one in found if one.at.year < year - _AROUND]
            self._years[year] = tuple(found[max(0, len(past) - 1) :])
        return self._years[year]


def zone_of(lines: ZoneLines) -> FileZone | None:
    """The zone that these lines define; None where nothing in them can be relied upon."""
    tzid = lines.own.value("TZID")
    if len(lines.observances) > _MOST_PARTS:
        return None
    observances = tuple(filter(None, map(_observance, lines.observances)))
    if not tzid or not observances or len(observances) < len(lines.observances):
        return None  # half of a zone would give a wrong time
    told = lines.own.value("X-LIC-LOCATION")
    return FileZone(tzid, calendar_zone(told) if told else None, observances)


def _observance(lines: Lines) -> Observance | None:
    before, after = (_offset(lines.value(name)) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    start = _wall(lines.value("DTSTART"))
    if before is None or after is None or start is None:
        return None
    written = (one for line in lines.all("RDATE") for one in line.value.split(","))
    singles = tuple(wall for one in islice(written, _MOST_SINGLES) if (wall := _wall(one)) is not None)
    rule = lines.value("RRULE")
    try:
        return Observance(before, after, start, rule_parts(rule) if rule else None, singles)
    except BadRule:
        return None


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
