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
from tui.keys import QUESTION_KEYS, Keymap
from tui.widgets.in_turn import InTurn
from tui.words.lines import cut

OFFERED = 9
"""Answers at most that are told apart by digits, such as notes or templates."""
Then: TypeAlias = Callable[[str | None], None]
"""What follows the answer to a question: it is given the id of the key pressed, None for the way out."""
Line: TypeAlias = list[tuple[str, bool]]
"""Pieces of a line, and whether each is a key."""

BACK, UP, DOWN = "question.back", "question.up", "question.down"
_IDS = frozenset(key.id for key in QUESTION_KEYS)
_KEPT = 5
"""Rows of the editor that a list of answers leaves to what is around it, and to the text."""


class AnswerKey(NamedTuple):
    """A key by its id in the table, or a digit as it is; and what it answers."""

    key: str
    words: str


class Question(InTurn, Widget, can_focus=True):
    """Asks one thing at a time; `esc` always answers nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"question--key"}
    DEFAULT_CSS = f"""
    Question {{ height: 1; width: 1fr; padding: 0 1; display: none; text-style: bold; }}
    {tones.rule("Question > .question--key", "asked_key")}
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
        self._lines: list[Line] = []
        self._top = 0
        """How many answers of a list are above the first that is shown."""
        self._keymap = keymap
        self._offered: Mapping[str, str] = {}
        """What each key answers that can be pressed."""

    def ask(
        self,
        words: str,
        answers: Sequence[AnswerKey],
        then: Then,
        *,
        way_out: str,
        as_list: bool = False,
        also: Iterable[str] = (),
    ) -> None:
        """Show a question: on one line, or with each answer on a line of its own.

        `then` is called before the next key is looked at, and may ask again. `way_out` says what `esc` does;
        the keys in `also` answer too, without being named.
        """
        if not self.display:
            self._back_to = self.screen.focused
        first = [(show(words) + "  ", False)]
        rows = [
            [(self._say(answer.key), True), (f" {show(answer.words)}  " if answer.words else " ", False)]
            for answer in answers
        ]
        escape = [(self._say(BACK), True), (f" {way_out}", False)]
        self._top = 0
        if as_list:
            self._lines = [first + escape, *rows]
        else:
            self._lines = [[*first, *(piece for row in rows for piece in row), *escape]]
        self._then = then
        self._offered = {
            pressed: key for key in (*(answer.key for answer in answers), *also) for pressed in self._own(key)
        }
        self.fit()
        self.display, self._instead_of.display = True, False
        self.refresh(layout=True)
        # At once: a key typed ahead must not go to the field before.
        self.screen.set_focus(self)

    def fit(self) -> None:
        """Take no more rows than the editor has for it."""
        self._top = min(self._top, self._most)
        self.styles.height = min(len(self._lines), self._room)
        self.refresh()

    @property
    def _room(self) -> int:
        return max(3, self.parent.size.height - _KEPT) if isinstance(self.parent, Widget) else 3

    @property
    def _most(self) -> int:
        """How many answers can be above, if the last is shown; none where all are."""
        return 0 if len(self._lines) <= self._room else len(self._lines) - self._room + 1

    @property
    def _shown(self) -> list[Line]:
        """The lines; where not all fit, those from the first answer shown on, and how many more there are."""
        if not self._most:
            return self._lines
        question, *answers = self._lines
        shown = answers[self._top : self._top + self._room - 2]
        below = len(answers) - self._top - len(shown)
        more: Line = [("  ", False)]
        if below:
            more += [(self._say(DOWN), True), (f" {below} more  ", False)]
        if self._top:
            more += [(self._say(UP), True), (f" {self._top} above", False)]
        return [question, *shown, more]

    def close(self) -> None:
        """Ask no more; what stands here is not answered."""
        if self.display:
            self._then = None
            self.display, self._instead_of.display = False, True

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join("".join(words for words, _ in line).rstrip() for line in self._shown)

    async def act(self, event: events.Key) -> bool:
        """Answer; every other key is swallowed, so that it cannot act on what is behind."""
        if event.key in self._own(BACK):
            self._answer(None)
        elif self._most and event.key in (*self._own(UP), *self._own(DOWN)):
            self._top = max(0, min(self._top + (1 if event.key in self._own(DOWN) else -1), self._most))
            self.refresh()
        elif answer := self._offered.get(event.key) or self._offered.get(event.character or ""):
            self._answer(answer)
        return True

    def _answer(self, key: str | None) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(key)
        if self._then is None:
            self.close()
            self.screen.set_focus(self._back_to or self._home)

    def _say(self, key: str) -> str:
        return self._keymap.say(key) if key in _IDS else key

    def _own(self, key: str) -> list[str]:
        """What is pressed for it: the user's own keys, or the digit."""
        return [*map(named, parts(self._keymap.key(key).keys))] if key in _IDS else [key]

    def render_line(self, y: int) -> Strip:
        """One line of it, cut to the width."""
        width = room = self.content_size.width
        segments: list[Segment] = []
        lines = self._shown
        for words, is_key in lines[y] if y < len(lines) else ():
            shown = cut(words, room)
            room -= cell_len(shown)
            segments.append(Segment(shown, self._style(is_key)))
        return Strip([*segments, Segment(" " * room, self.rich_style)], width)

    def _style(self, is_key: bool) -> Style:
        return self.get_component_rich_style("question--key") if is_key else self.rich_style
