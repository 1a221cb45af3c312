"""The end of what begins at a known time: a length (`45`, `1 h 30`), or a time, on the day it begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import partial
from typing import Unpack
from zoneinfo import ZoneInfo

from .context import ReadingTerms, Unclear, WallTime
from .durations import Duration, durations
from .reading import read_when
from .spans import LONGEST, day_begins
from .times_of_day import hours_alone, times_of_day
from .tokens import Tokens, match_words, number_at, plain_characters, tokenise
from .translation import translations
from .wording import instant_words, time_words

_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_MOST_MINUTES = int(LONGEST.total_seconds()) // 60
_LONGEST_BY_LETTER = timedelta(hours=12)
"""`15h30` is a time, `1h30` a length."""


class BeforeStart(Unclear):
    """The end typed lies before the start; `end` is that instant."""

    def __init__(self, text: str, start: datetime, end: datetime) -> None:
        super().__init__(text, f"lies before the start, {instant_words(start, name_zone=False)}")
        self.end = end


def read_end(text: str, *, start: datetime, **terms: Unpack[ReadingTerms]) -> datetime:
    """The instant at which what begins at `start` (aware) ends, in `zone`.

    A number alone is minutes; where it may be an hour as well, both are offered. A time without a day is on
    the day of the start, and words for a day count from it. Raises `Unclear`, `BeforeStart` among them.
    """
    zone = terms["zone"]
    begins = start.astimezone(zone)
    tokens = tokenise(plain_characters(text))
    ways = [way for ways in translations(tokens, terms.get("languages", ())) for way in ways]
    found = _settled(_lengths(ways, begins), _times(ways, begins), begins)
    ahead = [end for end in found if end >= begins.astimezone(UTC)]
    if len(ahead) > 1:
        shifted = ahead[0].astimezone(zone).date() != begins.date() or _same_wall(ahead, zone)
        offered = tuple(
            instant_words(end.astimezone(zone), name_zone=False, shifted=shifted) for end in ahead
        )
        if number_at(tokens, 0) is not None and len(tokens) == 1:
            offered = (f"{text.strip()} min", time_words(ahead[-1].astimezone(zone)))
        raise Unclear(text, "can be read two ways", offered)
    if ahead:
        return ahead[0].astimezone(zone)
    if found:
        raise BeforeStart(text, begins, found[0].astimezone(zone))
    end = read_when(text, now=day_begins(begins), dates=False, **terms)
    assert isinstance(end, datetime)
    if end.astimezone(UTC) < begins.astimezone(UTC):
        raise BeforeStart(text, begins, end)
    return end


def _same_wall(ends: Sequence[datetime], zone: ZoneInfo) -> bool:
    return len({end.astimezone(zone).replace(tzinfo=None) for end in ends}) < len(ends)


def _settled(lengths: list[datetime], times: list[datetime], start: datetime) -> list[datetime]:
    """Both, in UTC; of what is written with an `h` only a short one is a length."""
    short = [end for end in lengths if end - start.astimezone(UTC) <= _LONGEST_BY_LETTER]
    return list(dict.fromkeys((*(short if times else lengths), *times)))


def _lengths(ways: Sequence[Tokens], start: datetime) -> list[datetime]:
    """The ends that lengths lead to, in UTC."""
    minutes = number_at(ways[0], 0, longest=5)
    if minutes is not None and len(ways[0]) == 1:
        return [start.astimezone(UTC) + timedelta(minutes=minutes)] if minutes <= _MOST_MINUTES else []
    found: list[datetime] = []
    for way in ways:
        for led in match_words(way, 0, "for|in?"):
            for length, end in durations(way, led, led=True):
                rest = number_at(way, end, longest=2) if end == len(way) - 1 else None
                if _exact(length) and (end == len(way) or (rest is not None and _in_hours(length))):
                    seconds = _seconds(length) + 60 * (rest or 0)
                    found.append(start.astimezone(UTC) + timedelta(seconds=float(seconds)))
    return found


def _exact(length: Duration) -> bool:
    return all(
        term.unit in _SECONDS and term.low == term.high and term.high <= _MOST_MINUTES
        for term in length.terms
    )


def _in_hours(length: Duration) -> bool:
    """Whether a number behind it is the minutes: `1 h 30`."""
    return [term.unit for term in length.terms] == ["hour"]


def _seconds(length: Duration) -> Fraction:
    return sum((term.high * _SECONDS[term.unit] for term in length.terms), Fraction())


def _times(ways: Sequence[Tokens], start: datetime) -> list[datetime]:
    """The times of day that the whole phrase is, on the day of the start, in UTC."""
    found: list[datetime] = []
    for way in ways:
        for led in match_words(way, 0, "until|to|at|@?"):
            for clock, end in (*times_of_day(way, led), *hours_alone(way, led)):
                short = clock.letter and len(way[led].text) == 1
                if end == len(way) and clock.readings and not clock.ranged and not short:
                    found += _on_day(clock.spoken, start)
    return found


def _on_day(choices: tuple[WallTime, ...], start: datetime) -> list[datetime]:
    """The first of a clock's readings after the start, else the last; two where the clocks change."""
    ends = sorted(map(partial(_instants, start), choices))
    after = [both for both in ends if both[-1] >= start.astimezone(UTC)]
    return (after[:1] or ends[-1:])[0]


def _instants(start: datetime, choice: WallTime) -> list[datetime]:
    wall = datetime.combine(start.date() + timedelta(days=choice.shift), choice.time, tzinfo=start.tzinfo)
    return sorted({wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1)})
