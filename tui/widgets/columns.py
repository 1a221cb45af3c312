"""The four columns under their titles, or as many as fit under a strip of tabs; the cursor moves inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.rules.standing import Column
from tui.bindings import bindings
from tui.key_names import by_place
from tui.keymap import Keymap, actions, effective
from tui.keys import BOARD_KEYS
from tui.picture.board_picture import Picture, Seen
from tui.picture.cursor import Cursor
from tui.signs import UNICODE, Signs
from tui.terminal.burst import Burst
from tui.typed_ahead import anew, takes_keys, typed_ahead
from tui.widgets.inks import WidgetLooks, segments

OPENING_TEXT = ("screen.do('draft')", "screen.filter")
"""Actions behind which what is typed ahead is text."""
MOVING = ("screen.go(", "screen.cycle(", "screen.column(", "screen.edge(")


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
        self._actions = actions(effective(BOARD_KEYS, keys.changed))
        self._pressed = pressed
        self.cursor = cursor
        self.zone = zone
        self.signs = signs
        self._picture = Picture(cursor, keys, signs, WidgetLooks(self))
        self._seen: Seen | None = None
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
        self._seen = Seen(now, self.zone, moved, marked, heard)
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
        if at is None or self._seen is None:
            return
        if (column := self._picture.heading_at(*at)) is not None:
            self.post_message(self.ColumnPicked(column))
        elif (card_id := self._picture.card_at(*at)) is not None:
            again = event.chain > 1 or card_id == self._clicked
            self._clicked = "" if again else card_id
            self.post_message(self.CardPicked(card_id, again))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._turn(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._turn(event, -1)

    def _turn(self, event: events.MouseEvent, by: int) -> None:
        at = event.get_content_offset(self)
        column = self._picture.column_at(*at) if at is not None else None
        if column is not None and self._picture.turn(column, by):
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
        """One row of the picture."""
        size = self.content_size
        if self._seen is None:
            return Strip.blank(size.width, self.rich_style)
        if size != self._picture.size:
            # Its size is known before anybody is told of it: the first frame has cards.
            self._picture.show(self._seen, size, active=self.has_focus)
        return Strip(segments(self._picture.row(y)), size.width)

    def _draw(self) -> None:
        if self._seen is None or not self.content_size:
            return
        if areas := self._picture.show(self._seen, self.content_size, active=self.has_focus):
            self.refresh(*(Region(*area) for area in areas))
