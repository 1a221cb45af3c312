"""Choosing from a list: cursor, digits, typing what is looked for, scrolling. Drawn by who holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from rich.cells import cell_len
from textual import events

from store.text import show
from tui.key_names import named_parts
from tui.keymap import Keymap
from tui.words.lines import cut_row, row_width
from tui.words.offered_list import LONGEST_SEARCH, Line, ListRow, Offered, OfferedList

Pressed: TypeAlias = int | Literal["back", "seen"]
"""What a key came to: the place of what was chosen, the way out, or another look of the list at most."""
BACK, TAKE, SEARCH = "question.back", "question.take", "question.search"
UP, DOWN, PAGE_UP, PAGE_DOWN = "question.up", "question.down", "question.page_up", "question.page_down"
_LEAST_WORDS = 16
"""Cells of a row's words that what stands at the right edge leaves."""


class Picking:
    """A list that is chosen from, in as many rows as it is given.

    The first nine have digits; every letter looks for what it begins, and then all that is typed does.
    """

    def __init__(self, keymap: Keymap, offered: Sequence[Offered] = (), *, typing: bool = False) -> None:
        """`typing`: everything typed is looked for from the beginning, and the way out leads out at once."""
        self._keymap = keymap
        self._typing = typing
        self._list = OfferedList(offered, numbered=not typing)
        self._top = 0
        """How many rows are above the first that is shown."""
        self._room = 3
        if typing:
            self._list.look_for("")

    def __len__(self) -> int:
        return len(self._list)

    @property
    def rows(self) -> Sequence[ListRow]:
        """All rows of what is looked for."""
        return self._list.rows

    @property
    def at(self) -> int | None:
        """The place of what the cursor is on."""
        return self._list.at

    @property
    def looked_for(self) -> str | None:
        """What is looked for; None where all are shown."""
        return self._list.looked_for

    # Keys

    def press(self, event: events.Key) -> Pressed:
        """What this key does; the list has changed by it where it was not chosen from."""
        key = event.key
        if self._types(event):
            return "seen"
        if key in self._own(BACK):
            if self.looked_for is None or self._typing:
                return "back"
            self.look_for(None)
        elif by := self._moves(key):
            self._list.move(by)
        elif key in self._own(TAKE):
            return "seen" if self.at is None else self.at
        elif key in self._own(SEARCH):
            self.look_for("")
        else:
            return self._list.keys().get(event.character or "", "seen")
        self._keep_in_sight()
        return "seen"

    def _types(self, event: events.Key) -> bool:
        """Whether a key is for what is looked for: every letter, and all that writes once there is one."""
        looked_for = self.looked_for
        if looked_for is not None and event.key == "backspace":
            self.look_for(looked_for[:-1] if looked_for or self._typing else None)
            return True
        written = event.character if event.is_printable else None
        if not written or (looked_for is None and not written.isalpha()):
            return False
        if looked_for is None and any(event.key in self._own(one) for one in (UP, DOWN, PAGE_UP, PAGE_DOWN)):
            return False
        self.write(written)
        return True

    def write(self, text: str) -> None:
        """Look for this, behind what is looked for already."""
        if text.isprintable():
            self.look_for(f"{self.looked_for or ''}{text}"[:LONGEST_SEARCH])

    def look_for(self, words: str | None) -> None:
        """Show what has these words in it, from the top; None: all."""
        self._list.look_for(words)
        self._top = 0

    def _moves(self, key: str) -> int:
        """How far a key moves the cursor."""
        steps = {UP: -1, DOWN: 1, PAGE_UP: -self._shown_rows, PAGE_DOWN: self._shown_rows}
        return next((by for key_id, by in steps.items() if key in self._own(key_id)), 0)

    def _own(self, key_id: str) -> list[str]:
        """What is pressed for it: the user's own keys."""
        return named_parts(self._keymap.key(key_id).keys)

    def scroll(self, by: int) -> None:
        """Move the cursor by so many, as the wheel of a mouse does."""
        self._list.move(by)
        self._keep_in_sight()

    # Rows

    def fit(self, room: int) -> int:
        """Take no more rows than these, with the cursor among them; how many it takes."""
        self._room = max(1, room)
        self._keep_in_sight()
        return min(len(self.rows), self._room)

    def _keep_in_sight(self) -> None:
        here = self._list.row
        # The heading above the first of a group stays with it.
        above = here - 1 if here and self.rows[here - 1].place is None else here
        self._top = max(min(self._top, above, self._most), here - self._shown_rows + 1, 0)

    @property
    def _most(self) -> int:
        """How many rows can be above, if the last is shown; none where all are."""
        return max(0, len(self.rows) - self._shown_rows)

    @property
    def _shown_rows(self) -> int:
        """How many rows are shown: where not all fit, the last line says how many more."""
        return self._room if len(self.rows) <= self._room else max(1, self._room - 1)

    def place_at(self, y: int) -> int | None:
        """The place of what stands in that line, counted from the first one shown; None for a heading."""
        shown = self.rows[self._top : self._top + self._shown_rows]
        return shown[y].place if 0 <= y < len(shown) else None

    def lines(self, width: int) -> list[Line]:
        """The rows that are shown, `width` cells wide; below them how many more there are."""
        shown = self.rows[self._top : self._top + self._shown_rows]
        lines = [self._with_cursor(row, _whole(row, width)) for row in shown]
        if self._most and self._room > 1:
            lines.append(self._left_out(len(self.rows) - self._top - len(shown)))
        return lines

    def _left_out(self, below: int) -> Line:
        more: Line = [("  ", "plain")]
        if below:
            more += [(self._keymap.say(DOWN), "key"), (f" {below} more  ", "plain")]
        if self._top:
            more += [(self._keymap.say(UP), "key"), (f" {self._top} above", "plain")]
        return more

    def _with_cursor(self, row: ListRow, line: Line) -> Line:
        on_it = row.place is not None and row.place == self._list.at
        return [(words, "here") for words, _ in line] if on_it else line

    def searching(self) -> Line:
        """What is looked for, and what can be done about it."""
        keys = self._keymap
        found: Line = [(keys.say(TAKE), "key"), (" takes it  ", "plain")]
        return [
            (f"Search: {show(self.looked_for or '')}_  ", "plain"),
            *(found if self.rows else [("nothing fits  ", "plain")]),
            (keys.say(BACK), "key"),
            (" shows all", "plain"),
        ]


def _whole(row: ListRow, width: int) -> Line:
    """A row with what stands at its right edge, if there is room for both."""
    room = width - cell_len(row.right) - 2 if row.right else width
    right = row.right if room >= _LEAST_WORDS else ""
    room = room if right else width
    line = cut_row(row.line, room)
    if right:
        line += [(" " * (room - row_width(line) + 1), "plain"), (f"{right} ", "key")]
    return line
