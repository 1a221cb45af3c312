"""The panel beside the text: counts, findings and notes. Drawn again only where it says something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from tui import tones
from tui.widgets.editor.findings import Item

_TONES = {"strong": "strong", "dim": "dim", "warn": "warn", "must": "alert", "good": "good"}


class Side(Widget):
    """Points, each wrapped under its own words; what does not fit is counted in the last line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tones.classes("side--", _TONES)
    DEFAULT_CSS = f"""
    Side {{ width: 32; height: 1fr; padding: 0 1; border-left: vkey $primary; }}
    {tones.rules("Side > .side--", _TONES)}
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id)
        self._items: tuple[Item, ...] = ()
        self._wrapped: dict[int, list[tuple[str, str]]] = {}

    def say(self, items: Sequence[Item]) -> None:
        """Show other points."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._wrapped.clear()
            self.refresh()

    @property
    def text(self) -> str:
        """All it says, one point a line."""
        return "\n".join(f"{one.sign} {one.words}".strip() for one in self._items)

    def render_line(self, y: int) -> Strip:
        """One line of the panel."""
        width, height = self.content_size
        lines = self._lines(width)
        words, tone = lines[y] if y < len(lines) else ("", "plain")
        if y == height - 1 and len(lines) > height:
            words, tone = f"and {len(lines) - height + 1} lines more", "dim"
        style = self.rich_style if tone == "plain" else self.get_component_rich_style(f"side--{tone}")
        return Strip([Segment(words, style)], cell_len(words)).adjust_cell_length(width, self.rich_style)

    def _lines(self, width: int) -> list[tuple[str, str]]:
        if width not in self._wrapped:
            self._wrapped = {width: [line for one in self._items for line in _wrapped(one, width)]}
        return self._wrapped[width]


def _wrapped(item: Item, width: int) -> list[tuple[str, str]]:
    indent = 2 if item.sign else 0
    parts = [part.plain.rstrip() for part in Content(item.words).wrap(max(1, width - indent))] or [""]
    first = f"{item.sign} {parts[0]}" if item.sign else parts[0]
    return [(first, item.tone), *((" " * indent + part, item.tone) for part in parts[1:])]
