"""The new messages of a Maildir, by name: a message never changes, and only its flags are in the name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from store.watching.places import WatchedPlace, parts_of_maildir
from store.watching.positions import FolderPosition
from store.watching.settled import settled_time


class NewFile(NamedTuple):
    """A message that was not read yet: what it is known by, and where it lies."""

    name: str
    path: str


def state_of(place: WatchedPlace, now: datetime) -> dict[str, int]:
    """When each part has last changed; a part that changed just before `now` (aware) is left out."""
    times = {part.name: settled_time(part, now) for part in parts_of_maildir(place.path)}
    return {name: at for name, at in times.items() if at is not None}


def unchanged(place: WatchedPlace, position: FolderPosition, now: datetime) -> bool:
    """Whether nothing was put in or renamed since the last look; costs two looks at the folders."""
    state = state_of(place, now)
    return len(state) == len(parts_of_maildir(place.path)) and state == position.changed


def new_files(place: WatchedPlace, position: FolderPosition) -> list[NewFile]:
    """The messages that were not read yet, oldest first; forgets those that are gone."""
    there: set[str] = set()
    new: dict[str, str] = {}
    for part in parts_of_maildir(place.path):
        folder = f"{part}/"
        for file in os.listdir(part):  # noqa: PTH208 -- a hundred thousand paths are not made
            if file.startswith("."):
                continue
            name = _name_of(file)
            there.add(name)
            if name not in position.names:
                new[name] = folder + file
    position.names &= there
    return [NewFile(name, new[name]) for name in sorted(new)]


def since(place: WatchedPlace, position: FolderPosition, oldest_ns: int) -> Iterator[str]:
    """Names of messages that were read already and came at or after that time."""
    for part in parts_of_maildir(place.path):
        for entry in os.scandir(part):
            name = _name_of(entry.name)
            if name in position.names and entry.stat(follow_symlinks=False).st_mtime_ns >= oldest_ns:
                yield name


def _name_of(file: str) -> str:
    """The name of a message without its flags, whichever sign parts them."""
    name, colon, _ = file.partition(":2,")
    return name if colon else file.partition(";2,")[0]
