"""The page of the settings: what each is, what it does, and a form to change it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.settings.toml import Name
from store.text import show
from tui import tones
from tui.bindings import bindings
from tui.keymap import Keymap
from tui.keys import SETTINGS_KEYS
from tui.widgets.row_page import RowPage
from tui.widgets.text_line import TextLine
from tui.words.hints import SETTINGS_HINTS, help_hint, row_of
from tui.words.lines import MARGIN, Piece
from tui.words.settings_page import SettingRow, about


class SettingsScreen(ModalScreen[None]):
    """Shows every setting; what the one under the cursor does stands below."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SETTINGS_KEYS)]
    DEFAULT_CSS = f"""
    SettingsScreen > #below {{
        width: 100%; height: 4; padding: 0 {MARGIN}; background: $surface;
        border-top: solid $panel-lighten-1;
    }}
    SettingsScreen #about {{ max-width: 96; }}
    {tones.rule("SettingsScreen #about", "dim")}
    """

    def __init__(
        self,
        rows: Callable[[], list[SettingRow]],
        keymap: Keymap,
        change: Callable[[Name], object],
        *,
        said: Callable[[], Piece | None] = lambda: None,
        pressed: Callable[[], None] = lambda: None,
    ) -> None:
        """`change` opens the form of a setting; `said` gives what is to be said instead of the keys."""
        super().__init__(classes="-page")
        self._read_rows = rows
        self._keymap = keymap
        self._change = change
        self._said = said
        self._pressed = pressed
        first = rows()
        place = next(place for place, row in enumerate(first) if row.name is not None)
        self._page = RowPage(first, place, key=_key, lines=SettingRow.lines)

    def compose(self) -> ComposeResult:
        yield self._page
        with Vertical(id="below"):
            yield Static(Content(""), id="about")
        yield TextLine(id="settings-keys")

    def on_mount(self) -> None:
        self.paint()

    def on_key(self) -> None:
        self._pressed()
        # Behind what the key does.
        self.call_later(self.paint)

    def on_screen_resume(self) -> None:
        self.paint()

    @property
    def setting(self) -> Name:
        """The one under the cursor."""
        row = self._page.rows[self._page.row or 0]
        assert row.name is not None
        return row.name

    def paint(self) -> None:
        """Show what holds, and what there is to say."""
        if not self.is_mounted:
            return
        rows = self._read_rows()
        if rows != self._page.rows:
            current = self._page.current
            self._page.put(rows, next(place for place, row in enumerate(rows) if _key(row) == current))
        words = f"{'.'.join(self.setting)}: {about(self.setting)}"
        self.query_one("#about", Static).update(Content(show(words)))
        said = self._said()
        self.query_one("#settings-keys", TextLine).say(
            row_of(SETTINGS_HINTS, self._keymap) if said is None else [said], help_hint(self._keymap)
        )

    def action_row(self, by: int) -> None:
        """To the next or previous setting."""
        self._page.go(by)
        self.paint()

    def action_page(self, by: int) -> None:
        """A page further."""
        self._page.turn(by)

    def action_change(self) -> None:
        """Change the one under the cursor."""
        self._change(self.setting)

    def action_close(self) -> None:
        """Back to the board."""
        self.dismiss(None)


def _key(row: SettingRow) -> str | None:
    return None if row.name is None else ".".join(row.name)
