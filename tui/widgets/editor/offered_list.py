"""What a question offers as a list: its rows, the cursor on them, and what of it is looked for. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from store.people.letters import fold
from store.text import show

NUMBERED = "123456789abcdefghijklmnopqrstuvwxyz"
"""The keys of what is offered in a list, such as notes or templates; what is beyond has the cursor only."""
Look: TypeAlias = Literal["plain", "key", "heading", "here"]
Line: TypeAlias = list[tuple[str, Look]]
"""Pieces of a line, and how each looks."""
Row: TypeAlias = tuple[int | None, Line]
"""A line with the place of what it offers; None for a heading."""


class Offered(NamedTuple):
    """Something to choose from a list, under the heading of those before it where it has none of its own."""

    words: str
    heading: str = ""
    name: str = ""
    """What it is found by besides its words."""


class OfferedList:
    """All that is offered, or what has the words looked for in it; accents and case do not count."""

    def __init__(self, offered: Sequence[Offered] = ()) -> None:
        self._offered = offered
        self.looked_for: str | None = None
        """What is looked for; None where all are shown."""
        self.rows: list[Row] = []
        self.at: int | None = None
        """The place of what the cursor stands on; None where there is nothing."""
        self.look_for(None)

    def __len__(self) -> int:
        return len(self._offered)

    def look_for(self, words: str | None) -> None:
        """Show what has all these words in it, or everything, and stand on the first of it."""
        self.looked_for = words
        self.rows = [*self._rows()]
        self.at = next(iter(self._places), None)

    def keys(self) -> dict[str, int]:
        """The key of each, with its place; none while something is looked for, as all letters are typed."""
        if self.looked_for is not None:
            return {}
        return {key: place for place, key in enumerate(NUMBERED[: len(self)])}

    def move(self, by: int) -> None:
        """Move the cursor by so many, as far as there are any."""
        if self.at is not None:
            places = self._places
            self.at = places[max(0, min(places.index(self.at) + by, len(places) - 1))]

    @property
    def row(self) -> int:
        """The row that the cursor stands on."""
        return next((row for row, (place, _) in enumerate(self.rows) if place == self.at), 0)

    @property
    def _places(self) -> list[int]:
        return [place for place, _ in self.rows if place is not None]

    def _rows(self) -> Iterator[Row]:
        heading = said = ""
        for place, one in enumerate(self._offered):
            heading = one.heading or heading
            if not self._fits(f"{heading} {one.words} {one.name}"):
                continue
            if heading != said:
                said = heading
                yield None, [(show(heading), "heading")]
            key = NUMBERED[place] if place < len(NUMBERED) and self.looked_for is None else " "
            yield place, [(key, "key"), (f" {show(one.words)}", "plain")]

    def _fits(self, text: str) -> bool:
        folded = fold(text)
        return all(word in folded for word in fold(self.looked_for or "").split())
