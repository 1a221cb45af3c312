"""The line over the board in which a filter is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from store.text import clean
from tui.keys import FILTER_KEYS
from tui.screens.board_state import BoardState

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widgets import Input

    from tui.widgets.in_turn import LineField


class FilterLine:
    """Is there while somebody types in it; the board follows each letter."""

    def __init__(self, screen: Screen[Any], state: BoardState, left: Callable[[], None]) -> None:
        """`left` gives the keys back to where they were."""
        self._screen = screen
        self._state = state
        self._left = left
        self._field: LineField | None = None
        """One that is on its way out is none any more."""

    @property
    def is_open(self) -> bool:
        """Whether it is being typed in."""
        return self._field is not None

    async def open(self) -> None:
        """Show it with what is filtered by now, and give it the keys."""
        if self._field is not None:
            self._screen.set_focus(self._field)
            return
        from tui.widgets.in_turn import LineField

        field = LineField(
            self._state.cursor.filter,
            placeholder="company, person or role; or: overdue, late, offer, owes, doable, guess",
            classes="filter",
            compact=True,
        )
        field.serve(field, self._state.keymap.in_fields(FILTER_KEYS))
        self._field = field
        await self._screen.mount(field, before="#middle")
        self._screen.set_focus(field)

    def changed(self, event: Input.Changed) -> None:
        """Each letter counts at once; what is typed into other fields does not."""
        if event.input is not self._field:
            return
        wanted = clean(event.value)
        if wanted != event.value:
            event.input.value = wanted
        self._state.filter(wanted, typing=True)

    def keep(self) -> None:
        """Back to the board, with the cards that pass; where the words cannot be looked for, that is said."""
        if self._field is not None and not self._state.filter(clean(self._field.value)):
            return
        self._close()
        self._left()

    def clear(self) -> None:
        """Back to the board, with all cards."""
        if self._field is not None:
            self._field.value = ""
        self.keep()

    def blurred(self, event: Input.Blurred) -> None:
        """Leaving it by tab or by a click keeps it, too; that the terminal's window is left does not."""
        if event.input is self._field and self._screen.app.app_focus:
            self._close()

    def _close(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            # What it says of its last letters comes too late.
            self._state.filter(clean(field.value))
            field.remove()
