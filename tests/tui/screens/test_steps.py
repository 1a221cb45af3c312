"""The user's steps are done one after the other, also where one of them is called off."""

import asyncio
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from store import country_days
from tests.making import made, pinned
from tests.tui.board_app import at_the_board


async def test_a_step_called_off_keeps_its_turn_until_its_thread_is_done(tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()
    order: list[str] = []

    def slow() -> None:
        begun.set()
        go_on.wait(20)
        order.append("slow")

    async with at_the_board(tmp_path) as user:
        steps = user.board.steps
        first = asyncio.create_task(steps.run(slow))
        await user.until(begun.is_set)
        first.cancel()
        second = asyncio.create_task(steps.run(lambda: order.append("next")))
        await user.settle()
        assert order == []
        go_on.set()
        await second
        with suppress(asyncio.CancelledError):
            await first
        assert first.cancelled()
        assert order == ["slow", "next"]


async def test_the_calendar_of_a_new_country_is_worked_out_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[tuple[str, bool]] = []
    worked_out_year = country_days._year

    def year(country: str, number: int) -> str:
        worked_out.append((country, threading.current_thread() is threading.main_thread()))
        return worked_out_year(country, number)

    monkeypatch.setattr(country_days, "_known", country_days.KnownDays({}, {}))
    monkeypatch.setattr(country_days, "_year", year)
    new = [made(id=f"n{n}", company="New", country=country) for n, country in enumerate(("CO", "UY"))]
    async with at_the_board(tmp_path, []) as user:
        user.service.policy = pinned(calendar="auto")
        assert await user.board.steps.do("added", lambda: user.service.add("added", new[0]))
        user.another().add("added", new[1])
        user.board.clock.watch()
        await user.until(lambda: user.state.board.card("n1") is not None)
    assert worked_out == [("CO", False), ("UY", False)]
