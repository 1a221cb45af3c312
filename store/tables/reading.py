"""From the bytes of a CSV file to its rows, each an interview; errors name line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn

from msgspec import Struct

from store.exchange.bundles import refuse
from store.interview import MULTILINE, Interview
from store.languages import some_of
from store.tables.columns import COLUMNS, NEEDED, Column, column_of, delimiter_of, unguarded
from store.tables.row import ReadBy, RowReader, bad
from store.text import MAX_TEXT, forbidden, normal_breaks, show

MOST_ROWS = 50_000
_MOST_NAMED = 5
_BLANK: Mapping[Column, str] = dict.fromkeys(COLUMNS, "")


class TableRow(Struct, frozen=True):
    """One interview of a table, the line it stands in, and the columns in which something stood."""

    line: int
    interview: Interview
    given: frozenset[Column]
    said: tuple[str, ...] = ()
    """Sentences about what was understood in one way of several, or not kept."""


class Table(Struct, frozen=True):
    """The rows of a file named `source`."""

    source: str
    rows: tuple[TableRow, ...]


def read_table(raw: bytes, source: str, by: ReadBy) -> Table:
    """The interviews of a CSV file in UTF-8. Raises BadFile, which names line and column."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        line = raw.count(b"\n", 0, why.start) + 1
        refuse(source, f"line {line}", "expected text in UTF-8: save the table as UTF-8")
    return Table(source, tuple(_TableReader(source, by).rows(text)))


class _TableReader:
    def __init__(self, source: str, by: ReadBy) -> None:
        self.source = source
        self.by = by
        self._seen: dict[str, TableRow] = {}

    def bad(self, line: int, column: str, expected: str) -> NoReturn:
        bad(self.source, line, column, expected)

    def rows(self, text: str) -> Iterator[TableRow]:
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
        if strange := [cell for cell in header if cell.strip() and column_of(cell) is None]:
            self.bad(line, "", _no_columns(strange))
        for cell in header:
            column = column_of(cell)
            if column is not None and column in columns:
                self.bad(line, column, "expected each column once")
            columns.append(column)
        for needed in NEEDED:
            if needed not in columns:
                self.bad(
                    line,
                    "",
                    f"expected a header with the column {needed}; the columns are {', '.join(COLUMNS)}",
                )
        return columns

    def _row(self, line: int, columns: list[Column | None], cells: list[str]) -> TableRow:
        texts = dict(_BLANK)
        for place, cell in enumerate(cells):
            column = columns[place] if place < len(columns) else None
            if column is not None:
                texts[column] = self._text(line, column, cell)
            elif cell.strip():
                shown = show(cell[:60])
                self.bad(line, "", f"expected no more cells than the header has, and “{shown}” is one")
        reader = RowReader(self.source, line, self.by)
        interview = reader.interview(texts)
        given = frozenset(column for column, text in texts.items() if text)
        return TableRow(line, interview, given, tuple(reader.said))

    def _text(self, line: int, column: Column, cell: str) -> str:
        text = unguarded(normal_breaks(cell))
        if column != "notes":
            text = text.strip()
        several = column in MULTILINE or column == "interviewers"
        if fault := forbidden(text, lines=several):
            self.bad(line, column, f"expected plain text, not {fault}")
        return text


def _as_sentence(complaint: str) -> str:
    """What the csv module complains of, in words of the user's."""
    if "limit" in complaint:
        return f"expected a cell of at most {MAX_TEXT:,} characters"
    if "unexpected end" in complaint:
        return "expected the quotation mark that ends this cell; the file ends before it"
    return "expected quotation marks only around a whole cell, and doubled within one"


def _no_columns(strange: Sequence[str]) -> str:
    names = [f"“{show(cell.strip()[:60])}”" for cell in strange]
    known = ", ".join(COLUMNS)
    if len(names) == 1:
        return f"there is no column {names[0]}; take it out, or give it the name of one: {known}"
    shown = some_of(names, _MOST_NAMED)
    return f"there are no columns {shown}; take them out, or give them names of these: {known}"
