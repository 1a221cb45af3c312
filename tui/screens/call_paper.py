"""The call sheet as it is shown: what stands before a person while they telephone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.renderables.digits import Digits as Large
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Digits, Static

from tui import tones
from tui.bindings import keymap_of
from tui.forms.editors import OneLine
from tui.forms.fields import Line
from tui.keys import Keymap
from tui.signs import signs
from tui.widgets.text_line import TextLine
from tui.words import call_rows
from tui.words.call_page import CallView
from tui.words.call_rows import ASKING, BIG, OUTCOMES, SHEET, SHORT, SheetRow
from tui.words.lines import Piece

OutcomeKind: TypeAlias = Literal[
    "reached", "voicemail", "no_answer", "outcome", "draft", "edit", "promise", "heard", "snooze"
]  # fmt: skip
View: TypeAlias = Callable[[str | None], CallView]

WIDEST = 120
"""Cells of the sheet, as its style sheet has it."""
TWO_COLUMNS = 96
"""Cells from which the script stands beside the rest."""
LARGE = (50, 24)
"""Cells and lines from which the number is shown in large digits."""
LOOK_AGAIN = 30.0
"""Seconds between two looks at the clock."""
STYLES = tones.styles(heading="title", dim="faint", warn="urgent", gap="urgent")


@dataclass(frozen=True)
class Outcome:
    """What came of the call, and with whom; or the deed of the board's that is to be done: `draft`."""

    kind: OutcomeKind
    person_id: str | None


class CallPaper(ModalScreen[Outcome | None]):
    """Shows whom to call and what to say; what the keys do is added by the screen built on it.

    `view` gives the sheet as it stands now for a person's id, or for whom the rules would call.
    """

    CSS_PATH: ClassVar = Path(__file__).with_name("call_sheet.tcss")
    CSS = tones.rule("#call-digits.-closed", "warn")
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (20, "-high")]
    AUTO_FOCUS = ""

    def __init__(self, view: View, *, ascii_only: bool = False) -> None:
        super().__init__(classes="-ascii" if ascii_only else None)
        self._view_of = view
        self.view = view(None)
        self.ascii_only = ascii_only
        self._signs = signs(ascii_only=ascii_only)
        self.ticked: frozenset[int] = frozenset()
        self.opened = ""
        """The text that is unfolded, by its template's name; blank where none is."""
        self._names: dict[str, int] = {}
        self._message = ""
        self.question = OneLine(Line(name="question", label=""))

    def compose(self) -> ComposeResult:
        with Vertical(id="call"):
            yield TextLine(id="call-title")
            yield Digits(id="call-digits")
            yield Static(id="call-head")
            with VerticalScroll(id="call-body", can_focus=False), Horizontal():
                yield Static(id="call-left")
                yield Static(id="call-right")
            with Horizontal(id="call-asking"):
                yield Static(Content.styled("Ask them ", STYLES["title"]), id="call-label")
                yield self.question
            yield TextLine(id="call-ticks")
            yield TextLine(id="call-outcomes")
            yield TextLine(id="call-keys")

    def on_mount(self) -> None:
        self.query_one("#call-asking").display = False
        # Before the first layout, heights would be kept that no longer fit the text.
        self.call_after_refresh(self.paint)
        self.set_interval(LOOK_AGAIN, self.look_again)

    def on_resize(self) -> None:
        self.paint()

    def on_app_focus(self) -> None:
        self.look_again()

    def look_again(self) -> None:
        """The clock goes on while the sheet is open, and the card may change."""
        self._turn_to(self.person_id)

    @property
    def person_id(self) -> str | None:
        """Who is called."""
        return self.view.callee.id if self.view.callee is not None else None

    @property
    def keymap(self) -> Keymap:
        """The keys as the user has them."""
        return keymap_of(self.app)

    @property
    def asking(self) -> bool:
        """Whether a question is being typed."""
        return self.query_one("#call-asking").display

    def _turn_to(self, person_id: str | None) -> None:
        view = self._view_of(person_id)
        if view != self.view:
            self.view = view
            self.paint()

    # What is shown

    def paint(self) -> None:
        """Show the sheet as it stands."""
        if not self.is_mounted:
            return
        width = max(1, min(self.app.size.width, WIDEST) - 2)
        self._paint_head(width)
        self._paint_body(width - 2)
        self.query_one("#call-ticks", TextLine).say(
            call_rows.ticks(self.ticked, width, self.keymap, self._signs)
        )
        self._paint_keys(width)

    def _paint_head(self, width: int) -> None:
        view, callee = self.view, self.view.callee
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
        self._put("#call-head", call_rows.head(view, width, self.keymap, big=big))

    def _large(self, number: str, width: int) -> bool:
        roomy = self.app.size.width >= LARGE[0] and self.app.size.height >= LARGE[1]
        plain = bool(number) and set(number) <= set(BIG) and not self.ascii_only
        return roomy and plain and Large.get_width(number) <= width

    def _paint_body(self, width: int) -> None:
        view, keys = self.view, self.keymap
        opened = {self.opened} - {""}
        if width >= TWO_COLUMNS:
            half = width * 2 // 5
            left = [*call_rows.talk(view, half - 3), *call_rows.own(view, half - 3, keys)]
            left += call_rows.names(view, half - 3)
            right = [
                *call_rows.script(view, width - half),
                *call_rows.asides(view, width - half, opened, keys),
            ]
            self.query_one("#call-left").styles.width = half
        else:
            left = [*call_rows.talk(view, width), call_rows.BLANK, *call_rows.script(view, width)]
            left += [*call_rows.own(view, width, keys), *call_rows.asides(view, width, opened, keys)]
            left += call_rows.names(view, width)
            right = []
            self.query_one("#call-left").styles.width = "1fr"
        self.query_one("#call-right").display = bool(right)
        self._names = {row.name: y for rows in (left, right) for y, row in enumerate(rows) if row.name}
        self._put("#call-left", left)
        self._put("#call-right", right)

    def _put(self, where: str, rows: list[SheetRow]) -> None:
        lines = (
            Content.assemble(*((self._signs.words(text), self._style(tone)) for text, tone in row.pieces))
            for row in rows
        )
        self.query_one(where, Static).update(Content("\n").join(lines))

    def _style(self, tone: str) -> str | Style:
        if not tone.startswith("number"):
            return STYLES[tone]
        callee = self.view.callee
        style = Style.parse(STYLES["strong" if tone == "number" else "warn"])
        # A terminal without signs may show the link's own letters.
        linked = callee is not None and callee.tel and not self.ascii_only
        return style + Style(link=callee.tel) if linked and callee is not None else style

    def _paint_keys(self, width: int) -> None:
        outcomes, keys = self.query_one("#call-outcomes", TextLine), self.query_one("#call-keys", TextLine)
        if self._message:
            outcomes.say([(self._message, "warn")])
        elif self.asking:
            outcomes.say([("every letter writes your question", "dim")])
        else:
            outcomes.say(self._row(OUTCOMES, width))
        if self.asking:
            keys.say(self._row(ASKING, width))
        else:
            keys.say(self._row([name for name in SHEET if name != "call.next" or self.view.others], width))

    def _row(self, ids: Sequence[str], width: int) -> list[Piece]:
        return call_rows.keys_row([(self.keymap.say(name), *SHORT[name]) for name in ids], width)
