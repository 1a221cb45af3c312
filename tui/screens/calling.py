"""Calling: the sheet that lies in front of the caller, and what is noted on it."""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.changes.moves import edit
from store.rules.board import Card
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.consequences import Consequences
from tui.screens.editor_host import EditorHost
from tui.screens.steps import Steps
from tui.typed_ahead import Opening, takes_keys, typed_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.forms.done import Done
    from tui.forms.fields import Sheet
    from tui.screens.call_sheet import CallOutcome, CallSheet
    from tui.words.call_page import CallView

    Texts = Mapping[str | None, Mapping[str, str]]


class Calling:
    """Has the sheet of a call filled in and shown."""

    def __init__(
        self,
        screen: Screen[Any],
        state: BoardState,
        steps: Steps,
        editor: EditorHost,
        consequences: Consequences,
    ) -> None:
        """`editor` has the templates."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._editor = editor
        self._consequences = consequences
        steps.after_form(self._say_what_waits)

    def call(self, card: Card, then: Callable[[Card, CallOutcome], None]) -> None:
        """Open the call sheet on a card: number, script, questions; `then` is given what came of the call."""
        opening = typed_ahead(self._screen.app).begin()
        background.begin(self._screen, partial(self._call, card, then, opening), group="call", exclusive=True)

    async def _call(self, card: Card, then: Callable[[Card, CallOutcome], None], opening: Opening) -> None:
        with opening:
            await takes_keys(await self._show_sheet(card, then))

    async def _show_sheet(self, card: Card, then: Callable[[Card, CallOutcome], None]) -> CallSheet:
        from tui.messages.call_texts import call_texts
        from tui.screens import call_sheet

        service, settings, now = self._service, self._state.settings, self._service.clock.now()
        texts = await to_thread(lambda: call_texts(card, self._editor.library, service.book, settings, now))
        sheet = call_sheet.CallSheet(
            partial(self._view, card, texts),
            partial(self._keep_question, card),
            begun=self._steps.begun("call", f"The call to {card.interview.company}", [card.id]),
            ascii_only=self._state.ascii_only,
        )

        def closed(outcome: CallOutcome | None) -> None:
            if outcome is not None:
                then(self._state.latest(card), outcome)

        self._screen.app.push_screen(sheet, closed)
        return sheet

    def _view(self, card: Card, texts: Texts, to: str | None) -> CallView:
        from tui.words.call_page import call_view, callable_people

        card = self._state.latest(card)
        ids = [one.id for one in callable_people(card)]
        whom = to if to in ids else next(iter(ids), None)
        fitting = texts.get(whom) or next(iter(texts.values()))
        now, zone = self._service.clock.now(), self._service.zone
        return call_view(card, self._service.policy, self._state.settings.country, now, zone, fitting, whom)

    async def _keep_question(self, card: Card, question: str) -> str | None:
        from tui.forms.done import Done

        had = self._state.latest(card).interview.questions
        move = edit({"questions": (had, (*had, question))}, now=self._service.clock.now())
        words = f"a question for {card.interview.company}"
        return await self._steps.carry_out(Done(words=words, moves={card.id: move}))

    def knows(self, outcome: str) -> bool:
        """Whether a call can have ended so."""
        from tui.forms import called

        return outcome in called.WORDS

    def note(self, card: Card, outcome: str, to: str) -> None:
        """Ask for what came of a call; `outcome`, and the person's id where it is not blank, are picked."""
        from tui.forms import called

        sheet = called.sheet(self._state.form_context, card, outcome, to or None)

        def then(done: Done) -> None:
            self.settle(card)
            self._consequences.ended(done, [card])

        self._steps.ask(
            self._consequences.considered(self.with_notes(sheet, card), [card]),
            "called",
            [card.id],
            preset=(outcome, to),
            then=then,
        )

    # What was written down on the sheet

    def with_notes(self, sheet: Sheet[Done], card: Card) -> Sheet[Done]:
        """The form with what was written down in the call as its note, where something was."""
        words = self._noted(card.id)
        return sheet.with_value("note", words) if words else sheet

    def _noted(self, card_id: str) -> str:
        pad = self._steps.kept("call", card_id)
        lines = [] if pad is None else [*pad.texts.get("noted", "").splitlines(), pad.texts.get("note", "")]
        return sentences(lines)

    def _say_what_waits(self, interviews: Sequence[str]) -> None:
        """A form of that card is closed: say where the notes of its call are, if it has not taken them in."""
        card = self._state.board.card(interviews[0]) if len(interviews) == 1 else None
        if card is None or not self._noted(card.id):
            return
        said = f"{self._state.message[0].rstrip('.')}. " if self._state.message is not None else ""
        key = self._state.keymap.say("card.call")
        self._state.say(
            f"{said}Your notes of the call to {card.interview.company} are kept on its sheet: {key} opens it."
        )

    def settle(self, card: Card) -> None:
        """A form has taken it in: the next call begins with an empty sheet."""
        self._steps.settle("call", card.id)


def sentences(lines: Sequence[str]) -> str:
    """What was jotted down line by line, in one line."""
    said = [line.strip() for line in lines if line.strip()]
    ended = [line if line[-1] in ".!?;," else f"{line};" for line in said[:-1]]
    return " ".join([*ended, *said[-1:]])
