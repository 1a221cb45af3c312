"""Versions of one invitation, and a book that they are taken into."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace

from store.book import Book
from store.calendar import Answers, read_calendar
from store.changes.invitations import known_in, take_all
from store.interview import AnyEvent, Interview
from tests.store.calendar.calendar_files import HOME, NOW, calendar, event

CASES = Path(__file__).parents[1] / "calendar" / "cases"
ME = "ATTENDEE;CN=Robin Doe:mailto:robin@mail.example"
ADA = "ORGANIZER;CN=Ada Okafor:mailto:ada@globex.example"
TOM = "ATTENDEE;CN=Tom Lee:mailto:tom@globex.example"
MIA = "ATTENDEE;CN=Mia Lund:mailto:mia@globex.example"


def version(
    *lines: str,
    sequence: int | None = 0,
    stamp: str = "20261110T100000Z",
    start: str = "20261201T090000Z",
    method: str = "REQUEST",
    people: tuple[str, ...] = (ADA, TOM),
    uid: str = "one@example",
) -> bytes:
    """A version of one meeting; it lasts an hour."""
    numbers = [] if sequence is None else [f"SEQUENCE:{sequence}"]
    numbers += [f"DTSTAMP:{stamp}"] if stamp else []
    times = (f"DTSTART:{start}", "DURATION:PT1H") if start else ()
    return calendar(event(*numbers, *times, *people, ME, *lines, uid=uid), method=method)


class Board:
    """A book that files are taken into, one after the other."""

    def __init__(self) -> None:
        self.book = Book({})
        self.said: list[str] = []

    def take(self, raw: bytes, *, on: date | None = None, now: datetime = NOW, **told: str) -> Board:
        """Take a file in, for Robin in Berlin."""
        me = ("robin@mail.example",)
        answers = Answers(HOME, me, date=on, known=known_in(self.book), company=told.get("company"))
        self.book, self.said = take_all(self.book, read_calendar(raw, answers, now), now)
        return self

    @property
    def card(self) -> Interview:
        (one,) = self.book.interviews.values()
        return one

    @property
    def words(self) -> str:
        return " ".join(self.said)

    def note(self, *events: AnyEvent) -> None:
        """Something has happened."""
        one = self.card
        self.book = self.book.with_interviews({one.id: replace(one, events=(*one.events, *events))})

    def names(self) -> list[str]:
        return [one.name for one in self.card.interviewers]
