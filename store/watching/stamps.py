"""Whether anything in the watched folders may have changed, at the cost of a look at their times."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from store.settings import Settings
from store.watching.places import NoPlace, WatchedPlace, parts_of_maildir, places

Stamps: TypeAlias = tuple[tuple[str, int, int], ...]


def stamps(settings: Settings) -> Stamps:
    """Size and time of every folder and file that is looked at; whatever is not there is left out.

    A file that is written anew in its place within a calendar folder is not seen by this.
    """
    found = []
    for place in places(settings.watch):
        if isinstance(place, NoPlace):
            continue
        with suppress(OSError):
            for path in _paths(place):
                there = path.stat()
                found.append((str(path), there.st_size, there.st_mtime_ns))
    return tuple(found)


def _paths(place: WatchedPlace) -> list[Path]:
    return parts_of_maildir(place.path) if place.kind == "maildir" else [place.path]
