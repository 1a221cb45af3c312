"""A text in another program's hands, recorded beside the database under a lock that the program holds too.

A record that nobody holds was left behind: what the program saved is taken in like a pad.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from store.database.autosave import Pad, folder_of
from store.database.trusted_pads import Unbelieved, read_trusted
from store.files import atomic
from store.files.errors import StorageError, reason
from store.files.regular import read_plain
from store.interview import Aware, Draft
from store.text import MAX_TEXT, clean

OUTSIDE = ".outside"
"""How the records end."""
OUTSIDE_DIRECTORY = "ringback-"
"""How the directories begin in which another program is given a text."""
LARGEST_TEXT = 4 * MAX_TEXT
"""Bytes of a text at most: no character takes more than four."""


class OutsideText(Struct, frozen=True, kw_only=True):
    """A text in the hands of another program: the draft as it was given away, and where it lies."""

    interview: str
    draft: Draft
    path: str
    at: Aware


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
        drop_record(record)
        raise
    else:
        drop_record(record)
    finally:
        os.close(descriptor)


def drop_record(record: Path) -> None:
    """Remove a record, whatever has become of its text."""
    with suppress(OSError):
        record.unlink()
        record.parent.rmdir()


def returned(record: Path) -> Pad | Unbelieved | None:
    """What another program has made of a text; where that cannot be used record and text stay.

    None where the file is gone: it was taken in already, or thrown away there, and the draft as it was given
    away is no newer text.
    """
    outside, why = read_trusted(record, OutsideText, "record of a text")
    if outside is None:
        return Unbelieved(record, why, None)
    path, draft = Path(outside.path), outside.draft
    pad = Pad(interview=outside.interview, draft=draft, seen=draft, at=outside.at, mark=True)
    if why:
        return Unbelieved(record, why, pad)
    try:
        body = _body(path, draft)
    except FileNotFoundError:
        return None
    except (StorageError, OSError, ValueError) as error:
        mend = f"Mend {path}, and it is taken in; or remove both files."
        return Unbelieved(record, _words(error), pad, mend)
    return msgspec.structs.replace(pad, draft=msgspec.structs.replace(draft, body=body))


def _body(path: Path, draft: Draft) -> str:
    """What stands in the file. Raises ValueError, StorageError, OSError."""
    raw, _ = read_plain(path, LARGEST_TEXT)
    owner = path.lstat().st_uid
    if owner != os.geteuid():
        raise ValueError("what it has become belongs to another user")
    try:
        body = clean(raw.decode("utf-8-sig"), lines=True)
    except UnicodeDecodeError as error:
        raise ValueError(f"what it has become is not in UTF-8 (byte {error.start})") from None
    if not draft.body.endswith("\n"):
        body = body.removesuffix("\n")
    if len(body) > MAX_TEXT:
        raise ValueError(f"it has become longer than {MAX_TEXT:,} characters")
    return body


def _words(error: StorageError | OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"what it has become cannot be read ({reason(error)})"
    return f"what it has become cannot be read ({error})" if isinstance(error, StorageError) else str(error)


def text_file(record: Path) -> Path | None:
    """Where the text lies that the record is of; None where that cannot be told."""
    outside, _ = read_trusted(record, OutsideText, "record of a text")
    return None if outside is None else Path(outside.path)


def forget(record: Path) -> None:
    """Remove the file that another program had, in the directory that was made for it alone."""
    with suppress(StorageError, OSError, msgspec.MsgspecError):
        path = Path(msgspec.json.decode(read_plain(record)[0], type=OutsideText).path)
        if path.parent.name.startswith(OUTSIDE_DIRECTORY) and path.parent.lstat().st_uid == os.getuid():
            from shutil import rmtree

            rmtree(path.parent)
