"""The call sheet: what stands before a person while they telephone, and a key for what came of the call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from store.text import MAX_TEXT
from tui.bindings import bindings, keymap_of
from tui.keys import ASKING_KEYS, CALL_KEYS
from tui.screens.call_paper import CallPaper, Jottings, WrittenLine
from tui.screens.qr import CodeScreen
from tui.words.call_page import SCRIPT, CallView
from tui.words.call_rows import TICKS
from tui.words.phone_codes import call_codes

if TYPE_CHECKING:
    from store.database.autosave import FormPad
    from tui.screens.begun_forms import OpenForm

OutcomeKind: TypeAlias = Literal[
    "reached", "voicemail", "no_answer", "outcome", "draft", "edit", "promise", "heard", "owes", "snooze"
]  # fmt: skip
View: TypeAlias = Callable[[str | None], CallView]
Keep: TypeAlias = Callable[[str], Awaitable[str | None]]

LOOK_AGAIN = 30.0
"""Seconds between two looks at the clock."""


@dataclass(frozen=True)
class CallOutcome:
    """What came of the call, and with whom; or the deed of the board's that is to be done: `draft`."""

    kind: OutcomeKind
    person_id: str | None


class CallSheet(ModalScreen[CallOutcome | None]):
    """Closes with what came of the call, or None where nothing did.

    `view` gives the sheet as it stands now for a person's id, or for whom the rules would call. `keep` stores
    a question typed here at once; it gives a sentence where that failed, and the question stays as it was.
    `begun` keeps the ticks, the notes of the call and what is being typed, also when the sheet is left.
    """

    CSS_PATH: ClassVar = Path(__file__).with_name("call_sheet.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (20, "-high")]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CALL_KEYS)]

    def __init__(
        self, view: View, keep: Keep, *, begun: OpenForm | None = None, ascii_only: bool = False
    ) -> None:
        super().__init__(classes="-page")
        self._begun = begun
        self._view_of = view
        self.view = view(None)
        self._keep = keep
        self.ascii_only = ascii_only
        self.ticked: frozenset[int] = frozenset()
        self.opened = ""
        """The text that is unfolded, by its template's name; blank where none is."""
        self.noted: tuple[str, ...] = ()
        """What the user has written down while talking, a line each."""
        self._message = ""
        self.paper = CallPaper(ascii_only=ascii_only)

    def compose(self) -> ComposeResult:
        yield self.paper

    def on_mount(self) -> None:
        # Before the first layout, heights would be kept that no longer fit the text.
        self.call_after_refresh(self.paint)
        self.set_interval(LOOK_AGAIN, self.look_again)
        for line in self.paper.lines.values():
            line.serve(self, keymap_of(self.app).in_fields(ASKING_KEYS))
        if self._begun is not None:
            self._go_on(self._begun.pad)
            self._begun.read = self.take_in

    def _go_on(self, pad: FormPad) -> None:
        """Show what was ticked and written earlier; a line that was open then is open again."""
        ticked = pad.picks.get("ticked", ())
        self.ticked = frozenset(place for place in range(len(TICKS)) if str(place) in ticked)
        self.noted = (*pad.texts.get("noted", "").splitlines(),)
        for name, line in self.paper.lines.items():
            if text := pad.texts.get(name):
                line.put(text)
                if name in pad.picks.get("open", ()):
                    self._write(name)

    def take_in(self) -> None:
        """Have kept what is typed, noted and ticked."""
        if self._begun is not None:
            texts: dict[str, str] = {name: line.written for name, line in self.paper.lines.items()}
            texts["noted"] = "\n".join(self.noted)
            texts = {name: text for name, text in texts.items() if text.strip()}
            picks = {"ticked": tuple(map(str, sorted(self.ticked)))}
            picks["open"] = (self.paper.writing,) if self.paper.writing in texts else ()
            self._begun.type(texts, {name: words for name, words in picks.items() if words})

    def _close(self, outcome: CallOutcome | None) -> None:
        """Close; what stands on the sheet waits for the form that takes it in, or for the next call."""
        self.take_in()
        if self._begun is not None:
            if outcome is None and self._begun.pad.texts:
                self._begun.lay_aside()
            else:
                self._begun.set_down()
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
            self.paper.paint(self.view, Jottings(self.ticked, self.opened, self.noted, self._message))

    # The keys

    def on_key(self) -> None:
        if self._message and self.paper.writing is None:
            self._say("")

    def action_outcome(self, kind: OutcomeKind) -> None:
        """Close with what came of it; the board asks for the rest."""
        self._close(CallOutcome(kind, self.person_id))

    def action_next_person(self) -> None:
        """The next one who has a number."""
        if self.view.next_id is not None and self.paper.writing is None:
            self._turn_to(self.view.next_id)
        elif self.paper.writing is None:
            self._say("Nobody else here has a number.")

    def action_tick(self, place: int) -> None:
        """Tick one of the four, or take the tick off."""
        self.ticked ^= {place}
        self.take_in()
        self.paint()

    def action_tick_next(self) -> None:
        """Tick the first that is open."""
        left = [place for place in range(len(TICKS)) if place not in self.ticked]
        if not left:
            self._say("All of these are ticked.")
            return
        self.ticked |= {left[0]}
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
            codes = call_codes(callee.tel, callee.name or callee.number)
            self.app.push_screen(CodeScreen(codes, ascii_only=self.ascii_only))
        else:
            self._say("There is no number here to make a code of.")

    def _say(self, words: str) -> None:
        self._message = words
        self.paint()

    def action_back(self) -> None:
        """From a line to the sheet, with what is typed kept in it; from there to the board."""
        if self.paper.writing is None:
            self._close(None)
        else:
            if self.paper.writing == "note":
                self._take_down()
            self._write(None)

    # Writing on it

    def action_write(self, line: WrittenLine) -> None:
        """Write a question to ask them, or down what they say."""
        self._write(line)
        self._reveal(line)

    def _reveal(self, line: WrittenLine) -> None:
        # Whoever writes down what is said has the script before their eyes.
        if line == "question":
            self.paper.reveal("questions")

    def _write(self, line: WrittenLine | None) -> None:
        self.paper.writing = line
        self.set_focus(self.paper.lines[line] if line is not None else None)
        self._message = ""
        self.take_in()
        self.paint()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.take_in()
        if self._message:
            self._message = ""
            self.paint()

    async def action_note(self) -> None:
        """Store what is written; the line stays open for another until it is left blank."""
        name = self.paper.writing
        if name is None:
            return
        line = self.paper.lines[name]
        text = line.written.strip()
        trouble = None
        if len(text) > MAX_TEXT:
            trouble = f"That is {len(text):,} characters, and {MAX_TEXT:,} is the most."
        elif name == "note":
            self._take_down()
        elif text and text not in self.view.questions:
            trouble = await self._keep(text)
        if trouble is not None:
            self._message = trouble
            self.paint()
            return
        line.clear()
        self.look_again()
        self._write(name if text else None)
        self.call_after_refresh(self._reveal, name)

    def _take_down(self) -> None:
        """Let the line that is being written stand among the notes of the call."""
        line = self.paper.lines["note"]
        if text := line.written.strip():
            self.noted = (*self.noted, text)
        line.clear()
