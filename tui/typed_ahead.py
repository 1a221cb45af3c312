"""What is typed goes where it is meant to go: in turn, and into what is being opened."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from tui import background
from tui.terminal.burst import Burst
from tui.terminal.mounting import mounted

Pointed: TypeAlias = events.MouseDown | events.MouseUp
Typed: TypeAlias = events.Key | events.Paste | Burst
Given: TypeAlias = Typed | Pointed
"""What a user gives by keyboard and mouse: each waits until what came before has done what it does."""
LONGEST = 5.0
"""Seconds that keys wait at most: whatever has gone wrong, the keyboard is the user's again."""
LOOK_AGAIN = 0.1
"""Seconds after which it is looked again whether what keys wait for is still there."""
MANY = 100
"""Keys waiting at once from which on nobody looks at each."""
HELD = 0.2
"""Seconds in which nothing is drawn while so many wait, before something is again."""


class Opening:
    """The time from a key that opens something until that can take keys, as a context or by `end`."""

    def __init__(self, ended: Callable[[Opening], None]) -> None:
        self._ended = ended

    def end(self) -> None:
        """It stands open, or will not; again this says nothing new."""
        self._ended(self)

    def __enter__(self) -> None:
        """Lasts as long as the context."""

    def __exit__(self, *_: object) -> None:
        self.end()


class Handled(Message):
    """Goes the way of a key, right behind it: where it arrives, the key has done all that it does."""

    def __init__(self, typed: Given, *, last: bool = False) -> None:
        super().__init__()
        self.typed = typed
        self.last = last
        """Whether it has gone over the board, too, which does what other pages ask it for."""


class TypedAhead:
    """Has what is typed delivered one by one, and nothing while something is being opened.

    A key may give the focus away. The framework hands the next one to who had it, if that comes at once; so
    the next one is not delivered before the one under way has done all that it does.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._opening: Opening | None = None
        self._waiting: deque[Given] = deque()
        self._under_way: tuple[Given, Widget, Screen[Any]] | None = None
        self._looks = False
        """Whether a look at what is under way is already due."""
        self.go_on: Callable[[], object] = lambda: None
        """Called when something that waits may be delivered."""
        self._last = 0.0
        """When the last of it was typed, in monotonic seconds."""

    def begin(self) -> Opening:
        """Deliver nothing from now on, until this has ended; of several the one begun last counts."""
        opening = self._opening = Opening(self._end)
        self._app.set_timer(LONGEST, opening.end)
        return opening

    @property
    def is_opening(self) -> bool:
        """Whether something is being opened, and what is typed waits for it."""
        return self._opening is not None

    @property
    def waits(self) -> bool:
        """Whether anything that was typed is not delivered yet, or not yet acted on."""
        return bool(self._waiting) or self._under_way is not None or self.is_opening

    @property
    def quiet(self) -> float:
        """For how many seconds nothing has been typed; none while something of it is not yet acted on."""
        return 0.0 if self.waits else monotonic() - self._last

    @property
    def piles_up(self) -> bool:
        """Whether so much waits that nobody needs to see what each of it does."""
        return len(self._waiting) > MANY

    def came(self, event: Given) -> None:
        """It was typed: it waits for its turn. By the time it was typed, as some come back from a field."""
        self._last = max(self._last, event.time)
        if self._waiting and event.time < self._waiting[-1].time:
            self._waiting.insert(bisect_right(self._waiting, event.time, key=lambda one: one.time), event)
        else:
            self._waiting.append(event)

    def next(self) -> Given | None:
        """What is to be delivered now; None where nothing waits, or may be delivered yet."""
        if self._opening is not None or self._under_way is not None or not self._waiting:
            return None
        return self._waiting.popleft()

    def delivered(self, event: Given, to: Widget) -> None:
        """It was given to this widget; what comes behind it waits until it has done what it does."""
        self._under_way = event, to, to.screen
        if to.post_message(Handled(event).set_sender(to)):
            self._look_later()
        else:
            self._done(event)

    def handled(self, message: Handled, board: Widget) -> None:
        """That has come back from where it was delivered, or from the board."""
        if self._under_way is None or self._under_way[0] is not message.typed:
            return
        # What was delivered on the board has come over it already.
        last = message.last or self._under_way[2] is board
        if last or not board.post_message(Handled(message.typed, last=True).set_sender(board)):
            self._done(message.typed)

    def gone(self, screen: Screen[Any], board: Widget) -> None:
        """That screen has been taken off; what it has asked the board for comes before the next key."""
        if self._under_way is not None and self._under_way[2] is screen:
            self.handled(Handled(self._under_way[0]), board)

    def _look_later(self) -> None:
        if not self._looks:
            self._looks = True
            self._app.set_timer(LOOK_AGAIN, self._look_again)

    def _look_again(self) -> None:
        """Who is taken off the screen while a key is with it may give nothing back."""
        self._looks = False
        if self._under_way is None:
            return
        event, widget, _ = self._under_way
        if widget.is_attached and widget.is_running:
            self._look_later()
        else:
            self._done(event)

    def _done(self, event: Given) -> None:
        if self._under_way is not None and self._under_way[0] is event:
            self._under_way = None
            self.go_on()

    def forget(self) -> None:
        """Something else is shown than what was asked for: what was typed for that answers nothing."""
        self._waiting.clear()

    def end_with(self, screen: Screen[Any], opening: Opening) -> None:
        """Have it end as soon as this screen, which is about to be shown, takes keys."""

        async def wait() -> None:
            with opening:
                await takes_keys(screen)

        background.begin(self._app, wait, group="typed-ahead")

    def _end(self, opening: Opening) -> None:
        if self._opening is opening:
            self._opening = None
            self.go_on()


_ahead: WeakKeyDictionary[App[Any], TypedAhead] = WeakKeyDictionary()


def typed_ahead(app: App[Any]) -> TypedAhead:
    """What is typed ahead in this app."""
    if app not in _ahead:
        _ahead[app] = TypedAhead(app)
    return _ahead[app]


def anew(event: Typed) -> Typed:
    """The same once more, for who has the focus then: the framework delivers an event only once."""
    again: Typed
    if isinstance(event, events.Key):
        again = events.Key(event.key, event.character)
    elif isinstance(event, events.Paste):
        again = events.Paste(event.text)
    else:
        again = event.rest(0)
    again.time = event.time
    return again


async def takes_keys(screen: Screen[Any]) -> None:
    """Wait until a screen takes keys: one that comes before its field has the focus would be lost."""
    ready = asyncio.Event()
    while not ready.is_set() and screen.is_running and screen.is_current:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_AGAIN):
                await mounted(screen)
                # Behind what gives the first field the focus, and then behind what that does about it.
                screen.app.call_later(lambda: (screen.focused or screen).call_later(ready.set))
                await ready.wait()
