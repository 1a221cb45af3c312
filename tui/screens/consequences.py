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
from store.rules.doubles import Double, the_same
from tui.screens.board_state import BoardState
from tui.screens.steps import Steps
from tui.screens.withdrawals import Withdrawals
from tui.words.rounds import added_words, double_words, held_words, round_words, which_round_words

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

    def on_which(self, name: str, cards: list[Card], then: Callable[[list[Card]], None]) -> None:
        """Go on with these cards; where applications go on in later rounds, ask once whether with those."""
        gone_on = self._gone_on(cards) if name in GOES_WITH_THE_LAST else []
        if not gone_on:
            then(cards)
            return
        last = {one.id: later.id for one, later in gone_on}

        def answered(yes: bool) -> None:
            ids = dict.fromkeys(last.get(card.id, card.id) if yes else card.id for card in cards)
            then([card for one in ids if (card := self._state.board.card(one)) is not None])

        question, lines = which_round_words(gone_on, self._state.now(), self._service.zone)
        self._ask(question, lines, answered)

    def considered(self, sheet: Sheet[Done], cards: list[Card]) -> Sheet[Done]:
        """The form, which asks whether their word goes for the last rounds as well."""
        from tui.forms import outcome

        acted_on = {card.id for card in cards}
        gone_on = [(one, last) for one, last in self._gone_on(cards) if last.id not in acted_on]
        if not gone_on:
            return sheet
        context, finish = self._state.form_context, sheet.finish
        return with_value(sheet, finish=lambda given: outcome.on_last_too(context, finish(given), gone_on))

    def _gone_on(self, cards: list[Card]) -> list[tuple[Interview, Interview]]:
        """Those of the cards with a later round, each with the last round of its application."""
        now = self._service.clock.now()
        found = [
            (card.interview, last_round(card.interview, self._service.rounds(card.interview), now))
            for card in cards
        ]
        return [(one, last) for one, last in found if last is not None]

    def added(self, done: Done) -> None:
        """Say where a new interview landed and why, and which rounds go on in it."""
        if done.added is None:
            return
        self._state.cursor.select(done.added.id)
        card = self._state.board.card(done.added.id)
        if card is None:
            return
        self._state.moved |= {card.id}
        words = added_words(card, self._state.board.cards(), self._state.now(), self._service.zone)
        if (there := the_same(card.interview, self._service.book.interviews.values())) is not None:
            words = f"{words}. {double_words(Double(card.interview, there), self._service.zone)}"
        self._state.say(words)

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
        elif done.closed.result == "rejected":
            write, again = map(self._state.keymap.say, ("card.draft", "card.keep_in_touch"))
            self._state.say(f"{done.words}. {write} answers them, {again} names a day to come back to them.")

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

        self._screen.app.push_screen(Confirm(question, lines), answered)
