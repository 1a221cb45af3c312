"""Moving about on the board, filtering, marking, undo, and looking at another time."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from store import spans
from store.rules.standing import Column
from store.text import clean
from tui.keys import FILTER_KEYS, Keymap
from tui.screens.calling import CallingDeeds
from tui.widgets.card_column import CardColumn

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.screens.card import PageAction


class BoardScreen(CallingDeeds):
    """The board: the screen that people keep open all day."""

    # Moving

    def action_go(self, across: int, down: int) -> None:
        """One card or column on."""
        self.cursor.go(across, down)
        self._seen()

    def action_cycle(self, by: int) -> None:
        """The next column, round and round."""
        self.cursor.cycle(by)
        self._seen()

    def action_column(self, column: Column) -> None:
        """A column by its number."""
        self.cursor.to_column(column)
        self._seen()

    def action_edge(self, end: int) -> None:
        """The first or last card."""
        self.cursor.edge(end)
        self._seen()

    def _seen(self) -> None:
        """What the cursor comes to has been seen; the editor follows it."""
        if self.card is not None:
            self.moved -= {self.card.id}
        self.paint()

    @on(CardColumn.Picked)
    def picked(self, event: CardColumn.Picked) -> None:
        """A click goes to the card, a double click opens it."""
        self.cursor.select(event.card_id)
        self._seen()
        if event.opened:
            self.action_open()

    def action_mark(self) -> None:
        """Mark the card, or take the mark off, and go on to the next."""
        if self.card is None:
            return
        self.marked ^= {self.card.id}
        self.cursor.go(0, 1) if self.cursor.column != "upcoming" else self.cursor.go(1, 0)
        self._seen()

    def action_back(self) -> None:
        """Back: to now, then to all cards, then to none marked."""
        if self.at is not None:
            self.look_at(None)
        elif self.cursor.wanted:
            self._want("")
        else:
            self.marked = frozenset()
            self.paint()

    # The whole card

    def action_open(self) -> None:
        """The page of the card under the cursor."""
        from store.rules.history import history
        from tui.screens.card import CardScreen
        from tui.words.card_page import Row, page

        if self.card is None:
            self.say("There is no card here; a adds an interview.")
            return
        card_id = self.card.id

        def rows() -> list[Row]:
            here = self.board.card(card_id)
            if here is None:
                return [Row("This interview is no longer there; another window has deleted it.")]
            now = self.now()
            moments = history(here.interview, self.service.policy, now, self.service.zone)
            return page(here, moments, now, self.service.zone)

        self.app.push_screen(CardScreen(rows), partial(self._page_closed, card_id))

    def _page_closed(self, card_id: str, deed: PageAction | None) -> None:
        if deed is None:
            return
        name, event_id = deed
        if name != "copy" and not self.may_act():
            return
        card = self.board.card(card_id)
        if card is None:
            self.say("That interview is no longer there; another window has deleted it.", "warn")
        elif name not in ("correct", "take_back"):
            self.do_to(card, name)
        elif not any(event.id == event_id for event in card.interview.events):
            self.say("That event is no longer there; another window has taken it back.", "warn")
        elif event_id is not None:
            {"correct": self.correct, "take_back": self.take_back}[name](card, event_id)

    # Filtering

    async def action_filter(self) -> None:
        """Type a filter; the board follows each letter."""
        if self.query("#filter"):
            self.set_focus(self.query_one("#filter"))
            return
        from tui.widgets.in_turn import Field

        field = Field(self.cursor.wanted, placeholder="company, person or role", id="filter", compact=True)
        field.serve(field, Keymap(self.settings.keys).in_fields(FILTER_KEYS))
        await self.mount(field, before="#middle")
        self.set_focus(field)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each letter of the filter counts at once; the editor keeps its own fields' messages to itself."""
        if event.input.id != "filter":
            return
        wanted = clean(event.value)
        if wanted != event.value:
            event.input.value = wanted
        self._want(wanted)

    def action_keep_filter(self) -> None:
        """Back to the board, with the cards that pass."""
        self.query("#filter").remove()
        self.set_focus(self.columns)

    def action_clear_filter(self) -> None:
        """Back to the board, with all cards."""
        self._want("")
        self.action_keep_filter()

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """Leaving it by tab or by a click keeps it, too; that the terminal's window is left does not."""
        if event.input.id == "filter" and self.app.app_focus:
            event.input.remove()

    def _want(self, words: str) -> None:
        self.cursor.wanted = words
        self.cursor.show(self.board)
        self.cursor.find()
        self.paint()

    # Undo

    async def action_undo(self) -> None:
        """Take the last step back, in words."""
        words = await self.work(self.service.undo)
        if words is not None:
            self.after(f"undone: {words}")

    async def action_redo(self) -> None:
        """Do again what was undone."""
        words = await self.work(self.service.redo)
        if words is not None:
            self.after(f"done again: {words}")

    # Another time

    def action_travel(self) -> None:
        """Ask for a time, and look at it."""
        from tui.forms import travel
        from tui.forms.form import Form

        form = Form(travel.sheet(self.moment), ascii_only=bool(self.settings.ascii))
        self.app.push_screen(form, lambda at: self.look_at(at) if at is not None else None)

    def look_at(self, at: datetime | None) -> None:
        """Show the board as it stands at another instant, read-only; None for now."""
        self.at = at
        self.moved = frozenset()
        self.show(self.service.board(self.now()), by_user=True)
        if at is not None:
            away = at - self.service.clock.now()
            way = "from now" if away > timedelta() else "ago"
            self.say(f"{spans.long(away)} {way}; [ and ] step from change to change, esc goes back to now")

    def action_step(self, by: int) -> None:
        """To the next or previous instant at which a card moves by itself."""
        change = self.service.change_before(self.now()) if by < 0 else self.service.change_after(self.now())
        if change is None:
            self.say(
                "No card moves by itself before this." if by < 0 else "No card moves by itself after this."
            )
        else:
            self.look_at(change)
