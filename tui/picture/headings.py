"""The titles above the columns: spread evenly over the width, or as a strip of tabs."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from rich.cells import cell_len

from tui.picture.looks import CellLook, Looks, Run
from tui.signs import Signs
from tui.words.lines import MARGIN, cut, fit


class Heading(Struct, frozen=True):
    """A title with its count, and whether the cursor is in that column."""

    text: str
    current: bool


class Headings:
    """Draws titles and the rules below them, in one row or two."""

    def __init__(self, signs: Signs, looks: Looks) -> None:
        self._signs = signs
        self._looks = looks
        self._titles: tuple[Heading, ...] = ()
        self._rules: tuple[Heading, ...] = ()
        self._width = 0
        self.height = 2

    def say(self, titles: Sequence[Heading], rules: Sequence[Heading], width: int, height: int) -> bool:
        """Titles, and below them a rule for each column shown, with its text; thick for the cursor's.

        Whether that differs from what was said before.
        """
        new = (tuple(titles), tuple(rules), width, height)
        changed = new != (self._titles, self._rules, self._width, self.height)
        self._titles, self._rules, self._width, self.height = new
        return changed

    def row(self, y: int) -> list[Run]:
        """The titles, or the rules."""
        if self._has_tabs(y):
            return self._tabs()
        parts, edges = self._titles if y == 0 else self._rules, self._edges(y)
        runs = []
        for place, part in enumerate(parts):
            room = edges[place + 1] - edges[place]
            runs += self._title(part, room) if y == 0 else self._rule(part, room)
        return runs or [(" " * self._width, self._looks.ground)]

    def place_at(self, x: int, y: int) -> int | None:
        """Which title (`y` is 0) or rule is there; None where there is none."""
        place = bisect(self._edges(y), x) - 1
        if self._has_tabs(y):
            texts = self._tab_texts()
            return self._titles.index(texts[place][0]) if place < len(texts) else None
        return place if place < len(self._titles if y == 0 else self._rules) else None

    def _tabs(self) -> list[Run]:
        """All titles behind one another; where they do not fit, that of the cursor's column alone."""
        runs = [(text, self._ink(title.current)) for title, text in self._tab_texts()]
        left = self._width - sum(cell_len(text) for text, _ in runs)
        return [*runs, (" " * max(0, left), self._looks.ground)]

    def _tab_texts(self) -> list[tuple[Heading, str]]:
        titles = self._titles
        if sum(MARGIN + cell_len(title.text) for title in titles) > self._width:
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
        return edges(self._width, len(parts))

    def _has_tabs(self, y: int) -> bool:
        """Whether that line has all titles behind one another, as fewer columns are shown."""
        return y == 0 and len(self._titles) != len(self._rules)

    def _title(self, title: Heading, room: int) -> list[Run]:
        """It begins where the texts below it begin."""
        sign = self._signs.pointer if title.current and not self._underlined else ""
        return [(fit(f"{sign:<{MARGIN}}{title.text}", room), self._ink(title.current))]

    @property
    def _underlined(self) -> bool:
        """Whether a line below the title shows where the cursor is."""
        return self.height > 1 and not any(rule.text for rule in self._rules)

    def _rule(self, rule: Heading, room: int) -> list[Run]:
        """Below the cursor's column; beside the title of one that has none above."""
        style = self._looks.on_ground("bar" if rule.current else "rule")
        if not rule.text:
            line = self._signs.thick_rule if rule.current else " "
            return [(fit(line * max(0, room - 1), room), style)]
        words = cut(f"{rule.text} ", max(0, room - MARGIN - 1))
        line = self._signs.thick_rule if rule.current else self._signs.rule
        return [
            (" " * MARGIN, style),
            (words, self._ink(rule.current)),
            (line * max(0, room - MARGIN - 1 - cell_len(words)), style),
            (" ", style),
        ]

    def _ink(self, current: bool) -> CellLook:
        return self._looks.on_ground("title" if current else "other_title")


def edges(width: int, count: int) -> list[int]:
    """Where so many parts of a row begin, and where the last one ends."""
    return [round(width * place / max(1, count)) for place in range(count + 1)]
