"""The columns of a table, how a cell is kept from being a formula, and what a table looks like."""

from __future__ import annotations

import csv
import re
from typing import Literal, TypeAlias, get_args

Column: TypeAlias = Literal[
    "company", "role", "round", "mode", "zone", "starts_at", "ends_at", "location", "link", "notes",
    "interviewers", "callback_by",
]  # fmt: skip
COLUMNS: tuple[Column, ...] = get_args(Column)
NEEDED: tuple[Column, ...] = ("company", "starts_at")
DELIMITERS = ",;\t"
LONGEST_HEADER = 4_000
"""Characters of a first line that may be a header."""
_SHORT: dict[str, Column] = {"start": "starts_at", "end": "ends_at", "with": "interviewers"}
_SIGNS = r"\s*[=+\-@＝＋－＠]"
_FORMULA = re.compile(rf"'*{_SIGNS}")
_GUARDED = re.compile(rf"'(?='*{_SIGNS})")


def column_of(written: str) -> Column | None:
    """The column that a header cell names, however it is written: `Starts at`, `starts_at`, `START`."""
    name = re.sub(r"[\s_-]+", "_", written.strip().casefold())
    return next((one for one in COLUMNS if one == name), None) or _SHORT.get(name)


def delimiter_of(header: str) -> str:
    """What parts the cells of a header: that by which most of them are columns."""
    return max(DELIMITERS, key=lambda sign: _known(header, sign))


def looks_like_a_table(text: str) -> bool:
    """Whether the first line that is not blank is a header: two cells or more, one a column needed."""
    header = text.lstrip("\ufeff \r\n").partition("\n")[0].rstrip("\r")
    if len(header) > LONGEST_HEADER:
        return False
    cells = header_cells(header, delimiter_of(header))
    return len(cells) > 1 and any(column_of(cell) in NEEDED for cell in cells)


def header_cells(header: str, delimiter: str) -> list[str]:
    """The cells of one line; none where it cannot be read."""
    try:
        return next(csv.reader([header], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []


def _known(header: str, delimiter: str) -> int:
    return sum(column_of(cell) is not None for cell in header_cells(header, delimiter))


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with a ' before the sign that would make it one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the ' that `guarded` puts before it."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell
