"""The pages that look back: all there has been with one company, and the user's own numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.bindings import bindings
from tui.keys import LOOKING_BACK_KEYS, Keymap
from tui.screens.going import Going
from tui.widgets.row_page import RowPage
from tui.widgets.text_line import TextLine
from tui.words.hints import help_hint, row_of
from tui.words.lines import Piece


class TextRow(Protocol):
    """A row of such a page."""

    @property
    def tone(self) -> str:
        """By its name in `tui.tones`."""

    def lines(self, width: int) -> list[str]:
        """It in lines of at most `width` cells."""


Row = TypeVar("Row", bound=TextRow)


class LookingBackScreen(ModalScreen[None], Generic[Row]):
    """Shows rows, and goes from one that stands for a card to the next; where none does the page scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LOOKING_BACK_KEYS)]

    def __init__(
        self,
        rows: Callable[[], Sequence[Row]],
        keymap: Keymap,
        hints: Sequence[tuple[str, str]],
        *,
        card_id: Callable[[Row], str | None] = lambda row: None,
        open_card: Callable[[str], None] = lambda card_id: None,
        pressed: Callable[[], None] = lambda: None,
    ) -> None:
        """`rows` gives them as they are now, `card_id` the card that a row stands for, if for any."""
        super().__init__(classes="-page")
        self._read_rows = rows
        self._keymap = keymap
        self._hints = hints
        self._card_id = card_id
        self._open_card = open_card
        self._pressed = pressed
        self.going = Going(self)
        first = rows()
        self._page = RowPage(
            first, self._first_of_card(first), key=card_id, lines=lambda row, width: row.lines(width)
        )

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._page.rows

    @property
    def row(self) -> int | None:
        """The row that the cursor is on; None where no row is of a card."""
        return self._page.row

    def _first_of_card(self, rows: Sequence[Row]) -> int | None:
        return next((place for place, row in enumerate(rows) if self._card_id(row) is not None), None)

    def compose(self) -> ComposeResult:
        yield self._page
        yield TextLine(id="looking-back-keys")

    def _say(self, pieces: Sequence[Piece]) -> None:
        self.query_one("#looking-back-keys", TextLine).say(pieces, help_hint(self._keymap))

    def on_mount(self) -> None:
        self._say(row_of(self._hints, self._keymap))
        self.set_interval(30, self.look_again)

    def paint_line(self) -> None:
        """The line of its keys stays as it is."""

    def on_key(self, event: events.Key) -> None:
        self._pressed()
        self._say(row_of(self._hints, self._keymap))

    def on_screen_resume(self) -> None:
        self.going.at_the_top()
        self.look_again()

    def look_again(self) -> None:
        """The clock goes on while the page is open, and other windows may change a card."""
        rows = self._read_rows()
        if rows != self.rows:
            row = self.row
            kept = row is not None and row < len(rows) and self._card_id(rows[row]) is not None
            self._page.put(rows, row if kept else self._first_of_card(rows))

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
            self._say([("There is no card on this page.", "strong")])

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)
