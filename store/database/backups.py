"""Copies of earlier states beside the database: one an hour, one a day, one before a risky step."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from store.files.atomic import flush_directory, make_directory, replace_file, sweep, sweep_all
from store.files.damage import check_text
from store.files.errors import StorageError
from store.files.errors import reason as cause
from store.files.regular import read_plain
from store.patterns import pattern
from store.short_hash import short_hash

HOURLY, DAILY, NAMED, DAMAGED = 24, 30, 20, 5
"""How many of each kind are kept. They count copies and not days, so a long pause costs none."""

BACKUP_NAME = pattern(
    r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:\.([a-z-]+))?(?:\.(\d{1,13}))?\.([0-9a-f]{16})\.(json|damaged)"
)
TIME = "%Y-%m-%dT%H-%M-%SZ"
_DAY = len("2026-11-20")
SAVES = re.compile(rb'"saves":\s?(\d{1,12})\b')
"""The number of saves as the file begins with it (see `store.database.format`)."""
_OFFERED = 5
"""Names that a refusal has room for."""
FUTURE = timedelta(minutes=5)
"""What was made this much later than now tells of a clock that was wrong."""


class Backup(Struct, frozen=True):
    """One copy. `made_at` is in UTC, `size` in bytes, `reason` empty for the regular ones."""

    path: Path
    made_at: datetime
    size: int
    reason: str
    digest: str
    """The first 16 hexadecimal digits of the SHA-256 of what was copied."""
    sound: bool
    """Whether the state could be read when it was copied."""
    saved_ns: int = 0
    """When the state was saved, or else copied, in nanoseconds since 1970."""
    number: int = 0
    """Later copies have higher ones, whatever the clock said; 0 in the names of older versions."""

    @property
    def name(self) -> str:
        return self.path.name

    def from_the_future(self, now: datetime) -> bool:
        """Whether the clock was wrong when it was made, or is now."""
        return self.made_at > now + FUTURE

    @property
    def good(self) -> bool:
        """Whether the copy is what was copied, and that could be read. Reads the file."""
        try:
            return self.sound and check_text(self.read()) is None
        except (OSError, StorageError):
            return False

    def read(self) -> bytes:
        """What was copied. Raises FileNotFoundError, or StorageError if the copy has changed since."""
        data, _ = read_plain(self.path)
        if _digest(data) != self.digest:
            raise StorageError(f"the backup {self.path} is damaged; nothing was changed; choose another one")
        return data


class Backups:
    """The copies of one database, in the directory `<database>.backups` beside it."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.directory = database.with_name(f"{database.name}.backups")

    def all(self) -> list[Backup]:
        """Every copy, the newest first; other files in the directory are not looked at.

        Raises StorageError if the directory is there and cannot be read.
        """
        try:
            with os.scandir(self.directory) as entries:
                found = [backup for entry in entries if (backup := _backup(entry))]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StorageError(
                f"{self.directory} was not read: {cause(error)}; nothing was changed"
            ) from error
        # By the counter first: a clock may have been wrong. Copies of older versions have none; of several of
        # one second a later state was also saved later.
        return sorted(
            found,
            key=lambda backup: (backup.number, backup.made_at, backup.saved_ns, backup.name),
            reverse=True,
        )

    def newest_good(self) -> Backup | None:
        return next((backup for backup in self.all() if backup.good), None)

    def find(self, which: str) -> Backup:
        """The one copy whose name begins with `which`; StorageError if there is none, or more than one."""
        fitting = [backup for backup in self.all() if which and backup.name.startswith(which)]
        if len(fitting) == 1:
            return fitting[0]
        problem = f"{len(fitting)} backups begin" if fitting else "no backup begins"
        known = fitting or self.all()
        names = ", ".join(one.name for one in known[:_OFFERED]) + ", …" * (len(known) > _OFFERED)
        raise StorageError(
            f"{problem} with {which[:80]!r} in {self.directory}; nothing was changed; "
            + (f"give a whole name: {names}" if known else "there are none")
        )

    def read(self, name: str) -> bytes:
        """The bytes of the copy that `find` finds. Raises StorageError if it is damaged or gone."""
        try:
            return self.find(name).read()
        except FileNotFoundError as error:
            raise StorageError(
                f"the backup {name} is gone; nothing was changed; choose another one"
            ) from error

    def keep(
        self, data: bytes, now: datetime, reason: str = "", *, damaged: bool = False, stays: bool = False
    ) -> str | None:
        """Copy `data`, the state about to be replaced. To be called under the database's lock.

        Without `reason` at most one copy is made in each hour of UTC, none of an unchanged state, and none of
        a state that cannot be read. With one, such as `before-restore`, it is always made. `damaged`: the
        state cannot be used, though it may well be JSON, and is never offered for restoring. `stays`: it is
        not replaced now, so the copy may not share its bytes with a file another program may write into.

        Returns None, or the sentence saying why there is no copy; a change is saved nevertheless.
        """
        if now.tzinfo is None:
            raise ValueError("`now` must be aware")
        try:
            return self._keep(data, now.astimezone(UTC), reason, damaged, stays)
        except (OSError, StorageError) as error:
            why = str(error) if isinstance(error, StorageError) else cause(error)
            return f"no backup was made in {self.directory}: {why}"

    def rewrite(self, anew: Callable[[bytes], bytes | None]) -> None:
        """Put every copy in another form: `anew` gives it of its bytes, or None to remove it.

        To be called under the database's lock. Each copy is the old or the new one at any time, under a name
        of its own; whoever was stopped begins again. Raises StorageError, OSError.
        """
        for backup in self.all():
            data, _ = read_plain(backup.path)
            new = anew(data)
            if new == data:
                continue
            if new is not None:
                target = self.directory / _renamed(backup, _digest(new))
                replace_file(target, new)
                # Copies of older versions are ordered by this.
                os.utime(target, ns=(backup.saved_ns, backup.saved_ns))
            backup.path.unlink(missing_ok=True)
        sweep_all(self.directory)
        flush_directory(self.directory)

    def _keep(self, data: bytes, now: datetime, reason: str, damaged: bool, stays: bool) -> str | None:
        if not reason and not self._due(data, now):
            return None
        digest = _digest(data)
        problem = check_text(data)
        if problem and not reason:
            return f"no backup was made in {self.directory}: the database {problem}"
        ending = "damaged" if problem or damaged else "json"
        number = str(self._number(data, now, reason, digest))
        name = ".".join(filter(None, (now.strftime(TIME), reason, number, digest, ending)))
        if not BACKUP_NAME.fullmatch(name):
            raise ValueError(f"not a reason for a backup: {reason!r}")
        make_directory(self.directory)
        self._copy(data, self.directory / name, linked=not stays)
        self._thin_out(self.directory / name)
        return None

    def _number(self, data: bytes, now: datetime, reason: str, digest: str) -> int:
        """The next one: that of the state's saves, unless others have more already, as after restoring."""
        everything = self.all()
        made_at = now.replace(microsecond=0)
        for one in everything:
            if (one.made_at, one.reason, one.digest) == (made_at, reason, digest) and one.number:
                return one.number
        saves = SAVES.search(data[:400])
        highest = max((one.number for one in everything), default=0)
        return max(int(saves[1]) if saves else 0, highest + 1)

    def _due(self, data: bytes, now: datetime) -> bool:
        regular = [backup for backup in self.all() if not backup.reason]
        hour = now.replace(minute=0, second=0, microsecond=0)
        if any(backup.made_at.replace(minute=0, second=0) == hour for backup in regular):
            return False
        return not regular or regular[0].digest != _digest(data)

    def _copy(self, data: bytes, target: Path, *, linked: bool) -> None:
        sweep(target)
        if linked and self._link(data, target):
            flush_directory(self.directory)
        else:
            replace_file(target, data)

    def _link(self, data: bytes, target: Path) -> bool:
        """A second name for the file on the disk, which a save replaces and never writes into.

        It takes no room, so a backup cannot be what fills the disk before a save.
        """
        with suppress(OSError, StorageError):
            found = self.database.lstat()
            private = (
                stat.S_ISREG(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o600 and found.st_nlink == 1
            )
            if private and found.st_size == len(data):
                target.hardlink_to(self.database)
                if read_plain(target)[0] == data:
                    return True
                target.unlink()
        return False

    def _thin_out(self, newest: Path) -> None:
        everything = self.all()
        regular = [backup for backup in everything if backup.sound and not backup.reason]
        last_of_day: dict[str, Backup] = {}
        for backup in regular:
            last_of_day.setdefault(f"{backup.made_at:%Y-%m-%d}", backup)
        kept = {backup.path for backup in regular[:HOURLY]} | {newest}
        kept |= {backup.path for backup in list(last_of_day.values())[:DAILY]}
        kept |= {
            backup.path for backup in [each for each in everything if each.sound and each.reason][:NAMED]
        }
        kept |= {backup.path for backup in [each for each in everything if not each.sound][:DAMAGED]}
        for backup in everything:
            if backup.path not in kept:
                with suppress(OSError):
                    backup.path.unlink()


def _backup(entry: os.DirEntry[str]) -> Backup | None:
    parts = BACKUP_NAME.fullmatch(entry.name)
    if parts is None or not entry.is_file(follow_symlinks=False):
        return None
    try:
        made_at = datetime.fromisoformat(parts[1][:_DAY] + parts[1][_DAY:].replace("-", ":"))
        found = entry.stat(follow_symlinks=False)
    except (ValueError, FileNotFoundError):
        return None
    return Backup(
        path=Path(entry.path), made_at=made_at, size=found.st_size, reason=parts[2] or "", digest=parts[4],
        sound=parts[5] == "json", saved_ns=found.st_mtime_ns, number=int(parts[3] or 0),
    )  # fmt: skip


def _renamed(backup: Backup, digest: str) -> str:
    """The name of a copy whose bytes have become others."""
    parts = (backup.made_at.strftime(TIME), backup.reason, str(backup.number or ""), digest)
    return ".".join(filter(None, (*parts, "json" if backup.sound else "damaged")))


def _digest(data: bytes) -> str:
    return short_hash(data, 16)
