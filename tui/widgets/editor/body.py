"""The field the message is written in, plain text with its open gaps and findings marked in place; and the
pane it is read in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self, TypeAlias

from rich.text import Text
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from store.text import MAX_TEXT, clean, normal_breaks, show
from tui.widgets.in_turn import InTurn, actions_of, delete_to_line_end
from tui.widgets.inks import Inks

MarkTone: TypeAlias = Literal["gap", "must", "may"]
SCROLLING = {"question.up": -1, "question.down": 1, "question.page_up": -8, "question.page_down": 8}
"""The keys, by their ids, that move a text that is read, and by how many lines."""


class Mark(NamedTuple):
    """A stretch of the text, in characters, and what is the matter with it."""

    start: int
    end: int
    tone: MarkTone

    def within(self, others: Iterable[Mark]) -> bool:
        """Whether one of the others covers it."""
        return any(other.start <= self.start and self.end <= other.end for other in others)


class Body(InTurn, TextArea):
    """A text area without line numbers; what cannot be stored cannot be put in."""

    DEFAULT_CSS = """
    Body { background: transparent; padding: 0 2; }
    Body:ansi > .text-area--selection {
        color: $text; background: $background; text-style: reverse;
    }
    """

    _typed_in: int | None = None
    """While an edit is made that concerns one paragraph: its number."""

    OWN = {**actions_of(TextArea.BINDINGS), "ctrl+home": "edge(False)", "ctrl+end": "edge(True)"}

    @dataclass
    class LeftOut(Message):
        """Part of what was typed or pasted was left out."""

        why: str
        """One sentence for the user."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id, compact=True, highlight_cursor_line=False, placeholder="")
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self._inks = Inks(self)
        self._marks: tuple[Mark, ...] = ()
        self._by_line: dict[int, list[tuple[int, int, MarkTone]]] = {}

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, without control characters and within the length that is kept."""
        given = normal_breaks(edit.text)
        cleaned = clean(given, lines=True)
        why = ""
        if cleaned != unicodedata.normalize("NFC", given):
            why = "Control characters were left out."
        replaced = len(self.get_text_range(edit.top, edit.bottom))
        room = max(0, MAX_TEXT - len(self.text) + replaced)
        if len(cleaned) > room:
            cleaned = cleaned[:room]
            why = f"The text is full: {MAX_TEXT:,} characters are the most."
        edit.text = cleaned
        start = self._offset(edit.top)
        rows = {edit.top[0], edit.bottom[0], self.selection.start[0], self.selection.end[0]}
        if len(rows) == 1 and "\n" not in cleaned:
            self._typed_in = rows.pop()
        try:
            result = super().edit(edit)
            self._shift(start, replaced, len(cleaned))
        finally:
            self._typed_in = None
        if why:
            self.post_message(self.LeftOut(why))
        return result

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw again; for a letter only its own paragraph. Where others move by it, all is laid out again."""
        paragraph = self._typed_in
        if paragraph is not None and not (regions or layout or recompose):
            top = self.wrapped_document.location_to_offset((paragraph, 0)).y
            height = len(self.wrapped_document.get_offsets(paragraph)) + 1
            regions = (Region(0, top - self.scroll_offset.y, self.size.width, height),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def write(self, text: str) -> None:
        """Write where the cursor is, in the place of what is selected."""
        self.replace(text, *self.selection, maintain_selection_offset=False)
        self.call_after_refresh(self.scroll_cursor_visible)  # how far the text goes is known only then

    def _shift(self, start: int, replaced: int, inserted: int) -> None:
        """Move the marks behind an edit along with the text, so that a key redraws them only once."""
        end, by = start + replaced, inserted - replaced
        moved = (
            mark if mark.end <= start else mark._replace(start=mark.start + by, end=mark.end + by)
            for mark in self._marks
            if mark.end <= start or mark.start >= end
        )
        before, self._marks = self._by_line, tuple(moved)
        self._by_line = self._lines_of(self.text, self._marks)
        others = {*before, *self._by_line} - {self._typed_in}
        if any(before.get(line) != self._by_line.get(line) for line in others):
            self._typed_in = None  # a mark is gone that went further
            self.refresh()

    def put(self, text: str) -> None:
        """Another text in the place of this one; ctrl+z brings this one back."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()

    def mark_found(self, marks: Iterable[Mark]) -> None:
        """Mark these stretches as found in the text that stands here, and no others."""
        self._mark([*(mark for mark in self._marks if mark.tone == "gap"), *marks])

    def mark_gaps(self, gaps: Iterable[Mark]) -> None:
        """Mark these as the gaps; what was found before the last letter has moved with the text."""
        self._mark([*(mark for mark in self._marks if mark.tone != "gap"), *gaps])

    def _mark(self, marks: Sequence[Mark]) -> None:
        """Gaps are marked before all else; draws only where something is different."""
        gaps = [mark for mark in marks if mark.tone == "gap"]
        every = tuple(sorted({*(mark for mark in marks if not mark.within(gaps)), *gaps}))
        if every != self._marks:
            self._marks = every
            self._by_line = self._lines_of(self.text, every)
            self.notify_style_update()
            self.refresh()

    def _lines_of(self, text: str, marks: Iterable[Mark]) -> dict[int, list[tuple[int, int, MarkTone]]]:
        by_line: dict[int, list[tuple[int, int, MarkTone]]] = {}
        for mark in marks:
            for row, begin, end in self._rows(text, mark.start, mark.end):
                by_line.setdefault(row, []).append((begin, end, mark.tone))
        return by_line

    def select_stretch(self, start: int, end: int) -> None:
        """Select from one character to another, so that typing takes its place."""
        self.selection = Selection(self._location(start), self._location(end))
        self.scroll_cursor_visible()

    def action_edge(self, end: bool) -> None:
        """To the first character or behind the last."""
        self.move_cursor(self.document.end if end else (0, 0))

    async def action_delete_to_end_of_line_or_delete_line(self) -> None:
        """Delete to the line's end, however the window wraps it."""
        delete_to_line_end(self)

    @property
    def offset_of_cursor(self) -> int:
        """The character at which the selection, or the cursor, begins."""
        return self._offset(min(self.selection.start, self.selection.end))

    def on_resize(self) -> None:
        """Keep the cursor in sight: what the text wraps to is known only now."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def get_line(self, line_index: int) -> Text:
        """A line with its marks, but for a stretch that is selected: that is seen already."""
        line = super().get_line(line_index)
        first, last = sorted(self.selection)
        for begin, end, tone in self._by_line.get(line_index, ()):
            if first < (line_index, end) and (line_index, begin) < last:
                continue
            line.stylize(self._inks.alone(tone), begin, end)
        return line

    def _offset(self, location: Location) -> int:
        row, column = location
        return sum(len(self.document.get_line(above)) + 1 for above in range(row)) + column

    def _location(self, offset: int) -> Location:
        before = self.text[:offset]
        return before.count("\n"), offset - (before.rfind("\n") + 1)

    def _rows(self, text: str, start: int, end: int) -> Iterable[tuple[int, int, int]]:
        row, column = self._location(start)
        for part in text[start:end].split("\n"):
            yield row, column, column + len(part)
            row, column = row + 1, 0


class ReadingPane(TextArea, can_focus=False):
    """A text to be read, not written; it stands in the place of the field meanwhile."""

    def __init__(self, *, instead_of: Widget, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id, compact=True, read_only=True, show_cursor=False)
        self._instead_of = instead_of

    def read(self, text: str) -> None:
        """Show this text, from its first line where it is another than before."""
        text = show(text, lines=True)
        if self.text != text:
            self.load_text(text)
        self.display, self._instead_of.display = True, False

    def close(self) -> None:
        """Show the field again."""
        self.display, self._instead_of.display = False, True

    def scroll_by(self, key_id: str) -> None:
        """Move the text as one of the keys in `SCROLLING` says."""
        self.scroll_relative(y=SCROLLING[key_id], animate=False)
