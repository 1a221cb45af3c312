"""The pages over the board (a card, the days ahead, what was heard, settings): opened, kept, left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.files.paths import with_tilde
from store.rules.board import Card
from store.settings.toml import Name
from tui.screens.board_state import BoardState
from tui.screens.card_actions import CardActions
from tui.screens.hearing import Hearing
from tui.screens.own_settings import OwnSettings
from tui.typed_ahead import takes_keys, typed_ahead

if TYPE_CHECKING:
    from tui.screens.card import CardScreen
    from tui.screens.card_rows import CardRowsScreen
    from tui.screens.heard import HeardScreen
    from tui.screens.settings import SettingsScreen
    from tui.words.agenda import AgendaRow
    from tui.words.card_page import PageRow
    from tui.words.company_page import CompanyRow
    from tui.words.figures import FigureRow
    from tui.words.settings_page import SettingRow


class Pages:
    """Pages are imported when the first is opened: the board does not wait for them."""

    def __init__(
        self,
        screen: Screen[Any],
        state: BoardState,
        actions: CardActions,
        hearing: Hearing,
        own: OwnSettings,
        pressed: Callable[[], None],
        do_key: Callable[[str], Awaitable[object]],
    ) -> None:
        """`pressed`: a key was pressed on a page; `do_key` does what the key of that id does on the board."""
        self._screen = screen
        self._state = state
        self._actions = actions
        self._hearing = hearing
        self._own = own
        self._pressed = pressed
        self._do_key = do_key
        self._open: dict[CardScreen | CardRowsScreen[Any], str] = {}
        """Those that go with a step, the lowest first, each with the id of its card, if it is of one."""
        self._at_board: Callable[[], Awaitable[None]] | None = None
        """What is to be done once none of them is open."""
        self._heard: HeardScreen | None = None
        self._settings: SettingsScreen | None = None

    def paint_line(self) -> None:
        """Say on the page what there is to say."""
        for page in self._open:
            page.paint_line()
        if self._heard is not None and self._heard.is_mounted:
            self._heard.paint()
        if self._settings is not None:
            self._settings.paint()

    @property
    def card(self) -> Card | None:
        """The card whose page is open, if one is."""
        on_top = [*self._open.values()][-1:]
        return self._state.board.card(on_top[0]) if on_top and on_top[0] else None

    def leave(self) -> None:
        """What a card has become, and what was done or is being written, is to be seen on the board."""
        for page in [*reversed(self._open)]:
            page.going.want()

    def _push(self, page: CardScreen | CardRowsScreen[Any], card_id: str = "") -> None:
        def left(_: None) -> None:
            del self._open[page]
            if not self._open and self._at_board is not None:
                work, self._at_board = self._at_board, None
                self._screen.call_next(work)

        self._open[page] = card_id
        self._screen.app.push_screen(page, left)

    def open_card(self, card_id: str) -> None:
        """The whole card."""
        from tui.screens.card import CardScreen

        # On the board's own turn: what is opened over the page gives its answer to the board.
        ask = partial(self._screen.call_next, self._do_from_card, card_id)
        page = CardScreen(
            partial(self._card_rows, card_id), self._state.keymap, ask=ask,
            on_board=partial(self._do_on_board, card_id),
            said=lambda: self._state.message, say=self._state.say, pressed=self._pressed,
        )  # fmt: skip
        self._push(page, card_id)

    def _do_on_board(self, card_id: str, key_id: str) -> None:
        """What a key of the board does there, with the cursor on that card, once no page lies over it."""
        app = self._screen.app
        # What is typed behind it is for what it opens, and for no page that is on its way out.
        opening = typed_ahead(app).begin()

        async def do() -> None:
            with opening:
                self._state.cursor.select(card_id)
                await self._do_key(key_id)
                if app.screen is not self._screen:
                    await takes_keys(app.screen)

        self._at_board = do
        self.leave()

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
        card = self._state.board.card(card_id)
        if name == "company" and card is not None:
            self.open_company(card.interview.company)
        elif event_id in self._state.service.book.proposals and name in ("correct", "take_back"):
            assert event_id is not None
            self._hearing.do("take" if name == "correct" else "drop", event_id, card_id)
        else:
            self._actions.do_from_page(card_id, name, event_id)

    def open_agenda(self) -> None:
        """The days ahead, from the instant that the board shows."""
        from tui.screens.agenda import AgendaScreen

        self._push(AgendaScreen(self._agenda_rows, self._state.keymap, self.open_card, self._pressed))

    def _agenda_rows(self) -> list[AgendaRow]:
        from store.rules.agenda import agenda
        from tui.words.agenda import agenda_page

        service, now = self._state.service, self._state.now()
        days = agenda(service.book.interviews.values(), service.policy, now, service.zone)
        return agenda_page(days, now, service.zone)

    def open_company(self, company: str) -> None:
        """All there has been with a company."""
        from tui.screens.looking_back import LookingBackScreen
        from tui.words.hints import COMPANY_HINTS

        self._push(
            LookingBackScreen(
                partial(self._company_rows, company), self._state.keymap, COMPANY_HINTS,
                card_id=lambda row: row.card_id, open_card=self.open_card, pressed=self._pressed,
            )
        )  # fmt: skip

    def _company_rows(self, company: str) -> list[CompanyRow]:
        from tui.words.company_page import company_rows, of_company

        service = self._state.service
        cards = of_company(self._state.board.cards(), company)
        known = service.book.companies.get(company)
        return company_rows(cards, company, known, self._state.now(), service.zone)

    def open_numbers(self) -> None:
        """The user's own numbers."""
        from tui.screens.looking_back import LookingBackScreen
        from tui.words.hints import NUMBERS_HINTS

        self._push(
            LookingBackScreen(self._number_rows, self._state.keymap, NUMBERS_HINTS, pressed=self._pressed)
        )

    def _number_rows(self) -> list[FigureRow]:
        from store.rules.figures import figures
        from tui.signs import signs
        from tui.words.figures import figure_rows

        state = self._state
        found = figures(state.board.cards(), state.service.policy, state.now())
        return figure_rows(found, state.now(), state.service.zone, signs(ascii_only=state.ascii_only))

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
        return all_rows(
            self._hearing.proposals(), service.book, self._state.now(), service.zone, self._state.keymap
        )

    def open_settings(self) -> None:
        """What the user has set, and may."""
        from tui.screens.settings import SettingsScreen

        def left(_: None) -> None:
            self._settings = None

        self._own.look_for_trouble()
        self._settings = SettingsScreen(
            self._settings_rows, self._state.keymap, self.change_setting, said=lambda: self._state.message,
            pressed=self._pressed,
        )  # fmt: skip
        self._screen.app.push_screen(self._settings, left)

    def _settings_rows(self) -> list[SettingRow]:
        from tui.words.settings_page import settings_rows

        file, zone = self._own.path, self._state.service.zone.key
        return settings_rows(self._state.settings, zone, with_tilde(file or ""), self._own.trouble)

    def change_setting(self, name: Name) -> None:
        """The form of one setting, over whatever is open."""
        from tui.forms import setting
        from tui.forms.form import Form
        from tui.themes import names
        from tui.words.settings_page import TITLES, value_words

        state = self._state

        def closed(said: setting.SaidOfSetting | None) -> None:
            if said is not None:
                state.say(f"{TITLES[name]}: {value_words(state.settings, name, state.service.zone.key)}")

        choices = ("", *names()) if name == ("theme",) else ()
        sheet = setting.sheet(name, state.settings, choices=choices)
        form = Form(sheet, lambda said: self._own.change(name, said.value), ascii_only=state.ascii_only)
        self._screen.app.push_screen(form, closed)
