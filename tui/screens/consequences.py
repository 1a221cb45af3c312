"""What a deed means for other cards: where it is noted, what is said of it, and what is asked with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_value
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.changes.last_round import last_round
from store.changes.withdrawal import still_open
from store.interview import Interview
from store.rules.board import Card
from store.rules.reasons import goes_on_in
from tui.screens.board_state import BoardState
from tui.screens.steps import Steps
from tui.screens.withdrawals import Withdrawals
from tui.words.rounds import added_words, held_words, round_words

if TYPE_CHECKING:
    from tui.forms.done import Done
    from tui.forms.fields import Sheet

GOES_WITH_THE_LAST = frozenset({"promise", "heard", "snooze", "call"})
"""What changes nothing on a card with a later round."""


class Consequences:
    """Knows of the other rounds and the other applications, and asks where the user has to say."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps, withdrawals: Withdrawals
    ) -> None:
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._withdrawals = withdrawals

    # Other rounds

    def on_which(self, name: str, card: Card, then: Callable[[Card], None]) -> None:
        """Go on with that card; where its application goes on in a later round, ask whether with that one."""
        last = self._last_of(card) if name in GOES_WITH_THE_LAST else None
        later = self._state.board.card(last.id) if last is not None else None
        if later is None:
            then(card)
            return
        zone = self._service.zone
        words = (
            f"{round_words(card.interview, zone)}\n{goes_on_in(later.interview, self._state.now(), zone)}.\n"
        )
        self._ask(
            f"Is it about {later.interview.round or 'the later round'}?",
            f"{words}If not, it is noted on the earlier card, where it changes nothing.",
            lambda yes: then(self._state.latest(later if yes else card)),
        )

    def considered(self, sheet: Sheet[Done], cards: list[Card]) -> Sheet[Done]:
        """The form, which asks whether their word goes for the last round as well."""
        from tui.forms import outcome

        last = self._last_of(cards[0]) if len(cards) == 1 else None
        if last is None:
            return sheet
        context, finish = self._state.form_context, sheet.finish
        return with_value(sheet, finish=lambda given: outcome.on_last_too(context, finish(given), last))

    def _last_of(self, card: Card) -> Interview | None:
        rounds = self._service.rounds(card.interview)
        return last_round(card.interview, rounds, self._service.clock.now())

    def added(self, done: Done) -> None:
        """Say where a new interview landed and why, and which rounds go on in it."""
        if done.added is None:
            return
        self._state.cursor.select(done.added.id)
        card = self._state.board.card(done.added.id)
        if card is None:
            return
        self._state.moved |= {card.id}
        self._state.say(added_words(card, self._state.board.cards(), self._state.now(), self._service.zone))

    # Other applications

    def ended(self, done: Done, cards: list[Card]) -> None:
        """Say of an offer how many others are still open; once one is accepted, offer to leave those."""
        if done.closed is None or len(cards) != 1:
            return
        others = still_open(self._state.board.cards(), cards[0].interview)
        if done.closed.answer_by is not None:
            now, zone = self._service.clock.now(), self._service.zone
            self._state.say(f"{done.words}. {held_words(done.closed.answer_by, len(others), now, zone)}")
        elif done.closed.result == "accepted":
            self.accepted(cards[0])

    def accepted(self, card: Card) -> None:
        """An offer is accepted: offer to leave the applications that are still open."""
        if others := still_open(self._state.board.cards(), card.interview):
            self._offer_to_withdraw(others)

    def _offer_to_withdraw(self, others: list[Card]) -> None:
        zone = self._service.zone
        lines = [round_words(card.interview, zone) for card in others[:8]]
        more = [f"… and {len(others) - 8} more"] if len(others) > 8 else []
        what = "application" if len(others) == 1 else f"{len(others)} applications"
        how = "A short letter opens for each; none leaves before you have seen it and sent it."

        def answered(yes: bool) -> None:
            if yes:
                self._withdrawals.begin([self._state.latest(card) for card in others])

        self._ask(f"Withdraw from the other {what}?", "\n".join([*lines, *more, how]), answered)

    def _ask(self, question: str, lines: str, then: Callable[[bool], None]) -> None:
        from tui.forms.confirm import Confirm

        def answered(yes: bool | None) -> None:
            if yes is not None:
                then(yes)

        self._screen.app.push_screen(Confirm(question, lines, ascii_only=self._state.ascii_only), answered)
