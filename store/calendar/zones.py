"""Names of time zones as calendars write them, and the IANA names they stand for."""

import re
from zoneinfo import ZoneInfo, available_timezones

UTC_NAMES = frozenset({"utc", "etc/utc", "uct", "etc/uct", "zulu", "etc/zulu", "universal", "etc/universal"})
NOT_ZONES = re.compile(r"(?i)(posix|right)/|localtime$|posixrules$|factory$")


def is_utc(tzid: str) -> bool:
    """Whether the name says UTC, which is a sure instant but nobody's office time."""
    return tzid.casefold() in UTC_NAMES


def iana_zone(tzid: str) -> str | None:
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
    if not name or len(name) > 60 or NOT_ZONES.match(name):
        return None
    try:
        return ZoneInfo(name).key
    except (OSError, ValueError, LookupError):  # unknown, a folder, no zone file, a path that climbs
        folded = name.casefold()
        return next((zone for zone in available_timezones() if zone.casefold() == folded), None)


def likely_zone(tzid: str) -> str | None:
    """A guess to offer, never to use: from `… Eastern Time …`, or from a city that is named."""
    words = re.match(r"(?:\([^)]*\)\s*)?([A-Za-z. ]{3,40}?) (?:Standard |Daylight )?Time\b", tzid[:200])
    if words and (zone := iana_zone(f"{words.group(1)} Standard Time")):
        return zone
    cities = {zone.rpartition("/")[2].replace("_", " "): zone for zone in sorted(available_timezones())}
    named = (part.strip() for part in re.split(r"[,;()/]", tzid[:200]))
    return next((cities[city] for city in named if city in cities and "/" in cities[city]), None)
