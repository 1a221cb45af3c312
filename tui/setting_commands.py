"""The settings in the palette: each is found by its name, and opened to be changed."""

from __future__ import annotations

from functools import partial
from typing import Protocol, cast

from textual.command import Hit, Hits, Provider

from tui.screens.board import BoardScreen
from tui.words.settings_page import TITLES, value_words


class WithBoard(Protocol):
    """The app, as far as it is needed here."""

    board_screen: BoardScreen


class SettingCommands(Provider):
    """Only what is looked for: all of them would be a second list behind that of the keys."""

    async def search(self, query: str) -> Hits:
        """The settings whose names fit the words typed."""
        board = cast("WithBoard", self.app).board_screen
        matcher, settings = self.matcher(query), board.state.settings
        for name, title in TITLES.items():
            words = f"Settings: {title}"
            if (score := matcher.match(words)) > 0:
                change = partial(board.pages.change_setting, name)
                yield Hit(score, matcher.highlight(words), change, help=value_words(settings, name))
