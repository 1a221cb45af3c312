"""The readers of a message side by side, a line each: who, by which way, how greeted, what is found. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from store.text import show
from tui.messages.reader_rows import ReaderRow
from tui.signs import Signs
from tui.words.lines import Piece, cut, fit


def reader_lines(rows: Sequence[ReaderRow], here: int, width: int, signs: Signs) -> list[list[Piece]]:
    """One line a reader; the one at the place `here` is marked."""
    columns = [
        max((cell_len(show(words)) for words in column), default=0)
        for column in zip(*((row.name, row.way, row.greeting) for row in rows), strict=True)
    ]
    return [
        _line(row, columns, width, signs.pointer if place == here else " ") for place, row in enumerate(rows)
    ]


def _line(row: ReaderRow, columns: Sequence[int], width: int, sign: str) -> list[Piece]:
    cells = zip((row.name, row.way, row.greeting), columns, strict=True)
    left = f"{sign} " + "".join(fit(show(words), wide + 2) for words, wide in cells)
    found = fit(row.found, 16)
    rest = " · ".join(filter(None, (row.line, row.differs)))
    room = max(0, width - cell_len(left) - cell_len(found))
    tone = "warn" if row.blocked else "good" if row.found == "ready" else "dim"
    return [(cut(left, width), "plain"), (found, tone), (cut(show(rest), room), "dim")]
