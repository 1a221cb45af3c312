"""What a key sends to the terminal, in bytes: it may be at the other end of a slow line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from tests.making import made
from tests.terminal.test_cells import Screens
from tests.tui.board_app import NOW, User, at_the_board
from tui.terminal.cells import Update

SIZE = (120, 40)
PLACE = len("\x1b[38;118H")
"""Each frame ends with where the cursor is."""
MOVE, COLOURS = 8, 30
"""Bytes to go to a cell, and to write in other colours, for a program that remembers nothing else."""
PARAGRAPH = (
    "Thank you for the hour on Tuesday and for the tour of the second floor. What you told me about the "
    "nightly imports, and why they are late on Mondays, has stayed with me: at my last place we had the "
    "same, and a queue for each source was the end of it. I should like to work on this with you. "
)


class Line(Screens):
    """Counts what goes to a terminal."""

    def __init__(self) -> None:
        super().__init__(*SIZE)
        self.bytes = 0

    def display(self, screen: Screen[Any], renderable: object) -> None:
        """In the place of the framework's own."""
        if isinstance(renderable, Update) and not screen.app._batch_count:
            self.bytes += len(self.show(renderable).encode()) + PLACE

    async def costs(self, user: User, keys: Iterable[str]) -> list[tuple[int, int]]:
        """For each key the bytes sent, and those that had to be."""
        found = []
        for key in keys:
            before, self.bytes = self._cells(), 0
            await user.key(key)
            await user.pilot.pause()
            found.append((self.bytes, self._ideal(before)))
        return found

    def _cells(self) -> list[list[Any]]:
        return [[self.sparse.buffer[row][column] for column in range(SIZE[0])] for row in range(SIZE[1])]

    def _ideal(self, before: list[list[Any]]) -> int:
        cost = 0
        for old, new in zip(before, self._cells(), strict=True):
            style, last = None, -2
            for column, (was, cell) in enumerate(zip(old, new, strict=True)):
                if was == cell:
                    continue
                if column != last + 1:
                    cost, style = cost + MOVE, None
                if cell[1:] != style:
                    cost, style = cost + COLOURS, cell[1:]
                cost, last = cost + len(cell.data.encode()), column
        return cost


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    line = Line()
    monkeypatch.setattr(App, "_display", line.display)
    return line


async def test_a_letter_in_the_midst_of_a_text(tmp_path: Path, line: Line) -> None:
    async with at_the_board(tmp_path, size=SIZE) as user:
        await user.draft("initech")
        assert user.editor is not None
        body = user.editor.body
        body.put("\n\n".join(["Dear Ada,", *[PARAGRAPH * 2] * 5]))
        body.move_cursor((4, 120))
        await user.pilot.pause()
        costs = await line.costs(user, "lettersthatareofoneword")
        assert median(sent for sent, _ in costs) <= 120
        assert all(0 < sent <= ideal for sent, ideal in costs)


async def test_the_cursor_on_the_board(tmp_path: Path, line: Line) -> None:
    cards = [made(id=f"iv-{number}", company=f"Company {number}", ends_at=NOW) for number in range(20)]
    async with at_the_board(tmp_path, cards, size=SIZE) as user:
        for keys in ("jjkk", "jjjjjjjjkkkk"):  # within what is in view, and beyond it
            assert all(0 < sent <= ideal for sent, ideal in await line.costs(user, keys))
