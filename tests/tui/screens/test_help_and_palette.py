"""The help and the palette: what can be done here and now first, everything found, and why not where not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.settings import Settings
from tests.tui.board_app import User, at_the_board
from tui.forms.form import Form
from tui.keys import PAGES
from tui.screens.agenda import AgendaScreen
from tui.screens.card import CardScreen
from tui.screens.heard import HeardScreen
from tui.screens.help import HelpScreen
from tui.signs import UNICODE

ON_THE_BOARD: dict[str, Callable[[User], object]] = {
    "board.now": lambda user: user.state.cursor.on_now,
    "board.closed": lambda user: user.state.cursor.column == "closed",
    "board.right": lambda user: user.state.cursor.column == "call_now",
    "card.mark": lambda user: user.state.marked == {"contoso"},
    "board.undo": lambda user: user.said.startswith("There is nothing to undo"),
    "board.agenda": lambda user: isinstance(user.app.screen, AgendaScreen),
    "board.heard": lambda user: isinstance(user.app.screen, HeardScreen),
    "time.travel": lambda user: isinstance(user.app.screen, Form),
    "board.take_in": lambda user: isinstance(user.app.screen, Form),
    "board.filter": lambda user: user.board.query(".filter"),
    "time.on": lambda user: user.state.at is not None,
}
"""Keys of the board that the page of a card has no deed for, and what comes of each."""


async def home(user: User) -> None:
    """Back to the board, step by step."""
    while not user.on_board():
        await user.key("escape")


async def test_the_help_names_every_key_of_every_screen_and_searches(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, size=(120, 400), settings=Settings(keys={"board.down": "n"})) as user:
        await user.press("app.help")
        for table in PAGES.values():
            for key in table:
                assert key.words in user.text, key.id
        row = next(line for line in user.lines if "the card below" in line)
        assert row.split()[0] == "n"
        await user.key("slash")
        await user.write("card below")
        await user.until(lambda: "the card above" not in user.text)
        assert "Moving about" in user.text and "the card below" in user.text
        await user.key("q")  # that is typed, too
        assert "nothing fits" in user.text
        await user.key("backspace", "enter", "escape")
        await user.until(lambda: "the card above" in user.text)
        await user.key("escape")
        assert user.on_board()


async def test_the_help_begins_with_what_can_be_done_where_it_is_asked_for(tmp_path: Path) -> None:
    card = "Here and now: Fabrikam, Call now"
    begins = {
        "": card, "card.open": card, "card.call": "The call sheet", "card.promise": "In a form",
        "card.delete": "A question with yes and no", "board.filter": "In the filter",
        "app.palette": "In the palette", "board.agenda": PAGES["agenda"][0].group,
    }  # fmt: skip
    async with at_the_board(tmp_path, size=(80, 24)) as user:
        for before, title in begins.items():
            await user.go_to("fabrikam")
            if before:
                await user.press(before)
                await user.until(lambda: not user.on_board())
            await user.key("f1")
            await user.until(lambda: isinstance(user.app.screen, HelpScreen))
            await user.until(lambda said=title: user.lines[1].strip().startswith(said))  # type: ignore[misc]
            await home(user)


async def test_the_help_scrolls_where_it_does_not_fit(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, size=(40, 20)) as user:
        await user.press("app.help")
        await user.until(lambda: "Here and now" in user.text)
        await user.key("G")
        await user.until(lambda: PAGES["code"][0].words in user.text or "the code before" in user.text)
        await user.key("g")
        await user.until(lambda: "Here and now" in user.text)
        await user.key("space")
        await user.until(lambda: "Here and now" not in user.text)
        await user.key("q")
        assert user.on_board()


async def test_the_palette_finds_a_command_and_does_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("northwind")
        await user.press("app.palette")
        await user.until(lambda: "Northwind, To thank" in user.text)
        # What the card asks for first, and its key at the right.
        assert user.lines[4].split()[0] == "Write:" and user.lines[4].split()[-1] == "d"
        await user.write("awaiting")
        await user.until(lambda: "Northwind" not in user.text)
        # What is typed ahead is for the board again.
        await user.key("enter", "j", "enter")
        await user.until(lambda: isinstance(user.app.screen, CardScreen))
        assert user.card == "contoso"


async def test_the_palette_does_what_was_typed_ahead_in_turn(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("northwind")
        await user.key("ctrl+p", *"do not send", "enter", "g")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.until(lambda: f"{UNICODE.chosen} g gut feeling" in user.text)


async def test_what_cannot_be_done_says_why_in_the_palette_and_when_its_key_is_pressed(
    tmp_path: Path,
) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("hooli")
        why = "The interview is still ahead; there is nothing to call about yet."
        await user.press("card.call")
        assert user.said.startswith(why)
        await user.press("app.palette")
        await user.write("call: number")
        await user.until(lambda: "Not now" in user.text and why in user.text)
        await user.key("enter")
        await user.until(lambda: user.on_board() and user.said.startswith(why))


async def test_on_the_page_of_a_card_the_palette_does_what_the_page_does(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        await user.press("card.open", "app.palette")
        await user.until(lambda: "Contoso, Awaiting callback" in user.text)
        await user.write("correct the")
        await user.key("enter")
        await user.until(lambda: isinstance(user.app.screen, Form))
        assert "In their words" in user.text or "thanked" in user.text.casefold()


async def test_every_key_of_the_board_does_the_same_on_the_page_of_a_card(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        for key, done in ON_THE_BOARD.items():
            await user.go_to("contoso")
            await user.press("card.open")
            await user.until(lambda: isinstance(user.app.screen, CardScreen))
            await user.press(key)
            await user.until(lambda holds=done: holds(user))  # type: ignore[misc]
            assert not isinstance(user.app.screen, CardScreen), key
            await home(user)
