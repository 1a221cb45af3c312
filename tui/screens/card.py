"""The whole card: everything it holds and its history; events can be corrected or taken back here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.bindings import bindings
from tui.keymap import Keymap
from tui.keys import CARD_KEYS
from tui.screens.going import Going
from tui.widgets.row_page import RowPage
from tui.widgets.text_line import TextLine
from tui.words.card_page import PageRow
from tui.words.hints import PAGE_HINTS, WAITING_HINTS, help_hint, row_of
from tui.words.lines import Piece

Ask: TypeAlias = Callable[[str, str | None], object]
"""Has something done, and says which event is under the cursor.

It is named `correct` or `take_back`, or as the board's key is: `edit` for `card.edit`.
"""


class CardScreen(ModalScreen[None]):
    """Shows the rows of one card; what the user wants to do about it is opened over it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CARD_KEYS)]

    def __init__(
        self,
        rows: Callable[[], list[PageRow]],
        keymap: Keymap,
        *,
        ask: Ask,
        on_board: Callable[[str], object] = lambda key_id: None,
        said: Callable[[], Piece | None] = lambda: None,
        say: Callable[[str], object] = lambda words: None,
        pressed: Callable[[], None] = lambda: None,
    ) -> None:
        """`on_board` has the page go, and a key of the board do there what it does.

        `said` gives what is to be said instead of the keys, until the next is `pressed`; `say` says it.
        """
        super().__init__(classes="-page")
        self._keymap = keymap
        self._ask = ask
        self._on_board = on_board
        self._said = said
        self._say = say
        self._pressed = pressed
        self.going = Going(self)
        self._read_rows = rows
        first = rows()
        self._page = RowPage(first, _place_of(None, first), key=_event_id, lines=PageRow.lines)

    @property
    def rows(self) -> Sequence[PageRow]:
        """What is shown."""
        return self._page.rows

    @property
    def row(self) -> int | None:
        """The row that the cursor is on; None where none can be corrected."""
        return self._page.row

    def compose(self) -> ComposeResult:
        yield self._page
        yield TextLine(id="card-keys")

    def on_mount(self) -> None:
        self.paint_line()
        self.set_interval(30, self.look_again)

    def on_key(self, event: events.Key) -> None:
        self._pressed()

    def on_screen_resume(self) -> None:
        self.going.at_the_top()

    def paint_line(self) -> None:
        """Say what there is to say, or else which keys there are."""
        said = self._said()
        waits = self.row is not None and self.rows[self.row].waits
        hints = WAITING_HINTS if waits else PAGE_HINTS
        for line in self.query("#card-keys").results(TextLine):
            line.say(row_of(hints, self._keymap) if said is None else [said], help_hint(self._keymap))

    def look_again(self) -> None:
        """The clock goes on while the page is open."""
        rows = self._read_rows()
        if rows != self.rows:
            self._page.put(rows, _place_of(self._page.current, rows))
            self.paint_line()

    def action_event(self, by: int) -> None:
        """The next or previous event that can be corrected; the page scrolls where there is none."""
        if self._page.go(by):
            self.paint_line()

    def action_page(self, by: int) -> None:
        """A page further."""
        self._page.turn(by)

    def action_choose(self, name: str) -> None:
        """Have the board do it."""
        event = self._page.current
        if name in ("correct", "take_back") and event is None:
            self._say("There is no event here yet that could be corrected or taken back.")
            return
        self._ask(name, event)

    def action_edge(self, end: int) -> None:
        """The first or last event."""
        self._page.edge(end)
        self.paint_line()

    def action_on_board(self, key_id: str) -> None:
        """A key of the board that has nothing to do with the page."""
        self._on_board(key_id)

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)


def _event_id(row: PageRow) -> str | None:
    return row.event_id


def _place_of(event_id: str | None, rows: Sequence[PageRow]) -> int | None:
    """The row of that event; else of what waits for the user, or of the last event; None for none."""
    waiting = next((place for place, row in enumerate(rows) if row.waits), None)
    if event_id is None and waiting is not None:
        return waiting
    places = {row.event_id: place for place, row in enumerate(rows) if row.event_id is not None}
    return places[event_id] if event_id in places else next(reversed(places.values()), None)
