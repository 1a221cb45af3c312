"""The tones as our own themes have them, and the sequences that terminals draw them by.

Without the framework; what it makes of the same palette is the same, cell by cell.
"""

from __future__ import annotations

from functools import cache

from tui.palettes import Depth, Palette, drawing, fixed_number, tone_variables
from tui.picture.looks import CellLook
from tui.tones import TONES

_NAMED = "ansi_"
_EIGHT = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


class PaletteLooks:
    """The tones on one ground of a palette."""

    def __init__(self, palette: Palette, depth: Depth, behind: str) -> None:
        """`behind`: the palette's colour of what lies behind all."""
        self._variables = {
            **tone_variables(palette, drawing(depth)), "background": palette.ground, "boost": palette.field,
            "surface": palette.page,
        }  # fmt: skip
        # Where there is no colour, the framework says that of every cell.
        self.margin = CellLook(palette.text if depth == "none" else "", behind)
        """Cells that nothing is written in."""
        self._ground = CellLook(palette.text, behind)

    @property
    def ground(self) -> CellLook:
        """What has no tone."""
        return self._ground

    def on_ground(self, tone: str) -> CellLook:
        """The tone on what lies behind all, or on its own ground where it has one."""
        colour, style, ground = (self._value(part) for part in TONES[tone])
        weights = style.replace("not ", "not-").split()
        return CellLook(
            colour or self._ground.colour, ground or self._ground.ground,
            bold="bold" in weights, underline="underline" in weights, reverse="reverse" in weights,
        )  # fmt: skip

    def _value(self, part: str) -> str:
        """A part of a tone, with what the theme says in the place of its variables."""
        words = part.split()
        return " ".join(self._variables[word[1:]] if word.startswith("$") else word for word in words)


@cache
def begins(look: CellLook, depth: Depth) -> str:
    """The sequence before text of that look; blank where it needs none."""
    weights = ((look.bold, "1"), (look.underline, "4"), (look.reverse, "7"))
    codes = [code for has, code in weights if has]
    codes += _codes(look.colour, depth, letters=True) + _codes(look.ground, depth, letters=False)
    return f"\x1b[{';'.join(codes)}m" if codes else ""


def _codes(colour: str, depth: Depth, *, letters: bool) -> list[str]:
    if not colour:
        return []
    name = colour.removeprefix(_NAMED)
    if name == "default":
        return ["39" if letters else "49"]
    if colour.startswith(_NAMED):
        bright = name.startswith("bright_")
        base = (90 if bright else 30) if letters else (100 if bright else 40)
        return [str(base + _EIGHT.index(name.removeprefix("bright_")))]
    kind = "38" if letters else "48"
    if depth == "256":
        return [kind, "5", str(fixed_number(colour))]
    return [kind, "2", *(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))]
