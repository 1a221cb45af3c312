"""Names of time zones: IANA keys, cities, and abbreviations with what each may stand for."""

from __future__ import annotations

from functools import cache

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


@cache
def zone_names() -> dict[str, str]:
    """Every IANA key that names a place, by its lower-case spelling."""
    from zoneinfo import available_timezones

    return {key.lower(): key for key in available_timezones() if "/" in key}


@cache
def cities() -> dict[str, tuple[str, ...]]:
    """The keys that end in a city, by its lower-case name with spaces."""
    found: dict[str, tuple[str, ...]] = {}
    for name, key in sorted(zone_names().items()):
        if not name.startswith(("etc/", "us/", "systemv/")):
            city = name.rsplit("/", 1)[1].replace("_", " ")
            found[city] = (*found.get(city, ()), key)
    return found
