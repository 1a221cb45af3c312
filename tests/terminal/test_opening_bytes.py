"""What it sends to the terminal to open something, over a line that may be slow."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from textual.app import App
from textual.screen import Screen

from tests.making import made
from tests.tui.board_app import NOW, at_the_board
from tui.terminal.cells import ShownCells, Update

SIZE = (120, 40)
MOST = 12 * 1024
"""Bytes for a full screen of other cells at this size."""
OPENED = ("card.draft", "card.add", "card.call", "card.open", "app.palette", "app.help", "board.settings")


async def test_opening_something_sends_what_it_shows_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, sent = ShownCells(), 0
    console = Console(file=StringIO(), color_system="truecolor", force_terminal=True)

    def display(screen: Screen[Any], renderable: object) -> None:
        nonlocal sent
        if isinstance(renderable, Update) and not screen.app._batch_count:
            sent += len(shown.sequence(renderable, console).encode())

    monkeypatch.setattr(App, "_display", lambda app, screen, renderable: display(screen, renderable))
    ends = [NOW - timedelta(days=number % 40, hours=1) for number in range(60)]
    cards = [made(id=f"iv-{n}", company=f"Company {n:05d}", ends_at=at) for n, at in enumerate(ends)]
    found = {}
    async with at_the_board(tmp_path, cards, size=SIZE) as user:
        await user.press("board.down")
        for key in OPENED:
            await user.pilot.pause()
            sent = 0
            await user.press(key)
            await user.until(lambda: not user.on_board())
            await user.settle()
            await user.pilot.pause()
            found[key] = sent
            await user.key("escape")
            await user.until(user.on_board)
    assert {key: size for key, size in found.items() if not 1_000 < size <= MOST} == {}
