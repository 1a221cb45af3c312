"""Reading what lies among the pads: its owner, its mode and its content are looked at before it is believed.

What is not believed stays where it is, and is said with the way out.
"""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from store.database.autosave import FORM, LETTER, SESSION, FormPad, Pad
from store.files.errors import StorageError, reason
from store.files.regular import not_regular, read_plain
from store.interview import all_texts, utc
from store.text import MAX_TEXT
from store.validation import repair

LARGEST_PAD = 16 * 2**20
"""Bytes a pad may have: a draft and its twenty older texts, at their longest, written in escapes."""
_SAID = {
    FORM: ("form", "is not offered"),
    LETTER: ("draft", "is not taken in"),
    SESSION: ("lock of drafts", "holds them up"),
}
_READ = "Read it, and then remove it."
_Record = TypeVar("_Record", bound=Struct)


class Unbelieved(NamedTuple):
    """A file among the pads that is not taken in, and what can be read in it all the same."""

    file: Path
    why: str
    """What keeps it out, as it follows a colon."""
    pad: Pad | FormPad | None
    remedy: str = _READ
    """What the user can do, as a sentence."""

    @property
    def interview(self) -> str:
        """The id of the interview that it may be about; blank where that is not known."""
        if isinstance(self.pad, FormPad):
            return next(iter(self.pad.interviews), "")
        return self.pad.interview if self.pad is not None else ""

    def said(self, whose: str = "") -> str:
        """It in a sentence or two; `whose`: company and role, where they are known."""
        what, fate = _SAID.get(self.file.suffix, ("text from your editor", "is not taken in"))
        of = f" for {whose}" if whose else ""
        return f"The {what}{of} left behind in {self.file} {fate}: {self.why}. {self.remedy}"


def judged(path: Path) -> Pad | FormPad | Unbelieved:
    """The pad in that file, its texts cleaned, if it is believed."""
    if path.suffix == FORM:
        form, why = read_trusted(path, FormPad, "form")
        return form if form is not None and not why else Unbelieved(path, why, form)
    pad, why = read_trusted(path, Pad, "draft")
    return pad if pad is not None and not why else Unbelieved(path, why, pad)


def read_trusted(path: Path, kind: type[_Record], name: str) -> tuple[_Record | None, str]:
    """What is in that file, its texts cleaned, and why it is not to be believed; blank where it is.

    `name`: what should be in it, for the sentence.
    """
    found, why = None, ""
    try:
        why = not_ours(path.lstat())
        plain = msgspec.json.decode(read_plain(path, LARGEST_PAD)[0])
        # Somebody else may have put it there before it was read, and taken it away again.
        why = why or not_ours(path.lstat())
        mended, _ = repair("pads", {"": plain})
        found = msgspec.convert(mended[""], kind)
        why = why or _beyond_bounds(found)
    except OSError as error:
        why = why or reason(error)
    except StorageError as error:
        why = why or f"it cannot be read ({error})"
    except (msgspec.MsgspecError, RecursionError, MemoryError, ValueError):
        why = why or f"it holds no {name}"
    return found, why


def not_ours(found: os.stat_result) -> str:
    """Why what lies there is not believed to have been written by a board of this user's; blank if it is."""
    if stat.S_ISLNK(found.st_mode):
        return "it is a symbolic link, not a file"
    if kind := not_regular(found.st_mode):
        return f"it is {kind}, not a file"
    if found.st_uid != os.geteuid():
        return "it belongs to another user"
    if found.st_mode & 0o022:
        return "others may write to it"
    return ""


def _beyond_bounds(record: Struct) -> str:
    """What no record of the board may hold, lest opening it is the end of the board."""
    if any(len(text) > MAX_TEXT for _, _, text in all_texts(record)):
        return f"a text in it is longer than {MAX_TEXT:,} characters"
    try:
        for at in msgspec.structs.astuple(record):
            if isinstance(at, datetime):
                utc(at)
    except (ValueError, OverflowError):
        return "its time cannot be right"
    return ""
