"""The editor on the board: opens drafts in it, keeps what is typed, and answers what it asks for."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.app import SuspendNotSupported
from textual.screen import Screen

from store.changes.drafts import same_text
from store.database.autosave import PadKey
from store.database.outside_texts import handed_out
from store.interview import Draft, Person, Purpose
from store.languages import language_or_english, listed
from store.people.names import short_name
from store.rules.board import Card
from store.service import new_id
from tui import background
from tui.messages.autosaver import Autosaver
from tui.screens.board_state import BoardState
from tui.screens.draft_keeper import DraftKeeper
from tui.screens.own_settings import OwnSettings
from tui.screens.steps import Steps
from tui.typed_ahead import Opening, typed_ahead
from tui.widgets.columns import Columns

if TYPE_CHECKING:
    from templates.library import Library
    from tui.messages.occasion import Occasion
    from tui.messages.open_draft import OpenDraft, TemplateChoice
    from tui.screens.leaving import Unsaved
    from tui.widgets.editor.editor import Editor


def editor_purpose(editor: Editor) -> Purpose:
    """What the text in the editor is for."""
    return editor.writing.opened.purpose if editor.writing is not None else "other"


class EditorHost:
    """Has the editor, once it has been opened, and does for it what is beyond a text."""

    def __init__(
        self,
        screen: Screen[Any],
        state: BoardState,
        steps: Steps,
        make_library: Callable[[], Library],
        autosaver: Autosaver,
        *,
        closed: Callable[[], None],
        own: OwnSettings,
    ) -> None:
        """`autosaver` keeps what is being typed; `make_library` reads the templates; `closed` is called when
        the board is gone back to; `own` keeps what is asked for once."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._make_library = make_library
        self._library: Library | None = None
        self._closed = closed
        self.own = own
        self._name_asked = False
        self._occasion: Occasion | None = None
        self.keeper = DraftKeeper(screen, state.service, steps, autosaver=autosaver, stored=self._stored)
        self.editor: Editor | None = None
        """Imported no sooner than it is opened."""

    @property
    def library(self) -> Library:
        """The templates, read when the first text is written."""
        if self._library is None:
            self._library = self._make_library()
            self._service.notes.extend(self._library.problems)
        return self._library

    # Opening and closing

    def write(
        self, card: Card, *, purpose: Purpose | None = None, to: Person | None = None, ends: str = ""
    ) -> None:
        """Open the editor on the draft that the card asks for, or on one for a purpose and a person.

        `ends`: how the card ends once it was sent, where it is such a text. What is typed ahead is for it.
        """
        opening = typed_ahead(self._screen.app).begin()

        async def write() -> None:
            with opening:
                await self._open_draft(card, purpose, to, ends)

        if self._screen.app.screen is not self._screen:
            # The page from which it was asked for would lie over it.
            self._screen.app.screen.dismiss()
        background.begin(self._screen, write, group="write", exclusive=True)

    async def _open_draft(
        self, card: Card, purpose: Purpose | None = None, to: Person | None = None, ends: str = ""
    ) -> None:
        from tui.messages import drafting

        self._note_unkept()
        await self.keeper.keep()
        # The database may know more than the board that is shown: what was written just now.
        if (one := self._service.book.interviews.get(card.id)) is not None:
            card = self._service.card(one, self._state.now())
        occasion = drafting.occasion_to_write(card, self._state.settings, self._state.now(), to, purpose)
        if (unkept := self.keeper.unkept(card.id)) is not None and unkept[0].purpose == occasion.purpose:
            await self._open(occasion, *unkept)
            return
        seen = drafting.current_draft(occasion, self.library if ends else None, ends)
        draft = seen if seen is not None else await to_thread(self._begin, occasion, ends)
        await self._open(occasion, draft, seen)
        if self.editor is None:
            return
        if not draft.body.strip():
            # Only the user knows what is to be said: the templates are the question.
            self.offer_templates()
        elif draft.purpose != "thanks" and card.owed:
            names = listed([short_name(one.name or "", card.interview.people) or "them" for one in card.owed])
            self.editor.say(
                f"Thanks to {names} are open: {self._state.keymap.say('editor.template')} has them."
            )

    def _begin(self, occasion: Occasion, ends: str) -> Draft:
        """A new draft; an empty one where the user's own template is broken, and that is said."""
        from templates.template import BrokenTemplate
        from tui.messages import drafting

        fresh, now = new_id("d"), self._service.clock.now()
        try:
            return drafting.new_draft(
                occasion, self.library, self._service.book, self._state.settings, now, draft_id=fresh,
                ends=ends,
            )  # fmt: skip
        except BrokenTemplate as why:
            self._service.notes.append(f"{str(why)[:1].upper()}{str(why)[1:]}")
            return drafting.empty_draft(occasion, fresh)

    def ends(self, draft: Draft) -> str:
        """How a card ends once this draft was sent: accepted, declined, withdrawn; blank for most."""
        known = {one.name: one for one in self.library.all()}
        return known[draft.template].ends if draft.template in known else ""

    def open_draft_of(self, occasion: Occasion, draft: Draft, seen: Draft | None) -> OpenDraft:
        """A draft with all that the editor and the checks must know of it. Slow: templates are rendered."""
        from tui.messages import drafting

        return drafting.open_draft(
            occasion, draft, seen, library=self.library, book=self._service.book,
            settings=self._state.settings, now=self._service.clock.now(), zone=self._service.zone,
        )  # fmt: skip

    async def _open(self, occasion: Occasion, draft: Draft, seen: Draft | None) -> None:
        from tui.widgets.editor.editor import Editor

        self._occasion = occasion
        opened = await to_thread(self.open_draft_of, occasion, draft, seen)
        if self.editor is None:
            self.editor = Editor(
                self.keeper.autosaver.publish,
                keymap=self._state.keymap,
                ascii_only=self._state.ascii_only,
                id="editor",
            )
            await self._screen.query_one("#middle").mount(self.editor)
        self._screen.add_class("-writing")
        self.editor.open(opened)
        self._steps.say_notes()

    @property
    def is_open(self) -> bool:
        """Whether something is being written: then keys go there, and nowhere else on the board."""
        return self.editor is not None and self.editor.writing is not None

    def focus_home(self) -> None:
        """Give the focus to what has the keys: the text that is open, else the columns."""
        editor = self.editor if self.is_open else None
        self._screen.set_focus(editor.body if editor is not None else self._screen.query_one(Columns))

    async def close(self) -> None:
        """Back to the board; the text is saved."""
        if self.editor is not None:
            self.editor.shut()
        self._screen.remove_class("-writing")
        self._screen.set_focus(self._screen.query_one(Columns))
        await self.keeper.keep()
        self._closed()
        if self.keeper.unsaved:
            await to_thread(self.keeper.autosaver.flush)
        if unsaved := self.unsaved:
            why, again = self.keeper.autosaver.trouble, self._state.keymap.say("card.draft")
            title = f"{unsaved[0].title} is not on the disk{f' ({why})' if why else ''}"
            self._state.say(f"{title}: kept while the board is open; {again} on its card shows it.", "warn")

    @property
    def unsaved(self) -> list[Unsaved]:
        """The texts that are on no disk, as of the last attempt to write them."""
        from tui.screens.leaving import Unsaved

        interviews = self._service.book.interviews
        return [
            Unsaved(
                f"The text for {interviews[one].company if one in interviews else one}",
                f"{draft.subject}\n\n{draft.body}" if draft.subject else draft.body,
            )
            for one, draft in self.keeper.unsaved
        ]

    def save_last(self) -> None:
        """Before leaving: all texts to the disk, as far as it takes them."""
        self._note_unkept()
        self.keeper.save_last()

    # Keeping

    def say(self, words: str) -> None:
        """Say something in the editor, where one is open: it has the board's last line."""
        if self.editor is not None and self.is_open:
            self.editor.say(words)

    def trouble(self, words: str | None) -> None:
        """Why a text is not on the disk, and None where it is again; from any thread."""

        def say() -> None:
            if self.editor is not None:
                self.editor.trouble(words)

        # From any thread, and from a signal's handler.
        self._screen.call_later(say)

    def _stored(self, key: PadKey, stored: Draft) -> None:
        writing = self.editor.writing if self.editor is not None else None
        # While the board is left its fields may be gone already.
        if self.editor is None or writing is None or not self.editor.query("#editor-line"):
            return
        if (writing.opened.interview_id, writing.draft.id) == key:
            here = self._service.clock.now().astimezone(self._service.zone)
            self.editor.saved(stored, f"saved {here:%H:%M}")

    def typed(self, interview_id: str, draft: Draft, seen: Draft | None) -> None:
        """The pad is on its way already; the database follows when there is a pause."""
        self.keeper.note(interview_id, draft, seen)
        self.keeper.keep_later()

    async def replaced(self, interview_id: str, draft: Draft, seen: Draft | None) -> None:
        """Another text took the place of one, which is kept as a version."""
        self.keeper.note(interview_id, draft, seen)
        await self.keeper.keep(mark=True)

    def _note_unkept(self) -> None:
        """Do not wait for the message of the last key; a text in which nobody has typed is not kept."""
        # Its fields may not be there yet, or no longer.
        if self.editor is None or not self.editor.query("#editor-line"):
            return
        current = self.editor.current
        if current is None or self.editor.writing is None:
            return
        interview_id, draft, seen = current
        if not same_text(draft, self.editor.writing.opened.draft if seen is None else seen):
            self.keeper.note(interview_id, draft, seen)

    def save_now(self) -> None:
        """Put the text on the disk at once; also from a signal's handler."""
        if self.editor is not None:
            self.editor.take_in()
        self.keeper.autosaver.flush()

    def leave(self) -> None:
        """The last save, before the screen goes."""
        self._note_unkept()
        self.keeper.close()

    # What the editor asks for

    async def dismiss(self, rule: str) -> None:
        """Remember a check let be for good beside the interviews; one for a draft lies in the draft."""
        await self._steps.work(lambda: self._service.dismiss_for_good(rule))

    def offer_templates(self) -> None:
        """Let the user choose another template, whatever it is for."""
        from tui.messages import drafting

        card = self._card_written_for()
        if self._occasion is None or self.editor is None or card is None:
            return
        self.editor.choose_template(
            drafting.every_choice(
                card, self._occasion, self.library, self._service.book, self._state.settings,
                self._service.clock.now(),
            )
        )  # fmt: skip

    def _card_written_for(self) -> Card | None:
        writing = self.editor.writing if self.editor is not None else None
        return self._state.board.card(writing.opened.interview_id) if writing is not None else None

    async def start_from(self, choice: TemplateChoice) -> None:
        """Give the editor the text of a template; for another purpose it is a draft of its own."""
        from templates.template import BrokenTemplate, UnknownTemplate
        from tui.messages import drafting

        occasion, editor, card = self._occasion, self.editor, self._card_written_for()
        if occasion is None or editor is None or card is None:
            return
        other = choice.purpose != editor_purpose(editor)
        if other:
            occasion = drafting.occasion_to_write(
                card, self._state.settings, self._state.now(), None, choice.purpose
            )
        try:
            text = await to_thread(
                lambda: drafting.text_from(
                    occasion,
                    self.library,
                    choice.name,
                    self._service.book,
                    self._state.settings,
                    self._service.clock.now(),
                )
            )
        except (BrokenTemplate, UnknownTemplate) as why:
            editor.say(str(why))
            return
        if other:
            await self.keeper.keep()
            draft = replace(
                drafting.empty_draft(occasion, new_id("d")), template=choice.name, subject=text.subject,
                body=text.body,
            )  # fmt: skip
            await self._open(occasion, draft, None)
            return
        editor.offer(choice.name, text.subject, text.body)
        if editor.is_asking:
            typed_ahead(self._screen.app).forget()

    async def turn_to(self, person_id: str) -> None:
        """Show the message for somebody who gets it in another form: that is a draft of its own."""
        card, editor = self._card_written_for(), self.editor
        purpose = editor_purpose(editor) if editor is not None else None
        if card is not None:
            await self._open_draft(card, purpose, card.interview.person(person_id))

    async def write_in(self, language: str) -> None:
        """Have the card's texts in this language from now on."""
        from store.changes.moves import edit

        card, occasion = self._card_written_for(), self._occasion
        if card is None or occasion is None or self.editor is None or self.editor.writing is None:
            return
        await self.keeper.keep()
        before = card.interview.language
        move = edit({"language": (before, language)}, now=self._service.clock.now())
        words = f"{card.interview.company}: texts in {language_or_english(language).name}"
        if await self._steps.do(words, lambda: self._service.move(words, [card.id], move)):
            await self._open_draft(self._state.latest(card), editor_purpose(self.editor), occasion.to)

    def ask_name(self, opening: Opening) -> None:
        """Ask for the user's own name, once: it is kept, and stands in the text."""
        from tui.forms import my_name
        from tui.forms.form import Form

        with opening:
            if self._name_asked:
                return
            self._name_asked = True
            form = Form(my_name.sheet(), ascii_only=self._state.ascii_only)
            self._screen.app.push_screen(form, self._take_name)

    def _take_name(self, name: str | None) -> None:
        if name is None or self.editor is None:
            return
        self.editor.name_given(name)
        background.begin(self._screen, partial(self.own.name, name), group="settings")

    async def new_draft(self, template: str, subject: str, body: str) -> None:
        """Make a template's text a draft of its own; the one that is open stays as it is."""
        await self.keeper.keep()
        occasion, editor = self._occasion, self.editor
        if occasion is None or editor is None or editor.writing is None:
            return
        fresh = replace(
            editor.writing.draft, id=new_id("d"), template=template, subject=subject, body=body,
            lines={}, versions=(), updated_at=None, dismissed=(),
        )  # fmt: skip
        await self._open(occasion, fresh, None)

    def edit_outside(self) -> None:
        """Let the user's own editor have the terminal for a while."""
        from store.files.paths import state_dir
        from tui.handover.external_editor import edit_text
        from tui.terminal.signals import under_way

        self.save_now()
        current = self.editor.current if self.editor is not None else None
        if self.editor is None or self.editor.writing is None or current is None:
            return
        text, (interview, draft, _) = self.editor.writing.outside(), current
        now, editor = self._service.clock.now(), self.editor

        def keep(text: str) -> None:
            editor.put(text)
            self.save_now()

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
