"""One deadline as a file of its own, as folders of calendar files hold them; what is in such a file. Pure."""

from __future__ import annotations

import re
from datetime import datetime

from msgspec import Struct

from store.deadlines.entries import Deadline
from store.deadlines.writing import PRODUCT, as_event, description, summary
from store.short_hash import short_hash

OWN_NAME = re.compile(r"ringback-[0-9a-f]{20}\.ics")
"""How the files are called that are ringback's own."""
_FORMAT = "1"
"""Raised when entries are written in another way: those that are there are then written anew."""
_LINE = re.compile(rb"^([A-Z-]+):([^\r\n]*)\r?$", re.MULTILINE)
_BOARD, _STATE = "X-RINGBACK-BOARD", "X-RINGBACK-STATE"


class EntryFile(Struct, frozen=True, kw_only=True):
    """What there is to know of an entry that was written before."""

    uid: str
    sequence: int
    begins: str
    ends: str
    state: str
    """Tells whether anything but the times has changed; blank where another program has dropped it."""
    board: str
    """Whose deadlines they are; blank where another program has dropped it."""


def entry_name(uid: str) -> str:
    """The name of the file of that entry."""
    return f"ringback-{short_hash(uid.encode(), 20)}.ics"


def read_entry(data: bytes) -> EntryFile | None:
    """What a file says of the entry in it; None where it holds none that is to be ringback's."""
    found: dict[str, str] = {}
    for line in _LINE.finditer(re.sub(rb"\r?\n[ \t]", b"", data)):
        found.setdefault(line[1].decode(), line[2].decode("utf-8", "replace"))
    uid = re.sub(r"\\(.)", r"\1", found.get("UID", ""))
    if not uid:
        return None
    sequence = found.get("SEQUENCE", "")
    return EntryFile(
        uid=uid, begins=found.get("DTSTART", ""), ends=found.get("DTEND", ""),
        sequence=int(sequence) if sequence.isascii() and sequence.isdigit() and len(sequence) < 10 else 0,
        state=found.get(_STATE, ""), board=found.get(_BOARD, ""),
    )  # fmt: skip


def write_entry(one: Deadline, now: datetime, board: str, old: EntryFile | None) -> bytes | None:
    """The file of one deadline; None where the `old` one says the same.

    One that moves has a higher SEQUENCE than before. `board` says whose it is; `now` is aware.
    """
    begins, ends = (f"{at:%Y%m%dT%H%M%SZ}" for at in (one.begins, one.ends))
    ends = ends if one.ends > one.begins else ""
    state, sequence = _state(one), 0
    if old is not None:
        moved = (old.begins, old.ends) != (begins, ends)
        if not moved and (old.state, old.board) == (state, board):
            return None
        sequence = old.sequence + moved
    # Imported on use: mostly nothing has changed.
    from icalendar import Calendar

    calendar, event = Calendar(), as_event(one, now, sequence)
    event.add(_BOARD, board)
    event.add(_STATE, state)
    # Without a METHOD: that is for messages, and a calendar server takes none in.
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _state(one: Deadline) -> str:
    """All that an entry says beside its times, in a few letters."""
    place = (one.interview.location, one.interview.link) if one.kind == "interview" else ()
    said = (_FORMAT, summary(one), description(one), str(one.alarm - one.begins), *place)
    return short_hash("\0".join(said).encode("utf-8", "replace"), 20)
