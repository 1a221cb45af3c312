"""The page of what was heard: every proposal, to be taken, changed or turned down by one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import tones
from tui.bindings import bindings
from tui.keys import HEARD_KEYS, Keymap
from tui.widgets.text_line import TextLine
from tui.words.card_page import PageRow
from tui.words.hints import HEARD_HINTS, row_of
from tui.words.lines import Piece

Do: TypeAlias = Callable[[str, str], object]
"""Has `take`, `change` or `drop` done to the proposal of that id."""
_STYLES = tones.styles(dim="faint")


class HeardScreen(ModalScreen[None]):
    """Shows the rows of all proposals; what becomes of one is done on the board behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HEARD_KEYS)]
    DEFAULT_CSS = """
    HeardScreen { align: center middle; }
    HeardScreen > VerticalScroll {
        width: 100%; max-width: 100; height: 1fr; padding: 1 2; background: $surface;
        scrollbar-size-vertical: 1;
    }
    HeardScreen > TextLine { max-width: 100; width: 100%; background: $panel; }
    """

    def __init__(
        self,
        rows: Callable[[], list[PageRow]],
        keymap: Keymap,
        *,
        do: Do,
        said: Callable[[], Piece | None] = lambda: None,
        pressed: Callable[[], None] = lambda: None,
    ) -> None:
        """`said` gives what is to be said instead of the keys, until the next is `pressed`."""
        super().__init__(classes="-page")
        self._keymap = keymap
        self._read_rows = rows
        self._do = do
        self._said = said
        self._pressed = pressed
        self.rows = rows()
        self.place = 0
        """Which proposal the cursor is on."""

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self._content(), id="page")
        yield TextLine(id="heard-keys")

    def on_mount(self) -> None:
        self.paint()
        self.set_interval(1, self.paint)

    def on_key(self) -> None:
        self._pressed()

    @property
    def proposals(self) -> list[str]:
        """The ids of the proposals, in the order in which they are shown."""
        return list(dict.fromkeys(row.event_id for row in self.rows if row.event_id is not None))

    def paint(self) -> None:
        """Show what there is, and what there is to say."""
        rows = self._read_rows()
        if rows != self.rows:
            self.rows = rows
        self.place = max(0, min(self.place, len(self.proposals) - 1))
        self.query_one("#page", Static).update(self._content())
        said = self._said()
        self.query_one("#heard-keys", TextLine).say(
            row_of(HEARD_HINTS, self._keymap) if said is None else [said]
        )

    def _content(self) -> Content:
        current = self.proposals[self.place] if self.proposals else None
        lines = []
        for row in self.rows:
            style = _STYLES[row.tone]
            if current is not None and row.event_id == current and row.tone == "strong":
                style = f"{style} reverse".strip()
            lines.append(Content.styled(row.text, style) if style else Content(row.text))
        return Content("\n").join(lines)

    def action_proposal(self, by: int) -> None:
        """The next or previous proposal."""
        self.place = max(0, min(self.place + by, len(self.proposals) - 1))
        self.paint()
        current = self.proposals[self.place] if self.proposals else None
        above = next((i for i, row in enumerate(self.rows) if row.event_id == current), 0)
        self.query_one(VerticalScroll).scroll_to_region(Region(0, above, 1, 3), animate=False)

    def action_page(self, by: int) -> None:
        """A page further."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_page_down(animate=False) if by > 0 else scroll.scroll_page_up(animate=False)

    def action_settle(self, name: str) -> None:
        """Have it taken, changed or turned down."""
        if self.proposals:
            self._do(name, self.proposals[self.place])

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)
