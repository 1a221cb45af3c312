"""What is watched, when it was last looked at, and what stands in the way: a sentence for each folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store import spans
from store.files.errors import reason
from store.settings import Settings
from store.watching.contents import has_entries, in_place_of_meetings, is_mbox
from store.watching.places import MAILDIR_PARTS, NoPlace, PlaceKind, WatchedPlace, parts_of_maildir, places
from store.watching.positions import Positions, load_positions, positions_file

_KINDS: dict[PlaceKind, str] = {"maildir": "a Maildir", "mbox": "an mbox", "calendar": "a calendar folder"}


class Report(NamedTuple):
    """A sentence about a watched folder; `good` is False where something stands in the way."""

    good: bool
    words: str


def reports(settings: Settings, database: Path, now: datetime, zone: ZoneInfo) -> Iterator[Report]:
    """One for each folder that the settings name; times are in the user's `zone`."""
    positions = load_positions(positions_file(database))
    for place in places(settings.watch):
        if isinstance(place, NoPlace):
            yield Report(False, str(place).rstrip("."))
            continue
        try:
            trouble = _in_the_way(place)
        except OSError as why:
            trouble = f"{place.path} cannot be looked at: {reason(why)}"
        if trouble:
            yield Report(False, trouble)
        else:
            yield Report(True, f"{place.path} is {_what(place)}, {_last(place, positions, now, zone)}")


def _in_the_way(place: WatchedPlace) -> str:
    """Why nothing is read there; blank where it is. Raises OSError."""
    parts = parts_of_maildir(place.path) if place.kind == "maildir" else [place.path]
    if place.kind == "maildir" and len(parts) < len(MAILDIR_PARTS):
        return f"{place.path} is no whole Maildir: there is no `new` in it, where new mail comes in"
    for path in parts:
        needed, mode = (os.R_OK, "r") if place.kind == "mbox" else (os.R_OK | os.X_OK, "rx")
        if not os.access(path, needed):
            return f"{path} may not be read by you; `chmod u+{mode}` lets you, if it is yours"
    if place.kind == "mbox" and not is_mbox(place.path):
        return f"{place.path} is no mbox: it does not begin with a line `From …`, as one does"
    if (
        place.kind == "calendar"
        and not has_entries(place.path)
        and (inner := in_place_of_meetings(place.path))
    ):
        return f"{place.path} has no calendar files itself; there are some in {inner}: name that"
    return ""


def _last(place: WatchedPlace, positions: Positions, now: datetime, zone: ZoneInfo) -> str:
    if positions.looked_at is None or str(place.path) not in positions.folders:
        return "not looked at yet"
    return f"last looked at {spans.moment(positions.looked_at, now, zone)}"


def _what(place: WatchedPlace) -> str:
    empty = place.kind == "calendar" and not has_entries(place.path)
    more = " of sent mail" if place.sent else " with no .ics file in it yet" if empty else ""
    return f"{_KINDS[place.kind]}{more}"
