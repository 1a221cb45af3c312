"""The page of the user's own numbers: counts with their bars, and no claim where there are few."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from store.rules.board import board
from store.rules.figures import figures
from tests.making import BERLIN, POLICY, after, called, closed, heard, made, promised, thanked
from tui.signs import ASCII, UNICODE, Signs
from tui.words.figures import figure_rows

MANY = [
    made(
        thanked(after(3 * n)), promised(after(0), "2026-11-24"), called(after(180)),
        heard(after(190 + 24 * n)), closed(after(500), "rejected" if n % 2 else "withdrawn"),
        id=f"iv-{n}", company=f"Company {n}",
    )
    for n in range(11)
]  # fmt: skip


def page(count: int, width: int = 90, signs: Signs = UNICODE) -> str:
    now = after(2_000)
    found = figures(board(MANY[:count], POLICY, now, BERLIN).cards(), POLICY, now)
    rows = figure_rows(found, now, BERLIN, signs)
    lines = [line for row in rows for line in row.lines(width)]
    assert all(cell_len(line) <= width for line in lines)
    return "\n".join(lines)


def test_the_page_says_counts_and_draws_them() -> None:
    said = page(11)
    assert "11 interviews of 11 applications since 18 Nov 2026." in said
    assert "  on the first day         8  ━━━━━━━━━━━━━━━━\n" in said
    assert "  on the second day        3  ━━━━━━\n" in said
    assert "  you left a message      11 of 11  ━━━━━━━━━━━━━━━━━━━━━━\n" in said
    assert "  half of them within 15 hours" in said
    assert "  rejected                 5  ━━━━━━━━━━" in said


def test_below_five_nothing_is_claimed() -> None:
    said = page(4)
    assert said.count("too few to say: it takes 5") == 5
    assert "half" not in said
    assert "━" not in said
    assert "No interview has taken place yet" in page(0)


@pytest.mark.parametrize("width", [1, 20, 36, 60, 96])
def test_it_fits_any_width_and_ascii(width: int) -> None:
    assert page(11, max(width, 36), ASCII).isascii()
