"""What the board tells beyond its screen while it is open: what becomes due, and the calendar folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from textual.screen import Screen

from store.files.errors import StorageError
from store.rules.announcing import Announcement, DueMark
from store.rules.board import Board
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.steps import Steps


class Telling:
    """Has what becomes due announced, once whatever other boards and commands there are."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps,
        announce: Callable[[Sequence[Announcement]], object],
    ) -> None:  # fmt: skip
        """`announce` is given what nobody else announces."""
        self._screen = screen
        self._state = state
        self._steps = steps
        self._service = state.service
        self._announce = announce
        self._settled: frozenset[DueMark] = frozenset()
        """What has been announced, here or elsewhere, as far as it is known here."""
        self._begun = False
        self._feed_until: datetime | None = None
        """When the calendar folder is to be written next if nothing is changed before."""

    def start(self) -> None:
        """What is due when the board opens is before the user's eyes, and no news."""
        now = self._state.board if self._state.at is None else self._service.board()
        self._take_soon(now, silent=True)
        self._renew_feed()

    def look(self) -> None:
        """Announce what has become due by the board's instant, and bring the calendar folder up to date."""
        if self._state.at is not None:
            return
        due = self._service.announcer.due(self._state.board)
        if not self._begun or not self._settled.issuperset(one.mark for one in due):
            self._take_soon(self._state.board)
        if self._feed_until is not None and self._state.board.at >= self._feed_until:
            self._renew_feed()

    def _take_soon(self, board: Board, *, silent: bool = False) -> None:
        background.begin(self._screen, partial(self._take, board, silent=silent), group="announce")

    async def _take(self, board: Board, *, silent: bool) -> None:
        announcer = self._service.announcer
        due = announcer.due(board)
        try:
            news = await self._steps.run(lambda: announcer.take(board))
            self._begun = announcer.begun
        except StorageError:
            # What cannot be shared with others is remembered here alone.
            news = [one for one in due if one.mark not in self._settled]
            self._begun = True
        self._settled |= {one.mark for one in due}
        if news and not silent:
            self._announce(news)

    def _renew_feed(self) -> None:
        feed = self._service.feed
        if feed is None:
            return
        self._feed_until = self._service.board().next_change

        async def renew() -> None:
            if trouble := await self._steps.run(lambda: feed.renew(self._service)):
                self._state.say(trouble, "warn")

        background.begin(self._screen, renew, group="feed")
