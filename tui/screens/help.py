"""The help: what can be done here and now, what the signs mean, and every key, to be searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui.bindings import bindings
from tui.keymap import Keymap
from tui.keys import HELP_KEYS
from tui.signs import UNICODE, Signs
from tui.widgets.inks import Inks
from tui.widgets.text_line import TextLine
from tui.words.applies import BoardSituation
from tui.words.help_page import HelpLine, help_lines, search
from tui.words.hints import FOUND_HINTS, HELP_HINTS, SEARCH_HINTS, row_of
from tui.words.lines import Piece, cut, cut_row, row_width, wrapped
from tui.words.offered_list import LONGEST_SEARCH

_WIDEST, _PADDING = 100, 4
"""Cells of the page, and how many of them stay free at its sides."""


class HelpText(Widget):
    """Rows of text, of which only those in sight are drawn."""

    DEFAULT_CSS = "HelpText { height: auto; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._inks = Inks(self)
        self._rows: Sequence[Sequence[Piece]] = ()

    def put(self, rows: Sequence[Sequence[Piece]]) -> None:
        """Show these rows."""
        self._rows = rows
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line for each row."""
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """One row, cut to the width."""
        width = self.content_size.width
        row = cut_row(self._rows[y] if y < len(self._rows) else (), width)
        segments = [Segment(text, self._inks.on_ground(tone)) for text, tone in row]
        return Strip([*segments, Segment(" " * (width - row_width(row)), self._inks.ground)], width)


class HelpScreen(ModalScreen[None]):
    """Begins with what can be done where it was asked for; letters behind the key of the search find more."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP_KEYS)]
    DEFAULT_CSS = f"""
    HelpScreen > VerticalScroll {{
        width: 100%; height: 1fr; padding: 1 {_PADDING // 2}; background: $surface;
        scrollbar-size-vertical: 1;
    }}
    """

    def __init__(
        self, keymap: Keymap, group: str = "", *, now: BoardSituation | None = None, signs: Signs = UNICODE
    ) -> None:
        """`group`: the title of the page that asks, "" for the board; `now`: what the board shows then."""
        super().__init__(classes="-page")
        self._keymap = keymap
        self._whole = help_lines(keymap, signs, group, now)
        self._text = HelpText()
        self.looked_for = ""
        """What is looked for; blank where all is shown."""
        self._drawn = "", 0
        """What was looked for when the lines were drawn, and how wide they were."""
        self._typing = False
        """Whether what is typed is looked for."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield self._text
        yield TextLine(id="help-keys")

    def on_mount(self) -> None:
        self._paint()

    def on_resize(self) -> None:
        self._paint()

    @property
    def lines(self) -> Sequence[HelpLine]:
        """What is shown."""
        return search(self._whole, self.looked_for)

    def _paint(self) -> None:
        width = min(_WIDEST, self.app.size.width) - _PADDING - 2
        lines = self.lines
        if self._drawn != (self.looked_for, width):
            self._drawn = self.looked_for, width
            self._text.put(drawn(lines, max(8, width)))
        line = self.query_one("#help-keys", TextLine)
        if self._typing:
            found = "" if lines else "nothing fits  "
            line.say([(f"Search: {self.looked_for}_  {found}", "plain"), *row_of(SEARCH_HINTS, self._keymap)])
        else:
            line.say(row_of(FOUND_HINTS if self.looked_for else HELP_HINTS, self._keymap))

    # Searching

    def on_key(self, event: events.Key) -> None:
        """While something is looked for, all that writes is written."""
        if not self._typing:
            return
        if event.key == "backspace":
            self._look_for(self.looked_for[:-1])
        elif event.is_printable and event.character:
            self._look_for(f"{self.looked_for}{event.character}"[:LONGEST_SEARCH])
        else:
            return
        event.stop()
        event.prevent_default()

    def _look_for(self, words: str) -> None:
        self.looked_for = words
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self._paint()

    def action_search(self) -> None:
        """Look for what is typed from now on."""
        self._typing = True
        self._paint()

    def action_found(self) -> None:
        """Type no more; what was found stays."""
        self._typing = False
        self._paint()

    def action_back(self) -> None:
        """From what was looked for to all of it, from there back."""
        if not self._typing and not self.looked_for:
            self.dismiss(None)
            return
        self._typing = False
        self._look_for("")

    # Scrolling

    def action_scroll(self, by: int) -> None:
        """A few lines further."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """A page further."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_page_down(animate=False) if by > 0 else scroll.scroll_page_up(animate=False)

    def action_edge(self, end: int) -> None:
        """The top, or the end."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_home(animate=False) if end < 0 else scroll.scroll_end(animate=False)


def drawn(lines: Sequence[HelpLine], width: int) -> list[Sequence[Piece]]:
    """The lines in that many cells: keys in a column of their own, the rest wrapped.

    A blank line stands before each heading but the first.
    """
    widest = max((cell_len(line.left) for line in lines if line.kind == "entry"), default=0)
    left = min(widest, width // 4)
    found: list[Sequence[Piece]] = []
    for place, line in enumerate(lines):
        if line.kind == "heading":
            found += [()] if place else []
            found.append([(cut(show(line.words), width), "title")])
        elif line.kind == "text":
            found += [[(f"  {row}", "plain")] for row in wrapped(show(line.words), width - 2)]
        else:
            found += _entry(line, left, width)
    return found


def _entry(line: HelpLine, left: int, width: int) -> list[Sequence[Piece]]:
    """A key and what it does; where the key is too wide for its column, that stands below it."""
    rows = wrapped(show(line.words), max(1, width - left - 5)) or [""]
    below = [[(" " * (left + 5) + row, "plain")] for row in rows]
    key: list[Piece] = [("  ", "plain"), (line.left, "key")]
    over = left - cell_len(line.left)
    if over < 0:
        return [key, *below]
    return [[*key, (" " * (over + 3) + rows[0], "plain")], *below[1:]]
