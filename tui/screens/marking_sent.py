"""What was sent by a way of the user's own: marked from the board; and copying what a card has."""

from __future__ import annotations

import os
from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.interview import Draft, Emailed, Thanked
from store.new_ids import new_id
from store.rules.board import Card
from store.rules.words import RESULT_WORDS
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.editor_host import EditorHost
from tui.screens.sending import Sending
from tui.screens.steps import Steps
from tui.typed_ahead import Opening, takes_keys, typed_ahead
from tui.words.card_drafts import draft_shown

if TYPE_CHECKING:
    from tui.forms.done import Done
    from tui.forms.fields import Sheet


class MarkingSent:
    """Notes what has been sent already, and hands out what a card has."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps, editor: EditorHost, sending: Sending
    ) -> None:
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._editor = editor
        self._sending = sending

    def mark_sent(self, cards: list[Card]) -> None:
        """Mark as sent, at a time that can be edited; a reply or the like by one question."""
        draft = draft_shown(cards[0]) if len(cards) == 1 else None
        if draft is not None and draft.body.strip() and draft.purpose not in ("thanks", "status"):
            self._mark_draft_sent(cards[0], draft)
            return
        opening = typed_ahead(self._screen.app).begin()
        work = partial(self._mark_sent, cards, opening)
        background.begin(self._screen, work, group="hand-over", exclusive=True)

    def _mark_draft_sent(self, card: Card, draft: Draft) -> None:
        """What only the draft knows of: a reply, a delivery, a letter of another kind."""
        from templates.gaps import display
        from tui.forms.confirm import Confirm
        from tui.handover.outgoing import Handed
        from tui.messages import sending

        company, first = card.interview.company, display(draft.body).strip().split("\n\n")[:2]
        to = next((one.to or "" for one in reversed(draft.handed_over)), "")
        ending = sending.ending_of(card, self._editor.ends(draft))
        words = f"wrote to {company}" + (f": {RESULT_WORDS[ending]}" if ending is not None else "")

        def answered(yes: bool | None) -> None:
            if not yes:
                return
            handed = Handed(to, draft.channel, None, sent=True)
            now = self._service.clock.now()
            move = sending.log_sent(card, draft, handed, draft.body, new_id("e"), now, ending)
            self._steps.begin(words, lambda: self._service.move(words, [card.id], move))

        if ending is not None:
            first.append(f"The card is closed with it: {RESULT_WORDS[ending]}.")
        title = " ".join(filter(None, (draft.subject, f"to {company}")))
        self._screen.app.push_screen(Confirm(f"Was this sent: {title}?", "\n".join(first)), answered)

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
                had = {event.id for event in card.interview.events}
                events = self._state.latest(card).interview.events
                sent = [
                    one.text for one in events if isinstance(one, Thanked | Emailed) and one.id not in had
                ]
                self._sending.ask_what_is_settled(card, "thanks", sent)

    async def _sent_sheet(self, cards: list[Card]) -> Sheet[Done]:
        from tui.forms import sent
        from tui.messages import drafting, sending

        bodies: dict[str, str] = {}
        if len(cards) == 1:
            occasion = drafting.occasion_to_write(cards[0], self._state.settings, self._state.now())
            draft = self._editor.begun(occasion)[0] if occasion.purpose == "thanks" else None
            if draft is not None:
                opened = await to_thread(self._editor.open_draft_of, occasion, draft, draft)
                me = self._state.settings.me.name
                texts = sending.outgoing_texts(opened, cards[0].interview, me)
                bodies = {one.outgoing.to: one.outgoing.body for one in texts}
        return sent.sheet(self._state.form_context, cards, texts=bodies)

    def copy(self, card: Card) -> None:
        """The draft of the card, or else what the card holds, to where the terminal keeps such things."""
        from store.changes.drafts import latest
        from templates.gaps import display
        from templates.reader_text import for_reader
        from tui.handover.desktop import send_to_clipboard
        from tui.terminal.drivers import write_out
        from tui.words.cards import card_lines

        draft = draft_shown(card) or latest(card.interview)
        if draft is not None and draft.body.strip():
            people = card.interview.people
            to = next((one for one in card.course.unsettled if one is not None), None) or next(
                iter(people), ""
            )
            what, text = "The draft", display(for_reader(draft.body, people=people, to=to).text)
        else:
            shown = card_lines(card, self._state.now(), self._service.zone, self._state.keymap)
            what, text = "The card", "\n".join(line.text for line in shown if line.text)
        outcome = send_to_clipboard(text, os.environ)
        if outcome.sequence:
            write_out(self._screen.app, outcome.sequence)
        # What went well says what was done; what did not names the terminal.
        said = (
            f"{what} was {outcome.said[:1].lower()}{outcome.said[1:]}"
            if outcome.ok
            else f"{what}: {outcome.said}"
        )
        self._state.say(said, "strong" if outcome.ok else "warn")
