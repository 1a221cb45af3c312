"""The call sheet: what stands before a person while they telephone, and a key for what came of the call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.renderables.digits import Digits as Large
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Digits, Input, Static

from store.text import MAX_TEXT
from tui import tones
from tui.bindings import bindings, keymap_of
from tui.forms.editors import OneLine
from tui.forms.fields import Line
from tui.keys import ASKING_KEYS, CALL_KEYS, Keymap
from tui.screens.qr import CodeScreen
from tui.signs import signs
from tui.widgets.text_line import TextLine
from tui.words import call_rows
from tui.words.call_page import SCRIPT, Callee, CallView
from tui.words.call_rows import ASKED_KEYS, BIG, OUTCOME_KEYS, SHEET_KEYS, SHORT, TICKS, SheetRow
from tui.words.lines import Piece

if TYPE_CHECKING:
    from tui.screens.begun_forms import OpenForm

OutcomeKind: TypeAlias = Literal[
    "reached", "voicemail", "no_answer", "outcome", "draft", "edit", "promise", "heard", "owes", "snooze"
]  # fmt: skip
View: TypeAlias = Callable[[str | None], CallView]
Keep: TypeAlias = Callable[[str], Awaitable[str | None]]

WIDEST_SHEET = 120
"""Cells of the sheet, as its style sheet has it."""
TWO_COLUMNS = 96
"""Cells from which the script stands beside the rest."""
LARGE = (50, 24)
"""Cells and lines from which the number is shown in large digits."""
LOOK_AGAIN = 30.0
"""Seconds between two looks at the clock."""
_STYLES = tones.styles(heading="title", dim="faint", warn="urgent", gap="urgent")


@dataclass(frozen=True)
class CallOutcome:
    """What came of the call, and with whom; or the deed of the board's that is to be done: `draft`."""

    kind: OutcomeKind
    person_id: str | None


class CallPaper(Vertical):
    """Draws a view of the call on the whole screen; it holds the line in which a question is typed."""

    DEFAULT_CSS = tones.rule("CallPaper > #call-digits.-closed", "warn")

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__(id="call")
        self._ascii_only = ascii_only
        self._signs = signs(ascii_only=ascii_only)
        self._places: dict[str, int] = {}
        """The row at which each part begins that a key brings into view."""
        self.question = OneLine(Line(name="question", label=""))
        self._asking = Horizontal(id="call-asking")
        self._asking.display = False

    def compose(self) -> ComposeResult:
        yield TextLine(id="call-title")
        yield Digits(id="call-digits")
        yield Static(id="call-head")
        with VerticalScroll(id="call-body", can_focus=False), Horizontal():
            yield Static(id="call-left")
            yield Static(id="call-right")
        with self._asking:
            yield Static(Content.styled("Ask them ", _STYLES["title"]), id="call-label")
            yield self.question
        yield TextLine(id="call-ticks")
        yield TextLine(id="call-outcomes")
        yield TextLine(id="call-keys")

    @property
    def asking(self) -> bool:
        """Whether there is a line for a question."""
        return self._asking.display

    @asking.setter
    def asking(self, asking: bool) -> None:
        self._asking.display = asking

    @property
    def _keymap(self) -> Keymap:
        return keymap_of(self.app)

    def paint(self, view: CallView, ticked: Collection[int], opened: str, message: str) -> None:
        """Show the view; `ticked` before dialling, the text `opened` (its template's name), a message."""
        width = max(1, min(self.app.size.width, WIDEST_SHEET) - 2)
        self._paint_head(view, width)
        self._paint_body(view, width - 2, {opened} - {""})
        ticks = call_rows.ticks(ticked, width, self._keymap, self._signs)
        self.query_one("#call-ticks", TextLine).say(ticks)
        self._paint_keys(view, width, message)

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
        self._put(callee, "#call-head", call_rows.head(view, width, self._keymap, big=big))

    def _large(self, number: str, width: int) -> bool:
        roomy = self.app.size.width >= LARGE[0] and self.app.size.height >= LARGE[1]
        plain = bool(number) and set(number) <= set(BIG) and not self._ascii_only
        return roomy and plain and Large.get_width(number) <= width

    def _paint_body(self, view: CallView, width: int, opened: Collection[str]) -> None:
        keys = self._keymap
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
        self._places = {row.name: y for rows in (left, right) for y, row in enumerate(rows) if row.name}
        self._put(view.callee, "#call-left", left)
        self._put(view.callee, "#call-right", right)

    def _put(self, callee: Callee | None, where: str, rows: list[SheetRow]) -> None:
        lines = (
            Content.assemble(
                *((self._signs.words(text), self._style(tone, callee)) for text, tone in row.pieces)
            )
            for row in rows
        )
        self.query_one(where, Static).update(Content("\n").join(lines))

    def _style(self, tone: str, callee: Callee | None) -> str | Style:
        if not tone.startswith("number"):
            return _STYLES[tone]
        style = Style.parse(_STYLES["strong" if tone == "number" else "warn"])
        # A terminal without signs may show the link's own letters.
        linked = callee is not None and callee.tel and not self._ascii_only
        return style + Style(link=callee.tel) if linked and callee is not None else style

    def _paint_keys(self, view: CallView, width: int, message: str) -> None:
        outcomes, keys = self.query_one("#call-outcomes", TextLine), self.query_one("#call-keys", TextLine)
        if message:
            outcomes.say([(message, "warn")])
        elif self.asking:
            outcomes.say([("every letter writes your question", "dim")])
        else:
            outcomes.say(self._row(OUTCOME_KEYS, width))
        if self.asking:
            keys.say(self._row(ASKED_KEYS, width))
        else:
            keys.say(self._row([name for name in SHEET_KEYS if name != "call.next" or view.others], width))

    def _row(self, ids: Sequence[str], width: int) -> list[Piece]:
        return call_rows.keys_row([(self._keymap.say(name), *SHORT[name]) for name in ids], width)

    def reveal(self, name: str) -> None:
        """Scroll to the beginning of a part."""
        if name in self._places:
            self.query_one("#call-body", VerticalScroll).scroll_to(y=self._places[name], animate=False)

    def scroll_body(self, by: int) -> None:
        """Lines up or down."""
        self.query_one("#call-body", VerticalScroll).scroll_relative(y=by, animate=False)


class CallSheet(ModalScreen[CallOutcome | None]):
    """Closes with what came of the call, or None where nothing did.

    `view` gives the sheet as it stands now for a person's id, or for whom the rules would call. `keep` stores
    a question typed here at once; it gives a sentence where that failed, and the question stays as it was.
    `begun` keeps the ticks, and the question while it is being typed.
    """

    CSS_PATH: ClassVar = Path(__file__).with_name("call_sheet.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (20, "-high")]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CALL_KEYS)]

    def __init__(
        self, view: View, keep: Keep, *, begun: OpenForm | None = None, ascii_only: bool = False
    ) -> None:
        super().__init__(classes="-page -ascii" if ascii_only else "-page")
        self._begun = begun
        self._view_of = view
        self.view = view(None)
        self._keep = keep
        self.ascii_only = ascii_only
        self.ticked: frozenset[int] = frozenset()
        self.opened = ""
        """The text that is unfolded, by its template's name; blank where none is."""
        self._message = ""
        self._warned = False
        """Whether it has been said that a question typed would be thrown away."""
        self.paper = CallPaper(ascii_only=ascii_only)

    def compose(self) -> ComposeResult:
        yield self.paper

    def on_mount(self) -> None:
        # Before the first layout, heights would be kept that no longer fit the text.
        self.call_after_refresh(self.paint)
        self.set_interval(LOOK_AGAIN, self.look_again)
        self.paper.question.serve(self, keymap_of(self.app).in_fields(ASKING_KEYS))
        if self._begun is not None:
            self.ticked = frozenset(
                place for place in range(len(TICKS)) if str(place) in self._begun.pad.picks.get("ticked", ())
            )
            if text := self._begun.pad.texts.get("question"):
                self.paper.question.put(text)
                self._ask(True)
            self._begun.read = self.take_in

    def take_in(self) -> None:
        """Have kept what is typed and ticked."""
        if self._begun is not None:
            text, ticked = self.paper.question.text, tuple(map(str, sorted(self.ticked)))
            texts = {"question": text} if text.strip() else {}
            self._begun.type(texts, {"ticked": ticked} if ticked else {})

    def _close(self, outcome: CallOutcome | None) -> None:
        if self._begun is not None:
            self._begun.drop()
        self.dismiss(outcome)

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

    def _turn_to(self, person_id: str | None) -> None:
        view = self._view_of(person_id)
        if view != self.view:
            self.view = view
            self.paint()

    def paint(self) -> None:
        """Show the sheet as it stands."""
        if self.is_mounted:
            self.paper.paint(self.view, self.ticked, self.opened, self._message)

    # The keys

    def action_outcome(self, kind: OutcomeKind) -> None:
        """Close with what came of it; the board asks for the rest."""
        self._close(CallOutcome(kind, self.person_id))

    def action_next_person(self) -> None:
        """The next one who has a number."""
        if self.view.next_id is not None and not self.paper.asking:
            self._turn_to(self.view.next_id)

    def action_tick(self, place: int) -> None:
        """Tick one of the four, or take the tick off."""
        self.ticked ^= {place}
        self.take_in()
        self.paint()

    def action_tick_next(self) -> None:
        """Tick the first that is open."""
        self.ticked |= {*[place for place in range(len(TICKS)) if place not in self.ticked][:1]}
        self.take_in()
        self.paint()

    def action_unfold(self, name: str) -> None:
        """Bring a text before the eyes; the same key again goes back to the script."""
        self.opened = "" if self.opened == name else name
        self.paint()
        self.call_after_refresh(self.paper.reveal, self.opened or SCRIPT)

    def action_scroll_body(self, by: int) -> None:
        """Lines up or down."""
        self.paper.scroll_body(by)

    def action_code(self) -> None:
        """Show the number as a code to scan."""
        callee = self.view.callee
        if callee is not None and callee.tel:
            caption = f"Call {callee.name or callee.number}: scan it with your phone"
            self.app.push_screen(CodeScreen(callee.tel, caption, ascii_only=self.ascii_only))

    def action_back(self) -> None:
        """From the question to the sheet (at the second time where something is typed), then to the board."""
        if not self.paper.asking:
            self._close(None)
        elif self.paper.question.text.strip() and not self._warned:
            self._warned = True
            self._message = f"{keymap_of(self.app).say('call.unasked')} again throws away what you typed"
            self.paint()
        else:
            self.paper.question.clear()
            self._ask(False)

    # A question

    def action_ask(self) -> None:
        """Type a question to ask them."""
        self._ask(True)
        self.paper.reveal("questions")

    def _ask(self, asking: bool) -> None:
        self.paper.asking = asking
        self.set_focus(self.paper.question if asking else None)
        self._message = ""
        self.paint()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._warned = False
        self.take_in()
        if self._message:
            self._message = ""
            self.paint()

    async def action_note(self) -> None:
        """Store the question; the line stays open for another until it is left blank."""
        text = self.paper.question.text.strip()
        trouble = None
        if len(text) > MAX_TEXT:
            trouble = f"That is {len(text):,} characters, and {MAX_TEXT:,} is the most."
        elif text and text not in self.view.questions:
            trouble = await self._keep(text)
        if trouble is not None:
            self._message = trouble
            self.paint()
            return
        self.paper.question.clear()
        self._message = ""
        self.look_again()
        self._ask(bool(text))
        self.call_after_refresh(self.paper.reveal, "questions")
