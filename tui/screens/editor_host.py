"""The editor on the board: opens drafts in it, keeps what is typed, and answers what it asks for."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store import spans
from store.changes.drafts import same_text
from store.database.autosave import PadKey
from store.interview import Draft, Person, Purpose
from store.languages import listed
from store.new_ids import new_id
from store.people.names import ShortNames
from store.rules.board import Card
from tui import background
from tui.messages.autosaver import Autosaver
from tui.screens.board_state import BoardState
from tui.screens.draft_keeper import DraftKeeper
from tui.screens.steps import Steps
from tui.typed_ahead import typed_ahead
from tui.widgets.columns import Columns

if TYPE_CHECKING:
    from templates.library import Library
    from tui.messages.occasion import Occasion
    from tui.messages.open_draft import OpenDraft
    from tui.screens.leaving import Unsaved
    from tui.widgets.editor.editor import Editor


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
    ) -> None:
        """`autosaver` keeps what is being typed; `make_library` reads the templates; `closed` is called when
        the board is gone back to."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._make_library = make_library
        self._library: Library | None = None
        self._closed = closed
        self.leave_pages: Callable[[], None] = lambda: None
        """Has the pages go that lie over the board."""
        self.offer_templates: Callable[[], None] = lambda: None
        """Called where only the user knows what is to be said: the templates are the question."""
        self.occasion: Occasion | None = None
        """What is being written."""
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
        self, card: Card, *, purpose: Purpose | None = None, to: Person | None = None, ends: str = "",
        of: str | None = None,
    ) -> None:  # fmt: skip
        """Open the editor on the draft that the card asks for, or on one for a purpose and a person.

        `ends`: how the card ends once it was sent, where it is such a text; `of`: the id of what is sent.
        What is typed ahead is for it.
        """
        opening = typed_ahead(self._screen.app).begin()

        async def write() -> None:
            with opening:
                await self.open_for(card, purpose, to, ends, of=of)

        if self._screen.app.screen is not self._screen:
            # The page from which it was asked for would lie over it.
            self._screen.app.screen.dismiss()
        self.leave_pages()
        background.begin(self._screen, write, group="write", exclusive=True)

    async def open_for(
        self, card: Card, purpose: Purpose | None = None, to: Person | None = None, ends: str = "",
        text: Draft | None = None, *, of: str | None = None,
    ) -> None:  # fmt: skip
        """The same, once it is there; `text` instead of what the card has for it."""
        from tui.messages import drafting

        card = await self.card_as_stored(card)
        now = self._state.now()
        occasion = drafting.occasion_to_write(card, self._state.settings, now, to, purpose, of)
        draft, seen = self.begun(occasion, ends)
        if text is not None:
            draft, seen = text, next((one for one in card.interview.drafts if one.id == text.id), None)
        if draft is None:
            draft = await to_thread(self._begin, occasion, ends)
        await self.open(occasion, draft, seen)
        if self.editor is None:
            return
        if not draft.body.strip():
            self.offer_templates()
        elif draft.purpose != "thanks" and card.owed:
            short = ShortNames(card.interview.people)
            names = listed([short.of(one.name or "") or "them" for one in card.owed])
            self.editor.say(
                f"Thanks to {names} are open: {self._state.keymap.say('editor.template')} has them."
            )

    async def card_as_stored(self, card: Card) -> Card:
        """The card with what has just been written: the database may know more than is shown."""
        self._note_unkept()
        await self.keeper.keep()
        one = self._service.book.interviews.get(card.id)
        return card if one is None else self._service.card(one, self._state.now())

    def begun(self, occasion: Occasion, ends: str = "") -> tuple[Draft | None, Draft | None]:
        """The text already begun for this message, and how the database holds it; None where it does not.

        A text that could not be stored is as good as one that was.
        """
        from tui.messages import drafting

        unkept = self.keeper.unkept(occasion.interview.id)
        stored = {one.id: one for one in occasion.interview.drafts}
        newest = {**stored, **{key: draft for key, (draft, _) in unkept.items()}}
        draft = drafting.current_draft(
            occasion, self.library, self._service.book, self._state.settings, self._state.now(),
            drafts=[*newest.values()], ends=ends,
        )  # fmt: skip
        if draft is None:
            return None, None
        return draft, unkept[draft.id][1] if draft.id in unkept else stored.get(draft.id)

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

    async def open(self, occasion: Occasion, draft: Draft, seen: Draft | None) -> None:
        """Open the editor on this draft of a message; `seen` as the database holds it."""
        from tui.widgets.editor.editor import Editor

        self.occasion = occasion
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
            self.editor.saved(stored, f"saved {spans.clock_time(here)}")

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
