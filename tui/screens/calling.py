"""Calling: the sheet that lies in front of the caller, and what came of the call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.changes.moves import edit
from store.rules.board import Card
from tui.screens.sending import SendingDeeds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.screens.call_paper import Outcome
    from tui.words.call_page import CallView

    Texts = Mapping[str | None, Mapping[str, str]]


class CallingDeeds(SendingDeeds):
    """The keys that have to do with a call."""

    def action_call(self) -> None:
        """The call sheet: number, script, questions; then what came of it."""
        for card in self.one():
            if card.column == "upcoming":
                self.say("The interview is still ahead; there is nothing to call about yet.")
            else:
                self.call(card)

    def call(self, card: Card) -> None:
        """Open the call sheet on a card."""
        self.run_worker(self._call(card), group="call", exclusive=True)

    async def _call(self, card: Card) -> None:
        from tui.messages.call_texts import call_texts
        from tui.screens.call_sheet import CallSheet

        now = self.service.clock.now()
        texts = await self.in_thread(
            lambda: call_texts(card, self.library, self.service.book, self.settings, now)
        )
        sheet = CallSheet(
            partial(self._view, card, texts),
            partial(self._keep_question, card),
            ascii_only=bool(self.settings.ascii),
        )
        self.app.push_screen(sheet, partial(self._called, card))

    def _here(self, card: Card) -> Card:
        """The card as it is now."""
        return self.board.card(card.id) or card

    def _view(self, card: Card, texts: Texts, to: str | None) -> CallView:
        from tui.words.call_page import call_view, callable_people

        here = self._here(card)
        ids = [one.id for one in callable_people(here)]
        whom = to if to in ids else next(iter(ids), None)
        fitting = texts.get(whom) or next(iter(texts.values()))
        now, zone = self.service.clock.now(), self.service.zone
        return call_view(here, self.service.policy, self.settings.country, now, zone, fitting, whom)

    async def _keep_question(self, card: Card, question: str) -> str | None:
        from tui.forms.done import Done

        had = self._here(card).interview.questions
        move = edit({"questions": (had, (*had, question))}, now=self.service.clock.now())
        words = f"a question for {card.interview.company}"
        return await self.carry_out(Done(words=words, moves={card.id: move}))

    def _called(self, card: Card, outcome: Outcome | None) -> None:
        from tui.forms import called

        if outcome is None:
            return
        here = self._here(card)
        if outcome.kind == "draft":
            self.write(here)
        elif outcome.kind in called.WORDS:
            self.ask(called.sheet(self.moment, here, outcome.kind, outcome.person_id))
        else:
            self.do_to(here, outcome.kind)

    def do_to(self, card: Card, deed: str) -> None:
        """Do what the board's key of that name does, to this card alone, whatever is marked."""
        if not self.cursor.select(card.id):
            self.say("That card is not among those shown.", "warn")
            return
        marked, self.marked = self.marked, frozenset()
        getattr(self, f"action_{deed}")()
        self.marked = marked
        self.paint()
