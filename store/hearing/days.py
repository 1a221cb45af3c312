"""The day or instant that a sentence names, read by the reader of times as seen from the mail it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.hearing.wording import WORDINGS, Wording
from store.hearing.wording.answers.answer_words import TIME
from store.when import DID_YOU_MEAN, DateOrder, Reading, Unclear, WorkingHours, read_fully

_WORD = re.compile(r"[^\s,;:()\"“”„«»…!?]+(?::\d\d\b)?|,")
_LONGEST = 9
"""Words of a time."""
_MOST_WORDS = 120
_MOST_READ = 30
"""Groups of words of a mail that are tried."""
_FAR = timedelta(days=366)
_GERMAN_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.$")
"""Its full stop is its own: without it, it may be a time of day."""
_OF_IT = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$")
_NEAR = 12
"""Characters between two times that belong together."""
_WEEK = re.compile(r"\b(?:week|woche|semaine|semana)$", re.IGNORECASE)
_FOLLOWING = re.compile(r"\b(?:following|darauffolgenden|folgenden)\s$", re.IGNORECASE)
"""Before a weekday: it is the one after the time named before."""
_LEADS_ON = re.compile(
    r"(?:,|about|around|roughly|at|on|by|to|of|the|and|or|um|am|und|oder|der|dem|vers|le|la|et|ou|hacia|el|y|o|del?)$",
    re.IGNORECASE,
)
"""No time ends with it."""
_NO_NUMBER = re.compile(
    r"\b(?:few|several|some|paar|einige|mehrere|nächsten tagen|quelques|plusieurs"
    r"|un[oa]s|algun[oa]s|vari[oa]s|próximos días)\b",
    re.IGNORECASE,
)
"""Days that nobody has counted."""
_HOURS = re.compile(r"\b(24|36|48|72|96) ?(?:h|hrs?)\b", re.IGNORECASE)
"""More of them than a clock has, or as many."""
_WEEKS_IN_DAYS = re.compile(
    r"\b(?:acht|vierzehn|huit|huitaine|quinze|quinzaine|ocho|quince|quincena)\b", re.IGNORECASE
)
_DIGIT_DAY = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|\.|er)?\b(?!\s*(?::|[ap]\.?m|uhr|h\b|o['’]clock))", re.IGNORECASE
)


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


class NamedTime(NamedTuple):
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


class Times:
    """The times that one mail names. Only so many groups of words are tried: reading them is dear."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._left = _MOST_READ

    def roughly(self, sentence: str, wording: Wording) -> str:
        """The sentence with a sign wherever a time may be named, which costs next to nothing."""
        words = list(_WORD.finditer(sentence))[:_MOST_WORDS]
        parts, place, at = [], 0, 0
        while place < len(words):
            longest = next(_phrases(sentence, words[place : place + _LONGEST], wording), None)
            if longest is not None:
                parts += [sentence[at : words[place].start()], TIME]
                at = words[place].start() + len(longest[0])
            place += 1 if longest is None else longest[1]
        return "".join((*parts, sentence[at:]))

    def named(self, sentence: str, wording: Wording) -> Iterator[NamedTime]:
        """Every time that the sentence names, in its order; none overlaps another."""
        words = list(_WORD.finditer(sentence))[:_MOST_WORDS]
        place = 0
        last: NamedTime | None = None
        while place < len(words):
            taken = 1
            for phrase, length in _phrases(sentence, words[place : place + _LONGEST], wording):
                self._left -= 1
                if self._left < 0:
                    return
                found = _read(phrase, words[place].start(), self.reader, wording)
                if found is not None:
                    taken = length
                    if not wording.qualifies.match(sentence, found.end):
                        last = _in_that_week(found, last, sentence, wording)
                        yield last
                    break
            place += taken


def _in_that_week(found: NamedTime, before: NamedTime | None, sentence: str, wording: Wording) -> NamedTime:
    """Right behind a week, a bare weekday is the one in it: `next week, by Friday`.

    One that follows comes after the time before it.
    """
    if before is None or before.value is None or found.value is None or isinstance(found.value, datetime):
        return found
    end = before.value.date() if isinstance(before.value, datetime) else before.value
    if _FOLLOWING.search(sentence, before.end, found.start):
        weeks = max(0, (end - found.value).days // 7 + 1)
        return found._replace(value=found.value + timedelta(weeks=weeks))
    near = found.start - before.end <= _NEAR and not any(
        sign in sentence[before.end : found.start] for sign in ";:"
    )
    if not (near and _WEEK.search(before.phrase) and wording.weekdays.fullmatch(found.phrase)):
        return found
    monday = end - timedelta(days=end.weekday())
    return found._replace(value=max(found.value, monday + timedelta(days=found.value.weekday())))


def _phrases(sentence: str, words: Sequence[re.Match[str]], wording: Wording) -> Iterator[tuple[str, int]]:
    """What may be a time among these words, from the first on, and how many words it takes; longest first."""
    start = wording.starts.match(sentence, words[0].start())
    if start is None:
        return
    length = max(1, sum(word.start() < start.end() for word in words))
    while length < len(words) and _goes_on(words[length].group(), wording):
        length += 1
    for many in range(length, 0, -1):
        last = words[many - 1].group()
        phrase = _OF_IT.sub("", sentence[words[0].start() : words[many - 1].end()])
        if not _LEADS_ON.match(last) and not all(
            wording.ordinary.match(word.rstrip(".")) for word in phrase.split()
        ):
            yield (phrase if _GERMAN_DATE.search(phrase) else phrase.rstrip(".")), many


def _goes_on(word: str, wording: Wording) -> bool:
    word = _OF_IT.sub("", word)
    return word == "," or bool(wording.starts.match(word) or wording.within.match(word))


def _read(phrase: str, start: int, reader: Reader, wording: Wording) -> NamedTime | None:
    end = start + len(phrase)
    plain = _HOURS.sub(r"\1 hours", phrase)
    for pattern, plainer in wording.plainly:
        plain = pattern.sub(plainer, plain)
    try:
        read = _when(plain, reader)
    except Unclear as why:
        if why.lead == DID_YOU_MEAN:
            return None
        return _several(NamedTime(start, end, phrase, None, _readings(why, reader)))
    value = _a_week_on(read.value, phrase, reader, wording)
    if not reader.at - timedelta(days=1) < _instant(value, reader) < reader.at + _FAR:
        return None
    return NamedTime(start, end, phrase, value, inexact=bool(read.said))


def _several(named: NamedTime) -> NamedTime | None:
    """Of `early December` the end; of what is written in figures and read two ways, none."""
    if not named.readings or _NO_NUMBER.search(named.phrase):
        return None
    dates = [one for one in named.readings if not isinstance(one, datetime)]
    if len(dates) == 1 < len(named.readings):
        # `vendredi 11` is a date before it is an hour.
        return named._replace(value=dates[0], readings=(), inexact=True)
    if len(named.readings) > 1 and any(letter.isdigit() for letter in named.phrase):
        return named
    # Eight days are a week to some, fifteen are two.
    place = 0 if _WEEKS_IN_DAYS.search(named.phrase) else -1
    return named._replace(value=named.readings[place], readings=(), inexact=True)


def _when(phrase: str, reader: Reader) -> Reading:
    return read_fully(
        phrase,
        now=reader.at,
        zone=reader.zone,
        dates=True,
        hours=reader.hours,
        date_order=reader.date_order,
        languages=reader.languages,
    )


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
            found[_when(text, reader).value] = None
        except Unclear:
            return ()
    begin = reader.at - timedelta(days=1)
    near = [one for one in found if begin < _instant(one, reader) < reader.at + _FAR]
    return tuple(sorted(near, key=lambda one: _instant(one, reader)))


def _instant(value: date, reader: Reader) -> datetime:
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, reader.hours.closes, reader.zone)
