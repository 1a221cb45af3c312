"""The first frame is the board: whole at once, in few widgets, and not drawn again."""

from __future__ import annotations

import gc
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console, RenderableType
from textual.screen import Screen

from tests.tui.board_app import at_the_board
from tui.app import Ringback
from tui.terminal.cells import ShownCells, Update

MOST_WIDGETS = 9
"""The screen, two of the framework's own, four lines, and the columns in what they share with the editor."""
MOST_BYTES = 20_000
"""Of the start, at any of these sizes."""


@pytest.mark.parametrize("size", [(160, 45), (120, 36), (80, 24), (40, 20), (20, 5)])
async def test_it_shows_all_that_there_is_to_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    frames: list[list[str]] = []
    sent: list[str] = []
    shown, console = ShownCells(), Console(file=StringIO(), color_system="truecolor", force_terminal=True)
    display = Ringback._display

    def seen(app: Ringback, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is not None:
            frames.append([strip.text for strip in screen._compositor.render_strips()])
        if isinstance(renderable, Update):
            sent.append(shown.sequence(renderable, console))
        display(app, screen, renderable)

    monkeypatch.setattr(Ringback, "_display", seen)
    async with at_the_board(tmp_path, size=size) as user:
        first, last = frames[0], [strip.text for strip in user.board._compositor.render_strips()]
        assert user.state.card is not None
        assert any(user.state.card.interview.company in line for line in first)
        assert first == last
        assert len([one for one in sent if one]) == 1
        assert len("".join(sent).encode()) <= MOST_BYTES
        assert len([*user.board.walk_children(with_self=True)]) <= MOST_WIDGETS


async def test_memory_is_looked_after_from_then_on(tmp_path: Path) -> None:
    was = gc.isenabled()
    gc.disable()
    try:
        async with at_the_board(tmp_path):
            assert gc.isenabled()
            assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable() if was else gc.disable()
