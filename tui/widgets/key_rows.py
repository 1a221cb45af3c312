"""Rows of text in several tones; a click on a key that they name, or on what is said of that, presses it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widgets import Static

from store.text import show
from tui import tones
from tui.picture.text_row import Fitted, key_at
from tui.widgets.text_line import press
from tui.words.lines import Piece

_STYLES = tones.styles()


def toned(rows: Sequence[Sequence[Piece]]) -> Content:
    """The rows as styled text."""
    return Content("\n").join(
        Content.assemble(*((show(words), _STYLES[tone]) for words, tone in row)) for row in rows
    )


class KeyRows(Static):
    """Shows rows; whoever gives them has fitted them to its width, or else what is wrapped has no keys."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(Content(""), id=id)
        self._rows: Sequence[Sequence[Piece]] = ()

    def say(self, rows: Sequence[Sequence[Piece]]) -> None:
        """Show other rows."""
        self._rows = rows
        self.content = toned(rows)

    def on_click(self, event: events.Click) -> None:
        y = event.y - self.gutter.top
        row = self._rows[y] if 0 <= y < len(self._rows) else ()
        key = key_at([Fitted(show(text), text, tone) for text, tone in row], event.x - self.gutter.left)
        if key is not None:
            press(self, key)
