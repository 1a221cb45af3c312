"""Options to pick from, each with its key: what is picked, where the cursor is, and how they are drawn. Pure.

One of them, or any; nothing moves by itself. Of more than have digits one is looked for by typing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len

from store.text import show
from tui.forms.fields import Choice, Marks, Option, TickBox
from tui.key_names import named, named_parts
from tui.keymap import Keymap
from tui.signs import Signs
from tui.words.lines import Piece, cut, cut_row, row_width, wrapped
from tui.words.offered_list import DIGITS, LONGEST_SEARCH, fits

_INDENT = " " * 5
"""Before the rows of a remark: they stand below the option's words."""
OPTION_GAP = 3
"""Cells between two options that stand side by side."""
AT_CURSOR = "cursor "
"""Before the tone of what stands under the cursor."""
_LEAST_WORDS = 8
"""Cells below which an option's words are cut rather than broken."""


class OptionSpot(NamedTuple):
    """Where an option is drawn."""

    x: int
    y: int
    width: int
    words: str = ""
    """As much of its words as its first row holds."""
    below: tuple[Piece, ...] = ()
    """Rows below it: the rest of its words, and its remark where that does not fit beside it."""


class Picks:
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
        """The place of the option that the cursor is on."""
        self._many = len(self.options) > len(DIGITS) and all(
            not one.key or one.key in DIGITS for one in self.options
        )
        self.looked_for = ""
        """What is looked for among many; blank where all are shown."""
        self.shown: Sequence[int] = range(len(self.options))
        """The places of the options that have it in them."""

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
        self.look_for("")
        self._on = {place for place, option in enumerate(self.options) if str(option.value) in words}
        self.cursor = min(self._on, default=0) if self.single else 0

    def meant_by(self, key: str, character: str | None) -> int | None:
        """The place of the option whose key that is."""
        return next(
            (place for place, one in enumerate(self.options) if self._is_for(key, character, one)), None
        )

    def _is_for(self, key: str, character: str | None, option: Option) -> bool:
        if len(option.key) > 1:
            return self._has(key, option.key)
        return bool(option.key) and (character == option.key or key == named(option.key))

    def take(self, place: int) -> bool:
        """Pick that option, or take its mark away; whether it says all there is to say."""
        self._on = {place} if self.single else self._on ^ {place}
        self.cursor = place
        return self.options[place].at_once

    def go(self, by: int) -> None:
        """The cursor to the next option; of one to choose it is picked at once."""
        if self.shown:
            place = self.shown[max(0, min(self._number + by, len(self.shown) - 1))]
            self._come_to(place if self._on or not self.single else self.cursor)

    def ends(self, by: int) -> bool:
        """Whether there is no option above or below the cursor."""
        return self.across or not 0 <= self._number + by < len(self.shown)

    def _come_to(self, place: int) -> None:
        if self.single:
            self.take(place)
        self.cursor = place

    @property
    def _number(self) -> int:
        """Which of the options shown the cursor is on."""
        return self.shown.index(self.cursor) if self.cursor in self.shown else 0

    # What is looked for

    def looks_for(self, key: str, character: str | None) -> bool:
        """Whether a key is for what is looked for, which it has changed then.

        Every letter begins it; then all that writes belongs to it, but for the key that marks any of several.
        """
        writes = character is not None and character.isprintable()
        if not self._many or not (self.looked_for or (character is not None and character.isalpha())):
            return False
        if writes and (self.single or not self._has(key, "pick.take")):
            self.look_for(f"{self.looked_for}{character}")
        elif key == "backspace":
            self.look_for(self.looked_for[:-1])
        elif self._has(key, "form.leave"):
            self.look_for("")
        else:
            return False
        return True

    def look_for(self, words: str) -> None:
        """Show what has all these words in it, with the cursor on the first; all for none."""
        if words == self.looked_for or not self._many:
            return
        self.looked_for = words[:LONGEST_SEARCH]
        self.shown = [
            place
            for place, one in enumerate(self.options)
            if fits(f"{one.words} {one.remark}", self.looked_for)
        ]
        if self.looked_for and self.shown:
            self._come_to(self.shown[0])

    def _has(self, key: str, key_id: str) -> bool:
        return key in named_parts(self._keys.key(key_id).keys)

    # How it is drawn

    def spots(self, width: int) -> dict[int, OptionSpot]:
        """Where each option is that is shown, by its place: below each other; or across, in as many rows as
        it takes. Of many, they stand below a row that says what is looked for."""
        spots: dict[int, OptionSpot] = {}
        x, y = 0, int(self._many)
        below: tuple[Piece, ...] = ()
        for place in self.shown:
            option = self.options[place]
            needs = min(width, cell_len(self._whole(option)))
            if spots and (not self.across or x + needs > width):
                x, y = 0, y + 1 + len(below)
            words, below = (show(option.words), ()) if self.across else self._broken(option, width)
            spots[place] = OptionSpot(x, y, needs if self.across else width, words, below)
            x += needs + OPTION_GAP
        return spots

    def at(self, x: int, y: int, width: int) -> int | None:
        """The place of the option that is drawn there."""
        return next(
            (
                place
                for place, spot in self.spots(width).items()
                if spot.y <= y <= spot.y + len(spot.below) and spot.x <= x < spot.x + spot.width
            ),
            None,
        )

    def in_sight(self, width: int, room: int) -> tuple[int, int]:
        """The first and the last row that are to be seen among `room`: the cursor's, and what is looked for
        as far as that is near."""
        spot = self.spots(width).get(self.cursor)
        row = spot.y if spot is not None else 0
        near = row < room and (self._number == 0 or bool(self.looked_for))
        return (0 if near else row), row

    def rows(self, width: int, *, current: bool) -> list[list[Piece]]:
        """All options shown in rows of `width` cells; the cursor is seen while the field is `current`."""
        spots = self.spots(width)
        rows: list[list[Piece]] = [
            [] for _ in range(max((one.y + len(one.below) for one in spots.values()), default=0) + 1)
        ]
        if self._many:
            rows[0] = [(cut(f" {self._search_words()}", width, self._signs.more), "dim")]
        ends = [0] * len(rows)
        for place, spot in spots.items():
            rows[spot.y] += [(" " * (spot.x - ends[spot.y]), "plain"), *self._drawn(place, spot, current)]
            ends[spot.y] = spot.x + spot.width
            for row, (text, tone) in enumerate(spot.below, spot.y + 1):
                rows[row] = [(cut(_INDENT + text, width, self._signs.more), tone)]
        return rows

    def _search_words(self) -> str:
        if not self.looked_for:
            return f"{len(self.options)} options: type to search"
        return f"Search: {show(self.looked_for)}_{'' if self.shown else '  nothing fits'}"

    def _drawn(self, place: int, spot: OptionSpot, current: bool) -> list[Piece]:
        option, on = self.options[place], place in self._on
        ground = AT_CURSOR if current and place == self.cursor else ""
        words = "strong" if on else "plain"
        pieces = [
            (f" {self._marks[on]} ", words),
            (self._key(option), "key"),
            (spot.words, words),
            ("  " if option.remark and not spot.below else " ", "plain"),
            (show(option.remark) if not spot.below else "", "dim"),
        ]
        row = cut_row(pieces, spot.width, self._signs.more)
        rest = (" " * (spot.width - row_width(row)), "plain")
        return [(text, ground + tone) for text, tone in (*row, rest)]

    def _broken(self, option: Option, width: int) -> tuple[str, tuple[Piece, ...]]:
        """The words in its first row, and the rows below it where it does not fit into that."""
        words = show(option.words)
        if cell_len(self._whole(option)) <= width + 1:
            return words, ()
        room = max(1, width - cell_len(f" {self._marks[0]} {self._key(option)} "))
        first, *rest = wrapped(words, room) if room >= _LEAST_WORDS else [words]
        remark = wrapped(show(option.remark), max(1, width - len(_INDENT))) if option.remark else []
        return first, (*((row, "plain") for row in rest), *((row, "dim") for row in remark))

    def _whole(self, option: Option) -> str:
        remark = f"  {option.remark}" if option.remark else ""
        return f" {self._marks[0]} {self._key(option)}{show(option.words)}{show(remark)} "

    def _key(self, option: Option) -> str:
        """The key of an option as the user has it, and a space: its own letter, or that of an id of the key
        table. Of many, those without one stand in line with the others."""
        if not option.key:
            return "  " if self._many else ""
        return f"{self._keys.say(option.key) if len(option.key) > 1 else option.key} "
