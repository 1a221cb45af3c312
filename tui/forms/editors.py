"""The two places to type in: one line, and several. Both keep out what may not be stored, and say so."""

from __future__ import annotations

import unicodedata

from textual import events
from textual.widgets import Input, TextArea

from store.text import clean, show
from tui.forms.completion import Completion
from tui.forms.fields import Line, Lines
from tui.widgets.in_turn import InTurn, actions_of, delete_to_line_end, put


def left_out(before: str, after: str, *, lines: bool) -> str:
    """What is said where `clean` has changed a text; blank where only its encoding is another."""
    if unicodedata.normalize("NFC", before.replace("\r\n", "\n").replace("\r", "\n")) == after:
        return ""
    if not lines and "\n" in before.replace("\r", "\n").strip("\n"):
        return "Line breaks became spaces: this is one line."
    gone = max(1, len(before) - len(after))
    return f"{gone} {'character' if gone == 1 else 'characters'} left out that cannot be kept."


class OneLine(InTurn, Input):
    """One line of text."""

    OWN = actions_of(Input.BINDINGS)

    DEFAULT_CSS = """
    OneLine, OneLine.-textual-compact { background: $surface; height: 1; padding: 0; border: none; }
    OneLine:focus, OneLine.-textual-compact:focus { background: $boost; background-tint: $foreground 8%; }
    """

    def __init__(self, field: Line) -> None:
        fit = [one for one in dict.fromkeys(field.suggest) if one and one == clean(one) == show(one)]
        super().__init__(
            clean(field.value),
            compact=True,
            select_on_focus=field.replace,
            suggester=Completion(fit) if fit else None,
        )
        self.cursor_blink = False
        self.said = left_out(field.value, self.value, lines=False)

    @property
    def text(self) -> str:
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
        """Let it hold a text that was typed in it earlier, which the next key must not replace."""
        self.select_on_focus = False
        self.value = clean(text)
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        """Take all of a paste, where the framework would take its first line only."""
        event.stop()
        event.prevent_default()
        kept = clean(event.text.strip("\r\n"))
        self.said = left_out(event.text.strip("\r\n"), kept, lines=False)
        self.replace(kept, *sorted(self.selection))


class ManyLines(InTurn, TextArea):
    """Several lines of text; at its first and last line the arrows go on to the next field."""

    OWN = actions_of(TextArea.BINDINGS)

    DEFAULT_CSS = """
    ManyLines { background: $surface; padding: 0; border: none; height: auto; max-height: 8; }
    ManyLines:focus { background: $boost; background-tint: $foreground 8%; border: none; }
    """

    def __init__(self, field: Lines) -> None:
        value = clean(field.value, lines=True)
        super().__init__(value, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False
        self.said = left_out(field.value, value, lines=True)
        self.styles.min_height = field.rows

    def on_mount(self) -> None:
        self.move_cursor(self.document.end)

    def action_cursor_up(self, select: bool = False) -> None:
        """A line up, or to the field before."""
        if not select and self._row == 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down, or to the next field."""
        if not select and self._row >= self.wrapped_document.height - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    async def action_delete_to_end_of_line_or_delete_line(self) -> None:
        """Delete to the line's end, however the window wraps it."""
        delete_to_line_end(self)

    def write(self, text: str) -> None:
        """Write where the cursor is, in the place of what is selected."""
        self.replace(clean(text, lines=True), *self.selection, maintain_selection_offset=False)
        self.call_after_refresh(self.scroll_cursor_visible)  # how far the text goes is known only then

    def put(self, text: str) -> None:
        """Let it hold a text that was typed in it earlier."""
        self.text = clean(text, lines=True)
        self.move_cursor(self.document.end)

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
        kept = clean(event.text, lines=True)
        self.said = left_out(event.text, kept, lines=True)
        found = self.replace(kept, *self.selection)
        self.move_cursor(found.end_location)
