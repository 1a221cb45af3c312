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
from tui.bindings import keymap_of
from tui.key_names import named, parts
from tui.keys import QUESTION_KEYS, Keymap
from tui.widgets.in_turn import InTurn
from tui.words.lines import cut

OFFERED = 9
"""Answers at most that are told apart by digits, such as notes or templates."""
Then: TypeAlias = Callable[[str | None], None]
"""What follows the answer to a question: it is given the key pressed, None for `esc`."""

ROWS = {key.keys: key for key in QUESTION_KEYS}
"""Answers for which the user may have keys of their own, by the keys as they come."""


class AnswerKey(NamedTuple):
    """A key as it comes, by the framework's name, how it is written for people, and what it answers."""

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

    def __init__(self, *, instead_of: Widget, home: Widget, id: str) -> None:  # noqa: A002 - the framework's
        """It is shown instead of a line that says something else; the focus goes back to where it was, to
        `home` where it was nowhere."""
        super().__init__(id=id)
        self._instead_of = instead_of
        self._home = home
        self._back_to: Widget | None = None
        self._then: Then | None = None
        self._lines: list[list[tuple[str, bool]]] = []
        self._keymap = Keymap()
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
        self._keymap = keymap_of(self.app)
        first = [(show(words) + "  ", False)]
        rows = [[(self._say(answer), True), (f" {show(answer.words)}  ", False)] for answer in answers]
        escape = [(self._keymap.say("question.back"), True), (f" {way_out}", False)]
        if as_list:
            self._lines = [first + escape, *rows]
        else:
            self._lines = [[*first, *(piece for row in rows for piece in row), *escape]]
        self._then = then
        self._offered = {
            pressed: key for key in (*(answer.key for answer in answers), *also) for pressed in self._own(key)
        }
        self.styles.height = len(self._lines)
        self.display, self._instead_of.display = True, False
        self.refresh(layout=True)
        # At once: a key typed ahead must not go to the field before.
        self.screen.set_focus(self)

    def close(self) -> None:
        """Ask no more; what stands here is not answered."""
        if self.display:
            self._then = None
            self.display, self._instead_of.display = False, True

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join("".join(words for words, _ in line).rstrip() for line in self._lines)

    async def act(self, event: events.Key) -> bool:
        """AnswerKey; every other key is swallowed, so that it cannot act on what is behind."""
        if event.key in self._own("escape"):
            self._answer(None)
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

    def _say(self, answer: AnswerKey) -> str:
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
