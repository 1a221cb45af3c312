"""People of a visiting card or a signature, put on the card of an interview that is there."""

from __future__ import annotations

from typing import NamedTuple

from store.book import Book
from store.changes.moves import Refused
from store.changes.people import with_people
from store.exchange import BadFile
from store.intake.given import AsksWhose, Given
from store.intake.kinds import TAKEN
from store.intake.source import Look
from store.intake.taking import Taking
from store.languages import listed
from store.people.notation import NotAPerson, PersonLine, read_people


class Found(NamedTuple):
    """Who was found in a text, and what is to be said of it."""

    interviewers: tuple[PersonLine, ...]
    contacts: tuple[PersonLine, ...]
    said: tuple[str, ...]

    @property
    def names(self) -> str:
        """All of them, for a sentence."""
        return listed([one.name for one in (*self.interviewers, *self.contacts)])


def people_in(look: Look, company: str, country: str | None) -> Found:
    """Who stands in a source of people; `company` is that of their interview. Raises BadFile."""
    try:
        return Found(read_people(look.text), (), ())
    except NotAPerson as why:
        raise BadFile(f"{look.name}: {why}") from None


def take_people(look: Look, given: Given) -> Taking:
    """What the people of a source do to the book. Raises BadFile and AsksWhose."""
    if look.kind == "text" and given.into is None:
        raise BadFile(
            f"{look.name}: this is plain text, and what is taken are {TAKEN}; nothing was imported. People "
            "in it are taken with --into ID; on the board you can paste the text of an invitation."
        )
    found = people_in(look, "", given.country)
    if not found.names:
        raise BadFile(f"{look.name}: there is nobody in it; nothing was imported.")
    into = given.into
    if into is None:
        raise AsksWhose(look.name, found.names)

    def taking(book: Book) -> tuple[Book, list[str]]:
        here = book.interviews.get(into)
        if here is None:
            raise Refused(f"There is no interview {into!r}; `ringback list` has the ids.")
        people = people_in(look, here.company, given.country)
        arrived = with_people(here, people.interviewers, people.contacts, replace_values=given.replace_values)
        said = [*people.said, *arrived.said]
        return book.with_interviews({into: arrived.interview}), said

    return taking
