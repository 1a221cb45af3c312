"""What is offered to choose from: its rows, the cursor on them, and what of it is looked for. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from store.people.letters import fold
from store.text import show

DIGITS = "123456789"
"""The keys of the first that are offered; what is beyond has the cursor, and is found by typing."""
LONGEST_SEARCH = 60
"""Letters that can be looked for."""
Look: TypeAlias = Literal["plain", "key", "heading", "here", "dim"]
Line: TypeAlias = list[tuple[str, Look]]
"""Pieces of a line, and how each looks."""


class Offered(NamedTuple):
    """Something to choose from a list, under the heading of those before it where it has none of its own."""

    words: str
    heading: str = ""
    name: str = ""
    """What it is found by besides its words."""
    right: str = ""
    """What stands at the right edge, such as its key on the board."""
    remark: str = ""
    """What is said behind its words, as why it cannot be had now."""
    by_heading: bool = True
    """Whether the words of its heading find it, too: not where they are somebody's name."""


class ListRow(NamedTuple):
    """A line of the list, with the place of what it offers; None for a heading."""

    place: int | None
    line: Line
    right: str = ""


class OfferedList:
    """All that is offered, or what has the words looked for in it; accents and case do not count."""

    def __init__(self, offered: Sequence[Offered] = (), *, numbered: bool = True) -> None:
        """`numbered`: each of the first nine has a digit before it that chooses it."""
        self._offered = offered
        self._numbered = numbered
        self.looked_for: str | None = None
        """What is looked for; None where all are shown."""
        self.rows: list[ListRow] = []
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
        """The key of each, with its place; none while something is looked for, as all keys are typed then."""
        if self.looked_for is not None or not self._numbered:
            return {}
        return {key: place for place, key in enumerate(DIGITS[: len(self)])}

    def move(self, by: int) -> None:
        """Move the cursor by so many, as far as there are any."""
        if self.at is not None:
            places = self._places
            self.at = places[max(0, min(places.index(self.at) + by, len(places) - 1))]

    @property
    def row(self) -> int:
        """The row that the cursor stands on."""
        return next((row for row, one in enumerate(self.rows) if one.place == self.at), 0)

    @property
    def _places(self) -> list[int]:
        return [one.place for one in self.rows if one.place is not None]

    def _rows(self) -> Iterator[ListRow]:
        keys = {place: key for key, place in self.keys().items()}
        heading = said = ""
        for place, one in enumerate(self._offered):
            heading = one.heading or heading
            above = heading if one.by_heading else ""
            if not fits(f"{above} {one.words} {one.name}", self.looked_for or ""):
                continue
            if heading != said:
                said = heading
                yield ListRow(None, [(show(heading), "heading")])
            line: Line = [(keys[place], "key") if place in keys else (" ", "plain")]
            line.append((f" {show(one.words)}", "plain"))
            if one.remark:
                line.append((f"  {show(one.remark)}", "dim"))
            yield ListRow(place, line, one.right)


def fits(text: str, looked_for: str) -> bool:
    """Whether a text has all the words in it that are looked for, whatever their case and accents."""
    folded = fold(text)
    return all(word in folded for word in fold(looked_for).split())
