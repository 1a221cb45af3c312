"""Names of time zones: IANA names, cities, abbreviations, and the names that calendars give them. Pure.

`read_zone` is what a user's typing goes through, wherever it is typed; `calendar_zone` what a calendar says.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

UTC_NAMES = frozenset({"utc", "etc/utc", "uct", "etc/uct", "zulu", "etc/zulu", "universal", "etc/universal"})
_NOT_ZONES = re.compile(r"(?i)(posix|right)/|localtime$|posixrules$|factory$")
_LONGEST = 60
"""Characters a zone's name may have."""

# Each name with all it may mean. Where the meanings agree on an instant there is nothing to ask: CET is both
# UTC+1 and the time in Berlin. In summer these differ, and whoever writes CET may mean either.
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("utc", "gmt"), ("UTC",)),
    **dict.fromkeys(("cet", "mez"), ("Europe/Berlin", "+01:00")),
    **dict.fromkeys(("cest", "mesz"), ("Europe/Berlin", "+02:00")),
    "eet": ("Europe/Helsinki", "+02:00"),
    "eest": ("Europe/Helsinki", "+03:00"),
    "wet": ("Europe/Lisbon", "+00:00"),
    "west": ("Europe/Lisbon", "+01:00"),
    "msk": ("Europe/Moscow",),
    "et": ("America/New_York",),
    "ct": ("America/Chicago",),
    "mt": ("America/Denver",),
    "pt": ("America/Los_Angeles",),
    "est": ("America/New_York", "-05:00"),
    "edt": ("America/New_York", "-04:00"),
    "cdt": ("America/Chicago", "-05:00"),
    "mst": ("America/Denver", "-07:00"),
    "mdt": ("America/Denver", "-06:00"),
    "pst": ("America/Los_Angeles", "-08:00"),
    "pdt": ("America/Los_Angeles", "-07:00"),
    "akst": ("America/Anchorage", "-09:00"),
    "akdt": ("America/Anchorage", "-08:00"),
    "hst": ("Pacific/Honolulu",),
    "jst": ("Asia/Tokyo",),
    "kst": ("Asia/Seoul",),
    "sgt": ("Asia/Singapore",),
    "hkt": ("Asia/Hong_Kong",),
    "sast": ("Africa/Johannesburg",),
    "aest": ("Australia/Sydney", "+10:00"),
    "aedt": ("Australia/Sydney", "+11:00"),
    "awst": ("Australia/Perth",),
    "nzst": ("Pacific/Auckland", "+12:00"),
    "nzdt": ("Pacific/Auckland", "+13:00"),
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
    "gst": ("Asia/Dubai", "Atlantic/South_Georgia"),
    "sst": ("Pacific/Pago_Pago", "Asia/Singapore"),
}


_ZONES: dict[str, ZoneInfo | None] = {}


def known_zone(name: str) -> ZoneInfo | None:
    """The zone of that IANA name, or None where there is none. Remembered, as reading one costs a file."""
    if name not in _ZONES:
        try:
            _ZONES[name] = ZoneInfo(name) if name and name == name.strip() else None
        except (KeyError, ValueError, OSError):
            _ZONES[name] = None
    return _ZONES[name]


@cache
def _any_case() -> dict[str, str]:
    from zoneinfo import available_timezones

    return {key.lower(): key for key in available_timezones()}


@cache
def zone_names() -> dict[str, str]:
    """Every IANA key that names a place, by its lower-case spelling."""
    return {name: key for name, key in _any_case().items() if "/" in name}


@cache
def cities() -> dict[str, tuple[str, ...]]:
    """The keys that end in a city, by its lower-case name with spaces; of several names of one zone one."""
    found: dict[str, tuple[str, ...]] = {}
    for name, key in sorted(zone_names().items()):
        if not name.startswith(("etc/", "us/", "systemv/")):
            city = name.rsplit("/", 1)[1].replace("_", " ")
            found[city] = (*found.get(city, ()), key)
    return {city: _without_aliases(keys) for city, keys in found.items()}


def _without_aliases(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Of keys whose clocks have agreed since 1970 only the fullest: `America/Argentina/Buenos_Aires`."""
    if len(keys) == 1:
        return keys
    kept: dict[tuple[timedelta | None, ...], str] = {}
    for key in sorted(keys, key=lambda one: (one.count("/"), one)):
        zone = ZoneInfo(key)
        halves = (datetime(year, month, 1, tzinfo=zone) for year in range(1970, 2038) for month in (1, 7))
        kept[tuple(half.utcoffset() for half in halves)] = key
    return tuple(kept.values())


class UnknownZone(ValueError):
    """No zone is called so, or several are; one sentence that says what to write."""


def read_zone(text: str) -> str:
    """The IANA name of the zone typed: such a name in any case, or a city. Raises UnknownZone."""
    typed = text.strip()
    if known_zone(typed) is not None:
        return typed
    found = zone_names().get(typed.lower().replace(" ", "_"))
    if found is not None:
        return found
    fitting = cities().get(" ".join(typed.lower().replace("_", " ").split()), ())
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnknownZone(f"There are several time zones of that name: write {' or '.join(fitting)}.")
    raise UnknownZone(
        f"There is no time zone {typed[:_LONGEST]!r}: write one such as Europe/Berlin, or a large city."
    )


def is_utc(tzid: str) -> bool:
    """Whether a calendar's name says UTC, which is a sure instant but nobody's office time."""
    return tzid.casefold() in UTC_NAMES


def calendar_zone(tzid: str) -> str | None:
    """The IANA name for a zone's name in a calendar, None where it is not known for sure.

    Understood are IANA names in any case, Windows names, and an IANA name at the end of a globally unique one
    (`/freeassociation.sourceforge.net/Europe/Berlin`; RFC 5545, 3.2.19 lets a leading slash mark these).
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if tzid.startswith("/"):
        parts = tzid.strip("/").split("/")
        return next(filter(None, (_iana("/".join(parts[at:])) for at in range(len(parts)))), None)
    return _iana(tzid) or _iana(WINDOWS_TO_OLSON.get(tzid, ""))


def _iana(name: str) -> str | None:
    if not name or len(name) > _LONGEST or _NOT_ZONES.match(name):
        return None
    if known_zone(name) is not None:
        return name
    return _any_case().get(name.casefold())


def likely_zone(tzid: str) -> str | None:
    """A guess to offer, never to use: from `… Eastern Time …`, or from a city that is named."""
    words = re.match(r"(?:\([^)]*\)\s*)?([A-Za-z. ]{3,40}?) (?:Standard |Daylight )?Time\b", tzid[:200])
    if words and (zone := calendar_zone(f"{words.group(1)} Standard Time")):
        return zone
    named = (part.strip().lower() for part in re.split(r"[,;()/]", tzid[:200]))
    return next((cities()[city][-1] for city in named if city in cities()), None)
