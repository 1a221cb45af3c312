"""One field on the screen: its label, its place to answer, and a line for what is to be said of it."""

from __future__ import annotations

from typing import Any, Literal

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from store.text import MAX_TEXT, clean, show
from tui import tones
from tui.bindings import keymap_of
from tui.forms.editors import ManyLines, OneLine
from tui.forms.fields import AnyField, Line, Lines, Texts, Wrong, answer_of
from tui.forms.picks import Picks

Reading = Literal["hint", "read", "unclear", "wrong"]
"""What the line below a field says: what may be typed, or how what is typed is read."""
_TONES: dict[str, str] = {"hint": "dim", "read": "good", "unclear": "warn", "wrong": "alert"}


class Row(Widget):
    """A field; the line below is there only while it says something."""

    DEFAULT_CSS = f"""
    Row {{ layout: vertical; height: auto; width: 1fr; margin: 0 0 1 0; }}
    Row > .row--label {{ dock: left; width: 15; height: auto; padding: 0 1 0 0; }}
    {tones.rule("Row > .row--label", "dim")}
    {tones.rule("Row.-current > .row--label", "title")}
    Row .row--said {{ height: auto; }}
    {tones.rules("Row .row--said.-", _TONES)}
    """

    class Resized(Message):
        """It has become higher or lower: what is below it has moved."""

    def __init__(self, field: AnyField, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.field = field
        self.editor: OneLine | ManyLines | Picks
        if isinstance(field, Lines):
            self.editor = ManyLines(field)
        elif isinstance(field, Line):
            self.editor = OneLine(field)
        else:
            self.editor = Picks(field, ascii_only=ascii_only)
        self._said = Static("", classes="row--said", markup=False)
        self._words: tuple[str, Reading] = ("", "hint")
        self._began = self.text, self.picked

    def compose(self) -> ComposeResult:
        label = (
            f"{self.field.label} *"
            if isinstance(self.field, Line) and self.field.needed
            else self.field.label
        )
        yield Static(Content(show(label)), classes="row--label")
        yield self.editor
        if self.field.hint:
            yield self._said

    def on_mount(self) -> None:
        self._said.display = False

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def on_descendant_focus(self) -> None:
        self.add_class("-current")

    def on_descendant_blur(self) -> None:
        self.remove_class("-current")

    @property
    def text(self) -> str | None:
        """What is typed in it; None where nothing can be typed."""
        if isinstance(self.editor, OneLine):
            return self.editor.text
        return clean(self.editor.text, lines=True) if isinstance(self.editor, ManyLines) else None

    @property
    def typed(self) -> bool:
        """Whether its text, or what is picked, differs from what it began with."""
        return (self.text, self.picked) != self._began

    @property
    def picked(self) -> tuple[str, ...] | None:
        """What is picked in it, in words; None where a text is typed."""
        return self.editor.words if isinstance(self.editor, Picks) else None

    def put(self, text: str | None, picked: tuple[str, ...] | None) -> None:
        """Let it hold what was typed or picked in it earlier."""
        if isinstance(self.editor, Picks):
            if picked is not None:
                self.editor.put(picked)
        elif text is not None:
            self.editor.put(text)

    def answer(self, texts: Texts) -> Any:
        """The answer given. Raises `Wrong`."""
        given = self.editor.given if isinstance(self.editor, Picks) else self.text
        if isinstance(given, str) and len(given) > MAX_TEXT:
            raise Wrong(f"That is {len(given):,} characters, and {MAX_TEXT:,} is the most.", self.field.name)
        return answer_of(self.field, given, texts, keymap_of(self.app))

    def live(self, texts: Texts) -> None:
        """Say what is typed is read as, or why it cannot be; the hint where nothing is typed."""
        if isinstance(self.editor, OneLine | ManyLines) and self.editor.said:
            self.say(self.editor.said, "unclear")
            self.editor.said = ""
        elif not (self.text or "").strip():
            self.say(self.field.hint, "hint")
        elif isinstance(self.field, Line):
            self._say_read(self.field, texts)

    def _say_read(self, field: Line, texts: Texts) -> None:
        try:
            answer = self.answer(texts)
            said, doubted = field.say(answer, texts), field.doubt(answer, texts)
        except Wrong as why:
            self.say(str(why), "unclear")
        else:
            self.say(said or field.hint, "unclear" if doubted else "read" if said else "hint")

    def say(self, words: str, reading: Reading) -> None:
        """Put a sentence or several lines below the field; a blank one takes the line away."""
        if self._words == (words, reading):
            return
        self._words = (words, reading)
        if words and not self._said.is_attached:
            self.mount(self._said)
        self._said.set_classes(f"row--said -{reading}")
        self._said.display = bool(words)
        self._said.update(Content(show(words, lines=True)))

    @property
    def said(self) -> str:
        """The sentence below the field."""
        return self._words[0]
