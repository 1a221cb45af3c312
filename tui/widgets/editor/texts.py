"""Other texts for the editor: from notes, from templates, older ones; and how its reader will see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from store import spans
from store.interview import Draft, Version
from store.text import show
from tui.widgets.editor.letter_state import Note
from tui.widgets.editor.question import Answer
from tui.widgets.editor.questions import SCROLLING, EditorQuestions


class EditorTexts(EditorQuestions):
    """Brings a text, or part of one, into the field; what stood there is never lost."""

    @dataclass
    class TemplateAsked(Message, namespace="editor"):
        """The user wants another template: answer with `choose_template`, then with `offer`."""

        interview_id: str

    @dataclass
    class TemplateChosen(Message, namespace="editor"):
        """A template was picked from those given to `choose_template`."""

        interview_id: str
        name: str

    @dataclass
    class NewDraftAsked(Message, namespace="editor"):
        """The template's text is to be a draft of its own; this one stays."""

        interview_id: str
        template: str
        subject: str
        body: str

    @dataclass
    class Replaced(Message, namespace="editor"):
        """Another text took the whole place of this one: the older should be kept as a version."""

        interview_id: str
        draft: Draft
        seen: Draft | None

    @dataclass
    class NoteUsed(Message, namespace="editor"):
        """A note of the debrief was put into the text."""

        interview_id: str
        note: Note

    def put(self, text: str, subject: str | None = None) -> None:
        """Take this text in the place of what stands here; the old one joins the versions."""
        self._start_from(None, self.subject.value if subject is None else subject, text)

    # Notes

    def action_insert(self) -> None:
        """Ask which note to put where the cursor is."""
        notes = self.writing.letter.notes[:9] if self.writing is not None else ()
        if not notes:
            self.say("The debrief holds no topics, loose ends or notes yet.")
            return
        answers = [Answer(str(number), str(number), note.text) for number, note in enumerate(notes, 1)]
        self.ask("Insert which?", answers, self._insert, way_out="none", as_list=True)

    def _insert(self, key: str | None) -> None:
        if key is None or self.writing is None:
            return
        note = self.writing.letter.notes[int(key) - 1]
        start, end = self.body.selection
        self.body.replace(note.text, min(start, end), max(start, end), maintain_selection_offset=False)
        self.post_message(self.NoteUsed(self.writing.letter.interview_id, note))

    # Templates

    def action_template(self) -> None:
        """Ask for the templates that fit."""
        self.take_in()
        if self.writing is not None:
            self.post_message(self.TemplateAsked(self.writing.letter.interview_id))

    def choose_template(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer templates, best first, as (name, title and reason in words)."""
        offered = choices[:9]
        answers = [Answer(str(number), str(number), words) for number, (_, words) in enumerate(offered, 1)]

        def then(key: str | None) -> None:
            if key is not None and self.writing is not None:
                name = offered[int(key) - 1][0]
                self.post_message(self.TemplateChosen(self.writing.letter.interview_id, name))

        self.ask("Start from which?", answers, then, way_out="keep the text", as_list=True)

    def offer(self, template: str, subject: str, body: str) -> None:
        """Take a template's text; where there is a text of the user's own, ask first."""
        self.take_in()
        writing = self.writing
        if writing is None:
            return
        if not writing.is_edited:
            self._start_from(template, subject, body)
            return

        def then(key: str | None) -> None:
            if key == "r":
                self._start_from(template, subject, body)
            elif key == "n":
                self.post_message(self.NewDraftAsked(writing.letter.interview_id, template, subject, body))

        answers = (Answer("k", "k", "keep it"), Answer("r", "r", "replace it"), Answer("n", "n", "new draft"))
        self.ask("There is a text of yours here.", answers, then, way_out="keep it")

    def _start_from(self, template: str | None, subject: str, body: str) -> None:
        self.take_in()
        writing = self.writing
        if writing is None:
            return
        before = writing.draft
        writing.start_from(template, subject, body)
        if before.body.strip():
            at = before.updated_at or writing.letter.now
            writing.lost = Version(at=at, subject=before.subject, body=before.body)
        self.body.put(writing.shown)
        self._fill_lines()
        self.body.move_cursor((0, 0))
        self.publish()
        self.check()
        self.post_message(self.Replaced(writing.letter.interview_id, writing.draft, writing.seen))

    # Older texts and reading

    def action_older(self) -> None:
        """The text just lost, or the older texts one by one."""
        self.take_in()
        versions = self.writing.versions if self.writing is not None else ()
        if not versions:
            self.say("There is no older text yet.")
        elif not self.body.text.strip():
            self._start_from(None, versions[-1].subject, versions[-1].body)
            self.say("The text is back.")
        else:
            self._browse(versions, len(versions) - 1)

    def _browse(self, versions: Sequence[Version], place: int) -> None:
        assert self.writing is not None
        one, letter = versions[place], self.writing.letter
        self._read(one.body if not one.subject else f"{one.subject}\n\n{one.body}")
        when = spans.moment(one.at, letter.now, letter.zone)
        answers = []
        if place > 0:
            answers.append(Answer("left", "left", "older"))
        if place + 1 < len(versions):
            answers.append(Answer("right", "right", "newer"))
        answers.append(Answer("enter", "enter", "take it back"))

        def then(key: str | None) -> None:
            if key == "enter":
                self._stop_reading()
                self._start_from(None, one.subject, one.body)
            elif key in ("left", "right"):
                self._browse(versions, place + (1 if key == "right" else -1))
            elif key in SCROLLING:
                self._scroll(key)
                self._browse(versions, place)
            else:
                self._stop_reading()

        words = f"Older text {place + 1} of {len(versions)}, {when}."
        self.ask(words, answers, then, way_out="leave it", also=SCROLLING)

    def action_reading(self) -> None:
        """Show the text as the reader gets it, with the line only for them."""
        self.take_in()
        if self.writing is None:
            return
        self._read(self.writing.final.text)
        self._ask_reading(f"As {show(self.writing.reader.name) or 'they'} will read it.")

    def _ask_reading(self, words: str) -> None:
        def then(key: str | None) -> None:
            if key in SCROLLING:
                self._scroll(key)
                self._ask_reading(words)
            else:
                self._stop_reading()

        self.ask(words, (), then, way_out="write on", also=SCROLLING)
