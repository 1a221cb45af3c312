"""The page of what was heard: every proposal, to be taken, changed or turned down by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.bindings import bindings
from tui.keymap import Keymap
from tui.keys import HEARD_KEYS
from tui.widgets.row_page import RowPage
from tui.widgets.text_line import TextLine
from tui.words.card_page import PageRow
from tui.words.hints import HEARD_HINTS, NOTHING_HEARD_HINTS, help_hint, row_of
from tui.words.lines import Piece

Do: TypeAlias = Callable[[str, str], object]
"""Has `take`, `change` or `drop` done to the proposal of that id."""


class HeardScreen(ModalScreen[None]):
    """Shows the rows of all proposals; what becomes of one is done on the board behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HEARD_KEYS)]

    def __init__(
        self,
        rows: Callable[[], list[PageRow]],
        keymap: Keymap,
        *,
        do: Do,
        said: Callable[[], Piece | None] = lambda: None,
        pressed: Callable[[], None] = lambda: None,
    ) -> None:
        """`said` gives what is to be said instead of the keys, until the next is `pressed`."""
        super().__init__(classes="-page")
        self._keymap = keymap
        self._read_rows = rows
        self._do = do
        self._said = said
        self._pressed = pressed
        first = rows()
        self._page = RowPage(first, _place(first, 0), key=_proposal_id, lines=PageRow.lines, below=2)

    def compose(self) -> ComposeResult:
        yield self._page
        yield TextLine(id="heard-keys")

    def on_mount(self) -> None:
        self.paint()
        self.set_interval(1, self.paint)

    def on_key(self) -> None:
        self._pressed()

    @property
    def proposals(self) -> list[str]:
        """The ids of the proposals, in the order in which they are shown."""
        return [row.event_id for row in self._page.rows if row.event_id is not None]

    def paint(self) -> None:
        """Show what there is, and what there is to say."""
        rows = self._read_rows()
        if rows != self._page.rows:
            current = self._page.current
            self._page.put(rows, _place(rows, self.proposals.index(current) if current is not None else 0))
        said = self._said()
        hints = HEARD_HINTS if self.proposals else NOTHING_HEARD_HINTS
        self._say(row_of(hints, self._keymap) if said is None else [said])

    def _say(self, pieces: Sequence[Piece]) -> None:
        self.query_one("#heard-keys", TextLine).say(pieces, help_hint(self._keymap))

    def action_proposal(self, by: int) -> None:
        """The next or previous proposal."""
        self._page.go(by)
        self.paint()

    def action_page(self, by: int) -> None:
        """A page further."""
        self._page.turn(by)

    def action_settle(self, name: str) -> None:
        """Have it taken, changed or turned down."""
        if (proposal := self._page.current) is not None:
            self._do(name, proposal)
        else:
            self._say([("There is nothing here to decide on.", "strong")])

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)


def _proposal_id(row: PageRow) -> str | None:
    return row.event_id


def _place(rows: Sequence[PageRow], number: int) -> int | None:
    """The row of the proposal with that number, from 0 on, or of the last; None where there is none."""
    places = [place for place, row in enumerate(rows) if row.event_id is not None]
    return places[min(number, len(places) - 1)] if places else None
