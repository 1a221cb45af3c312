"""Which zones of the world a file's own zone may be: those whose clocks agree around a date. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice

from store.zones import known_zone, zone_names

MOST_CHOICES = 8
_KNOWN_BEST = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Anchorage", "Pacific/Honolulu", "America/Toronto", "America/Halifax", "America/Mexico_City",
    "America/Bogota", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Santiago",
    "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Madrid",
    "Europe/Rome", "Europe/Amsterdam", "Europe/Zurich", "Europe/Vienna", "Europe/Stockholm", "Europe/Warsaw",
    "Europe/Athens", "Europe/Helsinki", "Europe/Bucharest", "Europe/Kyiv", "Europe/Istanbul", "Europe/Moscow",
    "Africa/Lagos", "Africa/Cairo", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Jerusalem", "Asia/Dubai",
    "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta", "Asia/Shanghai",
    "Asia/Hong_Kong", "Asia/Singapore", "Asia/Manila", "Australia/Perth", "Asia/Tokyo", "Asia/Seoul",
    "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
"""Where most offices are."""
_REGIONS = ("africa/", "america/", "asia/", "atlantic/", "australia/", "europe/", "indian/", "pacific/")
_STEP = timedelta(days=15)
_STEPS = 13
"""Half a year in steps: as far as is looked before and after the date."""


def zone_choices(
    offset_at: Callable[[datetime], timedelta], around: datetime, user_zone: str
) -> tuple[str, ...]:
    """The IANA names of zones whose clocks are as `offset_at` says in the year around an instant.

    The user's own comes first where it fits, then where most offices are; others where none of these fits.
    """
    moments = [around + _STEP * number for number in range(-_STEPS, _STEPS + 1)]
    wanted = [(moment, offset_at(moment)) for moment in moments]

    def fits(name: str) -> bool:
        zone = known_zone(name)
        return zone is not None and all(at.astimezone(zone).utcoffset() == ahead for at, ahead in wanted)

    best = tuple(filter(fits, dict.fromkeys((user_zone, *_KNOWN_BEST))))
    others = (key for name, key in sorted(zone_names().items()) if name.startswith(_REGIONS))
    return best[:MOST_CHOICES] or tuple(islice(filter(fits, others), MOST_CHOICES))
