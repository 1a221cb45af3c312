"""Fitting text into cells of a terminal."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def cut(text: str, width: int, more: str = "…") -> str:
    """The text in at most `width` cells; where something is left out it ends in `more`."""
    if cell_len(text) <= width:
        return text
    if width <= cell_len(more):
        return set_cell_size(text, max(0, width))
    return set_cell_size(text, width - cell_len(more)).rstrip() + more


def fit(text: str, width: int, more: str = "…") -> str:
    """The text in exactly `width` cells."""
    return set_cell_size(cut(text, width, more), max(0, width))


def wrapped(text: str, width: int) -> list[str]:
    """The text in rows of at most `width` cells, broken between words."""
    rows: list[str] = [""]
    for word in text.split():
        if rows[-1] and cell_len(rows[-1]) + cell_len(word) + 1 > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [cut(row, max(1, width)) for row in rows]
