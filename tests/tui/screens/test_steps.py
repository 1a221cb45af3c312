"""The user's steps are done one after the other, also where one of them is called off."""

import asyncio
import threading
from contextlib import suppress
from pathlib import Path

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
