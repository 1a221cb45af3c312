"""The mouse: what is named can be clicked, headings and cards are gone to, the wheel turns a column."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.making import made
from tests.tui.board_app import User, at_the_board
from tests.waiting import PATIENCE
from tui.app import Ringback
from tui.forms.form import Form
from tui.screens.card import CardScreen
from tui.screens.help import HelpScreen


async def test_what_the_lines_name_can_be_clicked(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        await user.click("promise", within=3)  # the words of a key are as good as the key
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.click("leave")
        await user.until(user.on_board)
        await user.click("help")
        await user.until(lambda: isinstance(user.app.screen, HelpScreen))
        await user.click("search")
        await user.write("snooze")
        assert "Search: snooze" in user.text
        await user.click("all of it")
        await user.click("back  ")
        await user.until(user.on_board)
        # Where no key is named nothing happens.
        before = user.text
        user.point(60, 0)
        await user.settle()
        assert user.text == before


async def test_headings_and_lines_are_gone_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ringback, "CLICK_CHAIN_TIME_THRESHOLD", PATIENCE)  # not how fast two clicks are
    async with at_the_board(tmp_path) as user:
        await user.click("AWAITING CALLBACK")
        assert user.card == "contoso"
        await user.click("CLOSED")
        assert user.card == "stark"
        await user.click("Coming")
        assert user.state.cursor.in_line
        await user.click("Now  ")
        assert user.state.cursor.on_now
        await user.size(80, 24)
        await user.click("AWAIT")  # a tab of four, of which two columns are shown
        assert user.card == "contoso"
        await user.click("Contoso")
        assert user.on_board()
        await user.tick(user.clock.at)
        await user.click("Contoso")
        await user.until(lambda: isinstance(user.app.screen, CardScreen))


async def test_while_something_is_written_a_click_never_writes_nor_does_a_deed(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("contoso")
        await user.press("board.filter")
        await user.write("con")
        assert "keep these cards" in user.said and "promise" not in user.said
        await user.click("keep these cards")
        assert user.on_board()
        assert user.state.cursor.filter == "con"


async def test_a_click_comes_after_what_was_typed_before_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await user.go_to("northwind")
        y, line = next((y, line) for y, line in enumerate(user.lines) if "CLOSED" in line)
        # The key opens a page first: the click is for that, and not for the board behind it.
        user.app.post_message(events.Key("enter", "\r"))
        user.point(line.index("CLOSED"), y)
        await user.settle()
        await user.until(lambda: isinstance(user.app.screen, CardScreen))
        assert user.card == "northwind"


def rows(user: User) -> list[str]:
    return [line for line in user.lines[3:] if "Company" in line]


async def test_the_wheel_turns_a_column_and_takes_the_cursor_along(tmp_path: Path) -> None:
    many = [made(id=f"c{n:02}", company=f"Company {n:02}") for n in range(20)]
    async with at_the_board(tmp_path, many, size=(80, 24)) as user:
        await user.press("board.to_thank", "board.first")
        first = user.card
        user.point(5, 8, wheel=1)
        await user.settle()
        assert first.removeprefix("c") not in "".join(rows(user))
        assert user.card != first
        user.point(5, 8, wheel=-3)
        await user.settle()
        assert first.removeprefix("c") in rows(user)[0]
        user.point(5, 8, wheel=40)
        await user.settle()
        assert "below" not in user.text
