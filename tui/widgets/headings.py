"""The titles of the columns, or a strip of tabs of all four; below them the line that shows where one is."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui import tones
from tui.signs import Signs
from tui.words.lines import MARGIN, cut, fit

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
    """

    class Picked(Message):
        """A title (`y` is 0) or a rule was clicked: the place of it among these."""

        def __init__(self, place: int, y: int) -> None:
            super().__init__()
            self.place = place
            self.y = y

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
        width = self.size.width
        if self._has_tabs(y):
            return Strip(self._tabs(width), width)
        parts, edges = self._titles if y == 0 else self._rules, self._edges(y)
        segments = []
        for place, part in enumerate(parts):
            room = edges[place + 1] - edges[place]
            segments += self._title(part, room) if y == 0 else self._rule(part, room)
        return Strip(segments or [Segment(" " * width, self.rich_style)], width)

    def _tabs(self, width: int) -> list[Segment]:
        """All titles behind one another; where they do not fit, that of the cursor's column alone."""
        segments = [Segment(text, self._ink(title.current)) for title, text in self._tab_texts()]
        left = width - sum(cell_len(one.text) for one in segments)
        return [*segments, Segment(" " * max(0, left), self.rich_style)]

    def _tab_texts(self) -> list[tuple[Heading, str]]:
        titles = self._titles
        if sum(MARGIN + cell_len(title.text) for title in titles) > self.size.width:
            titles = tuple(title for title in titles if title.current) or titles[:1]
        return [
            (title, f"{self._signs.pointer if title.current else '':<{MARGIN}}{title.text}")
            for title in titles
        ]

    def _edges(self, y: int) -> list[int]:
        """Where the parts of a line begin, and where the last one ends."""
        parts = self._titles if y == 0 else self._rules
        if self._has_tabs(y):
            return [0, *accumulate(cell_len(text) for _, text in self._tab_texts())]
        return [round(self.size.width * place / max(1, len(parts))) for place in range(len(parts) + 1)]

    def on_click(self, event: events.Click) -> None:
        place = bisect(self._edges(event.y), event.x) - 1
        if self._has_tabs(event.y):
            texts = self._tab_texts()
            if place >= len(texts):
                return
            place = self._titles.index(texts[place][0])
        self.post_message(self.Picked(place, event.y))

    def _has_tabs(self, y: int) -> bool:
        """Whether that line has all titles behind one another, as fewer columns are shown."""
        return y == 0 and len(self._titles) != len(self._rules)

    def _title(self, title: Heading, room: int) -> list[Segment]:
        """It begins where the texts below it begin."""
        sign = self._signs.pointer if title.current and not self._underlined else ""
        return [Segment(fit(f"{sign:<{MARGIN}}{title.text}", room), self._ink(title.current))]

    @property
    def _underlined(self) -> bool:
        """Whether a line below the title shows where the cursor is."""
        return self.size.height > 1 and not any(rule.text for rule in self._rules)

    def _rule(self, rule: Heading, room: int) -> list[Segment]:
        """Below the cursor's column; beside the title of one that has none above."""
        style = self.get_component_rich_style(f"headings--{'bar' if rule.current else 'rule'}")
        if not rule.text:
            line = self._signs.thick_rule if rule.current else " "
            return [Segment(fit(line * max(0, room - 1), room), style)]
        words = cut(f"{rule.text} ", max(0, room - MARGIN - 1))
        line = self._signs.thick_rule if rule.current else self._signs.rule
        return [
            Segment(" " * MARGIN, style),
            Segment(words, self._ink(rule.current)),
            Segment(line * max(0, room - MARGIN - 1 - cell_len(words)), style),
            Segment(" ", style),
        ]

    def _ink(self, current: bool) -> Style:
        return self.get_component_rich_style(f"headings--{'current' if current else 'title'}")
