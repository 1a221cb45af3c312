"""Who says what is to be announced of one database: once, whatever the number of boards and commands."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from store.book import Book
from store.database.announced import AnnouncedMemory
from store.files.errors import StorageError
from store.rules import announcing
from store.rules import board as boards
from store.rules.announcing import Announcement, DueMark
from store.rules.application import Applications
from store.rules.board import Board

if TYPE_CHECKING:
    from store.database.transaction import Saved
    from store.service import Service


class Announcer:
    """Goes through the memory that all boards and commands of a database share."""

    def __init__(self, service: Service) -> None:
        """Nothing is read or written yet."""
        self._service = service
        self._announced = AnnouncedMemory(service.path)

    @property
    def begun(self) -> bool:
        """Whether anyone has ever asked what is to be announced of this database."""
        return self._announced.begun()

    def due(self, board: Board) -> list[Announcement]:
        """What there is to announce on that board, announced or not; nothing while the user is at rest."""
        service = self._service
        if announcing.is_quiet(service.policy, board.at, service.zone):
            return []
        return announcing.announcements(board)

    def take(self, board: Board) -> list[Announcement]:
        """What is due on the board and has not been announced: the caller is to, and nobody else will.

        None where there is no database, and none at the first time: what is due by then is no news, even if
        the user is at rest. Raises StorageError.
        """
        service = self._service
        if not service.exists():
            return []
        due = self.due(board)
        marks = [one.mark for one in (due if self.begun else announcing.announcements(board))]
        fresh = self._announced.take(marks, service.book.interviews, service.clock.now())
        return [one for one in due if one.mark in fresh]

    def comes_next(self) -> datetime | None:
        """When somebody should look again, in UTC: nothing comes to be announced before. None if never."""
        service, board = self._service, self._service.board()
        found = [announcing.next_announcement(board.cards(), board.at, service.zone)]
        if service.feed is not None:
            # What stands in the calendar folder moves with the cards, also by time alone.
            found.append(board.next_change)
        return min((at for at in found if at is not None), default=None)

    def after_save(self, saved: Saved, changed: Collection[str]) -> None:
        """What a change of these interviews has made due is known to whoever made it, and not announced."""
        if not self.begun:
            return
        service = self._service
        was, now = service.applications(saved.before), service.applications(saved.after)
        ids = was.together(changed) | now.together(changed)
        if fresh := self._marks(saved.after, now, ids) - self._marks(saved.before, was, ids):
            # At worst it is announced all the same: no reason to say that a change went wrong.
            with suppress(StorageError):
                self._announced.take(fresh, saved.after.interviews, self._service.clock.now())

    def _marks(self, book: Book, applications: Applications, ids: Collection[str]) -> frozenset[DueMark]:
        service, now = self._service, self._service.clock.now()
        interviews = (book.interviews[one] for one in ids if one in book.interviews)
        return announcing.marks(boards.cards(interviews, applications, service.policy, now, service.zone))
