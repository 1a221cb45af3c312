"""The four columns. Cards are drawn line by line and are no widgets; the cursor moves inside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple
from zoneinfo import ZoneInfo

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.board import Card
from store.cadence import Column
from tui.cursor import FOUR, Cursor
from tui.keys import BOARD_KEYS, bindings
from tui.words.cards import COLUMN_SHORT, COLUMN_TITLES, EMPTY, HEIGHT, UNICODE, Line, Signs, lines
from tui.words.cut import cut, fit

WIDE, MIDDLE = 96, 56
"""Cells from which four columns, or two, stand side by side."""


class Cell(NamedTuple):
    """What is drawn in one place: a card, a teaching line in an empty column, or how many more there are."""

    lines: tuple[Line, ...]
    current: bool = False
    marked: bool = False
    moved: bool = False


class Frame(NamedTuple):
    """How the columns lie in the widget's size."""

    columns: tuple[Column, ...]
    edges: tuple[int, ...]
    top: int
    slots: int
    rows: int


class Columns(Widget, can_focus=True):
    """Draws the board and knows where its cards are; the screen moves the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "columns--heading", "columns--heading-current", "columns--rule", "columns--title", "columns--dim",
        "columns--good", "columns--warn", "columns--alert", "columns--current", "columns--current-away",
        "columns--bar",
    }  # fmt: skip
    DEFAULT_CSS = """
    Columns { height: 1fr; width: 1fr; }
    Columns > .columns--heading { color: $text-muted; text-style: bold; }
    Columns > .columns--heading-current { color: $text-primary; text-style: bold; }
    Columns > .columns--rule { color: $panel-lighten-1; }
    Columns > .columns--title { text-style: bold; }
    Columns > .columns--dim { color: $text-muted; }
    Columns > .columns--good { color: $text-success; }
    Columns > .columns--warn { color: $text-warning; }
    Columns > .columns--alert { color: $text-error; text-style: bold; }
    Columns > .columns--current { background: $primary-muted; }
    Columns > .columns--current-away { background: $boost; }
    Columns > .columns--bar { color: $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BOARD_KEYS)]

    class Picked(Message):
        """A card was clicked, once or (`opened`) twice."""

        def __init__(self, card_id: str, opened: bool) -> None:
            super().__init__()
            self.card_id = card_id
            self.opened = opened

    def __init__(
        self,
        cursor: Cursor,
        zone: ZoneInfo,
        signs: Signs = UNICODE,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.cursor = cursor
        self.zone = zone
        self.signs = signs
        self.ascii = signs is not UNICODE
        self._now: datetime | None = None
        self._moved: frozenset[str] = frozenset()
        self._marked: frozenset[str] = frozenset()
        self._tops: dict[Column, int] = dict.fromkeys(FOUR, 0)
        self._first = 0
        self._frame = Frame((), (), 0, 0, 0)
        self._cells: dict[tuple[int, int], Cell] = {}
        self._headings: tuple[tuple[str, bool], ...] = ()

    def show(self, now: datetime, moved: frozenset[str], marked: frozenset[str]) -> None:
        """Draw what the cursor's columns hold at `now`: only what differs from what is on the screen."""
        self._now, self._moved, self._marked = now, moved, marked
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def on_focus(self) -> None:
        self._draw_current()

    def on_blur(self) -> None:
        self._draw_current()

    def _draw_current(self) -> None:
        for place, cell in self._cells.items():
            if cell.current:
                self.refresh(self._region(*place))

    def _draw(self) -> None:
        if self._now is None or not self.size:
            return
        frame = self._framed()
        headings = self._headed(frame)
        cells = self._filled(frame)
        if frame != self._frame:
            self._frame, self._headings, self._cells = frame, headings, cells
            self.refresh()
            return
        regions = [
            self._region(*key) for key in {*cells, *self._cells} if cells.get(key) != self._cells.get(key)
        ]
        if headings != self._headings:
            regions.append(Region(0, 0, self.size.width, frame.top))
        self._headings, self._cells = headings, cells
        if regions:
            self.refresh(*regions)

    def _framed(self) -> Frame:
        width, height = self.size
        count = 4 if width >= WIDE else 2 if width >= MIDDLE else 1
        here = FOUR.index(self.cursor.column) if self.cursor.column in FOUR else self._first
        self._first = max(0, min(max(self._first, here - count + 1), here, 4 - count))
        edges = tuple(round(width * part / count) for part in range(count + 1))
        top = 2 if height > 6 else 1
        room = max(0, height - top)
        rows = min(HEIGHT, room)
        slots = max(1, (room + 1) // (HEIGHT + 1)) if room else 0
        return Frame(FOUR[self._first : self._first + count], edges, top, slots, rows)

    def _headed(self, frame: Frame) -> tuple[tuple[str, bool], ...]:
        """The headings: of the columns shown, or, where not all are, of all four as a strip of tabs."""
        shown = frame.columns if len(frame.columns) == 4 else FOUR
        narrow = len(frame.columns) < 4
        titles = COLUMN_SHORT if narrow else COLUMN_TITLES
        gap = " " if narrow else "  "
        return tuple(
            (f"{titles[column].upper()}{gap}{len(self.cursor.columns[column])}", column == self.cursor.column)
            for column in shown
        )

    def _filled(self, frame: Frame) -> dict[tuple[int, int], Cell]:
        cells: dict[tuple[int, int], Cell] = {}
        for place, column in enumerate(frame.columns):
            cards = self.cursor.columns[column]
            if not cards:
                cells[place, 0] = Cell(self._teaching(column, frame, place))
                continue
            top = self._scrolled(column, len(cards), frame.slots)
            for slot, card in enumerate(cards[top : top + frame.slots]):
                current = column == self.cursor.column and top + slot == self.cursor.row
                width = frame.edges[place + 1] - frame.edges[place] - 3
                cells[place, slot] = self._card(card, current, width)
            left = len(cards) - top - frame.slots
            if left > 0 or top:
                cells[place, frame.slots] = Cell((Line(self._more(top, left), "dim"),))
        return cells

    def _card(self, card: Card, current: bool, width: int) -> Cell:
        assert self._now is not None
        said = tuple(lines(card, self._now, self.zone, self.signs, width))
        return Cell(said, current, card.id in self._marked, card.id in self._moved)

    def _more(self, above: int, below: int) -> str:
        words = [f"{above} above"] if above else []
        words += [f"{below} more below"] if below > 0 else []
        return f"{self.signs.more} {', '.join(words)}"

    def _scrolled(self, column: Column, count: int, slots: int) -> int:
        """The first card shown: moved no more than it takes to have the cursor's card in view."""
        row, top = self.cursor.row_in(column), self._tops[column]
        top = (
            max(0, min(top, count - slots, row))
            if row < top or count <= slots
            else min(top, max(0, count - slots))
        )
        if row >= top + slots:
            top = row - slots + 1
        self._tops[column] = top
        return top

    def _teaching(self, column: Column, frame: Frame, place: int) -> tuple[Line, ...]:
        if self.cursor.wanted:
            return (Line("nothing here passes the filter", "dim"),)
        width = frame.edges[place + 1] - frame.edges[place] - 3
        return tuple(Line(text, "dim") for text in _wrapped(EMPTY[column], width)[: frame.rows])

    def _region(self, place: int, slot: int) -> Region:
        frame = self._frame
        if place + 1 >= len(frame.edges):
            return Region()
        left, right = frame.edges[place], frame.edges[place + 1]
        y = frame.top + slot * (HEIGHT + 1)
        if slot == frame.slots:
            return Region(left, self.size.height - 1, right - left, 1)
        return Region(left, y, right - left, HEIGHT)

    def render_line(self, y: int) -> Strip:
        """One row of the screen, across all columns shown."""
        frame = self._frame
        width = self.size.width
        if y < frame.top or not frame.columns:
            return Strip(self._heading_row(y), width)
        row = y - frame.top
        slot, line = divmod(row, HEIGHT + 1)
        last = y == self.size.height - 1
        segments: list[Segment] = []
        for place in range(len(frame.columns)):
            room = frame.edges[place + 1] - frame.edges[place]
            more = self._cells.get((place, frame.slots))
            if last and more is not None:
                segments += self._segments(more, 0, room)
            else:
                cell = self._cells.get((place, slot)) if slot < frame.slots else None
                segments += self._segments(cell, line, room)
        return Strip(segments, width)

    def _heading_row(self, y: int) -> list[Segment]:
        width, frame = self.size.width, self._frame
        if not self._headings:
            return [Segment(" " * width, self.rich_style)]
        if y == 1:
            return self._rule_row()
        edges = frame.edges
        if len(frame.columns) < 4:
            edges = tuple(round(width * part / 4) for part in range(5))
        segments = []
        for place, (text, current) in enumerate(self._headings):
            style = self._style("heading-current" if current else "heading")
            sign = (">" if self.ascii else "▸") if current else " "
            segments.append(Segment(fit(f"{sign}{text}", edges[place + 1] - edges[place]), style))
        return segments

    def _rule_row(self) -> list[Segment]:
        segments = []
        edges = self._frame.edges
        thin, thick = ("-", "=") if self.ascii else ("─", "━")
        for place, column in enumerate(self._frame.columns):
            here = column == self.cursor.column
            room = edges[place + 1] - edges[place]
            style = self._style("bar" if here else "rule")
            segments.append(Segment((thick if here else thin) * (room - 1) + " ", style))
        return segments

    def _segments(self, cell: Cell | None, row: int, room: int) -> list[Segment]:
        """One row of one cell: the bar of the cursor, the sign of a mark, and the text in its tone."""
        ground = self.rich_style
        if cell is None or row >= len(cell.lines) or row >= HEIGHT:
            return [Segment(" " * room, ground)]
        bar, sign = " ", " "
        if cell.current:
            ground += Style(bgcolor=self._style("current" if self.has_focus else "current-away").bgcolor)
            bar = ">" if self.ascii else "▌"
        if row == 0 and cell.marked:
            sign = "*" if self.ascii else "✓"
        elif row == 0 and cell.moved:
            sign = "!" if self.ascii else "»"
        line = cell.lines[row]
        text = fit(line.text, room - 3, self.signs.more)
        return [
            Segment(bar, ground + self._ink("bar")),
            Segment(sign, ground + self._ink("warn")),
            Segment(text, ground if line.tone == "plain" else ground + self._ink(line.tone)),
            Segment(" ", self.rich_style),
        ]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"columns--{name}")

    def _ink(self, name: str) -> Style:
        """A tone without its ground, to be laid over that of the current card."""
        style = self._style(name)
        return Style(color=style.color, bold=style.bold)

    def card_at(self, x: int, y: int) -> Card | None:
        """The card drawn at that cell of the widget."""
        frame = self._frame
        place = next((i for i in range(len(frame.columns)) if frame.edges[i] <= x < frame.edges[i + 1]), None)
        if place is None or y < frame.top:
            return None
        slot = (y - frame.top) // (HEIGHT + 1)
        cards = self.cursor.columns[frame.columns[place]]
        row = self._tops[frame.columns[place]] + slot
        return cards[row] if slot < frame.slots and row < len(cards) else None

    def on_click(self, event: events.Click) -> None:
        card = self.card_at(event.x, event.y)
        if card is not None:
            self.post_message(self.Picked(card.id, event.chain > 1))


def _wrapped(text: str, width: int) -> Sequence[str]:
    rows: list[str] = [""]
    for word in text.split():
        if len(rows[-1]) + len(word) + 1 > width and rows[-1]:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [cut(row, max(1, width)) for row in rows]
