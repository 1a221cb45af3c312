"""What lies at a path: a Maildir, an mbox, calendar files. Where it is none of these, one is mostly near."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from store.files.regular import READ_FLAGS

_MOST_LOOKED_AT = 500
_MOST_NAMED = 5


def is_maildir(path: Path) -> bool:
    """Whether a folder holds messages as a Maildir does."""
    return (path / "cur").is_dir()


def is_entry(name: str) -> bool:
    """Whether a file is called as those of a calendar folder are."""
    return name.endswith((".ics", ".ICS")) and not name.startswith(".")


def is_mbox(path: Path) -> bool:
    """Whether a file begins as an mbox does, or has nothing in it. Raises OSError."""
    descriptor = os.open(path, READ_FLAGS)
    try:
        begins = os.pread(descriptor, 4_096, 0).lstrip()
    finally:
        os.close(descriptor)
    return not begins or begins.startswith(b"From ")


def why_no_maildir(folder: Path) -> str:
    """What to say behind the name of a folder that is none. Raises OSError."""
    if found := _named(folder, lambda one: one.is_dir() and is_maildir(Path(one.path))):
        return f"is no Maildir itself; in it there are {found}: name those"
    if found := _named(folder, _is_mail_in_one_file):
        return f"is no Maildir; there are mboxes in it, {found}: name those"
    if has_entries(folder):
        return "is a calendar folder: name it under `calendar`"
    return "is no Maildir: there is no `cur` in it"


def in_place_of_meetings(folder: Path) -> str:
    """What a folder without calendar files holds: those of all calendars lie one folder deeper."""
    return _named(folder, lambda one: one.is_dir() and has_entries(Path(one.path)))


def has_entries(folder: Path) -> bool:
    """Whether there is a calendar file in a folder. Raises OSError."""
    with os.scandir(folder) as there:
        return any(is_entry(one.name) for one in there)


def _is_mail_in_one_file(one: os.DirEntry[str]) -> bool:
    return one.is_file() and one.stat().st_size > 0 and is_mbox(Path(one.path))


def _named(folder: Path, fits: Callable[[os.DirEntry[str]], bool]) -> str:
    """The names of what fits in a folder, a few of them."""
    return ", ".join(islice(sorted(_fitting(folder, fits)), _MOST_NAMED))


def _fitting(folder: Path, fits: Callable[[os.DirEntry[str]], bool]) -> Iterator[str]:
    with os.scandir(folder) as there:
        for one in islice(there, _MOST_LOOKED_AT):
            with suppress(OSError):
                if fits(one):
                    yield one.name
