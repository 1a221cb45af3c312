"""The zone a time is said in, at the end of a phrase or after the time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from store.zones import ABBREVIATIONS, zone_names, zones_of

from .tokens import Tokens, glued, text_at
from .words import KNOWN_WORDS, MONTHS, UNITS, WEEKDAYS

Zones = tuple[tzinfo, ...]

_WIDEST = timedelta(hours=14)
_KNOWN = frozenset(
    (*KNOWN_WORDS, *WEEKDAYS, *MONTHS, *UNITS, "at", "on", "by", "of", "the", "in", "am", "pm", "a", "an")
)


def zones(tokens: Tokens, at: int) -> Iterator[tuple[Zones, int]]:
    """Every zone named at `at`: all that the name may mean, and the place after it."""
    for found, end in _named(tokens, at):
        yield found, end
        if text_at(tokens, end) == "time":
            yield found, end + 1


def _named(tokens: Tokens, at: int) -> Iterator[tuple[Zones, int]]:
    word = text_at(tokens, at)
    if word == "z":
        yield (zone("UTC"),), at + 1
    elif key := zone_names().get(word) if "/" in word else None:
        yield (zone(key),), at + 1
    elif word in ABBREVIATIONS:
        yield tuple(zone(name) for name in ABBREVIATIONS[word]), at + 1
        if word in ("utc", "gmt"):
            yield from _offsets(tokens, at + 1, apart=False)
    elif word in ("+", "-"):
        yield from _offsets(tokens, at, apart=word == "-")
    elif word.isalpha() and word not in _KNOWN:
        yield from _places(tokens, at)


def _offsets(tokens: Tokens, at: int, *, apart: bool) -> Iterator[tuple[Zones, int]]:
    """`+01:00`, `+0100`, `+1`. A minus must stand apart: `10:00-11:00` is a span of time, not an offset."""
    sign, digits = text_at(tokens, at), text_at(tokens, at + 1)
    if sign not in ("+", "-") or not digits.isdigit() or (apart and tokens[at].glued):
        return
    minutes, end = "", at + 2
    if text_at(tokens, end) == ":" and glued(tokens, at, end + 2):
        minutes, end = text_at(tokens, end + 1), end + 2
    elif len(digits) == 4:
        digits, minutes = digits[:2], digits[2:]
    offset = parse_offset(sign, digits, minutes)
    if offset is not None:
        yield (offset,), end


def parse_offset(sign: str, hours: str, minutes: str = "", seconds: str = "") -> timezone | None:
    """The zone of an offset, or none where it is no offset that clocks have anywhere."""
    if len(hours) > 2 or (minutes and (len(minutes) != 2 or not minutes.isdigit() or int(minutes) > 59)):
        return None
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0), seconds=int(seconds or 0))
    return timezone(-offset if sign == "-" else offset) if offset <= _WIDEST else None


def _places(tokens: Tokens, at: int) -> Iterator[tuple[Zones, int]]:
    for end in range(at + 1, min(at + 3, len(tokens)) + 1):
        name = " ".join(token.text for token in tokens[at:end])
        if keys := zones_of(name):
            yield tuple(zone(key) for key in keys), end


def zone(name: str) -> tzinfo:
    """The zone of an IANA key or of an offset as in `+01:00`."""
    if name[0] in "+-":
        hours, minutes = name[1:].split(":")
        offset = parse_offset(name[0], hours, minutes)
        assert offset is not None
        return offset
    return ZoneInfo(name)
