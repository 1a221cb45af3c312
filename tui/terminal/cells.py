"""Only the cells that differ are sent: what the terminal shows is remembered, cell by cell.

Textual sends all of a widget of which a part has changed: a letter typed in a text costs the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, TypeAlias
from unicodedata import category

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, ConsoleOptions, ConsoleRenderable, RenderResult
from rich.segment import ControlType
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.signs import UNICODE
from tui.terminal.opening import OFF

Update: TypeAlias = LayoutUpdate | ChopsUpdate
"""A change of the screen as Textual sends it: where to, then text in a style."""
LONGEST_GAP = 4
"""Cells that are alike and cost no more to send again than the cursor's way over them."""
UNKNOWN = "\0"
NO_LINK = "\x1b]8;;\x1b\\"
OWN_SIGNS = frozenset("".join(UNICODE))
"""Chosen for being one cell wide in every terminal."""
SURE = ("L", "N", "P", "Z", "Sc", "Sm")
"""Kinds of characters of whose width no two terminals differ."""


class CellLook(NamedTuple):
    """How cells are drawn: the sequence before their text, and whether that opens a link."""

    begins: str
    linked: bool


PLAIN = CellLook("", linked=False)


class Piece(NamedTuple):
    """Text of one look in a row, from the column where it begins; both count from 0."""

    row: int
    column: int
    text: str
    look: CellLook


class ShownCells:
    """What the terminal shows, as far as it is known.

    Whoever else writes on the terminal, or changes its size, has to say so: `forget`.
    """

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._looks: dict[tuple[Style, ColorSystem], CellLook] = {}

    def forget(self) -> None:
        """The terminal may show anything: whatever comes is sent."""
        self._rows.clear()

    def take(self, rows: Iterable[Iterable[tuple[str, str]]]) -> None:
        """The terminal shows these rows, from the first one on: texts, each with the sequence before it."""
        for number, row in enumerate(rows):
            pieces, column = [], 0
            for text, begins in row:
                pieces.append(Piece(number, column, text, CellLook(begins, linked=False)))
                column += cell_len(text)
            self._rows.setdefault(number, _Row()).change(number, pieces)

    def differing(self, update: Update) -> ConsoleRenderable:
        """The same change of the screen by the cells that differ, compared and remembered when rendered."""
        return _Differing(self, update)

    def sequence(self, update: Update, console: Console) -> str:
        """What brings the terminal from what it shows to what `update` says; remembered as shown."""
        color_system = COLOR_SYSTEMS.get(console.color_system or "", ColorSystem.TRUECOLOR)
        rows = groupby(self._pieces(update, console, color_system), lambda piece: piece.row)
        return "".join([self._rows.setdefault(row, _Row()).change(row, [*pieces]) for row, pieces in rows])

    def _pieces(self, update: Update, console: Console, color_system: ColorSystem) -> Iterator[Piece]:
        row = column = 0
        for text, style, control in console.render(update):
            match control:
                case [(ControlType.CURSOR_MOVE_TO, int(column), int(row))]:
                    continue
            if text not in ("", "\n"):
                yield Piece(row, column, text, self._look(style, color_system) if style else PLAIN)
                column += cell_len(text)

    def _look(self, style: Style, color_system: ColorSystem) -> CellLook:
        key = (style, color_system)
        if (look := self._looks.get(key)) is None:
            begins, _, ends = Strip.render_style(style, UNKNOWN, color_system).partition(UNKNOWN)
            look = self._looks[key] = CellLook(begins, linked=NO_LINK in ends)
        return look


class _Differing(CompositorUpdate):
    """A change of the screen that is sent by the cells that differ."""

    def __init__(self, shown: ShownCells, update: Update) -> None:
        self._shown = shown
        self._update = update

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        return self._update.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """The sequences for the terminal."""
        return self._shown.sequence(self._update, console)


class _Row:
    """The cells of one row. A character of two cells lies in the first; the second is empty."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._looks: list[CellLook] = []
        self._sure = True

    def change(self, number: int, pieces: list[Piece]) -> str:
        """Show `pieces`; the sequence that does it in row `number`, empty where they are shown already."""
        changed = sorted({cell for piece in pieces for cell in self._take(piece)})
        if not changed:
            return ""
        was_sure, self._sure = self._sure, _is_sure("".join(self._texts))
        if not (was_sure and self._sure):
            # Where a terminal may think otherwise of a width, the row is sent as one.
            changed = [cell for cell, text in enumerate(self._texts) if text != UNKNOWN]
        return self._sequence(number, changed)

    def _take(self, piece: Piece) -> list[int]:
        """Remember a piece; the cells that it changes."""
        start, end = piece.column, piece.column + cell_len(piece.text)
        if len(self._texts) < end:
            missing = end - len(self._texts)
            self._texts += [UNKNOWN] * missing
            self._looks += [PLAIN] * missing
        looks = [piece.look] * (end - start)
        if "".join(self._texts[start:end]) == piece.text and self._looks[start:end] == looks:
            return []
        texts = _cells(piece.text, end - start)
        changed = [
            cell
            for cell, text in enumerate(texts, start)
            if text != self._texts[cell] or self._looks[cell] != piece.look
        ]
        self._cut_off(start, end)
        self._texts[start:end] = texts
        self._looks[start:end] = looks
        return changed

    def _cut_off(self, start: int, end: int) -> None:
        """Of a character of which only some cells are written over, the others show nobody knows what."""
        if start < len(self._texts) and self._texts[start] == "":
            first = start - 1
            while first > 0 and self._texts[first] == "":
                first -= 1
            self._texts[first:start] = [UNKNOWN] * (start - first)
        while end < len(self._texts) and self._texts[end] == "":
            self._texts[end] = UNKNOWN
            end += 1

    def _sequence(self, number: int, changed: list[int]) -> str:
        parts: list[str] = []
        look, at = PLAIN, -1
        for cell in self._with_short_gaps(changed):
            if cell != at:
                parts.append(f"\x1b[{cell - at}C" if at >= 0 else f"\x1b[{number + 1};{cell + 1}H")
            if self._looks[cell] != look:
                parts.append(_switch(look, self._looks[cell]))
                look = self._looks[cell]
            parts.append(self._texts[cell])
            at = cell + 1
        return "".join([*parts, _switch(look, PLAIN)])

    def _with_short_gaps(self, changed: list[int]) -> Iterator[int]:
        last = changed[0] - 1
        for cell in changed:
            gap = range(last + 1, cell)
            if len(gap) <= LONGEST_GAP and all(
                self._looks[one] == self._looks[last] and self._texts[one] != UNKNOWN for one in gap
            ):
                yield from gap
            yield cell
            last = cell


def _switch(old: CellLook, new: CellLook) -> str:
    if old == new:
        return ""
    return (NO_LINK if old.linked else "") + (OFF if old.begins else "") + new.begins


def _cells(text: str, width: int) -> list[str]:
    """The text by cells; as a whole in the first one where its characters do not tell how wide it is."""
    if text.isascii():
        return list(text)
    cells: list[str] = []
    for character in text:
        if wide := cell_len(character):
            cells += [character, *[""] * (wide - 1)]
        elif cells:  # it lies on the one before
            cells[-2 if cells[-1] == "" else -1] += character
    return cells if len(cells) == width and "".join(cells) == text else [text, *[""] * (width - 1)]


def _is_sure(text: str) -> bool:
    return text.isascii() or all(_is_sure_character(character) for character in set(text))


@lru_cache(4096)
def _is_sure_character(character: str) -> bool:
    if character in OWN_SIGNS or "\u2500" <= character <= "\u259f":
        return True
    return character == UNKNOWN or (cell_len(character) > 0 and category(character).startswith(SURE))
