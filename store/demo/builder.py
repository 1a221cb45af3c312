"""What the sample is built with: instants counted from now, and interviews in few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from store.interview import Interview, Person, iso
from store.policy import Policy
from store.rules.standing import course, standing_at

_PLACES = (
    "Europe/Berlin", "America/New_York", "Asia/Tokyo", "America/Los_Angeles", "Asia/Kolkata",
    "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
_LONGEST_SEARCH = 24 * 21


class SampleBuilder:
    """The instant that the sample is made for, and what is counted from it."""

    def __init__(self, now: datetime, policy: Policy) -> None:
        self.now = now.astimezone(UTC).replace(microsecond=0)
        self.policy = policy

    def ago(self, hours: float) -> datetime:
        """About so many hours ago, on a half hour; never less than that long ago."""
        at = self.now - timedelta(hours=hours)
        return at.replace(minute=at.minute // 30 * 30, second=0)

    def ahead(self, hours: float) -> datetime:
        """About so many hours from now, on a half hour."""
        return self.ago(-hours) + timedelta(minutes=30)

    def day(self, days: int) -> str:
        """The date so many days from now."""
        there: date = (self.now + timedelta(days=days)).date()
        return there.isoformat()

    def daytime(self, at: datetime) -> str:
        """A zone in which `at` is a time for interviews, so that the sample is believable at any hour."""
        hours = [(abs(at.astimezone(ZoneInfo(zone)).hour - 14), place) for place, zone in enumerate(_PLACES)]
        best = next((place for away, place in hours if away <= 4), min(hours)[1])
        return _PLACES[best]

    def settled_at(self, wanted: tuple[str, str], make: Callable[[float], Interview]) -> Interview:
        """The interview, moved back hour by hour until it stands in this column and at this level now.

        Opening hours and weekends make it impossible to say beforehand how far that is.
        """
        for hours in range(_LONGEST_SEARCH):
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
    zone: str,
    ends_at: datetime,
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
        "zone": zone,
        "starts_at": ends_at - timedelta(minutes=minutes),
        "ends_at": ends_at,
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
