"""The app: it holds the board's screen, the palette of commands and the terminal's title and bell."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from store import spans
from tui import background
from tui.attention import Attention
from tui.bindings import bindings, page_of
from tui.browser import in_browser
from tui.delivery import Delivery
from tui.demo_visit import DemoVisit
from tui.key_names import parts
from tui.keys import EVERYWHERE_KEYS
from tui.palettes import Depth, chosen
from tui.screens.board import BoardScreen
from tui.screens.board_clock import BoardClock
from tui.screens.board_state import BoardState
from tui.screens.settings_in_effect import SettingsInEffect
from tui.signs import signs
from tui.terminal.burst import Burst
from tui.terminal.cells import Update
from tui.terminal.driver import driver_for, driver_of
from tui.terminal.drivers import write_out
from tui.themes import Themed
from tui.typed_ahead import Handled, Opening, takes_keys, typed_ahead
from tui.warming import Warming

if TYPE_CHECKING:
    from rich.console import RenderableType

    from templates.library import Library
    from tui.screens.leaving import Unsaved
    from tui.terminal.opening import TakenOver
    from tui.words.palette import Row


class Ringback(Themed):
    """The full-screen board."""

    TITLE = "ringback"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE_KEYS)]

    def __init__(
        self,
        state: BoardState,
        library: Callable[[], Library],
        *,
        settings_file: Path | None = None,
        demo: bool = False,
        notify: Sequence[str] = (),
        taken: TakenOver | None = None,
        warms_up: bool = False,
    ) -> None:
        """See `run_board`. `notify`: the program that gets a title and a text when something becomes due.

        `taken`: the terminal, where it shows the board already; `warms_up`: whether what openings import is
        imported before them, in pauses.
        """
        settings = state.settings
        spans.use_clock(settings.clock)
        no_colour = "NO_COLOR" in os.environ
        super().__init__(
            driver_class=None if in_browser(os.environ) else driver_for(taken),
            # Or else colours would come out as shades, and what presses as one of the darkest.
            ansi_color=True if no_colour else None,
        )
        self.service = state.service
        self.ascii_only = state.ascii_only
        self.own_board = BoardScreen(state, library, settings_file=settings_file, demo=demo)
        self.board_screen = self.own_board
        """The one that is on the screen: the user's own, or that of a sample over it."""
        self._visit = DemoVisit(self, library)
        self.keymap = state.keymap
        self._delivery = Delivery(
            self, lambda: self.board_screen,
            frozenset(name for keys in settings.keys.values() for name in parts(keys)), super().on_event,
        )  # fmt: skip
        self._attention = Attention(self, self.own_board, notify)
        self._warming = Warming(self.set_timer, lambda: typed_ahead(self).quiet) if warms_up else None
        self._colours: Depth = "none" if no_colour else "full"
        self.begin_in(chosen(settings.theme, self._colours, {}))
        if settings.keys:
            self.set_keymap(settings.keys)
        if "SSH_CONNECTION" in os.environ:
            self.animation_level = "none"

    def begin_with(self, colours: Depth) -> None:
        """Draw from the first frame on in as many colours as the terminal has, and for its ground."""
        self._colours = colours
        self.begin_in(chosen(self.own_board.state.settings.theme, colours, os.environ))

    def on_mount(self) -> None:
        """Look at the clock at once after the program was stopped and continues."""
        self.app_resume_signal.subscribe(self, lambda _: self.board_screen.post_message(BoardClock.Tick()))

    def on_ready(self) -> None:
        """The first frame is on the screen; only now is it worth looking for memory that nobody uses."""
        if not gc.isenabled():
            gc.freeze()  # what is there now stays
            gc.enable()
        if self._warming is not None:
            self._warming.begin()

    def get_default_screen(self) -> BoardScreen:
        """The board is the first screen: its first frame is complete."""
        return self.own_board

    async def on_event(self, event: events.Event) -> None:
        """What is typed or clicked is delivered in turn; all else at once."""
        given = events.Key | events.Paste | events.MouseDown | events.MouseUp
        if isinstance(event, given) and not event.is_forwarded:
            await self._delivery.came(event)
        else:
            if isinstance(event, events.Resize) and (driver := driver_of(self)):
                driver.resized(event.size)
            await super().on_event(event)

    async def on_burst(self, event: Burst) -> None:
        """Many keys at once wait for their turn like one."""
        await self._delivery.came(event)

    async def on_handled(self, message: Handled) -> None:
        """What was delivered last has been acted on."""
        self._delivery.handled(message)

    def pop_screen(self) -> AwaitComplete:
        """A page that goes has acted on the key that is with it."""
        gone = self.screen
        popped = super().pop_screen()
        self._delivery.gone(gone)
        return popped

    def on_key(self, event: events.Key) -> None:
        """A key that nobody took, and before which somebody else has got the focus, is for them."""
        self._delivery.not_taken(event)

    # Help, and the palette

    def action_help(self, group: str = "") -> None:
        """What can be done where it is asked for, and all keys."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            set_of_signs = signs(ascii_only=self.board_screen.state.ascii_only)
            now = self.board_screen.situation()
            self.push_screen(HelpScreen(self.keymap, group, now=now, signs=set_of_signs))

    def action_command_palette(self) -> None:
        """Every command that there is where the keys are now; the palette goes by the same key."""
        from tui.screens.palette import PaletteScreen

        if isinstance(self.screen, PaletteScreen):
            self.screen.action_back()
            return
        page, node = page_of(self.focused or self.screen) or ("board", self.board_screen.columns)
        rows = self.board_screen.offered(page)
        self.push_screen(PaletteScreen(rows, self.keymap), partial(self._do_chosen, node))

    def _do_chosen(self, node: DOMNode, chosen: tuple[Row, Opening | None] | None) -> None:
        """Do what was chosen in the palette as its key would where the palette was opened."""
        if chosen is None:
            return
        row, opening = chosen

        async def do() -> None:
            screen = self.screen
            try:
                if row.command.why_not:
                    self.board_screen.state.say(row.command.why_not)
                else:
                    await self.run_action(row.command.key.action, node)
                    if self.screen is not screen:
                        await takes_keys(self.screen)
            finally:
                if opening is not None:
                    opening.end()

        background.begin(self, do, group="palette")

    def on_settings_in_effect_changed(self, message: SettingsInEffect.Changed) -> None:
        """The screen's colours, and who gives notices."""
        from tui.handover.notices import notice_program

        settings = message.settings
        self.theme = chosen(settings.theme, self._colours, os.environ)
        if not self.board_screen.demo:
            self._attention.program = notice_program(settings.remind.notify_command, os.environ)

    async def action_demo(self) -> None:
        """Look at a sample, or come back from it."""
        if self._visit.under_way:
            self._visit.end()
        elif self.own_board.demo:
            leave = self.keymap.say("app.leave")
            self.own_board.state.say(f"This is a demo, with no board of your own behind it; {leave} leaves.")
        else:
            await self._visit.begin()

    def action_leave(self) -> None:
        """Leave; everything is saved as it is. What the disk does not take is asked about first.

        From a look at a sample: back to one's own board.
        """
        if self._visit.under_way:
            self._visit.end()
            return
        if unsaved := self.board_screen.save_last():
            self._ask_before_leaving(unsaved)
        else:
            self._leave(0)

    def _leave(self, code: int) -> None:
        self.board_screen.leave()
        self.exit(return_code=code)

    def _ask_before_leaving(self, unsaved: list[Unsaved]) -> None:
        from tui.forms.form import Form
        from tui.screens import leaving

        state = self.board_screen.state
        path = leaving.file_for(Path.home(), self.service.clock.now().astimezone(self.service.zone))

        def save(way: leaving.Way) -> str | None:
            return leaving.carry_out(way, unsaved, path, partial(write_out, self), state.say)

        def closed(way: leaving.Way | None) -> None:
            if way in ("file", "leave"):
                self._leave(leaving.LOST if way == "leave" else 0)

        sheet = leaving.sheet(unsaved, self.board_screen.editor_host.keeper.autosaver.trouble or "", path)
        self.push_screen(Form(sheet, save, ascii_only=state.ascii_only), closed)

    def on_exit_app(self) -> None:
        """Leave where nobody here has asked for it: the page in the browser was closed."""
        if self.return_code is None:
            self.own_board.save_now()
            self.exit(return_code=0)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send what has changed on the screen, by the cells that differ from what the terminal shows."""
        driver = driver_of(self)
        if driver is not None and isinstance(renderable, Update):
            renderable = driver.shown.differing(renderable, synchronised=self._sync_available)
        super()._display(screen, renderable)

    def _begin_update(self) -> None:
        """Nothing to write where the frame says itself where it begins and ends."""
        if driver_of(self) is None:
            super()._begin_update()

    def _end_update(self) -> None:
        if driver_of(self) is None:
            super()._end_update()

    # The terminal's title and bell

    def watch_app_focus(self, focus: bool) -> None:
        """A screen that opened while nobody was looking has given the keys to nothing yet."""
        wanted = self.AUTO_FOCUS if self.screen.AUTO_FOCUS is None else self.screen.AUTO_FOCUS
        if focus and wanted and self.screen.focused is None:
            self.screen.set_focus(next((one for one in self.screen.query(wanted) if one.focusable), None))

    def on_app_focus(self) -> None:
        self._attention.in_front = True
        # Only the app is told of it; the clock or the file may have changed meanwhile.
        self.board_screen.post_message(BoardClock.Tick())

    def on_app_blur(self) -> None:
        self._attention.in_front = False

    def on_board_screen_counted(self, message: BoardScreen.Counted) -> None:
        if message.board is self.board_screen:
            self._attention.counted(message.count)

    def on_board_clock_rang(self, message: BoardClock.Rang) -> None:
        self._attention.rang(message.news)
