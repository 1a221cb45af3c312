"""The app: it holds the board's screen, the key table and the terminal's title and bell."""

from __future__ import annotations

import os
from datetime import datetime
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from store.desk import Desk
from store.settings import Settings
from tui.attention import quiet_now
from tui.driver import QuietDriver
from tui.screens.board import BoardScreen
from tui.screens.view import BoardView


class Ringback(App[None]):
    """The full-screen board."""

    TITLE = "ringback"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "leave", "leave", show=False, id="app.leave")]

    def __init__(
        self, desk: Desk, settings: Settings, *, at: datetime | None = None, demo: bool = False
    ) -> None:
        super().__init__(driver_class=QuietDriver)
        self.desk = desk
        self.settings = settings
        self.board_screen = BoardScreen(desk, settings, at=at, demo=demo)
        self._count: int | None = None
        self._in_front: bool | None = None
        if settings.theme:
            self.theme = settings.theme
        if settings.keys:
            self.set_keymap(settings.keys)
        if "SSH_CONNECTION" in os.environ:
            self.animation_level = "none"

    def get_default_screen(self) -> BoardScreen:
        """The board is the first screen: its first frame is complete."""
        return self.board_screen

    def action_leave(self) -> None:
        """Leave; everything is saved as it is."""
        self.exit(return_code=0)

    # The terminal's title and bell

    def on_app_focus(self) -> None:
        self._in_front = True

    def on_app_blur(self) -> None:
        self._in_front = False

    def on_board_view_counted(self, message: BoardView.Counted) -> None:
        if message.count != self._count:
            self._count = message.count
            if isinstance(self._driver, QuietDriver):
                self._driver.set_title(f"({message.count}) ringback" if message.count else "ringback")

    def on_board_view_rang(self, message: BoardView.Rang) -> None:
        quiet = quiet_now(self.settings.quiet, self.desk.clock.now(), self.desk.zone)
        if not self._in_front and not quiet and isinstance(self._driver, QuietDriver):
            self._driver.bell()
        self.board_screen.say("; ".join(news.words for news in message.news))
