"""What the editor looks like: its fields, and all that stands around them and says how things are."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from store.interview import Purpose
from store.languages import language_name
from store.people.names import ShortNames
from store.rules.words import CHANNEL_WORDS
from store.text import show
from templates.proof import summary
from tui.keymap import Keymap
from tui.keys import EDITOR_KEYS, EDITOR_LINE_KEYS
from tui.messages.open_draft import Recipient
from tui.signs import Signs
from tui.widgets.editor.body import Body, Mark, ReadingPane
from tui.widgets.editor.question import Question
from tui.widgets.editor.side import Side, counts, items
from tui.widgets.editor.writing import Writing
from tui.widgets.in_turn import LineField
from tui.widgets.text_line import TextLine
from tui.words.hints import EDITOR_HINTS, help_hint
from tui.words.lines import MARGIN, Piece, row_width

NARROW, LOW, FLAT = 100, 10, 6
"""Columns below which the panel becomes one line; rows below which lines around the text are left out."""
LONGEST_LINE = 500
"""Characters of a subject or a personal line."""
_ROOMY = 60
"""Cells of the window from which the bottom line has room for the key of the help."""
_TITLES: dict[Purpose, str] = {
    "thanks": "Thanks",
    "status": "Status",
    "voicemail": "Voicemail",
    "reply": "Reply",
    "delivery": "Delivery",
    "other": "Message",
}


class EditorView(Vertical):
    """The fields, the panel and the lines around them; it only shows."""

    DEFAULT_CSS = """
    EditorView {
        height: 1fr;
        & #editor-head { background: $panel; }
        & .field { height: 1; width: 1fr; }
        & .field.-absent { display: none; }
        & .field > TextLine { width: 12; color: $text-muted; padding: 0 0 0 2; }
        & .field > Input { width: 1fr; background: $boost; padding: 0 1; }
        & .field > Input:focus { background: $surface-active; }
        & #editor-middle, & #editor-text { height: 1fr; width: 1fr; }
        & #editor-reading { background: transparent; padding: 0 2; display: none; }
        & TextArea {
            scrollbar-size-vertical: 1;
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

    body = getters.query_one(Body)
    """Where the text is written."""
    reading = getters.query_one(ReadingPane)
    """Where a text is read instead."""
    question = getters.query_one(Question)
    """Where questions are asked."""
    subject = getters.query_one("#editor-subject", LineField)
    line = getters.query_one("#editor-line", LineField)
    """The line that only one person gets."""

    def __init__(self, keymap: Keymap, signs: Signs) -> None:
        super().__init__(id="editor-view")
        self.writing: Writing | None = None
        self.status = ""
        """How the text is kept: `saved 18:03`, `typing…`."""
        self.trouble: str | None = None
        """Why it is not kept: `disk full`."""
        self._notice = ""
        self._noticed_at: Selection | None = None
        self._signs = signs
        self._keymap = keymap
        self._insert_key, self._older_key = keymap.say("editor.insert"), keymap.say("editor.older")
        self._hints = [(name, keymap.say(name), words) for name, words in EDITOR_HINTS]

    def compose(self) -> ComposeResult:
        """A title, the addressees, subject, text and panel, a personal line, and what can be done."""
        body, foot = Body(id="editor-body"), TextLine(id="editor-foot")
        yield TextLine(id="editor-head")
        yield TextLine(id="editor-to")
        with Horizontal(classes="field", id="editor-subject-row"):
            yield TextLine(id="editor-subject-label")
            yield LineField(id="editor-subject", compact=True, select_on_focus=False, max_length=LONGEST_LINE)
        with Horizontal(id="editor-middle"):
            with Vertical(id="editor-text"):
                yield body
                yield ReadingPane(instead_of=body, id="editor-reading")
                with Horizontal(classes="field", id="editor-line-row"):
                    yield TextLine(id="editor-line-label")
                    yield LineField(
                        id="editor-line", compact=True, select_on_focus=False, max_length=LONGEST_LINE
                    )
            yield Side(id="editor-side")
        yield TextLine(id="editor-summary")
        yield Question(instead_of=foot, home=body, keymap=self._keymap, id="editor-question")
        yield foot

    def on_mount(self) -> None:
        """No cursor blinks: it would be drawn all day."""
        self.subject.cursor_blink = self.line.cursor_blink = False

    def on_resize(self, event: events.Resize) -> None:
        """Leave out what there is no room for."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.set_class(event.size.height < LOW, "-low")
        self.set_class(event.size.height < FLAT, "-flat")
        if self.question.display:
            self.question.fit()
        self.paint()

    # The fields

    def serve(self, editor: Widget, keymap: Keymap) -> None:
        """Let the editor's keys do their actions, in turn with what is typed into the fields."""
        for field in (self.subject, self.line):
            field.serve(editor, keymap.in_fields((*EDITOR_KEYS, *EDITOR_LINE_KEYS)))
        self.body.serve(editor, keymap.in_fields(EDITOR_KEYS))

    def open(self, writing: Writing) -> None:
        """Show another draft; what was said, asked or read of the one before is gone."""
        self.writing, self.notice = writing, ""
        self.question.close()
        self.reading.close()
        self.body.load_text(writing.shown)
        self._fill_lines(writing)

    def refill(self, writing: Writing, cursor: Location) -> None:
        """Put the draft into the fields again as the recipient shown gets it, with the cursor there."""
        # Written over, not loaded anew: ctrl+z then still knows what was typed before.
        if writing.shown != self.body.text:
            self.body.put(writing.shown)
        self._fill_lines(writing)
        self.body.move_cursor(cursor)

    def _fill_lines(self, writing: Writing) -> None:
        self.subject.value = writing.draft.subject
        self.line.value = writing.line

    def go_to(self, field: Widget) -> None:
        """Give a field the focus at once: a key typed ahead must not go to the one before."""
        self.screen.set_focus(field)

    def go_to_next_field(self, by: int) -> None:
        """The next field that is shown, round and round; -1 for the one before."""
        fields = [field for field in (self.subject, self.body, self.line) if _is_shown(field)]
        index = next((at for at, field in enumerate(fields) if field.has_focus), -1)
        self.go_to(fields[(index + by) % len(fields)])

    # Around them

    @property
    def notice(self) -> str:
        """Said in the last line instead of the hints, until the next key that does something."""
        return self._notice

    @notice.setter
    def notice(self, words: str) -> None:
        self._notice, self._noticed_at = words, self.body.selection if words else None

    @on(TextArea.SelectionChanged, "#editor-body")
    def _moved(self) -> None:
        """What was said is about where the cursor was."""
        if self._notice and self.body.selection != self._noticed_at:
            self.say("")

    def say(self, words: str) -> None:
        """Say something in the last line, until the next key that does something; "" takes it away."""
        if not words and not self._notice:
            return
        self.notice = words
        if self.writing is not None:
            self._paint_foot(self.writing)

    def paint_checked(self) -> None:
        """Bring everything up to date once the text has been checked."""
        writing = self.writing
        if writing is None:
            return
        places = [(writing.place_of(finding), finding.level) for finding in writing.findings]
        self.body.mark_found(
            Mark(*place, "must" if level == "block" else "may")
            for place, level in places
            if place is not None
        )
        self.paint()

    def paint(self) -> None:
        """Bring everything around the fields up to date; what is the same is not drawn again."""
        writing = self.writing
        if writing is None:
            return
        self._paint_to(writing)
        self._label("editor-subject", "Subject", shown=writing.has_subject)
        several = len(writing.opened.recipients) > 1
        self._label(
            "editor-line",
            f"Only for {writing.recipient.short(ShortNames(writing.opened.recipients))}",
            shown=several,
        )
        self.query_one(Side).say(items(writing, self._signs, self._insert_key))
        words = summary(writing.findings, writing.final.text, writing.judged)
        self.query_one("#editor-summary", TextLine).say([(words, "plain")])
        self.paint_typed()

    def paint_typed(self) -> None:
        """Bring up to date what a letter changes at once: whether it is kept, the text's length, its gaps."""
        writing = self.writing
        if writing is None:
            return
        self._paint_head(writing)
        self.query_one(Side).say_first(counts(writing))
        self._paint_foot(writing)
        self.body.mark_gaps(Mark(*gap, "gap") for gap in writing.gaps)

    def _paint_head(self, writing: Writing) -> None:
        dot = f" {self._signs.dot} "
        said = language_name(writing.opened.language)
        title = dot.join(
            (_TITLES[writing.opened.purpose], writing.opened.company, CHANNEL_WORDS[writing.channel], said)
        )
        status = (f"not saved: {self.trouble}", "warn") if self.trouble else (self.status, "dim")
        self.query_one("#editor-head", TextLine).say([(title, "strong")], [status])

    def _paint_to(self, writing: Writing) -> None:
        width = max(1, self.size.width - 2 * MARGIN)
        people = to_line(
            writing.opened.recipients or (writing.recipient,), writing.recipient, width, self._signs
        )
        self.query_one("#editor-to", TextLine).say(people)

    def _label(self, field: str, words: str, *, shown: bool) -> None:
        label = self.query_one(f"#{field}-label", TextLine)
        label.say([(words, "dim")])
        label.styles.width = cell_len(words) + 4
        self.query_one(f"#{field}-row").set_class(not shown, "-absent")

    def _paint_foot(self, writing: Writing) -> None:
        notice = self.notice
        if not notice and writing.lost is not None and not self.body.text.strip():
            notice = f"Emptied. {self._older_key} brings the text back."
        pieces: list[Piece] = []
        for name, key, words in self._hints:
            if len(writing.opened.recipients) > 1 or name != "editor.person":
                pieces += [(key, "key"), (f" {words}  ", "plain")]
        foot = self.query_one("#editor-foot", TextLine)
        foot.set_class(bool(notice), "-said")
        if notice:
            foot.say([(notice, "warn")])
        else:
            foot.say(pieces, help_hint(self._keymap, typing=True) if self.app.size.width >= _ROOMY else [])


def _is_shown(widget: Widget) -> bool:
    return all(part.display for part in (widget, widget.parent) if isinstance(part, Widget))


def to_line(recipients: Sequence[Recipient], shown: Recipient, width: int, signs: Signs) -> list[Piece]:
    """Everyone in full, else by first names, else the one shown and how many more there are."""
    label, among = ("To  ", "dim"), ShortNames(recipients)
    for short in (False, True):
        pieces = [
            label,
            *(
                piece
                for one in recipients
                for piece in _pieces(one, one.id == shown.id, signs, among if short else None)
            ),
        ]
        if row_width(pieces) <= width:
            return pieces
    left = [one for one in recipients if one.id != shown.id and one.status == "open"]
    rest = [one for one in recipients if one.id != shown.id and one.status != "open"]
    words = f"{len(left)} more open" if left else ""
    words += f"{', ' if left and rest else ''}{len(rest)} done" if rest else ""
    return [label, *_pieces(shown, True, signs, among), (words, "dim")]


def _pieces(recipient: Recipient, is_shown: bool, signs: Signs, among: ShortNames | None) -> list[Piece]:
    """`among`: all recipients where names are to be short."""
    name = show(recipient.name if among is None else recipient.short(among)) or "whoever held it"
    done = {"open": "", "thanked": "thanked", "skipped": "skipped"}[recipient.status]
    if recipient.status == "thanked" and not is_shown:
        done = ""
    about = ", ".join(part for part in (done, show(recipient.words) if among is None else "") if part)
    way = f" {signs.dot} {show(recipient.way)}" if recipient.way and recipient.status == "open" else ""
    sign = (
        signs.pointer
        if is_shown
        else {"open": signs.open, "thanked": signs.done}.get(recipient.status, signs.skipped)
    )
    text = f"{sign} {name}" + (f" ({about})" if about else "") + way
    tone = "current" if is_shown else "plain" if recipient.status == "open" else "dim"
    return [(f"{text} " if is_shown else text, tone), ("  ", "plain")]
