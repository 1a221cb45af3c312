"""The palette: every command by name, what the card asks for first, each with its key at the right."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.keymap import Keymap
from tui.keys import PALETTE_KEYS
from tui.typed_ahead import Opening, typed_ahead
from tui.widgets.in_turn import InTurn
from tui.widgets.inks import Inks
from tui.widgets.picking import Picking
from tui.widgets.text_line import TextLine
from tui.words.hints import PALETTE_HINTS, help_hint, row_of
from tui.words.lines import Piece, cut_row, row_width
from tui.words.offered_list import Line, Look
from tui.words.palette import Row

_PROMPT = "› "
"""Before what is typed."""
_ABOVE = 2
"""Lines above the list: what is typed, and a blank one."""
_TONES = {"heading": "title", "here": "cursor"}
"""How a list looks here."""


class PaletteList(InTurn, Widget, can_focus=True):
    """What is typed, and below it what has that in it; one line each."""

    DEFAULT_CSS = """
    PaletteList { height: 1fr; width: 100%; max-width: 100; padding: 1 2; background: $surface; }
    """

    class Chosen(Message):
        """One of them was chosen, by its place; None: nothing of it."""

        def __init__(self, place: int | None, opening: Opening | None = None) -> None:
            super().__init__()
            self.place = place
            self.opening = opening

    class Moved(Message):
        """The cursor is on another of them, or on none."""

    def __init__(self, picking: Picking) -> None:
        super().__init__()
        self._picking = picking
        self._inks = Inks(self)

    @property
    def at(self) -> int | None:
        """The place of what the cursor is on."""
        return self._picking.at

    async def act(self, event: events.Key) -> bool:
        """Whatever it is that is typed, it is for the list."""
        if event.key in self._keys:
            return await super().act(event)
        pressed = self._picking.press(event)
        if pressed == "seen":
            self._seen()
        else:
            self._choose(None if pressed == "back" else pressed)
        return True

    def _choose(self, place: int | None) -> None:
        # What is typed behind it is for what it opens.
        opening = typed_ahead(self.app).begin() if place is not None else None
        self.post_message(self.Chosen(place, opening))

    def write(self, text: str) -> None:
        """Look for it."""
        self._picking.write(text)
        self._seen()

    def _seen(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        place = self._picking.place_at(event.y - self.gutter.top - _ABOVE)
        if place is not None:
            self._choose(place)

    def on_mouse_scroll_down(self) -> None:
        self._picking.scroll(1)
        self._seen()

    def on_mouse_scroll_up(self) -> None:
        self._picking.scroll(-1)
        self._seen()

    @property
    def lines(self) -> list[Line]:
        """All its lines as they are drawn."""
        self._picking.fit(self.content_size.height - _ABOVE)
        typed = self._picking.looked_for or ""
        first: Line = [(_PROMPT, "key"), (f"{typed}_", "plain")]
        if not typed:
            first.append(("  type what you want to do", "dim"))
        if not self._picking.rows:
            first.append(("  nothing fits", "dim"))
        return [first, [], *self._picking.lines(self.content_size.width)]

    def render_line(self, y: int) -> Strip:
        """One of its lines, with the ground of the cursor over its whole width."""
        width, lines = self.content_size.width, self.lines
        line = lines[y] if y < len(lines) else []
        row = cut_row(line, width)
        here = bool(line) and line[0][1] == "here"
        rest = Segment(" " * (width - row_width(row)), self._style("here" if here else "plain"))
        return Strip([*(Segment(words, self._style(look)) for words, look in row), rest], width)

    def _style(self, look: Look) -> Style:
        return self._inks.on_ground(_TONES.get(look, look))


class PaletteScreen(ModalScreen["tuple[Row, Opening | None] | None"]):
    """Closes with what was chosen, and what keeps the keys behind that until it is done; None for nothing."""

    AUTO_FOCUS = "PaletteList"

    def __init__(self, rows: Sequence[Row], keymap: Keymap) -> None:
        super().__init__(classes="-page")
        self._rows = rows
        self._keymap = keymap
        self._list = PaletteList(Picking(keymap, [row.offered for row in rows], typing=True))

    def compose(self) -> ComposeResult:
        yield self._list
        yield TextLine(id="palette-keys")

    def on_mount(self) -> None:
        around = (key for key in PALETTE_KEYS if key.id in ("app.palette", "app.help"))
        self._list.serve(self, self._keymap.in_fields(around))
        self.on_palette_list_moved()

    def on_palette_list_moved(self) -> None:
        """Say why what the cursor is on cannot be done, in full; else which keys there are."""
        at = self._list.at
        why = self._rows[at].command.why_not if at is not None else ""
        said: list[Piece] = [(why, "warn")] if why else row_of(PALETTE_HINTS, self._keymap)
        self.query_one("#palette-keys", TextLine).say(said, help_hint(self._keymap, typing=True))

    def on_palette_list_chosen(self, event: PaletteList.Chosen) -> None:
        self.dismiss(None if event.place is None else (self._rows[event.place], event.opening))

    def action_back(self) -> None:
        """Nothing of it."""
        self.dismiss(None)
