"""The call sheet: what each key does on it, and one key for what came of the call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar, TypeAlias

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input

from store.text import MAX_TEXT
from tui.bindings import bindings
from tui.keys import ASKING_KEYS, CALL_KEYS
from tui.screens.call_paper import CallPaper, Outcome, OutcomeKind, View
from tui.screens.qr import CodeScreen
from tui.words.call_page import SCRIPT
from tui.words.call_rows import TICKS

Keep: TypeAlias = Callable[[str], Awaitable[str | None]]


class CallSheet(CallPaper):
    """Closes with what came of the call, or None where nothing did.

    `keep` stores a question typed here at once; it gives a sentence where that failed, and the question stays
    as it was.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CALL_KEYS)]

    def __init__(self, view: View, keep: Keep, *, ascii_only: bool = False) -> None:
        super().__init__(view, ascii_only=ascii_only)
        self._keep = keep
        self._warned = False
        """Whether it has been said that a question typed would be thrown away."""

    def on_mount(self) -> None:
        super().on_mount()
        self.question.serve(self, self.keymap.in_fields(ASKING_KEYS))

    # The keys

    def action_outcome(self, kind: OutcomeKind) -> None:
        """Close with what came of it; the board asks for the rest."""
        self.dismiss(Outcome(kind, self.person_id))

    def action_next_person(self) -> None:
        """The next one who has a number."""
        if self.view.next_id is not None and not self.asking:
            self._turn_to(self.view.next_id)

    def action_tick(self, place: int) -> None:
        """Tick one of the four, or take the tick off."""
        self.ticked ^= {place}
        self.paint()

    def action_tick_next(self) -> None:
        """Tick the first that is open."""
        self.ticked |= {*[place for place in range(len(TICKS)) if place not in self.ticked][:1]}
        self.paint()

    def action_unfold(self, name: str) -> None:
        """Bring a text before the eyes; the same key again goes back to the script."""
        self.opened = "" if self.opened == name else name
        self.paint()
        self.call_after_refresh(self._reveal, self.opened or SCRIPT)

    def _reveal(self, name: str) -> None:
        if name in self._names:
            self.query_one("#call-body", VerticalScroll).scroll_to(y=self._names[name], animate=False)

    def action_scroll_body(self, by: int) -> None:
        """Lines up or down."""
        self.query_one("#call-body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_code(self) -> None:
        """Show the number as a code to scan."""
        callee = self.view.callee
        if callee is not None and callee.tel:
            caption = f"Call {callee.name or callee.number}: scan it with your phone"
            self.app.push_screen(CodeScreen(callee.tel, caption, ascii_only=self.ascii_only))

    def action_back(self) -> None:
        """From the question to the sheet (at the second time where something is typed), then to the board."""
        if not self.asking:
            self.dismiss(None)
        elif self.question.text.strip() and not self._warned:
            self._warned = True
            self._message = f"{self.keymap.say('call.unasked')} again throws away what you typed"
            self.paint()
        else:
            self.question.clear()
            self._ask(False)

    # A question

    def action_ask(self) -> None:
        """Type a question to ask them."""
        self._ask(True)
        self._reveal("questions")

    def _ask(self, asking: bool) -> None:
        self.query_one("#call-asking").display = asking
        self.set_focus(self.question if asking else None)
        self._message = ""
        self.paint()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._warned = False
        if self._message:
            self._message = ""
            self.paint()

    async def action_note(self) -> None:
        """Store the question; the line stays open for another until it is left blank."""
        text = self.question.text.strip()
        trouble = None
        if len(text) > MAX_TEXT:
            trouble = f"That is {len(text):,} characters, and {MAX_TEXT:,} is the most."
        elif text and text not in self.view.questions:
            trouble = await self._keep(text)
        if trouble is not None:
            self._message = trouble
            self.paint()
            return
        self.question.clear()
        self._message = ""
        self.look_again()
        self._ask(bool(text))
        self.call_after_refresh(self._reveal, "questions")
