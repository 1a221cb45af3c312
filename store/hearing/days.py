"""The day or instant that a sentence names, read by the reader of times as seen from the mail it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.hearing.wording import WORDINGS, Wording
from store.when import DateOrder, Unclear, WorkingHours, read_when

_WORD = re.compile(r"[^\s,;:()\"“”„«»…!?]+(?::\d\d\b)?|,")
_LONGEST = 9
"""Words of a time."""
_MOST_READ = 60
"""Groups of words of a sentence that are tried."""
_FAR = timedelta(days=366)
_DIGIT_DAY = re.compile(r"\d{1,4}(?:st|nd|rd|th|\.|er)?\b(?!\s*(?::|[ap]\.?m|uhr|h\b|o['’]clock))", re.IGNORECASE)


class Reader(Struct, frozen=True):
    """By what the days of a mail are read: its instant, and whose clock, working days and languages count."""

    at: datetime
    zone: ZoneInfo
    hours: WorkingHours
    languages: tuple[str, ...]
    """Two letters each; English is read whatever they are."""
    date_order: DateOrder | None = None

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The words of English and of these languages, as far as they are known."""
        codes = dict.fromkeys(("en", *self.languages))
        return tuple(WORDINGS[code] for code in codes if code in WORDINGS)


class Named(NamedTuple):
    """A time that a sentence names: where it stands, and what it says.

    `value` is a date or an aware instant; None where there are several `readings`. `inexact`: it leaves room,
    and the later end was taken.
    """

    start: int
    end: int
    phrase: str
    value: date | None
    readings: tuple[date, ...] = ()
    inexact: bool = False


def named_times(sentence: str, reader: Reader, wording: Wording) -> Iterator[Named]:
    """Every time that the sentence names, in its order; none overlaps another."""
    words = list(_WORD.finditer(sentence))[:120]
    tried, place = 0, 0
    while place < len(words):
        if not wording.starts.match(words[place].group()):
            place += 1
            continue
        found = None
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            start, end = words[place].start(), words[place + length - 1].end()
            phrase = sentence[start:end].rstrip(".,")
            if phrase != sentence[start:end].rstrip(",.") or words[place + length - 1].group() == ",":
                continue
            tried += 1
            if tried > _MOST_READ:
                return
            found = _read(phrase, start, reader, wording)
            if found is not None:
                yield found
                place += length
                break
        if found is None:
            place += 1


def _read(phrase: str, start: int, reader: Reader, wording: Wording) -> Named | None:
    end = start + len(phrase)
    try:
        value = _when(phrase, reader)
    except Unclear as why:
        readings = _readings(why, reader)
        return Named(start, end, phrase, None, readings) if len(readings) > 1 else None
    value = _a_week_on(value, phrase, reader, wording)
    if not reader.at - timedelta(days=1) < _instant(value, reader) < reader.at + _FAR:
        return None
    return Named(start, end, phrase, value, inexact=_leaves_room(phrase))


def _when(phrase: str, reader: Reader) -> date:
    return read_when(
        phrase,
        now=reader.at,
        zone=reader.zone,
        dates=True,
        hours=reader.hours,
        date_order=reader.date_order,
    )


def _leaves_room(phrase: str) -> bool:
    return False


def _a_week_on(value: date, phrase: str, reader: Reader, wording: Wording) -> date:
    """A weekday named in a mail of that same weekday is the one a week on, unless its date stands with it."""
    there = value.astimezone(reader.zone).date() if isinstance(value, datetime) else value
    same = there == reader.at.astimezone(reader.zone).date()
    if same and wording.weekdays.search(phrase) and not _DIGIT_DAY.search(phrase):
        return value + timedelta(days=7)
    return value


def _readings(why: Unclear, reader: Reader) -> tuple[date, ...]:
    found: dict[date, None] = {}
    for text in why.readings[:6]:
        try:
            found[_when(text, reader)] = None
        except Unclear:
            return ()
    near = [one for one in found if abs(_instant(one, reader) - reader.at) < _FAR]
    return tuple(near)


def _instant(value: date, reader: Reader) -> datetime:
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, reader.hours.closes, reader.zone)


def first(found: Sequence[Named]) -> Named | None:
    """The first of them that is sure, else the first."""
    return next((one for one in found if one.value is not None), next(iter(found), None))
