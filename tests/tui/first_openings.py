"""What a board imports by its first openings; a process of its own, as tests have imported all of it.

python -m tests.tui.first_openings FOLDER    prints JSON: what was there before, and what came with them
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.book import Book
from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.policy import Policy
from store.service import Service
from store.settings import Settings
from tests.making import after, at, made
from tests.waiting import until
from tui.app import Ringback
from tui.keys import ON_BOARD
from tui.screens.board_state import BoardState

if TYPE_CHECKING:
    from templates.library import Library

OPENINGS = {
    "card.draft": "Editor", "card.add": "Form", "card.call": "CallSheet", "card.open": "CardScreen",
    "app.palette": "PaletteScreen", "app.help": "HelpScreen",
}  # fmt: skip
"""What a key of the board opens, by the name of its class."""


def library() -> Library:
    from templates.library import Library

    return Library()


def shown(app: Ringback) -> str:
    """The class of what has the keys."""
    board = app.board_screen
    if app.screen is not board:
        return type(app.screen).__name__
    return "Editor" if board.editor_host.is_open else "Columns" if board.columns.has_focus else ""


async def openings(folder: Path) -> tuple[set[str], set[str]]:
    """Which modules there were before the first of them, and which after the last."""
    service = Service(
        SafeStorage(folder / "ringback.json"), StoppedClock(at("2026-11-19 17:04")), Policy(), ZoneInfo("UTC")
    )
    service.load()
    card = made(id="northwind", ends_at=after(3))
    service.database.apply(lambda _: Book({card.id: card}, {}), datetime.now(UTC))
    service.load()
    app = Ringback(BoardState(service, Settings()), library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(ON_BOARD["board.first"].keys.split(",")[0])
        before = {*sys.modules}
        for key_id, name in OPENINGS.items():
            for key, what in ((ON_BOARD[key_id].keys.split(",")[0], name), ("escape", "Columns")):
                await pilot.press(key)
                await until(pilot, lambda what=what: shown(app) == what, lambda: shown(app))  # type: ignore[misc]
        return before, {*sys.modules} - before


if __name__ == "__main__":
    before, came = asyncio.run(openings(Path(sys.argv[1])))
    print(json.dumps({"before": sorted(before), "came": sorted(came)}))
