"""The database as one safe file: read whole, locked while it is changed, replaced in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.database.backups import Backups
from store.files import place_warnings
from store.files.atomic import make_directory, replace_file, sweep
from store.files.errors import ReadOnly, StorageError, not_saved, reason
from store.files.lock import FileLock
from store.files.regular import Stamp, not_regular, read_plain


class DatabaseFile:
    """One database file, as bytes. A change is: `locked()`, `read()` or `expect()`, decide, `save()`."""

    def __init__(self, path: Path) -> None:
        """A symbolic link is followed here and once: what it leads to is replaced, not the link.

        Raises StorageError for a path that cannot be one.
        """
        try:
            self._given = path.absolute()
            self.path = Path(os.path.realpath(path))
        except (OSError, ValueError) as error:
            raise StorageError(f"{path} cannot be a database: {error}; give another path") from error
        self.lock_path = self.path.with_name(f"{self.path.name}.lock")
        self.backups = Backups(self.path)
        self._lock = FileLock(self.lock_path, self.path)
        self._expecting = False
        self._expected: Stamp | None = None
        self.saved: Stamp | None = None
        """The stamp of what was last saved here."""

    def stamp(self) -> Stamp | None:
        """Tells whether the file has been replaced since; None: no file. StorageError if it is no file."""
        try:
            found = self.path.lstat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(f"{self.path} was not read: {reason(error)}; nothing was changed") from error
        if kind := not_regular(found.st_mode):
            raise StorageError(f"{self.path} is {kind}, not a file; it was left as it is; give another path")
        return Stamp.of(found)

    def read(self) -> tuple[bytes, Stamp] | None:
        """The whole file and the stamp that belongs to it; needs no lock.

        None only where there has never been a file: if it is missing and its backups are there, or it is
        anything but a regular file of reasonable size, StorageError says so.
        """
        found: tuple[bytes, Stamp] | None
        try:
            found = read_plain(self.path)
        except FileNotFoundError:
            self._refuse_if_lost()
            found = None
        if self._lock.mine:
            self.expect(found and found[1])
        return found

    def expect(self, stamp: Stamp | None) -> None:
        """Let `save` replace only the file of that stamp (None: only a new one), until the lock is freed."""
        self._expecting, self._expected = True, stamp

    @contextmanager
    def locked(self, limit: float = 8.0) -> Iterator[None]:
        """Keep every other writer out; blocks for at most `limit` seconds: not for an event loop.

        Raises Locked if it took longer, ReadOnly if nothing could be saved anyway, RuntimeError if this
        thread has locked already. The directory must exist: `prepare()`.
        """
        self.stamp()
        self._refuse_if_read_only()
        with self._lock.held(limit):
            self._expecting = False
            yield

    def save(self, data: bytes) -> bool:
        """Replace the file; only while locked. See `store.files.atomic.replace_file` for what is promised.

        If the file is not the one that was read under this lock, or that is expected, it is left alone.
        False: the file is saved but the disk did not confirm. Raises StorageError if it is not saved.
        """
        if not self._lock.mine:
            raise RuntimeError("save() outside locked()")
        self._refuse_if_read_only()
        sweep(self.path)
        coming: list[Stamp] = []

        def last_look(new: Path) -> None:
            coming[:] = [Stamp.of(new.lstat())]
            self._refuse_if_changed()

        confirmed = replace_file(self.path, data, last_look)
        # Not looked up again: what lies there now may already be another program's.
        self.saved = self._expected = coming[0]
        return confirmed

    def prepare(self) -> None:
        """Make the directory (0700) before the first write. Raises StorageError."""
        self._refuse_if_unmounted()
        try:
            make_directory(self.path.parent)
        except OSError as error:
            raise not_saved(self.path, error, existed=False) from error

    def read_only(self) -> str | None:
        """Why nothing can be saved, as far as one can tell before: `the file is read-only (mode 0444)`."""
        for name, place in (("file", self.path), ("directory", self.path.parent)):
            try:
                mode = place.stat().st_mode
                sealed = os.statvfs(place).f_flag & os.ST_RDONLY
            except OSError:
                continue
            if sealed:
                return "the file system is read-only"
            # The mode is asked too: root may write everywhere, but the right was taken away on purpose.
            if not mode & stat.S_IWUSR or not os.access(place, os.W_OK):
                return f"the {name} is read-only (mode {stat.S_IMODE(mode):04o})"
        return None

    def unusable(self, problem: str) -> StorageError:
        """The error for contents that cannot be used, `problem` following "the file …", with the way out."""
        return StorageError(f"{self.path} {problem}; it was left untouched; {self._way_out()}")

    def warnings(self) -> list[str]:
        """Dangers that do not keep ringback from working, one sentence each."""
        found: list[str] = []
        try:
            found += place_warnings.odd_directory(self.path.parent)
            found += place_warnings.odd_file(self.path, links=1 + self._linked_backups())
        except FileNotFoundError:
            pass
        except (OSError, StorageError) as error:
            found.append(f"{self.path} could not be looked at: {error}")
        found += place_warnings.network(self.path)
        for copy in place_warnings.conflict_copies(self.path):
            found.append(
                f"{copy} was left by a synchronising program; `ringback merge` takes in what it holds"
            )
        for copy in place_warnings.left_over_copies(self.path):
            found.append(
                f"{copy} is an old copy that ringback does not look at; move it away if it is not needed"
            )
        return found

    def _linked_backups(self) -> int:
        inode = self.path.lstat().st_ino
        return sum(backup.path.lstat().st_ino == inode for backup in self.backups.all())

    def _way_out(self) -> str:
        try:
            best = self.backups.newest_good()
        except StorageError as error:
            return str(error)
        if best is None:
            return "there is no good backup of it; mend it by hand, or move it away to begin anew"
        return f"the newest good backup is {best.name}: `ringback restore {best.name}` brings it back"

    def _refuse_if_lost(self) -> None:
        self._refuse_if_unmounted()
        if self.backups.all():
            raise StorageError(
                f"{self.path} is missing, but not its backups; nothing was changed; {self._way_out()}"
            )
        for copy in place_warnings.left_over_copies(self.path):
            raise StorageError(
                f"{self.path} is missing, but {copy} is there; nothing was changed; "
                "give it back its name, or move it away to begin anew"
            )

    def _refuse_if_unmounted(self) -> None:
        """A link into nowhere mostly means a drive that is not there: begin no new board in its place."""
        if self.path.parent.is_dir():
            return
        for step in (self._given, *self._given.parents):
            if step.is_symlink() and not step.exists():
                raise StorageError(
                    f"{step} is a symbolic link, and where it leads ({self.path}) there is nothing; "
                    "nothing was changed; mount what belongs there, or change the link"
                )

    def _refuse_if_read_only(self) -> None:
        if why := self.read_only():
            raise ReadOnly(f"not saved: {why}; {self.path} is as it was; make it writable and try again")

    def _refuse_if_changed(self) -> None:
        if self._expecting and self.stamp() != self._expected:
            raise StorageError(
                f"not saved: another program has just changed {self.path}; "
                "its version was left alone; try again"
            )
