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
