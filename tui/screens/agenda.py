"""The page of the days ahead: what each asks for; a card that is named can be opened from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.bindings import bindings
from tui.keymap import Keymap
from tui.keys import AGENDA_KEYS
from tui.screens.card_rows import CardRowsScreen
from tui.words.agenda import AgendaRow
from tui.words.hints import AGENDA_HINTS


class AgendaScreen(CardRowsScreen[AgendaRow]):
    """Shows the rows of the agenda; the cursor goes from card to card."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(AGENDA_KEYS)]

    def __init__(
        self, rows: Callable[[], list[AgendaRow]], keymap: Keymap, open_card: Callable[[str], None],
        pressed: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`rows` gives the agenda as it is now; `open_card` opens the card of that id."""
        super().__init__(
            rows, keymap, AGENDA_HINTS, card_id=_card_id, place=_place,
            no_card="There is no card in these days.", open_card=open_card, pressed=pressed,
        )  # fmt: skip


def _card_id(row: AgendaRow) -> str | None:
    return row.card_id


def _place(rows: Sequence[AgendaRow], card_id: str | None, before: int | None) -> int | None:
    """The row of that card, else the nearest from where the cursor was `before` on, else the first of any."""
    places = [place for place, row in enumerate(rows) if row.card_id is not None]
    own = [place for place in places if rows[place].card_id == card_id]
    near = [place for place in places if before is not None and place >= before]
    return next(iter([*own, *near, *places]), None)
