"""Office time once more, slowly: a walk along the clock by quarter hours. See `oracle`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import holidays

from store.policy import Policy

HOUR, QUARTER = timedelta(hours=1), timedelta(minutes=15)
COUNTRIES = {
    "Europe/Berlin": "DE", "America/New_York": "US", "America/St_Johns": "CA", "Asia/Kolkata": "IN",
    "Australia/Lord_Howe": "AU", "Pacific/Auckland": "NZ", "UTC": "",
}  # fmt: skip
"""As the rules say it of the zones that the generated interviews have."""


class Window(NamedTuple):
    opens: datetime
    closes: datetime
    basis: str
    firm: bool


class Place(NamedTuple):
    """Where an interview's office is, and whose days are worked on there."""

    zone: ZoneInfo
    country: str
    policy: Policy

    def works(self, day: date) -> bool:
        if day in set(self.policy.holidays):
            return False
        if self.policy.calendar == "auto" and self.country:
            return _country(self.country, day.year).is_working_day(day)
        return day.weekday() in self.policy.working_days

    def is_open(self, at: datetime) -> bool:
        there = at.astimezone(self.zone)
        hours = self.policy.office_opens <= there.time() < self.policy.office_closes
        return hours and self.works(there.date())

    def on(self, day: date, clock: Any) -> datetime:
        return datetime.combine(day, clock, self.zone).astimezone(UTC)

    def instant(self, limit: str) -> datetime:
        """A deadline: a date means closing time."""
        if "T" in limit:
            return datetime.strptime(limit, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        return self.on(date.fromisoformat(limit), self.policy.office_closes)


@lru_cache(200)
def _country(name: str, year: int) -> holidays.HolidayBase:
    return holidays.country_holidays(name, years=year)


@lru_cache(20_000)
def place_of(zone: str, country: str | None, policy: Policy) -> Place:
    return Place(ZoneInfo(zone), COUNTRIES[zone] if country is None else country, policy)


def quarters(since: datetime) -> Iterator[datetime]:
    """That instant, then every quarter hour after it."""
    yield since
    step = since.replace(minute=since.minute // 15 * 15, second=0, microsecond=0)
    while True:
        step += QUARTER
        yield step


@lru_cache(20_000)
def opens(since: datetime, place: Place) -> datetime:
    return next(one for one in quarters(since) if place.is_open(one))


@lru_cache(20_000)
def closes(since: datetime, place: Place) -> datetime:
    for one in quarters(since):
        there = one.astimezone(place.zone)
        if there.time() == place.policy.office_closes and place.works(there.date()):
            return one
    raise AssertionError


@lru_cache(20_000)
def worked(since: datetime, hours: int, place: Place) -> datetime:
    """`after(t, h)`: a step counts where the day it begins on is worked on."""
    left, at = hours * HOUR, since
    while left:
        if place.works(at.astimezone(place.zone).date()):
            left -= QUARTER
        at += QUARTER
    return at


@lru_cache(20_000)
def assumed(since: datetime, place: Place) -> datetime:
    day, passed = since.astimezone(place.zone).date(), 0
    while passed < place.policy.assumed_callback:
        day += timedelta(days=1)
        passed += 1 if place.works(day) else 0
    return place.on(day, place.policy.office_closes)


def window(at: datetime, place: Place, basis: str, *, firm: bool, wait: int | None = None) -> Window:
    policy = place.policy
    wait = policy.call_wait if wait is None else wait
    by = worked(at, wait + policy.call_late - policy.call_wait, place)
    return Window(opens(worked(at, wait, place), place), closes(by, place), basis, firm)
