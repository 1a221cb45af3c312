"""The titles above the columns, and the rule under them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui import tones
from tui.signs import Signs
from tui.words.lines import cut, fit

_TONES = {"title": "other_title", "current": "title", "rule": "rule", "bar": "bar"}


class Heading(NamedTuple):
    """A title with its count, and whether the cursor is in that column."""

    text: str
    current: bool


class Headings(Widget):
    """Titles spread evenly over the width; drawn again only when they change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tones.classes("headings--", _TONES)
    DEFAULT_CSS = f"""
    Headings {{ height: 2; width: 100%; }}
    {tones.rules("Headings > .headings--", _TONES)}
    Headings:ansi > .headings--current {{ color: ansi_default; text-style: bold underline; }}
    """

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self._titles: tuple[Heading, ...] = ()
        self._rules: tuple[Heading, ...] = ()

    def say(self, titles: Sequence[Heading], rules: Sequence[Heading]) -> None:
        """Titles, and below them a rule for each column shown, with its text; thick for the cursor's."""
        new = (tuple(titles), tuple(rules))
        if new != (self._titles, self._rules):
            self._titles, self._rules = new
            self.refresh()

    @property
    def text(self) -> str:
        """The titles in a row."""
        return " ".join(title.text for title in self._titles)

    def render_line(self, y: int) -> Strip:
        """The titles, or the rule."""
        parts = self._titles if y == 0 else self._rules
        width = self.size.width
        edges = [round(width * place / max(1, len(parts))) for place in range(len(parts) + 1)]
        segments = []
        for place, part in enumerate(parts):
            room = edges[place + 1] - edges[place]
            segments += self._title(part, room) if y == 0 else self._rule(part, room)
        return Strip(segments or [Segment(" " * width, self.rich_style)], width)

    def _title(self, title: Heading, room: int) -> list[Segment]:
        sign = self._signs.pointer if title.current else " "
        return [Segment(fit(f"{sign}{title.text}", room), self._ink(title.current))]

    def _rule(self, rule: Heading, room: int) -> list[Segment]:
        style = self.get_component_rich_style(f"headings--{'bar' if rule.current else 'rule'}")
        line = self._signs.thick_rule if rule.current else self._signs.rule
        words = cut(f" {rule.text} ", max(0, room - 4)) if rule.text else ""
        rest = line * max(0, room - 1 - cell_len(words) - (2 if words else 0))
        if not words:
            return [Segment(fit(rest, room), style)]
        return [
            Segment(line * 2, style),
            Segment(words, self._ink(rule.current)),
            Segment(f"{rest} ", style),
        ]

    def _ink(self, current: bool) -> Style:
        return self.get_component_rich_style(f"headings--{'current' if current else 'title'}")
