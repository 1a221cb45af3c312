"""The editor: part of the board, never in front of it. Its keys and what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from store import spans
from store.interview import Draft, Version
from store.text import show
from templates.proof import Finding
from tui.widgets.editor.keys import bindings, written
from tui.widgets.editor.letter_state import Note
from tui.widgets.editor.pane import EditorPane
from tui.widgets.editor.question import Answer, Question

Then: TypeAlias = Callable[[str | None], None]
"""What follows the answer to a question: the key pressed, None for `esc`."""

_SCROLLING = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}


class Editor(EditorPane):
    """Writes one draft. Says what the user wants by messages; what is beyond the text is for others to do."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    @dataclass
    class Left(Message):
        """Back to the board; the draft has been published."""

        interview_id: str

    @dataclass
    class PersonChosen(Message):
        """The text is now shown for someone else."""

        interview_id: str
        person_id: str

    @dataclass
    class TemplateAsked(Message):
        """The user wants another template: answer with `choose_template`, then with `offer`."""

        interview_id: str

    @dataclass
    class TemplateChosen(Message):
        """A template was picked from those given to `choose_template`."""

        interview_id: str
        name: str

    @dataclass
    class NewDraftAsked(Message):
        """The template's text is to be a draft of its own; this one stays."""

        interview_id: str
        template: str
        subject: str
        body: str

    @dataclass
    class Replaced(Message):
        """Another text took the whole place of this one: the older should be kept as a version."""

        interview_id: str
        draft: Draft
        seen: Draft | None

    @dataclass
    class SentAsked(Message):
        """The message has been sent, or is about to be."""

        interview_id: str
        person_id: str
        subject: str
        """Empty where such a message has none."""
        text: str
        """The text as this person gets it."""

    @dataclass
    class ExternalAsked(Message):
        """The user wants to write in an editor of their own; give the result to `put`."""

        interview_id: str
        text: str

    @dataclass
    class Dismissed(Message):
        """A rule is not to be spoken of for this draft; "" where all are to be again."""

        interview_id: str
        rule: str

    @dataclass
    class NoteUsed(Message):
        """A note of the debrief was put into the text."""

        interview_id: str
        note: Note

    _then: Then | None = None
    _back_to: Widget | None = None
    _current: Finding | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question stands, only its answers count."""
        return not self.question.display if self.is_mounted else True

    # Leaving, fields and people

    def action_back(self) -> None:
        """Back to the board."""
        self.take_in()
        if self.writing is not None:
            self.post_message(self.Left(self.writing.letter.interview_id))

    def action_field(self, by: int) -> None:
        """The next field, round and round."""
        fields = [one for one in (self.subject, self.body, self.line) if _is_shown(one)]
        place = next((at for at, one in enumerate(fields) if one.has_focus), -1)
        self.go_to(fields[(place + by) % len(fields)])

    def action_next_person(self) -> None:
        """Show the text for the next person."""
        if self.writing is not None:
            self.show_for(self.writing.next_reader().id)

    def show_for(self, person_id: str) -> None:
        """Show the text for someone."""
        self.take_in()
        writing = self.writing
        if writing is None or writing.reader.id == person_id or not writing.choose(person_id):
            return
        cursor = self.body.cursor_location
        # Written over, not loaded anew: ctrl+z then still knows what was typed before.
        if writing.shown != self.body.text:
            self.body.put(writing.shown)
        self._fill_lines()
        self.body.move_cursor(cursor)
        self.check()
        self.post_message(self.PersonChosen(writing.letter.interview_id, person_id))

    def action_sent(self) -> None:
        """Mark as sent."""
        self.take_in()
        if (writing := self.writing) is not None:
            subject = writing.draft.subject if writing.has_subject else ""
            self.post_message(
                self.SentAsked(writing.letter.interview_id, writing.reader.id, subject, writing.final.text)
            )

    def action_external(self) -> None:
        """Write in the user's own editor."""
        self.take_in()
        if self.writing is not None:
            self.post_message(self.ExternalAsked(self.writing.letter.interview_id, self.writing.shown))

    def put(self, text: str, subject: str | None = None) -> None:
        """Take this text in the place of what stands here; the old one joins the versions."""
        self._start_from(None, self.subject.value if subject is None else subject, text)

    # Findings

    def action_next_finding(self) -> None:
        """Go to the next finding: first those that have a place, in order, then what is missing."""
        if self.take_in() or self._took:
            self.check()
        placed = sorted((one for one in self.findings if self.place_of(one)), key=lambda one: one.start or 0)
        order = [*placed, *(one for one in self.findings if one not in placed)]
        if not order:
            self._current = None
            self.say("Nothing to mend.")
            return
        self._current = self._after(order)
        self._go_to(self._current)
        self.say(f"{order.index(self._current) + 1} of {len(order)}: {self._current.why}")

    def _after(self, order: Sequence[Finding]) -> Finding:
        if self._current in order:
            return order[(order.index(self._current) + 1) % len(order)]
        here = self.body.offset_of_cursor
        ahead = (one for one in order if (place := self.place_of(one)) is not None and place[0] >= here)
        return next(ahead, order[0])

    def _go_to(self, finding: Finding) -> None:
        place = self.place_of(finding)
        if place is not None:
            self.go_to(self.body)
            self.body.select_stretch(*place)
        elif finding.start is not None:
            self.go_to(self.line)
        elif finding.text and finding.text in self.subject.value:
            self.go_to(self.subject)

    def action_dismiss(self) -> None:
        """Do not speak of the finding gone to last; without one, speak of all again."""
        writing = self.writing
        if writing is None:
            return
        if self._current is None:
            if not writing.draft.dismissed:
                self.say(f"Go to a finding first: {written('editor.finding', self._changed_keys)}.")
                return
            rule, writing.draft = "", _without_dismissals(writing.draft)
        elif self._current.rule == "gap":
            self.say("An open gap cannot be let be: fill it, or take it out.")
            return
        else:
            rule = self._current.rule
            writing.dismiss(rule)
        self._current = None
        self.publish()
        self._said = "Let be." if rule else "All checks speak again."
        self.check()
        self.post_message(self.Dismissed(writing.letter.interview_id, rule))

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
            writing.emptied = Version(at=at, subject=before.subject, body=before.body)
        self.body.put(writing.shown)
        self._fill_lines()
        self.body.move_cursor((0, 0))
        self.publish()
        self.check()
        self.post_message(self.Replaced(writing.letter.interview_id, writing.draft, writing.seen))

    # Older texts and reading

    def action_older(self) -> None:
        """The text just emptied, or the older texts one by one."""
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
            elif key in _SCROLLING:
                self._scroll(key)
                self._browse(versions, place)
            else:
                self._stop_reading()

        words = f"Older text {place + 1} of {len(versions)}, {when}."
        self.ask(words, answers, then, way_out="leave it", also=_SCROLLING)

    def action_reading(self) -> None:
        """Show the text as the reader gets it, with the line only for them."""
        self.take_in()
        if self.writing is None:
            return
        self._read(self.writing.final.text)
        self._ask_reading(f"As {show(self.writing.reader.name) or 'they'} will read it.")

    def _ask_reading(self, words: str) -> None:
        def then(key: str | None) -> None:
            if key in _SCROLLING:
                self._scroll(key)
                self._ask_reading(words)
            else:
                self._stop_reading()

        self.ask(words, (), then, way_out="write on", also=_SCROLLING)

    def _read(self, text: str) -> None:
        if self._reading.text != text:
            self._reading.load_text(text)
        self._reading.display, self.body.display = True, False

    def _stop_reading(self) -> None:
        self._reading.display, self.body.display = False, True

    def _scroll(self, key: str) -> None:
        self._reading.scroll_relative(y=_SCROLLING[key], animate=False)

    @property
    def _reading(self) -> TextArea:
        return self.query_one("#editor-reading", TextArea)

    # Questions

    @property
    def question(self) -> Question:
        """Where questions are asked."""
        return self.query_one(Question)

    def ask(
        self,
        words: str,
        answers: Sequence[Answer],
        then: Then,
        *,
        way_out: str,
        as_list: bool = False,
        also: Sequence[str] | dict[str, int] = (),
    ) -> None:
        """Ask in place; the focus comes back to where it was when there is nothing more to ask."""
        if not self.question.display:
            self._back_to = self.screen.focused
        self._then = then
        self.question.ask(words, answers, self._answered, way_out=way_out, as_list=as_list, also=also)
        self.query_one("#editor-foot").display = False
        self.go_to(self.question)

    def _answered(self, key: str | None) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(key)
        if self._then is None:
            self.question.display = False
            self.query_one("#editor-foot").display = True
            self.go_to(self._back_to or self.body)


def _is_shown(widget: Widget) -> bool:
    return all(one.display for one in (widget, widget.parent) if isinstance(one, Widget))


def _without_dismissals(draft: Draft) -> Draft:
    from msgspec.structs import replace

    return replace(draft, dismissed=())
