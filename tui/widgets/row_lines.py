"""Lines of a text that may be thousands: only those in sight are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from textual.content import Content
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget


class DrawnLine(Protocol):
    """One line."""

    @property
    def text(self) -> str:
        """What it says."""

    def content(self) -> Content:
        """The same with its styles; asked for only when it is in sight."""


class StyledLine(NamedTuple):
    """A line, and the style of all of it; blank for none."""

    text: str
    style: str

    def content(self) -> Content:
        """The line in its style."""
        return Content.styled(self.text, self.style) if self.style else Content(self.text)


_BEYOND = StyledLine("", "")


class RowLines(Widget):
    """Draws line by line what a text widget would lay out as a whole before anything of it is seen."""

    DEFAULT_CSS = "RowLines { width: 1fr; height: auto; }"

    def __init__(self, own_id: str | None = None) -> None:
        super().__init__(id=own_id)
        self._lines: Sequence[DrawnLine] = ()

    def put(self, lines: Sequence[DrawnLine]) -> None:
        """Show these, each of which fits."""
        taller = len(lines) != len(self._lines)
        self._lines = lines
        self.refresh(layout=taller)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row for each line."""
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """One line, with what of it is selected."""
        line = (self._lines[y] if y < len(self._lines) else _BEYOND).content()
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(y)) is not None:
            start, end = span
            selected = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            line = line.stylize(selected, start, len(line) if end < 0 else end)
        width, ground = self.size.width, self.visual_style
        strips = Visual.to_strips(self, line, width, 1, ground, apply_selection=False, pad=True)
        return strips[0].apply_offsets(0, y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that is selected, and what ends its lines."""
        return selection.extract("\n".join(line.text for line in self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected now."""
        self.refresh()
