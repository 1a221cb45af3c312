"""Rows of text below one another, some of which stand for something: the cursor goes from one of these on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region

from tui import tones
from tui.widgets.row_lines import RowLines, StyledLine
from tui.words.lines import MARGIN

_WIDEST = 96
"""Cells of a text that is easily read; what is left of a wider page stays free."""
_STYLES = tones.styles()


class ToneRow(Protocol):
    """A row with its tone."""

    @property
    def tone(self) -> str:
        """By its name in `tui.tones`."""


Row = TypeVar("Row", bound=ToneRow)


class RowPage(VerticalScroll, Generic[Row], can_focus=False):
    """Shows rows and where the cursor is; scrolls so that its row is in sight."""

    DEFAULT_CSS = f"""
    RowPage {{
        width: 100%; height: 1fr; padding: 1 {MARGIN}; background: $surface; scrollbar-size-vertical: 1;
    }}
    """

    def __init__(
        self,
        rows: Sequence[Row],
        row: int | None,
        *,
        key: Callable[[Row], str | None],
        lines: Callable[[Row, int], list[str]],
        below: int = 1,
    ) -> None:
        """`row`: on which the cursor is, if on any.

        `key` says for what a row stands, None for nothing; `lines` gives a row's lines at a width in cells,
        `below` how many lines below the cursor's row are to be in sight with it.
        """
        super().__init__()
        self.rows = rows
        self.row = row
        self._key = key
        self._lines = lines
        self._below = below
        self._text = RowLines()
        self._known: tuple[Sequence[Row], int, Sequence[Sequence[str]]] | None = None
        """The rows that were laid out last, at which width, and their lines."""
        self._tops: list[int] = []
        """The first line of each row, and the one behind the last."""

    def compose(self) -> ComposeResult:
        yield self._text

    def on_mount(self) -> None:
        self.paint()

    def on_resize(self) -> None:
        self.call_after_refresh(self.paint)

    @property
    def current(self) -> str | None:
        """For what the cursor's row stands."""
        return None if self.row is None else self._key(self.rows[self.row])

    def put(self, rows: Sequence[Row], row: int | None) -> None:
        """Show other rows, with the cursor there."""
        self.rows, self.row = rows, row
        self.paint()

    def paint(self) -> None:
        """Show the rows as they are."""
        width, lines = self._width, list[StyledLine]()
        self._tops = []
        for place, (row, texts) in enumerate(zip(self.rows, self._laid_out(width), strict=True)):
            self._tops.append(len(lines))
            style = _STYLES[row.tone]
            if place == self.row:
                # The cursor's ground goes on to where its lines could.
                texts = [line + " " * (width - cell_len(line)) for line in texts]
                style = f"{style} {_STYLES['cursor']}".strip()
            lines += [StyledLine(text, style) for text in texts]
        self._tops.append(len(lines))
        self._text.put(lines)

    def _laid_out(self, width: int) -> Sequence[Sequence[str]]:
        """The lines of each row: the cursor goes through thousands without their being laid out anew."""
        known = self._known
        if known is None or known[0] is not self.rows or known[1] != width:
            known = self._known = self.rows, width, [self._fitting(row, width) for row in self.rows]
        return known[2]

    def _fitting(self, row: Row, width: int) -> Sequence[str]:
        """The lines of one row, a word that is too long for any of them broken."""
        return [
            piece
            for line in self._lines(row, width)
            for piece in (
                [line] if cell_len(line) <= width else [one.plain for one in Content(line).wrap(width)]
            )
        ]

    def go(self, by: int) -> bool:
        """The cursor to the next or previous row that stands for something; else the page scrolls.

        Returns whether the cursor has moved.
        """
        beyond = [
            place
            for place, row in enumerate(self.rows)
            if self._key(row) is not None and (self.row is None or (place - self.row) * by > 0)
        ]
        if not beyond:
            self.scroll_relative(y=by * 3, animate=False)
            return False
        self._to(beyond[0] if by > 0 else beyond[-1])
        return True

    def edge(self, end: int) -> None:
        """The cursor to the first (-1) or last (1) row that stands for something; the page likewise."""
        places = [place for place, row in enumerate(self.rows) if self._key(row) is not None]
        if places:
            self._to(places[0] if end < 0 else places[-1])
        self.scroll_home(animate=False) if end < 0 else self.scroll_end(animate=False)

    def _to(self, row: int) -> None:
        self.row = row
        self.paint()
        above, below = self._tops[row : row + 2]
        self.scroll_to_region(Region(0, above, 1, below - above + self._below), animate=False)

    def turn(self, by: int) -> None:
        """A page further."""
        self.scroll_page_down(animate=False) if by > 0 else self.scroll_page_up(animate=False)

    @property
    def _width(self) -> int:
        # Before it has been laid out it is as wide as the window lets it be; a cell stays free at its edge.
        laid_out = self.scrollable_content_region.width
        return max(1, min(_WIDEST, (laid_out or self.app.size.width - 2 * MARGIN - 1) - 1))
