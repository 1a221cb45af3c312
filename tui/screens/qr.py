"""A QR code over the whole screen, for a phone to scan."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.text import show
from templates.qr import TooLong, qr
from tui.bindings import bindings, keymap_of
from tui.keys import CODE_KEYS
from tui.widgets.text_line import TextLine

DARK_ON_LIGHT = "#000000 on #ffffff"
SOLID = {"#": "#000000 on #000000", " ": "#ffffff on #ffffff"}


class CodeScreen(ModalScreen[None]):
    """Shows the code of a link, dark on light in every theme, as large as its quiet zone can be."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CODE_KEYS)]
    DEFAULT_CSS = """
    CodeScreen { align: center middle; overflow: hidden; background: $background; }
    CodeScreen > Static { width: auto; height: auto; max-width: 100%; }
    CodeScreen > TextLine { dock: bottom; background: $panel; }
    """

    def __init__(self, link: str, caption: str, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.link = link
        self.caption = caption
        self.ascii_only = ascii_only

    def compose(self) -> ComposeResult:
        yield Static(Content(""), id="code")
        yield TextLine(id="code-caption")

    def on_mount(self) -> None:
        self.query_one("#code-caption", TextLine).say(
            [(self.caption, "plain")], [(keymap_of(self.app).say("code.back"), "key"), (" back", "plain")]
        )
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        size = self.app.size
        try:
            code = qr(self.link, width=size.width, height=size.height - 1, ascii_only=self.ascii_only)
        except TooLong as why:
            self.query_one("#code", Static).content = Content(show(str(why)))
            return
        self.query_one("#code", Static).content = Content("\n").join(self._line(line) for line in code.lines)

    def _line(self, line: str) -> Content:
        if not self.ascii_only:
            return Content.styled(line, DARK_ON_LIGHT)
        return Content.assemble(*((letter, SOLID[letter]) for letter in line))
