"""What a user does to cards: each key opens the form for it, and what that gives is one step for the service.

Forms are imported when the first is opened: the board does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from store.changes.moves import Refused, drop_event
from store.changes.no_thanks import carried
from store.files.errors import StorageError
from store.rules.board import Card
from store.rules.words import COLUMN_TITLES
from store.service import new_id
from tui.screens.following import FollowingBoard

if TYPE_CHECKING:
    from tui.forms.context import FormContext
    from tui.forms.done import Done
    from tui.forms.fields import Sheet


class CardDeeds(FollowingBoard):
    """The keys that act on the card under the cursor, or on those marked."""

    @property
    def moment(self) -> FormContext:
        """What forms must know of time."""
        from tui.forms.context import FormContext

        return FormContext(
            clock=self.service.clock,
            zone=self.service.zone,
            policy=self.service.policy,
            new_id=new_id,
            date_order=self.settings.date_order,
        )

    def chosen(self) -> list[Card]:
        """The cards marked, or the one under the cursor; none, and said so, where nothing may be done."""
        if not self.may_act():
            return []
        marked = [card for card in self.board.cards() if card.id in self.marked]
        cards = marked or ([self.card] if self.card is not None else [])
        if not cards:
            self.say("There is no card here; a adds an interview.")
        return cards

    def one(self) -> list[Card]:
        """The card under the cursor, whatever is marked: for what is done to one card only."""
        if not self.may_act():
            return []
        if self.card is None:
            self.say("There is no card here; a adds an interview.")
            return []
        return [self.card]

    def may_act(self) -> bool:
        """Whether something may be changed; says so where not."""
        if self.at is not None:
            self.say("This is a look at another time, and read-only; esc goes back to now.", "warn")
            return False
        return True

    # Carrying out

    async def carry_out(self, done: Done) -> str | None:
        """Have the service do it; a sentence where it could not be done, and then nothing was changed."""
        async with self._turn:
            try:
                now = self.service.clock.now()
                await self.in_thread(
                    lambda: self.service.do(done.words, lambda book: carried(book, done.change(book), now))
                )
            except (Refused, StorageError) as why:
                return str(why)
        self.after(done.words)
        return None

    def after(self, words: str) -> None:
        """Show what has come of it, and what undo would take back."""
        self.marked = frozenset()
        self.show(self.service.board(self.now()), by_user=True)
        # What the user has brought about is no news.
        self.bell.news(self.board)
        self._schedule()
        self.say(words)
        self._tell_notes()

    def ask(self, sheet: Sheet[Done], then: Callable[[Done], None] | None = None) -> None:
        """Open a form; what it gives is carried out while it is still open, so that nothing typed is lost."""
        from tui.forms.form import Form

        def closed(done: Done | None) -> None:
            if done is not None and then is not None:
                then(done)

        self.app.push_screen(Form(sheet, self.carry_out, ascii_only=bool(self.settings.ascii)), closed)

    # The keys

    def action_add(self) -> None:
        """A new interview, to come or past."""
        from tui.forms import add
        from tui.forms.facts import known

        if self.may_act():
            self.ask(add.sheet(self.moment, known(self.service.book.interviews.values())), self._added)

    def _added(self, done: Done) -> None:
        """Say where it landed and why; offer to close the earlier round."""
        from tui.forms import advance

        if done.added is None:
            return
        self.cursor.select(done.added.id)
        card = self.board.card(done.added.id)
        if card is None:
            return
        self.moved |= {card.id}
        self.say(f"{card.interview.company} stands in {COLUMN_TITLES[card.column]}: {card.why}")
        earlier = advance.earlier(self.board.cards(), card.interview)
        if earlier:
            question = advance.confirm(earlier, card.interview, ascii_only=bool(self.settings.ascii))
            new = card.interview
            self.app.push_screen(
                question, lambda yes: self._carry(advance.answer(self.moment, earlier, new)) if yes else None
            )

    def _carry(self, done: Done) -> None:
        async def carry() -> None:
            trouble = await self.carry_out(done)
            if trouble:
                self.say(trouble, "warn")

        self.run_worker(carry(), group="deed")

    def action_edit(self) -> None:
        """The debrief where the interview has ended and nothing has been noted of it yet, else the facts."""
        for card in self.one():
            self.edit(card)

    def edit(self, card: Card) -> None:
        """The debrief, or the facts, of that card."""
        from tui.forms import debrief

        one = card.interview
        if card.column == "to_thank" and not (one.topics or one.loose_ends):
            self.ask(debrief.sheet(self.moment, card))
        else:
            self._ask_facts(card)

    def action_facts(self) -> None:
        """The facts, also where a debrief is due."""
        for card in self.one():
            self._ask_facts(card)

    def _ask_facts(self, card: Card) -> None:
        from tui.forms import edit
        from tui.forms.facts import known

        self.ask(edit.sheet(self.moment, known(self.service.book.interviews.values()), card.interview))

    def action_debrief(self) -> None:
        """Who was there, what was promised and talked about, what is left open."""
        from tui.forms import debrief

        for card in self.one():
            self.ask(debrief.sheet(self.moment, card))

    def action_promise(self) -> None:
        """They named the time they answer by."""
        from tui.forms import promise

        if cards := self.chosen():
            self.ask(promise.sheet(self.moment, cards))

    def action_heard(self) -> None:
        """They got in touch."""
        from tui.forms import heard

        for card in self.one():
            self.ask(heard.sheet(self.moment, card))

    def action_outcome(self) -> None:
        """How it ended, or open it again."""
        from tui.forms import outcome

        if cards := self.chosen():
            self.ask(outcome.sheet(self.moment, cards))

    def action_snooze(self) -> None:
        """Not before then."""
        from tui.forms import snooze

        if cards := self.chosen():
            self.ask(snooze.sheet(self.moment, cards))

    def action_skip(self) -> None:
        """No thanks for some or all, with a reason."""
        from tui.forms import skip

        if cards := self.chosen():
            self.ask(skip.sheet(self.moment, cards))

    def action_delete(self) -> None:
        """Ask once, then delete; undo brings it back."""
        from tui.forms import delete

        if cards := self.chosen():
            ids = [card.id for card in cards]
            words = delete.words(cards)
            question = delete.confirm(cards, ascii_only=bool(self.settings.ascii))
            self.app.push_screen(
                question,
                lambda yes: self._work(words, lambda: self.service.delete(words, ids)) if yes else None,
            )

    def _work(self, words: str, do: Callable[[], Any]) -> None:
        async def work() -> None:
            if await self.work(do) is not None:
                self.after(words)

        self.run_worker(work(), group="deed")

    def take_back(self, card: Card, event_id: str) -> None:
        """Take an event off a card's history."""
        from store.rules.event_words import told

        event = next(one for one in card.interview.events if one.id == event_id)
        words = f"{card.interview.company}: took back “{told(event, card.interview, self.service.zone)}”"
        self._work(words, lambda: self.service.move(words, [card.id], drop_event(event_id)))

    def correct(self, card: Card, event_id: str) -> None:
        """Correct an event of a card's history."""
        from tui.forms import correct

        event = next(one for one in card.interview.events if one.id == event_id)
        self.ask(correct.sheet(self.moment, card, event))
