"""What calls for the user beside the board: the terminal's title, bell and notices, a program of theirs."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from functools import partial

from textual.app import App

from store.rules.announcing import Announcement
from tui import background
from tui.screens.board import BoardScreen
from tui.terminal.driver import driver_of
from tui.terminal.notices import notice
from tui.words.announcing import announced, together


class Attention:
    """Calls where the board is not in front, as the settings of the user's own board say."""

    def __init__(self, app: App[None], own_board: BoardScreen, program: Sequence[str]) -> None:
        """`program` is given a title and a text when something becomes due; none where it is empty."""
        self.program = program
        self.in_front: bool | None = None
        """Whether the terminal's window has the keys; None where it has not said."""
        self._app = app
        self._own_board = own_board
        self._count: int | None = None

    def counted(self, count: int) -> None:
        """Say in the title how many things are to be done."""
        if count == self._count:
            return
        self._count = count
        driver = driver_of(self._app)
        if driver is not None:
            driver.set_title(f"({count}) ringback" if count else "ringback")

    def rang(self, news: Sequence[Announcement]) -> None:
        """Something has become due."""
        if self.in_front:
            return
        state = self._own_board.state
        now, remind = state.service.clock.now(), state.settings.remind
        texts = together([announced(one, now, neutral=remind.neutral) for one in news])
        driver = driver_of(self._app)
        if driver is not None:
            driver.bell()
            for text in texts if remind.osc else ():
                driver.write(notice(remind.osc, text, os.environ))
        if self.program:
            background.begin(self._own_board, partial(self._give_notice, texts), group="notices")

    async def _give_notice(self, texts: Sequence[str]) -> None:
        from tui.handover.notices import NotNotified, give_notice

        try:
            await asyncio.to_thread(give_notice, self.program, texts, os.environ)
        except NotNotified as why:
            self._own_board.state.say(str(why), "warn")
