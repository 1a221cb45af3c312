"""The board as a user has it before them: a database of a few interviews, a clock that stands still, keys."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.pilot import Pilot

from store.book import Book
from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.feed import FeedFolder
from store.interview import Interview
from store.rules.standing import Column
from store.service import Service
from store.settings import Settings
from templates.library import Library
from tests.making import ADA, BEN, BERLIN, CLEO, POLICY, after, at, closed, made, promised, thanked
from tests.waiting import PATIENCE, until
from tui.app import Ringback
from tui.keys import PAGES
from tui.screens.board_clock import BoardClock
from tui.screens.board_state import BoardState
from tui.screens.last_read import LastRead
from tui.typed_ahead import typed_ahead
from tui.widgets.editor.editor import Editor
from tui.widgets.editor.writing import Writing
from tui.widgets.text_line import TextLine

NOW = at("2026-11-19 17:04")
"""A Thursday, 18:04 in Berlin."""
CHARACTERS = {
    "slash": "/", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]", "space": " ",
    "colon": ":", "minus": "-", "enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f",
}  # fmt: skip
NAMES = {character: name for name, character in CHARACTERS.items()}
KEYS = {key.id: key.keys.split(",") for table in PAGES.values() for key in table}


def interviews() -> list[Interview]:
    """One card or two in every column at `NOW`."""
    soon = NOW - timedelta(hours=1)
    kept = (thanked(after(2)), promised(after(0), "2026-11-25"))
    broken = (thanked(after(-98)), promised(after(-100), "2026-11-17"))
    return [
        made(thanked(after(3)), id="northwind", company="Northwind", role="Data",
             interviewers=(ADA, BEN, CLEO)),
        made(id="initech", company="Initech", role="Backend", round="Intro call", ends_at=soon),
        made(*kept, id="contoso", company="Contoso", role="Platform"),
        made(*broken, id="fabrikam", company="Fabrikam", role="SRE", ends_at=after(-100)),
        made(closed(after(-20)), id="stark", company="Stark Foods", role="ML", ends_at=after(-200)),
        made(id="hooli", company="Hooli", role="Mobile", round="First round", ends_at=at("2026-11-20 20:00")),
        made(id="globex", company="Globex", role="Compilers", ends_at=at("2026-11-24 00:00")),
    ]  # fmt: skip


def service_on(database: Path, clock: StoppedClock) -> Service:
    """A service of its own on that file, as another window has it."""
    service = Service(SafeStorage(database), clock, POLICY, BERLIN)
    service.load()
    return service


async def at_rest(app: App[Any]) -> None:
    """Wait until nobody in an app has a message left; threads and timers are not waited for."""
    calm, end = 0, time.monotonic() + PATIENCE
    while calm < 5:
        assert time.monotonic() < end, "it never comes to rest"
        await asyncio.sleep(0)
        busy = any(node.message_queue_size for node in (app, *app._registry))
        calm = 0 if busy else calm + 1


class User:
    """Who sits in front of the board."""

    def __init__(self, app: Ringback, pilot: Pilot[None], clock: StoppedClock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock
        self.board = app.board_screen
        self.state = app.board_screen.state
        self.service = app.service
        self.database = app.service.path

    # Doing

    async def key(self, *keys: str) -> None:
        """Press keys by the framework's names, one behind the other as fast fingers do."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else CHARACTERS.get(key)))
        await self.settle()

    async def press(self, *ids: str) -> None:
        """Press the first key of each of these ids of the key table, one after what came of the other."""
        for name in ids:
            await self.key(KEYS[name][0])

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.key(*(NAMES.get(letter, letter) for letter in text))

    def point(self, x: int, y: int, *, wheel: int = 0) -> None:
        """Click there, or turn the wheel by so many notches, as a terminal says it; nothing is waited for."""
        kinds: list[type[events.MouseEvent]] = [events.MouseDown, events.MouseUp]
        if wheel:
            kinds = [events.MouseScrollDown if wheel > 0 else events.MouseScrollUp] * abs(wheel)
        for kind in kinds:
            one = kind(None, x, y, 0, 0, 0 if wheel else 1, False, False, False, screen_x=x, screen_y=y)
            self.app.post_message(one)

    async def click(self, words: str, *, within: int = 0) -> None:
        """Click on words that stand on the screen, so many cells behind where they begin."""
        y, line = next((y, line) for y, line in enumerate(self.lines) if words in line)
        self.point(cell_len(line[: line.index(words)]) + within, y)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def go_to(self, card_id: str) -> None:
        """Bring the cursor to a card."""
        self.state.cursor.select(card_id)
        self.board.paint()
        await self.settle()

    async def draft(self, card_id: str) -> None:
        """Write to the people of a card."""
        await self.go_to(card_id)
        await self.press("card.draft")
        await self.until(self.is_writing)
        await self.settle()

    async def tick(self, when: datetime) -> None:
        """Let the clock show another time, and the board look at it."""
        self.clock.at = when
        self.board.post_message(BoardClock.Tick())
        await self.settle()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until that is so."""
        await until(self.pilot, holds, lambda: f"the screen:\n{self.text}")

    async def settle(self) -> None:
        """Let everything that has been set going come to its end, but for threads and timers."""
        await at_rest(self.app)

    async def read_the_last_time(self) -> LastRead:
        """Hand over what the editor holds, whatever is to be mended in it, and look at the last read."""
        self.board.sending.hand_over(typed_ahead(self.app).begin())
        await self.until(lambda: self.app.screen is not self.board)
        if not isinstance(self.app.screen, LastRead):
            await self.key("y")
            await self.until(lambda: isinstance(self.app.screen, LastRead))
        await self.settle()
        assert isinstance(self.app.screen, LastRead)
        return self.app.screen

    async def size(self, width: int, height: int) -> None:
        """Change the terminal's size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    def another(self) -> Service:
        """Another window's service on the same file."""
        return service_on(self.database, self.clock)

    # Seeing

    @property
    def text(self) -> str:
        """All that is on the screen."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return self.text.split("\n")

    def line(self, name: str) -> str:
        """What the line `headline`, `next` or `keys` says."""
        return self.board.query_one(f"#{name}", TextLine).text

    @property
    def said(self) -> str:
        """What the bottom line says."""
        return self.line("keys")

    @property
    def card(self) -> str:
        """The id of the card under the cursor; blank where there is none."""
        return self.state.card.id if self.state.card is not None else ""

    @property
    def editor(self) -> Editor | None:
        """The editor, once it has been opened."""
        return self.board.editor_host.editor

    @property
    def writing(self) -> Writing:
        """The text that is open in the editor; there has to be one."""
        assert self.editor is not None and self.editor.writing is not None
        return self.editor.writing

    def is_writing(self) -> bool:
        """Whether a text is open in the editor."""
        return self.editor is not None and self.editor.writing is not None

    def column(self, name: Column) -> list[str]:
        """Ids of the cards in a column, as the service has them now."""
        return [card.id for card in self.service.board().columns[name]]

    def on_board(self) -> bool:
        """Whether the board has the keys."""
        return self.app.screen is self.board and self.board.columns.has_focus


@asynccontextmanager
async def at_the_board(
    folder: Path,
    cards: Sequence[Interview] | None = None,
    *,
    size: tuple[int, int] = (120, 36),
    now: datetime = NOW,
    settings: Settings | None = None,
    feed: FeedFolder | None = None,
    at: datetime | None = None,
    ascii_only: bool | None = None,
    **options: Any,
) -> AsyncIterator[User]:
    """The board over a database in this folder; it is left at the end."""
    clock = StoppedClock(now)
    database = folder / "ringback.json"
    book = {one.id: one for one in (interviews() if cards is None else cards)}
    service_on(database, clock).database.apply(lambda _: Book(book, {}), now)
    service = service_on(database, clock)
    service.feed = feed
    settings = settings or Settings()
    ascii_only = bool(settings.ascii) if ascii_only is None else ascii_only
    app = Ringback(BoardState(service, settings, at=at, ascii_only=ascii_only), Library, **options)
    async with app.run_test(size=size) as pilot:
        yield User(app, pilot, clock)
