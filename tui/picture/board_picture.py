"""What the columns and their titles look like in a room of some size, and what lies where in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct

from store import spans
from store.rules.board import Card
from store.rules.standing import Column
from store.rules.words import COLUMN_SHORT, COLUMN_TITLES
from tui.keymap import Keymap
from tui.picture.card_column import PITCH, CardColumn, Cell, room, slots
from tui.picture.cursor import FOUR, Cursor, in_view
from tui.picture.headings import Heading, Headings, edges
from tui.picture.looks import Looks, Run
from tui.signs import Signs
from tui.words.card_line import CardLine
from tui.words.cards import HEIGHT, card_lines, empty_column, older_words, with_heard
from tui.words.lines import wrapped

WIDE, MIDDLE = 96, 56
"""Cells from which four columns, or two, stand side by side."""


class Area(NamedTuple):
    """Some cells of the picture: where they begin, and how many."""

    x: int
    y: int
    width: int
    height: int


class Seen(Struct, frozen=True):
    """What there is to see besides the cursor's cards."""

    now: datetime
    zone: ZoneInfo
    """The user's own."""
    moved: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    heard: Mapping[str, str] = MappingProxyType({})
    """What cards say, by their ids, of something heard that waits for the user."""


class _Said(Struct, frozen=True):
    """What a card says, and all that this comes from."""

    card: Card
    basis: tuple[datetime, ZoneInfo, spans.ClockFace, str | None, int]
    lines: tuple[CardLine, ...]


class Picture:
    """As many columns as fit, each from the card on that the cursor needs."""

    def __init__(self, cursor: Cursor, keys: Keymap, signs: Signs, looks: Looks) -> None:
        self._cursor = cursor
        self._keys = keys
        self._signs = signs
        self._columns = {column: CardColumn(signs, looks) for column in FOUR}
        self._headings = Headings(signs, looks)
        self._said: dict[str, _Said] = {}
        self._saying: dict[str, _Said] = {}
        """What the cards in view said last, and what they say now, by their ids."""
        self._tops: dict[Column, int] = dict.fromkeys(FOUR, 0)
        self._last: Column = FOUR[0]
        """The column that the cursor was in last."""
        self._shown: tuple[Column, ...] = ()
        self._edges: list[int] = []
        """Where the columns shown begin, and where the last one ends."""
        self.size = (0, 0)
        """Cells across and down for which all is laid out."""

    def show(self, seen: Seen, size: tuple[int, int], *, active: bool) -> list[Area]:
        """Lay out what is to be seen; where it differs from before. `active`: keys come here."""
        before = self.size, self._shown
        self.size = size
        self._choose()
        self._saying = {}
        areas = []
        (width, height), titles = size, self._height_of_titles
        if self._say_headings(titles):
            areas.append(Area(0, 0, width, titles))
        for place, column in enumerate(self._shown):
            left, right = self._edges[place : place + 2]
            cells, more = self._cells_of(column, seen, room(right - left))
            rows = self._columns[column].say(cells, more, right - left, self._height, active=active)
            areas += [Area(left, titles + row.start, right - left, len(row)) for row in rows]
        self._said = self._saying
        return areas if (self.size, self._shown) == before else [Area(0, 0, width, height)]

    def row(self, y: int) -> list[Run]:
        """One row: of the titles, or of all columns side by side."""
        titles = self._headings.height
        if y < titles:
            return self._headings.row(y)
        rows = (self._columns[column].row(y - titles) for column in self._shown)
        return [run for row in rows for run in row]

    # What lies where

    def heading_at(self, x: int, y: int) -> Column | None:
        """The column whose title, or the rule below it, is there."""
        if y >= self._headings.height:
            return None
        place = self._headings.place_at(x, y)
        return None if place is None else (FOUR if y == 0 else self._shown)[place]

    def column_at(self, x: int, y: int) -> Column | None:
        """The column whose cards are there."""
        if y < self._headings.height:
            return None
        ends = zip(self._shown, self._edges[1:], strict=True)
        return next((column for column, end in ends if x < end), None)

    def card_at(self, x: int, y: int) -> str | None:
        """The id of the card there."""
        column = self.column_at(x, y)
        return None if column is None else self._columns[column].card_at(y - self._headings.height)

    def turn(self, column: Column, by: int) -> bool:
        """Have another card at the top of a column; whether there is one.

        The cursor goes along where its card would go out of sight.
        """
        count, fitting = len(self._cursor.columns[column]), slots(self._height)
        top = max(0, min(self._tops[column] + by, count - fitting))
        if top == self._tops[column]:
            return False
        self._tops[column] = top
        self._cursor.keep_within(column, top, top + fitting - 1)
        return True

    # Laying out

    def _choose(self) -> None:
        """Which columns are shown: as many as fit, the cursor's and those with something to do first."""
        width = self.size[0]
        count = 4 if width >= WIDE else 2 if width >= MIDDLE else 1
        if self._cursor.column in FOUR:
            self._last = self._cursor.column
        self._shown = in_view(self._last, count, [task.card.column for task in self._cursor.tasks])
        self._edges = edges(width, count)

    @property
    def _height_of_titles(self) -> int:
        return 2 if self.size[1] > 6 else 1

    @property
    def _height(self) -> int:
        """Rows for cards."""
        return self.size[1] - self._height_of_titles

    def _say_headings(self, height: int) -> bool:
        """The titles of the columns shown, or, where not all are, of all four as a strip of tabs."""
        shown = self._shown
        whole = len(shown) == 4
        titles = COLUMN_TITLES if whole else COLUMN_SHORT
        gap = "  " if whole else " "
        return self._headings.say(
            [
                Heading(f"{titles[column].upper()}{gap}{self._count(column)}", column == self._cursor.column)
                for column in (shown if whole else FOUR)
            ],
            [
                Heading("" if whole else COLUMN_TITLES[column], column == self._cursor.column)
                for column in shown
            ],
            self.size[0],
            height,
        )

    def _count(self, column: Column) -> str:
        """`3`, or under a filter `1 of 3`; more tightly where there is little room."""
        shown, whole = self._cursor.counted(column)
        if whole is None:
            return str(shown)
        return f"{shown} of {whole}" if self.size[0] >= MIDDLE else f"{shown}/{whole}"

    def _cells_of(self, column: Column, seen: Seen, width: int) -> tuple[list[Cell], str]:
        """What the column shows from its top, and what its last row says of the rest."""
        cards = self._cursor.columns[column]
        older = self._older(column)
        if not cards:
            said = (CardLine(older, "dim"),) if older else self._teaching(column, width)
            return [Cell(said)], ""
        fitting = slots(self._height)
        top = self._scrolled(column, len(cards), fitting)
        current = self._cursor.row if column == self._cursor.column else -1
        cells = [
            Cell(
                self._lines(card, seen, width),
                card.id, top + slot == current, card.id in seen.marked, card.id in seen.moved,
            )
            for slot, card in enumerate(cards[top : top + fitting])
        ]  # fmt: skip
        left = len(cards) - top - fitting
        more = self._more(top, left)
        if older and left <= 0 and not more and len(cells) * PITCH < self._height:
            cells.append(Cell((CardLine(older, "dim"),)))
        elif older and left <= 0:
            more = f"{more}, {older.removeprefix('+ ')}" if more else older
        return cells, more

    def _older(self, column: Column) -> str:
        """What the column says of the cards that closed long ago; blank where there are none."""
        count = self._cursor.older if column == "closed" else 0
        return older_words(count, self._keys, shown=self._cursor.unfolded) if count else ""

    def _lines(self, card: Card, seen: Seen, width: int) -> tuple[CardLine, ...]:
        """What the card says; it goes on saying it while the cursor moves on."""
        heard = seen.heard.get(card.id)
        basis = (seen.now, seen.zone, spans.clock_face(), heard, width)
        said = self._said.get(card.id)
        if said is None or said.card is not card or said.basis != basis:
            lines = tuple(card_lines(card, seen.now, seen.zone, self._keys, self._signs, width))
            if heard is not None:
                lines = with_heard(lines, heard, self._keys, width)
            said = _Said(card, basis, lines)
        self._saying[card.id] = said
        return said.lines

    def _more(self, above: int, below: int) -> str:
        words = [f"{above} above"] if above else []
        words += [f"{below} more below"] if below > 0 else []
        return f"{self._signs.more} {', '.join(words)}" if words else ""

    def _scrolled(self, column: Column, count: int, fitting: int) -> int:
        """The first card shown: moved no more than it takes to have the cursor's card in view."""
        row = self._cursor.row_in(column)
        top = max(0, min(self._tops[column], count - fitting, row))
        top = max(top, row - fitting + 1)
        self._tops[column] = top
        return top

    def _teaching(self, column: Column, width: int) -> tuple[CardLine, ...]:
        empty = empty_column(column, self._keys)
        words = "nothing here passes the filter" if self._cursor.filter else empty
        return tuple(CardLine(text, "dim") for text in wrapped(words, width)[:HEIGHT])
