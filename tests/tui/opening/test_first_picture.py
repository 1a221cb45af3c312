"""What is drawn before the framework is there equals, cell by cell, the frame that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.color import ColorSystem
from textual.strip import Strip

from store.hearing.proposal import Proposal
from store.interview import Interview
from store.settings import Settings
from tests.making import CLEO, after, closed, made, thanked
from tests.tui.board_app import NOW, User, at_the_board, interviews
from tui.opening.first_picture import FirstPicture
from tui.opening.palette_looks import PaletteLooks, begins
from tui.palettes import DARK, OWN, Depth, palette
from tui.screens.board_lines import BoardLines
from tui.screens.board_state import BoardState
from tui.terminal.opening import DrawnRow
from tui.tones import TONES

SIZES = ((160, 45), (120, 36), (100, 29), (80, 24), (56, 21), (40, 20), (40, 9), (30, 8), (20, 5))
SYSTEMS: dict[Depth, ColorSystem] = {
    "full": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT, "16": ColorSystem.STANDARD,
    "none": ColorSystem.STANDARD,
}  # fmt: skip

Cells = list[tuple[str, str]]
"""The cells of a row: each text, and the sequence before it."""


def drawn(
    user: User, depth: Depth, size: tuple[int, int], *, theme: str = DARK, demo: bool = False
) -> list[Cells]:
    """By cells what is drawn first on a terminal of that size."""
    settings = user.state.settings
    state = BoardState(user.service, settings, at=user.state.at, ascii_only=bool(settings.ascii))
    lines = BoardLines(state, demo=demo, visit=False)
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
            assert_equal(framed(user, depth), drawn(user, depth, size, theme=theme), size)


TYPING = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}"
BOARDS: dict[str, tuple[list[Interview], Settings, dict[str, Any]]] = {
    "many": (
        [made(id=f"iv-{n}", company=f"Company {n}", ends_at=after(-7 * n)) for n in range(60)],
        Settings(), {},
    ),
    "wide": (
        [made(id="iv-1", company="株式会社 のぞみ", role=f"データ {TYPING}", round="Zweitgespräch"),
         made(thanked(after(1)), id="iv-2", company="Ƶ̈ëta ✆", role="é́́", interviewers=(CLEO,))],
        Settings(), {},
    ),
    "one column": ([made(closed(after(2)), id="iv-1")], Settings(clock="12h"), {}),
    "away": (interviews(), Settings(away=("2026-11-18/2026-11-30",)), {}),
    "own keys": (interviews(), Settings(keys={"card.draft": "f5", "board.help": "h"}), {}),
    "another time": (interviews(), Settings(), {"at": NOW + timedelta(days=3)}),
    "demo": (interviews(), Settings(), {"demo": True}),
}  # fmt: skip


@pytest.mark.parametrize("board", BOARDS)
async def test_it_equals_the_first_frame_of_every_board(tmp_path: Path, board: str) -> None:
    cards, settings, options = BOARDS[board]
    async with at_the_board(tmp_path, cards, settings=settings, **options) as user:
        for size in ((160, 45), (80, 24), (40, 20)):
            await user.size(*size)
            await user.settle()
            found = drawn(user, "full", size, demo=bool(options.get("demo")))
            assert_equal(framed(user, "full"), found, size)


async def test_what_was_heard_stands_on_its_card(tmp_path: Path) -> None:
    remark = Proposal(id="pr-1", ref="<1@x>", at=NOW - timedelta(hours=1), interview="initech", sender="Ada")
    async with at_the_board(tmp_path) as user:
        user.service.note(
            user.service.database.apply(lambda book: book.with_proposals({"pr-1": remark}), NOW)
        )
        user.state.refresh()
        await user.settle()
        assert "wrote at 17:04" in user.text
        assert_equal(framed(user, "full"), drawn(user, "full", (120, 36)), (120, 36))


def assert_equal(frame: list[Cells], picture: list[Cells], size: tuple[int, int]) -> None:
    for y, (one, other) in enumerate(zip(frame, picture, strict=True)):
        assert one == other, (size, y)


@pytest.mark.parametrize("depth", SYSTEMS)
def test_no_tone_lacks_a_colour(depth: Depth) -> None:
    colours = palette(depth, dark=True)
    looks = PaletteLooks(colours, depth, colours.ground)
    for tone in TONES:
        look = looks.on_ground(tone)
        assert look.colour and look.ground
        assert begins(look, depth).startswith("\x1b[")
