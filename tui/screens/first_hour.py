"""The first start: two questions, once, and while the board is empty the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.containers import Vertical
from textual.screen import Screen

from store.files.errors import StorageError
from store.files.paths import with_tilde
from store.settings import begin_settings
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.own_settings import OwnSettings
from tui.typed_ahead import Opening, takes_keys, typed_ahead
from tui.widgets.text_line import TextLine
from tui.words.headline import ways_on

if TYPE_CHECKING:
    from tui.forms.fields import Sheet
    from tui.forms.form import Form


class FirstHour:
    """Asks who has nothing yet: no interview, no database, no settings."""

    def __init__(self, screen: Screen[Any], state: BoardState, own: OwnSettings) -> None:
        """`own` keeps what is answered, and where it keeps nothing nothing is asked."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._own = own
        self._ways: Vertical | None = None
        self._lines: Sequence[TextLine] = ()
        self._name = ""

    # The questions

    def begin(self) -> None:
        """Ask, where it has not been asked before."""
        if self._is_first():
            from tui.forms.first_hour import name_sheet

            opening = typed_ahead(self._screen.app).begin()
            self._show(name_sheet(self._state.keymap.say("board.settings")), self._named, opening)

    def _is_first(self) -> bool:
        path = self._own.path
        if self._service.book.interviews or self._state.at is not None or path is None:
            return False
        try:
            return not path.exists() and not self._service.exists() and not self._service.read_only
        except (StorageError, OSError):
            return False

    def _show(self, sheet: Sheet[str], then: Any, opening: Opening) -> None:
        """Show a question; what was typed before it could be read does not answer it."""
        from tui.forms.form import Form

        form: Form[str] = Form(sheet, ascii_only=self._state.ascii_only)
        app = self._screen.app
        app.push_screen(form, then)

        async def wait() -> None:
            with opening:
                await takes_keys(form)
                typed_ahead(app).forget()

        background.begin(app, wait, group="typed-ahead")

    def _named(self, name: str | None) -> None:
        from tui.forms.first_hour import zone_sheet

        self._name = name or ""
        opening = typed_ahead(self._screen.app).begin()
        self._show(zone_sheet(self._service.zone, self._service.clock), self._placed, opening)

    def _placed(self, zone: str | None) -> None:
        # The machine's own stays unsaid: the board goes on following a machine that travels.
        other = zone if zone != self._service.zone.key else None

        async def keep() -> None:
            await self._keep(other or "")

        background.begin(self._screen, keep, group="settings")

    async def _keep(self, zone: str) -> None:
        """Keep the answers. The file itself says that it was asked, whatever the answers were."""
        path, trouble = self._own.path, None
        if path is None:
            return
        settings = self._state.settings
        me = replace(settings.me, name=self._name or settings.me.name)
        # What cannot be kept holds all the same.
        self._own.in_effect(replace(settings, me=me, zone=zone or settings.zone))
        if self._name:
            trouble = await self._own.change(("me", "name"), self._name)
        if zone:
            trouble = await self._own.change(("zone",), zone) or trouble
        try:
            begin_settings(path)
        except (StorageError, OSError) as why:
            trouble = trouble or str(why)
        if trouble:
            self._own.tell(trouble)
        else:
            key = self._state.keymap.say("board.settings")
            self._state.say(f"{key} opens all settings; they are kept in {with_tilde(path)}.")

    # The ways on

    def paint(self) -> None:
        """While there is no card: what can be done about that."""
        empty = not any(self._state.board.columns.values()) and self._state.at is None
        if not empty:
            if self._ways is not None:
                self._ways.remove()
            self._ways, self._lines = None, ()
            return
        rows = ways_on(self._state.keymap, self._screen.app.size.width)
        if self._ways is None:
            self._lines = [TextLine() for _ in rows]
            self._ways = Vertical(*self._lines, id="ways")
            self._screen.mount(self._ways, before="#middle")
        for line, row in zip(self._lines, rows, strict=True):
            line.say(row)
