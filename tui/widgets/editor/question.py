"""A question asked in place, answered by one key; the clock goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui import tones
from tui.widgets.in_turn import InTurn
from tui.words.lines import cut


class Answer(NamedTuple):
    """A key, by the framework's name, how it is written for people, and what it answers."""

    key: str
    shown: str
    words: str


class Question(InTurn, Widget, can_focus=True):
    """Asks one thing at a time; `esc` always answers nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"question--key"}
    DEFAULT_CSS = f"""
    Question {{ height: 1; width: 1fr; padding: 0 1; display: none; text-style: bold; }}
    {tones.rule("Question > .question--key", "asked_key")}
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id)
        self._lines: list[list[tuple[str, bool]]] = []
        self._offered: frozenset[str] = frozenset()
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
        first = [(show(words) + "  ", False)]
        rows = [[(one.shown, True), (f" {show(one.words)}  ", False)] for one in answers]
        escape = [("esc", True), (f" {way_out}", False)]
        if as_list:
            self._lines = [first + escape, *rows]
        else:
            self._lines = [[*first, *(piece for row in rows for piece in row), *escape]]
        self._answered = answered
        self._offered = frozenset((*(one.key for one in answers), *also))
        self.styles.height = len(self._lines)
        self.display = True
        self.refresh(layout=True)

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join("".join(words for words, _ in line).rstrip() for line in self._lines)

    async def act(self, event: events.Key) -> bool:
        """Answer; every other key is swallowed, so that it cannot act on what is behind."""
        if event.key == "escape":
            self._answered(None)
        elif event.key in self._offered or event.character in self._offered:
            self._answered(event.key if event.key in self._offered else event.character)
        return True

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
