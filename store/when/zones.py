"""The zone a time is said in, at the end of a phrase or after the time: as people and calendars write it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.zone_words import ABBREVIATIONS, SPELT_OUT
from store.zones import windows_zone, zone_names, zones_of

from .tokens import Tokens, glued, match_words, spelt, text_at
from .words import KNOWN_WORDS, MONTHS, UNITS, WEEKDAYS

Zones = tuple[tzinfo, ...]

_WIDEST = timedelta(hours=14)
_LONGEST_NAME = 7
"""Words and marks of one place or zone."""
_MOST_NAMES = 12
_BETWEEN_NAMES = ",|-|/|&|and"
_KNOWN = frozenset(
    (*KNOWN_WORDS, *WEEKDAYS, *MONTHS, *UNITS, "at", "on", "by", "of", "the", "in", "am", "pm", "a", "an")
)


class SaidZone(Struct, frozen=True):
    """What is said of the zone: each of `names` with all it may mean, which must agree, and the offset.

    Calendars write the offset of the winter beside their places all year: `(UTC+01:00) Amsterdam, Berlin`.
    """

    names: tuple[Zones, ...]
    offset: timedelta | None = None

    def fits(self, instant: datetime, zone: tzinfo) -> bool:
        """Whether the offset is one that the zone has then, or its usual one in that year."""
        if self.offset is None:
            return True
        halves = (datetime(instant.year, month, 1, tzinfo=UTC).astimezone(zone) for month in (1, 7))
        usual = min(half.utcoffset() or timedelta() for half in halves)
        return self.offset in (usual, instant.astimezone(zone).utcoffset())


def zones(tokens: Tokens, at: int) -> Iterator[tuple[SaidZone, int]]:
    """Every zone named at `at`, and the place after it; a full stop before it is passed over."""
    for start in match_words(tokens, at, ".?"):
        for offset, end in _offsets_said(tokens, start):
            yield SaidZone(((offset,),)), end
            for names in match_words(tokens, end, ",|-?"):
                apart = offset.utcoffset(None)
                yield from (
                    (SaidZone(found, apart), after) for found, after in _names(tokens, names, others=True)
                )
        yield from ((SaidZone(found), end) for found, end in _names(tokens, start, others=False))


def _offsets_said(tokens: Tokens, at: int) -> Iterator[tuple[timezone, int]]:
    """`+01:00`, `UTC+1`, and UTC itself, behind which a calendar may name places."""
    word = text_at(tokens, at)
    if word in ("utc", "gmt"):
        yield timezone.utc, at + 1  # noqa: UP017 - an offset
        yield from _offsets(tokens, at + 1, apart=False)
    elif word in ("+", "-"):
        yield from _offsets(tokens, at, apart=word == "-")


def _names(tokens: Tokens, at: int, *, others: bool) -> Iterator[tuple[tuple[Zones, ...], int]]:
    """Names of zones and places, one or more, and the place after each; of those the first is known.

    With `others`, which stand behind an offset, also places that nobody knows, as long as one is.
    """
    found: tuple[Zones, ...] = ()
    for _ in range(_MOST_NAMES):
        here = _name(tokens, at)
        if here is not None:
            found, at = (*found, here[0]), here[1]
        elif others and text_at(tokens, at).isalpha() and text_at(tokens, at) not in _KNOWN:
            while text_at(tokens, at).isalpha():
                at += 1
        else:
            return
        if found:
            yield found, at
        if (after := max(match_words(tokens, at, _BETWEEN_NAMES), default=None)) is None:
            return
        at = after


def _name(tokens: Tokens, at: int) -> tuple[Zones, int] | None:
    """The longest name of a zone or place at `at`."""
    word = text_at(tokens, at)
    if key := zone_names().get(word) if "/" in word else None:
        return (zone(key),), _after_name(tokens, at + 1)
    if not word.isalpha() or (word in _KNOWN and text_at(tokens, at + 1) != "."):
        return None  # `W. Europe` begins with the letter of weeks
    for end in range(min(at + _LONGEST_NAME, len(tokens)), at, -1):
        name = spelt(tokens[at:end])
        if named := _meant(name.removesuffix(" time")):
            return tuple(map(zone, named)), _after_name(tokens, end)
        if text_at(tokens, end - 1) == "time" and (own := windows_zone(name)):
            return (zone(own),), end
    return None


def _meant(name: str) -> tuple[str, ...]:
    short = SPELT_OUT.get(name, name)
    return ("UTC",) if short == "z" else ABBREVIATIONS.get(short) or zones_of(name)


def _after_name(tokens: Tokens, at: int) -> int:
    """After what a name may end in: `time`, and where that is kept."""
    after = max(match_words(tokens, at, "time"), default=at)
    return max(match_words(tokens, after, "-? us|usa &|and canada"), default=after)


def _offsets(tokens: Tokens, at: int, *, apart: bool) -> Iterator[tuple[timezone, int]]:
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
        yield offset, end


def parse_offset(sign: str, hours: str, minutes: str = "", seconds: str = "") -> timezone | None:
    """The zone of an offset, or none where it is no offset that clocks have anywhere."""
    if len(hours) > 2 or (minutes and (len(minutes) != 2 or not minutes.isdigit() or int(minutes) > 59)):
        return None
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0), seconds=int(seconds or 0))
    return timezone(-offset if sign == "-" else offset) if offset <= _WIDEST else None


def zone(name: str) -> tzinfo:
    """The zone of an IANA key or of an offset as in `+01:00`."""
    if name[0] in "+-":
        hours, minutes = name[1:].split(":")
        offset = parse_offset(name[0], hours, minutes)
        assert offset is not None
        return offset
    return ZoneInfo(name)
