"""The pages that lie over the board (the whole card, the days ahead, what was heard): opened, kept, left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.rules.board import Card
from tui.screens.board_state import BoardState
from tui.screens.card_actions import CardActions
from tui.screens.hearing import Hearing

if TYPE_CHECKING:
    from tui.screens.agenda import AgendaScreen
    from tui.screens.card import CardScreen
    from tui.screens.heard import HeardScreen
    from tui.words.agenda import AgendaRow
    from tui.words.card_page import PageRow


class Pages:
    """Pages are imported when the first is opened: the board does not wait for them."""

    def __init__(
        self,
        screen: Screen[Any],
        state: BoardState,
        actions: CardActions,
        hearing: Hearing,
        pressed: Callable[[], None],
        do_key: Callable[[str], Awaitable[object]],
    ) -> None:
        """`pressed`: a key was pressed on a page; `do_key` does what the key of that id does on the board."""
        self._screen = screen
        self._state = state
        self._actions = actions
        self._hearing = hearing
        self._pressed = pressed
        self._do_key = do_key
        self._agenda: AgendaScreen | None = None
        self._card: CardScreen | None = None
        self._card_id = ""
        self._heard: HeardScreen | None = None

    def paint_line(self) -> None:
        """Say on the page what there is to say."""
        if self._card is not None:
            self._card.paint_line()
        if self._heard is not None and self._heard.is_mounted:
            self._heard.paint()

    @property
    def card(self) -> Card | None:
        """The card whose page is open, if one is."""
        return None if self._card is None else self._state.board.card(self._card_id)

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

        self._card_id = card_id
        # On the board's own turn: what is opened over the page gives its answer to the board.
        ask = partial(self._screen.call_next, self._do_from_card, card_id)
        self._card = CardScreen(
            partial(self._card_rows, card_id), self._state.keymap, ask=ask,
            on_board=partial(self._screen.call_next, self._do_on_board, card_id),
            said=lambda: self._state.message, say=self._state.say, pressed=self._pressed,
        )  # fmt: skip
        self._screen.app.push_screen(self._card, left)

    async def _do_on_board(self, card_id: str, key_id: str) -> None:
        """What a key of the board does there, with the cursor on that card."""
        self._state.cursor.select(card_id)
        await self._do_key(key_id)

    def _card_rows(self, card_id: str) -> list[PageRow]:
        from tui.words.card_page import PageRow, page
        from tui.words.heard import card_rows

        card, service = self._state.board.card(card_id), self._state.service
        if card is None:
            return [PageRow("This interview is no longer there; another window has deleted it.")]
        now = self._state.now()
        moments, rounds = service.history(card.interview, now), service.rounds(card.interview)
        proposals = self._hearing.of_cards().get(card_id, ())
        heard = card_rows(proposals, service.book, now, service.zone, self._state.keymap)
        return page(card, moments, now, service.zone, self._state.keymap, rounds, heard)

    def _do_from_card(self, card_id: str, name: str, event_id: str | None) -> None:
        """What was asked for on the page of a card: of what was heard, or of the card itself."""
        if event_id in self._state.service.book.proposals and name in ("correct", "take_back"):
            assert event_id is not None
            self._hearing.do("take" if name == "correct" else "drop", event_id, card_id)
        else:
            self._actions.do_from_page(card_id, name, event_id)

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

    def open_heard(self) -> None:
        """What was heard in mail and calendar."""
        from tui.screens.heard import HeardScreen

        def left(_: None) -> None:
            self._heard = None

        self._heard = HeardScreen(
            self._heard_rows, self._state.keymap, do=partial(self._screen.call_next, self._hearing.do),
            said=lambda: self._state.message, pressed=self._pressed,
        )  # fmt: skip
        self._screen.app.push_screen(self._heard, left)

    def _heard_rows(self) -> list[PageRow]:
        from tui.words.heard import all_rows

        service = self._state.service
        return all_rows(self._hearing.proposals(), service.book, self._state.now(), service.zone)
