"""The four columns under their titles, or as many as fit under a strip of tabs; the cursor moves inside."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import accumulate
from types import MappingProxyType
from typing import ClassVar, NamedTuple
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.rules.board import Card
from store.rules.standing import Column
from store.rules.words import COLUMN_SHORT, COLUMN_TITLES
from tui import tones
from tui.bindings import bindings
from tui.key_names import by_place
from tui.keys import BOARD_KEYS, Keymap, actions, effective
from tui.signs import UNICODE, Signs
from tui.terminal.burst import Burst
from tui.typed_ahead import anew, takes_keys, typed_ahead
from tui.widgets.card_column import PITCH, CardColumn, Cell, room, slots
from tui.widgets.cursor import FOUR, Cursor, in_view
from tui.words.card_line import CardLine
from tui.words.cards import HEIGHT, card_lines, empty_column, older_words, with_heard
from tui.words.lines import MARGIN, cut, fit, wrapped

OPENING_TEXT = ("screen.do('draft')", "screen.filter")
"""Actions behind which what is typed ahead is text."""
MOVING = ("screen.go(", "screen.cycle(", "screen.column(", "screen.edge(")
WIDE, MIDDLE = 96, 56
"""Cells from which four columns, or two, stand side by side."""
_TONES = {"title": "other_title", "current": "title", "rule": "rule", "bar": "bar"}


class Heading(NamedTuple):
    """A title with its count, and whether the cursor is in that column."""

    text: str
    current: bool


class Headings(Widget):
    """Titles spread evenly over the width; drawn again only when they change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tones.classes("headings--", _TONES)
    DEFAULT_CSS = f"""
    Headings {{ height: 2; width: 100%; }}
    {tones.rules("Headings > .headings--", _TONES)}
    """

    class Picked(Message):
        """A title (`y` is 0) or a rule was clicked: the place of it among these."""

        def __init__(self, place: int, y: int) -> None:
            super().__init__()
            self.place = place
            self.y = y

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self._titles: tuple[Heading, ...] = ()
        self._rules: tuple[Heading, ...] = ()

    def say(self, titles: Sequence[Heading], rules: Sequence[Heading]) -> None:
        """Titles, and below them a rule for each column shown, with its text; thick for the cursor's."""
        new = (tuple(titles), tuple(rules))
        if new != (self._titles, self._rules):
            self._titles, self._rules = new
            self.refresh()

    @property
    def text(self) -> str:
        """The titles in a row."""
        return " ".join(title.text for title in self._titles)

    def render_line(self, y: int) -> Strip:
        """The titles, or the rule."""
        width = self.size.width
        if self._has_tabs(y):
            return Strip(self._tabs(width), width)
        parts, edges = self._titles if y == 0 else self._rules, self._edges(y)
        segments = []
        for place, part in enumerate(parts):
            room = edges[place + 1] - edges[place]
            segments += self._title(part, room) if y == 0 else self._rule(part, room)
        return Strip(segments or [Segment(" " * width, self.rich_style)], width)

    def _tabs(self, width: int) -> list[Segment]:
        """All titles behind one another; where they do not fit, that of the cursor's column alone."""
        segments = [Segment(text, self._ink(title.current)) for title, text in self._tab_texts()]
        left = width - sum(cell_len(one.text) for one in segments)
        return [*segments, Segment(" " * max(0, left), self.rich_style)]

    def _tab_texts(self) -> list[tuple[Heading, str]]:
        titles = self._titles
        if sum(MARGIN + cell_len(title.text) for title in titles) > self.size.width:
            titles = tuple(title for title in titles if title.current) or titles[:1]
        return [
            (title, f"{self._signs.pointer if title.current else '':<{MARGIN}}{title.text}")
            for title in titles
        ]

    def _edges(self, y: int) -> list[int]:
        """Where the parts of a line begin, and where the last one ends."""
        parts = self._titles if y == 0 else self._rules
        if self._has_tabs(y):
            return [0, *accumulate(cell_len(text) for _, text in self._tab_texts())]
        return [round(self.size.width * place / max(1, len(parts))) for place in range(len(parts) + 1)]

    def on_click(self, event: events.Click) -> None:
        place = bisect(self._edges(event.y), event.x) - 1
        if self._has_tabs(event.y):
            texts = self._tab_texts()
            if place >= len(texts):
                return
            place = self._titles.index(texts[place][0])
        self.post_message(self.Picked(place, event.y))

    def _has_tabs(self, y: int) -> bool:
        """Whether that line has all titles behind one another, as fewer columns are shown."""
        return y == 0 and len(self._titles) != len(self._rules)

    def _title(self, title: Heading, room: int) -> list[Segment]:
        """It begins where the texts below it begin."""
        sign = self._signs.pointer if title.current and not self._underlined else ""
        return [Segment(fit(f"{sign:<{MARGIN}}{title.text}", room), self._ink(title.current))]

    @property
    def _underlined(self) -> bool:
        """Whether a line below the title shows where the cursor is."""
        return self.size.height > 1 and not any(rule.text for rule in self._rules)

    def _rule(self, rule: Heading, room: int) -> list[Segment]:
        """Below the cursor's column; beside the title of one that has none above."""
        style = self.get_component_rich_style(f"headings--{'bar' if rule.current else 'rule'}")
        if not rule.text:
            line = self._signs.thick_rule if rule.current else " "
            return [Segment(fit(line * max(0, room - 1), room), style)]
        words = cut(f"{rule.text} ", max(0, room - MARGIN - 1))
        line = self._signs.thick_rule if rule.current else self._signs.rule
        return [
            Segment(" " * MARGIN, style),
            Segment(words, self._ink(rule.current)),
            Segment(line * max(0, room - MARGIN - 1 - cell_len(words)), style),
            Segment(" ", style),
        ]

    def _ink(self, current: bool) -> Style:
        return self.get_component_rich_style(f"headings--{'current' if current else 'title'}")


class Columns(Vertical, can_focus=True):
    """Draws the board and knows which cards are in view; the screen moves the cursor."""

    DEFAULT_CSS = """
    Columns { height: 1fr; width: 1fr; }
    Columns > Horizontal { height: 1fr; width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BOARD_KEYS)]

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
        self._columns = {column: CardColumn(signs) for column in FOUR}
        self._headings = Headings(signs)
        self._now: datetime | None = None
        self._moved: frozenset[str] = frozenset()
        self._marked: frozenset[str] = frozenset()
        self._heard: Mapping[str, str] = {}
        self._tops: dict[Column, int] = dict.fromkeys(FOUR, 0)
        self._last: Column = FOUR[0]
        """The column that the cursor was in last."""
        self._laid_out: tuple[Size, tuple[Column, ...]] | None = None
        # Their own sizes lag behind: a column that has just come into view has none yet.
        self._widths: dict[Column, int] = dict.fromkeys(FOUR, 0)
        self._height = 0

    def compose(self) -> ComposeResult:
        yield self._headings
        with Horizontal():
            yield from self._columns.values()

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

    def on_headings_picked(self, event: Headings.Picked) -> None:
        shown = self._laid_out[1] if self._laid_out is not None else FOUR
        columns = FOUR if event.y == 0 else shown
        if event.place < len(columns):
            self.post_message(self.ColumnPicked(columns[event.place]))

    def on_card_column_turned(self, event: CardColumn.Turned) -> None:
        """Another card at the top; the cursor goes along where its card would go out of sight."""
        column = next(column for column, widget in self._columns.items() if widget is event.control)
        count, fitting = len(self.cursor.columns[column]), slots(self._height)
        top = max(0, min(self._tops[column] + event.by, count - fitting))
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

    def _draw(self) -> None:
        if self._now is None or not self.size:
            return
        shown = self._lay_out()
        self._draw_headings(shown)
        for column in shown:
            self._draw_column(column)

    def _lay_out(self) -> tuple[Column, ...]:
        """Which columns are shown: as many as fit, the cursor's and those with something to do first."""
        width, height = self.size
        count = 4 if width >= WIDE else 2 if width >= MIDDLE else 1
        if self.cursor.column in FOUR:
            self._last = self.cursor.column
        shown = in_view(self._last, count, [task.card.column for task in self.cursor.tasks])
        if self._laid_out != (self.size, shown):
            self._laid_out = (self.size, shown)
            edges = [round(width * place / count) for place in range(count + 1)]
            for column, widget in self._columns.items():
                widget.display = column in shown
            for place, column in enumerate(shown):
                self._widths[column] = edges[place + 1] - edges[place]
                self._columns[column].styles.width = self._widths[column]
            titles = 2 if height > 6 else 1
            self._headings.styles.height = titles
            self._height = height - titles
        return shown

    def _draw_headings(self, shown: tuple[Column, ...]) -> None:
        """The titles of the columns shown, or, where not all are, of all four as a strip of tabs."""
        whole = len(shown) == 4
        titles = COLUMN_TITLES if whole else COLUMN_SHORT
        gap = "  " if whole else " "
        self._headings.say(
            [
                Heading(f"{titles[column].upper()}{gap}{self._count(column)}", column == self.cursor.column)
                for column in (shown if whole else FOUR)
            ],
            [
                Heading("" if whole else COLUMN_TITLES[column], column == self.cursor.column)
                for column in shown
            ],
        )

    def _count(self, column: Column) -> str:
        """`3`, or under a filter `1 of 3`; more tightly where there is little room."""
        shown, whole = self.cursor.counted(column)
        if whole is None:
            return str(shown)
        return f"{shown} of {whole}" if self.size.width >= MIDDLE else f"{shown}/{whole}"

    def _draw_column(self, column: Column) -> None:
        widget = self._columns[column]
        cards = self.cursor.columns[column]
        older = self._older(column)
        if not cards:
            said = (CardLine(older, "dim"),) if older else self._teaching(column)
            widget.draw([Cell(said)], "", active=self.has_focus)
            return
        fitting, width = slots(self._height), room(self._widths[column])
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
        widget.draw(cells, more, active=self.has_focus)

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

    def _teaching(self, column: Column) -> tuple[CardLine, ...]:
        empty = empty_column(column, self._keymap)
        words = "nothing here passes the filter" if self.cursor.filter else empty
        return tuple(CardLine(text, "dim") for text in wrapped(words, room(self._widths[column]))[:HEIGHT])
