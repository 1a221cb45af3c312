"""The first start, and the ways on from an empty board."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from store.clock import StoppedClock
from store.settings import TEMPLATE, Settings, load
from templates.library import Library
from tests.tui.board_app import NOW, User, at_the_board, service_on
from tui.app import Ringback
from tui.forms.form import Form
from tui.screens.board_state import BoardState


@asynccontextmanager
async def first_start(folder: Path, typed: str = "", config: str = "config.toml") -> AsyncIterator[User]:
    """The board where there is nothing yet; `typed` before it could be seen."""
    clock = StoppedClock(NOW)
    service = service_on(folder / "ringback.json", clock)
    app = Ringback(BoardState(service, Settings()), Library, settings_file=folder / config)
    for letter in typed:
        app.post_message(events.Key(letter, letter))
    async with app.run_test(size=(120, 36)) as pilot:
        yield User(app, pilot, clock)


def asks(user: User, title: str) -> bool:
    """Whether that question can be answered."""
    screen = user.app.screen
    return isinstance(screen, Form) and screen.focused is not None and title in screen.sheet.title


async def test_both_questions_are_asked_once_and_answered(tmp_path: Path) -> None:
    async with first_start(tmp_path, typed="Dq") as user:
        await user.until(lambda: asks(user, "your name"))
        await user.settle()
        assert user.app.screen.query_one("OneLine").written == ""  # type: ignore[attr-defined]
        await user.write("Jo March")
        await user.key("enter")
        await user.until(lambda: asks(user, "time zone"))
        assert "Europe/Berlin" in user.text and "it is Thursday 19 November, 18:04 (CET)" in user.text
        await user.write("tokyo")
        await user.until(lambda: "Asia/Tokyo, it is Friday 20 November, 02:04 (JST)" in user.text)
        await user.key("enter")
        await user.until(lambda: user.on_board() and user.service.zone.key == "Asia/Tokyo")
        await user.until(lambda: "opens all settings" in user.said)
    found = load(tmp_path / "config.toml")[0]
    assert (found.me.name, found.zone) == ("Jo March", "Asia/Tokyo")
    async with first_start(tmp_path) as user:
        await user.settle()
        assert user.on_board()


async def test_skipped_they_are_not_asked_again(tmp_path: Path) -> None:
    async with first_start(tmp_path) as user:
        await user.until(lambda: asks(user, "your name"))
        await user.until(lambda: "esc skip" in user.text)
        await user.key("escape")
        await user.until(lambda: asks(user, "time zone"))
        await user.key("escape")
        await user.until((tmp_path / "config.toml").exists)
        await user.until(user.on_board)
    assert (tmp_path / "config.toml").read_text("utf-8") == TEMPLATE
    async with first_start(tmp_path) as user:
        await user.settle()
        assert user.on_board()


async def test_an_answer_that_cannot_be_kept_holds_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    async with first_start(tmp_path, config="file/ringback/config.toml") as user:
        await user.until(lambda: asks(user, "your name"))
        await user.write("Jo")
        await user.key("enter")
        await user.until(lambda: asks(user, "time zone"))
        await user.key("escape")
        await user.until(lambda: "was not kept" in user.said)
        assert user.state.settings.me.name == "Jo"


async def test_nobody_with_interviews_is_asked(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, settings_file=tmp_path / "config.toml") as user:
        await user.settle()
        assert user.on_board() and "ways to begin" not in user.text
    assert not (tmp_path / "config.toml").exists()


@pytest.mark.parametrize("back", ["app.demo", "app.leave"])
async def test_an_empty_board_shows_the_demo_and_one_key_leads_back(tmp_path: Path, back: str) -> None:
    async with at_the_board(tmp_path, []) as user:
        assert "Three ways to begin" in user.text
        own = user.app.board_screen
        await user.press("app.demo")
        await user.until(lambda: user.app.board_screen is not own and user.app.screen is not own)
        demo = user.app.board_screen
        await user.until(lambda: demo.columns.has_focus)
        assert "demo, X for yours" in user.text and demo.state.settings.me.name
        sample = demo.service.path
        await user.press("card.sent")
        await user.until(lambda: isinstance(user.app.screen, Form))
        await user.key("escape")
        await user.until(lambda: user.app.screen is demo)
        await user.press(back)
        await user.until(user.on_board)
        assert user.app.board_screen is own and "Three ways to begin" in user.text
        await user.until(lambda: not sample.parent.exists())
        assert not user.database.exists()
        await user.press("card.add")
        await user.until(lambda: isinstance(user.app.screen, Form))


async def test_a_demo_has_no_board_behind_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, demo=True) as user:
        await user.press("app.demo")
        assert user.said.startswith("This is a demo, with no board of your own behind it; q leaves.")
