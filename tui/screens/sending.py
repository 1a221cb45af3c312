"""Sending: the last read, handing over, what the user says was sent; and copying."""

from __future__ import annotations

import os
from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.changes import drafts
from store.changes.moves import Refused
from store.files.errors import StorageError
from store.interview import Draft, Emailed, HandOver, Thanked
from store.rules.board import Card
from store.service import new_id
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.editor_host import EditorHost
from tui.screens.steps import Steps
from tui.typed_ahead import Opening, takes_keys, typed_ahead

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.forms.done import Done
    from tui.forms.fields import Sheet
    from tui.handover.outgoing import Handed, Means, Outgoing, WayId
    from tui.screens.last_read import LastRead


class Sending:
    """What has to do with texts that leave the house."""

    def __init__(self, screen: Screen[Any], state: BoardState, steps: Steps, editor: EditorHost) -> None:
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._editor = editor

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
            page, card = read
            ahead.end_with(page, opening)
            result = await self._screen.app.push_screen_wait(page)
        if result is not None and result.sent:
            with ahead.begin():
                await self._editor.close()
            self._ask_what_is_settled(card)

    async def _last_read(self, opening: Opening) -> tuple[LastRead, Card] | None:
        """The page of what is written, and its card; None where nothing is, or the user sees why not."""
        from tui.messages import sending
        from tui.screens.last_read import LastRead

        editor = self._editor.editor
        writing = editor.writing if editor is not None else None
        card = self._state.board.card(writing.opened.interview_id) if writing is not None else None
        if writing is None or card is None:
            return None
        await self._editor.keeper.keep()
        current = writing.current
        draft = current.draft
        outgoing = sending.outgoing_texts(current, card.interview)
        if not await self._in_spite_of(sending.obstacles(current, outgoing), opening):
            return None
        page = LastRead(
            outgoing, self._means(), self._service.clock.now, title=card.interview.company,
            record=partial(self._log_sent, card, draft, {one.to: one for one in outgoing}),
            handed=partial(self._note_handed, card.id, draft),
            ascii_only=self._state.ascii_only,
        )  # fmt: skip
        return page, card

    async def _note_handed(self, card_id: str, draft: Draft, text: Outgoing, way: WayId) -> None:
        """Remember with the draft that this person's text was handed over, sent or not."""
        now = self._service.clock.now()
        handed = drafts.hand_over(draft, HandOver(to=text.to or None, at=now, way=way))
        await self._steps.work(lambda: self._service.move("handed over", [card_id], handed))

    async def _log_sent(
        self, card: Card, draft: Draft, outgoing: Mapping[str, Outgoing], handed: Handed
    ) -> str | None:
        """Store that this person's text was sent, as a step of its own; a sentence where that failed."""
        from tui.messages import sending

        text = outgoing[handed.to]
        who = text.name or card.interview.company
        words = f"thanked {who}" if draft.purpose == "thanks" else f"wrote to {who}"
        now = self._service.clock.now()
        move = sending.log_sent(card, draft.purpose, handed, text.body, new_id("e"), now)
        try:
            await self._steps.run(lambda: self._service.move(words, [card.id], move))
        except (Refused, StorageError) as why:
            return str(why)
        # Now, and not when the editor is closed: what the user has moved is not to be marked as news.
        self._steps.show(words)
        return None

    async def _in_spite_of(self, obstacles: list[str], opening: Opening) -> bool:
        """Whether to go on though the checks say no: only if the user says so, who has seen the question."""
        from tui.forms.confirm import Confirm

        if not obstacles:
            return True
        typed_ahead(self._screen.app).forget()
        opening.end()
        question = Confirm(
            "The text is not ready. Hand it over all the same?",
            "\n".join(f"• {one}" for one in obstacles[:6]),
            ascii_only=self._state.ascii_only,
        )
        return await self._screen.app.push_screen_wait(question)

    def _means(self) -> Means:
        """What there is to hand a text over with."""
        from store.files.paths import state_dir
        from tui.handover.outgoing import means

        return means(self._state.settings, os.environ, state_dir(), no_color=self._screen.app.no_color)

    def _ask_what_is_settled(self, before: Card) -> None:
        """Ask which open loose ends are settled by what was sent since then, if it took any up."""
        from tui.messages.sending import taken_up

        card, had = self._state.latest(before), {event.id for event in before.interview.events}
        sent = [
            one.text
            for one in card.interview.events
            if isinstance(one, Thanked | Emailed) and one.id not in had
        ]
        if ends := taken_up(card.interview, sent):
            # What was typed ahead was meant for the board: nobody has seen the question yet.
            typed_ahead(self._screen.app).forget()
            self.ask_settled(card, ends)

    def ask_settled(self, card: Card, ends: Sequence[str]) -> None:
        """Ask which of these loose ends are settled by the text."""
        from tui.forms import settled

        sheet = settled.sheet(self._state.form_context, card, ends)
        self._steps.ask(sheet, "settled", [card.id], preset=ends)

    # From the board

    def mark_sent(self, cards: list[Card]) -> None:
        """Mark as sent, at a time that can be edited."""
        opening = typed_ahead(self._screen.app).begin()
        work = partial(self._mark_sent, cards, opening)
        background.begin(self._screen, work, group="hand-over", exclusive=True)

    async def _mark_sent(self, cards: list[Card], opening: Opening) -> None:
        """With what was written, where something was. What has been sent is a fact: no check has a say."""
        with opening:
            sheet = await self._sent_sheet(cards)
            form = self._steps.ask(
                sheet, "sent", [card.id for card in cards], then=lambda done: self._marked(done, cards)
            )
            await takes_keys(form)

    def _marked(self, done: Done, cards: list[Card]) -> None:
        for card in cards:
            if card.id in done.moves:
                self._ask_what_is_settled(card)

    async def _sent_sheet(self, cards: list[Card]) -> Sheet[Done]:
        from tui.forms import sent
        from tui.messages import drafting, sending

        bodies: dict[str, str] = {}
        if len(cards) == 1:
            occasion = drafting.occasion_to_write(cards[0], self._state.settings, self._state.now())
            draft = drafting.current_draft(occasion) if occasion.purpose == "thanks" else None
            if draft is not None:
                opened = await to_thread(self._editor.open_draft_of, occasion, draft, draft)
                outgoing = sending.outgoing_texts(opened, cards[0].interview)
                bodies = {one.to: one.body for one in outgoing}
        return sent.sheet(self._state.form_context, cards, texts=bodies)

    def copy(self, card: Card) -> None:
        """The draft of the card, or else what the card holds, to where the terminal keeps such things."""
        from store.changes.drafts import latest
        from tui.handover.desktop import send_to_clipboard
        from tui.terminal.driver import driver_of
        from tui.words.cards import card_lines

        draft = latest(card.interview)
        if draft is not None and draft.body.strip():
            what, text = "The draft", draft.body
        else:
            shown = card_lines(card, self._state.now(), self._service.zone, self._state.keymap)
            what, text = "The card", "\n".join(line.text for line in shown if line.text)
        outcome = send_to_clipboard(text, os.environ)
        driver = driver_of(self._screen.app)
        if outcome.sequence and driver is not None:
            driver.write(outcome.sequence)
        # What went well begins with “Sent”; what did not names the terminal.
        said = f"{what} was s{outcome.said[1:]}" if outcome.ok else f"{what}: {outcome.said}"
        self._state.say(said, "strong" if outcome.ok else "warn")
