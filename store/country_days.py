"""Which days are worked on in which country, and in which country a zone lies. Pure, and remembered.

The rules ask for single days; a country's whole year is worked out once, by the library `holidays`, which
takes longer to load than a command may. Who keeps it (`look_first`, `new`) spares the next start that.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from store.interview import COUNTRY
from store.people.letters import nearest
from store.zone_tables import table

_NO_REGION = frozenset({
    "CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET",
})  # fmt: skip
"""Zones that are an offset and no place, though tzdata follows them to one."""
_READ_AS = {"GB": "GB-ENG"}
"""A country's name alone that lacks holidays which nearly all of it has."""


class KnownDays(Struct, frozen=True):
    """What has been worked out, as plain data."""

    years: dict[str, str]
    """`DE-BY 2026` to a sign for each day of that year, `1` for a working day; blank without a calendar."""
    countries: dict[str, str]
    """Zone to country; blank where it has none."""


_known = KnownDays({}, {})
_new = KnownDays({}, {})
"""What was worked out since somebody last kept it."""
_look: Callable[[], KnownDays] | None = None


def is_working(country: str, day: date) -> bool | None:
    """Whether that is a working day there; None where the library has no calendar of that country.

    `country` as ISO 3166 has it: `DE`, or `DE-BY` for a part of one.
    """
    signs = working_year(country, day.year)
    return signs[day.timetuple().tm_yday - 1] == "1" if signs else None


def working_year(country: str, year: int) -> str:
    """A sign for each day of that year there, `1` for a working day; blank where there is no calendar."""
    country = _READ_AS.get(country, country)
    key = f"{country} {year}"
    if key not in _known.years:
        _look_once()
    if key not in _known.years:
        _known.years[key] = _new.years[key] = _year(country, year)
    return _known.years[key]


class UnknownCountry(ValueError):
    """There is no calendar of that country; the text says so in one sentence."""


def read_country(text: str) -> str | None:
    """A country as it is stored, None where the text is blank. Raises UnknownCountry."""
    name = text.strip().upper()
    if name and not known_country(name):
        raise UnknownCountry(
            f"There is no calendar of the country {text.strip()[:20]!r}; {_instead_of(text.strip()[:80])}"
        )
    return name or None


_ALSO = {
    "uk": "GB", "england": "GB-ENG", "scotland": "GB-SCT", "wales": "GB-WLS", "usa": "US", "en": "GB",
    "deutschland": "DE", "espana": "ES", "osterreich": "AT", "schweiz": "CH", "suisse": "CH",
}  # fmt: skip
"""Countries by names that the library does not have."""


def _instead_of(typed: str) -> str:
    """What to write, as the end of a sentence: the letters of the country that is meant, or its parts."""
    import holidays
    from holidays.registry import COUNTRIES

    code, _, part = typed.upper().partition("-")
    parts = [f"{code}-{one}" for one in holidays.list_supported_countries().get(code, ())]
    if part and parts:
        return f"its parts are {', '.join(one for one in parts if COUNTRY.fullmatch(one))}."
    names = {key.replace("_", " "): row[1] for key, row in COUNTRIES.items()}
    names |= {row[2]: row[1] for row in COUNTRIES.values()} | _ALSO
    meant = [names[one] for one in nearest(typed, names, most=1, cutoff=0.75)]
    return (
        f"did you mean {meant[0]}?"
        if meant
        else "write two letters such as DE, perhaps with a part of it: DE-BY."
    )


def known_country(name: str) -> bool:
    """Whether there is a calendar for that country, or part of one."""
    if not COUNTRY.fullmatch(name):
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
    count = (date(year, 12, 31) - first).days + 1
    return "".join("1" if days.is_working_day(first + timedelta(number)) else "0" for number in range(count))


def country_of(zone: str) -> str:
    """The country of an IANA zone by tzdata's own table, names of old followed; blank where it has none."""
    if zone not in _known.countries:
        _look_once()
    if zone not in _known.countries:
        country = "" if zone in _NO_REGION else _zone_table().get(_followed(zone), "")
        _known.countries[zone] = _new.countries[zone] = country
    return _known.countries[zone]


def _followed(zone: str) -> str:
    seen = {zone}
    while zone not in _zone_table() and (target := _links().get(zone, "")) and target not in seen:
        zone = target
        seen.add(zone)
    return zone


@cache
def _zone_table() -> dict[str, str]:
    rows = (line.split("\t") for line in table("zone.tab") if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def _links() -> dict[str, str]:
    rows = (line.split() for line in table("tzdata.zi") if line.startswith("L "))
    return {row[2]: row[1] for row in rows}


# Kept for the next start


def look_first(load: Callable[[], KnownDays]) -> None:
    """Have `load` asked, once, before anything is worked out: what it knows, by the same tables."""
    global _look
    _look = load


def _look_once() -> None:
    global _look
    load, _look = _look, None
    if load is not None:
        found = load()
        _known.years.update(found.years)
        _known.countries.update(found.countries)


def new() -> KnownDays:
    """What was worked out since this was last asked."""
    found = KnownDays(dict(_new.years), dict(_new.countries))
    _new.years.clear()
    _new.countries.clear()
    return found
