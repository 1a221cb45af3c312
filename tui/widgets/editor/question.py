"""A question asked in place, answered by one key; the clock goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui import tones
from tui.key_names import named, parts
from tui.keys import Keymap
from tui.terminal.burst import Burst
from tui.widgets.editor.offered_list import Line, Look, Offered, OfferedList, Row
from tui.widgets.in_turn import InTurn
from tui.words.lines import cut

Then: TypeAlias = Callable[[str | None], None]
"""What follows the answer to a question: it is given the id of the key pressed, None for the way out."""
Chosen: TypeAlias = Callable[[int | None], None]
"""What follows a choice from a list: its place among what was offered, None for the way out."""

BACK, UP, DOWN, TAKE = "question.back", "question.up", "question.down", "question.take"
PAGE_UP, PAGE_DOWN, SEARCH = "question.page_up", "question.page_down", "question.search"
_LONG = 9
"""A list of more says that it can be searched."""
_LONGEST_SEARCH = 60
"""Letters that can be looked for."""
_KEPT = 5
"""Rows of the editor that a list leaves to what is around it, and to the text."""


class AnswerKey(NamedTuple):
    """A key by its id in the table; and what it answers."""

    key: str
    words: str


class Question(InTurn, Widget, can_focus=True):
    """Asks one thing at a time; `esc` always answers nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"question--key", "question--heading", "question--here"}
    DEFAULT_CSS = f"""
    Question {{ height: 1; width: 1fr; padding: 0 2; display: none; text-style: bold; }}
    {tones.rule("Question > .question--key", "asked_key")}
    {tones.rule("Question > .question--heading", "dim")}
    {tones.rule("Question > .question--here", "current")}
    """

    def __init__(
        self,
        *,
        instead_of: Widget,
        home: Widget,
        keymap: Keymap,
        id: str,  # noqa: A002 - the framework's
    ) -> None:
        """It is shown instead of a line that says something else; the focus goes back to where it was, to
        `home` where it was nowhere."""
        super().__init__(id=id)
        self._instead_of = instead_of
        self._home = home
        self._back_to: Widget | None = None
        self._then: Then | None = None
        self._first: Line = []
        """The line of the question."""
        self._list = OfferedList()
        """What can be chosen; nothing where a question is answered by its keys."""
        self._top = 0
        """How many rows of a list are above the first that is shown."""
        self._keymap = keymap
        self._answers: Mapping[str, str] = {}
        """What each key answers that can be pressed."""

    def ask(
        self, words: str, answers: Sequence[AnswerKey], then: Then, *, way_out: str, also: Iterable[str] = ()
    ) -> None:
        """Ask on one line. `then` is called before the next key is looked at, and may ask again.

        `way_out` says what `esc` does; the keys in `also` answer too, without being named.
        """
        line: Line = [(show(words) + "  ", "plain")]
        for answer in answers:
            line += [
                (self._keymap.say(answer.key), "key"),
                (f" {show(answer.words)}  " if answer.words else " ", "plain"),
            ]
        keys = (*(answer.key for answer in answers), *also)
        self._list = OfferedList()
        self._open(line, {pressed: key for key in keys for pressed in self._own(key)}, then, way_out)

    def choose(self, words: str, offered: Sequence[Offered], chosen: Chosen, *, way_out: str) -> None:
        """Let one of a list be chosen, by its digit or letter, with the cursor, or by a search."""
        self._list, self._top = OfferedList(offered), 0
        line: Line = [
            (show(words) + "  ", "plain"),
            (self._keymap.say(TAKE), "key"),
            (" takes it  ", "plain"),
        ]
        if len(offered) > _LONG:
            line += [(self._keymap.say(SEARCH), "key"), (" search  ", "plain")]
        self._open(line, {}, lambda key: chosen(None if key is None else int(key)), way_out)

    def _open(self, line: Line, answers: Mapping[str, str], then: Then, way_out: str) -> None:
        if not self.display:
            self._back_to = self.screen.focused
        self._first = [*line, (self._keymap.say(BACK), "key"), (f" {way_out}", "plain")]
        self._answers, self._then = answers, then
        self.fit()
        self.display, self._instead_of.display = True, False
        self.refresh(layout=True)
        # At once: a key typed ahead must not go to the field before.
        self.screen.set_focus(self)

    def fit(self) -> None:
        """Take no more rows than the editor has for it, and keep the cursor among them."""
        here, rows = self._list.row, self._rows
        # The heading above the first of a group stays with it.
        above = here - 1 if here and rows[here - 1][0] is None else here
        self._top = max(min(self._top, above, self._most), here - self._shown_rows + 1, 0)
        self.styles.height = min(1 + len(rows), self._room)
        self.refresh()

    @property
    def _rows(self) -> Sequence[Row]:
        return self._list.rows

    @property
    def _room(self) -> int:
        return max(3, self.parent.size.height - _KEPT) if isinstance(self.parent, Widget) else 3

    @property
    def _most(self) -> int:
        """How many rows can be above, if the last is shown; none where all are."""
        return max(0, len(self._rows) - self._shown_rows)

    @property
    def _shown_rows(self) -> int:
        """How many rows of a list are shown: where not all fit, the last line says how many more."""
        room = self._room - 1
        return room if len(self._rows) <= room else room - 1

    @property
    def _lines(self) -> list[Line]:
        shown = self._rows[self._top : self._top + self._shown_rows]
        first = self._first if self._list.looked_for is None else self._searching(self._list.looked_for)
        lines = [first, *(self._with_cursor(place, line) for place, line in shown)]
        if self._most:
            below = len(self._rows) - self._top - len(shown)
            more: Line = [("  ", "plain")]
            if below:
                more += [(self._keymap.say(DOWN), "key"), (f" {below} more  ", "plain")]
            if self._top:
                more += [(self._keymap.say(UP), "key"), (f" {self._top} above", "plain")]
            lines.append(more)
        return lines

    def _searching(self, words: str) -> Line:
        keys = self._keymap
        found: Line = [(keys.say(TAKE), "key"), (" takes it  ", "plain")]
        return [
            (f"Search: {show(words)}_  ", "plain"),
            *(found if self._rows else [("nothing fits  ", "plain")]),
            (keys.say(BACK), "key"),
            (" shows all", "plain"),
        ]

    def _with_cursor(self, place: int | None, line: Line) -> Line:
        on_it = place is not None and place == self._list.at
        return [(words, "here") for words, _ in line] if on_it else line

    def close(self) -> None:
        """Ask no more; what stands here is not answered."""
        if self.display:
            self._then = None
            self.display, self._instead_of.display = False, True

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join("".join(words for words, _ in line).rstrip() for line in self._lines)

    async def on_burst(self, event: Burst) -> None:
        """Swallow it: nobody has answered; while a list is searched, look for it."""
        if self._list.looked_for is not None:
            await super().on_burst(event)
        event.prevent_default()

    def write(self, text: str) -> None:
        """Look for what is typed in a list."""
        if self._list.looked_for is not None and text.isprintable():
            self._look_for(f"{self._list.looked_for}{text}"[:_LONGEST_SEARCH])

    def _look_for(self, words: str | None) -> None:
        self._list.look_for(words)
        self._top = 0
        self.fit()
        self.refresh(layout=True)

    async def act(self, event: events.Key) -> bool:
        """Answer; every other key is swallowed, so that it cannot act on what is behind."""
        if self._list.looked_for is not None and self._typed(self._list.looked_for, event):
            return True
        if event.key in self._own(BACK):
            self._answer(None)
        elif not self._list:
            if answer := self._answers.get(event.key) or self._answers.get(event.character or ""):
                self._answer(answer)
        elif by := self._moves(event.key):
            self._list.move(by)
            self.fit()
        elif event.key in self._own(TAKE):
            if self._list.at is not None:
                self._answer(str(self._list.at))
        elif event.key in self._own(SEARCH):
            self._look_for("")
        elif (place := self._list.keys().get(event.character or "")) is not None:
            self._answer(str(place))
        return True

    def _typed(self, looked_for: str, event: events.Key) -> bool:
        """Whether a key was for the words that are looked for; a letter is, whatever else it may do."""
        if event.is_printable and event.character:
            self.write(event.character)
        elif event.key == "backspace":
            self._look_for(looked_for[:-1] if looked_for else None)
        elif event.key in self._own(BACK):
            self._look_for(None)
        else:
            return False
        return True

    def _moves(self, key: str) -> int:
        """How far a key moves the cursor of a list."""
        steps = {UP: -1, DOWN: 1, PAGE_UP: -self._shown_rows, PAGE_DOWN: self._shown_rows}
        return next((by for key_id, by in steps.items() if key in self._own(key_id)), 0)

    def _answer(self, key: str | None) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(key)
        if self._then is None:
            self.close()
            self.screen.set_focus(self._back_to or self._home)

    def _own(self, key: str) -> list[str]:
        """What is pressed for it: the user's own keys."""
        return [*map(named, parts(self._keymap.key(key).keys))]

    def render_line(self, y: int) -> Strip:
        """One line of it, cut to the width."""
        width = room = self.content_size.width
        segments: list[Segment] = []
        lines = self._lines
        for words, look in lines[y] if y < len(lines) else ():
            shown = cut(words, room)
            room -= cell_len(shown)
            segments.append(Segment(shown, self._style(look)))
        return Strip([*segments, Segment(" " * room, self.rich_style)], width)

    def _style(self, look: Look) -> Style:
        return self.rich_style if look == "plain" else self.get_component_rich_style(f"question--{look}")
