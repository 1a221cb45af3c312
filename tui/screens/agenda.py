"""The page of the days ahead: what each asks for; a card that is named can be opened from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import tones
from tui.bindings import bindings
from tui.keys import AGENDA_KEYS, Keymap
from tui.widgets.text_line import TextLine
from tui.words.agenda import AgendaRow
from tui.words.hints import AGENDA_HINTS, row_of

_STYLES = tones.styles(dim="faint")


class AgendaScreen(ModalScreen[None]):
    """Shows the rows of the agenda; the cursor goes from card to card."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(AGENDA_KEYS)]
    DEFAULT_CSS = """
    AgendaScreen { align: center middle; }
    AgendaScreen > VerticalScroll {
        width: 100%; max-width: 100; height: 1fr; padding: 1 2; background: $surface;
        scrollbar-size-vertical: 1;
    }
    AgendaScreen > TextLine { max-width: 100; width: 100%; background: $panel; }
    """

    def __init__(
        self, rows: Callable[[], list[AgendaRow]], keymap: Keymap, open_card: Callable[[str], None],
        pressed: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`rows` gives the agenda as it is now; `open_card` opens the card of that id."""
        super().__init__(classes="-page")
        self._read_rows = rows
        self._keymap = keymap
        self._open_card = open_card
        self._pressed = pressed
        self._left = False
        self.rows = rows()
        self.row: int | None = None
        """The row that the cursor is on; None where no row is of a card."""
        self._find(None)

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(Content(""), id="agenda")
        yield TextLine(id="agenda-keys")

    def on_mount(self) -> None:
        self.query_one("#agenda-keys", TextLine).say(row_of(AGENDA_HINTS, self._keymap))
        self.set_interval(30, self.look_again)
        self.call_after_refresh(self._paint)

    def on_resize(self) -> None:
        self.call_after_refresh(self._paint)

    def on_key(self, event: events.Key) -> None:
        self._pressed()

    def on_screen_resume(self) -> None:
        self._go_if_left()
        self.look_again()

    def leave(self) -> None:
        """Go, at the latest when what lies over it is gone."""
        self._left = True
        self._go_if_left()

    def _go_if_left(self) -> None:
        if self._left and self.is_current:
            self.dismiss(None)

    def look_again(self) -> None:
        """The clock goes on while the page is open, and other windows may change a card."""
        rows = self._read_rows()
        if rows != self.rows:
            before = self.rows[self.row].card_id if self.row is not None else None
            self.rows = rows
            self._find(before)
            self._paint()

    def _find(self, card_id: str | None) -> None:
        """The cursor to the row of that card, else where it was, else to the first row of any."""
        places = [place for place, row in enumerate(self.rows) if row.card_id is not None]
        own = [place for place in places if self.rows[place].card_id == card_id]
        near = [place for place in places if self.row is not None and place >= self.row]
        self.row = next(iter([*own, *near, *places]), None)

    # Showing

    @property
    def _width(self) -> int:
        return max(1, self.query_one(VerticalScroll).scrollable_content_region.width)

    def _paint(self) -> None:
        if not self.is_mounted:
            return
        lines: list[Content] = []
        width = self._width
        for place, row in enumerate(self.rows):
            style = f"{_STYLES[row.tone]} {'reverse' if place == self.row else ''}".strip()
            lines += [Content.styled(line, style) if style else Content(line) for line in row.lines(width)]
        self.query_one("#agenda", Static).update(Content("\n").join(lines))

    # Moving about

    def action_row(self, by: int) -> None:
        """To the next or previous row of a card; where there is none the page scrolls."""
        scroll = self.query_one(VerticalScroll)
        beyond = [
            place
            for place, row in enumerate(self.rows)
            if row.card_id is not None and (self.row is None or (place - self.row) * by > 0)
        ]
        if not beyond:
            scroll.scroll_relative(y=by * 3, animate=False)
            return
        self.row = beyond[0] if by > 0 else beyond[-1]
        self._paint()
        above = sum(len(row.lines(self._width)) for row in self.rows[: self.row])
        height = len(self.rows[self.row].lines(self._width))
        scroll.scroll_to_region(Region(0, above, 1, height + 1), animate=False)

    def action_page(self, by: int) -> None:
        """A page further."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_page_down(animate=False) if by > 0 else scroll.scroll_page_up(animate=False)

    def action_open(self) -> None:
        """The card that the cursor is on."""
        card_id = self.rows[self.row].card_id if self.row is not None else None
        if card_id is not None:
            self._open_card(card_id)

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)
