"""Cards for which time runs out, and the clock that shows it."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.making import after, at, made, promised, thanked
from tests.tui.board_app import NOW, User

SECOND = timedelta(seconds=1)
DUE = at("2026-11-20 12:00")
"""When Waiting is to be called."""
WAITS = [
    made(thanked(after(1)), promised(after(0), "2026-11-19T12:00:00Z"), id="waits", company="Waiting"),
    made(id="stays", company="Staying", ends_at=NOW - timedelta(hours=1)),
]  # fmt: skip


async def tick(user: User, when: datetime) -> None:
    """Let the clock show another time, and wait until what becomes due by it has been announced."""
    await user.tick(when)
    await user.app.workers.wait_for_complete()
    await user.settle()
