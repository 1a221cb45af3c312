"""Invitations to read in tests: the files beside this one, and small ones made line by line."""

from pathlib import Path

from store.calendar import Invitation, read_invitation

FILES = Path(__file__).parent / "invitations"
HOME = "Europe/Berlin"

ORGANISER = "ORGANIZER;CN=Ida Holm:mailto:ida@northwind.example"
GUEST = "ATTENDEE;CN=Jo:mailto:jo@home.example"
WHEN = ("DTSTART;TZID=Europe/Berlin:20261201T100000", "DTEND;TZID=Europe/Berlin:20261201T110000")
USUAL = (ORGANISER, GUEST, *WHEN, "SUMMARY:Talk")


def event(*lines: str, uid: str = "one@example") -> str:
    """One VEVENT with these lines."""
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"))


def calendar(*events: str, method: str = "REQUEST") -> bytes:
    """A calendar file with these events."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else []))
    return "\r\n".join((*head, *events, "END:VCALENDAR", "")).encode()


def read(
    raw: bytes, *, me: str | None = None, zone: str | None = None, company: str | None = None
) -> Invitation:
    """The invitation, read by a user in Berlin."""
    return read_invitation(raw, user_zone=HOME, me=me, zone=zone, company=company, role=None)


def read_file(name: str, *, me: str | None = None, zone: str | None = None) -> Invitation:
    """An invitation of the folder beside this file."""
    return read((FILES / name).read_bytes(), me=me, zone=zone)


def read_lines(*lines: str, me: str | None = None, zone: str | None = None) -> Invitation:
    """A file with one event of these lines."""
    return read(calendar(event(*lines)), me=me, zone=zone)
