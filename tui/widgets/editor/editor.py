"""The editor: part of the board, never in front of it. Its keys and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from templates.proof import Finding
from tui.bindings import bindings
from tui.keys import EDITOR_KEYS, Keymap
from tui.widgets.editor.texts import EditorTexts


class Editor(EditorTexts):
    """Writes one draft. Says what the user wants by messages; what is beyond the text is for others to do."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EDITOR_KEYS)]

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
        for_good: bool = False
        """Not for any other draft either."""

    _current: Finding | None = None
    _let_be: str = ""
    """The rule let be a moment ago: the same key again lets it be for good."""

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
        """Do not speak of the finding gone to last; the same again: in no draft; else speak of all again."""
        writing = self.writing
        if writing is None:
            return
        for_good, rule = False, ""
        if self._current is None and self._let_be:
            for_good, rule = True, self._let_be
            writing.dismiss_for_good(rule)
        elif self._current is None:
            for_good = bool(writing.case.dismissed)
            if not writing.draft.dismissed and not for_good:
                self.say(f"Go to a finding first: {Keymap(self._changed_keys).say('editor.finding')}.")
                return
            writing.speak_again()
        elif self._current.rule == "gap":
            self.say("An open gap cannot be let be: fill it, or take it out.")
            return
        else:
            rule = self._current.rule
            writing.dismiss(rule)
        self._current, self._let_be = None, "" if for_good else rule
        self.publish()
        again = Keymap(self._changed_keys).say("editor.dismiss")
        kept = "in every draft." if for_good else f"in this draft; {again} again: in every draft."
        self._said = f"Let be {kept}" if rule else "All checks speak again."
        self.check()
        self.post_message(self.Dismissed(writing.letter.interview_id, rule, for_good))


def _is_shown(widget: Widget) -> bool:
    return all(one.display for one in (widget, widget.parent) if isinstance(one, Widget))
