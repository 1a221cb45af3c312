"""The tones on the ground of a widget, as what it draws line by line has them.

A style sheet's classes for parts of a widget cost a node each, again at every look at the style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.style import Style as Wanted
from textual.widget import Widget

from tui import tones
from tui.picture.looks import Look, Run


class WidgetLooks:
    """The looks of tones; they follow the theme and the widget's own ground."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget

    @property
    def ground(self) -> Look:
        """What has no tone."""
        return _laid(self._widget.visual_style, _PLAIN)

    def on_ground(self, tone: str) -> Look:
        """The tone on the widget's ground, or on its own where it has one."""
        return _laid(self._widget.visual_style, self.wanted(tone))

    def wanted(self, tone: str) -> Wanted:
        """What the tone says, in the colours of the theme."""
        return self._widget.app.stylesheet.parse_style(tones.style(tone))


class Inks:
    """The same as rich has it."""

    def __init__(self, widget: Widget) -> None:
        self._looks = WidgetLooks(widget)

    @property
    def ground(self) -> Style:
        """What has no tone."""
        return style_of(self._looks.ground)

    def on_ground(self, tone: str) -> Style:
        """The tone on the widget's ground, or on its own where it has one."""
        return style_of(self._looks.on_ground(tone))

    def alone(self, tone: str) -> Style:
        """No more than the tone says, to be laid over letters that have a style of their own."""
        return style_of(_laid(_PLAIN, self._looks.wanted(tone)))


_PLAIN = Wanted()


def segments(runs: Iterable[Run]) -> list[Segment]:
    """A row as the framework has it."""
    return [Segment(text, style_of(look)) for text, look in runs]


@lru_cache(512)
def style_of(look: Look) -> Style:
    """The look as rich has it."""
    return Style(
        color=look.colour or None, bgcolor=look.ground or None,
        bold=look.bold or None, underline=look.underline or None, reverse=look.reverse or None,
    )  # fmt: skip


@lru_cache(512)
def _laid(ground: Wanted, wanted: Wanted) -> Look:
    both = ground + wanted
    back, letters = both.background, both.foreground
    if back is not None and letters is not None:
        letters = back + letters
    return Look(
        letters.rich_color.name if letters is not None and (letters.a or (back and back.a)) else "",
        back.rich_color.name if back is not None and back.a else "",
        bold=bool(both.bold), underline=bool(both.underline), reverse=bool(both.reverse),
    )  # fmt: skip
