"""The use cases of the database's copies: making one, looking into one, and putting one in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.book import Book
from store.database.backups import Backup
from store.database.transaction import Saved
from store.files.errors import StorageError

if TYPE_CHECKING:
    from store.database.format import Decoded
    from store.service import Service


class Copies:
    """What is done with the backups of a service's database, and with all of them at once."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def back_up(self, reason: str) -> Backup | None:
        """Make a copy of the database as it is now; None where there is no database. Raises StorageError."""
        file = self._service.storage.file
        there = file.read()
        if there is None:
            return None
        with file.locked():
            trouble = self._service.backups.keep(there[0], self._service.clock.now(), reason, stays=True)
        if trouble:
            raise StorageError(f"{trouble[:1].upper()}{trouble[1:]}.")
        self._service.acted = True
        return next(one for one in self._service.backups.all() if one.reason == reason)

    def state_in(self, backup: Backup) -> Book | None:
        """What a backup holds; None where it cannot be used."""
        from store.database.format import UNREADABLE, decode

        try:
            return decode(backup.read()).book if backup.sound else None
        except (OSError, StorageError, *UNREADABLE):
            return None

    def restore(self, backup: Backup, reason: str) -> Saved:
        """Put a backup in the database's place; what is there, usable or not, is kept as a backup itself.

        Raises StorageError, and then nothing was changed.
        """
        saved = self._service.storage.replace(backup.read(), self._service.clock.now(), reason)
        self._service.tell(saved)
        self._service.acted = True
        return saved

    def rewrite(
        self,
        anew: Callable[[Decoded], Decoded],
        damaged: Callable[[bytes], bool],
        before: Callable[[], None],
    ) -> Saved:
        """Put the database and every backup in another form, of which nothing brings the old one back.

        See `SafeStorage.rewrite`. Raises StorageError.
        """
        saved = self._service.storage.rewrite(anew, damaged, before=before)
        self._service.note(saved)
        self._service.acted = True
        return saved
