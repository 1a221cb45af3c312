"""Writing: opening the editor on a card, keeping what is typed, and what the editor asks the board to do."""

from __future__ import annotations

from asyncio import CancelledError, Lock
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.message import Message
from textual.timer import Timer

from store.changes.drafts import same_text
from store.changes.moves import Refused
from store.files.errors import StorageError
from store.interview import Draft
from store.rules.board import Card
from store.service import Service, new_id
from store.settings import Settings
from tui.messages.autosaver import Autosaver
from tui.screens.deeds import CardDeeds

if TYPE_CHECKING:
    from templates.library import Library
    from tui.messages.occasion import Occasion
    from tui.widgets.editor.editor import Editor
    from tui.widgets.editor.letter_state import Letter

IDLE = 2.0
"""Seconds without a key after which the database takes a draft in; until then its pad has it."""
LAST_WAIT = 1.0
"""Seconds that leaving waits for another writer; the pad keeps the text for the next start."""


class WritingDeeds(CardDeeds):
    """The keys that have to do with texts."""

    class KeepDue(Message):
        """There has been a pause: the database takes the draft in."""

    class Trouble(Message):
        """Why a draft is not on the disk, or None where it is again."""

        def __init__(self, words: str | None) -> None:
            super().__init__()
            self.words = words

    def __init__(
        self,
        service: Service,
        settings: Settings,
        library: Callable[[], Library],
        *,
        at: datetime | None = None,
        demo: bool = False,
    ) -> None:
        super().__init__(service, settings, at=at, demo=demo)
        self._make_library = library
        self._library: Library | None = None
        self.autosaver = Autosaver(service.path, service.clock, self._report)
        self._wanted: Occasion | None = None
        self._unkept: dict[tuple[str, str], tuple[Draft, Draft | None]] = {}
        """What the database has not taken in yet, by interview and draft: the text, and how it was stored."""
        self._keep_timer: Timer | None = None
        self._keeping = Lock()
        self.editor: Editor | None = None
        """The editor, once it has been opened; it is imported no sooner."""

    @property
    def library(self) -> Library:
        """The templates, read when the first text is written."""
        if self._library is None:
            self._library = self._make_library()
            self.service.notes.extend(self._library.problems)
        return self._library

    # Opening

    def action_draft(self) -> None:
        """Write what the card asks for: thanks, a call from the sheet, or a status mail."""
        for card in self.one():
            self.draft(card)

    def draft(self, card: Card) -> None:
        """Write what that card asks for."""
        if card.column == "upcoming":
            self.say("The interview is still ahead; e edits it, and thanks come after it.")
        elif card.follow_up is not None and card.follow_up.channel == "call":
            self.call(card)
        else:
            self.write(card)

    def write(self, card: Card) -> None:
        """Open the editor on the draft that the card asks for."""
        self.columns.hold()
        self.run_worker(self._write(card), group="write", exclusive=True)

    async def _write(self, card: Card) -> None:
        try:
            await self._open_draft(card)
        finally:
            self.columns.release()

    async def _open_draft(self, card: Card) -> None:
        from tui.messages import drafting

        self._note_unkept()
        await self.keep_draft()
        # The database may know more than the board that is shown: what was written just now.
        card = self.service.board(self.now()).card(card.id) or card
        wanted = drafting.written(card, self.settings, self.now())
        seen = drafting.current_draft(wanted)
        draft = seen if seen is not None else await self.in_thread(lambda: self._begin(wanted))
        await self._open(wanted, draft, seen)

    def _begin(self, wanted: Occasion) -> Draft:
        """A new draft; an empty one where the user's own template is broken, and that is said."""
        from templates.template import BrokenTemplate
        from tui.messages import drafting

        fresh = new_id("d")
        try:
            return drafting.new_draft(
                wanted,
                self.library,
                self.service.book,
                self.settings,
                self.service.clock.now(),
                draft_id=fresh,
            )
        except BrokenTemplate as why:
            self.service.notes.append(f"{str(why)[:1].upper()}{str(why)[1:]}")
            return Draft(id=fresh, purpose="status" if wanted.purpose == "status" else "thanks")

    def letter_of(self, wanted: Occasion, draft: Draft, seen: Draft | None) -> Letter:
        """A draft with all that the editor and the checks must know of it. Slow: templates are rendered."""
        from tui.messages import drafting

        return drafting.letter(
            wanted, draft, seen, library=self.library, book=self.service.book, settings=self.settings,
            now=self.service.clock.now(), zone=self.service.zone,
        )  # fmt: skip

    async def _open(self, wanted: Occasion, draft: Draft, seen: Draft | None) -> None:
        from tui.widgets.editor.editor import Editor

        self._wanted = wanted
        letter = await self.in_thread(lambda: self.letter_of(wanted, draft, seen))
        if self.editor is None:
            self.editor = Editor(
                self.autosaver.publish,
                changed_keys=self.settings.keys,
                ascii_only=bool(self.settings.ascii),
                id="editor",
            )
            await self.query_one("#middle").mount(self.editor)
        self.add_class("-writing")
        self.editor.open(letter)
        self._tell_notes()

    def call(self, card: Card) -> None:
        """Open the call sheet; the screen built on this one has it."""
        raise NotImplementedError

    # Keeping

    def _report(self, trouble: str | None) -> None:
        self.post_message(self.Trouble(trouble))

    @on(Trouble)
    def _say_trouble(self, event: Trouble) -> None:
        if self.editor is not None:
            self.editor.trouble(event.words)

    def on_editor_typed(self, event: Editor.Typed) -> None:
        """The pad is on its way already; the database follows when there is a pause."""
        self._unkept[event.interview_id, event.draft.id] = (event.draft, event.seen)
        if self._keep_timer is not None:
            self._keep_timer.stop()
        self._keep_timer = self.set_timer(IDLE, lambda: self.post_message(self.KeepDue()))

    @on(KeepDue)
    def _keep_due(self) -> None:
        self.run_worker(self.keep_draft(), group="keep")

    async def keep_draft(self, *, mark: bool = False) -> None:
        """Have the database take in what has been written, as it is."""
        # One after the other: each goes on from what the one before has stored.
        async with self._keeping:
            for key in [*self._unkept]:
                await self._keep(key, mark=mark)

    async def _keep(self, key: tuple[str, str], *, mark: bool) -> None:
        found = self._unkept.pop(key)
        interview_id, (draft, seen) = key[0], found
        try:
            stored = await self.work(lambda: self.service.keep_draft(interview_id, draft, seen, mark=mark))
        except CancelledError:
            self._unkept.setdefault(key, found)
            raise
        later = self._unkept.pop(key, None)
        if stored is None:
            self._unkept[key] = later or found
            return
        if later is not None:
            # Typed while the disk was at work: it goes on from what is stored now.
            self._unkept[interview_id, stored.id] = (replace(later[0], id=stored.id), stored)
        self.autosaver.settled(interview_id, draft)
        editor = self.editor
        if editor is None or editor.writing is None:
            return
        if (editor.writing.letter.interview_id, editor.writing.draft.id) == key:
            here = self.service.clock.now().astimezone(self.service.zone)
            editor.saved(stored, f"saved {here:%H:%M}")

    def _note_unkept(self) -> None:
        """Do not wait for the message of the last key; a text in which nobody has typed is not kept."""
        # Its fields may not be there yet, or no longer.
        if self.editor is None or not self.editor.query("#editor-line"):
            return
        now = self.editor.current
        if now is None or self.editor.writing is None:
            return
        interview_id, draft, seen = now
        if not same_text(draft, self.editor.writing.letter.draft if seen is None else seen):
            self._unkept[interview_id, draft.id] = (draft, seen)

    def save_now(self) -> None:
        """Put the text on the disk at once; also from a signal's handler."""
        if self.editor is not None:
            self.editor.take_in()
        self.autosaver.flush()

    def leave(self) -> None:
        """The last save, made before the screen goes: the database has the text, or its pad has."""
        self._note_unkept()
        while self._unkept:
            (interview_id, _), (draft, seen) = self._unkept.popitem()
            try:
                self.service.keep_draft(interview_id, draft, seen, limit=LAST_WAIT)
                self.autosaver.settled(interview_id, draft)
            except (Refused, StorageError):
                self.autosaver.flush()
        self.autosaver.close()

    def on_unmount(self) -> None:
        self.leave()

    # What the editor asks for

    async def on_editor_left(self) -> None:
        """Back to the board; the text is saved."""
        if self.editor is not None:
            self.editor.shut()
        self.remove_class("-writing")
        self.columns.focus()
        await self.keep_draft(mark=False)
        self.look_again()

    async def on_editor_replaced(self, event: Editor.Replaced) -> None:
        self._unkept[event.interview_id, event.draft.id] = (event.draft, event.seen)
        await self.keep_draft(mark=True)
