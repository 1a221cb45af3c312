"""The deadlines in a folder of calendar files, one each, as vdirsyncer and khal keep them.

Only files of ringback's own making are ever changed or removed, and of those only this database's.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.deadlines import OPEN, Deadline, Discretion, deadlines_of
from store.deadlines.entry_file import OWN_NAME, EntryFile, entry_name, read_entry, write_entry
from store.files.atomic import make_directory, replace_file
from store.files.errors import StorageError, reason
from store.files.lock import FileLock
from store.files.regular import read_plain
from store.short_hash import short_hash

if TYPE_CHECKING:
    from store.service import Service
    from store.settings import Settings

LARGEST = 2**20
"""Bytes of an entry at most; what is larger is not of ringback's making."""
PATIENCE = 5.0
"""Seconds to wait for another one who writes the same."""


def feed_of(settings: Settings, folder: str = "") -> FeedFolder | None:
    """The folder that the settings have the deadlines written to, or this one, in the way that they say."""
    from store.files.paths import expanded

    named = folder or settings.feed.folder
    if not named:
        return None
    return FeedFolder(expanded(named).absolute(), discretion_of(settings))


def discretion_of(settings: Settings) -> Discretion:
    """What calendars are told of the deadlines, as the settings say."""
    # A calendar that is watched has the invitations themselves.
    return Discretion(initials=settings.feed.privacy == "initials", invitations=not settings.watch.calendar)


class FeedCounts(NamedTuple):
    """What writing came to: how many entries there are, and how many are other than before."""

    entries: int
    new: int
    changed: int
    removed: int


class FeedFolder:
    """The folder that one database's deadlines are written to."""

    def __init__(self, folder: Path, discretion: Discretion = OPEN) -> None:
        """Nothing is read or written yet."""
        self.folder = folder
        self._discretion = discretion

    def renew(self, service: Service) -> str:
        """Write what is due by now; a sentence where that was not possible."""
        try:
            self.write(service)
        except StorageError as why:
            return f"The calendar entries in {self.folder} are not up to date: {why}."
        return ""

    def write(self, service: Service) -> FeedCounts | None:
        """Make the folder hold exactly what is due by the service's clock. Raises StorageError.

        None, and nothing is written, where another program has changed the database since it was read: it
        does so.
        """
        with FileLock(_beside(service.path), self.folder).held(PATIENCE):
            if service.changed():
                return None
            self._make()
            deadlines = self._discretion.told(deadlines_of(service.board().cards()))
            return self._write(deadlines, service.clock.now(), board_name(service.path))

    def _write(self, deadlines: Iterable[Deadline], now: datetime, board: str) -> FeedCounts:
        there = {name: entry for name, entry in self.entries() if entry.board in (board, "")}
        wanted = {entry_name(one.uid): one for one in deadlines}
        new = changed = 0
        for name, one in wanted.items():
            data = write_entry(one, now, board, there.get(name))
            if data is not None and (name in there or not os.path.lexists(self.folder / name)):
                replace_file(self.folder / name, data)
                new, changed = new + (name not in there), changed + (name in there)
        gone = [name for name in there if name not in wanted]
        for name in gone:
            self._remove(self.folder / name)
        return FeedCounts(len(wanted), new, changed, len(gone))

    def entries(self) -> Iterator[tuple[str, EntryFile]]:
        """What lies there of ringback's own making, of whichever database. Raises StorageError."""
        try:
            names = [name for name in os.listdir(self.folder) if OWN_NAME.fullmatch(name)]  # noqa: PTH208
        except FileNotFoundError:
            return
        except OSError as error:
            raise StorageError(f"{self.folder} cannot be read: {reason(error)}") from error
        for name in names:
            try:
                entry = read_entry(read_plain(self.folder / name, LARGEST)[0])
            except (FileNotFoundError, StorageError):
                continue
            if entry is not None and entry_name(entry.uid) == name:
                yield name, entry

    def _make(self) -> None:
        try:
            make_directory(self.folder)
        except OSError as error:
            raise StorageError(f"{self.folder} was not made: {reason(error)}") from error
        if not self.folder.is_dir():
            raise StorageError(f"{self.folder} is a file, and a folder is needed")

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"{path} was not removed: {reason(error)}") from error


def board_name(database: Path) -> str:
    """By what entries tell whose deadlines they are."""
    return short_hash(os.fsencode(database), 12)


def _beside(database: Path) -> Path:
    return database.with_name(f"{database.name}.feed.lock")
