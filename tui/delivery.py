"""What is typed and clicked is handed on in turn, to who is to have it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.screen import Screen
from textual.widget import Widget

from tui.key_names import by_place
from tui.screens.board import BoardScreen
from tui.terminal.burst import REFUSED, Burst
from tui.typed_ahead import HELD, Given, Handled, anew, typed_ahead

SHOWN = 0.05
"""Seconds in which there may be a frame while keys pile up, after `HELD` in which there is none."""


class Delivery:
    """Has the framework handle one key, paste or click after the other."""

    def __init__(
        self,
        app: App[Any],
        board: Callable[[], BoardScreen],
        own_keys: frozenset[str],
        handle: Callable[[events.Event], Awaitable[None]],
    ) -> None:
        """`board` is the one on the screen, `own_keys` are the user's; the framework is to `handle` each."""
        self._app = app
        self._board = board
        self._own_keys = own_keys
        self._handle = handle
        self._ahead = typed_ahead(app)
        self._ahead.go_on = partial(app.call_later, self.go_on)
        self._meant_for: WeakKeyDictionary[events.Event, tuple[Screen[Any], Widget | None]]
        self._meant_for = WeakKeyDictionary()
        self._shown_again = 0.0
        """From when on frames are drawn, on the monotonic clock."""

    async def came(self, event: Given) -> None:
        """It was typed or clicked; many keys at once wait for their turn like one."""
        self._ahead.came(event)
        await self.go_on()

    def handled(self, message: Handled) -> None:
        """What was delivered last has been acted on."""
        self._ahead.handled(message, self._board())

    def gone(self, screen: Screen[Any]) -> None:
        """A page that goes has acted on the key that is with it."""
        self._ahead.gone(screen, self._board())

    async def go_on(self) -> None:
        """Hand on what waits, as long as nothing is under way."""
        while (event := self._ahead.next()) is not None:
            if self._ahead.piles_up:
                self._show_less()
            to = self._app.focused or self._app.screen
            if isinstance(event, events.MouseDown | events.MouseUp):
                to = self._under(event) or to
                await self._handle(event)
            elif isinstance(event, Burst):
                await self._burst(event)
            else:
                self._meant_for[event] = self._where
                if isinstance(event, events.Key) and event.key not in self._own_keys:
                    # A letter of another alphabet is the key in its place; what it writes stays what it is.
                    event.key = by_place(event.key)
                await self._handle(event)
            self._ahead.delivered(event, to)

    def _show_less(self) -> None:
        """Draw a few frames a second, and have the time for the keys."""
        now = time.monotonic()
        if now > self._shown_again + SHOWN:
            self._shown_again = now + HELD
            self._app.delay_update(HELD)

    def not_taken(self, event: events.Key) -> None:
        """A key that nobody took, and before which somebody else has got the focus, is for them."""
        if self._meant_for.get(event, self._where) != self._where:
            event.prevent_default()
            self._app.post_message(anew(event))

    @property
    def _where(self) -> tuple[Screen[Any], Widget | None]:
        return self._app.screen, self._app.focused

    def _under(self, event: events.MouseDown | events.MouseUp) -> Widget | None:
        """What the mouse is on, and what a click goes to."""
        if self._app.mouse_captured is not None:
            return self._app.mouse_captured
        try:
            return self._app.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return None

    async def _burst(self, event: Burst) -> None:
        """Many keys at once: for the text that has the focus, and elsewhere only where they may be keys."""
        focused = self._app.focused
        if focused is not None and hasattr(focused, "on_burst"):
            focused.post_message(event.rest(0))
        elif hasattr(focused, "insert_text_at_cursor"):  # a field of the framework's own: the palette's
            await self._handle(events.Paste(event.text.replace("\r", " ")))
        elif not event.pasted:
            for key in event.one_by_one():
                key.time = event.time
                self._ahead.came(key)
        elif self._app.screen is self._board():
            self._board().refused()
        else:
            self._app.notify(REFUSED, markup=False)
