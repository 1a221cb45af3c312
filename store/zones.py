"""Names of time zones: IANA names, cities, abbreviations, and the names that calendars give them. Pure.

`read_zone` is what a user's typing goes through, wherever it is typed; `calendar_zone` what a calendar says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.patterns import pattern
from store.people.letters import fold
from store.zone_words import ABBREVIATIONS, SPELT_OUT

UTC_NAMES = frozenset({"utc", "etc/utc", "uct", "etc/uct", "zulu", "etc/zulu", "universal", "etc/universal"})
_NOT_ZONES = pattern(r"(?i)(posix|right)/|localtime$|posixrules$|factory$")
_LONGEST = 60
"""Characters a zone's name may have."""

_OFFSET = pattern(r"(?:utc|gmt|z)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?", re.ASCII)
_MOST_OFFERED = 6


_NOT_CITIES = ("etc/", "us/", "systemv/", "canada/", "brazil/", "chile/", "mexico/")
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
        if not name.startswith(_NOT_CITIES):
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


class NamedZone(Struct, frozen=True):
    """A zone by its IANA name, and what is to be said of how it was told: a sentence, or nothing."""

    name: str
    remark: str = ""


def read_zone(text: str, now: datetime | None = None) -> str:
    """The IANA name of the zone typed; see `named_zone`. Raises UnknownZone."""
    return named_zone(text, now).name


def named_zone(text: str, now: datetime | None = None) -> NamedZone:
    """The zone typed: an IANA name in any case, a city or country, or an abbreviation. Raises UnknownZone.

    `now` (aware) is for which zones fit an offset at present; without it, those that fit in some season.
    """
    typed = "".join(filter(str.isprintable, " ".join(text.split())))[: _LONGEST + 1]
    if "/" in typed and known_zone(typed) is not None:
        return NamedZone(typed)
    if found := zone_names().get(typed.lower().replace(" ", "_")):
        return NamedZone(found)
    word = _without_time(fold(typed.replace("_", " ")))
    if word in UTC_NAMES or word in ("gmt", "z"):
        return NamedZone("GMT" if word == "gmt" else "UTC")
    if offset := _OFFSET.fullmatch(word.replace("−", "-")):
        return _of_offset(typed, offset, now)
    fitting = _in_country(word) or zones_of(word, codes=True) or zones_of(word.replace("-", " "))
    if len(fitting) == 1:
        return NamedZone(fitting[0], _remark(typed, word, fitting[0]))
    if fitting:
        many = f"has {len(fitting)} time zones: write the one meant, such as"
        has = "may be several time zones: write" if len(fitting) <= _MOST_OFFERED else many
        raise UnknownZone(f"“{typed}” {has} {_either(fitting[:_MOST_OFFERED])}.")
    if (found := _any_case().get(typed.lower())) and not _NOT_ZONES.match(found):
        return NamedZone(found)
    if "time" in typed.lower() and (found := calendar_zone(typed)):
        return NamedZone(found, f"“{typed}” is taken as {found}.")
    raise UnknownZone(f"There is no time zone {typed[:_LONGEST]!r}: {_offer(word)}")


def _in_country(word: str) -> tuple[str, ...]:
    """The zones of a place with its country behind it: `Cambridge, UK`."""
    place, _, country = word.partition(",")
    there = zones_of(country.strip(), codes=True) if country else ()
    return tuple(zone for zone in zones_of(place.strip()) if zone in there)


def _without_time(word: str) -> str:
    return word.removesuffix(" zone").removesuffix(" time").removesuffix(" standard").strip(" .")


def zones_of(place: str, *, codes: bool = False) -> tuple[str, ...]:
    """The zones that a place or an abbreviation (folded) may mean; with `codes` a country's letters too."""
    from store.places import countries, country_zones, kept_places

    short = SPELT_OUT.get(place, place)
    if named := tuple(zone for zone in ABBREVIATIONS.get(short, ()) if "/" in zone):
        return named
    own = kept_places().get(place) or cities().get(place, ())
    code = countries().get(place) or (place.upper() if codes and len(place) == 2 else "")
    lies_in = country_zones(code) if code and not (place in cities() and own) else ()
    return tuple(dict.fromkeys((*own, *lies_in)))


def _remark(typed: str, word: str, name: str) -> str:
    """What is said of a zone that was not called by its own name."""
    short = SPELT_OUT.get(word, word)
    if short in ABBREVIATIONS:
        follows = ", which follows the clock change" if len(ABBREVIATIONS[short]) > 1 else ""
        return f"“{typed}” is taken as {name}{follows}."
    return "" if word in cities() else f"“{typed}” is in {name}."


def _of_offset(typed: str, found: re.Match[str], now: datetime | None) -> NamedZone:
    """UTC for an offset of nothing. Raises UnknownZone for others, as no place keeps its clocks by that."""
    from store.places import WELL_KNOWN

    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    if not offset:
        return NamedZone("UTC")
    moments = [now] if now is not None else [datetime(2026, month, 1, tzinfo=UTC) for month in (1, 7)]
    fits = [
        name
        for name in WELL_KNOWN
        if any(moment.astimezone(ZoneInfo(name)).utcoffset() == offset for moment in moments)
    ]
    if not fits:
        raise UnknownZone(
            f"“{typed}” is an offset that no time zone has now: write one such as Europe/Berlin."
        )
    season = "now" if now is not None else "in summer or winter"
    raise UnknownZone(
        f"“{typed}” is only an offset: write the zone, of which these have it {season}: "
        f"{_either(fits[:_MOST_OFFERED])}."
    )


def _offer(word: str) -> str:
    """What may be written instead, names like it first."""
    from difflib import get_close_matches

    from store.places import countries, kept_places

    if there := zones_of(word.rsplit("/", 1)[-1]):
        return f"did you mean {_either(there[:_MOST_OFFERED])}?"
    pool = [*cities(), *kept_places(), *countries(), *zone_names()]
    near = get_close_matches(word, pool, n=3, cutoff=0.72) if word else []
    shown = dict.fromkeys(zone_names().get(one) or one.title() for one in near)
    if shown:
        return f"did you mean {_either([*shown])}? Or write one such as Europe/Berlin, or a large city."
    return "write one such as Europe/Berlin, a large city, or a country that has one zone."


def _either(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def is_utc(tzid: str) -> bool:
    """Whether a calendar's name says UTC, which is a sure instant but nobody's office time."""
    return tzid.casefold() in UTC_NAMES


def calendar_zone(tzid: str) -> str | None:
    """The IANA name for a zone's name in a calendar, None where it is not known for sure.

    Understood are IANA names in any case, Windows names, and an IANA name at the end of a globally unique one
    (`/freeassociation.sourceforge.net/Europe/Berlin`; RFC 5545, 3.2.19 lets a leading slash mark these).
    """
    if tzid.startswith("/"):
        parts = tzid.strip("/").split("/")
        return next(filter(None, (_iana("/".join(parts[at:])) for at in range(len(parts)))), None)
    return _iana(tzid) or windows_zone(tzid)


def windows_zone(name: str) -> str | None:
    """The IANA name for the name that Windows gives a zone, in any case: `W. Europe Standard Time`."""
    return _iana(_of_windows().get(name.casefold(), "")) if len(name) <= _LONGEST else None


@cache
def _of_windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.casefold(): key for name, key in WINDOWS_TO_OLSON.items()}


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
