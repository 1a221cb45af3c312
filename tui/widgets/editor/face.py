"""What the editor looks like: its fields, and all that stands around them and says how things are."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import TextArea

from templates.proof import Finding, summary
from tui.keys import EDITOR_KEYS, EDITOR_LINE_KEYS, Keymap
from tui.widgets.editor.addressees import to_line
from tui.widgets.editor.body import Body, Mark
from tui.widgets.editor.findings import items
from tui.widgets.editor.letter_state import ASCII, CHANNELS, PURPOSES, UNICODE
from tui.widgets.editor.question import Question
from tui.widgets.editor.side import Side
from tui.widgets.editor.writing import Writing
from tui.widgets.in_turn import Field
from tui.widgets.text_line import TextLine
from tui.words.hints import EDITOR_HINTS
from tui.words.piece import Piece

NARROW, LOW, FLAT = 100, 10, 6
"""Columns below which the panel becomes one line; rows below which lines around the text are left out."""
LONGEST_LINE = 500
"""Characters of a subject or a personal line."""


class EditorFace(Vertical):
    """The fields, the panel and the lines around them; it only shows."""

    DEFAULT_CSS = """
    EditorFace {
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

    def __init__(self, changed_keys: Mapping[str, str], *, ascii_only: bool, id: str | None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.writing: Writing | None = None
        self.findings: tuple[Finding, ...] = ()
        """What the checks found in the text as the reader shown gets it."""
        self._changed_keys = changed_keys
        self._signs = ASCII if ascii_only else UNICODE
        self._status: tuple[str, str] = ("", "dim")
        self._trouble: str | None = None
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
        keymap = Keymap(self._changed_keys)
        for field in (self.subject, self.line):
            field.serve(self, keymap.in_fields((*EDITOR_KEYS, *EDITOR_LINE_KEYS)))
        self.body.serve(self, keymap.in_fields(EDITOR_KEYS))

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

    def place_of(self, finding: Finding) -> tuple[int, int] | None:
        """Where a finding stands in the text field; None where it is elsewhere or nowhere."""
        if self.writing is None or finding.start is None or finding.end is None:
            return None
        final = self.writing.final
        start, last = final.place(finding.start), final.place(max(finding.start, finding.end - 1))
        return None if start is None or last is None else (start, last + 1)

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
        insert = Keymap(self._changed_keys).say("editor.insert")
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
        emptied = self.writing is not None and self.writing.lost is not None
        said = self._said
        if not said and emptied and not self.body.text.strip():
            said = f"Emptied. {Keymap(self._changed_keys).say('editor.older')} brings the text back."
        hints: list[Piece] = [(said, "warn")]
        if not said:
            hints = []
            several = self.writing is not None and len(self.writing.letter.readers) > 1
            for name, words in EDITOR_HINTS:
                if name == "editor.person" and not several:
                    continue
                hints += [(Keymap(self._changed_keys).say(name), "key"), (f" {words}  ", "plain")]
        foot.set_class(bool(said), "-said")
        foot.say(hints)
