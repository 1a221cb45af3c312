"""What the call sheet is drawn on: the view of the call on the whole screen, and the lines to write in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.renderables.digits import Digits as Large
from textual.style import Style
from textual.widgets import Digits, Static

from tui import tones
from tui.bindings import keymap_of
from tui.forms.editors import OneLine
from tui.keymap import Keymap
from tui.signs import signs
from tui.widgets.row_lines import RowLines
from tui.widgets.text_line import TextLine
from tui.words import call_rows
from tui.words.call_page import Callee, CallView
from tui.words.call_rows import ASKED_KEYS, BIG, OUTCOME_KEYS, SHEET_KEYS, WORDS, SheetRow
from tui.words.hints import help_hint
from tui.words.lines import MARGIN, Piece

WrittenLine: TypeAlias = Literal["question", "note"]
"""The two lines to write in: what to ask them, and what they say."""

TWO_COLUMNS = 96
"""Cells from which the script stands beside the rest."""
LARGE = (50, 24)
"""Cells and lines from which the number is shown in large digits."""
_STYLES = tones.styles(dim="faint", warn="urgent", gap="urgent")
_LABELS: dict[WrittenLine, str] = {"question": "Ask them ", "note": "Noted "}


@dataclass(frozen=True)
class Jottings:
    """What the user has done on the sheet: ticked before dialling, unfolded, written; and a message."""

    ticked: Collection[int] = frozenset()
    opened: str = ""
    """The text that is unfolded, by its template's name; blank where none is."""
    noted: Sequence[str] = ()
    message: str = ""


class PaperLine(NamedTuple):
    """A row of the sheet; its number leads to `tel`, where that is not blank."""

    row: SheetRow
    tel: str

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(text for text, _ in self.row.pieces)

    def content(self) -> Content:
        """The same in its tones."""
        return Content.assemble(*(self._piece(text, tone) for text, tone in self.row.pieces))

    def _piece(self, text: str, tone: str) -> Content:
        if not tone.startswith("number"):
            return Content.styled(text, _STYLES[tone])
        number = Content.styled(text, _STYLES["strong" if tone == "number" else "warn"])
        return number.stylize(Style(link=self.tel)) if self.tel else number


class CallPaper(Vertical):
    """Draws a view of the call on the whole screen; it holds the line in which a question is typed."""

    DEFAULT_CSS = tones.rule("CallPaper > #call-digits.-closed", "warn")

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__(id="call")
        self._ascii_only = ascii_only
        self._signs = signs(ascii_only=ascii_only)
        self._places: dict[str, int] = {}
        """The row at which each part begins that a key brings into view."""
        self.lines: dict[WrittenLine, OneLine] = {name: OneLine() for name in _LABELS}
        self._bars = {name: Horizontal(classes="call-line") for name in _LABELS}
        self.writing = None

    def compose(self) -> ComposeResult:
        yield TextLine(id="call-title")
        yield Digits(id="call-digits")
        yield Static(id="call-head")
        with VerticalScroll(id="call-body", can_focus=False), Horizontal():
            yield RowLines("call-left")
            yield RowLines("call-right")
        for name, bar in self._bars.items():
            with bar:
                yield Static(Content.styled(_LABELS[name], _STYLES["title"]), classes="call-label")
                yield self.lines[name]
        yield TextLine(id="call-ticks")
        yield TextLine(id="call-outcomes")
        yield TextLine(id="call-keys")

    @property
    def writing(self) -> WrittenLine | None:
        """The line that is open."""
        return self._writing

    @writing.setter
    def writing(self, line: WrittenLine | None) -> None:
        self._writing = line
        for name, bar in self._bars.items():
            bar.display = name == line

    @property
    def _keymap(self) -> Keymap:
        return keymap_of(self.app)

    def paint(self, view: CallView, jottings: Jottings) -> None:
        """Show the view, and what the user has done on the sheet."""
        width = max(1, self.app.size.width - 2 * MARGIN)
        self._paint_head(view, width)
        self._paint_body(view, width - 2, jottings)
        ticks = call_rows.ticks(jottings.ticked, width, self._keymap, self._signs)
        self.query_one("#call-ticks", TextLine).say(ticks)
        self._paint_keys(view, width, jottings)

    def _paint_head(self, view: CallView, width: int) -> None:
        callee = view.callee
        whom = callee.name or callee.number if callee is not None else "somebody"
        left: list[Piece] = [("Call ", "dim"), (whom, "strong"), (f" at {view.company}", "plain")]
        more = [f"try {view.attempt}" if view.attempt > 1 else "", callee.title if callee else "", view.about]
        left.append(("".join(f", {part}" for part in more if part), "dim"))
        roomy = self.app.size.width >= LARGE[0]
        self.query_one("#call-title", TextLine).say(left, [(view.clock, "dim")] if roomy else [])
        digits = self.query_one("#call-digits", Digits)
        number = callee.number if callee is not None else ""
        digits.display = big = self._large(number, width)
        digits.update(number if big else "")
        digits.set_class(not view.office_open, "-closed")
        head = self._drawn(callee, call_rows.head(view, width, self._keymap, big=big))
        self.query_one("#call-head", Static).update(Content("\n").join(line.content() for line in head))

    def _large(self, number: str, width: int) -> bool:
        roomy = self.app.size.width >= LARGE[0] and self.app.size.height >= LARGE[1]
        plain = bool(number) and set(number) <= set(BIG) and not self._ascii_only
        return roomy and plain and Large.get_width(number) <= width

    def _paint_body(self, view: CallView, width: int, jottings: Jottings) -> None:
        keys, opened = self._keymap, {jottings.opened} - {""}
        if width >= TWO_COLUMNS:
            half = width * 2 // 5
            left = [*call_rows.noted(jottings.noted, half - 3), *call_rows.talk(view, half - 3)]
            left += [*call_rows.about(view, half - 3), *call_rows.own(view, half - 3, keys)]
            left += call_rows.names(view, half - 3)
            right = [
                *call_rows.script(view, width - half),
                *call_rows.asides(view, width - half, opened, keys),
            ]
            self.query_one("#call-left").styles.width = half
        else:
            left = [*call_rows.talk(view, width), *call_rows.about(view, width), call_rows.BLANK]
            # Behind the script: what is read out does not move while something is written down.
            left += [*call_rows.script(view, width), call_rows.BLANK]
            left += call_rows.noted(jottings.noted, width)
            left += [*call_rows.own(view, width, keys), *call_rows.asides(view, width, opened, keys)]
            left += call_rows.names(view, width)
            right = []
            self.query_one("#call-left").styles.width = "1fr"
        self.query_one("#call-right").display = bool(right)
        self._places = {row.name: y for rows in (left, right) for y, row in enumerate(rows) if row.name}
        self._put(view.callee, "#call-left", left)
        self._put(view.callee, "#call-right", right)

    def _put(self, callee: Callee | None, where: str, rows: list[SheetRow]) -> None:
        self.query_one(where, RowLines).put(self._drawn(callee, rows))

    def _drawn(self, callee: Callee | None, rows: list[SheetRow]) -> list[PaperLine]:
        # A terminal without signs may show the link's own letters.
        tel = "" if callee is None or self._ascii_only else callee.tel
        return [PaperLine(row, tel) for row in rows]

    def _paint_keys(self, view: CallView, width: int, jottings: Jottings) -> None:
        outcomes, keys = self.query_one("#call-outcomes", TextLine), self.query_one("#call-keys", TextLine)
        if jottings.message:
            outcomes.say([(jottings.message, "warn")])
        elif self.writing is not None:
            what = "your question" if self.writing == "question" else "your note of this call"
            done = f"{len(jottings.noted)} noted; " if self.writing == "note" and jottings.noted else ""
            outcomes.say([(f"{done}every letter writes {what}", "dim")])
        else:
            roomy = self.app.size.width >= LARGE[0]
            outcomes.say(self._row(OUTCOME_KEYS, width), help_hint(self._keymap) if roomy else [])
        if self.writing is not None:
            keys.say(self._row(ASKED_KEYS, width))
        else:
            keys.say(self._row([name for name in SHEET_KEYS if name != "call.next" or view.others], width))

    def _row(self, ids: Sequence[str], width: int) -> list[Piece]:
        return call_rows.keys_row([(self._keymap.say(name), WORDS[name]) for name in ids], width)

    def reveal(self, name: str) -> None:
        """Scroll to the beginning of a part."""
        if name in self._places:
            self.query_one("#call-body", VerticalScroll).scroll_to(y=self._places[name], animate=False)

    def scroll_body(self, by: int) -> None:
        """Lines up or down."""
        self.query_one("#call-body", VerticalScroll).scroll_relative(y=by, animate=False)
