"""What it would cost to send only the cells that differ: the measure of what is sent for a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOVE = 8
"""Bytes to put the cursor somewhere: `ESC [ 12 ; 100 H` at most."""
LOOK = 30
"""Bytes of another look: a colour for the letters and one for the ground, in full, take 19 each at most."""
Screen = Sequence[Sequence[Any]]
"""Rows of cells as pyte has them: a cell's text first, then its look."""


def ideal_size(before: Screen, after: Screen) -> int:
    """Bytes from one screen to another of the same size: per run a move, per look its colours, the text."""
    return sum(map(_row_size, before, after))


def _row_size(before: Sequence[Any], after: Sequence[Any]) -> int:
    size, look, last = 0, None, -2
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if place != last + 1:
            size, look = size + MOVE, None
        if new[1:] != look:
            size, look = size + LOOK, new[1:]
        size, last = size + len(new[0].encode()), place
    return size
