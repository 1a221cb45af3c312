"""Leaving the other applications once an offer is accepted: a letter for each, shown before it leaves."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from store.rules.board import Card
from tui.screens.board_state import BoardState
from tui.screens.editor_host import EditorHost


class Withdrawals:
    """Opens one letter after the other. What is noted is noted when it was sent, as with every text."""

    def __init__(self, screen: Screen[Any], state: BoardState, editor: EditorHost) -> None:
        self._screen = screen
        self._state = state
        self._editor = editor
        self._left: list[str] = []
        """The cards that are still to come, by their ids."""

    def begin(self, cards: list[Card]) -> None:
        """Write to these, the first at once."""
        self._left = [card.id for card in cards]
        self.go_on()

    def go_on(self) -> None:
        """Write to the next; with none left there is nothing to do."""
        while self._left:
            card = self._state.board.card(self._left.pop(0))
            if card is not None:
                if card.to_answer:
                    self._editor.write(card, purpose="reply", ends="declined")
                else:
                    self._editor.write(card, purpose="other", ends="withdrawn")
                return

    def left(self) -> None:
        """The editor was left without sending: ask whether to go on with the next."""
        from tui.forms.confirm import Confirm

        waiting = [card for one in self._left if (card := self._state.board.card(one)) is not None]
        if not waiting:
            self._left = []
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.go_on()
            else:
                self._left = []

        question = Confirm(
            f"Go on with the letter to {waiting[0].interview.company}?",
            f"{len(waiting)} still open. Nothing is noted as withdrawn before it was sent.",
            ascii_only=self._state.ascii_only,
        )
        self._screen.app.push_screen(question, answered)
