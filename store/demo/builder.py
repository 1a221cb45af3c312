"""What the sample is built with: meetings in somebody's office hours, and interviews in few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from store.interview import Interview, Person, iso
from store.policy import Policy
from store.rules.office import office_in
from store.rules.standing import course, standing_at

_PLACES = (
    "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles",
    "Pacific/Honolulu", "Asia/Jerusalem", "Asia/Kolkata", "Asia/Tokyo", "Australia/Sydney",
    "Pacific/Auckland",
)  # fmt: skip
"""Where offices are open at one hour or another; in Jerusalem on Sundays, too."""
_BEGINS, _ENDS = time(9), time(17, 30)
"""Between these the sample's people meet and call, by their own clock."""
_AWAKE = time(7), time(22, 30)
"""Between these the user would rather do so, by theirs."""
_HALF, _HOUR, _DAY = timedelta(minutes=30), timedelta(hours=1), timedelta(days=1)
_LOOKED_AT = 40
"""Meetings of each place among which one is sought while the user is awake."""
_LONGEST_SEARCH = 24 * 21
"""Hours; no holidays last as long."""
_STEP = 3


class Slot(NamedTuple):
    """A meeting: in whose zone, and until when."""

    zone: str
    ends_at: datetime


class SampleBuilder:
    """The instant that the sample is made for, and what is counted from it.

    Nobody in the sample works at night, on their weekend or on a holiday of theirs, and the user never sits
    in two meetings at once.
    """

    def __init__(self, now: datetime, policy: Policy, zone: ZoneInfo) -> None:
        """`zone` is the user's own."""
        self.now = now.astimezone(UTC).replace(microsecond=0)
        self.policy = policy
        self._zone = zone
        self._taken: list[tuple[datetime, datetime]] = []

    # Meetings

    def met(self, least: float, most: float, minutes: int = 60, *, zone: str = "") -> Slot:
        """A meeting that ended so many hours ago, or as soon before that as any office allows.

        Anywhere, as near to the user as may be, where no `zone` is given.
        """
        return self._found(-1, least, most, minutes, zone)

    def coming(self, least: float, most: float, *, zone: str = "") -> Slot:
        """The same of a meeting of an hour that begins so many hours from now."""
        return self._found(1, least, most, 60, zone)

    def _found(self, way: int, least: float, most: float, minutes: int, zone: str) -> Slot:
        length = timedelta(minutes=minutes)
        fitting: list[tuple[bool, bool, float, Slot]] = []
        for order, place in enumerate([zone] if zone else self._near()):
            meetings = [*islice(self._meetings(ZoneInfo(place), way, least * _HOUR, length), _LOOKED_AT)]
            begins = next((one for one in meetings if self._awake(one, length)), meetings[0])
            away = abs(((begins if way > 0 else begins + length) - self.now) / _HOUR)
            # Of what lies too far away the nearest counts, else whose clock is the nearest to the user's.
            rank = away if away > most else order
            fitting.append((away > most, not self._awake(begins, length), rank, Slot(place, begins + length)))
        slot = min(fitting)[-1]
        self._taken.append((slot.ends_at - length, slot.ends_at))
        return slot

    def _meetings(self, zone: ZoneInfo, way: int, least: timedelta, length: timedelta) -> Iterator[datetime]:
        """When a meeting could begin in that zone, the nearest to now first."""
        first = self.now + way * least
        for day in self._working_days(first.astimezone(zone).date(), way, zone.key):
            begins, last = (datetime.combine(day, clock, zone).astimezone(UTC) for clock in (_BEGINS, _ENDS))
            count_of = (last - length - begins) // _HALF + 1
            times = [begins + number * _HALF for number in range(count_of)][::way]
            # Long ago or far ahead, not all of them are the last or the first of a day.
            turn = 5 * len(self._taken) % len(times) if least >= _DAY else 0
            for at in times[turn:] + times[:turn]:
                far_enough = at >= first if way > 0 else at + length <= first
                if far_enough and not any(at < end and start < at + length for start, end in self._taken):
                    yield at

    def _near(self) -> Sequence[str]:
        """The user's own zone, then the others, the nearest first."""
        here = self.now.astimezone(self._zone).utcoffset() or timedelta()

        def away(zone: str) -> timedelta:
            return abs((self.now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()) - here)

        return [self._zone.key, *sorted(_PLACES, key=away)]

    def _awake(self, begins: datetime, length: timedelta) -> bool:
        local = begins.astimezone(self._zone)
        until = local + length
        return _AWAKE[0] <= local.time() and until.time() <= _AWAKE[1] and local.date() == until.date()

    # What happens beside them

    def at_work(self, zone: str, hours: float) -> datetime:
        """The last half hour of office time there that is at least so many hours ago."""
        latest = self.now - hours * _HOUR
        there = ZoneInfo(zone)
        for day in self._working_days(latest.astimezone(there).date(), -1, zone):
            begins, last = (datetime.combine(day, clock, there).astimezone(UTC) for clock in (_BEGINS, _ENDS))
            if latest >= begins:
                return begins + (min(latest, last) - begins) // _HALF * _HALF
        raise AssertionError("there is always a working day before")

    def working_day(self, zone: str, days: int, since: datetime | None = None) -> date:
        """The working day there so many days after `since`, else after now, or the next beyond.

        Less than none: before it.
        """
        day = (since or self.now).astimezone(ZoneInfo(zone)).date() + days * _DAY
        return next(self._working_days(day, -1 if days < 0 else 1, zone))

    def friday_after(self, at: datetime, zone: str) -> date:
        """The Friday of the week after that one, there."""
        there = at.astimezone(ZoneInfo(zone)).date()
        return there + (11 - there.weekday()) * _DAY

    def _working_days(self, first: date, way: int, zone: str) -> Iterator[date]:
        is_working = office_in(ZoneInfo(zone), None, self.policy).is_working
        return (day for number in count() if is_working(day := first + way * number * _DAY))

    def settled_at(self, wanted: tuple[str, str], make: Callable[[float], Interview]) -> Interview:
        """The interview, moved back by some hours until it stands in this column and at this level now.

        Opening hours and weekends make it impossible to say beforehand how far that is.
        """
        before = [*self._taken]
        for hours in range(0, _LONGEST_SEARCH, _STEP):
            self._taken = [*before]
            interview = make(hours)
            stands = standing_at(course(interview, self.policy, self.now), self.policy, self.now)
            if (stands.column, stands.level) == wanted:
                return interview
        return make(0)


def interview(
    key: str,
    company: str,
    role: str,
    stage: str,
    *,
    slot: Slot,
    minutes: int = 60,
    events: Iterable[dict[str, Any]] = (),
    **more: Any,
) -> Interview:
    """An interview from plain data; `events` get their ids by their order of time."""
    ordered = sorted(events, key=lambda event: str(event["at"]))
    plain = {
        "id": key,
        "company": company,
        "role": role,
        "round": stage,
        "zone": slot.zone,
        "starts_at": slot.ends_at - timedelta(minutes=minutes),
        "ends_at": slot.ends_at,
        "events": [{"id": f"e{number}", **event} for number, event in enumerate(ordered, 1)],
        **more,
    }
    return msgspec.convert(plain, Interview)


def event(kind: str, at: datetime, **fields: Any) -> dict[str, Any]:
    """An event as plain data."""
    return {"kind": kind, "at": iso(at), **fields}


def person(
    number: int, name: str, title: str, company: str = "", *, phone: str | None = None, whatsapp: bool = False
) -> Person:
    """Someone with an address at the company, where one is given; `phone` has 555 in it."""
    first = name.split()[0].casefold()
    return Person(
        id=f"p{number}",
        name=name,
        title=title,
        email=f"{first}@{company}.example" if company else None,
        phone=phone,
        whatsapp=whatsapp,
    )
