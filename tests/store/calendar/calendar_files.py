"""Invitations to read in tests: the files beside this one, and small ones made line by line."""

from datetime import UTC, date, datetime
from pathlib import Path

from store.calendar import Answers, CalendarRead, Invitation, read_calendar

FILES = Path(__file__).parent / "invitations"
HOME = "Europe/Berlin"
NOW = datetime(2026, 11, 17, 9, tzinfo=UTC)
"""When the files are read, where a test does not say: before the meetings in them."""

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
    raw: bytes,
    *,
    me: str | None = None,
    zone: str | None = None,
    company: str | None = None,
    on: date | None = None,
    now: datetime = NOW,
) -> Invitation:
    """The one invitation of a file, read by a user in Berlin."""
    (invitation,) = read_all(raw, me=me, zone=zone, company=company, on=on, now=now).meetings
    return invitation


def read_all(
    raw: bytes,
    *,
    me: str | None = None,
    zone: str | None = None,
    company: str | None = None,
    on: date | None = None,
    now: datetime = NOW,
) -> CalendarRead:
    """A file, read by a user in Berlin."""
    mine = () if me is None else (me,)
    return read_calendar(raw, Answers(HOME, mine, zone=zone, company=company, date=on), now)


def read_file(name: str, *, me: str | None = None, zone: str | None = None) -> Invitation:
    """An invitation of the folder beside this file."""
    return read((FILES / name).read_bytes(), me=me, zone=zone)


def read_lines(*lines: str, me: str | None = None, zone: str | None = None) -> Invitation:
    """A file with one event of these lines."""
    return read(calendar(event(*lines)), me=me, zone=zone)
