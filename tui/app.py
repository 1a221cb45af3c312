"""The app: it holds the board's screen, the palette of commands and the terminal's title and bell."""

from __future__ import annotations

import asyncio
import locale
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import WeakKeyDictionary

from msgspec.structs import replace
from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widget import Widget

from store.service import Service
from store.settings import Settings
from tui import background
from tui.browser import in_browser
from tui.key_names import by_place, parts
from tui.keys import BOARD_KEYS, Key, effective, written
from tui.screens.board import BoardScreen
from tui.screens.board_clock import BoardClock
from tui.signs import plain_ascii
from tui.terminal.burst import REFUSED, Burst
from tui.terminal.cells import Update
from tui.terminal.driver import QuietDriver, driver_of
from tui.terminal.drivers import write_out
from tui.terminal.notices import notice
from tui.typed_ahead import Handled, anew, typed_ahead
from tui.words.announcing import announced, together

if TYPE_CHECKING:
    from rich.console import RenderableType

    from templates.library import Library
    from tui.screens.leaving import Unsaved


class Commands(Provider):
    """The palette: every command of the board's key table, by name, with the key that does it."""

    def _fitting(self) -> tuple[Key, ...]:
        keys = effective(BOARD_KEYS, self._board.state.keymap.changed)
        return tuple(key for key in keys if key.id != "app.palette")

    @property
    def _board(self) -> BoardScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, BoardScreen))

    async def _run(self, key: Key) -> None:
        await self._board.columns.run_action(key.action)

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for key in self._fitting():
            yield DiscoveryHit(_title(key), partial(self._run, key), text=key.words, help=written(key))

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        for key in self._fitting():
            score = matcher.match(_title(key))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(_title(key)),
                    partial(self._run, key),
                    text=key.words,
                    help=written(key),
                )


def _title(key: Key) -> str:
    return key.words[:1].upper() + key.words[1:]


class Ringback(App[None]):
    """The full-screen board."""

    TITLE = "ringback"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {Commands}
    # A scroll bar of the screen would flip for ever on the smallest terminals.
    CSS = "Screen { overflow: hidden; }"

    def __init__(
        self,
        service: Service,
        settings: Settings,
        library: Callable[[], Library],
        *,
        settings_file: Path | None = None,
        at: datetime | None = None,
        demo: bool = False,
        notify: Sequence[str] = (),
    ) -> None:
        """See `run_board`."""
        super().__init__(driver_class=None if in_browser(os.environ) else QuietDriver)
        self.service = service
        self.settings = settings
        self.board_screen = BoardScreen(
            service, settings, library, settings_file=settings_file, at=at, demo=demo
        )
        self._own_keys = {name for keys in settings.keys.values() for name in parts(keys)}
        self.keymap = self.board_screen.state.keymap
        self._meant_for: WeakKeyDictionary[events.Event, tuple[Screen[Any], Widget | None]]
        self._meant_for = WeakKeyDictionary()
        self._ahead = typed_ahead(self)
        self._ahead.go_on = partial(self.call_later, self._deliver)
        self._notice_program = notify
        self._count: int | None = None
        self._in_front: bool | None = None
        if settings.theme:
            self.theme = settings.theme
        if settings.keys:
            self.set_keymap(settings.keys)
        if "SSH_CONNECTION" in os.environ:
            self.animation_level = "none"

    def on_mount(self) -> None:
        """Look at the clock at once after the program was stopped and continues."""
        self.app_resume_signal.subscribe(self, lambda _: self.board_screen.post_message(BoardClock.Tick()))

    def get_default_screen(self) -> BoardScreen:
        """The board is the first screen: its first frame is complete."""
        return self.board_screen

    async def on_event(self, event: events.Event) -> None:
        """What is typed is delivered in turn; all else at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._ahead.came(event)
            await self._deliver()
        else:
            if isinstance(event, events.Resize) and (driver := driver_of(self)):
                driver.shown.forget()  # terminals cut off and break lines each in its way
            await super().on_event(event)

    async def on_burst(self, event: Burst) -> None:
        """Many keys at once wait for their turn like one."""
        self._ahead.came(event)
        await self._deliver()

    async def on_handled(self, message: Handled) -> None:
        """What was delivered last has been acted on."""
        self._ahead.handled(message, self.board_screen)

    async def _deliver(self) -> None:
        """Hand on what waits, as long as nothing is under way."""
        while (event := self._ahead.next()) is not None:
            to = self.focused or self.screen
            if isinstance(event, Burst):
                await self._deliver_burst(event)
            else:
                self._meant_for[event] = (self.screen, self.focused)
                if isinstance(event, events.Key) and event.key not in self._own_keys:
                    # A letter of another alphabet is the key in its place; what it writes stays what it is.
                    event.key = by_place(event.key)
                await super().on_event(event)
            self._ahead.delivered(event, to)

    def pop_screen(self) -> AwaitComplete:
        """A page that goes has acted on the key that is with it."""
        gone = self.screen
        popped = super().pop_screen()
        self._ahead.gone(gone, self.board_screen)
        return popped

    def on_key(self, event: events.Key) -> None:
        """A key that nobody took, and before which somebody else has got the focus, is for them."""
        if self._meant_for.get(event, (self.screen, self.focused)) != (self.screen, self.focused):
            event.prevent_default()
            self.post_message(anew(event))

    async def _deliver_burst(self, event: Burst) -> None:
        """Many keys at once: for the text that has the focus, and elsewhere only where they may be keys."""
        focused = self.focused
        if focused is not None and hasattr(focused, "on_burst"):
            focused.post_message(event.rest(0))
        elif hasattr(focused, "insert_text_at_cursor"):  # a field of the framework's own: the palette's
            await super().on_event(events.Paste(event.text.replace("\r", " ")))
        elif not event.pasted:
            for key in event.one_by_one():
                key.time = event.time
                self._ahead.came(key)
        elif self.screen is self.board_screen:
            self.board_screen.refused()
        else:
            self.notify(REFUSED, markup=False)

    def action_help(self, group: str = "") -> None:
        """All keys, from those of the page that asks."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.keymap, group))

    def action_leave(self) -> None:
        """Leave; everything is saved as it is. What the disk does not take is asked about first."""
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
            self.board_screen.save_now()
            self.exit(return_code=0)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send what has changed on the screen, by the cells that differ from what the terminal shows."""
        driver = driver_of(self)
        if driver is not None and isinstance(renderable, Update):
            renderable = driver.shown.differing(renderable)
        super()._display(screen, renderable)

    # The terminal's title and bell

    def watch_app_focus(self, focus: bool) -> None:
        """A screen that opened while nobody was looking has given the keys to nothing yet."""
        wanted = self.AUTO_FOCUS if self.screen.AUTO_FOCUS is None else self.screen.AUTO_FOCUS
        if focus and wanted and self.screen.focused is None:
            self.screen.set_focus(next((one for one in self.screen.query(wanted) if one.focusable), None))

    def on_app_focus(self) -> None:
        self._in_front = True
        # Only the app is told of it; the clock or the file may have changed meanwhile.
        self.board_screen.post_message(BoardClock.Tick())

    def on_app_blur(self) -> None:
        self._in_front = False

    def on_board_screen_counted(self, message: BoardScreen.Counted) -> None:
        if message.count != self._count:
            self._count = message.count
            driver = driver_of(self)
            if driver is not None:
                driver.set_title(f"({message.count}) ringback" if message.count else "ringback")

    def on_board_clock_rang(self, message: BoardClock.Rang) -> None:
        now, remind = self.service.clock.now(), self.settings.remind
        self.board_screen.state.say("; ".join(announced(one, now) for one in message.news))
        if self._in_front:
            return
        texts = together([announced(one, now, neutral=remind.neutral) for one in message.news])
        driver = driver_of(self)
        if driver is not None:
            driver.bell()
            for text in texts if remind.osc else ():
                driver.write(notice(remind.osc, text, os.environ))
        if self._notice_program:
            background.begin(self.board_screen, partial(self._give_notice, texts), group="notices")

    async def _give_notice(self, texts: Sequence[str]) -> None:
        from tui.handover.notices import NotNotified, give_notice

        try:
            await asyncio.to_thread(give_notice, self._notice_program, texts, os.environ)
        except NotNotified as why:
            self.board_screen.state.say(str(why), "warn")


def run_board(
    service: Service,
    settings: Settings,
    library: Callable[[], Library],
    *,
    settings_file: Path | None = None,
    at: datetime | None = None,
    demo: bool = False,
    notify: Sequence[str] = (),
) -> int:
    """Show the board until it is left; the process's exit code, also after a signal or a fault of its own.

    `library` gives the templates, when the first text is written; in `settings_file` is kept what the user
    is asked for once. `notify` is the program that is given a title and a text when something becomes due.
    """
    from store.files.paths import state_dir
    from tui.terminal.crash import run_guarded
    from tui.terminal.signals import Ending

    ending = Ending()
    ending.install()
    settings = _drawable(settings)

    def make() -> Ringback:
        app = Ringback(
            service, settings, library, settings_file=settings_file, at=at, demo=demo, notify=notify
        )
        if not settings.theme and app.console.color_system == "standard":
            # Shades come out as each other where there are sixteen colours only.
            app.theme = "ansi-dark"
        ending.save = app.board_screen.save_now
        ending.busy = lambda: typed_ahead(app).waits
        return app

    return run_guarded(
        make, ending, state_dir() / "ringback.log", f"{service.clock.now():%Y-%m-%dT%H:%M:%SZ}"
    )


def _drawable(settings: Settings) -> Settings:
    """The settings with it settled whether only ASCII is drawn; a terminal's size is then its own."""
    if in_browser(os.environ):
        return replace(settings, ascii=bool(settings.ascii))
    for name in ("COLUMNS", "LINES"):
        # Where they are exported they would win over the terminal's own size, which they do not follow.
        os.environ.pop(name, None)
    if settings.ascii is not None:
        return settings
    # The board is drawn on standard error, in that stream's encoding.
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return replace(settings, ascii=plain_ascii(encoding, locale.getencoding()))
