"""Which other text is to be written or read: a note, a template, an older text, or the one that goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from store import spans
from store.interview import Version
from store.languages import languages
from store.text import show
from templates.gaps import display
from tui.messages.open_draft import Note, TemplateChoice
from tui.widgets.editor.body import SCROLLING
from tui.widgets.editor.question import AnswerKey
from tui.widgets.editor.view import EditorView
from tui.widgets.editor.writing import Writing
from tui.words.offered_list import Offered

StartFrom: TypeAlias = Callable[[str | None, str, str], None]
"""Puts another text in the place of this one: the template it comes from, its subject and its body."""


class TextPicker:
    """Asks in place, one thing at a time; nothing that stands in the field is lost by an answer."""

    def __init__(self, writing: Writing, view: EditorView, start_from: StartFrom) -> None:
        self._writing = writing
        self._view = view
        self._start_from = start_from

    def ask_note(self) -> None:
        """Ask which note of the debrief to put where the cursor is."""
        notes = self._writing.opened.notes
        if not notes:
            self._view.say("The debrief holds no topics, loose ends or notes yet.")
            return

        def then(place: int | None) -> None:
            if place is not None:
                self._insert(notes[place])

        offered = [Offered(note.text) for note in notes]
        self._view.question.choose("Insert which?", offered, then, way_out="none")

    def _insert(self, note: Note) -> None:
        """Put it where the cursor is: a jotted note as a gap, which is for the user's eyes."""
        body = self._view.body
        start, end = body.selection
        words = note.text if note.kind == "topic" else self._writing.gap(f"in a sentence: {note.text}")
        body.replace(words, min(start, end), max(start, end), maintain_selection_offset=False)

    def ask_gap(self, start: int, end: int, offered: Sequence[str]) -> None:
        """Let the words of a gap be chosen."""

        def then(place: int | None) -> None:
            if place is not None:
                body = self._view.body
                body.select_stretch(start, end)
                body.replace(offered[place], *body.selection, maintain_selection_offset=False)

        rows = [Offered(words) for words in offered]
        self._view.question.choose("Which words?", rows, then, way_out="write others")

    def ask_language(self, chosen: Callable[[str], object]) -> None:
        """Ask in which language the text is to be, of those that have words here."""
        known = languages()
        codes = [*known]

        def then(place: int | None) -> None:
            if place is not None:
                chosen(codes[place])

        rows = [Offered(one.name) for one in known.values()]
        self._view.question.choose("In which language is it?", rows, then, way_out="as it is")

    def ask_template(
        self, choices: Sequence[TemplateChoice], chosen: Callable[[TemplateChoice], object]
    ) -> None:
        """Ask for a template among these, by what they are for."""

        def then(place: int | None) -> None:
            if place is not None:
                chosen(choices[place])

        rows = [Offered(one.words, one.heading, one.name) for one in choices]
        self._view.question.choose("Start from which?", rows, then, way_out="keep the text")

    def offer(self, template: str, subject: str, body: str, new_draft: Callable[[], object]) -> None:
        """Take a template's text; where there is a text of the user's own, ask first."""
        if not self._writing.is_edited:
            self._start_from(template, subject, body)
            return

        def then(key: str | None) -> None:
            if key == "question.replace":
                self._start_from(template, subject, body)
            elif key == "question.new":
                new_draft()

        answers = (
            AnswerKey("question.keep", "keep it"),
            AnswerKey("question.replace", "replace it"),
            AnswerKey("question.new", "new draft"),
        )
        self._view.question.ask("There is a text of yours here.", answers, then, way_out="keep it")

    def bring_back(self) -> None:
        """The text just lost, or the older texts one by one."""
        versions = self._writing.versions
        if not versions:
            self._view.say("There is no older text yet.")
        elif not self._view.body.text.strip():
            self._start_from(None, versions[-1].subject, versions[-1].body)
            self._view.say("The text is back.")
        else:
            self._browse(versions, len(versions) - 1)

    def _browse(self, versions: Sequence[Version], index: int) -> None:
        version, opened = versions[index], self._writing.opened
        reading = self._view.reading
        older = version.body if not version.subject else f"{version.subject}\n\n{version.body}"
        reading.read(display(older, opened.language))
        answers = []
        if index > 0:
            answers.append(AnswerKey("question.older", "older"))
        if index + 1 < len(versions):
            answers.append(AnswerKey("question.newer", "newer"))
        answers.append(AnswerKey("question.take", "take it back"))

        def then(key: str | None) -> None:
            if key == "question.take":
                reading.close()
                self._start_from(None, version.subject, version.body)
            elif key in ("question.older", "question.newer"):
                self._browse(versions, index + (1 if key == "question.newer" else -1))
            elif key in SCROLLING:
                reading.scroll_by(key)
                self._browse(versions, index)
            else:
                reading.close()

        when = spans.moment(version.at, opened.now, opened.zone)
        words = f"Older text {index + 1} of {len(versions)}, {when}."
        self._view.question.ask(words, answers, then, way_out="leave it", also=SCROLLING)

    def read(self) -> None:
        """Show the text as the recipient gets it, with the line only for them."""
        self._view.reading.read(self._writing.read_text)
        self._ask_reading(f"As {show(self._writing.recipient.name) or 'they'} will read it.")

    def _ask_reading(self, words: str) -> None:
        reading = self._view.reading

        def then(key: str | None) -> None:
            if key in SCROLLING:
                reading.scroll_by(key)
                self._ask_reading(words)
            else:
                reading.close()

        answers = (AnswerKey("question.up", ""), AnswerKey("question.down", "scroll"))
        self._view.question.ask(words, answers, then, way_out="write on", also=SCROLLING)
