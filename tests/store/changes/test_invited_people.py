"""The people of an invitation as they come on the card: by their names, whatever the calendar wrote."""

from __future__ import annotations

from store.book import Book
from store.changes.invitations import take
from store.interview import Person
from tests.making import after
from tests.store.calendar.calendar_files import WHEN, calendar, event, read

ME = "robin@mail.example"


def taken(*people: str, book: Book | None = None, sequence: int = 0) -> tuple[Book, list[str]]:
    first, *rest = people
    lines = [f"ORGANIZER;{first}", *(f"ATTENDEE;{one}" for one in rest), f"ATTENDEE;CN=Robin Doe:mailto:{ME}"]
    raw = calendar(event(*WHEN, *lines, f"SEQUENCE:{sequence}"))
    return take(book or Book({}), read(raw, me=ME), after(0))


def people_of(book: Book) -> tuple[Person, ...]:
    (one,) = book.interviews.values()
    return one.interviewers


ADA = 'CN="Okafor, Ada":mailto:ada.okafor@globex.example'
JOAN = 'CN="Pell, Joan (HR)":mailto:joan.pell@globex.example'
KHAI = "CN=Nguyễn Thị Minh Khai:mailto:khai@globex.example"


def test_names_are_turned_round_and_what_stands_beside_them_is_kept() -> None:
    book, said = taken(ADA, JOAN)
    assert [(one.name, one.title) for one in people_of(book)] == [("Ada Okafor", ""), ("Joan Pell", "HR")]
    assert not any("greeted" in words for words in said)


def test_a_later_version_brings_nobody_twice() -> None:
    book, _ = taken(ADA, JOAN)
    nameless = 'CN="Ito, Ben":invalid:nomail'
    book, said = taken(ADA, JOAN, nameless, book=book, sequence=1)
    assert [one.name for one in people_of(book)] == ["Ada Okafor", "Joan Pell", "Ben Ito"]
    assert "also with Ben Ito." in said[0]
    book, _ = taken(ADA, JOAN, nameless, book=book, sequence=2)
    assert len(people_of(book)) == 3


def test_it_is_said_of_whom_the_greeting_is_a_guess() -> None:
    book, said = taken(ADA, KHAI)
    (words,) = (words for words in said if "greeted" in words)
    assert words.startswith("Nguyễn Thị Minh Khai is greeted by the whole name")
    assert people_of(book)[1].called == ""
