"""A look at the sample from one's own board, and back: nothing of it is kept."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui import background
from tui.screens.board import BoardScreen
from tui.screens.board_state import BoardState
from tui.typed_ahead import typed_ahead

if TYPE_CHECKING:
    from store.throw_away import ThrowAway
    from templates.library import Library
    from tui.app import Ringback


class DemoVisit:
    """Puts a board of the sample over the user's own."""

    def __init__(self, app: Ringback, library: Callable[[], Library]) -> None:
        """`library` gives the templates, when the first text is written."""
        self._app = app
        self._library = library
        self._sample: ThrowAway | None = None

    @property
    def under_way(self) -> bool:
        """Whether it is the sample that is on the screen."""
        return self._sample is not None

    async def begin(self) -> None:
        """Show the sample."""
        # Imported on use: hardly anybody looks twice.
        from store.demo import sample_settings
        from store.throw_away import ThrowAway

        app, own = self._app, self._app.own_board
        opening = typed_ahead(app).begin()
        service = own.service
        self._sample = await to_thread(ThrowAway, service.clock, service.policy, service.zone)
        settings = sample_settings(own.state.settings)
        state = BoardState(self._sample.service, settings, ascii_only=own.state.ascii_only)
        board = BoardScreen(state, self._library, demo=True, visit=True)
        app.board_screen = board
        typed_ahead(app).end_with(board, opening)
        await app.push_screen(board)

    def end(self) -> None:
        """Back to the user's own board."""
        own, sample = self._app.own_board, self._sample
        if sample is None:
            return
        self._sample = None
        self._app.board_screen = own
        # What was tried there of the settings ends with it.
        own.own.in_effect(own.state.settings)
        gone = self._app.pop_screen()

        async def clear() -> None:
            # What the sample's board does at its end still finds its file.
            await gone
            await to_thread(sample.close)

        background.begin(own, clear, group="demo")
        own.paint()
