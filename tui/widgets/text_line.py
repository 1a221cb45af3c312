"""One line of text in several tones; drawn again only when what it says has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui import tones
from tui.words.lines import MARGIN, Piece, cut

_TONES = {"strong": "strong", "dim": "dim", "current": "current", "warn": "urgent", "key": "key"}
"""The tones of its pieces: what warns in a single line has to stand out."""


class TextLine(Widget):
    """Text on the left, text on the right; the left gives way where both do not fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tones.classes("line--", _TONES)
    DEFAULT_CSS = f"""
    TextLine {{ height: 1; width: 1fr; padding: 0 {MARGIN}; }}
    {tones.rules("TextLine > .line--", _TONES)}
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id)
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()

    def say(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show other text; nothing is drawn where it is the same."""
        new = (tuple(left), tuple(right))
        if new != (self._left, self._right):
            self._left, self._right = new
            self.refresh()

    @property
    def text(self) -> str:
        """What it says, without tones."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """The line, cut to its width."""
        width = self.content_size.width
        right = self._segments(self._right, width)
        room = width - sum(cell_len(one.text) for one in right)
        left = self._segments(self._left, room - 1 if right else room)
        gap = room - sum(cell_len(one.text) for one in left)
        return Strip([*left, Segment(" " * gap, self.rich_style), *right], width)

    def _segments(self, pieces: Sequence[Piece], room: int) -> list[Segment]:
        segments: list[Segment] = []
        for place, (text, tone) in enumerate(pieces):
            whole = show(text)
            # A key is of no use without what it does.
            words = show(pieces[place + 1][0]).rstrip() if tone == "key" and place + 1 < len(pieces) else ""
            if words and segments and cell_len(whole) + cell_len(words) > room:
                break
            shown = cut(whole, room)
            if shown:
                segments.append(Segment(shown, self._style(tone)))
                room -= cell_len(shown)
            if shown != whole:
                break
        return segments

    def _style(self, tone: str) -> Style:
        if tone == "plain":
            return self.rich_style
        return self.get_component_rich_style(f"line--{tone}")
