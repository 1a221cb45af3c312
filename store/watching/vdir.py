"""The new and changed files of a calendar folder, by name, size and time.

Whoever keeps such a folder puts a file in its place whole, which the folder's own time tells. Where a large
one has not changed, its files are looked at in turns, for what has been written over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import datetime
from functools import partial
from math import gcd

from store.watching.contents import is_entry
from store.watching.places import WatchedPlace
from store.watching.positions import FileState, FolderPosition
from store.watching.settled import settled_time

MOST_FILES = 100_000
MOST_AT_ONCE = 1_000
"""Files that are looked at in a folder that seems not to have changed."""


def state_of(place: WatchedPlace, now: datetime) -> dict[str, int]:
    """When the folder has last changed; nothing where that was just before `now` (aware)."""
    changed = settled_time(place.path, now)
    return {} if changed is None else {"": changed}


def changed_files(
    place: WatchedPlace, position: FolderPosition, now: datetime
) -> list[tuple[str, FileState]]:
    """The files that are new or have changed, with time and size; forgets those that are gone."""
    if len(position.files) > MOST_AT_ONCE and position.changed and state_of(place, now) == position.changed:
        return _written_over(place, position, now)
    there: dict[str, FileState] = {}
    for entry in os.scandir(place.path):
        name = entry.name
        if is_entry(name) and len(there) < MOST_FILES and (known := _state(entry.stat)) is not None:
            there[name] = known
    if there == position.files:
        return []
    position.files = {name: known for name, known in position.files.items() if name in there}
    return sorted(there.items() - position.files.items())


def _written_over(
    place: WatchedPlace, position: FolderPosition, now: datetime
) -> list[tuple[str, FileState]]:
    """Those of this minute's files that are other than they were: each is looked at in its turn."""
    turns = -(-len(position.files) // MOST_AT_ONCE)
    # However many minutes lie between two looks of cron's, all have their turn.
    while gcd(turns, 60) > 1:
        turns += 1
    names = sorted(position.files)[int(now.timestamp()) // 60 % turns :: turns]
    folder = os.open(place.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        states = {name: _state(partial(os.stat, name, dir_fd=folder)) for name in names}
    finally:
        os.close(folder)
    return [
        (name, state) for name, state in states.items() if state is not None and state != position.files[name]
    ]


def _state(look: Callable[[], os.stat_result]) -> FileState | None:
    """How a file is; None for what is none, or is gone meanwhile, as what a link leads to may be."""
    try:
        found = look()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None
