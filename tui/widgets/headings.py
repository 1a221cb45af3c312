"""The titles above the columns, and the rule under them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.words.cut import fit


class Heading(NamedTuple):
    """A title with its count, and whether the cursor is in that column."""

    text: str
    current: bool


class Headings(Widget):
    """Titles spread evenly over the width; drawn again only when they change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "headings--title",
        "headings--current",
        "headings--rule",
        "headings--bar",
    }
    DEFAULT_CSS = """
    Headings { height: 2; width: 100%; }
    Headings > .headings--title { color: $text-muted; text-style: bold; }
    Headings > .headings--current { color: $text-primary; text-style: bold; }
    Headings > .headings--rule { color: $panel-lighten-1; }
    Headings > .headings--bar { color: $primary; }
    Headings:ansi > .headings--current { color: ansi_default; text-style: bold underline; }
    """

    def __init__(self, *, plain: bool) -> None:
        super().__init__()
        self._sign, self._thin, self._thick = (">", "-", "=") if plain else ("▸", "─", "━")
        self._titles: tuple[Heading, ...] = ()
        self._rules: tuple[bool, ...] = ()

    def say(self, titles: Sequence[Heading], rules: Sequence[bool]) -> None:
        """Titles, and below them a rule for each column shown, thick for the cursor's."""
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
            if isinstance(part, Heading):
                sign = self._sign if part.current else " "
                style = self.get_component_rich_style(f"headings--{'current' if part.current else 'title'}")
                segments.append(Segment(fit(f"{sign}{part.text}", room), style))
            else:
                style = self.get_component_rich_style(f"headings--{'bar' if part else 'rule'}")
                line = (self._thick if part else self._thin) * max(0, room - 1)
                segments.append(Segment(fit(line, room), style))
        return Strip(segments or [Segment(" " * width, self.rich_style)], width)
