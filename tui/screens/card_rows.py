"""A page of rows of which some stand for a card: the days ahead, a company, the user's own numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.keymap import Keymap
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


class CardRowsScreen(ModalScreen[None], Generic[Row]):
    """Shows rows, and goes from one that stands for a card to the next; where none does the page scrolls.

    Each page has its own keys, and says which rows are of a card and where the cursor goes when they change.
    """

    def __init__(
        self,
        rows: Callable[[], Sequence[Row]],
        keymap: Keymap,
        hints: Sequence[tuple[str, str]],
        *,
        card_id: Callable[[Row], str | None],
        place: Callable[[Sequence[Row], str | None, int | None], int | None],
        no_card: str,
        open_card: Callable[[str], None],
        pressed: Callable[[], None],
    ) -> None:
        """`rows` gives them as they are now, `card_id` the card that a row stands for, if for any.

        `place`: the row for the cursor, from the rows, the card it was on and its row before; None for none.
        `no_card` is said where there is none to open.
        """
        super().__init__(classes="-page")
        self._read_rows = rows
        self._keymap = keymap
        self._hints = hints
        self._place = place
        self._no_card = no_card
        self._open_card = open_card
        self._pressed = pressed
        self.going = Going(self)
        self._was_covered = False
        """Whether another page has lain over it since it was read last: that may have changed a card."""
        first = rows()
        self._page = RowPage(
            first, place(first, None, None), key=card_id, lines=lambda row, width: row.lines(width)
        )

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._page.rows

    @property
    def row(self) -> int | None:
        """The row that the cursor is on; None where no row is of a card."""
        return self._page.row

    def compose(self) -> ComposeResult:
        yield self._page
        yield TextLine(id="page-keys")

    def _say(self, pieces: Sequence[Piece]) -> None:
        self.query_one("#page-keys", TextLine).say(pieces, help_hint(self._keymap))

    def on_mount(self) -> None:
        self._say(row_of(self._hints, self._keymap))
        self.set_interval(30, self.look_again)

    def paint_line(self) -> None:
        """The line of its keys stays as it is."""

    def on_key(self, event: events.Key) -> None:
        self._pressed()
        self._say(row_of(self._hints, self._keymap))

    def on_screen_suspend(self) -> None:
        self._was_covered = True

    def on_screen_resume(self) -> None:
        self.going.at_the_top()
        if self._was_covered:
            self._was_covered = False
            self.look_again()

    def look_again(self) -> None:
        """The clock goes on while the page is open, and other windows may change a card."""
        rows = self._read_rows()
        if rows != self.rows:
            self._page.put(rows, self._place(rows, self._page.current, self.row))

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
            self._say([(self._no_card, "strong")])

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)
