"""Sending and calling: the last read, handing over, what the user says was sent, and the call sheet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from store.interview import Draft
from store.rules.board import Card
from store.service import new_id
from tui.screens.requests import EditorRequests

if TYPE_CHECKING:
    from tui.handover.outgoing import Means, Outgoing
    from tui.handover.progress import HandedOver
    from tui.widgets.editor.editor import Editor


class SendingDeeds(EditorRequests):
    """The keys that have to do with what leaves the house."""

    # From the editor

    def on_editor_sent_asked(self, event: Editor.SentAsked) -> None:
        """Show the text as it will be read, and hand it over by a way of the user's."""
        if self.may_act() and self.editor is not None and self.editor.writing is not None:
            self.run_worker(self._hand_over(), group="hand-over", exclusive=True)

    async def _hand_over(self) -> None:
        from tui.messages import sending
        from tui.screens.last_read import LastRead

        assert self.editor is not None
        writing = self.editor.writing
        card = self.board.card(writing.letter.interview_id) if writing is not None else None
        if writing is None or card is None:
            return
        await self.keep_draft()
        draft = writing.draft
        outgoing = sending.texts(writing.letter, draft, card.interview)
        if not await self._in_spite_of(
            sending.obstacles(writing.letter.case, draft, outgoing), "Hand it over"
        ):
            return
        result = await self.app.push_screen_wait(
            LastRead(
                outgoing, self.means(), self.service.clock.now, title=card.interview.company,
                ascii_only=bool(self.settings.ascii),
            )
        )  # fmt: skip
        if result is not None and result.sent:
            await self._log_sent(card, draft, outgoing, result)

    async def _log_sent(self, card: Card, draft: Draft, outgoing: list[Outgoing], result: HandedOver) -> None:
        from tui.messages import sending

        names = {one.to: one.name for one in outgoing}
        bodies = {one.to: one.body for one in outgoing}
        who = ", ".join(names[one.to] or card.interview.company for one in result.sent)
        words = f"thanked {who}" if draft.purpose == "thanks" else f"wrote to {who}"
        now = self.service.clock.now()
        move = sending.log_sent(card, draft.purpose, result.sent, bodies, new_id("e"), now)
        if await self.work(lambda: self.service.move(words, [card.id], move)) is None:
            return
        await self.on_editor_left()
        self.after(words)

    async def _in_spite_of(self, obstacles: list[str], verb: str) -> bool:
        """Whether to go on though the checks say no: only if the user says so."""
        from tui.forms.confirm import Confirm

        if not obstacles:
            return True
        question = Confirm(
            f"The text is not ready. {verb} all the same?",
            "\n".join(f"• {one}" for one in obstacles[:6]),
            ascii_only=bool(self.settings.ascii),
        )
        return await self.app.push_screen_wait(question)

    def means(self) -> Means:
        """What there is to hand a text over with."""
        from store.files.paths import state_dir
        from tui.handover.outgoing import means

        return means(self.settings, os.environ, state_dir(), no_color=self.app.no_color)

    # From the board

    def action_sent(self) -> None:
        """Mark as sent, to those selected and at a time that can be edited."""
        if cards := self.chosen():
            self.run_worker(self._mark_sent(cards), group="hand-over", exclusive=True)

    async def _mark_sent(self, cards: list[Card]) -> None:
        """With what was written, where something was; and only in spite of the checks where they say no."""
        from tui.forms import sent
        from tui.messages import drafting, sending

        bodies: dict[str, str] = {}
        channel = None
        if len(cards) == 1:
            wanted = drafting.written(cards[0], self.settings, self.now())
            draft = drafting.current_draft(wanted) if wanted.purpose == "thanks" else None
            if draft is not None:
                letter = await self.in_thread(lambda: self.letter_of(wanted, draft, draft))
                outgoing = sending.texts(letter, draft, cards[0].interview)
                bodies = {one.to: one.body for one in outgoing}
                obstacles = sending.obstacles(letter.case, draft, outgoing)
                if not await self._in_spite_of(obstacles, "Mark it as sent"):
                    return
        self.ask(sent.sheet(self.moment, cards, channel=channel, texts=bodies))

    # Copying

    def action_copy(self) -> None:
        """The draft of the card, or else what the card holds, to where the terminal keeps such things."""
        from store.changes.drafts import latest
        from tui.handover import clipboard
        from tui.terminal.driver import driver_of
        from tui.words.cards import lines

        if self.card is None:
            return
        draft = latest(self.card.interview)
        what = "the draft" if draft is not None and draft.body.strip() else "the card"
        text = (
            draft.body
            if draft is not None and draft.body.strip()
            else "\n".join(line.text for line in lines(self.card, self.now(), self.service.zone) if line.text)
        )
        outcome = clipboard.send(text, os.environ)
        driver = driver_of(self.app)
        if outcome.sequence and driver is not None:
            driver.write(outcome.sequence)
        self.say(f"{what}: {outcome.said}", "strong" if outcome.ok else "warn")
