"""The four columns under their titles, or as many as fit under a strip of tabs; the cursor moves inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.rules.board import Card
from store.rules.standing import Column
from store.rules.words import COLUMN_SHORT, COLUMN_TITLES
from tui.bindings import bindings
from tui.key_names import by_place
from tui.keys import BOARD_KEYS, Keymap, actions, effective
from tui.signs import UNICODE, Signs
from tui.terminal.burst import Burst
from tui.typed_ahead import anew, takes_keys, typed_ahead
from tui.widgets.card_column import PITCH, CardColumn, Cell, room, slots
from tui.widgets.cursor import FOUR, Cursor, in_view
from tui.widgets.headings import Heading, Headings, edges
from tui.widgets.inks import Inks
from tui.words.card_line import CardLine
from tui.words.cards import HEIGHT, card_lines, empty_column, older_words, with_heard
from tui.words.lines import wrapped

OPENING_TEXT = ("screen.do('draft')", "screen.filter")
"""Actions behind which what is typed ahead is text."""
MOVING = ("screen.go(", "screen.cycle(", "screen.column(", "screen.edge(")
WIDE, MIDDLE = 96, 56
"""Cells from which four columns, or two, stand side by side."""


class Columns(Widget, can_focus=True):
    """Draws the board and knows which cards are in view; the screen moves the cursor.

    It is one widget, whatever is in it: each costs a part of the start.
    """

    DEFAULT_CSS = "Columns { height: 1fr; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BOARD_KEYS)]

    class CardPicked(Message):
        """A card was clicked; `opened`: for the second time, fast or slow."""

        def __init__(self, card_id: str, opened: bool) -> None:
            super().__init__()
            self.card_id = card_id
            self.opened = opened

    class ColumnPicked(Message):
        """The heading of a column was clicked."""

        def __init__(self, column: Column) -> None:
            super().__init__()
            self.column = column

    class Turned(Message):
        """The wheel has moved a column, and perhaps the cursor in it."""

    class TooFast(Message):
        """Many keys came at once that nobody can have pressed; nothing was done."""

    def __init__(
        self,
        cursor: Cursor,
        zone: ZoneInfo,
        keys: Keymap,
        signs: Signs = UNICODE,
        *,
        pressed: Callable[[], None] = lambda: None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`keys`: the user's own; `pressed` is called before a key does what it does."""
        super().__init__(id=id)
        self._keymap = keys
        self._actions = actions(effective(BOARD_KEYS, keys.changed))
        self._pressed = pressed
        self.cursor = cursor
        self.zone = zone
        self.signs = signs
        inks = Inks(self)
        self._columns = {column: CardColumn(signs, inks) for column in FOUR}
        self._headings = Headings(signs, inks)
        self._now: datetime | None = None
        self._moved: frozenset[str] = frozenset()
        self._marked: frozenset[str] = frozenset()
        self._heard: Mapping[str, str] = {}
        self._tops: dict[Column, int] = dict.fromkeys(FOUR, 0)
        self._last: Column = FOUR[0]
        """The column that the cursor was in last."""
        self._drawn = Size()
        """The room for which all is laid out."""
        self._shown: tuple[Column, ...] = ()
        self._edges: list[int] = []
        """Where the columns shown begin, and where the last one ends."""
        self._clicked = ""
        """The card that was clicked last, if that has not opened it."""

    def show(
        self,
        now: datetime,
        moved: frozenset[str],
        marked: frozenset[str],
        heard: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Draw what the cursor's columns hold at `now`: only what differs from what is on the screen.

        `heard`: what cards say, by their ids, of something heard that waits for the user.
        """
        self._now, self._moved, self._marked, self._heard = now, moved, marked, heard
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    # Keys

    async def on_key(self, event: events.Key) -> None:
        """Act on the key now, before the next one is looked at, and pass on what was typed ahead.

        The framework would act only after the key has gone all the way up; in a burst the letters behind
        the key that opens a field would be taken for commands.
        """
        if self.app.screen is not self.screen or self.screen.focused is not self:
            self.app.post_message(anew(event))
        elif event.key in self._actions:
            self._pressed()
            await self.app.run_action(self._actions[event.key], self)
            if self.app.screen is not self.screen:
                await takes_keys(self.app.screen)
        else:
            return
        event.stop()
        event.prevent_default()

    async def on_burst(self, event: Burst) -> None:
        """Take many keys at once where they are for a text that one of them opens, or only move about."""
        if self.app.screen is not self.screen or self.screen.focused is not self:
            self.app.post_message(anew(event))
            return
        taken = self._taken(event)
        for number, key in enumerate(event.one_by_one()):
            if number == taken:
                break
            await self.on_key(key)
        rest = event.rest(taken)
        if not rest.text:
            return
        if typed_ahead(self.app).is_opening or self.screen.focused is not self:
            self.app.post_message(rest)
        else:
            self.post_message(self.TooFast())

    def _taken(self, event: Burst) -> int:
        """How many of a burst's keys are taken as keys."""
        if not event.pasted:
            return len(event.text)
        for number, key in enumerate(event.one_by_one()):
            action = self._actions.get(by_place(key.key), "")
            if action in OPENING_TEXT:
                return number + 1
            if not action.startswith(MOVING):
                return 0
        return len(event.text)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None or self._now is None:
            return
        if at.y < self._headings.height:
            place = self._headings.place_at(at.x, at.y)
            if place is not None:
                self.post_message(self.ColumnPicked((FOUR if at.y == 0 else self._shown)[place]))
            return
        column = self._column_at(at)
        card_id = self._columns[column].card_at(at.y - self._headings.height) if column else None
        if card_id is not None:
            again = event.chain > 1 or card_id == self._clicked
            self._clicked = "" if again else card_id
            self.post_message(self.CardPicked(card_id, again))

    def _column_at(self, at: Offset) -> Column | None:
        """The column there; None among the titles."""
        if at.y < self._headings.height:
            return None
        return next(
            (column for column, end in zip(self._shown, self._edges[1:], strict=True) if at.x < end), None
        )

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._turn(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._turn(event, -1)

    def _turn(self, event: events.MouseEvent, by: int) -> None:
        """Another card at the top; the cursor goes along where its card would go out of sight."""
        at = event.get_content_offset(self)
        column = self._column_at(at) if at is not None else None
        if column is None:
            return
        count, fitting = len(self.cursor.columns[column]), slots(self._height)
        top = max(0, min(self._tops[column] + by, count - fitting))
        if top != self._tops[column]:
            self._tops[column] = top
            self.cursor.keep_within(column, top, top + fitting - 1)
            self.post_message(self.Turned())

    def focus_on_click(self) -> bool:
        """Whether a click gives it the focus: not while something is written, which letters are for then."""
        return not self.screen.has_class("-writing")

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row: of the titles, or of all columns side by side."""
        if self._now is None:
            return Strip.blank(self.content_size.width, self.rich_style)
        if self.content_size != self._drawn:
            # Its size is known before anybody is told of it: the first frame has cards.
            self._differing()
        titles = self._headings.height
        if y < titles:
            return Strip(self._headings.row(y), self._drawn.width)
        rows = (self._columns[column].row(y - titles) for column in self._shown)
        return Strip([segment for row in rows for segment in row], self._drawn.width)

    def _draw(self) -> None:
        if self._now is None or not self.content_size:
            return
        if regions := self._differing():
            self.refresh(*regions)

    def _differing(self) -> list[Region]:
        """Lay out what is to be seen; where it differs from what was drawn before."""
        before = self._drawn, self._shown
        self._lay_out()
        regions = []
        width, titles = self._drawn.width, self._height_of_titles
        if self._say_headings(titles):
            regions.append(Region(0, 0, width, titles))
        for place, column in enumerate(self._shown):
            left, right = self._edges[place : place + 2]
            rows = self._say_column(column, right - left)
            regions += [Region(left, titles + row.start, right - left, len(row)) for row in rows]
        return regions if (self._drawn, self._shown) == before else [Region(0, 0, *self._drawn)]

    def _lay_out(self) -> None:
        """Which columns are shown: as many as fit, the cursor's and those with something to do first."""
        self._drawn = self.content_size
        width = self._drawn.width
        count = 4 if width >= WIDE else 2 if width >= MIDDLE else 1
        if self.cursor.column in FOUR:
            self._last = self.cursor.column
        self._shown = in_view(self._last, count, [task.card.column for task in self.cursor.tasks])
        self._edges = edges(width, count)

    @property
    def _height_of_titles(self) -> int:
        return 2 if self._drawn.height > 6 else 1

    @property
    def _height(self) -> int:
        """Rows for cards."""
        return self._drawn.height - self._height_of_titles

    def _say_headings(self, height: int) -> bool:
        """The titles of the columns shown, or, where not all are, of all four as a strip of tabs."""
        shown = self._shown
        whole = len(shown) == 4
        titles = COLUMN_TITLES if whole else COLUMN_SHORT
        gap = "  " if whole else " "
        return self._headings.say(
            [
                Heading(f"{titles[column].upper()}{gap}{self._count(column)}", column == self.cursor.column)
                for column in (shown if whole else FOUR)
            ],
            [
                Heading("" if whole else COLUMN_TITLES[column], column == self.cursor.column)
                for column in shown
            ],
            self._drawn.width,
            height,
        )

    def _count(self, column: Column) -> str:
        """`3`, or under a filter `1 of 3`; more tightly where there is little room."""
        shown, whole = self.cursor.counted(column)
        if whole is None:
            return str(shown)
        return f"{shown} of {whole}" if self._drawn.width >= MIDDLE else f"{shown}/{whole}"

    def _say_column(self, column: Column, width: int) -> Sequence[range]:
        """Have the column hold what it is to show; the rows that differ."""
        cells, more = self._cells_of(column, room(width))
        drawer = self._columns[column]
        return [*drawer.say(cells, more, width, self._height, active=self.has_focus)]

    def _cells_of(self, column: Column, width: int) -> tuple[list[Cell], str]:
        """What the column shows from its top, and what its last row says of the rest."""
        cards = self.cursor.columns[column]
        older = self._older(column)
        if not cards:
            said = (CardLine(older, "dim"),) if older else self._teaching(column, width)
            return [Cell(said)], ""
        fitting = slots(self._height)
        top = self._scrolled(column, len(cards), fitting)
        current = self.cursor.row if column == self.cursor.column else -1
        cells = [
            self._cell(card, top + slot == current, width)
            for slot, card in enumerate(cards[top : top + fitting])
        ]
        left = len(cards) - top - fitting
        more = self._more(top, left)
        if older and left <= 0 and not more and len(cells) * PITCH < self._height:
            cells.append(Cell((CardLine(older, "dim"),)))
        elif older and left <= 0:
            more = f"{more}, {older.removeprefix('+ ')}" if more else older
        return cells, more

    def _older(self, column: Column) -> str:
        """What the column says of the cards that closed long ago; blank where there are none."""
        count = self.cursor.older if column == "closed" else 0
        return older_words(count, self._keymap, shown=self.cursor.unfolded) if count else ""

    def _cell(self, card: Card, current: bool, width: int) -> Cell:
        assert self._now is not None
        said = tuple(card_lines(card, self._now, self.zone, self._keymap, self.signs, width))
        if card.id in self._heard:
            said = with_heard(said, self._heard[card.id], self._keymap, width)
        return Cell(said, card.id, current, card.id in self._marked, card.id in self._moved)

    def _more(self, above: int, below: int) -> str:
        words = [f"{above} above"] if above else []
        words += [f"{below} more below"] if below > 0 else []
        return f"{self.signs.more} {', '.join(words)}" if words else ""

    def _scrolled(self, column: Column, count: int, fitting: int) -> int:
        """The first card shown: moved no more than it takes to have the cursor's card in view."""
        row = self.cursor.row_in(column)
        top = max(0, min(self._tops[column], count - fitting, row))
        top = max(top, row - fitting + 1)
        self._tops[column] = top
        return top

    def _teaching(self, column: Column, width: int) -> tuple[CardLine, ...]:
        empty = empty_column(column, self._keymap)
        words = "nothing here passes the filter" if self.cursor.filter else empty
        return tuple(CardLine(text, "dim") for text in wrapped(words, width)[:HEIGHT])
