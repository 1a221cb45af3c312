"""From what a source is to what it does to the book. Everything is judged here; the book is changed later."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from store.book import Book
from store.calendar import CalendarRead, NeedsAnswer, OpenQuestion, Unreadable, interview_id, read_calendar
from store.changes import invitations
from store.deadlines import PRODUCT
from store.exchange import BadFile, read_bundle, unite
from store.intake.given import Asks, Given
from store.intake.people import take_people
from store.intake.source import Look
from store.intake.taking import Taking
from store.tables import read_table, take_table

_NO_PLACE = "The invitation's time zone gives the time but names no place, whose office hours are to count"


class Intake(Struct, frozen=True):
    """What was read, and what it does to a book: all of it or nothing."""

    looks: tuple[Look, ...]
    takings: tuple[Taking, ...]

    def __call__(self, book: Book) -> tuple[Book, list[str]]:
        """The book with everything in it, and sentences that say what came of it.

        Raises BadFile and Refused, and what `settle` of the given raises.
        """
        said: list[str] = []
        for taking in self.takings:
            book, sentences = taking(book)
            said += sentences
        return book, said


def read_all(looks: Sequence[Look], given: Given) -> Intake:
    """What these do. Raises BadFile for one that cannot be taken, Asks and AsksWhose."""
    return Intake(tuple(looks), tuple(_taking(look, given) for look in looks))


def _taking(look: Look, given: Given) -> Taking:
    match look.kind:
        case "bundle":
            bundle = read_bundle(look.raw, look.name)
            return lambda book: unite(book, bundle, replace_values=given.replace_values)
        case "table":
            table = read_table(look.raw, look.name, given.by)
            return lambda book: take_table(
                book, table, given.by.now, given.settle, replace_values=given.replace_values
            )
        case "card" | "text":
            return take_people(look, given)
        case _:
            return _invitations(look, given)


def _invitations(look: Look, given: Given) -> Taking:
    read, said = meetings_of(look, given)

    def taking(book: Book) -> tuple[Book, list[str]]:
        told = [*said]
        for one in read:
            book, sentences = invitations.take_all(book, one, given.by.now, given.settle)
            told += sentences
        return book, told

    return taking


def meetings_of(look: Look, given: Given) -> tuple[list[CalendarRead], list[str]]:
    """Every calendar of a source read, and what is to be said of those passed over. Raises BadFile, Asks."""
    if not look.calendars:
        raise BadFile(_without_invitation(look))
    read: list[CalendarRead] = []
    said: list[str] = []
    for calendar in look.calendars:
        if PRODUCT.encode() in calendar[:2_000]:
            raise BadFile(
                f"{look.name}: these are deadlines that ringback wrote itself; nothing was imported."
            )
        try:
            found = read_calendar(calendar, given.answers, given.by.now)
        except NeedsAnswer as asks:
            raise Asks(look.name, asks.questions) from None
        except Unreadable as why:
            # A mailbox holds what it holds: answers to invitations, too, and what was sent in vain.
            if look.mails < 2:
                raise BadFile(f"{look.name}: {why}") from None
            said.append(f"{look.name}: {why}")
        else:
            if given.asks_zone and (choices := _places(found, given)):
                raise Asks(look.name, (OpenQuestion("zone", _NO_PLACE, choices),))
            read.append(found)
    if not read:
        raise BadFile(said[0])
    return read, said


def _places(read: CalendarRead, given: Given) -> tuple[str, ...]:
    """The zones that fit the first new meeting whose own zone names no place."""
    known = given.answers.known
    new = (one for one in read.meetings if interview_id(one.uid) not in known and not one.cancelled)
    return next((one.zone_choices for one in new if one.zone_choices), ())


def _without_invitation(look: Look) -> str:
    holding = "the mail holds" if look.mails == 1 else f"none of its {look.mails} mails holds"
    return (
        f"{look.name}: {holding} an invitation for calendars; nothing was imported. On the board you can "
        "paste what a mail says."
    ).replace("the mail holds an", "the mail does not hold an")
