"""What is typed while something is being opened is for that, and not for what is still in front of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.screen import Screen

from tui import background
from tui.terminal.burst import Burst
from tui.terminal.mounting import mounted

Typed: TypeAlias = events.Key | events.Paste | Burst
LONGEST = 5.0
"""Seconds that keys wait at most: whatever has gone wrong, the keyboard is the user's again."""
LOOK_AGAIN = 1.0
"""Seconds after which it is looked again whether a screen that keys wait for is still there."""


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


class TypedAhead:
    """Keeps what is typed from the moment a key opens something until that can take it."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._opening: Opening | None = None
        self._kept: list[Typed] = []

    def begin(self) -> Opening:
        """Keep what is typed from now on, until this has ended; of several the one begun last counts."""
        opening = self._opening = Opening(self._end)
        self._app.set_timer(LONGEST, opening.end)
        return opening

    @property
    def is_opening(self) -> bool:
        """Whether what is typed now is kept."""
        return self._opening is not None

    def take(self, event: Typed) -> bool:
        """Keep it where something is being opened; False where it is for who has the focus."""
        if self._opening is None:
            return False
        self._kept.append(event)
        return True

    def forget(self) -> None:
        """Something else is shown than what was asked for: what was typed for that answers nothing."""
        self._kept.clear()

    def end_with(self, screen: Screen[Any], opening: Opening) -> None:
        """Have it end as soon as this screen, which is about to be shown, takes keys."""

        async def wait() -> None:
            with opening:
                await takes_keys(screen)

        background.begin(self._app, wait, group="typed-ahead")

    def _end(self, opening: Opening) -> None:
        if self._opening is not opening:
            return
        self._opening = None
        # Some were taken from the app, some from a field that had them already: by the time they were typed.
        kept, self._kept = sorted(self._kept, key=lambda event: event.time), []
        for event in kept:
            self._app.post_message(anew(event))


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
