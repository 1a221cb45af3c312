"""The board on the screen: what is shown, and how the service is made to work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from store.changes.moves import Refused
from store.files.errors import StorageError
from store.rules.board import Board, Card
from store.service import Service
from store.settings import Settings
from tui.bell import Bell, News
from tui.keys import BOARD_KEYS, Keymap, actions, effective
from tui.widgets.columns import Columns
from tui.widgets.cursor import Cursor
from tui.widgets.text_line import TextLine
from tui.words.cards import ASCII, UNICODE
from tui.words.headline import headline, next_line
from tui.words.hints import hints
from tui.words.piece import Piece

T = TypeVar("T")


class BoardView(Screen[None]):
    """Shows the board; following the clock, and what the user does, is added by those built on it."""

    DEFAULT_CSS = """
    BoardView {
        & #headline, & #keys { background: $panel; }
        & #middle { height: 1fr; layout: vertical; }
        & #columns { height: 1fr; width: 1fr; }
        & #editor { height: 55%; min-height: 12; max-height: 24; }
        &.-wide #middle { layout: horizontal; }
        &.-wide #editor { height: 100%; max-height: 100%; width: 65%; max-width: 130; }
        &.-low #next, &.-flat #next, &.-flat #headline, &.-flat #keys { display: none; }
        &.-writing #keys { display: none; }
        &.-writing.-low #headline, &.-writing.-flat #columns { display: none; }
        & #filter { background: $boost; padding: 0 1; }
    }
    """
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [
        (0, "-narrow"),
        (60, "-middle"),
        (96, "-normal"),
        (160, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (9, "-low"), (22, "-high")]
    AUTO_FOCUS = "Columns"

    class Tick(Message):
        """It is time to look at the clock."""

    class Rang(Message):
        """Something has become due that is worth the user's attention."""

        def __init__(self, news: list[News]) -> None:
            super().__init__()
            self.news = news

    class Counted(Message):
        """How many things are to be done, for the terminal's title."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    def __init__(
        self, service: Service, settings: Settings, *, at: datetime | None = None, demo: bool = False
    ) -> None:
        super().__init__()
        self.service = service
        self.settings = settings
        self.keymap = Keymap(settings.keys)
        self.keys = {key.id: key for key in effective(BOARD_KEYS, settings.keys)}
        """The key table with the user's own keys in it."""
        self.demo = demo
        self.at = at
        """The instant that is looked at, where it is not now; then the board is read-only."""
        self.cursor = Cursor()
        self.board: Board = service.board(self.now())
        self.marked: frozenset[str] = frozenset()
        self.moved: frozenset[str] = frozenset()
        self.bell = Bell()
        self.bell.news(service.board())
        self._message: tuple[str, str] | None = None
        self._sealed = False
        self._turn = asyncio.Lock()
        self._unread = ""
        """Why the database cannot be read at the moment; blank where it can."""
        self.cursor.show(self.board)

    def compose(self) -> ComposeResult:
        yield TextLine(id="headline")
        yield TextLine(id="next")
        with Container(id="middle"):
            signs = ASCII if self.settings.ascii else UNICODE
            yield Columns(
                self.cursor, self.service.zone, signs, actions=actions(self.keys.values()),
                pressed=self.pressed, id="columns",
            )  # fmt: skip
        yield TextLine(id="keys")

    @property
    def columns(self) -> Columns:
        """The widget that draws the cards."""
        return self.query_one("#columns", Columns)

    @property
    def card(self) -> Card | None:
        """The card the cursor is on."""
        return self.cursor.card

    def now(self) -> datetime:
        """The instant the board shows."""
        return self.at if self.at is not None else self.service.clock.now()

    def on_mount(self) -> None:
        self._sealed = self.service.vault.disk.read_only() is not None
        self.paint()
        if self.service.notes:
            self._tell_notes()

    # Showing

    def show(self, board: Board, *, by_user: bool = False) -> None:
        """Show a board; what has moved by itself or come since the last one is marked until it is seen."""
        if not by_user and self.at is None:
            was = {card.id: card.column for card in self.board.cards()}
            self.moved |= {card.id for card in board.cards() if was.get(card.id) != card.column}
        here = {card.id for card in board.cards()}
        self.moved &= here
        self.marked &= here
        self.board = board
        self.cursor.show(board)
        self.paint()

    def paint(self) -> None:
        """Draw what has changed."""
        if not self.is_mounted:
            return
        width = self.size.width or self.app.size.width
        looking = self.at is not None
        left, right = headline(
            self.board, self.service.zone, wanted=self.cursor.wanted, marked=len(self.marked),
            looking=looking, width=width, demo=self.demo, trouble=self._trouble,
        )  # fmt: skip
        self.query_one("#headline", TextLine).say(left, right)
        inside = self.cursor.column == "upcoming"
        coming = self.cursor.columns["upcoming"]
        current = self.cursor.row if inside and coming else None
        self.query_one("#next", TextLine).say(next_line(coming, self.board.at, self.service.zone, current))
        self.columns.show(self.board.at, self.moved, self.marked)
        self.query_one("#keys", TextLine).say(*self._bottom())
        todo = len(self.board.columns["to_thank"]) + len(self.board.columns["call_now"])
        self.post_message(self.Counted(todo))

    @property
    def _trouble(self) -> str:
        """What concerns everything the user does from now on."""
        if self._unread:
            return "database unreadable"
        return "read-only" if self._sealed else ""

    def _bottom(self) -> tuple[list[Piece], list[Piece]]:
        right: list[Piece] = [(f"{self.keymap.say('app.help')} help", "dim")]
        if self._message is not None:
            return [self._message], right
        room = (self.size.width or self.app.size.width) - len(right[0][0]) - 3
        looking = self.at is not None
        return hints(self.card, self.keymap, undo=self.service.undo_words, looking=looking, width=room), right

    def say(self, words: str, tone: str = "strong") -> None:
        """Say something in the bottom line, until the next key."""
        self._message = (words, tone)
        self.paint()

    def on_key(self, event: events.Key) -> None:
        self.pressed()

    def pressed(self) -> None:
        """A key was pressed: what was said has been read, and the card under the cursor has been seen."""
        here = {self.card.id} & self.moved if self.card is not None else frozenset()
        if self._message is not None or here:
            self._message = None
            self.moved -= here
            # Not before the key has done what it does.
            self.call_later(self.paint)

    def on_resize(self) -> None:
        self.paint()

    def save_now(self) -> None:
        """Put what is being written on the disk; called in a signal handler too, so it waits for nothing."""

    # Work for the service

    async def in_thread(self, do: Callable[[], T]) -> T:
        """The disk is waited for in a thread: the board goes on meanwhile."""
        return await asyncio.to_thread(do)

    async def work(self, do: Callable[[], T]) -> T | None:
        """Have the service do something in a thread, one thing after the other; say what it refuses."""
        async with self._turn:
            try:
                done = await self.in_thread(do)
            except (Refused, StorageError) as why:
                self.say(str(why), "warn")
                return None
        self._tell_notes()
        return done

    def _tell_notes(self) -> None:
        if self.service.notes:
            notes, self.service.notes = self.service.notes, []
            self.say(" ".join(notes), "warn")
