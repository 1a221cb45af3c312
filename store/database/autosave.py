"""Where a text lies while it is being typed: small files beside the database, written without its lock.

A board owns a session, a lock that the system gives up when the board dies. Pads of a session whose lock is
free were left behind: see `store.database.left_behind`.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from store.files import atomic
from store.files.errors import not_saved, reason
from store.files.place_warnings import odd_directory
from store.files.regular import Stamp
from store.interview import Aware, Draft
from store.short_hash import short_hash

LETTER, FORM = ".json", ".form"
"""How the files of letters and of forms end."""
SESSION = ".session"
"""How a session's lock ends."""
_ATTEMPTS = 5
"""How often a new session is begun before giving up."""

PadKey: TypeAlias = tuple[str, ...]
"""What a pad is of: an interview's id and a draft's, or a form, its event and its interviews."""


class Pad(Struct, frozen=True, kw_only=True):
    """A draft as it was at the last keys, and as the database held it when the writing began."""

    interview: str
    draft: Draft
    seen: Draft | None
    at: Aware
    mark: bool = False
    """Whether the text that stood before becomes a version in any case."""

    @property
    def key(self) -> PadKey:
        """What it is a pad of."""
        return self.interview, self.draft.id


def form_key(form: str, *interviews: str, event: str = "") -> PadKey:
    """What the pad of a form is of."""
    return (f"form {form}", event, *interviews)


class FormPad(Struct, frozen=True, kw_only=True):
    """A form as it was at the last key; only what differs from how it was opened."""

    form: str
    """Which form, by the name of what it does: `debrief`, `promise`."""
    interviews: tuple[str, ...] = ()
    event: str = ""
    """The event it is about, where it is about one."""
    title: str
    """What it is about, in the user's words."""
    preset: tuple[str, ...] = ()
    """What was known when it was opened and is no answer of the user's yet: how a call ended, with whom."""
    texts: dict[str, str] = {}
    """What stands in a field of text, by the field's name, as typed."""
    picks: dict[str, tuple[str, ...]] = {}
    """What is picked in the other fields, as words."""
    begun: Aware
    at: Aware
    """When the last key was pressed."""

    @property
    def key(self) -> PadKey:
        """What it is a pad of: the same form for the same cards goes on with it."""
        return form_key(self.form, *self.interviews, event=self.event)

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not self.texts and not self.picks


def folder_of(database: Path) -> Path:
    """The folder that holds the pads of a database."""
    return database.with_name(database.name + ".drafts")


class Pads:
    """One board's pads. Made when the first key is typed, gone when the last text is in the database."""

    def __init__(self, database: Path) -> None:
        self.folder = folder_of(database)
        self.token = os.urandom(6).hex()
        self._lock: int | None = None

    def write(self, pad: Pad | FormPad) -> None:
        """Put the pad on the disk. Raises StorageError."""
        try:
            self._begin()
        except OSError as error:
            raise not_saved(self.folder, error, existed=False) from error
        atomic.replace_file(self._path(pad.key), msgspec.json.encode(pad))

    def drop(self, key: PadKey) -> None:
        """The database has that text now, or nobody wants it. Raises OSError where it still lies there."""
        self._path(key).unlink(missing_ok=True)

    def close(self) -> None:
        """Give the session up; pads still there are left to the next start."""
        if self._lock is not None:
            if is_empty(self.folder, self.token):
                with suppress(OSError):
                    self._lock_path.unlink()
                    self.folder.rmdir()
            give_up(self._lock)
            self._lock = None

    @property
    def _lock_path(self) -> Path:
        return self.folder / f"{self.token}{SESSION}"

    def _path(self, key: PadKey) -> Path:
        name = short_hash("\0".join(key).encode("utf-8", "replace"), 16)
        return self.folder / f"{self.token}-{name}{FORM if key[0].startswith('form ') else LETTER}"

    def _begin(self) -> None:
        if self._lock is not None and self._lock_path.exists():
            return
        for _ in range(_ATTEMPTS):
            atomic.make_directory(self.folder)
            descriptor = own_session(self._lock_path)
            if descriptor is not None:
                break
            # Someone looking for what was left behind had it open just now: be another session.
            self.token = os.urandom(6).hex()
        else:
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        if self._lock is not None:
            give_up(self._lock)
        self._lock = descriptor


def give_up(descriptor: int) -> None:
    """Give a lock up. Nothing was written there that could be lost with it."""
    with suppress(OSError):
        os.close(descriptor)


def own_session(path: Path) -> int | None:
    """A new session's lock, held; None where it, or the folder, was taken away while it was being made."""
    descriptor = None
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), path.lstat()):
            return descriptor
    except (FileNotFoundError, BlockingIOError):
        pass
    except OSError:
        if descriptor is not None:
            give_up(descriptor)
        raise
    if descriptor is not None:
        give_up(descriptor)
    return None


def any_left(database: Path) -> bool:
    """Whether there is anything to look into at all; a look at one directory entry in the usual case."""
    return folder_of(database).is_dir()


def folder_warnings(database: Path) -> list[str]:
    """What may cost texts that are being typed, a sentence each: others in the folder, or no way in."""
    folder = folder_of(database)
    try:
        found = folder.stat()
    except FileNotFoundError:
        return []
    except OSError as error:
        return [f"{folder} cannot be looked at: {reason(error)}; what is typed is kept there"]
    if not stat.S_ISDIR(found.st_mode):
        return [f"{folder} is in the way: what is typed is kept in a folder of that name; move it away"]
    if found.st_uid != os.geteuid():
        return [f"{folder}, where what is typed is kept, belongs to another user; move it away"]
    # The mode is asked too: root may do everything.
    if not (found.st_mode & 0o700 == 0o700 and os.access(folder, os.R_OK | os.W_OK | os.X_OK)):
        return [f"{folder}, where what is typed is kept, is closed to you; `chmod u+rwx` opens it"]
    return [*odd_directory(folder)]


def state_of(database: Path) -> frozenset[tuple[str, Stamp]]:
    """Tells whether anything among the pads has changed, without reading any."""
    found = set()
    with suppress(OSError):
        for path in folder_of(database).iterdir():
            with suppress(OSError):
                found.add((path.name, Stamp.of(path.lstat())))
    return frozenset(found)


def files_in(folder: Path, suffix: str, token: str = "") -> list[Path]:
    """The folder's files that end so, of one session or of all; none where it cannot be looked into."""
    try:
        return sorted(
            path for path in folder.iterdir() if path.suffix == suffix and path.name.startswith(token)
        )
    except OSError:
        return []


def pads_in(folder: Path, token: str) -> list[Path]:
    """The pads of one session."""
    return [*files_in(folder, LETTER, token), *files_in(folder, FORM, token)]


def is_empty(folder: Path, token: str) -> bool:
    """Whether a session has no pads. Not where that cannot be seen: without its lock nobody finds them."""
    try:
        return not any(path.name.startswith(f"{token}-") for path in folder.iterdir())
    except OSError as error:
        return isinstance(error, FileNotFoundError)


def claimed(path: Path) -> int | None:
    """The lock of a session that has ended, or of a record, held; None where it is held, or cannot be."""
    with suppress(OSError):
        return _locked(path)
    return None


def living(path: Path) -> bool:
    """Whether somebody holds that lock."""
    try:
        give_up(_locked(path))
    except BlockingIOError:
        return True
    except OSError:
        pass
    return False


def locked_out(path: Path) -> str:
    """Why that lock can be taken by nobody; blank where it can, is held, or is gone."""
    try:
        give_up(_locked(path))
    except (BlockingIOError, FileNotFoundError):
        return ""
    except OSError as error:
        return reason(error)
    return ""


def _locked(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        give_up(descriptor)
        raise
    return descriptor
