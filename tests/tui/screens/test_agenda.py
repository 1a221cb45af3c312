"""The page of the days ahead: opened from the board, gone through, and a card opened from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store.rules.agenda import DAYS, agenda
from tests.making import after, made, promised
from tests.tui.board_app import NOW, User, at_the_board
from tui.screens.agenda import AgendaScreen
from tui.screens.card import CardScreen


async def opened(user: User) -> AgendaScreen:
    await user.press("board.agenda")
    await user.until(lambda: isinstance(user.app.screen, AgendaScreen) and "today" in user.text)
    assert isinstance(user.app.screen, AgendaScreen)
    return user.app.screen


async def test_it_shows_the_days_and_leads_to_the_cards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out = 0

    def counted(*given: Any) -> Any:
        nonlocal worked_out
        worked_out += 1
        return agenda(*given)

    monkeypatch.setattr("store.rules.agenda.agenda", counted)
    async with at_the_board(tmp_path) as user:
        page = await opened(user)
        await user.settle()
        assert worked_out == 1, "that takes long with many cards"
        assert "Thu 19 Nov, today" in user.text
        assert "Hooli, first round, until 21:00" in user.text
        place = page.row
        assert place is not None and page.rows[place].when == "now"
        await user.key("down", "j", "up")
        assert page.row is not None and page.row > place
        chosen = page.rows[page.row].card_id
        await user.key("enter")
        await user.until(lambda: isinstance(user.app.screen, CardScreen))
        company = user.service.interview(chosen or "").company
        assert company in user.text and "HISTORY" in user.text
        await user.key("escape")
        await user.until(lambda: isinstance(user.app.screen, AgendaScreen))
        await user.settle()
        assert worked_out == 2, "what lay over the page may have changed a card"
        await user.key("escape")
        await user.until(user.on_board)


@pytest.mark.parametrize("key", ["q", "A", "escape"])
async def test_it_is_left_by_the_keys_that_leave_pages(tmp_path: Path, key: str) -> None:
    async with at_the_board(tmp_path) as user:
        await opened(user)
        await user.key(key)
        await user.until(user.on_board)


async def test_what_is_done_from_it_is_seen_on_the_board(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        await opened(user)
        await user.key("enter")
        await user.until(lambda: isinstance(user.app.screen, CardScreen))
        await user.press("card.draft")
        await user.until(user.is_writing)
        assert user.app.screen is user.board


async def test_it_follows_the_clock_and_other_windows(tmp_path: Path) -> None:
    async with at_the_board(tmp_path) as user:
        page = await opened(user)
        user.clock.at = after(24 * 20)
        user.state.refresh()
        page.look_again()
        await user.settle()
        assert "Tue 8 Dec, today" in user.text


async def test_it_looks_ahead_from_the_time_that_the_board_shows(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, at=after(24 * 20)) as user:
        await opened(user)
        assert "Tue 8 Dec, today" in user.text


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 20), (20, 5), (1, 1)])
async def test_it_fits_every_size_and_is_gone_through_to_its_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    cards = [
        made(
            promised(after(0), "2026-11-20"),
            id=f"iv-{n}",
            company=f"Company {n} " + "x" * 60,
            opportunity=f"{n}",
        )
        for n in range(DAYS)
    ]
    async with at_the_board(tmp_path, cards, size=size, now=NOW) as user:
        await user.press("board.agenda")
        await user.until(lambda: isinstance(user.app.screen, AgendaScreen))
        page = user.app.screen
        assert isinstance(page, AgendaScreen)
        for _ in page.rows:
            await user.key("down")
        last = max(place for place, row in enumerate(page.rows) if row.card_id is not None)
        assert page.row == last
        await user.size(100, 30)
        await user.key("escape")
        await user.until(user.on_board)


async def test_without_interviews_it_says_that_there_is_nothing(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, []) as user:
        await user.press("board.agenda")
        await user.until(lambda: "Nothing is to be done up to Sat 28 Nov." in user.text)
        await user.key("j", "enter", "k", "escape")
        await user.until(user.on_board)
