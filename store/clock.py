"""The one place that reads the clock. Everything else is told what time it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from store.machine_zone import machine_zone

_FIRST = datetime(1, 12, 31, tzinfo=UTC)
_LAST = datetime(9999, 1, 1, tzinfo=UTC)


class Clock(Protocol):
    """Tells the time: aware, UTC."""

    def now(self) -> datetime:
        """This instant, in UTC."""
        ...


class WallClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """This instant, in UTC."""
        return _within_reach(datetime.now(UTC))


class StoppedClock:
    """A clock that shows one instant until it is set to another: for demos, pictures and tests."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The instant it was set to, in UTC."""
        return _within_reach(self.at.astimezone(UTC))


def _within_reach(at: datetime) -> datetime:
    """The instant, away from both ends of the calendar: no zone and no span may lead out of it."""
    return min(max(at, _FIRST), _LAST)


def local_zone(name: str | None = None) -> tuple[ZoneInfo, str | None]:
    """The user's own zone: the setting `name`, else the machine's; and a complaint where that failed.

    A machine's TZ may hold a rule instead of a name, or nonsense; then UTC is used and the complaint says so.
    """
    from zoneinfo import ZoneInfoNotFoundError

    if name:
        try:
            return ZoneInfo(name), None
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo("UTC"), f"The setting zone = {name!r} is not an IANA zone; UTC is used instead."
    zone = machine_zone()
    if zone is not None:
        return zone, None
    return ZoneInfo("UTC"), (
        "The machine's time zone could not be told (see TZ); UTC is used. Set zone in the settings."
    )
