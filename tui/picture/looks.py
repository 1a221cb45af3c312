"""How cells look: colours, and what weight does. Plain, so that a board can be drawn by whoever is there."""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeAlias


class CellLook(NamedTuple):
    """The colour of letters and of what lies behind them, and how they are written.

    A colour is `#rrggbb`, or has the name of one of the terminal's own as rich knows it: `bright_red`,
    `default`. Blank is none at all: whatever is there already.
    """

    colour: str = ""
    ground: str = ""
    bold: bool = False
    underline: bool = False
    reverse: bool = False

    def writing(self, ink: CellLook) -> CellLook:
        """Letters of that ink, on what lies behind these."""
        return self._replace(
            colour=ink.colour or self.colour,
            bold=ink.bold or self.bold,
            reverse=ink.reverse or self.reverse,
        )

    def over(self, block: CellLook) -> CellLook:
        """The same on the ground of that block, or reversed as that is."""
        return self._replace(ground=block.ground or self.ground, reverse=block.reverse or self.reverse)


Run: TypeAlias = tuple[str, CellLook]
"""Some cells of a row that look alike."""


class Looks(Protocol):
    """The tones where something is drawn."""

    @property
    def ground(self) -> CellLook:
        """What has no tone."""
        ...

    def on_ground(self, tone: str) -> CellLook:
        """The tone on what lies behind all, or on its own ground where it has one."""
        ...
