"""One line of text in several tones; drawn again only when what it says has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui.key_names import pressed, writes
from tui.widgets.inks import Inks
from tui.words.lines import MARGIN, Piece, cut

_TONES = {"warn": "urgent"}
"""The tones of its pieces that are others here: what warns in a single line has to stand out."""


class Fitted(NamedTuple):
    """A piece of a line as much as is shown of it, and whole."""

    shown: str
    text: str
    tone: str


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
        self._inks = Inks(self)
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
        left, right = ([Segment(one.shown, self._style(one.tone)) for one in side] for side in self._fitted())
        gap = self.content_size.width - sum(cell_len(one.text) for one in (*left, *right))
        return Strip([*left, Segment(" " * gap, self._inks.ground), *right], self.content_size.width)

    def _fitted(self) -> tuple[list[Fitted], list[Fitted]]:
        """What is shown of both sides."""
        width = self.content_size.width
        right = fitted(self._right, width)
        room = width - sum(cell_len(one.shown) for one in right)
        return fitted(self._left, room - 1 if right else room), right

    def on_click(self, event: events.Click) -> None:
        key = self._key_at(event.x - self.gutter.left)
        if key is None:
            self.post_message(self.Clicked(self, again=event.chain > 1))
        else:
            press(self, key)

    def _key_at(self, x: int) -> tuple[str, str | None] | None:
        """The key that is named there, or whose words stand there."""
        left, right = self._fitted()
        at_right = self.content_size.width - sum(cell_len(one.shown) for one in right)
        return key_at(left, x) or key_at(right, x - at_right)

    def _style(self, tone: str) -> Style:
        return self._inks.ground if tone == "plain" else self._inks.on_ground(_TONES.get(tone, tone))


def press(widget: Widget, key: tuple[str, str | None]) -> None:
    """Press a key that was clicked: it goes the way of all keys, after what was typed before."""
    app = widget.app
    if not (writes(key[0]) and hasattr(app.focused, "cursor_blink")):  # in a field it would be written
        app.post_message(events.Key(*key))


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
