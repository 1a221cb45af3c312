"""Lines of text: pieces in tones, fitted into cells and broken into rows. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from rich.cells import cell_len, chop_cells, set_cell_size

from tui.signs import plain

Piece: TypeAlias = tuple[str, str]
"""Some text, and the tone it is said in (`tui.tones`)."""
Tone = TypeVar("Tone", bound=str)

MARGIN = 2
"""Cells that stay free at the sides of the screen: all texts begin below one another."""
_LABEL = re.compile(r"(?:\S+ )*?\S+ {2,}(?=\S)")
_LONGEST_LABEL = 32
_LEAST_ROOM = 16
"""Cells behind a label that a text has to have left."""
_LEAST = 8
"""Cells below which part of a word says nothing."""
_WORD = re.compile(r"\S+")


def cut(text: str, width: int, more: str = "…") -> str:
    """The text in at most `width` cells; where something is left out it ends in `more`."""
    if cell_len(text) <= width:
        return text
    if width <= cell_len(more):
        return set_cell_size(text, max(0, width))
    return set_cell_size(text, width - cell_len(more)).rstrip() + more


def plain_as_wide(text: str) -> str:
    """The text in ASCII, in just as many cells."""
    if text.isascii():
        return text
    shown, width = plain(text), cell_len(text)
    return shown if len(shown) == width else set_cell_size(shown, width)


def shortened(text: str, width: int, more: str = "…") -> str:
    """The text in at most `width` cells, cut between words where a whole one is left; blank without room."""
    if cell_len(text) <= width:
        return text
    room, whole = width - cell_len(more), list[str]()
    for word in text.split()[:-1]:
        room -= cell_len(word) + bool(whole)
        if room < 0:
            break
        whole.append(word)
    if whole:
        return f"{' '.join(whole)}{more}"
    return cut(text, width, more) if width >= _LEAST else ""


def cut_row(pieces: Iterable[tuple[str, Tone]], width: int, more: str = "…") -> list[tuple[str, Tone]]:
    """The pieces in at most `width` cells together, each that no longer fits as `cut` leaves it."""
    row, room = [], width
    for text, tone in pieces:
        if shown := cut(text, room, more):
            row.append((shown, tone))
            room -= cell_len(shown)
    return row


def row_width(pieces: Iterable[Piece]) -> int:
    """How many cells the pieces take in a row."""
    return sum(cell_len(text) for text, _ in pieces)


def first_fit(width: int, *wordings: str) -> str:
    """The first wording that fits into `width` cells; the last, which says least, where none does."""
    return next((words for words in wordings if cell_len(words) <= width), wordings[-1])


def fit(text: str, width: int, more: str = "…") -> str:
    """The text in exactly `width` cells."""
    return set_cell_size(cut(text, width, more), max(0, width))


def wrapped(text: str, width: int) -> list[str]:
    """The text in rows of at most `width` cells, broken between words."""
    rows: list[str] = [""]
    for word in text.split():
        if rows[-1] and cell_len(rows[-1]) + cell_len(word) + 1 > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [cut(row, max(1, width)) for row in rows]


def flow(text: str, width: int, indent: str = "") -> list[str]:
    """As `wrapped`, but all rows except the first are indented and line breaks are kept.

    A word longer than a row is broken, so that nothing of it is lost.
    """
    width = max(1, width)
    if cell_len(indent) > width // 2:
        indent = ""
    rows: list[str] = []
    for line in text.split("\n"):
        rows += _flow_line(line, width, indent if rows else "", indent)
    return rows


def _flow_line(line: str, width: int, first: str, indent: str) -> list[str]:
    rows, row, blank = [], first, True
    for word in _WORD.findall(line):
        joined = row + word if blank else f"{row} {word}"
        if cell_len(joined) <= width:
            row, blank = joined, False
            continue
        if not blank:
            rows.append(row)
        *whole, row = [indent + part for part in chop_cells(word, max(1, width - cell_len(indent)))]
        rows += whole
        blank = False
    return [*rows, row if not blank else row.rstrip()]


def hanging(text: str, width: int) -> list[str]:
    """The text in rows of at most `width` cells, those behind the first below what it says.

    That is behind a label with blanks after it (`When      Wednesday`), or else two cells in.
    """
    if cell_len(text) <= width:
        return [text]
    body = text.lstrip(" ")
    lead = len(text) - len(body)
    label = _LABEL.match(body[:_LONGEST_LABEL])
    start = lead + cell_len(label.group()) if label else lead
    if width - start < _LEAST_ROOM:
        label, start = None, min(lead, width // 4)
    rows = flow(body[label.end() :] if label else body, max(1, width - start), "" if label else "  ")
    before = " " * start
    first = before[: start - cell_len(label.group())] + label.group() if label else before
    return [first + rows[0], *(before + row for row in rows[1:])]
