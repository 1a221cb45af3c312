"""The two places to type in: one line, and several. Both keep out what may not be stored, and say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.widgets import Input, TextArea

from store.text import clean, show
from tui.forms.completion import Completion, next_line
from tui.forms.entry import left_out
from tui.widgets.in_turn import InTurn, actions_of, delete_to_line_end, put


class OneLine(InTurn, Input):
    """One line of text."""

    OWN = actions_of(Input.BINDINGS)

    DEFAULT_CSS = """
    OneLine, OneLine.-textual-compact {
        background: $surface; height: 1; padding: 0 0 0 1; border: none; text-style: $field-style;
    }
    OneLine:focus, OneLine.-textual-compact:focus { background: $boost; background-tint: $foreground 8%; }
    """

    def __init__(self, text: str = "", known: Sequence[str] = ()) -> None:
        """`known` completes what is typed."""
        fit = [one for one in dict.fromkeys(known) if one and one == clean(one) == show(one)]
        super().__init__(
            text, compact=True, select_on_focus=False, suggester=Completion(fit) if fit else None
        )
        self.cursor_blink = False
        self.pasted: Callable[[str], bool] = lambda text: False
        """Given each paste; whether it was taken, and is not to be written here."""
        self.remarked: Callable[[str], None] = lambda words: None
        """Given what is to be said of a text that came in."""

    @property
    def written(self) -> str:
        """What stands in it, fit to be stored."""
        return clean(self.value)

    def action_cursor_right(self, select: bool = False) -> None:
        """A place to the right, or, at the end, what completes the line, as it is known."""
        before = self.value
        super().action_cursor_right(select)
        if self.value != before and isinstance(self.suggester, Completion):
            self.value = self.suggester.whole(self.value)
            self.cursor_position = len(self.value)

    def write(self, text: str) -> None:
        """Write in the line."""
        put(self, clean(text))

    def put(self, text: str) -> None:
        """Let it hold another text, which the next key must not replace."""
        self.select_on_focus = False
        self.value = clean(text)
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        """Take all of a paste, where the framework would take its first line only."""
        event.stop()
        event.prevent_default()
        if self.pasted(event.text):
            return
        kept = clean(event.text.strip("\r\n"))
        self.remarked(left_out(event.text.strip("\r\n"), kept, lines=False))
        self.replace(kept, *sorted(self.selection))


class ManyLines(InTurn, TextArea):
    """Several lines of text; beyond its very beginning and end the arrows go on to the next field."""

    OWN = actions_of(TextArea.BINDINGS)

    DEFAULT_CSS = """
    ManyLines {
        background: $surface; padding: 0 0 0 1; border: none; height: auto; text-style: $field-style;
    }
    ManyLines:focus { background: $boost; background-tint: $foreground 8%; border: none; }
    """

    def __init__(self, text: str = "", offers: Callable[[], Sequence[str]] = lambda: ()) -> None:
        """`offers` gives whole lines to choose from."""
        self._offers = offers
        super().__init__(text, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False
        self.remarked: Callable[[str], None] = lambda words: None
        """Given what is to be said of a text that came in."""
        self.pasted: Callable[[str], bool] = lambda text: False
        """Given each paste; whether it was taken, and is not to be written here."""
        self.leave: Callable[[int], None] = lambda by: None
        """Called to go on to the next field, or the one before."""

    def on_mount(self) -> None:
        self.move_cursor(self.document.end)

    def on_focus(self) -> None:
        self.update_suggestion()

    def update_suggestion(self) -> None:
        """Show how the line may go on, of what is known."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        ends = column == len(line) and self.selection.is_empty
        self.suggestion = next_line(line, self.document.lines, self._offers()) if ends else ""

    def action_cursor_up(self, select: bool = False) -> None:
        """A line up; from the first one to its beginning, and from there to the field before."""
        if select or self._row > 0:
            super().action_cursor_up(select)
        elif self.cursor_location != (0, 0):
            self.move_cursor((0, 0))
        else:
            self.leave(-1)

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down; from the last one to its end, and from there to the next field."""
        if select or self._row < self.wrapped_document.height - 1:
            super().action_cursor_down(select)
        elif self.cursor_location != self.document.end:
            self.move_cursor(self.document.end)
        else:
            self.leave(1)

    async def action_delete_to_end_of_line_or_delete_line(self) -> None:
        """Delete to the line's end, however the window wraps it."""
        delete_to_line_end(self)

    def write(self, text: str) -> None:
        """Write in the place of what is selected."""
        self.replace(clean(text, lines=True), *self.selection, maintain_selection_offset=False)
        self.call_after_refresh(self.scroll_cursor_visible)  # how far the text goes is known only then

    def put(self, text: str) -> None:
        """Let it hold another text."""
        self.text = clean(text, lines=True)
        self.move_cursor(self.document.end)

    @property
    def written(self) -> str:
        """What stands in it, fit to be stored."""
        return clean(self.text, lines=True)

    def new_line(self) -> None:
        """Begin a new line in the place of what is selected."""
        self.replace("\n", *self.selection, maintain_selection_offset=False)

    @property
    def _row(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste without what may not be stored."""
        event.stop()
        event.prevent_default()
        if self.pasted(event.text):
            return
        kept = clean(event.text, lines=True)
        self.remarked(left_out(event.text, kept, lines=True))
        found = self.replace(kept, *self.selection)
        self.move_cursor(found.end_location)
