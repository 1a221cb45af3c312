"""The page of the days ahead: what each asks for; a card that is named can be opened from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.bindings import bindings
from tui.keys import AGENDA_KEYS, Keymap
from tui.screens.going import Going
from tui.widgets.row_page import RowPage
from tui.widgets.text_line import TextLine
from tui.words.agenda import AgendaRow
from tui.words.hints import AGENDA_HINTS, help_hint, row_of
from tui.words.lines import Piece


class AgendaScreen(ModalScreen[None]):
    """Shows the rows of the agenda; the cursor goes from card to card."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(AGENDA_KEYS)]

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
        self.going = Going(self)
        first = rows()
        self._page = RowPage(first, _place(first, None, None), key=_card_id, lines=AgendaRow.lines)

    @property
    def rows(self) -> Sequence[AgendaRow]:
        """What is shown."""
        return self._page.rows

    @property
    def row(self) -> int | None:
        """The row that the cursor is on; None where no row is of a card."""
        return self._page.row

    def compose(self) -> ComposeResult:
        yield self._page
        yield TextLine(id="agenda-keys")

    def on_mount(self) -> None:
        self._say(row_of(AGENDA_HINTS, self._keymap))
        self.set_interval(30, self.look_again)

    def paint_line(self) -> None:
        """The line of its keys stays as it is."""

    def on_key(self, event: events.Key) -> None:
        self._pressed()
        self._say(row_of(AGENDA_HINTS, self._keymap))

    def _say(self, pieces: Sequence[Piece]) -> None:
        self.query_one("#agenda-keys", TextLine).say(pieces, help_hint(self._keymap))

    def on_screen_resume(self) -> None:
        self.going.at_the_top()
        self.look_again()

    def look_again(self) -> None:
        """The clock goes on while the page is open, and other windows may change a card."""
        rows = self._read_rows()
        if rows != self.rows:
            self._page.put(rows, _place(rows, self._page.current, self.row))

    def action_row(self, by: int) -> None:
        """To the next or previous row of a card; where there is none the page scrolls."""
        self._page.go(by)

    def action_page(self, by: int) -> None:
        """A page further."""
        self._page.turn(by)

    def action_open(self) -> None:
        """The card that the cursor is on."""
        if (card_id := self._page.current) is not None:
            self._open_card(card_id)
        else:
            self._say([("There is no card in these days.", "strong")])

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)


def _card_id(row: AgendaRow) -> str | None:
    return row.card_id


def _place(rows: Sequence[AgendaRow], card_id: str | None, before: int | None) -> int | None:
    """The row of that card, else the nearest from where the cursor was `before` on, else the first of any."""
    places = [place for place, row in enumerate(rows) if row.card_id is not None]
    own = [place for place in places if rows[place].card_id == card_id]
    near = [place for place in places if before is not None and place >= before]
    return next(iter([*own, *near, *places]), None)
