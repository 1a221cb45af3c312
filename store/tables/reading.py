"""From the bytes of a CSV file to its rows, each an interview; errors name line and column."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NoReturn
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store import when
from store.exchange.bundles import refuse
from store.interview import MODES, MULTILINE, Interview, Mode, Person, Promised, iso, utc
from store.people.notation import NotAPerson, read_people, with_ids
from store.tables.columns import COLUMNS, NEEDED, Column, column_of, delimiter_of, unguarded
from store.text import MAX_TEXT, forbidden, normal_breaks, show
from store.when import DateOrder, Unclear, WorkingHours
from store.zones import UnknownZone, known_zone, read_zone

MOST_ROWS = 50_000
USUAL_LENGTH = timedelta(minutes=60)
_BARE_TIME = re.compile(r"(?:at )?(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midday)", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d(?::\d\d)?))?", re.ASCII)
_BLANK: Mapping[Column, str] = dict.fromkeys(COLUMNS, "")


class Hours(Struct, frozen=True):
    """By what the times of a table are read: `now` (aware), and the zone of rows that name none."""

    now: datetime
    zone: ZoneInfo
    office: Callable[[ZoneInfo], WorkingHours]
    """The working hours in a zone."""
    date_order: DateOrder | None = None


class Row(Struct, frozen=True):
    """One interview of a table, the line it stands in, and the columns in which something stood."""

    line: int
    interview: Interview
    given: frozenset[Column]


class Table(Struct, frozen=True):
    """The rows of a file named `source`."""

    source: str
    rows: tuple[Row, ...]


def read_table(raw: bytes, source: str, hours: Hours) -> Table:
    """The interviews of a CSV file in UTF-8. Raises BadFile, which names line and column."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        line = raw.count(b"\n", 0, why.start) + 1
        refuse(source, f"line {line}", "expected text in UTF-8: save the table as UTF-8")
    return Table(source, tuple(_Reader(source, hours).rows(text)))


class _Reader:
    def __init__(self, source: str, hours: Hours) -> None:
        self.source = source
        self.hours = hours
        self._seen: dict[str, Row] = {}

    def bad(self, line: int, column: str, expected: str) -> NoReturn:
        where = ", ".join(filter(None, (f"line {line}", show(column[:80]))))
        refuse(self.source, where, expected.removesuffix("."))

    def rows(self, text: str) -> Iterator[Row]:
        lines = self._lines(text)
        line, header = next(lines, (1, []))
        columns = self._columns(line, header)
        for count, (line, cells) in enumerate(lines):
            if count == MOST_ROWS:
                self.bad(line, "", f"expected at most {MOST_ROWS:,} rows; part the table in two")
            row = self._row(line, columns, cells)
            before = self._seen.setdefault(row.interview.id, row)
            if before is row:
                yield row
            elif before.interview != row.interview:
                self.bad(
                    line, "",
                    f"expected an interview of its own; line {before.line} has one of the same company, "
                    "role, round and start, but with other facts",
                )  # fmt: skip

    def _lines(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """The rows in which something stands, each with the number of the line it begins in."""
        body = text.lstrip("\ufeff\r\n ")
        skipped = text.count("\n", 0, len(text) - len(body))
        reader = csv.reader(
            io.StringIO(body, newline=""), delimiter=delimiter_of(body.partition("\n")[0]), strict=True,
            skipinitialspace=True,
        )  # fmt: skip
        line = 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield line + skipped, cells
                line = reader.line_num + 1
        except csv.Error as why:
            self.bad(line + skipped, "", _as_sentence(str(why)))

    def _columns(self, line: int, header: list[str]) -> list[Column | None]:
        columns: list[Column | None] = []
        known = ", ".join(COLUMNS)
        for cell in header:
            column = column_of(cell)
            if column is None and cell.strip():
                self.bad(
                    line, "", f"there is no column “{show(cell.strip()[:60])}”; take it out, or give it the "
                    f"name of one: {known}",
                )  # fmt: skip
            if column is not None and column in columns:
                self.bad(line, column, "expected each column once")
            columns.append(column)
        for needed in NEEDED:
            if needed not in columns:
                self.bad(line, "", f"expected a header with the column {needed}; the columns are {known}")
        return columns

    def _row(self, line: int, columns: list[Column | None], cells: list[str]) -> Row:
        texts = dict(_BLANK)
        for place, cell in enumerate(cells):
            column = columns[place] if place < len(columns) else None
            if column is not None:
                texts[column] = self._text(line, column, cell)
            elif cell.strip():
                self.bad(
                    line, "", f"expected no more cells than the header has, and “{show(cell[:60])}” is one"
                )
        given = frozenset(column for column, text in texts.items() if text)
        return Row(line, self._interview(line, texts), given)

    def _text(self, line: int, column: Column, cell: str) -> str:
        text = unguarded(normal_breaks(cell))
        if column != "notes":
            text = text.strip()
        several = column in MULTILINE or column == "interviewers"
        if fault := forbidden(text, lines=several):
            self.bad(line, column, f"expected plain text, not {fault}")
        return text

    def _interview(self, line: int, texts: Mapping[Column, str]) -> Interview:
        if not texts["company"]:
            self.bad(line, "company", "expected the company's name")
        zone = self._zone(line, texts["zone"])
        starts = self._instant(line, "starts_at", texts["starts_at"], zone)
        ends = self._end(line, texts["ends_at"], starts, zone)
        if ends < starts:
            self.bad(line, "ends_at", "expected it not to lie before starts_at")
        interview = Interview(
            id=_row_id(texts["company"], texts["role"], texts["round"], starts),
            company=texts["company"],
            role=texts["role"],
            round=texts["round"],
            mode=self._mode(line, texts["mode"]),
            zone=zone.key,
            starts_at=starts,
            ends_at=ends,
            location=texts["location"],
            link=texts["link"],
            notes=texts["notes"],
            interviewers=self._people(line, texts["interviewers"]),
        )
        promised = self._promised(line, texts["callback_by"], ends, zone)
        return interview if promised is None else _with(interview, promised)

    def _zone(self, line: int, text: str) -> ZoneInfo:
        if not text:
            return self.hours.zone
        try:
            return known_zone(read_zone(text)) or self.hours.zone
        except UnknownZone as why:
            self.bad(line, "zone", str(why))

    def _mode(self, line: int, text: str) -> Mode:
        bare = "".join(letter for letter in text.casefold() if letter.isalpha())
        found = next((mode for mode in MODES if mode == (bare or "other")), None)
        if found is None:
            self.bad(line, "mode", f"expected one of {', '.join(MODES)}, not “{show(text[:60])}”")
        return found

    def _read(
        self, line: int, column: Column, text: str, zone: ZoneInfo, *, dates: bool, now: datetime
    ) -> date:
        if (exact := _exact(text, dates=dates)) is not None:
            return exact
        try:
            return when.read_when(
                text[:MAX_TEXT], now=now, zone=zone, dates=dates, hours=self.hours.office(zone),
                date_order=self.hours.date_order,
            )  # fmt: skip
        except Unclear as why:
            self.bad(line, column, str(why))

    def _instant(self, line: int, column: Column, text: str, zone: ZoneInfo) -> datetime:
        if not text:
            self.bad(line, column, "expected a time, such as 2026-11-27 14:00")
        found = self._read(line, column, text, zone, dates=False, now=self.hours.now)
        assert isinstance(found, datetime)
        return self._stored(line, column, found)

    def _end(self, line: int, text: str, starts: datetime, zone: ZoneInfo) -> datetime:
        """A time of day is that of the day it begins on; without any it lasts an hour."""
        if not text:
            return self._stored(line, "ends_at", starts + USUAL_LENGTH)
        if _BARE_TIME.fullmatch(text):
            text = f"{starts.astimezone(zone):%Y-%m-%d} {text}"
        return self._instant(line, "ends_at", text, zone)

    def _stored(self, line: int, column: Column, at: datetime) -> datetime:
        try:
            return utc(at, column)
        except (ValueError, OverflowError) as why:
            self.bad(line, column, str(why))

    def _people(self, line: int, text: str) -> tuple[Person, ...]:
        try:
            return with_ids(read_people(text))
        except NotAPerson as why:
            self.bad(line, "interviewers", str(why))

    def _promised(self, line: int, text: str, ends: datetime, zone: ZoneInfo) -> Promised | None:
        """Made at the interview's end; of one to come, now."""
        if not text:
            return None
        limit = iso(self._read(line, "callback_by", text, zone, dates=True, now=self.hours.now))
        digest = hashlib.sha256(limit.encode()).hexdigest()[:12]
        try:
            return Promised(id=f"e{digest}", at=min(ends, self.hours.now), callback_by=limit)
        except (ValueError, OverflowError) as why:
            self.bad(line, "callback_by", str(why))


def _with(interview: Interview, promised: Promised) -> Interview:
    changed: Interview = replace(interview, events=(promised,))
    return changed


def _row_id(company: str, role: str, name: str, starts: datetime) -> str:
    """The same for the same interview, whatever else of it is written down."""
    content = "\0".join((*same_words(company, role, name), iso(starts)))
    return f"iv-{hashlib.sha256(content.encode('utf-8', 'replace')).hexdigest()[:12]}"


def same_words(*texts: str) -> tuple[str, ...]:
    """The texts as far as it matters whether they are the same."""
    return tuple(" ".join(text.casefold().split()) for text in texts)


def _as_sentence(complaint: str) -> str:
    """What the csv module complains of, in words of the user's."""
    if "limit" in complaint:
        return f"expected a cell of at most {MAX_TEXT:,} characters"
    if "unexpected end" in complaint:
        return "expected the quotation mark that ends this cell; the file ends before it"
    return "expected quotation marks only around a whole cell, and doubled within one"


def _exact(text: str, *, dates: bool) -> date | None:
    """What a program wrote: an instant with its offset or, where `dates` are taken, a day; else None."""
    if not _ISO.fullmatch(text) or (len(text) == len("2026-11-27") and not dates):
        return None
    try:
        return datetime.fromisoformat(text) if len(text) > len("2026-11-27") else date.fromisoformat(text)
    except ValueError:
        return None
