"""People of a visiting card or a signature, put on the card of an interview that is there."""

from __future__ import annotations

from store.book import Book
from store.changes.arrivals import with_arrivals
from store.changes.moves import Refused
from store.exchange import BadFile
from store.intake.given import AsksWhose, Given
from store.intake.kinds import TAKEN
from store.intake.source import Look
from store.intake.taking import Taking
from store.interview import Interview
from store.languages import listed
from store.people.reading import PeopleRead, read_people


def people_in(look: Look, given: Given, here: Interview | None = None) -> PeopleRead:
    """Who stands in a source of people; `here` is their interview, once it is known."""
    company, beside = (here.company, here.people) if here is not None else ("", ())
    return read_people(
        look.text, company=company, country=given.by.country, known=beside, mine=given.answers.me
    )


def names_of(read: PeopleRead) -> str:
    """All of them, for a sentence; "" where there is nobody."""
    return listed([one.name or one.email or one.phone or "" for one in read.everyone])


def reachable(read: PeopleRead) -> bool:
    """Whether somebody has an address or a number, as in a text that is of people and nothing else."""
    return any(one.email or one.phone for one in read.everyone)


def _nobody(look: Look) -> str:
    if look.kind == "text":
        return (
            f"{look.name}: this is plain text, and what is taken are {TAKEN}; nothing was imported. The text "
            "of an invitation can be pasted on the board."
        )
    return f"{look.name}: there is nobody in it; nothing was imported."


def take_people(look: Look, given: Given) -> Taking:
    """What the people of a source do to the book. Raises BadFile and AsksWhose."""
    found = people_in(look, given)
    if not found.everyone or (look.kind == "text" and given.into is None and not reachable(found)):
        raise BadFile(_nobody(look))
    into = given.into
    if into is None:
        raise AsksWhose(look.name, names_of(found))

    def taking(book: Book) -> tuple[Book, list[str]]:
        here = book.interviews.get(into)
        if here is None:
            raise Refused(f"There is no interview {into!r}; `ringback list` has the ids.")
        people = people_in(look, given, here)
        if people.left:
            raise BadFile(f"{look.name}: {people.left[0].why}")
        arrived = with_arrivals(here, people.people, people.contacts, replace_values=given.replace_values)
        said = [*people.said, *arrived.said]
        return book.with_interviews({into: arrived.interview}), said

    return taking
