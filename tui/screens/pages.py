"""The pages that lie over the board, the agenda and the whole card: opened, kept up to date, and left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.screens.board_state import BoardState
from tui.screens.card_actions import CardActions

if TYPE_CHECKING:
    from tui.screens.agenda import AgendaScreen
    from tui.screens.card import CardScreen
    from tui.words.agenda import AgendaRow
    from tui.words.card_page import PageRow


class Pages:
    """Pages are imported when the first is opened: the board does not wait for them."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, actions: CardActions, pressed: Callable[[], None]
    ) -> None:
        """`pressed`: a key was pressed on a page."""
        self._screen = screen
        self._state = state
        self._actions = actions
        self._pressed = pressed
        self._agenda: AgendaScreen | None = None
        self._card: CardScreen | None = None

    def paint_line(self) -> None:
        """Say on the page what there is to say."""
        if self._card is not None:
            self._card.paint_line()

    def leave(self) -> None:
        """What a card has become, and what was done or is being written, is to be seen on the board."""
        for page in (self._card, self._agenda):
            if page is not None:
                page.leave()

    def open_card(self, card_id: str) -> None:
        """The whole card."""
        from tui.screens.card import CardScreen

        def left(_: None) -> None:
            self._card = None

        # On the board's own turn: what is opened over the page gives its answer to the board.
        ask = partial(self._screen.call_next, self._actions.do_from_page, card_id)
        self._card = CardScreen(
            partial(self._card_rows, card_id), self._state.keymap, ask=ask,
            said=lambda: self._state.message, pressed=self._pressed,
        )  # fmt: skip
        self._screen.app.push_screen(self._card, left)

    def _card_rows(self, card_id: str) -> list[PageRow]:
        from tui.words.card_page import PageRow, page

        card, service = self._state.board.card(card_id), self._state.service
        if card is None:
            return [PageRow("This interview is no longer there; another window has deleted it.")]
        now = self._state.now()
        moments, rounds = service.history(card.interview, now), service.rounds(card.interview)
        return page(card, moments, now, service.zone, self._state.keymap, rounds)

    def open_agenda(self) -> None:
        """The days ahead, from the instant that the board shows."""
        from tui.screens.agenda import AgendaScreen

        def left(_: None) -> None:
            self._agenda = None

        self._agenda = AgendaScreen(self._agenda_rows, self._state.keymap, self.open_card, self._pressed)
        self._screen.app.push_screen(self._agenda, left)

    def _agenda_rows(self) -> list[AgendaRow]:
        from store.rules.agenda import agenda
        from tui.words.agenda import agenda_rows

        service, now = self._state.service, self._state.now()
        days = agenda(service.book.interviews.values(), service.policy, now, service.zone)
        return agenda_rows(days, now, service.zone)
