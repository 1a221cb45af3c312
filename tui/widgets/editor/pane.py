"""The editor's fields and what stands around them: opening a draft, taking in keys, saying how it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea

from store.interview import Draft
from store.text import clean
from templates.proof import Finding, Speller, proof, summary
from tui.widgets.editor.addressees import to_line
from tui.widgets.editor.body import Body, Mark
from tui.widgets.editor.findings import items
from tui.widgets.editor.keys import HINTS, actions, written
from tui.widgets.editor.letter_state import ASCII, CHANNELS, PURPOSES, UNICODE, Letter
from tui.widgets.editor.question import Question
from tui.widgets.editor.side import Side
from tui.widgets.editor.writing import Writing
from tui.widgets.in_turn import Field
from tui.widgets.text_line import Piece, TextLine

Publish: TypeAlias = Callable[[str, Draft, Draft | None], None]

AT_ONCE = 0.005
"""Seconds a check may take to be made at every key; a slower one waits for a pause."""
PAUSE = 0.3
"""Seconds without a key after which a slow check is made."""
NARROW, LOW, FLAT = 100, 10, 6
"""Columns below which the panel becomes one line; rows below which lines around the text are left out."""
LONGEST_LINE = 500
"""Characters of a subject or a personal line."""


class EditorPane(Vertical):
    """Fields and panel of the editor, without its keys."""

    DEFAULT_CSS = """
    EditorPane {
        height: 16; background: $surface; display: none;
        & #editor-head { background: $panel; }
        & .field { height: 1; width: 1fr; }
        & .field.-absent { display: none; }
        & .field > TextLine { width: 11; color: $text-muted; padding: 0 0 0 1; }
        & .field > Input { width: 1fr; background: $boost; padding: 0 1; }
        & .field > Input:focus { background: $primary 20%; }
        & #editor-middle, & #editor-text { height: 1fr; width: 1fr; }
        & #editor-reading { background: transparent; padding: 0 1; display: none; }
        & TextArea {
            scrollbar-size-vertical: 1; scrollbar-color: $primary 40%; scrollbar-background: $surface;
            scrollbar-color-hover: $primary; scrollbar-background-hover: $surface;
            scrollbar-color-active: $primary; scrollbar-background-active: $surface;
        }
        & #editor-summary { display: none; }
        & #editor-foot { color: $text-muted; }
        &.-narrow #editor-side { display: none; }
        &.-narrow #editor-summary { display: block; }
        &.-low #editor-foot, &.-low #editor-summary { display: none; }
        &.-low #editor-foot.-said { display: block; }
        &.-flat #editor-to, &.-flat .field { display: none; }
    }
    """

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
        super().__init__(id=id)
        self.writing: Writing | None = None
        self.findings: tuple[Finding, ...] = ()
        """What the checks found in the text as the reader shown gets it."""
        self._publish = publish
        self._changed_keys = changed_keys or {}
        self._signs = ASCII if ascii_only else UNICODE
        self._load_speller: Callable[[], Speller | None] | None = load_speller
        self._speller: Speller | None = None
        self._status: tuple[str, str] = ("", "dim")
        self._trouble: str | None = None
        self._took = 0.0
        self._timer: Timer | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        """A title, the addressees, subject, text and panel, a personal line, and what can be done."""
        yield TextLine(id="editor-head")
        yield TextLine(id="editor-to")
        with Horizontal(classes="field", id="editor-subject-row"):
            yield TextLine(id="editor-subject-label")
            yield Field(id="editor-subject", compact=True, select_on_focus=False, max_length=LONGEST_LINE)
        with Horizontal(id="editor-middle"):
            with Vertical(id="editor-text"):
                yield Body(id="editor-body")
                yield TextArea(id="editor-reading", compact=True, read_only=True, show_cursor=False)
                with Horizontal(classes="field", id="editor-line-row"):
                    yield TextLine(id="editor-line-label")
                    yield Field(
                        id="editor-line", compact=True, select_on_focus=False, max_length=LONGEST_LINE
                    )
            yield Side(id="editor-side")
        yield TextLine(id="editor-summary")
        yield Question(id="editor-question")
        yield TextLine(id="editor-foot")

    def on_mount(self) -> None:
        """Hand the fields the editor's keys. None of them blinks: it would be drawn all day."""
        self.subject.cursor_blink = self.line.cursor_blink = False
        keys = actions(self._changed_keys)
        self.subject.serve(self, keys)
        self.line.serve(self, keys)
        self.body.serve(self, {key: action for key, action in keys.items() if key not in ("up", "down")})

    @property
    def body(self) -> Body:
        """Where the text is written."""
        return self.query_one(Body)

    @property
    def subject(self) -> Field:
        """The subject's field."""
        return self.query_one("#editor-subject", Field)

    @property
    def line(self) -> Field:
        """The field for the line only one person gets."""
        return self.query_one("#editor-line", Field)

    def go_to(self, field: Widget) -> None:
        """Give a field the focus at once: a key typed ahead must not go to the one before."""
        self.screen.set_focus(field)

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

    def place_of(self, finding: Finding) -> tuple[int, int] | None:
        """Where a finding stands in the text field; None where it is elsewhere or nowhere."""
        if self.writing is None or finding.start is None or finding.end is None:
            return None
        final = self.writing.final
        start, last = final.place(finding.start), final.place(max(finding.start, finding.end - 1))
        return None if start is None or last is None else (start, last + 1)

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
        if self.writing is not None:
            self.writing.stored(stored)
            if self.writing.is_saved:
                self._status = (words, "dim")
            self.paint()

    def trouble(self, words: str | None) -> None:
        """Why the text is not kept (`disk full`), or None once it is again. The text stays where it is."""
        self._trouble = words
        self.paint()

    def say(self, words: str) -> None:
        """Say something in the last line, until the next key that writes."""
        self._said = words
        self.paint()

    def on_resize(self, event: events.Resize) -> None:
        """Leave out what there is no room for."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.set_class(event.size.height < LOW, "-low")
        self.set_class(event.size.height < FLAT, "-flat")
        self.paint()

    def paint(self) -> None:
        """Bring everything around the fields up to date; what is the same is not drawn again."""
        writing = self.writing
        if writing is None:
            return
        dot = f" {self._signs.dot} "
        title = dot.join(
            (PURPOSES[writing.letter.purpose], writing.letter.company, CHANNELS[writing.channel])
        )
        status = (f"not saved: {self._trouble}", "warn") if self._trouble else self._status
        self.query_one("#editor-head", TextLine).say([(title, "strong")], [status])
        width = max(1, self.size.width - 2)
        people = to_line(writing.letter.readers or (writing.reader,), writing.reader, width, self._signs)
        self.query_one("#editor-to", TextLine).say(people)
        self._label("editor-subject", "Subject", shown=writing.has_subject)
        several = len(writing.letter.readers) > 1
        self._label("editor-line", f"Only for {writing.reader.first}", shown=several)
        insert = written("editor.insert", self._changed_keys)
        self.query_one(Side).say(items(writing, self.findings, self._signs, insert))
        words = summary(self.findings, writing.final.text, writing.judged)
        self.query_one("#editor-summary", TextLine).say([(words, "plain")])
        self._paint_foot()
        marks = [(self.place_of(one), one) for one in self.findings]
        self.body.mark(
            Mark(*place, "must" if one.level == "block" else "may")
            for place, one in marks
            if place is not None
        )

    def _label(self, field: str, words: str, *, shown: bool) -> None:
        label = self.query_one(f"#{field}-label", TextLine)
        label.say([(words, "dim")])
        label.styles.width = cell_len(words) + 3
        self.query_one(f"#{field}-row").set_class(not shown, "-absent")

    def _paint_foot(self) -> None:
        foot = self.query_one("#editor-foot", TextLine)
        emptied = self.writing is not None and self.writing.emptied is not None
        said = self._said
        if not said and emptied and not self.body.text.strip():
            said = f"Emptied. {written('editor.older', self._changed_keys)} brings the text back."
        hints: list[Piece] = [(said, "warn")]
        if not said:
            hints = []
            for name, words in HINTS:
                hints += [(written(name, self._changed_keys), "key"), (f" {words}  ", "plain")]
        foot.set_class(bool(said), "-said")
        foot.say(hints)
