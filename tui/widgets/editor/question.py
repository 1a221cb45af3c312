"""A question asked in place, answered by one key; the clock goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui.key_names import named_parts
from tui.keymap import Keymap
from tui.keys import QUESTION
from tui.picture.text_row import fitted
from tui.terminal.burst import Burst
from tui.widgets.in_turn import InTurn
from tui.widgets.inks import Inks
from tui.widgets.picking import BACK, SEARCH, TAKE, Picking
from tui.words.lines import cut_row, row_width
from tui.words.offered_list import Line, Offered

Then: TypeAlias = Callable[[str | None], None]
"""What follows the answer to a question: it is given the id of the key pressed, None for the way out."""
Chosen: TypeAlias = Callable[[int | None], None]
"""What follows a choice from a list: its place among what was offered, None for the way out."""

HELP = "app.help"
_TONES = {"key": "asked_key", "heading": "dim", "here": "current"}
"""How a question and its list look."""
_LONG = 9
"""A list of more says that it can be searched."""
_KEPT = 5
"""Rows of the editor that a list leaves to what is around it, and to the text."""


_UNMEASURED = 1000
"""Cells of a line before the list has been laid out: it is cut when it is drawn."""


class AnswerKey(NamedTuple):
    """A key by its id in the table; and what it answers."""

    key: str
    words: str


class Question(InTurn, Widget, can_focus=True):
    """Asks one thing at a time; `esc` always answers nothing."""

    DEFAULT_CSS = "Question { height: 1; width: 1fr; padding: 0 2; display: none; text-style: bold; }"

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
        self._list = Picking(keymap)
        """What can be chosen; nothing where a question is answered by its keys."""
        self._inks = Inks(self)
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
        self._list = Picking(self._keymap)
        self._open(line, {pressed: key for key in keys for pressed in self._own(key)}, then, way_out)

    def choose(self, words: str, offered: Sequence[Offered], chosen: Chosen, *, way_out: str) -> None:
        """Let one of a list be chosen, by its digit, with the cursor, or by typing what is in it."""
        self._list = Picking(self._keymap, offered)
        line: Line = [
            (show(words) + "  ", "plain"),
            (self._keymap.say(TAKE), "key"),
            (" takes it  ", "plain"),
        ]
        if len(offered) > _LONG:
            line += [(self._keymap.say(SEARCH), "key"), (" or letters search  ", "plain")]
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
        self.styles.height = 1 + self._list.fit(self._room - 1)
        self.refresh()

    @property
    def _room(self) -> int:
        return max(3, self.parent.size.height - _KEPT) if isinstance(self.parent, Widget) else 3

    @property
    def _lines(self) -> list[Line]:
        first = self._first if self._list.looked_for is None else self._list.searching()
        return [first, *self._list.lines(self.content_size.width or _UNMEASURED)]

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
        if self._list.looked_for is not None:
            self._list.write(text)
            self._look_again()

    def _look_again(self) -> None:
        self.fit()
        self.refresh(layout=True)

    async def act(self, event: events.Key) -> bool:
        """Answer; every other key is swallowed, so that it cannot act on what is behind."""
        if self._list:
            pressed = self._list.press(event)
            if pressed == "seen":
                self._look_again()
            else:
                self._answer(None if pressed == "back" else str(pressed))
        elif event.key in self._own(BACK):
            self._answer(None)
        elif answer := self._answers.get(event.key) or self._answers.get(event.character or ""):
            self._answer(answer)
        if event.key in self._own(HELP) and not (self._list and event.is_printable):
            await self.run_action(f"app.help({QUESTION!r})")
        return True

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked in a list."""
        if (place := self._list.place_at(event.y - 1)) is not None:
            self._answer(str(place))

    def on_mouse_scroll_down(self) -> None:
        self._scroll(1)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        self._list.scroll(by)
        self.refresh()

    def _answer(self, key: str | None) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(key)
        if self._then is None:
            self.close()
            self.screen.set_focus(self._back_to or self._home)

    def _own(self, key: str) -> list[str]:
        """What is pressed for it: the user's own keys."""
        return named_parts(self._keymap.key(key).keys)

    def render_line(self, y: int) -> Strip:
        """One line of it, cut to the width."""
        width = self.content_size.width
        lines = self._lines
        pieces = lines[y] if y < len(lines) else ()
        # Of the first line a key makes way with its words.
        shown = [(one.shown, one.tone) for one in fitted(pieces, width)] if y == 0 else pieces
        row = cut_row(shown, width)
        segments = [Segment(words, self._inks.on_ground(_TONES.get(look, look))) for words, look in row]
        return Strip([*segments, Segment(" " * (width - row_width(row)), self._inks.ground)], width)
