"""The new and changed files of a calendar folder, by name, size and time."""

from __future__ import annotations

import os
import stat

from store.watching.places import WatchedPlace
from store.watching.positions import FolderPosition

MOST_FILES = 100_000


def changed_files(place: WatchedPlace, position: FolderPosition) -> list[tuple[str, tuple[int, int]]]:
    """The files that are new or have changed, with time and size; forgets those that are gone."""
    there: dict[str, tuple[int, int]] = {}
    for entry in os.scandir(place.path):
        name = entry.name
        if name.startswith(".") or not name.endswith((".ics", ".ICS")) or len(there) >= MOST_FILES:
            continue
        found = entry.stat()
        if stat.S_ISREG(found.st_mode):
            there[name] = (found.st_mtime_ns, found.st_size)
    if there == position.files:
        return []
    position.files = {name: known for name, known in position.files.items() if name in there}
    return sorted(there.items() - position.files.items())
