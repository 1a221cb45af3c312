"""What is watched, when it was last looked at, and what stands in the way: a sentence for each folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store import spans
from store.settings import Settings
from store.watching.places import NoPlace, WatchedPlace, calendar_place, mail_place, parts_of_maildir
from store.watching.positions import load_positions, positions_file


class Report(NamedTuple):
    """A sentence about a watched folder; `good` is False where something stands in the way."""

    good: bool
    words: str


def reports(settings: Settings, database: Path, now: datetime, zone: ZoneInfo) -> Iterator[Report]:
    """One for each folder that the settings name; times are in the user's `zone`."""
    positions = load_positions(positions_file(database))
    at = positions.looked_at
    last = "not looked at yet" if at is None else f"last looked at {spans.moment(at, now, zone)}"
    for names, find in ((settings.watch.mail, mail_place), (settings.watch.calendar, calendar_place)):
        for name in names:
            try:
                place = find(name)
            except NoPlace as why:
                yield Report(False, str(why).rstrip("."))
                continue
            closed = next((path for path in _opened(place) if not os.access(path, os.R_OK)), None)
            if closed is not None:
                yield Report(False, f"{closed} may not be read by you; `chmod u+r` lets you")
            else:
                read = str(place.path) in positions.folders
                yield Report(True, f"{name} is {_what(place)}, {last if read or at is None else 'new'}")


def _opened(place: WatchedPlace) -> list[Path]:
    return parts_of_maildir(place.path) if place.kind == "maildir" else [place.path]


def _what(place: WatchedPlace) -> str:
    kinds = {"maildir": "a Maildir", "mbox": "an mbox", "calendar": "a calendar folder"}
    return f"{kinds[place.kind]}{' of sent mail' if place.sent else ''}"
