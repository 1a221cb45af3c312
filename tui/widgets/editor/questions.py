"""Questions in the editor, and the pane in which a text is read instead of written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from textual.widget import Widget
from textual.widgets import TextArea

from tui.widgets.editor.pane import EditorPane
from tui.widgets.editor.question import Answer, Question

Then: TypeAlias = Callable[[str | None], None]
"""What follows the answer to a question: the key pressed, None for `esc`."""

SCROLLING = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}


class EditorQuestions(EditorPane):
    """Asks in place, one thing at a time."""

    _then: Then | None = None
    _back_to: Widget | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question stands, only its answers count."""
        return not self.question.display if self.is_mounted else True

    @property
    def question(self) -> Question:
        """Where questions are asked."""
        return self.query_one(Question)

    def ask(
        self,
        words: str,
        answers: Sequence[Answer],
        then: Then,
        *,
        way_out: str,
        as_list: bool = False,
        also: Iterable[str] = (),
    ) -> None:
        """Ask in place; the focus comes back to where it was when there is nothing more to ask."""
        if not self.question.display:
            self._back_to = self.screen.focused
        self._then = then
        self.question.ask(words, answers, self._answered, way_out=way_out, as_list=as_list, also=also)
        self.query_one("#editor-foot").display = False
        self.go_to(self.question)

    def _answered(self, key: str | None) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(key)
        if self._then is None:
            self.question.display = False
            self.query_one("#editor-foot").display = True
            self.go_to(self._back_to or self.body)

    def _read(self, text: str) -> None:
        if self._reading.text != text:
            self._reading.load_text(text)
        self._reading.display, self.body.display = True, False

    def _stop_reading(self) -> None:
        self._reading.display, self.body.display = False, True

    def _scroll(self, key: str) -> None:
        self._reading.scroll_relative(y=SCROLLING[key], animate=False)

    @property
    def _reading(self) -> TextArea:
        return self.query_one("#editor-reading", TextArea)
