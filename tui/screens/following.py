"""How the board stays true: it follows the clock, the file, and the machine's time zone."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.timer import Timer

from store import spans
from store.files.errors import StorageError
from store.service import Service
from store.settings import Settings
from tui.screens.view import BoardView

LONGEST = 30.0
"""Seconds between two looks at the clock at most: timers stand still while a machine sleeps."""
WATCH = 2.0
"""Seconds between two looks at the file."""
JUMP = timedelta(hours=1)
"""A clock that goes by more than this between two looks was set, or the machine slept: that is said."""


class FollowingBoard(BoardView):
    """Looks at the clock when something is about to change, and at the file every two seconds."""

    def __init__(
        self, service: Service, settings: Settings, *, at: datetime | None = None, demo: bool = False
    ) -> None:
        super().__init__(service, settings, at=at, demo=demo)
        self._timer: Timer | None = None
        self._looked_at = service.clock.now()

    def on_mount(self) -> None:
        self._schedule()
        self.set_interval(WATCH, self._watch)

    def _schedule(self) -> None:
        """Wake at the next change, the next minute, or in half a minute: whatever comes first."""
        if self._timer is not None:
            self._timer.stop()
        now = self.service.clock.now()
        wait = 60.0 - now.second - now.microsecond / 1e6
        if self.board.next_change is not None and self.at is None:
            wait = min(wait, max(0.0, (self.board.next_change - now).total_seconds()))
        self._timer = self.set_timer(min(LONGEST, wait) + 0.005, self._post_tick)

    def _post_tick(self) -> None:
        self.post_message(self.Tick())

    def on_board_view_tick(self) -> None:
        self._watch()
        self.look_again()
        self._schedule()

    def look_again(self) -> None:
        """Show how things stand at this moment, and ring for what has become due."""
        now = self.service.clock.now()
        gone = now - self._looked_at
        self._looked_at = now
        if abs(gone) > JUMP:
            way = "forward" if gone > timedelta() else "back"
            self.say(f"The clock went {way} by {spans.long(gone)}; the board follows it.")
        if self.service.follow_zone():
            self.columns.zone = self.service.zone
            self.say(f"The machine's time zone is {self.service.zone.key} now; the board follows it.")
        self._sealed = self.service.read_only is not None
        known = {card.id for card in self.board.cards()}
        self.show(self.service.board(self.now()))
        if self.at is None:
            # What another window has just added or imported does not ring: whoever did that knows.
            news = [one for one in self.bell.news(self.board) if one.card_id in known]
            if news:
                self.post_message(self.Rang(news))

    def _watch(self) -> None:
        try:
            changed = self.service.changed()
        except StorageError as why:
            self._cannot_read(str(why))
            return
        if changed or self._unread:
            self.run_worker(self._reload(), group="reload", exclusive=True)

    async def _reload(self) -> None:
        async with self._turn:
            try:
                new = await self.in_thread(self.service.refresh)
            except StorageError as why:
                self._cannot_read(str(why))
                return
        self._cannot_read("")
        if new:
            self.look_again()
            self._schedule()

    def _cannot_read(self, words: str) -> None:
        """Say it once, and as long as it is so in the top line: the board stands as it was last read."""
        if words != self._unread:
            self._unread = words
            self.say(words or "The database can be read again.", "warn" if words else "strong")
