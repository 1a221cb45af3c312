"""The new messages of a Maildir, by name: a message never changes, and only its flags are in the name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from store.watching.places import WatchedPlace, parts_of_maildir
from store.watching.positions import FolderPosition

_UNSETTLED_NS = 3 * 10**9
"""A folder that has changed so recently may change again within what its time can tell."""


class NewFile(NamedTuple):
    """A message that was not read yet: what it is known by, and where it lies."""

    name: str
    path: str


def state_of(place: WatchedPlace, now: datetime) -> dict[str, int]:
    """When each part has last changed; a part that changed just before `now` (aware) is left out."""
    at = int(now.timestamp()) * 10**9
    found = {}
    for part in parts_of_maildir(place.path):
        changed = part.stat().st_mtime_ns
        if at - changed > _UNSETTLED_NS:
            found[part.name] = changed
    return found


def unchanged(place: WatchedPlace, position: FolderPosition, now: datetime) -> bool:
    """Whether nothing was put in or renamed since the last look; costs two looks at the folders."""
    state = state_of(place, now)
    return len(state) == len(parts_of_maildir(place.path)) and state == position.changed


def new_files(place: WatchedPlace, position: FolderPosition) -> list[NewFile]:
    """The messages that were not read yet, oldest first; forgets those that are gone."""
    there: dict[str, str] = {}
    for part in parts_of_maildir(place.path):
        for name in os.listdir(part):  # noqa: PTH208 -- a hundred thousand paths are not made
            if not name.startswith("."):
                there[name.partition(":2,")[0].partition(";2,")[0]] = f"{part}/{name}"
    position.names &= there.keys()
    return [NewFile(name, there[name]) for name in sorted(there.keys() - position.names)]


def since(place: WatchedPlace, position: FolderPosition, oldest_ns: int) -> Iterator[str]:
    """Names of messages that were read already and came at or after that time."""
    for part in parts_of_maildir(place.path):
        for entry in os.scandir(part):
            name = entry.name.partition(":2,")[0].partition(";2,")[0]
            if name in position.names and entry.stat(follow_symlinks=False).st_mtime_ns >= oldest_ns:
                yield name
