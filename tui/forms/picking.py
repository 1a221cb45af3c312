"""Options to pick from, each with its key: what is picked, where the cursor is, and how they are drawn. Pure.

One of them, or any; nothing moves by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len

from store.text import show
from tui.forms.fields import Choice, Marks, Option, TickBox
from tui.key_names import named, parts
from tui.keys import Keymap
from tui.signs import Signs
from tui.words.lines import Piece, cut, wrapped

_INDENT = " " * 5
"""Before the rows of a remark: they stand below the option's words."""
OPTION_GAP = 3
"""Cells between two options that stand side by side."""
AT_CURSOR = "cursor "
"""Before the tone of what stands under the cursor."""


class Spot(NamedTuple):
    """Where an option is drawn."""

    x: int
    y: int
    width: int
    words: str = ""
    """As much of its words as its first row holds."""
    below: tuple[Piece, ...] = ()
    """Rows below it: the rest of its words, and its remark where that does not fit beside it."""


class Picking:
    """A choice, marks or a tick, and what is picked of it."""

    def __init__(self, field: Choice | Marks | TickBox, keys: Keymap, signs: Signs) -> None:
        self.options: Sequence[Option] = (
            (Option(value=True, key="", words=field.words),) if isinstance(field, TickBox) else field.options
        )
        self.single = isinstance(field, Choice)
        self.across = isinstance(field, Choice) and field.across
        self._tick = isinstance(field, TickBox)
        self._keys = keys
        self._signs = signs
        self._marks = (
            (signs.unchosen, signs.chosen) if self.single else (signs.unchecked, signs.checked)
        )  # fmt: skip
        self._on: set[int] = {
            place
            for place, option in enumerate(self.options)
            if (option.value in field.value if isinstance(field, Marks) else option.value == field.value)
        }
        self.cursor = min(self._on, default=0) if self.single else 0

    # What is picked

    @property
    def given(self) -> Any:
        """What is picked: a value or None, a frozenset of values, or a bool."""
        if self._tick:
            return bool(self._on)
        values = [self.options[place].value for place in sorted(self._on)]
        return (values[0] if values else None) if self.single else frozenset(values)

    @property
    def words(self) -> tuple[str, ...]:
        """What is picked, as words that a file can hold."""
        return tuple(str(self.options[place].value) for place in sorted(self._on))

    def put(self, words: Sequence[str]) -> None:
        """Pick what these words say, as far as it is still there."""
        self._on = {place for place, option in enumerate(self.options) if str(option.value) in words}
        self.cursor = min(self._on, default=0) if self.single else 0

    def meant_by(self, key: str, character: str | None) -> int | None:
        """The place of the option whose key that is."""
        return next(
            (place for place, one in enumerate(self.options) if self._is_for(key, character, one)), None
        )

    def _is_for(self, key: str, character: str | None, option: Option) -> bool:
        if len(option.key) > 1:
            return key in map(named, parts(self._keys.key(option.key).keys))
        return bool(option.key) and (character == option.key or key == named(option.key))

    def take(self, place: int) -> bool:
        """Pick that option, or take its mark away; whether it says all there is to say."""
        self._on = {place} if self.single else self._on ^ {place}
        self.cursor = place
        return self.options[place].at_once

    def go(self, by: int) -> None:
        """The cursor to the next option; of one to choose it is picked at once."""
        place = max(0, min(self.cursor + by, len(self.options) - 1))
        if self.single:
            self.take(place if self._on else self.cursor)
        else:
            self.cursor = place

    def ends(self, by: int) -> bool:
        """Whether there is no option above or below the cursor."""
        return self.across or not 0 <= self.cursor + by < len(self.options)

    # How it is drawn

    def spots(self, width: int) -> list[Spot]:
        """Below each other; or across, in as many rows as it takes."""
        spots: list[Spot] = []
        x = y = 0
        for place, option in enumerate(self.options):
            needs = min(width, cell_len(self._whole(option)))
            if place and (not self.across or x + needs > width):
                x, y = 0, y + 1 + len(spots[-1].below)
            words, below = (show(option.words), ()) if self.across else self._broken(option, width)
            spots.append(Spot(x, y, needs if self.across else width, words, below))
            x += needs + OPTION_GAP
        return spots

    def at(self, x: int, y: int, width: int) -> int | None:
        """The place of the option that is drawn there."""
        return next(
            (
                place
                for place, spot in enumerate(self.spots(width))
                if spot.y <= y <= spot.y + len(spot.below) and spot.x <= x < spot.x + spot.width
            ),
            None,
        )

    def rows(self, width: int, *, current: bool) -> list[list[Piece]]:
        """All options in rows of `width` cells; the cursor is seen only while the field is `current`."""
        spots = self.spots(width)
        rows: list[list[Piece]] = [
            [] for _ in range(max((one.y + len(one.below) for one in spots), default=0) + 1)
        ]
        ends = [0] * len(rows)
        for place, spot in enumerate(spots):
            rows[spot.y] += [(" " * (spot.x - ends[spot.y]), "plain"), *self._drawn(place, spot, current)]
            ends[spot.y] = spot.x + spot.width
            for row, (text, tone) in enumerate(spot.below, spot.y + 1):
                rows[row] = [(cut(_INDENT + text, width, self._signs.more), tone)]
        return rows

    def _drawn(self, place: int, spot: Spot, current: bool) -> list[Piece]:
        option, on = self.options[place], place in self._on
        ground = AT_CURSOR if current and place == self.cursor else ""
        words = "strong" if on else "plain"
        pieces = [
            (f" {self._marks[on]} ", words),
            (f"{self._key(option)} " if option.key else "", "key"),
            (spot.words, words),
            ("  " if option.remark and not spot.below else " ", "plain"),
            (show(option.remark) if not spot.below else "", "dim"),
        ]
        drawn: list[Piece] = []
        room = spot.width
        for text, tone in pieces:
            shown = cut(text, room, self._signs.more)
            if shown:
                drawn.append((shown, ground + tone))
            room -= cell_len(shown)
        return [*drawn, (" " * room, ground + "plain")]

    def _broken(self, option: Option, width: int) -> tuple[str, tuple[Piece, ...]]:
        """The words in its first row, and the rows below it where it does not fit into that."""
        words = show(option.words)
        if cell_len(self._whole(option)) <= width + 1:
            return words, ()
        key = f"{self._key(option)} " if option.key else ""
        room = max(1, width - cell_len(f" {self._marks[0]} {key} "))
        first, *rest = wrapped(words, room) or [""]
        remark = wrapped(show(option.remark), max(1, width - len(_INDENT))) if option.remark else []
        return first, (*((row, "plain") for row in rest), *((row, "dim") for row in remark))

    def _whole(self, option: Option) -> str:
        key = f"{self._key(option)} " if option.key else ""
        remark = f"  {option.remark}" if option.remark else ""
        return f" {self._marks[0]} {key}{show(option.words)}{show(remark)} "

    def _key(self, option: Option) -> str:
        """The key of an option as the user has it: its own letter, or that of an id of the key table."""
        return self._keys.say(option.key) if len(option.key) > 1 else option.key
