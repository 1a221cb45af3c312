"""Other texts than the one in the editor: a template's, another reader's, in another language or program."""

from __future__ import annotations

import os
from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.app import SuspendNotSupported
from textual.screen import Screen

from store.changes.moves import edit
from store.database.outside_texts import handed_out
from store.interview import Purpose
from store.languages import language_or_english
from store.new_ids import new_id
from store.rules.board import Card
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.editor_host import EditorHost
from tui.screens.own_settings import OwnSettings
from tui.screens.steps import Steps
from tui.typed_ahead import Opening, typed_ahead

if TYPE_CHECKING:
    from tui.messages.open_draft import TemplateChoice


class OtherTexts:
    """Answers what the editor asks for and only the board can give."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps, host: EditorHost, own: OwnSettings
    ) -> None:
        """`own` keeps what is asked for once."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._host = host
        self.own = own
        self._name_asked = False

    @property
    def _card(self) -> Card | None:
        """Whose text is in the editor."""
        writing = self._host.editor.writing if self._host.editor is not None else None
        return self._state.board.card(writing.opened.interview_id) if writing is not None else None

    @property
    def _purpose(self) -> Purpose:
        """What the text in the editor is for."""
        writing = self._host.editor.writing if self._host.editor is not None else None
        return writing.opened.purpose if writing is not None else "other"

    # Templates

    def offer_templates(self) -> None:
        """Let the user choose another template, whatever it is for."""
        from tui.messages import drafting

        host, card = self._host, self._card
        if host.occasion is None or host.editor is None or card is None:
            return
        host.editor.choose_template(
            drafting.every_choice(
                card, host.occasion, host.library, self._service.book, self._state.settings,
                self._service.clock.now(),
            )
        )  # fmt: skip

    async def start_from(self, choice: TemplateChoice) -> None:
        """Give the editor the text of a template; for another purpose it is a draft of its own."""
        from templates.template import BrokenTemplate, UnknownTemplate
        from tui.messages import drafting
        from tui.messages.card_words import text_of

        host, card = self._host, self._card
        settings, now = self._state.settings, self._service.clock.now()
        if host.occasion is None or host.editor is None or card is None:
            return
        occasion, other = host.occasion, choice.purpose != self._purpose
        if other:
            card = await host.card_as_stored(card)
            occasion = drafting.occasion_to_write(card, settings, now, None, choice.purpose)
        render = partial(text_of, host.library, choice.name, occasion, settings, self._service.book, now)
        try:
            text = await to_thread(render)
        except (BrokenTemplate, UnknownTemplate) as why:
            host.editor.say(str(why))
            return
        if other:
            # A text for that may be there already: it is not passed over in silence.
            begun, seen = host.begun(occasion, host.library.get(choice.name).ends)
            if begun is None:
                fresh = drafting.empty_draft(occasion, new_id("d"))
                fresh = replace(fresh, template=choice.name, subject=text.subject, body=text.body)
                await host.open(occasion, fresh, None)
                return
            await host.open(occasion, begun, seen)
            if begun.template == choice.name:
                return
        host.editor.offer(choice.name, text.subject, text.body)
        if host.editor.is_asking:
            typed_ahead(self._screen.app).forget()

    async def new_draft(self, template: str, subject: str, body: str) -> None:
        """Make a template's text a draft of its own; the one that is open stays as it is."""
        host = self._host
        await host.keeper.keep()
        if host.occasion is None or host.editor is None or host.editor.writing is None:
            return
        fresh = replace(
            host.editor.writing.draft, id=new_id("d"), template=template, subject=subject, body=body,
            lines={}, versions=(), updated_at=None, dismissed=(), handed_over=(),
        )  # fmt: skip
        await host.open(host.occasion, fresh, None)

    # Another reader, another language

    async def turn_to(self, person_id: str) -> None:
        """Show the message for somebody who gets it in another form: that is a draft of its own."""
        card, purpose = self._card, self._purpose
        if card is not None:
            await self._host.open_for(card, purpose, card.interview.person(person_id))

    async def write_in(self, language: str) -> None:
        """Have the card's texts in this language from now on; one in which nobody has typed is begun anew."""
        host, card, purpose = self._host, self._card, self._purpose
        writing = host.editor.writing if host.editor is not None else None
        if card is None or host.occasion is None or writing is None:
            return
        card = await host.card_as_stored(card)
        move = edit({"language": (card.interview.language, language)}, now=self._service.clock.now())
        words = f"{card.interview.company}: texts in {language_or_english(language).name}"
        if not await self._steps.do(words, lambda: self._service.move(words, [card.id], move)):
            return
        draft, to, ends = writing.draft, host.occasion.to, host.ends(writing.draft)
        await host.open_for(self._state.latest(card), purpose, to, ends, draft if writing.is_edited else None)

    # The user's own name

    def ask_name(self, opening: Opening) -> None:
        """Ask for the user's own name, once: it is kept, and stands in the text."""
        from tui.forms import my_name
        from tui.forms.form import Form

        known = self._state.settings.me.name
        if known and self._host.editor is not None:
            self._host.editor.name_given(known)
        if self._name_asked or known:
            opening.end()
            return
        self._name_asked = True
        form = Form(my_name.sheet(), ascii_only=self._state.ascii_only)
        self._screen.app.push_screen(form, self._take_name)
        typed_ahead(self._screen.app).end_with(form, opening)

    def _take_name(self, name: str | None) -> None:
        if name is None or self._host.editor is None:
            return
        self._host.editor.name_given(name)
        background.begin(self._screen, partial(self.own.name, name), group="settings")

    # Another program

    def edit_outside(self) -> None:
        """Let the user's own editor have the terminal for a while."""
        from store.files.paths import state_dir
        from tui.handover.external_editor import edit_text
        from tui.terminal.signals import under_way

        host = self._host
        host.save_now()
        current = host.editor.current if host.editor is not None else None
        if host.editor is None or host.editor.writing is None or current is None:
            return
        text, (interview, draft, _) = host.editor.writing.outside(), current
        now, editor = self._service.clock.now(), host.editor

        def keep(text: str) -> None:
            editor.put(text)
            host.save_now()

        try:
            with self._screen.app.suspend():
                edited = edit_text(
                    text, os.environ, state_dir(), ending=under_way, keep=keep,
                    recorded=lambda path: handed_out(self._service.path, interview, draft, path, now),
                )  # fmt: skip
        except SuspendNotSupported:
            return
        if edited.text is None:
            editor.say(edited.said)
