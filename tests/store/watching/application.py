"""One application in nothing but files: what lies in the watched folders, from the invitation to the offer."""

from __future__ import annotations

from tests.making import at
from tests.store.calendar.calendar_files import calendar, event
from tests.store.hearing.mailers import Reply, gmail


def _meeting(uid: str, day: str, summary: str) -> bytes:
    """An hour with Ada on that day, at ten in Berlin."""
    lines = (
        "SEQUENCE:0", "DTSTAMP:20261119T070000Z", f"DTSTART:{day}T090000Z", f"DTEND:{day}T100000Z",
        f"SUMMARY:{summary}", "ORGANIZER;CN=Ada Okafor:mailto:ada@globex.example",
        "ATTENDEE;CN=Robin Vale:mailto:robin@mail.example",
    )  # fmt: skip
    return calendar(event(*lines, uid=uid), method="")


def _mail(number: int, hour: str, text: str, answers: str) -> bytes:
    words = f"Hi Robin,\n\n{text}\n\nAda"
    return gmail(Reply(words, at(hour), message_id=f"<a{number}@globex.example>", answers=answers))


INVITED = _meeting("m1@globex.example", "20261119", "Interview: Data engineer")
INVITED_AGAIN = _meeting("m2@globex.example", "20261125", "Second round")


def told(answers: str = "") -> bytes:
    """By when they will say more; the answer to a message, where its id is known."""
    return _mail(1, "2026-11-20 09:00", "thanks for your note. We will let you know by Thursday.", answers)


OFFERED = _mail(
    2,
    "2026-11-26 09:00",
    "we are delighted to offer you the position. Please let us know by 3 December.",
    answers="",
)
