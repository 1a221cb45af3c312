"""One line of text in several tones; drawn again only when what it says has changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.key_names import writes
from tui.picture.text_row import key_at, row, sides
from tui.widgets.inks import WidgetLooks, segments
from tui.words.lines import MARGIN, Piece


class TextLine(Widget):
    """Text on the left, text on the right; the left gives way where both do not fit.

    A click on a key that it names, or on what is said of that, presses it.
    """

    DEFAULT_CSS = f"TextLine {{ height: 1; width: 1fr; padding: 0 {MARGIN}; }}"

    class Clicked(Message):
        """It was clicked where it names no key, once or (`again`) twice."""

        def __init__(self, line: TextLine, *, again: bool) -> None:
            super().__init__()
            self.line = line
            self.again = again

        @property
        def control(self) -> TextLine:
            """The line, by which handlers choose."""
            return self.line

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id)
        self._looks = WidgetLooks(self)
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
        return Strip(segments(row(self._left, self._right, width, self._looks)), width)

    def on_click(self, event: events.Click) -> None:
        key = self._key_at(event.x - self.gutter.left)
        if key is None:
            self.post_message(self.Clicked(self, again=event.chain > 1))
        else:
            press(self, key)

    def _key_at(self, x: int) -> tuple[str, str | None] | None:
        """The key that is named there, or whose words stand there."""
        width = self.content_size.width
        left, right = sides(self._left, self._right, width)
        at_right = width - sum(cell_len(one.shown) for one in right)
        return key_at(left, x) or key_at(right, x - at_right)


def press(widget: Widget, key: tuple[str, str | None]) -> None:
    """Press a key that was clicked: it goes the way of all keys, after what was typed before."""
    app = widget.app
    if not (writes(key[0]) and hasattr(app.focused, "cursor_blink")):  # in a field it would be written
        app.post_message(events.Key(*key))
