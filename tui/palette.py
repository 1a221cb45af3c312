"""The palette: every command of the key table, by name."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.bindings import keymap_of
from tui.keys import BOARD_KEYS, Key, effective, written
from tui.screens.board import BoardScreen


class Commands(Provider):
    """What can be done on the board, with the key that does it."""

    def _fitting(self) -> tuple[Key, ...]:
        keys = effective(BOARD_KEYS, keymap_of(self.app).changed)
        return tuple(key for key in keys if key.id != "app.palette")

    @property
    def _board(self) -> BoardScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, BoardScreen))

    async def _run(self, key: Key) -> None:
        await self._board.columns.run_action(key.action)

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for key in self._fitting():
            yield DiscoveryHit(_title(key), partial(self._run, key), text=key.words, help=written(key))

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        for key in self._fitting():
            score = matcher.match(_title(key))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(_title(key)),
                    partial(self._run, key),
                    text=key.words,
                    help=written(key),
                )


def _title(key: Key) -> str:
    return key.words[:1].upper() + key.words[1:]
