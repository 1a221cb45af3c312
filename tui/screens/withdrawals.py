"""Leaving the other applications once an offer is accepted: a letter for each, shown before it leaves."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from store.changes.withdrawal import stands_open
from store.rules.board import Card
from tui.screens.board_state import BoardState
from tui.screens.editor_host import EditorHost
from tui.typed_ahead import typed_ahead


class Withdrawals:
    """Opens one letter after the other. What is noted is noted when it was sent, as with every text."""

    def __init__(self, screen: Screen[Any], state: BoardState, editor: EditorHost) -> None:
        self._screen = screen
        self._state = state
        self._editor = editor
        self._waiting: list[str] = []
        """The cards that are still to come, by their ids."""
        self._open: str | None = None
        """The card whose letter is open."""

    def begin(self, cards: list[Card]) -> None:
        """Write to these, the first at once."""
        self._waiting = [card.id for card in cards]
        self.go_on()

    def go_on(self) -> None:
        """Write to the next that is still open; with none left there is nothing to do."""
        waiting = self._still_waiting()
        self._open = None
        if not waiting:
            return
        card = waiting[0]
        self._waiting.remove(card.id)
        self._open = card.id
        closed = card.course.closed
        if closed is not None and closed.result == "offer":
            self._editor.write(card, purpose="reply", ends="declined")
        else:
            self._editor.write(card, purpose="other", ends="withdrawn")

    def sent(self, card_id: str) -> None:
        """A letter has gone out: go on where it was one of these, and else let them be."""
        if card_id == self._open:
            self.go_on()

    def left(self, card_id: str) -> None:
        """The editor was left without sending: ask whether to go on with the next."""
        from tui.forms.confirm import Confirm

        waiting = self._still_waiting() if card_id == self._open else []
        self._open = None
        if not waiting:
            self._waiting = []
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.go_on()
            else:
                self._waiting = []

        # What was typed ahead was meant for the board: nobody has seen the question yet.
        typed_ahead(self._screen.app).forget()
        question = Confirm(
            f"Go on with the letter to {waiting[0].interview.company}?",
            f"{len(waiting)} still to write. Nothing is noted as withdrawn before it was sent.",
        )
        self._screen.app.push_screen(question, answered)

    def _still_waiting(self) -> list[Card]:
        cards = (self._state.board.card(one) for one in self._waiting)
        return [card for card in cards if card is not None and stands_open(card)]
