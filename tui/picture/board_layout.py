"""Which lines stand around the columns, by the size of the screen. Plain: style sheets are made from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

LineName: TypeAlias = Literal["headline", "now", "coming", "keys"]

WIDTHS = ((0, "-narrow"), (60, "-middle"), (96, "-normal"), (160, "-wide"))
HEIGHTS = ((0, "-flat"), (9, "-low"), (22, "-high"), (30, "-tall"))
"""The class a screen has from so many cells on."""
ABOVE: tuple[LineName, ...] = ("headline", "now", "coming")
BELOW: tuple[LineName, ...] = ("keys",)
HIDDEN: Mapping[str, tuple[LineName, ...]] = {"-flat": (*ABOVE, *BELOW), "-low": ("coming",)}
"""For which there is no room."""
BANDS: tuple[LineName, ...] = ("headline", "keys")
"""Those on a ground of their own."""
AIR = {"-tall": 1}
"""Rows that stay free above the columns."""


def size_class(cells: int, breakpoints: Sequence[tuple[int, str]]) -> str:
    """The class of a screen with so many cells across, or down."""
    return max(one for one in breakpoints if one[0] <= cells)[1]


def layout_rules(screen: str) -> str:
    """All this as rules of a style sheet."""
    bands = ", ".join(f"{screen} #{line}" for line in BANDS)
    hidden = ", ".join(f"{screen}.{size} #{line}" for size, lines in HIDDEN.items() for line in lines)
    air = "".join(f"{screen}.{size} #columns {{ padding: {rows} 0 0 0; }}\n" for size, rows in AIR.items())
    return f"{bands} {{ background: $panel; }}\n{hidden} {{ display: none; }}\n{air}"


def shown(lines: Sequence[LineName], height: int) -> list[LineName]:
    """Those of the lines that a screen of so many rows has."""
    hidden = HIDDEN.get(size_class(height, HEIGHTS), ())
    return [line for line in lines if line not in hidden]


def air(height: int) -> int:
    """Rows that stay free above the columns on a screen of so many."""
    return AIR.get(size_class(height, HEIGHTS), 0)
