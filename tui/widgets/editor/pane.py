"""The editor's fields and what stands around them: opening a draft, taking in keys, saying how it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from textual import on
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, TextArea

from store.interview import Draft
from store.text import clean
from templates.proof import Speller, proof
from tui.widgets.editor.body import Body
from tui.widgets.editor.face import EditorFace
from tui.widgets.editor.letter_state import Letter
from tui.widgets.editor.writing import Writing

Publish: TypeAlias = Callable[[str, Draft, Draft | None], None]

AT_ONCE = 0.005
"""Seconds a check may take to be made at every key; a slower one waits for a pause."""
PAUSE = 0.3
"""Seconds without a key after which a slow check is made."""


class EditorPane(EditorFace):
    """The editor without its keys: opens a draft, takes in what is typed, has it checked."""

    @dataclass
    class Typed(Message):
        """The text has changed."""

        interview_id: str
        draft: Draft
        """The draft as it is now."""
        seen: Draft | None
        """The draft as the database held it when it was last read or saved; None where it is new."""

    @dataclass
    class _CheckDue(Message):
        """There has been a pause: check the text."""

    @dataclass
    class _SpellerHere(Message):
        """The dictionary has been read."""

        speller: Speller

    def __init__(
        self,
        publish: Publish = lambda interview_id, draft, seen: None,
        *,
        changed_keys: Mapping[str, str] | None = None,
        ascii_only: bool = False,
        load_speller: Callable[[], Speller | None] = Speller.load,
        id: str | None = None,  # noqa: A002 - the framework's own name
    ) -> None:
        """`publish` is called at once with each change, before any message is posted; `changed_keys` are the
        user's own keys by id; `load_speller` is called in a thread when a draft is first opened."""
        super().__init__(changed_keys or {}, ascii_only=ascii_only, id=id)
        self._publish = publish
        self._load_speller: Callable[[], Speller | None] | None = load_speller
        self._speller: Speller | None = None
        self._took = 0.0
        self._timer: Timer | None = None

    # Opening and closing

    def open(self, letter: Letter) -> None:
        """Show this draft, in the place of the one that is open; only once mounted."""
        self.take_in()
        self.writing = Writing(letter)
        self._status = (letter.status, "dim")
        self._took = 0.0
        self.display = True
        self._fill()
        gaps = self.body.gaps()
        if gaps:
            self.body.select_stretch(gaps[0][0], gaps[0][0])
        self.go_to(self.body)
        if self._load_speller is not None:
            load, self._load_speller = self._load_speller, None
            self.run_worker(partial(self._fetch_speller, load), thread=True, exit_on_error=False)

    def shut(self) -> None:
        """Take in the last key and show nothing any more."""
        self.take_in()
        self.writing = None
        self._stop_timer()
        self.display = False

    def _fill(self) -> None:
        """Put the draft into the fields as the reader shown gets it."""
        assert self.writing is not None
        self.body.load_text(self.writing.shown)
        self._fill_lines()
        self.check()

    def _fill_lines(self) -> None:
        assert self.writing is not None
        self.subject.value = self.writing.draft.subject
        self.line.value = self.writing.line

    # Typing

    @property
    def current(self) -> tuple[str, Draft, Draft | None] | None:
        """The interview's id, the draft to the last key, and as the database held it.

        For the ways out, on which a message may no longer be handled. None where no draft is open.
        """
        self.take_in()
        if self.writing is None:
            return None
        return self.writing.letter.interview_id, self.writing.draft, self.writing.seen

    def take_in(self) -> bool:
        """Read the fields and publish what is new; whether anything was. Quick, and safe at any moment."""
        if self.writing is None:
            return False
        subject, line = clean(self.subject.value), clean(self.line.value)
        if not self.writing.type(subject, self.body.text, line):
            return False
        self.publish()
        return True

    def publish(self) -> None:
        """Hand the draft as it is to who keeps it."""
        assert self.writing is not None
        writing = self.writing
        writing.out.append(writing.draft)
        self._publish(writing.letter.interview_id, writing.draft, writing.seen)
        self._status = ("", "dim") if writing.is_saved else (f"typing{self._signs.more}", "dim")
        self.post_message(self.Typed(writing.letter.interview_id, writing.draft, writing.seen))

    @on(TextArea.Changed, "#editor-body")
    @on(Input.Changed, "#editor-subject")
    @on(Input.Changed, "#editor-line")
    def _typed(self, event: Message) -> None:
        event.stop()
        if isinstance(event, Input.Changed) and clean(event.value) != event.value:
            event.input.value = clean(event.value)
            self.say("Control characters were left out.")
        if not self.take_in():
            return
        self._said = ""
        if self._took > AT_ONCE:
            self._check_later()
            self.paint()
        else:
            self.check()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        self.go_to(self.body)

    @on(Body.Refused)
    def _refused(self, event: Body.Refused) -> None:
        event.stop()
        self.say(event.why)

    # Checking

    def _check_later(self) -> None:
        self._stop_timer()
        # A timer's callback runs in a task of its own: it only says that the time has come.
        self._timer = self.set_timer(PAUSE, partial(self.post_message, self._CheckDue()))

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    @on(_CheckDue)
    def check(self) -> None:
        """Check the text as the reader shown gets it, and show everything as it is."""
        if self.writing is None:
            return
        begun = time.perf_counter()
        final = self.writing.final
        subject = self.writing.draft.subject if self.writing.has_subject else ""
        self.findings = proof(final.text, self.writing.judged, subject=subject, speller=self._speller)
        self._took = time.perf_counter() - begun
        self._stop_timer()
        self.paint()

    def _fetch_speller(self, load: Callable[[], Speller | None]) -> None:
        speller = load()
        if speller is not None:
            self.post_message(self._SpellerHere(speller))

    @on(_SpellerHere)
    def _spell(self, event: _SpellerHere) -> None:
        self._speller = event.speller
        self.check()

    # Showing

    def saved(self, stored: Draft, words: str) -> None:
        """The database holds this draft now; `words` say since when: `saved 18:03`."""
        self.take_in()
        if self.writing is None or not self.writing.stored(stored):
            return
        if self.writing.is_saved:
            self._status = (words, "dim")
        else:
            # Typed while it was being saved: said again, now that the database holds something newer.
            self.publish()
        self.paint()

    def trouble(self, words: str | None) -> None:
        """Why the text is not kept (`disk full`), or None once it is again. The text stays where it is."""
        self._trouble = words
        self.paint()
