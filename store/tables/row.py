"""One row of a table as an interview: its cells read as people type such things."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import NoReturn
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store import when
from store.exchange.bundles import refuse
from store.interview import MODES, Interview, Mode, Promised, iso, utc
from store.people.notation import with_ids
from store.people.reading import PeopleRead, read_people
from store.short_hash import short_hash
from store.tables.columns import Column
from store.text import show
from store.when import DateOrder, ReadingTerms, Span, Unclear, WorkingHours
from store.zones import UnknownZone, known_zone, named_zone

USUAL_LENGTH = timedelta(minutes=60)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d(?::\d\d)?)", re.ASCII)


class ReadBy(Struct, frozen=True):
    """By what texts are read: `now` (aware), and the zone of those that name none."""

    now: datetime
    zone: ZoneInfo
    office: Callable[[ZoneInfo], WorkingHours]
    """The working hours in a zone."""
    date_order: DateOrder | None = None
    languages: tuple[str, ...] = ()
    """Two letters each: whose words for times are read beside the English ones."""
    country: str | None = None
    """Two letters: where telephone numbers without a country code are at home."""


def bad(source: str, line: int, column: str, expected: str) -> NoReturn:
    """Refuse a table for what stands in that line, and column if there is one. Raises BadFile."""
    refuse(source, ", ".join(filter(None, (f"line {line}", show(column[:80])))), expected.removesuffix("."))


class RowReader:
    """Reads the cells of one row."""

    def __init__(self, source: str, line: int, by: ReadBy) -> None:
        self.source = source
        self.line = line
        self.by = by
        self.said: list[str] = []
        """What was understood in one way of several, or not kept."""

    def _bad(self, column: str, expected: str) -> NoReturn:
        bad(self.source, self.line, column, expected)

    def interview(self, texts: Mapping[Column, str]) -> Interview:
        """The interview that these cells tell of. Raises BadFile."""
        if not texts["company"]:
            self._bad("company", "expected the company's name")
        zone = self._zone(texts["zone"])
        starts, ends = self._span(texts, zone)
        people = self._people(texts)
        met = with_ids(people.people)
        interview = Interview(
            id=_row_id(texts["company"], texts["role"], texts["round"], starts),
            company=texts["company"],
            role=texts["role"],
            round=texts["round"],
            mode=self._mode(texts["mode"]),
            zone=zone.key,
            starts_at=starts,
            ends_at=ends,
            location=texts["location"],
            link=texts["link"],
            notes=texts["notes"],
            interviewers=met,
            contacts=with_ids(people.contacts, beside=met),
        )
        promised = self._promised(texts["callback_by"], ends, zone)
        return interview if promised is None else _with(interview, promised)

    def _zone(self, text: str) -> ZoneInfo:
        if not text:
            return self.by.zone
        try:
            found = named_zone(text, self.by.now)
        except UnknownZone as why:
            self._bad("zone", str(why))
        if found.remark:
            self.said.append(found.remark)
        return known_zone(found.name) or self.by.zone

    def _mode(self, text: str) -> Mode:
        bare = "".join(letter for letter in text.casefold() if letter.isalpha())
        found = next((mode for mode in MODES if mode == (bare or "other")), None)
        if found is None:
            self._bad("mode", f"expected one of {', '.join(MODES)}, not “{show(text[:60])}”")
        return found

    def _typed(self, zone: ZoneInfo) -> ReadingTerms:
        """How times in a zone are read."""
        return {
            "zone": zone, "hours": self.by.office(zone), "date_order": self.by.date_order,
            "languages": self.by.languages,
        }  # fmt: skip

    def _span(self, texts: Mapping[Column, str], zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Start and end; without any it lasts an hour."""
        text, end = texts["starts_at"], texts["ends_at"]
        if not text:
            self._bad("starts_at", "expected a time, such as 2026-11-27 14:00")
        exact = _exact(text)
        try:
            span = Span(exact) if exact else when.read_span(text, now=self.by.now, **self._typed(zone))
        except Unclear as why:
            self._bad("starts_at", str(why))
        starts = self._stored("starts_at", span.start)
        if not end:
            return starts, self._stored("ends_at", span.end or starts + USUAL_LENGTH)
        ends = self._stored("ends_at", self._end(end, starts, zone))
        if span.end is not None and self._stored("ends_at", span.end) != ends:
            self._bad("ends_at", "expected the end that starts_at says, or none")
        if ends < starts:
            self._bad("ends_at", "expected it not to lie before starts_at")
        return starts, ends

    def _end(self, text: str, starts: datetime, zone: ZoneInfo) -> datetime:
        try:
            return _exact(text) or when.read_end(text, start=starts, **self._typed(zone))
        except Unclear as why:
            self._bad("ends_at", str(why))

    def _stored(self, column: Column, at: datetime) -> datetime:
        try:
            return utc(at, column)
        except (ValueError, OverflowError) as why:
            self._bad(column, str(why))

    def _people(self, texts: Mapping[Column, str]) -> PeopleRead:
        read = self._apart(texts) or self._read_people(texts["interviewers"], texts["company"])
        if read.left:
            self._bad("interviewers", read.left[0].why)
        if texts["interviewers"] and not read.everyone:
            self._bad("interviewers", "expected somebody's name")
        self.said += read.said
        return read

    def _read_people(self, text: str, company: str) -> PeopleRead:
        return read_people(text, company=company, country=self.by.country)

    def _apart(self, texts: Mapping[Column, str]) -> PeopleRead | None:
        """Who stands between semicolons, where each is somebody, as `write_table` parts them; else None.

        So a number alone is somebody's, and not that of the one before.
        """
        read = [self._read_people(one, texts["company"]) for one in texts["interviewers"].split(";")]
        if any(one.left or len(one.everyone) != 1 for one in read):
            return None
        return PeopleRead(
            tuple(person for one in read for person in one.people),
            tuple(person for one in read for person in one.contacts),
            tuple(said for one in read for said in one.said),
        )

    def _promised(self, text: str, ends: datetime, zone: ZoneInfo) -> Promised | None:
        """Made at the interview's end; of one to come, now."""
        if not text:
            return None
        try:
            limit: date | None = _day(text) or _exact(text)
            quote = ""
            if limit is None:
                read = when.read_fully(text, now=self.by.now, dates=True, **self._typed(zone))
                limit, quote = read.value, read.quote
                self.said += filter(None, (read.said,))
            written = iso(limit)
            digest = short_hash(written.encode(), 12)
            at = min(ends, self.by.now)
            return Promised(id=f"e{digest}", at=at, callback_by=written, quote=quote)
        except (Unclear, ValueError, OverflowError) as why:
            self._bad("callback_by", str(why))


def _with(interview: Interview, promised: Promised) -> Interview:
    changed: Interview = replace(interview, events=(promised,))
    return changed


def _row_id(company: str, role: str, name: str, starts: datetime) -> str:
    """The same for the same interview, whatever else of it is written down."""
    content = "\0".join((*same_words(company, role, name), iso(starts)))
    return f"iv-{short_hash(content.encode('utf-8', 'replace'), 12)}"


def same_words(*texts: str) -> tuple[str, ...]:
    """The texts as far as it matters whether they are the same."""
    return tuple(" ".join(text.casefold().split()) for text in texts)


def _exact(text: str) -> datetime | None:
    """An instant as programs write it, with its offset; None for anything else."""
    try:
        return datetime.fromisoformat(text) if _INSTANT.fullmatch(text) else None
    except ValueError:
        return None


def _day(text: str) -> date | None:
    """A day as programs write it; None for anything else."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else None
    except ValueError:
        return None
