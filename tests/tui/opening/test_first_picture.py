"""What is drawn before the framework is there equals, cell by cell, the frame that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import ColorSystem
from textual.strip import Strip

from store.service import Service
from store.settings import Settings
from tests.tui.board_app import User, at_the_board, interviews
from tui.opening.first_picture import DrawnRow, FirstPicture
from tui.palettes import DARK, OWN, Depth, palette
from tui.screens.board_lines import BoardLines
from tui.screens.board_state import BoardState

SIZES = ((160, 45), (120, 36), (100, 29), (80, 24), (56, 21), (40, 20), (40, 9), (30, 8), (20, 5))
SYSTEMS: dict[Depth, ColorSystem] = {
    "full": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT, "16": ColorSystem.STANDARD,
    "none": ColorSystem.STANDARD,
}  # fmt: skip

Cells = list[tuple[str, str]]
"""The cells of a row: each text, and the sequence before it."""


def drawn(
    service: Service, settings: Settings, theme: str, depth: Depth, size: tuple[int, int]
) -> list[Cells]:
    """By cells what is drawn first on a terminal of that size."""
    state = BoardState(service, settings, ascii_only=bool(settings.ascii))
    lines = BoardLines(state, demo=False, visit=False)
    picture = FirstPicture(state, lines, palette(depth, dark=theme == DARK), depth)
    return [by_cells(row) for row in picture.rows(*size)]


def by_cells(row: DrawnRow) -> Cells:
    return [(cell, begins) for text, begins in row for cell in cells_of(text)]


def cells_of(text: str) -> list[str]:
    return [cell for letter in text for cell in (letter, *[""] * (cell_len(letter) - 1))]


def framed(user: User, depth: Depth) -> list[Cells]:
    """By cells what the framework sends of the screen."""
    return [[*frame_row(strip, SYSTEMS[depth])] for strip in user.app.screen._compositor.render_strips()]


def frame_row(strip: Strip, system: ColorSystem) -> Iterator[tuple[str, str]]:
    for text, style, _ in strip:
        # One number of colours in one process: the framework keeps how a style is written.
        begins = "" if style is None else Strip.render_ansi(style.copy(), system)
        yield from ((cell, f"\x1b[{begins}m" if begins else "") for cell in cells_of(text))


@pytest.mark.parametrize("depth", ["full", "256", "16", "none"])
@pytest.mark.parametrize("theme", OWN)
async def test_it_equals_the_first_frame_in_every_look_and_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str, depth: Depth
) -> None:
    if depth == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    settings = Settings(theme=theme, ascii=True if depth == "16" else None)
    async with at_the_board(tmp_path, interviews(), settings=settings) as user:
        user.app.begin_with(depth)
        user.app.refresh_css()
        for size in SIZES:
            await user.size(*size)
            await user.settle()
            wanted, found = framed(user, depth), drawn(user.service, settings, theme, depth, size)
            for y, (one, other) in enumerate(zip(wanted, found, strict=True)):
                assert one == other, (size, y)
