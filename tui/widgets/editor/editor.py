"""The editor: part of the board, never in front of it. What its keys do, and what it asks of the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, TypeAlias

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, TextArea

from store.interview import Draft
from store.text import clean
from templates.gaps import choices, gaps
from templates.proof import Speller
from tui.bindings import bindings
from tui.keymap import Keymap
from tui.keys import EDITOR_KEYS
from tui.messages.open_draft import OpenDraft, TemplateChoice
from tui.signs import signs
from tui.typed_ahead import Opening, typed_ahead
from tui.widgets.editor.body import Body
from tui.widgets.editor.checks import Checker, FindingsWalk
from tui.widgets.editor.text_picker import TextPicker
from tui.widgets.editor.view import EditorView
from tui.widgets.editor.writing import Writing

Publish: TypeAlias = Callable[[str, Draft, Draft | None], None]
"""Takes an interview's id, the draft as it is now, and as the database held it (None where it is new)."""


class Editor(Vertical):
    """Writes one draft. Says what the user wants by messages; what is beyond the text is for others to do."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EDITOR_KEYS)]
    body = getters.query_one(Body)
    """Where the text is written."""
    DEFAULT_CSS = "Editor { height: 16; background: $surface; display: none; }"

    @dataclass
    class Typed(Message):
        """The text has changed. `seen` is the draft as the database last held it, None where it is new."""

        interview_id: str
        draft: Draft
        seen: Draft | None

    @dataclass
    class Replaced(Message):
        """Another text took the whole place of this one: the older should be kept as a version."""

        interview_id: str
        draft: Draft
        seen: Draft | None

    @dataclass
    class Dismissed(Message):
        """A check was dismissed, for this draft or for good; "" where all are to speak again."""

        rule: str
        for_good: bool = False

    @dataclass
    class Left(Message):
        """Back to the board; the draft has been published."""

        opening: Opening
        """What is typed is kept until this has ended; likewise below."""

    @dataclass
    class SentAsked(Message):
        """The message has been sent, or is about to be; the draft has been published."""

        opening: Opening

    @dataclass
    class OwesAsked(Message):
        """The user wants to note or settle what they owe these people; the draft has been published."""

        interview_id: str
        opening: Opening

    @dataclass
    class ExternalAsked(Message):
        """The user wants to write in an editor of their own; give the result to `put`."""

        opening: Opening

    @dataclass
    class TemplateAsked(Message):
        """The user wants another template: answer with `choose_template`, then with `offer`."""

        opening: Opening

    @dataclass
    class TemplateChosen(Message):
        """A template was picked from those given to `choose_template`."""

        template: TemplateChoice
        opening: Opening

    @dataclass
    class PersonAsked(Message):
        """The text is to be shown for somebody who gets another text of this message."""

        person_id: str
        opening: Opening

    @dataclass
    class NameAsked(Message):
        """The user's own name is not known, and a gap asks for it: answer with `name_given`."""

        opening: Opening

    @dataclass
    class LanguageAsked(Message):
        """The text is to be in another language."""

        language: str
        opening: Opening

    @dataclass
    class WordLearnt(Message):
        """The user says that this word is right."""

        word: str

    @dataclass
    class NewDraftAsked(Message):
        """The template's text is to be a draft of its own; this one stays."""

        template: str
        subject: str
        body: str
        opening: Opening

    def __init__(
        self,
        publish: Publish,
        *,
        keymap: Keymap | None = None,
        ascii_only: bool = False,
        load_speller: Callable[[], Speller | None] = Speller.load,
        id: str | None = None,  # noqa: A002 - the framework's own name
    ) -> None:
        """`publish` is called at once with each change, before any message is posted; `keymap` has the
        user's own keys; `load_speller` is called in a thread when a draft is first opened."""
        super().__init__(id=id)
        self.writing: Writing | None = None
        """The draft that is open."""
        self._publish = publish
        self._keymap = keymap or Keymap()
        self._signs = signs(ascii_only=ascii_only)
        self.view = EditorView(self._keymap, self._signs)
        self._checker = Checker(
            self,
            checked=self.view.paint_checked,
            reads_otherwise=self._show_what_is_read,
            load_speller=load_speller,
        )
        self._walk: FindingsWalk | None = None
        self._picker: TextPicker | None = None

    def compose(self) -> ComposeResult:
        """All that is seen."""
        yield self.view

    def on_mount(self) -> None:
        """Let the fields take the editor's keys in turn with what is typed."""
        self.view.serve(self, self._keymap)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question stands, only its answers count."""
        return not self.view.question.display if self.is_mounted else True

    @property
    def is_asking(self) -> bool:
        """Whether a question stands in the place of the keys."""
        return self.view.question.display

    # Opening and closing

    def open(self, opened: OpenDraft) -> None:
        """Show this draft, in the place of the one that is open; only once mounted."""
        self.take_in()
        view = self.view
        writing = self.writing = Writing(opened)
        self._walk = FindingsWalk(writing, view, self._keymap)
        self._picker = TextPicker(writing, view, self._start_from)
        self.display = True
        view.status = opened.status
        view.open(writing)
        self._checker.follow(writing)
        if writing.gaps:
            view.body.select_stretch(*writing.gaps[0])
        view.go_to(view.body)

    def shut(self) -> None:
        """Take in the last key and show nothing any more."""
        self.take_in()
        self._checker.stop()
        self.writing = self.view.writing = self._walk = self._picker = None
        self.display = False

    # Typing and keeping

    @property
    def current(self) -> tuple[str, Draft, Draft | None] | None:
        """The interview's id, the draft to the last key, and as the database held it; None where no draft is.
        For the ways out, on which a message may no longer be handled."""
        self.take_in()
        if self.writing is None:
            return None
        return self.writing.opened.interview_id, self.writing.draft, self.writing.seen

    def take_in(self) -> bool:
        """Read the fields and publish what is new; whether anything was. Quick, and safe at any moment."""
        if self.writing is None:
            return False
        view = self.view
        if not self.writing.type(clean(view.subject.value), view.body.text, clean(view.line.value)):
            return False
        self._say_changed(self.writing)
        return True

    def _say_changed(self, writing: Writing) -> None:
        """Hand the draft as it is to who keeps it."""
        writing.out.append(writing.draft)
        self._publish(writing.opened.interview_id, writing.draft, writing.seen)
        self.view.status = "" if writing.is_saved else f"typing{self._signs.more}"
        self.post_message(self.Typed(writing.opened.interview_id, writing.draft, writing.seen))

    def saved(self, stored: Draft, words: str) -> None:
        """The database holds this draft now; `words` say since when: `saved 18:03`."""
        self.take_in()
        if self.writing is None or not self.writing.stored(stored):
            return
        if self.writing.is_saved:
            self.view.status = words
        else:
            # Typed while it was being saved: said again, now that the database holds something newer.
            self._say_changed(self.writing)
        self.view.paint_typed()

    def trouble(self, words: str | None) -> None:
        """Why the text is not kept (`disk full`), or None once it is again. The text stays where it is."""
        self.view.trouble = words
        self.view.paint_typed()

    def say(self, words: str) -> None:
        """Say something in the last line, until the next key that writes."""
        self.view.say(words)

    @on(TextArea.Changed, "#editor-body")
    @on(Input.Changed, "#editor-subject")
    @on(Input.Changed, "#editor-line")
    def _typed(self, event: Message) -> None:
        event.stop()
        if self.take_in():
            self.view.notice = ""
            self.view.paint_typed()
            self._checker.typed()
        if isinstance(event, Input.Changed) and clean(event.value) != event.value:
            event.input.value = clean(event.value)
            self.say("Control characters were left out.")

    @on(Input.Submitted)
    def _back_to_text(self, event: Input.Submitted) -> None:
        event.stop()
        self.view.go_to(self.body)

    @on(Body.LeftOut)
    def _left_out(self, event: Body.LeftOut) -> None:
        event.stop()
        self.say(event.why)

    # Other texts

    def put(self, text: str) -> None:
        """Take what another program gave back in the place of what stands here; the old one joins the
        versions."""
        self.take_in()
        if self.writing is not None:
            self.writing.came_from_outside(text)
            self._replaced(self.writing)

    def choose_template(self, choices: Sequence[TemplateChoice]) -> None:
        """Offer templates, by what they are for, best first."""
        if self._picker is not None:
            self._picker.ask_template(choices, lambda choice: self._ask(partial(self.TemplateChosen, choice)))

    def name_given(self, name: str) -> None:
        """The user's own name is known now: it stands wherever this text asks for it."""
        self.take_in()
        writing = self.writing
        if writing is not None and writing.fill("my_name", name):
            self.view.refill(writing, self.body.cursor_location)
            self._say_changed(writing)
            self._checker.check()

    def offer(self, template: str, subject: str, body: str) -> None:
        """Take a template's text; where there is a text of the user's own, ask first."""
        self.take_in()
        if self._picker is not None:
            self._picker.offer(
                template, subject, body,
                new_draft=lambda: self._ask(partial(self.NewDraftAsked, template, subject, body)),
            )  # fmt: skip

    def _start_from(self, template: str | None, subject: str, body: str) -> None:
        self.take_in()
        writing = self.writing
        if writing is None:
            return
        writing.start_from(template, subject, body)
        self._replaced(writing)

    def _show_what_is_read(self) -> None:
        """What was typed reads otherwise, as a greeting of somebody else does: show that."""
        if self.writing is not None:
            self.writing.show_what_is_read()
            self.view.refill(self.writing, self.body.cursor_location)
            self.view.paint_checked()  # the text is put anew, without its marks

    def _replaced(self, writing: Writing) -> None:
        self.view.refill(writing, (0, 0))
        self._say_changed(writing)
        self._checker.check()
        self.post_message(self.Replaced(writing.opened.interview_id, writing.draft, writing.seen))

    # Keys

    def _begin(self) -> None:
        """Take in what was typed; what was said before this key has had its time."""
        self.take_in()
        self.view.say("")

    def action_back(self) -> None:
        """Back to the board."""
        if self.current is not None:
            self._ask(self.Left)

    def action_sent(self) -> None:
        """Mark as sent."""
        self._begin()
        self._ask(self.SentAsked)

    def action_template(self) -> None:
        """Ask for the templates that fit."""
        self._begin()
        self._ask(self.TemplateAsked)

    def _ask(self, message: Callable[[Opening], Message]) -> None:
        """Ask for something that takes a moment to open; what is typed from now on is for that."""
        if self.writing is not None:
            self.post_message(message(typed_ahead(self.app).begin()))

    def action_owes(self) -> None:
        """Note or settle what the user owes them."""
        self._begin()
        if self.writing is not None:
            self._ask(partial(self.OwesAsked, self.writing.opened.interview_id))

    def action_external(self) -> None:
        """Write in the user's own editor."""
        self._begin()
        self._ask(self.ExternalAsked)

    def action_field(self, by: int) -> None:
        """The next field, round and round."""
        self._begin()
        self.view.go_to_next_field(by)

    def action_next_person(self) -> None:
        """Show the text for the next person; another text where they get one of their own."""
        self._begin()
        writing = self.writing
        following = writing.next_recipient if writing is not None else None
        if writing is None or following is None:
            self.view.say("This text goes to one person only." if writing is not None else "")
            return
        if not writing.opened.goes_to(following):
            self._ask(partial(self.PersonAsked, following.id))
            return
        writing.turn_to(following)
        self.view.refill(writing, self.body.cursor_location)
        self._checker.check()

    def action_insert(self) -> None:
        """Ask which note to put where the cursor is."""
        self._begin()
        if self._picker is not None:
            self._picker.ask_note()

    def action_older(self) -> None:
        """The text just lost, or the older texts one by one."""
        self._begin()
        if self._picker is not None:
            self._picker.bring_back()

    def action_reading(self) -> None:
        """Show the text as the recipient gets it, with the line only for them."""
        self._begin()
        if self._picker is not None:
            self._picker.read()

    def action_next_finding(self) -> None:
        """Go to the next finding; at a gap offer what may stand there."""
        self._begin()
        writing, walk, picker = self.writing, self._walk, self._picker
        if writing is None or walk is None or picker is None:
            return
        self._checker.check()
        finding = walk.next()
        place = writing.place_of(finding) if finding is not None and finding.rule == "gap" else None
        inside = next((gap.inside for gap in gaps(finding.text)), "") if finding is not None else ""
        if inside == "my_name":
            self._ask(self.NameAsked)
        elif place is not None and (offered := choices(inside)):
            picker.ask_gap(*place, offered)

    def action_language(self) -> None:
        """Ask in which language the text is to be."""
        self._begin()
        if self._picker is not None:
            self._picker.ask_language(lambda code: self._ask(partial(self.LanguageAsked, code)))

    def action_dismiss(self) -> None:
        """Dismiss the finding gone to last; the same again: for good; else let all checks speak again."""
        self._begin()
        dismissal = self._walk.dismiss() if self._walk is not None else None
        if self.writing is not None and dismissal is not None:
            self._say_changed(self.writing)
            self._checker.check()
            if dismissal.word:
                self.post_message(self.WordLearnt(dismissal.word))
            else:
                self.post_message(self.Dismissed(dismissal.rule, dismissal.for_good))
