"""What follows a change of the settings while the board is open: times, rules, folders, colours."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.message import Message
from textual.screen import Screen

from store import spans
from store.clock import local_zone
from store.machine_zone import machine_zone
from store.settings import Settings
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.hearing import Hearing
from tui.screens.steps import Steps


class SettingsInEffect:
    """Has everything that belongs to one board follow the settings; the app is told by a message."""

    class Changed(Message):
        """Other settings hold from now on."""

        def __init__(self, settings: Settings) -> None:
            super().__init__()
            self.settings = settings

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps, hearing: Hearing, *, feeds: bool
    ) -> None:
        """`feeds`: whether the board's deadlines are written anywhere; those of a sample are not."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._hearing = hearing
        self._feeds = feeds

    def follow(self, settings: Settings) -> None:
        """Have these in effect."""
        state, before = self._state, self._state.settings
        state.settings = settings
        spans.use_clock(settings.clock)
        self._service.policy = settings.policy
        if settings.zone != before.zone:
            self._service.zone, _ = local_zone(settings.zone or None)
            self._service.zone_now = (lambda: None) if settings.zone else machine_zone
        self._hearing.follow_settings()
        if self._feeds and (settings.feed, settings.watch) != (before.feed, before.watch):
            self._feed(settings)
        self._screen.post_message(self.Changed(settings))
        shown = ("policy", "zone", "clock")
        if any(getattr(settings, one) != getattr(before, one) for one in shown):
            state.refresh(by_user=True)

    def _feed(self, settings: Settings) -> None:
        from store.feed import feed_of

        self._service.feed = feed = feed_of(settings)
        if feed is not None:
            background.begin(self._screen, partial(self._renew, feed), group="feed")

    async def _renew(self, feed: Any) -> None:
        if trouble := await self._steps.run(partial(feed.renew, self._service)):
            self._state.say(trouble, "warn")
