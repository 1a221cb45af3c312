"""Which days are worked on in which country, and in which country a zone lies. Pure, and remembered.

The rules ask for single days; a country's whole year is worked out once, by the library `holidays`. Who has a
place to keep what was worked out (`known`, `remember`) spares the next start the work.
"""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, timedelta
from functools import cache
from importlib import resources

_SHAPE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_NO_REGION = frozenset({
    "CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET",
})  # fmt: skip
"""Zones that are an offset and no place, though tzdata follows them to one."""
_READ_AS = {"GB": "GB-ENG"}
"""A country's name alone that lacks holidays which nearly all of it has."""
_years: dict[str, str] = {}
"""`DE-BY 2026` to a sign for each day of that year, `1` for a working day."""
_countries: dict[str, str] = {}
"""Zone to country; blank where it has none."""
_made: set[str] = set()


def is_working(country: str, day: date) -> bool | None:
    """Whether that is a working day there; None where the library has no calendar of that country.

    `country` as ISO 3166 has it: `DE`, or `DE-BY` for a part of one.
    """
    key = f"{_READ_AS.get(country, country)} {day.year}"
    if key not in _years:
        _years[key] = _year(_READ_AS.get(country, country), day.year)
        _made.add(key)
    signs = _years[key]
    return signs[day.timetuple().tm_yday - 1] == "1" if signs else None


class UnknownCountry(ValueError):
    """There is no calendar of that country; the text says so in one sentence."""


def read_country(text: str) -> str | None:
    """A country as it is stored, None where the text is blank. Raises UnknownCountry."""
    name = text.strip().upper()
    if name and not known_country(name):
        raise UnknownCountry(
            f"There is no calendar of the country {text.strip()[:20]!r}; write two letters such as DE, "
            "perhaps with a part of it: DE-BY."
        )
    return name or None


def known_country(name: str) -> bool:
    """Whether there is a calendar for that country, or part of one."""
    if not _SHAPE.fullmatch(name):
        return False
    import holidays

    code, _, part = _READ_AS.get(name, name).partition("-")
    try:
        holidays.country_holidays(code, subdiv=part or None, years=2026)
    except NotImplementedError:
        return False
    return True


def _year(country: str, year: int) -> str:
    import holidays

    code, _, part = country.partition("-")
    try:
        days = holidays.country_holidays(code, subdiv=part or None, years=year)
    except NotImplementedError:
        return ""
    first = date(year, 1, 1)
    count = 366 if isleap(year) else 365
    return "".join("1" if days.is_working_day(first + timedelta(number)) else "0" for number in range(count))


def country_of(zone: str) -> str:
    """The country of an IANA zone by tzdata's own table, names of old followed; blank where it has none."""
    if zone not in _countries:
        _countries[zone] = "" if zone in _NO_REGION else _zone_table().get(_followed(zone), "")
        _made.add(zone)
    return _countries[zone]


def _followed(zone: str) -> str:
    seen = {zone}
    while zone not in _zone_table() and (target := _links().get(zone, "")) and target not in seen:
        zone = target
        seen.add(zone)
    return zone


@cache
def _zone_table() -> dict[str, str]:
    rows = (line.split("\t") for line in _table("zone.tab") if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def _links() -> dict[str, str]:
    rows = (line.split() for line in _table("tzdata.zi") if line.startswith("L "))
    return {row[2]: row[1] for row in rows}


def _table(name: str) -> list[str]:
    return resources.files("tzdata").joinpath("zoneinfo", name).read_text("utf-8").splitlines()


# Kept for the next start


def known() -> dict[str, dict[str, str]]:
    """All that has been worked out or remembered, as plain data."""
    return {"years": dict(_years), "countries": dict(_countries)}


def remember(kept: dict[str, dict[str, str]]) -> None:
    """Take what an earlier start has worked out, by the same versions of the tables."""
    _years.update(kept["years"])
    _countries.update(kept["countries"])


def has_new() -> bool:
    """Whether anything was worked out here that was not remembered."""
    return bool(_made)
