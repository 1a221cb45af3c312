"""How the board stays true: it follows the clock, the file, and the machine's time zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from store import spans
from store.files.errors import StorageError
from store.rules.announcing import Announcement
from store.rules.board import Board
from tui import background
from tui.screens.board_state import BoardState
from tui.screens.file_following import FileFollowing
from tui.screens.steps import Steps
from tui.screens.telling import Telling
from tui.words.rounds import gone_on

LONGEST = 30.0
"""Seconds between two looks at the clock at most: timers stand still while a machine sleeps."""
SOON = 0.5
"""Seconds after the start at which it begins to follow the time."""
JUMP = timedelta(hours=1)
"""A clock that goes by more than this between two looks was set, or the machine slept: that is said."""


class BoardClock:
    """Looks at the clock when something is about to change, and at the file when it may have been saved."""

    class Tick(Message):
        """It is time to look at the clock."""

    class Rang(Message):
        """Something has become due that is worth the user's attention."""

        def __init__(self, news: Sequence[Announcement]) -> None:
            super().__init__()
            self.news = news

    def __init__(self, screen: Screen[Any], state: BoardState, steps: Steps) -> None:
        """`screen` has the timers, and is sent the messages."""
        self._screen = screen
        self._state = state
        self._steps = steps
        self._service = state.service
        self._timer: Timer | None = None
        self._looked_at = self._service.clock.now()
        self._sealed = False
        """Whether the database could not be written at the last look."""
        self._unread = ""
        """Why the database cannot be read at the moment; blank where it can."""
        self._stale = False
        """Whether the file is to be read anew; and, below, whether that is under way."""
        self._reloading = False
        self._copies = set(self._service.conflict_copies())
        """Conflict copies that were there at the start, which has said so, or have been spoken of since."""
        self.wait = 0.0
        """Seconds from the last look to the next."""
        self._telling = Telling(screen, state, steps, lambda news: screen.post_message(self.Rang(news)))
        self._file = FileFollowing(screen, self._service.path, self.watch)
        state.after_step(self.schedule)

    @property
    def trouble(self) -> str:
        """What concerns everything the user does from now on, in a word or two; blank where nothing does."""
        if self._unread:
            return "database unreadable"
        return "read-only" if self._sealed else ""

    def start(self) -> None:
        """Follow from now on; the screen is mounted."""
        # What changes next is looked for when the cards are on the screen: they come first.
        self._timer = self._screen.set_timer(SOON, self.schedule)
        self._telling.start()
        self._file.start()
        self._sealed = self._service.read_only is not None

    def stop(self) -> None:
        """Follow no more; the screen goes."""
        self._file.stop()

    def schedule(self) -> None:
        """Wake at the next change, the next minute, or in half a minute: whatever comes first."""
        if self._timer is not None:
            self._timer.stop()
        now = self._service.clock.now()
        # The minute that is shown, which at the start may be over by now.
        shown = min(now, self._state.board.at) if self._state.at is None else now
        wait = max(0.0, 60.0 - shown.second - shown.microsecond / 1e6 - (now - shown).total_seconds())
        change = self._state.board.next_change
        if change is not None and self._state.at is None:
            wait = min(wait, max(0.0, (change - now).total_seconds()))
        self.wait = min(LONGEST, wait) + 0.005
        self._timer = self._screen.set_timer(self.wait, lambda: self._screen.post_message(self.Tick()))

    def tick(self) -> None:
        """Look at everything, and wake again in time."""
        self.watch()
        self.look_again(idle=True)
        self.schedule()

    def look_again(self, *, idle: bool = False) -> None:
        """Show how things stand at this moment, and have announced what has become due.

        `idle`: nobody has done anything, it is only later.
        """
        trouble = self.trouble
        now = self._service.clock.now()
        gone = now - self._looked_at
        self._looked_at = now
        if abs(gone) > JUMP:
            way = "forward" if gone > timedelta() else "back"
            self._state.say(f"The clock went {way} by {spans.long(gone)}; the board follows it.")
        if self._service.follow_zone():
            zone = self._service.zone.key
            self._state.say(f"The machine's time zone is {zone} now; the board follows it.")
        self._sealed = self._service.read_only is not None
        self._state.refresh(idle=idle and self.trouble == trouble)
        self._telling.look()

    # The file

    def watch(self) -> None:
        """Read the database anew if another window has changed it, and say what has come to lie beside it."""
        self._look_beside()
        try:
            changed = self._service.changed()
        except StorageError as why:
            self._cannot_read(str(why))
            return
        if changed or self._unread:
            self._stale = True
            if not self._reloading:
                self._reloading = True
                background.begin(self._screen, self._reload, group="reload")

    def _look_beside(self) -> None:
        for copy in self._service.conflict_copies():
            if copy not in self._copies:
                self._copies.add(copy)
                what = f"{copy.name} was left by a synchronising program"
                self._state.say(f"{what}; `ringback merge` takes in what it holds.", "warn")
        if self._service.pads.changed():
            background.begin(self._screen, self._look_among_pads, group="pads")

    async def _look_among_pads(self) -> None:
        for sentence in await self._steps.run(self._service.pads.new_distrusted):
            self._state.say(sentence, "warn")

    async def _reload(self) -> None:
        try:
            while self._stale:
                self._stale = False
                await self._read_anew()
        finally:
            self._reloading = False

    async def _read_anew(self) -> None:
        try:
            new = await self._steps.run(self._service.refresh)
        except StorageError as why:
            self._cannot_read(str(why))
            return
        self._cannot_read("")
        if new:
            before = self._state.board
            self.look_again()
            self._say_what_goes_on(before)
            self.schedule()

    def _say_what_goes_on(self, before: Board) -> None:
        """Say which rounds wait no longer, since another window has entered a later one."""
        now, zone = self._state.now(), self._service.zone
        if words := gone_on(before.cards(), self._state.board.cards(), now, zone):
            self._state.say(f"{words}.")

    def _cannot_read(self, words: str) -> None:
        """Say it once, and as long as it is so in the top line: the board stands as it was last read."""
        if words != self._unread:
            self._unread = words
            self._state.say(words or "The database can be read again.", "warn" if words else "strong")
