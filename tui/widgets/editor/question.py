"""A question asked in place, answered by one key; the clock goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui.bindings import keymap_of
from tui.key_names import named, parts
from tui.keys import QUESTION_KEYS, Keymap
from tui.widgets.in_turn import InTurn
from tui.words.cut import cut

ROWS = {key.keys: key for key in QUESTION_KEYS}
"""Answers for which the user may have keys of their own, by the keys as they come."""


class Answer(NamedTuple):
    """A key as it comes, by the framework's name, how it is written for people, and what it answers."""

    key: str
    shown: str
    words: str


class Question(InTurn, Widget, can_focus=True):
    """Asks one thing at a time; `esc` always answers nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"question--key"}
    DEFAULT_CSS = """
    Question {
        height: 1; width: 1fr; padding: 0 1; display: none; text-style: bold;
        & > .question--key { color: $text-accent; text-style: bold reverse; }
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id)
        self._lines: list[list[tuple[str, bool]]] = []
        self._keymap = Keymap()
        self._offered: Mapping[str, str] = {}
        """What each key answers that can be pressed."""
        self._answered: Callable[[str | None], None] = lambda key: None

    def ask(
        self,
        words: str,
        answers: Sequence[Answer],
        answered: Callable[[str | None], None],
        *,
        way_out: str,
        as_list: bool = False,
        also: Iterable[str] = (),
    ) -> None:
        """Show a question: on one line, or with each answer on a line of its own.

        `answered` is called with the key pressed, None for `esc`, before the next key is looked at. `way_out`
        says what `esc` does; the keys in `also` answer too, without being named.
        """
        self._keymap = keymap_of(self.app)
        first = [(show(words) + "  ", False)]
        rows = [[(self._say(one), True), (f" {show(one.words)}  ", False)] for one in answers]
        escape = [(self._keymap.say("question.back"), True), (f" {way_out}", False)]
        if as_list:
            self._lines = [first + escape, *rows]
        else:
            self._lines = [[*first, *(piece for row in rows for piece in row), *escape]]
        self._answered = answered
        self._offered = {
            pressed: key for key in (*(one.key for one in answers), *also) for pressed in self._own(key)
        }
        self.styles.height = len(self._lines)
        self.display = True
        self.refresh(layout=True)

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join("".join(words for words, _ in line).rstrip() for line in self._lines)

    async def act(self, event: events.Key) -> bool:
        """Answer; every other key is swallowed, so that it cannot act on what is behind."""
        if event.key in self._own("escape"):
            self._answered(None)
        elif answer := self._offered.get(event.key) or self._offered.get(event.character or ""):
            self._answered(answer)
        return True

    def _say(self, answer: Answer) -> str:
        return self._keymap.say(ROWS[answer.key].id) if answer.key in ROWS else answer.shown

    def _own(self, key: str) -> list[str]:
        """The user's own keys in the place of that one."""
        return [*map(named, parts(self._keymap.key(ROWS[key].id).keys))] if key in ROWS else [key]

    def render_line(self, y: int) -> Strip:
        """One line of it, cut to the width."""
        width = room = self.content_size.width
        segments: list[Segment] = []
        for words, is_key in self._lines[y] if y < len(self._lines) else ():
            shown = cut(words, room)
            room -= cell_len(shown)
            segments.append(Segment(shown, self._style(is_key)))
        return Strip([*segments, Segment(" " * room, self.rich_style)], width)

    def _style(self, is_key: bool) -> Style:
        return self.get_component_rich_style("question--key") if is_key else self.rich_style
