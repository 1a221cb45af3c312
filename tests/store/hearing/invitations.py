"""An invitation to the user, and the mail that it comes in."""

from __future__ import annotations

from tests.store.hearing.mailers import Reply
from tests.store.hearing.reading import WRITTEN

UID = "m1@globex.example"


def invitation(
    method: str = "REQUEST",
    *,
    sequence: int = 0,
    start: str = "20261202T090000Z",
    end: str = "20261202T100000Z",
    summary: str = "Second round",
    organiser: str = "ada@globex.example",
) -> bytes:
    """An invitation to the user, as a calendar file."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{UID}",
        "DTSTAMP:20261125T090000Z", f"SEQUENCE:{sequence}", f"DTSTART:{start}", f"DTEND:{end}", f"SUMMARY:{summary}",
        f"ORGANIZER;CN=Ada Okafor:mailto:{organiser}", "ATTENDEE;CN=Robin Vale:mailto:robin@mail.example",
        "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n"


def mailed(
    calendar: bytes, *extra: str, text: str = "You are invited.", address: str = "ada@globex.example"
) -> bytes:
    """The mail that such an invitation comes in."""
    reply = Reply(text, WRITTEN, address=address, subject="Invitation: Second round", answers="", extra=extra)
    body = (
        f"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--b\r\n"
        "Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n"
    )
    return (
        (reply.headers("Content-Type: multipart/alternative; boundary=b") + body).encode()
        + calendar
        + b"\r\n--b--\r\n"
    )
