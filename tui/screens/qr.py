"""QR codes over the whole screen, for a phone to scan: one, or several in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.text import show
from templates.qr import Code, TooLong, qr, room
from tui.bindings import bindings, keymap_of
from tui.handover.outgoing import HandoverOutcome
from tui.keys import CODE_KEYS
from tui.widgets.text_line import TextLine
from tui.words.lines import Piece, row_width
from tui.words.phone_codes import Codes, ShownCode

DARK_ON_LIGHT = "#000000 on #ffffff"
SOLID = {"#": "#000000 on #000000", " ": "#ffffff on #ffffff"}
_NARROW = 60
"""Cells below which the line says of the code alone."""
_AROUND = 3
"""Cells of the line that nothing is said in: its margins, and between its sides."""
_NO_FILE = HandoverOutcome("There is a file for people only, and this is a message or a number.", ok=False)


class CodeScreen(ModalScreen[None]):
    """Shows codes dark on light in every theme, each as large as its quiet zone can be.

    `save` writes what they hold to a file; without it there is none. How much one code holds follows the
    size of the window.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CODE_KEYS)]
    DEFAULT_CSS = """
    CodeScreen { align: center middle; overflow: hidden; background: $background; }
    CodeScreen > Static { width: auto; height: auto; max-width: 100%; }
    CodeScreen > TextLine { dock: bottom; background: $panel; }
    """

    def __init__(
        self, codes: Codes, *, save: Callable[[], HandoverOutcome] | None = None, ascii_only: bool = False
    ) -> None:
        super().__init__()
        self._codes = codes
        self._save = save
        self.ascii_only = ascii_only
        self.shown: Sequence[ShownCode] = ()
        """The codes as they are cut for this window; none where none fits."""
        self.place = 0
        self._trouble = ""
        self._said: HandoverOutcome | None = None

    def compose(self) -> ComposeResult:
        yield Static(Content(""), id="code")
        yield TextLine(id="code-caption")

    def on_mount(self) -> None:
        self.call_after_refresh(self._cut)

    def on_resize(self) -> None:
        self._cut()

    # Showing

    def _cut(self) -> None:
        """Find out which codes it takes in this window; where they are others, begin at the first."""
        size = self.app.size
        before = self.shown
        try:
            self.shown = self._codes(room(size.width, size.height - 1, ascii_only=self.ascii_only))
            self._trouble = ""
        except TooLong as why:
            self.shown, self._trouble = (), str(why)
        if [one.holds for one in self.shown] != [one.holds for one in before]:
            self.place = 0
        self._draw()

    def _draw(self) -> None:
        drawn = self.query_one("#code", Static)
        caption: list[Piece] = []
        keys = self._keys()
        if self.shown:
            one, size = self.shown[self.place], self.app.size
            code = qr(one.holds, width=size.width, height=size.height - 1, ascii_only=self.ascii_only)
            drawn.content = self._picture(code)
            named = row_width(keys)
            caption = [(one.said(size.width - named - _AROUND), "plain")]
        else:
            drawn.content = Content(show(self._trouble))
        if self._said is not None:
            caption = [(self._said.said, "strong" if self._said.ok else "warn")]
        self.query_one("#code-caption", TextLine).say(caption, keys)

    def _keys(self) -> list[Piece]:
        if self._said is not None or (self.app.size.width < _NARROW and self.shown):
            return []
        keymap = keymap_of(self.app)
        named = [("code.next", " next  ")] if self.place + 1 < len(self.shown) else []
        named += [("code.file", " as a file  ")] if self._save is not None else []
        named += [("code.back", " back")]
        return [piece for key, words in named for piece in ((keymap.say(key), "key"), (words, "plain"))]

    def _picture(self, code: Code) -> Content:
        return Content("\n").join(self._line(line) for line in code.lines)

    def _line(self, line: str) -> Content:
        if not self.ascii_only:
            return Content.styled(line, DARK_ON_LIGHT)
        return Content.assemble(*((letter, SOLID[letter]) for letter in line))

    # Going on

    def action_turn(self, by: int) -> None:
        """To the next code, and from the last one back; to the one before."""
        place = self.place + by
        if place >= len(self.shown):
            self.dismiss()
        elif place >= 0:
            self.place, self._said = place, None
            self._draw()

    def action_save(self) -> None:
        """Write a file of it, where there is one."""
        self._said = _NO_FILE if self._save is None else self._save()
        self._draw()
