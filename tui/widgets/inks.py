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
from tui.picture.looks import CellLook, Run


class Inks:
    """The styles of tones, as rich has them; they follow the theme and the widget's own ground."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget

    @property
    def ground(self) -> Style:
        """What has no tone."""
        return _laid(self._widget.visual_style, _PLAIN)

    def on_ground(self, tone: str) -> Style:
        """The tone on the widget's ground, or on its own where it has one."""
        return _laid(self._widget.visual_style, self._wanted(tone))

    def alone(self, tone: str) -> Style:
        """No more than the tone says, to be laid over letters that have a style of their own."""
        return _laid(_PLAIN, self._wanted(tone))

    def _wanted(self, tone: str) -> Wanted:
        return self._widget.app.stylesheet.parse_style(tones.style(tone))


class WidgetLooks:
    """The same as plain looks."""

    def __init__(self, widget: Widget) -> None:
        self._inks = Inks(widget)

    @property
    def ground(self) -> CellLook:
        """What has no tone."""
        return _look(self._inks.ground)

    def on_ground(self, tone: str) -> CellLook:
        """The tone on the widget's ground, or on its own where it has one."""
        return _look(self._inks.on_ground(tone))


_PLAIN = Wanted()


def segments(runs: Iterable[Run]) -> list[Segment]:
    """A row as the framework has it."""
    return [Segment(text, _style(look)) for text, look in runs]


@lru_cache(512)
def _style(look: CellLook) -> Style:
    return Style(
        color=look.colour or None, bgcolor=look.ground or None,
        bold=look.bold or None, underline=look.underline or None, reverse=look.reverse or None,
    )  # fmt: skip


@lru_cache(512)
def _look(style: Style) -> CellLook:
    return CellLook(
        style.color.name if style.color is not None else "",
        style.bgcolor.name if style.bgcolor is not None else "",
        bold=bool(style.bold), underline=bool(style.underline), reverse=bool(style.reverse),
    )  # fmt: skip


@lru_cache(512)
def _laid(ground: Wanted, wanted: Wanted) -> Style:
    both = ground + wanted
    back, letters = both.background, both.foreground
    if back is not None and letters is not None:
        letters = back + letters
    return Style(
        color=letters.rich_color if letters is not None and (letters.a or (back and back.a)) else None,
        bgcolor=back.rich_color if back is not None and back.a else None,
        bold=both.bold, dim=both.dim, italic=both.italic, underline=both.underline,
        reverse=both.reverse, strike=both.strike,
    )  # fmt: skip
