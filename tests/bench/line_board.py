"""The bare board that ringback's keys are measured against: four columns on the line API, nothing else.

python -m tests.bench.line_board N    N cards
"""

import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

STAGES = ("Applied", "Screen", "Onsite", "Offer")
HIGH = 5
"""Lines of a card, with its border."""


class LineColumn(ScrollView, can_focus=True):
    """One column of cards; the cursor moves inside."""

    COMPONENT_CLASSES = {"line--on", "line--off"}
    DEFAULT_CSS = """
    LineColumn { width: 1fr; height: 1fr; }
    LineColumn > .line--on { background: $boost; color: $accent; }
    LineColumn > .line--off { color: $primary; }
    """

    def __init__(self, cards: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.cards = cards
        self.current = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(20, HIGH * len(self.cards))

    def move(self, by: int) -> None:
        """The cursor up or down."""
        before, self.current = self.current, max(0, min(len(self.cards) - 1, self.current + by))
        if before == self.current:
            return
        top, height = self.scroll_offset.y, self.size.height
        if self.current * HIGH < top:
            self.scroll_to(y=self.current * HIGH, animate=False)
        elif (self.current + 1) * HIGH > top + height:
            self.scroll_to(y=(self.current + 1) * HIGH - height, animate=False)
        for card in (before, self.current):
            self.refresh(Region(0, card * HIGH - self.scroll_offset.y, self.size.width, HIGH))

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        card, row = divmod(y + self.scroll_offset.y, HIGH)
        if card >= len(self.cards):
            return Strip.blank(width, self.rich_style)
        style = self.get_component_rich_style("line--on" if card == self.current else "line--off")
        inner = width - 2
        if row in (0, HIGH - 1):
            left, right = "╭╮" if row == 0 else "╰╯"
            text = left + "─" * inner + right
        else:
            text = f"│ {self.cards[card][row - 1][: inner - 2].ljust(inner - 2)} │"
        return Strip([Segment(text, style)], width)


class LineBoard(App[None]):
    """Four columns and the keys to move in them."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Horizontal { height: 1fr; } #head { height: 1; }"
    BINDINGS = [
        Binding("q", "quit", priority=True),
        Binding("j", "move(1)", priority=True),
        Binding("k", "move(-1)", priority=True),
        Binding("l", "column(1)", priority=True),
        Binding("h", "column(-1)", priority=True),
    ]

    def __init__(self, count: int) -> None:
        super().__init__()
        numbered = [
            (f"Company {i:05d}", "Senior Engineer, Platform", f"follow up in {i % 14} d")
            for i in range(count)
        ]
        self.columns = [LineColumn([*numbered[place :: len(STAGES)]]) for place in range(len(STAGES))]
        self.column = 0

    def compose(self) -> ComposeResult:
        yield Static("READY " + " | ".join(STAGES), id="head")
        yield Horizontal(*self.columns)

    def on_mount(self) -> None:
        self.columns[0].focus()

    def action_move(self, by: int) -> None:
        """The cursor up or down."""
        self.columns[self.column].move(by)

    def action_column(self, by: int) -> None:
        """The next column."""
        self.column = (self.column + by) % len(STAGES)
        self.columns[self.column].focus()


if __name__ == "__main__":
    LineBoard(int(sys.argv[1])).run()
