"""One column of cards, drawn line by line: a card is no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui import tones
from tui.signs import Signs
from tui.words.card_line import CardLine
from tui.words.cards import HEIGHT
from tui.words.lines import cut, fit

PITCH = HEIGHT + 1
"""Rows from one card to the next."""
_TONES = {
    "title": "strong", "dim": "dim", "good": "good", "warn": "warn", "alert": "alert", "news": "news",
    "current": "cursor", "current-away": "cursor_away", "bar": "bar",
}  # fmt: skip


def slots(height: int) -> int:
    """How many cells fit in so many rows, the last perhaps not whole; the last row says what is left out."""
    return max(1, (height + 1) // PITCH)


def room(width: int) -> int:
    """Cells for the text of a card in a column of that width: two stay free before it, and two behind it."""
    return max(0, width - 4)


class Cell(NamedTuple):
    """What is drawn in one place: a card, a teaching line, or how many more there are."""

    lines: tuple[CardLine, ...]
    card_id: str | None = None
    current: bool = False
    marked: bool = False
    moved: bool = False


class CardColumn(Widget):
    """Draws the cells it is given; only those that differ from what is on the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tones.classes("column--", _TONES)
    DEFAULT_CSS = f"""
    CardColumn {{ height: 100%; width: 1fr; }}
    {tones.rules("CardColumn > .column--", _TONES)}
    """

    class Picked(Message):
        """A card was clicked; `opened`: for the second time, fast or slow."""

        def __init__(self, card_id: str, opened: bool) -> None:
            super().__init__()
            self.card_id = card_id
            self.opened = opened

    class Turned(Message):
        """The wheel was turned over it, by so many cards."""

        def __init__(self, column: CardColumn, by: int) -> None:
            super().__init__()
            self.column = column
            self.by = by

        @property
        def control(self) -> CardColumn:
            """The column."""
            return self.column

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self.signs = signs
        self._cells: tuple[Cell, ...] = ()
        self._more = ""
        self._active = True
        self._clicked = ""
        """The card that was clicked last, if that has not opened it."""

    def draw(self, cells: Sequence[Cell], more: str, *, active: bool) -> None:
        """Show these cells from the top, and `more` in the last row; `active`: keys come here."""
        old, old_more, was_active = self._cells, self._more, self._active
        self._cells, self._more, self._active = tuple(cells), more, active
        regions = []
        for slot in range(max(len(old), len(self._cells))):
            before, after = self._at(old, slot), self._at(self._cells, slot)
            if before != after or (after is not None and after.current and active != was_active):
                regions.append(Region(0, slot * PITCH, self.size.width, HEIGHT))
        if more != old_more:
            regions.append(Region(0, self.size.height - 1, self.size.width, 1))
        if regions:
            self.refresh(*regions)

    @staticmethod
    def _at(cells: Sequence[Cell], slot: int) -> Cell | None:
        return cells[slot] if slot < len(cells) else None

    def render_line(self, y: int) -> Strip:
        """One row of the column."""
        width = self.size.width
        if self._more and y == self.size.height - 1:
            return Strip([Segment(fit(f"  {self._more}", width), self.rich_style + self._ink("dim"))], width)
        slot, row = divmod(y, PITCH)
        cell = self._at(self._cells, slot)
        if cell is None or row >= len(cell.lines):
            return Strip([Segment(" " * width, self.rich_style)], width)
        return Strip(self._segments(cell, row, width), width)

    def _segments(self, cell: Cell, row: int, width: int) -> list[Segment]:
        """One row of a cell: the bar of the cursor, the sign of a mark, and the text in its tone."""
        line = cell.lines[row]
        ink = Style() if line.tone == "plain" else self._ink(line.tone)
        text = cut(line.text, room(width), self.signs.more)
        ground, sign = self.rich_style, self._sign(cell, row)
        if not cell.current and sign == " " and not ink.reverse:
            return [Segment(fit(f"  {text}", width), ground + ink)]
        here = self._here(cell)
        segments = [
            Segment(self.signs.bar if cell.current else " ", ground + here + self._ink("bar")),
            Segment(sign, ground + here + self._ink("news")),
            Segment(text, ground + here + ink),
            Segment(" " * (max(0, width - 3 - cell_len(text))), ground + here),
            Segment(" ", ground),
        ]
        if not here.reverse:
            return segments
        # In a reversed block what presses keeps its colour, or else stands out by not being reversed.
        stays = Style(
            color=ink.color if line.tone == "alert" else None, bold=ink.bold, reverse=not ink.reverse
        )
        return [
            Segment(segments[0].text, ground + self._ink("bar")),
            Segment(segments[1].text, ground + here),
            Segment(text, ground + stays),
            *segments[3:],
        ]

    def _sign(self, cell: Cell, row: int) -> str:
        if row:
            return " "
        return self.signs.marked if cell.marked else self.signs.moved if cell.moved else " "

    def _here(self, cell: Cell) -> Style:
        """The ground of the card under the cursor, or that it is reversed."""
        if not cell.current:
            return Style()
        style = self.get_component_rich_style(f"column--{'current' if self._active else 'current-away'}")
        return Style(bgcolor=style.bgcolor, reverse=style.reverse or None)

    def _ink(self, name: str) -> Style:
        """A tone without its ground, to be laid over that of the current card."""
        style = self.get_component_rich_style(f"column--{name}")
        return Style(color=style.color, bold=style.bold, reverse=style.reverse or None)

    def on_click(self, event: events.Click) -> None:
        cell = self._at(self._cells, event.y // PITCH)
        if cell is not None and cell.card_id is not None:
            again = event.chain > 1 or cell.card_id == self._clicked
            self._clicked = "" if again else cell.card_id
            self.post_message(self.Picked(cell.card_id, again))

    def on_mouse_scroll_down(self) -> None:
        self.post_message(self.Turned(self, 1))

    def on_mouse_scroll_up(self) -> None:
        self.post_message(self.Turned(self, -1))
