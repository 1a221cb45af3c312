"""Where a terminal has ASCII only: nothing else reaches it, whichever screen draws it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.words.lines import plain_as_wide


class PlainFilter(LineFilter):
    """Puts every text into ASCII, each as wide as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """One line of a widget, without anything but ASCII."""
        return [Segment(plain_as_wide(text), style, control) for text, style, control in segments]
