"""Only the cells that differ are sent: what the terminal shows is remembered, cell by cell.

Textual sends all of a widget of which a part has changed: a letter typed in a text costs the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, TypeAlias
from unicodedata import category

from msgspec.structs import astuple
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, ConsoleOptions, ConsoleRenderable, RenderResult
from rich.segment import ControlType
from rich.style import Style
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.signs import UNICODE
from tui.terminal.pen import PLAIN, Pen, PenLook, look_of

Update: TypeAlias = LayoutUpdate | ChopsUpdate
"""A change of the screen as Textual sends it: where to, then text in a style."""
LONGEST_GAP = 4
"""Bytes between two changes that cost no more to send again than the cursor's way over them."""
ONE_PIECE = 1_000
"""Characters that get to a terminal in one piece, over a network too."""
UNKNOWN = "\0"
OWN_SIGNS = frozenset("".join(astuple(UNICODE)))
"""Chosen for being one cell wide in every terminal."""
SURE = ("L", "N", "P", "Z", "Sc", "Sm")
"""Kinds of characters of whose width no two terminals differ."""


class Piece(NamedTuple):
    """Text of one look in a row, from the column where it begins; both count from 0."""

    row: int
    column: int
    text: str
    look: PenLook


class ShownCells:
    """What the terminal shows, as far as it is known.

    Whoever else writes on the terminal, or changes its size, has to say so: `forget`.
    """

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._pen = Pen()
        self._looks: dict[tuple[Style, ColorSystem], PenLook] = {}

    def forget(self) -> None:
        """The terminal may show anything: whatever comes is sent."""
        self._rows.clear()
        self._pen.forget()

    def take(self, rows: Iterable[Iterable[tuple[str, str]]]) -> None:
        """The terminal shows these rows, from the first one on: texts, each with the sequence before it."""
        for number, row in enumerate(rows):
            pieces, column = [], 0
            for text, begins in row:
                pieces.append(Piece(number, column, text, look_of(begins)))
                column += cell_len(text)
            self._rows.setdefault(number, _Row()).change(number, pieces, Pen())

    def differing(self, update: Update, *, synchronised: bool) -> ConsoleRenderable:
        """The same change of the screen by the cells that differ, compared and remembered when rendered.

        Where it does not come in one piece, a terminal that knows how (`synchronised`) waits for all of it.
        """
        return _Differing(self, update, synchronised=synchronised)

    def sequence(self, update: Update, console: Console) -> str:
        """What brings the terminal from what it shows to what `update` says; remembered as shown."""
        color_system = COLOR_SYSTEMS.get(console.color_system or "", ColorSystem.TRUECOLOR)
        rows = groupby(self._pieces(update, console, color_system), lambda piece: piece.row)
        self._pen.lift()
        parts = [self._rows.setdefault(row, _Row()).change(row, [*pieces], self._pen) for row, pieces in rows]
        return "".join([*parts, self._pen.close_link()])

    def _pieces(self, update: Update, console: Console, color_system: ColorSystem) -> Iterator[Piece]:
        row = column = 0
        for text, style, control in console.render(update):
            match control:
                case [(ControlType.CURSOR_MOVE_TO, int(column), int(row))]:
                    continue
            if text not in ("", "\n"):
                yield Piece(row, column, text, self._look(style, color_system) if style else PLAIN)
                column += cell_len(text)

    def _look(self, style: Style, color_system: ColorSystem) -> PenLook:
        key = (style, color_system)
        if (look := self._looks.get(key)) is None:
            begins, _, _ = Strip.render_style(style, UNKNOWN, color_system).partition(UNKNOWN)
            look = self._looks[key] = look_of(begins)
        return look


class _Differing(CompositorUpdate):
    """A change of the screen that is sent by the cells that differ."""

    def __init__(self, shown: ShownCells, update: Update, *, synchronised: bool) -> None:
        self._shown = shown
        self._update = update
        self._synchronised = synchronised

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        return self._update.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """The sequences for the terminal."""
        sequence = self._shown.sequence(self._update, console)
        whole = not self._synchronised or len(sequence) <= ONE_PIECE
        return sequence if whole else f"{SYNC_START}{sequence}{SYNC_END}"


class _Row:
    """The cells of one row. A character of two cells lies in the first; the second is empty."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._looks: list[PenLook] = []
        self._sure = True

    def change(self, number: int, pieces: list[Piece], pen: Pen) -> str:
        """Show `pieces`; the sequence that does it in row `number`, empty where they are shown already."""
        changed = sorted({cell for piece in pieces for cell in self._take(piece)})
        if not changed:
            return ""
        was_sure, self._sure = self._sure, _is_sure("".join(self._texts))
        if not (was_sure and self._sure):
            # Where a terminal may think otherwise of a width, the row is sent as one.
            changed = [cell for cell, text in enumerate(self._texts) if text != UNKNOWN]
        return self._sequence(number, changed, pen)

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

    def _sequence(self, number: int, changed: list[int], pen: Pen) -> str:
        parts: list[str] = []
        for first, end in self._runs(changed):
            start, stop = self._characters(first, end)
            parts += pen.move(number, start), pen.take(self._looks[start]), *self._texts[start:stop]
            pen.wrote(stop - start)
        if not self._sure or changed[-1] == len(self._texts) - 1:
            pen.lift()  # which cell it is at by now is the terminal's to say
        return "".join(parts)

    def _runs(self, changed: list[int]) -> Iterator[tuple[int, int]]:
        """Cells that are written in one go, each from its first to the one behind its last: they have one
        look, and take in what is shown already where that is shorter than a way around it."""
        start, stop = changed[0], changed[0] + 1
        for cell in changed[1:]:
            alike = cell == stop or self._goes_on(start, stop, cell)
            if alike:
                stop = cell
            if not alike or self._looks[cell] != self._looks[start]:
                yield start, stop
                start = cell
            stop = cell + 1
        yield start, stop

    def _goes_on(self, start: int, stop: int, cell: int) -> bool:
        """Whether a run goes on over the gap behind it."""
        gap = "".join(self._texts[stop:cell]) if cell - stop <= LONGEST_GAP else UNKNOWN
        if UNKNOWN in gap or len(gap.encode()) > LONGEST_GAP:
            return False
        return all(self._looks[one] == self._looks[start] for one in range(stop, cell))

    def _characters(self, start: int, stop: int) -> tuple[int, int]:
        """The cells from `start` to `stop` and those that the last character has further on, without those
        at the start that belong to a character before."""
        while start < stop - 1 and self._texts[start] == "":
            start += 1
        while stop < len(self._texts) and self._texts[stop] == "":
            stop += 1
        return start, stop


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
