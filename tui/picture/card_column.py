"""One column of cards, drawn line by line: neither it nor a card is a widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rich.cells import cell_len

from tui.picture.looks import CellLook, Looks, Run
from tui.signs import Signs
from tui.words.card_line import CardLine
from tui.words.cards import HEIGHT
from tui.words.lines import cut, fit

PITCH = HEIGHT + 1
"""Rows from one card to the next."""
_TONES = {"title": "strong"}
"""The tones of its lines that have another name elsewhere."""


def slots(height: int) -> int:
    """How many cells fit in so many rows, the last perhaps not whole; the last row says what is left out."""
    return max(1, (height + 1) // PITCH)


def room(width: int) -> int:
    """Cells for the text of a card in a column of that width: two stay free before it, and two behind it."""
    return max(0, width - 4)


class Cell(Struct, frozen=True):
    """What is drawn in one place: a card, a teaching line, or how many more there are."""

    lines: tuple[CardLine, ...]
    card_id: str | None = None
    current: bool = False
    marked: bool = False
    moved: bool = False


class CardColumn:
    """Draws the cells it is given, and tells which rows differ from what it was given before."""

    def __init__(self, signs: Signs, looks: Looks) -> None:
        self._signs = signs
        self._looks = looks
        self._cells: tuple[Cell, ...] = ()
        self._more = ""
        self._active = True
        self._width = self._height = 0

    def say(
        self, cells: Sequence[Cell], more: str, width: int, height: int, *, active: bool
    ) -> Iterator[range]:
        """Have these cells from the top, and `more` in the last row; `active`: keys come here.

        Gives the rows that differ from before.
        """
        old, old_more, was_active = self._cells, self._more, self._active
        as_large = (width, height) == (self._width, self._height)
        self._cells, self._more, self._active = tuple(cells), more, active
        self._width, self._height = width, height
        if not as_large:
            return iter([range(height)])
        return self._differing(old, old_more, was_active)

    def _differing(self, old: Sequence[Cell], old_more: str, was_active: bool) -> Iterator[range]:
        for slot in range(max(len(old), len(self._cells))):
            before, after = _at(old, slot), _at(self._cells, slot)
            if before != after or (after is not None and after.current and self._active != was_active):
                yield range(slot * PITCH, slot * PITCH + HEIGHT)
        if self._more != old_more:
            yield range(self._height - 1, self._height)

    def card_at(self, y: int) -> str | None:
        """The id of the card in that row."""
        cell = _at(self._cells, y // PITCH)
        return cell.card_id if cell is not None else None

    def row(self, y: int) -> list[Run]:
        """One row of the column."""
        width, ground = self._width, self._looks.ground
        if self._more and y == self._height - 1:
            return [(fit(f"  {self._more}", width), ground.writing(self._looks.on_ground("dim")))]
        slot, row = divmod(y, PITCH)
        cell = _at(self._cells, slot)
        if cell is None or row >= len(cell.lines):
            return [(" " * width, ground)]
        return self._runs(cell, row, width)

    def _runs(self, cell: Cell, row: int, width: int) -> list[Run]:
        """One row of a cell: the bar of the cursor, the sign of a mark, and the text in its tone."""
        line = cell.lines[row]
        ground, tone = self._looks.ground, self._looks.on_ground
        ink = CellLook() if line.tone == "plain" else tone(_TONES.get(line.tone, line.tone))
        text = cut(line.text, room(width), self._signs.more)
        sign = self._sign(cell, row)
        if not cell.current and sign == " " and not ink.reverse:
            return [(fit(f"  {text}", width), ground.writing(ink))]
        here = ground.over(self._block(cell))
        bar, rest = self._signs.bar if cell.current else " ", " " * max(0, width - 3 - cell_len(text))
        if not here.reverse:
            return [
                (bar, here.writing(tone("bar"))),
                (sign, here.writing(tone("news"))),
                (text, here.writing(ink)),
                (rest, here),
                (" ", ground),
            ]
        # In a reversed block what presses keeps its colour, or else stands out by not being reversed.
        stays = ink._replace(colour=ink.colour if line.tone == "alert" else "", reverse=not ink.reverse)
        return [
            (bar, ground.writing(tone("bar"))),
            (sign, here),
            (text, ground.writing(stays)),
            (rest, here),
            (" ", ground),
        ]

    def _sign(self, cell: Cell, row: int) -> str:
        if row:
            return " "
        return self._signs.marked if cell.marked else self._signs.moved if cell.moved else " "

    def _block(self, cell: Cell) -> CellLook:
        """The ground of the card under the cursor, or that it is reversed."""
        if not cell.current:
            return CellLook()
        return self._looks.on_ground("cursor" if self._active else "cursor_away")


def _at(cells: Sequence[Cell], slot: int) -> Cell | None:
    return cells[slot] if slot < len(cells) else None
