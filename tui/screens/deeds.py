"""What a user does to cards: each key asks what it must know and hands one move to the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from store.board import Card
from tui.screens.view import BoardView


class CardDeeds(BoardView):
    """The keys that act on the card under the cursor, or on those marked."""

    def chosen(self) -> list[Card]:
        """The cards marked, or the one under the cursor."""
        marked = [card for card in self.board.cards() if card.id in self.marked]
        return marked or ([self.card] if self.card is not None else [])

    def may_act(self) -> bool:
        """Whether something may be changed; says so where not."""
        if self.at is not None:
            self.say("This is a look at another time, and read-only; esc goes back to now.", "warn")
            return False
        return True

    async def act(self, words: str, do: Callable[[], Any]) -> bool:
        """Have the desk do it, then show the board as it is and say what u would undo."""
        if await self.work(do) is None:
            return False
        self.after(words)
        return True

    def after(self, words: str) -> None:
        """Show what has come of it."""
        self.marked = frozenset()
        self.show(self.desk.board(self.now()), by_user=True)
        self._schedule()
        self.say(words)

    def action_open(self) -> None:
        """The whole card."""
