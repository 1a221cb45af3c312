"""What the cells that differ come to, and what some costs have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from tests.bench.ideal import LOOK, MOVE, ideal_size
from tests.bench.programs import Cost, share


class Cell(NamedTuple):
    """As pyte's: text, and a look."""

    data: str
    look: str = "plain"


def row(text: str, look: str = "plain") -> Sequence[Cell]:
    return [Cell(letter, look) for letter in text]


@pytest.mark.parametrize(
    ("before", "after", "size"),
    [
        ([row("abc")], [row("abc")], 0),
        ([row("abc")], [row("abX")], MOVE + LOOK + 1),
        ([row("abc")], [row("aXé")], MOVE + LOOK + 3),
        ([row("abc")], [row("XbX")], 2 * (MOVE + LOOK + 1)),
        ([row("ab")], [[*row("X"), *row("Y", "bold")]], MOVE + 2 * (LOOK + 1)),
        ([row("ab")], [row("ab", "bold")], MOVE + LOOK + 2),
        ([row("a"), row("b")], [row("X"), row("X")], 2 * (MOVE + LOOK + 1)),
    ],
)
def test_a_run_costs_its_move_its_looks_and_its_text(
    before: Sequence[Sequence[Cell]], after: Sequence[Sequence[Cell]], size: int
) -> None:
    assert ideal_size(before, after) == size


@pytest.mark.parametrize(
    ("count", "median", "most"), [(1, 1, 1), (2, 1, 2), (3, 2, 3), (20, 10, 19), (40, 20, 38)]
)
def test_a_share_of_costs_stays_within(count: int, median: int, most: int) -> None:
    costs = [Cost(number, 0) for number in range(count, 0, -1)]
    assert share(costs, 0.5, lambda cost: cost.cpu) == median
    assert share(costs, 0.95, lambda cost: cost.cpu) == most
