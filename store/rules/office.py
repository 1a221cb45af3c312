"""Office time: working days, opening and closing in the other side's zone; and the user's own quiet hours.

Hours are elapsed time, so a clock change never shifts a limit; opening and closing are wall time there.
A local time that a change skips is read with the offset before it; one that comes twice is the first.
All results are instants in UTC.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from store import country_days
from store.interview import Interview, zone_of
from store.policy import Policy, within

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
SOON = 14 * 24 * HOUR
"""How far ahead an hour is sought that suits both sides."""


@lru_cache(maxsize=4096)
def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    # Remembered, since a board's cards share their days: midnights, openings and closings.
    return datetime.combine(day, clock, zone).astimezone(UTC)


class Office(Struct, frozen=True, kw_only=True, cache_hash=True):
    """When those can be reached with whom the interview was."""

    zone: ZoneInfo
    opens: time
    closes: time
    call_wait: timedelta
    call_late: timedelta
    assumed_days: int
    is_working: Callable[[date], bool]

    def opening(self, day: date) -> datetime:
        """Opening time on that day, working day or not."""
        return _at(day, self.opens, self.zone)

    def closing(self, day: date) -> datetime:
        """Closing time on that day, working day or not."""
        return _at(day, self.closes, self.zone)

    def next_open(self, at: datetime) -> datetime:
        """`at` itself while the office is open (opens <= local time < closes), else the next opening."""
        local = at.astimezone(self.zone)
        day, clock = local.date(), local.time()
        if self.is_working(day):
            if self.opens <= clock < self.closes:
                return at.astimezone(UTC)
            if clock < self.opens:
                return self.opening(day)
        day += DAY
        while not self.is_working(day):
            day += DAY
        return self.opening(day)

    def close_after(self, at: datetime) -> datetime:
        """The first office closing on a working day at or after `at`."""
        day = at.astimezone(self.zone).date()
        while not self.is_working(day) or self.closing(day) < at:
            day += DAY
        return self.closing(day)

    def assumed(self, at: datetime) -> datetime:
        """When an answer is assumed that nobody promised: a closing time some working days after `at`."""
        return self.assumed_after(at.astimezone(self.zone).date())

    def assumed_after(self, day: date) -> datetime:
        """The same for any instant of that day there."""
        left = self.assumed_days
        while left:
            day += DAY
            left -= self.is_working(day)
        return self.closing(day)

    def after(self, at: datetime, wait: timedelta) -> datetime:
        """When so much of working days has passed since `at`; each counts from midnight to midnight there."""
        at = at.astimezone(UTC)
        day = at.astimezone(self.zone).date()
        while wait > timedelta():
            if self.is_working(day):
                left = _at(day + DAY, time(), self.zone) - at
                if wait <= left:
                    return at + wait
                wait -= left
            day += DAY
            at = _at(day, time(), self.zone)
        return at

    def instant(self, limit: date) -> datetime:
        """A deadline as an instant: a date means closing time on it, working day or not."""
        if isinstance(limit, datetime):
            return limit.astimezone(UTC)
        return self.closing(limit)

    def window(self, at: datetime, wait: timedelta | None = None) -> tuple[datetime, datetime]:
        """When to ask once `at` has passed: from its first to its last good moment.

        `wait`: how long to wait instead of `call_wait`.
        """
        wait = self.call_wait if wait is None else wait
        ends = self.after(at, wait + self.call_late - self.call_wait)
        return self.next_open(self.after(at, wait)), self.close_after(ends)

    def assumed_window(self, at: datetime) -> tuple[datetime, datetime]:
        """When to ask where nobody has promised anything since `at`; one and the same for all of a day."""
        return _assumed_window(self, at.astimezone(self.zone).date())

    def ring_window(self, at: datetime, wait: timedelta) -> tuple[datetime, datetime]:
        """When to ask where they said that they ring at that instant."""
        return self.next_open(at + wait), self.close_after(self.after(at, self.call_wait))

    def snooze_window(self, until: date) -> tuple[datetime, datetime]:
        """When to ask after a snooze; a date means opening time on it."""
        begins = until.astimezone(UTC) if isinstance(until, datetime) else self.opening(until)
        return self.next_open(begins), self.close_after(self.after(begins, self.call_wait))


@lru_cache(maxsize=4096)
def _assumed_window(office: Office, day: date) -> tuple[datetime, datetime]:
    # Remembered, since a board's cards share their days.
    return office.window(office.assumed_after(day))


def office_of(interview: Interview, policy: Policy) -> Office:
    """The office of that interview, in its own zone and with its country's working days."""
    return office_in(zone_of(interview), interview.country, policy)


def office_in(zone: ZoneInfo, country: str | None, policy: Policy) -> Office:
    """An office in that zone, with the working days of `country`, where none is given of the zone's own."""
    return _office(zone, (country or None) if policy.calendar == "auto" else "", policy)


def own_office(zone: ZoneInfo, policy: Policy) -> Office:
    """Office hours by the user's own clock: what is no interview's has no country's days off."""
    return _office(zone, "", policy)


@lru_cache(maxsize=512)
def _office(zone: ZoneInfo, country: str | None, policy: Policy) -> Office:
    """`country`: None for the zone's own, blank for the setting `working_days`."""
    if country is None:
        country = country_days.country_of(zone.key)

    @lru_cache(maxsize=4096)
    def is_working(day: date) -> bool:
        if day in policy.holidays:
            return False
        works = country_days.is_working(country, day) if country else None
        return day.weekday() in policy.working_days if works is None else works

    return Office(
        zone=zone, opens=policy.office_opens, closes=policy.office_closes,
        call_wait=policy.call_wait * HOUR, call_late=policy.call_late * HOUR,
        assumed_days=policy.assumed_callback, is_working=is_working,
    )  # fmt: skip


# The user's side, and messages to a phone


@lru_cache(maxsize=256)
def reachable(office: Office, policy: Policy, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The first instant from `now` on at which their office is open and the user, in `zone`, is not at rest.

    None where there is none within `SOON`.
    """
    at, too_late = office.next_open(now), now + SOON
    while at < too_late:
        rested = not_quiet(policy, at, zone, too_late)
        if rested == at:
            return at
        at = office.next_open(rested)
    return None


def out_of_reach(office: Office, policy: Policy, at: datetime, zone: ZoneInfo) -> datetime:
    """When it ends that nobody is at rest: `at` is an instant that `reachable` has found."""
    local = at.astimezone(zone)
    midnight = _at(local.date() + DAY, time(), zone)
    ends = [office.closing(at.astimezone(office.zone).date()), midnight]
    if policy.quiet[0] != policy.quiet[1]:
        ends.append(_next(policy.quiet[0], local))
    return min(ends)


def not_quiet(policy: Policy, at: datetime, zone: ZoneInfo, until: datetime) -> datetime:
    """`at` itself where the user's hours are not quiet and they are not away, else when that ends.

    It is looked for up to `until`: someone may be away for years.
    """
    while at < until:
        local = at.astimezone(zone)
        if any(first <= local.date() <= last for first, last in policy.away_days):
            at = _at(local.date() + DAY, time(), zone)
        elif within(local.time(), policy.quiet):
            at = _next(policy.quiet[1], local)
        else:
            break
    return at


def away_until(policy: Policy, at: datetime, zone: ZoneInfo) -> date | None:
    """The last day, by the calendar in the user's `zone`, up to which they are away at `at`; None if not."""
    day, last = at.astimezone(zone).date(), None
    for first, end in sorted(policy.away_days):
        if first <= day <= end:
            last, day = end, end + DAY
    return last


def texts_from(policy: Policy, now: datetime, zone: ZoneInfo) -> datetime:
    """`now` within the hours in which a text message may reach them, in their `zone`, else the next such."""
    local = now.astimezone(zone)
    hours = (policy.texts_from, policy.texts_to)
    return now if within(local.time(), hours) else _next(hours[0], local)


def _next(clock: time, local: datetime) -> datetime:
    assert isinstance(local.tzinfo, ZoneInfo)
    day = local.date() if local.time() < clock else local.date() + DAY
    at = _at(day, clock, local.tzinfo)
    # On a day on which that time comes twice the first may have passed.
    return at if at > local else _at(day + DAY, clock, local.tzinfo)
