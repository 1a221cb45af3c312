"""What lies beside the database and may name someone: texts left behind, marks, calendar entries, logs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from store.database.announced import AnnouncedMemory
from store.database.autosave import FORM, LETTER, SESSION, files_in, folder_of, living
from store.database.backups import Backups
from store.database.outside_texts import OUTSIDE, OUTSIDE_DIRECTORY
from store.database.outside_texts import forget as drop_outside_text
from store.feed import FeedFolder, board_name
from store.files import place_warnings
from store.files.atomic import sweep_all
from store.files.errors import StorageError, reason
from store.files.paths import PROGRAM
from store.files.regular import read_plain
from store.forgetting.marks import NameMarks
from store.interview import all_texts
from store.watching.positions import load_positions, only_one, positions_file, save_positions


class Sought(NamedTuple):
    """What a file is looked through for."""

    marks: tuple[NameMarks, ...]
    cards: frozenset[str]
    """Ids of the interviews that go."""
    near: Mapping[str, NameMarks] = MappingProxyType({})
    """By what they are found in the texts of the interviews that they were in, by these."""

    def in_texts(self, texts: Iterable[str], cards: Iterable[str]) -> bool:
        """Whether any of the texts, which are about these interviews, names them."""
        marks = (*self.marks, *(self.near[card] for card in cards if card in self.near))
        return any(one.in_text(text) for text in texts for one in marks)

    def in_data(self, data: bytes) -> bool:
        """Whether the bytes of a file name them."""
        return any(one.in_file(data) for one in self.marks)

    def in_file(self, path: Path) -> bool:
        """Whether a file names them; one that cannot be read is taken not to."""
        with suppress(OSError, StorageError):
            return self.in_data(read_plain(path)[0])
        return False


def in_use(database: Path) -> bool:
    """Whether somebody is writing a text on a board, or in a program of theirs, at this moment."""
    folder = folder_of(database)
    return any(living(lock) for suffix in (SESSION, OUTSIDE) for lock in files_in(folder, suffix))


def left_texts(database: Path, sought: Sought) -> list[Path]:
    """What was left behind half written of the cards that go, or names them."""
    folder = folder_of(database)
    found = [path for suffix in (LETTER, FORM, OUTSIDE) for path in files_in(folder, suffix)]
    return [path for path in found if _is_about(path, sought)]


def _is_about(path: Path, sought: Sought) -> bool:
    try:
        plain: Any = msgspec.json.decode(read_plain(path)[0])
    except (OSError, StorageError, msgspec.DecodeError, RecursionError):
        return sought.in_file(path)
    cards = _cards_of(plain) if isinstance(plain, dict) else set()
    return bool(sought.cards & cards) or sought.in_texts((text for _, _, text in all_texts(plain)), cards)


def _cards_of(pad: dict[str, Any]) -> set[str]:
    several = pad.get("interviews")
    return {str(pad.get("interview")), *map(str, several if isinstance(several, list) else ())}


def clear(database: Path, texts: Iterable[Path], sought: Sought, scratch: Iterable[Path]) -> None:
    """Remove these texts, and all that is remembered of the cards that go. Raises StorageError.

    `scratch`: the folders of the log and of what was given to other programs for a while.
    """
    try:
        for path in texts:
            if path.suffix == OUTSIDE:
                drop_outside_text(path)
            path.unlink(missing_ok=True)
        sweep_all(folder_of(database))
        for path in own_in(scratch):
            if sought.in_file(path):
                path.unlink(missing_ok=True)
    except OSError as why:
        raise StorageError(f"{why.filename} was not removed: {reason(why)}; run it again") from why
    AnnouncedMemory(database).forget(sought.cards)
    file = positions_file(database)
    if sought.cards and file.exists():
        with only_one(file):
            positions = load_positions(file)
            positions.beginnings = {
                key: at for key, at in positions.beginnings.items() if key not in sought.cards
            }
            save_positions(file, positions)


def own_in(scratch: Iterable[Path]) -> list[Path]:
    """The files that ringback has made in such folders: logs, and those in directories of its own."""
    found: list[Path] = []
    for folder in scratch:
        mine = folder.name == PROGRAM
        found += [path for path in _regular(folder) if mine or path.name.startswith(PROGRAM)]
        with suppress(OSError):
            for directory in sorted(folder.glob(f"{OUTSIDE_DIRECTORY}*")):
                found += _regular(directory) if directory.lstat().st_uid == os.geteuid() else []
    return found


def clear_entries(feed: FeedFolder, database: Path, sought: Sought) -> None:
    """Remove this database's calendar entries that name them; those that are wanted are written anew."""
    board = board_name(database)
    for name, entry in feed.entries():
        path = feed.folder / name
        of_card = any(entry.uid.startswith(f"{card}-") for card in sought.cards)
        if entry.board in (board, "") and (of_card or _entry_names(path, sought)):
            with suppress(FileNotFoundError):
                path.unlink()


def _entry_names(path: Path, sought: Sought) -> bool:
    with suppress(OSError, StorageError):
        data, _ = read_plain(path)
        return any(one.in_calendar(data) for one in sought.marks)
    return False


def naming(database: Path, sought: Sought, places: Iterable[Path]) -> list[Path]:
    """Files of ringback's that name them still, and copies beside the database that others have made.

    `places`: more files and folders of the user's to look into.
    """
    own = [
        path
        for path in _regular(database.parent)
        if path.name.startswith((database.name, f".{database.name}"))
    ]
    for folder in (Backups(database).directory, folder_of(database)):
        own += _regular(folder)
    own += [*place_warnings.conflict_copies(database), *place_warnings.left_over_copies(database)]
    for place in places:
        own += _regular(place) if place.is_dir() else [place]
    return [path for path in dict.fromkeys(own) if sought.in_file(path)]


def _regular(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(path for path in folder.iterdir() if path.is_file() and not path.is_symlink())
