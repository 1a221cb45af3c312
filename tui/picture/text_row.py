"""One line of text in several tones: on the left, and on the right of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from store.text import show
from tui.key_names import pressed
from tui.picture.looks import CellLook, Looks, Run
from tui.words.lines import Piece, cut

_TONES = {"warn": "urgent"}
"""The tones of its pieces that are others here: what warns in a single line has to stand out."""


class Fitted(Struct, frozen=True):
    """A piece of a line as much as is shown of it, and whole."""

    shown: str
    text: str
    tone: str


def sides(left: Sequence[Piece], right: Sequence[Piece], width: int) -> tuple[list[Fitted], list[Fitted]]:
    """What is shown of both: the left gives way where both do not fit."""
    at_right = fitted(right, width)
    room = width - sum(cell_len(one.shown) for one in at_right)
    return fitted(left, room - 1 if at_right else room), at_right


def row(left: Sequence[Piece], right: Sequence[Piece], width: int, looks: Looks) -> list[Run]:
    """The line, cut to its width."""
    at_left, at_right = (
        [(one.shown, _look(one.tone, looks)) for one in side] for side in sides(left, right, width)
    )
    gap = width - sum(cell_len(text) for text, _ in (*at_left, *at_right))
    return [*at_left, (" " * gap, looks.ground), *at_right]


def _look(tone: str, looks: Looks) -> CellLook:
    return looks.ground if tone == "plain" else looks.on_ground(_TONES.get(tone, tone))


def fitted(pieces: Sequence[Piece], room: int) -> list[Fitted]:
    """The pieces that go into so many cells, the last one cut; a key only with the beginning of its words."""
    found: list[Fitted] = []
    for place, (text, tone) in enumerate(pieces):
        whole = show(text)
        # A key is of no use without what it does.
        words = show(pieces[place + 1][0]).rstrip() if tone == "key" and place + 1 < len(pieces) else ""
        if words and found and cell_len(whole) + cell_len(words) > room:
            break
        shown = cut(whole, room)
        if shown:
            found.append(Fitted(shown, text, tone))
            room -= cell_len(shown)
        if shown != whole:
            break
    return found


def key_at(pieces: Sequence[Fitted], x: int) -> tuple[str, str | None] | None:
    """The key, as it is pressed, that the cell `x` of these names or says something of."""
    key: tuple[str, str | None] | None = None
    for one in pieces:
        key = pressed(one.text.strip()) if one.tone == "key" else key
        if 0 <= x < cell_len(one.shown.rstrip()):
            return key
        x -= cell_len(one.shown)
        # A wide gap ends what is said of a key.
        key = None if one.shown.endswith("  ") else key
    return None
