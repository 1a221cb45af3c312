"""The pages that look back: all there has been with one company, and the user's own numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tui.bindings import bindings
from tui.keymap import Keymap
from tui.keys import LOOKING_BACK_KEYS
from tui.screens.card_rows import CardRowsScreen, Row


class LookingBackScreen(CardRowsScreen[Row]):
    """Shows rows; the cursor stays in its place as long as that is of a card."""

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
        super().__init__(
            rows, keymap, hints, card_id=card_id, place=partial(_place, card_id),
            no_card="There is no card on this page.", open_card=open_card, pressed=pressed,
        )  # fmt: skip


def _place(
    card_id: Callable[[Row], str | None], rows: Sequence[Row], _: str | None, before: int | None
) -> int | None:
    """The row where the cursor was, if it is of a card, else the first that is."""
    places = [place for place, row in enumerate(rows) if card_id(row) is not None]
    return before if before in places else next(iter(places), None)
