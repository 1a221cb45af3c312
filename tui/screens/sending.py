"""Sending: the last read, handing over, what the user says was sent; and copying."""

from __future__ import annotations

import os
from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.changes import drafts, moves
from store.changes.moves import Refused
from store.files.errors import StorageError
from store.interview import Closed, HandOver, Result
from store.new_ids import new_id
from store.rules.board import Card
from store.rules.words import RESULT_WORDS
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.consequences import Consequences
from tui.screens.editor_host import EditorHost
from tui.screens.steps import Steps
from tui.screens.withdrawals import Withdrawals
from tui.typed_ahead import Opening, typed_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.handover.outgoing import Handed, Means, Outgoing, WayId
    from tui.messages.sending import OutgoingText
    from tui.screens.last_read import LastRead


_ATTACHED = "The text speaks of something attached. Will you attach it?"
_BY_HAND = "Only the text is handed over: the file goes in where you send it from."


class Sending:
    """What has to do with texts that leave the house."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps, editor: EditorHost,
        consequences: Consequences, withdrawals: Withdrawals,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._editor = editor
        self._consequences = consequences
        self._withdrawals = withdrawals

    # From the editor

    def hand_over(self, opening: Opening) -> None:
        """Show the text in the editor as it will be read, and hand it over by a way of the user's.

        `opening` lasts until the last read is there.
        """
        if self._state.may_change():
            work = partial(self._hand_over, opening)
            background.begin(self._screen, work, group="hand-over", exclusive=True)
        else:
            opening.end()

    async def _hand_over(self, opening: Opening) -> None:
        ahead = typed_ahead(self._screen.app)
        with opening:
            read = await self._last_read(opening)
            if read is None:
                return
            page, card, texts = read
            ahead.end_with(page, opening)
            result = await self._screen.app.push_screen_wait(page)
        sent = {handed.to for handed in result.sent} if result is not None else set()
        went_out = [text for text in texts if text.outgoing.to in sent]
        if not went_out:
            return
        with ahead.begin():
            await self._editor.close()
        self._follow_up(card, went_out)

    def _follow_up(self, card: Card, texts: Sequence[OutgoingText]) -> None:
        """Ask what the texts that went out have settled, and go on with what follows from them."""
        from tui.messages import sending

        draft = texts[0].opened.draft

        def go_on() -> None:
            ends, latest = self._editor.ends(draft), self._state.latest(card)
            if (ending := sending.ending_of(latest, ends)) is not None:
                self._ask_whether_it_ends(latest, ending)
            elif ends == "accepted":
                self._consequences.accepted(latest)
            else:
                self._withdrawals.sent(card.id)

        self.ask_what_is_settled(card, draft.purpose, [text.outgoing.body for text in texts], go_on)

    def _ask_whether_it_ends(self, card: Card, ending: Result) -> None:
        """Of a text that began as one that ends the card, and says something else by now."""
        from tui.forms.confirm import Confirm

        words = f"{card.interview.company}: {RESULT_WORDS[ending]}"

        def answered(yes: bool | None) -> None:
            if yes:
                now = self._service.clock.now()
                event = Closed(id=new_id("e"), at=now, result=ending)
                self._steps.begin(
                    words, lambda: self._service.move(words, [card.id], moves.log(event, now=now))
                )
            self._withdrawals.sent(card.id)

        typed_ahead(self._screen.app).forget()
        question = f"Note {card.interview.company} as {RESULT_WORDS[ending]}?"
        lines = "The letter began as one that says so, and you have written it anew."
        self._screen.app.push_screen(Confirm(question, lines), answered)

    async def _last_read(self, opening: Opening) -> tuple[LastRead, Card, list[OutgoingText]] | None:
        """The page of what is written, its card and texts; None where nothing is, or the user sees why."""
        from templates.proof import Speller
        from tui.messages import sending
        from tui.messages.reader_rows import reader_rows
        from tui.screens.last_read import LastRead

        editor = self._editor.editor
        writing = editor.writing if editor is not None else None
        card = self._state.board.card(writing.opened.interview_id) if writing is not None else None
        if writing is None or card is None:
            return None
        await self._editor.keeper.keep()
        current, me = writing.current.checked_at(self._service.clock.now()), self._state.settings.me.name
        texts = await to_thread(lambda: sending.outgoing_texts(current, card.interview, me, Speller.load()))
        if not texts:
            self._editor.say("There is nobody to hand it to: nobody has an address or a number.")
            return None
        if not await self._in_spite_of(sending.obstacles(texts), opening):
            return None
        if sending.announces_attachment(texts) and not await self._ask(_ATTACHED, _BY_HAND, opening):
            return None
        page = LastRead(
            [text.outgoing for text in texts], self._means(), self._service.clock.now,
            title=card.interview.company, closes=self._closes(card, texts),
            rows=reader_rows(
                [(text.opened, text.recipient, text.findings) for text in texts], current.unwritten
            ),
            record=partial(self._log_sent, card, {text.outgoing.to: text for text in texts}),
            handed=partial(self._note_handed, card.id, {text.outgoing.to: text for text in texts}),
            ascii_only=self._state.ascii_only,
        )  # fmt: skip
        return page, card, texts

    async def _note_handed(
        self, card_id: str, texts: Mapping[str, OutgoingText], text: Outgoing, way: WayId, message_id: str
    ) -> None:
        """Remember with the draft that this person's text was handed over, sent or not."""
        draft, now = texts[text.to].opened.draft, self._service.clock.now()
        note = HandOver(to=text.to or None, at=now, way=way, message_id=message_id)
        handed = drafts.hand_over(draft, note)
        await self._steps.work(lambda: self._service.move("handed over", [card_id], handed))

    async def _log_sent(self, card: Card, texts: Mapping[str, OutgoingText], handed: Handed) -> str | None:
        """Store that this person's text was sent, as a step of its own; a sentence where that failed."""
        from tui.messages import sending

        text, draft = texts[handed.to], texts[handed.to].opened.draft
        if sending.is_logged(self._service.interview(card.id), draft.id, handed.to):
            return None
        ending = self._ending(card, text)
        words = text.sent_words(card.interview.company)
        words += f": {RESULT_WORDS[ending]}" if ending is not None else ""
        now = self._service.clock.now()
        move = sending.log_sent(card, draft, handed, text.outgoing.body, new_id("e"), now, ending)
        try:
            await self._steps.run(lambda: self._service.move(words, [card.id], move))
        except (Refused, StorageError) as why:
            return str(why)
        # Now, and not when the editor is closed: what the user has moved is not to be marked as news.
        self._steps.show(words)
        return None

    def _closes(self, card: Card, texts: Sequence[OutgoingText]) -> str:
        """What sending means for the card, in words; blank for most."""
        ending = self._ending(card, texts[0]) if texts else None
        return f"sent, the card is closed: {RESULT_WORDS[ending]}" if ending is not None else ""

    def _ending(self, card: Card, text: OutgoingText) -> Result | None:
        """How the card ends once this text was sent, where it still says what its template says."""
        from tui.messages import sending

        opened = text.opened
        if not sending.still_says(opened.draft.body, opened.case.template_text):
            return None
        return sending.ending_of(card, self._editor.ends(opened.draft))

    async def _in_spite_of(self, obstacles: list[str], opening: Opening) -> bool:
        """Whether to go on though the checks say no: only if the user says so, who has seen the question."""
        if not obstacles:
            return True
        lines = "\n".join(f"• {one}" for one in obstacles[:6])
        return await self._ask("The text is not ready. Hand it over all the same?", lines, opening)

    async def _ask(self, question: str, lines: str, opening: Opening) -> bool:
        """A question that nothing typed ahead answers."""
        from tui.forms.confirm import Confirm

        typed_ahead(self._screen.app).forget()
        opening.end()
        return await self._screen.app.push_screen_wait(Confirm(question, lines))

    def _means(self) -> Means:
        """What there is to hand a text over with."""
        from store.files.paths import state_dir
        from tui.handover.outgoing import means

        return means(self._state.settings, os.environ, state_dir(), no_color=self._screen.app.no_color)

    def ask_what_is_settled(
        self, before: Card, purpose: str, texts: Sequence[str], then: Callable[[], None] = lambda: None
    ) -> None:
        """Ask which loose ends are settled, and what is owed no more, by what was sent; then go on."""
        from tui.messages.sending import taken_up

        card = self._state.latest(before)
        settled = taken_up(card, purpose, texts)
        if not settled:
            then()
            return
        # What was typed ahead was meant for the board: nobody has seen the question yet.
        typed_ahead(self._screen.app).forget()
        self.ask_settled(card, settled, then)

    def ask_settled(
        self, card: Card, settled: Sequence[str], then: Callable[[], None] = lambda: None
    ) -> None:
        """Ask which of these the text has settled: loose ends, and what is owed by its id; then go on."""
        from tui.forms import settled as form

        sheet = form.sheet(self._state.form_context, card, settled)
        self._steps.ask(sheet, "settled", [card.id], preset=settled, after=then)
