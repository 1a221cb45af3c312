"""Where a text lies while it is being typed: small files beside the database, written without its lock.

A board owns a session, a lock that the system gives up when the board dies. Pads of a session whose lock is
free were left behind: whoever opens the database next takes in those of letters; those of forms are offered.
A text in the user's own editor is recorded under a lock that the editor holds as well.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from store.files import atomic
from store.files.errors import StorageError, not_saved, reason
from store.files.regular import not_regular, read_plain
from store.interview import Aware, Draft, all_texts
from store.text import MAX_TEXT, clean
from store.validation import repair

LARGEST_PAD = 16 * 2**20
"""Bytes a pad may have: a draft and its twenty older texts, at their longest, written in escapes."""
OUTSIDE_DIRECTORY = "ringback-"
"""How the directories begin in which another program is given a text."""
LARGEST_TEXT = 4 * MAX_TEXT
"""Bytes of a text at most: no character takes more than four."""
LETTER, FORM, OUTSIDE = ".json", ".form", ".outside"
"""How the files of letters, of forms, and of texts in another program's hands end."""
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
        return (f"form {self.form}", self.event, *self.interviews)

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not self.texts and not self.picks


class OutsideText(Struct, frozen=True, kw_only=True):
    """A text in the hands of another program: the draft as it was given away, and where it lies."""

    interview: str
    draft: Draft
    path: str
    at: Aware


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
            if _is_empty(self.folder, self.token):
                with suppress(OSError):
                    self._lock_path.unlink()
                    self.folder.rmdir()
            _close(self._lock)
            self._lock = None

    @property
    def _lock_path(self) -> Path:
        return self.folder / f"{self.token}.session"

    def _path(self, key: PadKey) -> Path:
        name = hashlib.sha256("\0".join(key).encode("utf-8", "replace")).hexdigest()[:16]
        return self.folder / f"{self.token}-{name}{FORM if key[0].startswith('form ') else LETTER}"

    def _begin(self) -> None:
        if self._lock is not None and self._lock_path.exists():
            return
        for _ in range(_ATTEMPTS):
            atomic.make_directory(self.folder)
            descriptor = _own(self._lock_path)
            if descriptor is not None:
                break
            # Someone looking for what was left behind had it open just now: be another session.
            self.token = os.urandom(6).hex()
        else:
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        if self._lock is not None:
            _close(self._lock)
        self._lock = descriptor


def _close(descriptor: int) -> None:
    """Give a lock up. Nothing was written there that could be lost with it."""
    with suppress(OSError):
        os.close(descriptor)


def _own(path: Path) -> int | None:
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
            _close(descriptor)
        raise
    if descriptor is not None:
        _close(descriptor)
    return None


@contextmanager
def left_behind(database: Path) -> Iterator[dict[Path, Pad]]:
    """The pads of sessions that have ended. When the block ends well their files are removed, but for those
    that it takes out of the mapping."""
    folder = folder_of(database)
    held: dict[Path, int] = {}
    try:
        found: dict[Path, Pad] = {}
        for lock in _files(folder, ".session"):
            descriptor = _claimed(lock)
            if descriptor is not None:
                held[lock] = descriptor
                found.update(_pads_of(lock))
        for record in _files(folder, OUTSIDE):
            descriptor = _claimed(record)
            if descriptor is not None:
                held[record] = descriptor
                found.update(_returned(record))
        yield found
        for file in found:
            if file.suffix == OUTSIDE:
                _forget_outside(file)
            with suppress(OSError):
                file.unlink()
        for lock in held:
            if lock.suffix == ".session" and _is_empty(folder, lock.stem):
                with suppress(OSError):
                    lock.unlink()
        with suppress(OSError):
            folder.rmdir()
    finally:
        for descriptor in held.values():
            _close(descriptor)


def _pads_of(lock: Path) -> dict[Path, Pad]:
    pads = {file: _read(file) for file in _files(lock.parent, LETTER, lock.stem)}
    return {file: pad for file, pad in pads.items() if pad is not None}


def _is_empty(folder: Path, token: str) -> bool:
    """Whether a session has no pads. Not where that cannot be seen: without its lock nobody finds them."""
    try:
        return not any(path.name.startswith(f"{token}-") for path in folder.iterdir())
    except OSError as error:
        return isinstance(error, FileNotFoundError)


def any_left(database: Path) -> bool:
    """Whether there is anything to look into at all; a look at one directory entry in the usual case."""
    return folder_of(database).is_dir()


def _files(folder: Path, suffix: str, token: str = "") -> list[Path]:
    try:
        return sorted(
            path for path in folder.iterdir() if path.suffix == suffix and path.name.startswith(token)
        )
    except OSError:
        return []


def _claimed(path: Path) -> int | None:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        _close(descriptor)
        return None
    return descriptor


def distrusted(database: Path) -> list[str]:
    """The pads that are not believed, a sentence each; they stay where they are."""
    return [why for file in _files(folder_of(database), ".json") if isinstance(why := _judged(file), str)]


def _read(path: Path) -> Pad | None:
    """The pad in that file; None where it is not believed, and then the file stays where it is."""
    judged = _judged(path)
    return judged if isinstance(judged, Pad) else None


def _judged(path: Path) -> Pad | str:
    """The pad in that file, its texts cleaned; else why it is not believed."""
    try:
        if why := _not_ours(path.lstat()):
            return _left(path, why)
        plain = msgspec.json.decode(read_plain(path, LARGEST_PAD)[0])
        # Somebody else may have put it there before it was read, and taken it away again.
        if why := _not_ours(path.lstat()):
            return _left(path, why)
        mended, _ = repair("pads", {"": plain})
        pad = msgspec.convert(mended[""], Pad)
    except (StorageError, OSError) as why:
        return _left(path, f"it cannot be read ({why})" if isinstance(why, StorageError) else reason(why))
    except (msgspec.MsgspecError, RecursionError, MemoryError, ValueError):
        return _left(path, "it holds no draft")
    if any(len(text) > MAX_TEXT for _, _, text in all_texts(pad)):
        return _left(path, f"a text in it is longer than {MAX_TEXT:,} characters")
    return pad


def _not_ours(found: os.stat_result) -> str | None:
    """Why what lies there is not believed to have been written by a board of this user's."""
    if stat.S_ISLNK(found.st_mode):
        return "it is a symbolic link, not a file"
    if kind := not_regular(found.st_mode):
        return f"it is {kind}, not a file"
    if found.st_uid != os.geteuid():
        return "it belongs to another user"
    if found.st_mode & 0o022:
        return "others may write to it"
    return None


def _left(path: Path, why: str) -> str:
    return f"The draft left behind in {path} is not taken in: {why}. Read it, and then remove it."


def lying(database: Path) -> dict[Path, Pad]:
    """Every pad that is believed, also of boards that are open. Nothing is taken in and nothing changed."""
    pads = {file: _read(file) for file in _files(folder_of(database), LETTER)}
    return {file: pad for file, pad in pads.items() if pad is not None}


def forms_left(database: Path) -> dict[Path, FormPad]:
    """The forms that sessions which have ended left behind, by their files; they stay where they are."""
    folder = folder_of(database)
    found: dict[Path, FormPad] = {}
    for lock in _files(folder, ".session"):
        files = _files(folder, FORM, lock.stem)
        descriptor = _claimed(lock) if files else None
        if descriptor is not None:
            _close(descriptor)
            found |= {file: pad for file in files if (pad := _read_form(file)) is not None}
    return found


def drop_form(file: Path) -> None:
    """Remove a form that was left behind, and its session where nothing else is left of it."""
    with suppress(OSError):
        file.unlink()
    lock = file.with_name(f"{file.name.partition('-')[0]}.session")
    descriptor = _claimed(lock) if _is_empty(file.parent, lock.stem) else None
    if descriptor is not None:
        with suppress(OSError):
            lock.unlink()
            file.parent.rmdir()
        _close(descriptor)


def _read_form(path: Path) -> FormPad | None:
    """The form in that file, its texts cleaned; None where it is not believed."""
    with suppress(StorageError, OSError, msgspec.MsgspecError, RecursionError, MemoryError, ValueError):
        if _not_ours(path.lstat()) is None:
            mended, _ = repair("pads", {"": msgspec.json.decode(read_plain(path, LARGEST_PAD)[0])})
            return msgspec.convert(mended[""], FormPad)
    return None


# A text in another program's hands


class LeftBehind(Exception):
    """The board is ending while another program has the text: the record is to stay."""


@contextmanager
def handed_out(database: Path, interview: str, draft: Draft, path: Path, now: datetime) -> Iterator[int]:
    """Have it recorded while the block runs that another program has this draft's text in a file.

    Gives a descriptor for the program to inherit: as long as it is open anywhere, nobody takes the text in.
    The record goes at the end, unless `LeftBehind` is raised. Raises OSError.
    """
    folder = folder_of(database)
    atomic.make_directory(folder)
    record = folder / f"{os.urandom(6).hex()}{OUTSIDE}"
    text = OutsideText(interview=interview, draft=draft, path=str(path), at=now)
    descriptor = os.open(record, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(msgspec.json.encode(text))
            file.flush()
            os.fsync(descriptor)
        yield descriptor
    except LeftBehind:
        raise
    except BaseException:
        _drop_record(record)
        raise
    else:
        _drop_record(record)
    finally:
        os.close(descriptor)


def _drop_record(record: Path) -> None:
    with suppress(OSError):
        record.unlink()
        record.parent.rmdir()


def _returned(record: Path) -> dict[Path, Pad]:
    """What another program has made of a text; nothing where it cannot be read, and then both stay."""
    try:
        if _not_ours(record.lstat()) is not None:
            return {}
        outside = msgspec.json.decode(read_plain(record, LARGEST_PAD)[0], type=OutsideText)
    except (StorageError, OSError, msgspec.MsgspecError, RecursionError, MemoryError, ValueError):
        return {}
    path, draft = Path(outside.path), outside.draft
    try:
        body = clean(read_plain(path, LARGEST_TEXT)[0].decode("utf-8-sig"), lines=True)
    except FileNotFoundError:
        # Taken in already, or thrown away there: the draft as it was given away is no newer text.
        _drop_record(record)
        return {}
    except (StorageError, OSError, UnicodeDecodeError):
        return {}
    if not draft.body.endswith("\n"):
        body = body.removesuffix("\n")
    if len(body) > MAX_TEXT:
        return {}
    changed = msgspec.structs.replace(draft, body=body)
    return {record: Pad(interview=outside.interview, draft=changed, seen=draft, at=outside.at, mark=True)}


def _forget_outside(record: Path) -> None:
    """Remove the file that another program had, in the directory that was made for it alone."""
    with suppress(StorageError, OSError, msgspec.MsgspecError):
        path = Path(msgspec.json.decode(read_plain(record)[0], type=OutsideText).path)
        if path.parent.name.startswith(OUTSIDE_DIRECTORY) and path.parent.lstat().st_uid == os.getuid():
            from shutil import rmtree

            rmtree(path.parent)
