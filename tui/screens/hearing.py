"""What is heard while the board is open: the looks at the watched folders, and what the user does with it."""

from __future__ import annotations

import asyncio
import concurrent.futures
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.timer import Timer

from store import heard
from store.book import Book
from store.files.errors import StorageError
from store.hearing.proposal import Proposal, Sent
from store.interview import AnyEvent
from store.rules.board import Card
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.heard_meeting import ask_meeting
from tui.screens.steps import Steps
from tui.words.heard import card_lines, deed_words, news_words, progress_words

if TYPE_CHECKING:
    from store.watching.looking import LookProgress

WATCH = 2.0
"""Seconds between two looks at the folders' times."""
LONGEST = 60.0
"""Seconds after which they are looked into all the same."""
_REST = 1e-4
"""Seconds a look rests after each message, while a key that was pressed goes on."""
_PATIENCE = 0.2
"""Seconds a look waits for the board before it asks whether it is to stop."""


class Hearing:
    """Looks at the watched folders in a thread, and takes or turns down what is proposed."""

    def __init__(self, screen: Screen[Any], state: BoardState, steps: Steps, *, watches: bool) -> None:
        """`watches`: whether the folders are looked at; a board of samples and a look elsewhere do not."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._may_watch = watches
        self._timer: Timer | None = None
        self._stamps: object = None
        self._since = LONGEST
        self._looking = False
        self._left = False
        self._told: frozenset[str] = frozenset()
        """Troubles that were said: once is enough."""
        self._known: tuple[Book, Mapping[str, Sequence[Proposal]]] | None = None
        self.correct: Callable[[Card, AnyEvent], None] = lambda card, event: None
        """Opens the form of an event that was just taken."""

    def start(self) -> None:
        """Look now, and again whenever something may be new."""
        watch = self._state.settings.watch
        if self._may_watch and self._timer is None and (watch.mail or watch.calendar):
            self._timer = self._screen.set_interval(WATCH, self.watch)
            self.watch()

    def follow_settings(self) -> None:
        """Look where the settings say from now on."""
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._stamps = None, None
        self.start()

    def leave(self) -> None:
        """The board is being left: a look ends after the message it is at."""
        self._left = True

    # Looking

    def watch(self) -> None:
        """Look into the folders where their times have changed, and now and then in any case."""
        if self._looking or self._left:
            return
        from store.watching.stamps import stamps

        self._since += WATCH
        new = stamps(self._state.settings)
        if new == self._stamps and self._since < LONGEST:
            return
        self._stamps, self._since, self._looking = new, 0.0, True
        background.begin(self._screen, self._look, group="hearing")

    async def _look(self) -> None:
        from store.watching.looking import FolderLook

        loop = asyncio.get_running_loop()
        look = FolderLook(
            self._service,
            self._state.settings,
            stopped=lambda: self._left,
            progress=lambda at: loop.call_soon_threadsafe(self._tell_progress, at),
            keep=lambda proposals, sent: self._keep(loop, proposals, sent),
            # Two threads that both compute hold each other up for 5 ms at a time: one that sleeps does not.
            pause=partial(time.sleep, _REST),
        )
        try:
            looked = await asyncio.to_thread(look.look)
        except StorageError as why:
            self._tell([str(why)])
            return
        finally:
            self._looking = False
        self._tell(looked.trouble)
        if looked.new or looked.logged:
            self._say(looked.new, looked.logged)

    def _keep(
        self, loop: asyncio.AbstractEventLoop, proposals: Sequence[Proposal], sent: Sequence[Sent]
    ) -> heard.Kept:
        """Called in the look's thread: what was found waits its turn among the user's steps."""
        work = self._steps.run(partial(heard.keep, self._service, proposals, sent))
        done = asyncio.run_coroutine_threadsafe(work, loop)
        while True:
            try:
                return done.result(_PATIENCE)
            except (TimeoutError, concurrent.futures.TimeoutError):
                if self._left:
                    raise StorageError("what was heard was not kept: the board was left") from None

    def _tell_progress(self, at: LookProgress) -> None:
        """How far a long look is: a first one at a large mailbox."""
        self._state.say(progress_words(at), "dim")

    def _tell(self, troubles: Sequence[str]) -> None:
        new = [one for one in troubles if one not in self._told]
        self._told |= {*new}
        for sentence in new:
            self._state.say(sentence, "warn")

    def _say(self, new: Sequence[Proposal], logged: Sequence[str]) -> None:
        self._state.refresh()
        if logged:
            self._state.say(logged[-1])
        elif new:
            more = f", and {len(new) - 1} more" if len(new) > 1 else ""
            words = news_words(new[0], self._service.book, self._service.zone)
            self._state.say(f"{words}{more}; {self._state.keymap.say('board.heard')} lists what was heard.")

    # What is proposed

    def proposals(self) -> list[Proposal]:
        """All that are open, the oldest first."""
        return heard.open_proposals(self._service.book)

    def of_cards(self) -> Mapping[str, Sequence[Proposal]]:
        """The open proposals by the cards that show them; worked out once for each state of the book."""
        book = self._service.book
        if self._known is None or self._known[0] is not book:
            self._known = book, heard.by_card(book)
        return self._known[1]

    def lines(self) -> dict[str, str]:
        """What each card says of what was heard: `Ada wrote at 11:52`."""
        return card_lines(self.of_cards(), self._service.book, self._state.now(), self._service.zone)

    # What the user does

    def do(self, name: str, proposal_id: str, card_id: str | None = None) -> bool:
        """Take, change or drop a proposal, on that card if it is one of several; False where it is gone."""
        proposal = next((one for one in self.proposals() if one.id == proposal_id), None)
        if proposal is None:
            self._state.say("That is no longer proposed; another window has settled it.", "warn")
            return False
        if not self._state.may_change():
            return False
        if name == "drop":
            self._begin(
                f"turned down what {proposal.sender or 'they'} wrote",
                partial(heard.drop, self._service, [proposal.id]),
            )
        elif proposal.event is None and proposal.meeting is None:
            key = self._state.keymap.say("heard.drop")
            self._state.say(
                f"That is only a remark, with nothing to note: {key} takes it off the list.", "warn"
            )
        elif self._asks(proposal, card_id):
            self._ask(proposal, card_id)
        else:
            self._take(proposal, card_id, change=name == "change")
        return True

    def _asks(self, proposal: Proposal, card_id: str | None) -> bool:
        cards = [key for key in proposal.cards if key in self._service.book.interviews]
        return bool(proposal.readings) or (len(cards) > 1 and card_id not in cards)

    def _ask(self, proposal: Proposal, card_id: str | None) -> None:
        from tui.forms import settling
        from tui.forms.form import Form

        sheet = settling.sheet(proposal, self._service.book, card_id)
        form = Form(sheet, ascii_only=self._state.ascii_only)

        def settled(choice: heard.TakenAs | None) -> None:
            if choice is not None:
                self._take(proposal, choice.interview, choice)

        self._screen.app.push_screen(form, settled)

    def _take(
        self,
        proposal: Proposal,
        card_id: str | None,
        choice: heard.TakenAs | None = None,
        *,
        change: bool = False,
    ) -> None:
        wanted = choice or heard.TakenAs(card_id if len(proposal.cards) > 1 else None)
        if proposal.meeting is not None:
            ask_meeting(self._screen, self._state, proposal, wanted, partial(self._carry_out, proposal))
        else:
            self._carry_out(proposal, wanted, change=change)

    def _carry_out(self, proposal: Proposal, wanted: heard.TakenAs, *, change: bool = False) -> None:
        words = deed_words(proposal, self._service.book, self._service.zone)

        def call() -> None:
            from store.calendar import Unreadable
            from store.changes.moves import Refused

            try:
                heard.take(self._service, proposal, wanted)
            except Unreadable as why:
                raise Refused(str(why)) from None

        then = partial(self._correct, proposal) if change else None
        self._begin(f"taken: {words}", call, then)

    def _correct(self, proposal: Proposal) -> None:
        """The event as it was just logged, in its form."""
        key = proposal.event.id if proposal.event is not None else ""
        for card in self._state.board.cards():
            for event in card.interview.events:
                if event.id == key:
                    self.correct(card, event)
                    return

    def _begin(self, words: str, call: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        async def work() -> None:
            def done() -> bool:
                call()
                return True

            if await self._steps.do(words, done) and then is not None:
                then()

        with suppress(RuntimeError):
            background.begin(self._screen, work, group="step")
