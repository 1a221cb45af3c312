"""What a calendar invitation does to the book: a new interview, a move, or a cancellation. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from store.book import Book
from store.calendar import CalendarRead, Guest, Invitation, interview_id
from store.changes.joining import Settle, by_itself, with_joined
from store.changes.no_thanks import carried
from store.interview import CalendarEntry, Closed, Interview, Person, iso
from store.people.name_guess import guess
from store.people.names import doubt_words
from store.people.notation import PersonLine, with_ids
from store.rules.standing import closed_by


def take_all(
    book: Book, read: CalendarRead, now: datetime, settle: Settle = by_itself
) -> tuple[Book, list[str]]:
    """The book with every meeting of a file taken in, and sentences that say what came of it."""
    said = [*read.said]
    for invitation in read.meetings:
        book, sentences = take(book, invitation, now, settle)
        said += sentences
    return book, said


def take(
    book: Book,
    invitation: Invitation,
    now: datetime,
    settle: Settle = by_itself,
) -> tuple[Book, list[str]]:
    """The book with the invitation taken in, and sentences that say what came of it.

    `settle` says to which application a new interview belongs, where that is not clear; what it raises goes
    on. The id comes from the UID. A higher SEQUENCE moves the interview and unites its people; company, role
    and round stay as the user has them. The same or a lower one changes nothing. A cancellation closes it.
    """
    key = interview_id(invitation.uid)
    here = book.interviews.get(key)
    if here is None:
        if invitation.cancelled:
            return book, ["A cancellation for an interview that is not on the board: nothing was imported."]
        new = _new(key, invitation)
        joined = settle(new, book)
        return carried(book, with_joined(book, joined, now), now), [
            f"{invitation.company}: added as {key}.",
            *invitation.said,
            *filter(None, map(doubt_words, new.people)),
        ]
    if _nothing_new(here, invitation):
        return book, [f"{here.company} ({key}): already on the board, nothing changed."]
    changed, said = _cancelled(here, invitation, now) if invitation.cancelled else _moved(here, invitation)
    return book.with_interviews({key: changed}), said


def _known(here: Interview) -> int:
    """The SEQUENCE it stands at. One that was imported as JSON has none, and takes any invitation."""
    return -1 if here.calendar is None else here.calendar.sequence


def _nothing_new(here: Interview, invitation: Invitation) -> bool:
    """A cancellation may come with the number of the invitation itself; it counts once."""
    if invitation.sequence == _known(here) and invitation.cancelled:
        return any(one.id == _event_id(invitation) for one in here.events)
    return invitation.sequence <= _known(here)


def _new(key: str, invitation: Invitation) -> Interview:
    return Interview(
        id=key,
        company=invitation.company,
        role=invitation.role,
        mode=invitation.mode,
        zone=invitation.zone,
        starts_at=invitation.starts_at,
        ends_at=invitation.ends_at,
        location=invitation.location,
        link=invitation.link,
        interviewers=with_ids(_typed(invitation.people)),
        notes=invitation.notes,
        calendar=_entry(invitation),
    )


def _entry(invitation: Invitation) -> CalendarEntry:
    return CalendarEntry(uid=invitation.uid, sequence=invitation.sequence)


def _typed(guests: Iterable[Guest]) -> list[PersonLine]:
    return [PersonLine(one.name or one.email, one.email or None, one.phone) for one in guests]


def _moved(here: Interview, invitation: Invitation) -> tuple[Interview, list[str]]:
    newcomers = with_ids(_typed(one for one in invitation.people if not _is_there(here, one)), here)
    changed = replace(
        here,
        starts_at=invitation.starts_at,
        ends_at=invitation.ends_at,
        zone=invitation.zone,
        location=invitation.location or here.location,
        link=invitation.link or here.link,
        mode=here.mode if invitation.mode == "other" else invitation.mode,
        notes=here.notes or invitation.notes,
        interviewers=(*here.interviewers, *newcomers),
        calendar=_entry(invitation),
    )
    doubts = filter(None, map(doubt_words, newcomers))
    return changed, [*_what_moved(here, changed, newcomers), *invitation.said, *doubts]


def _is_there(here: Interview, guest: Guest) -> bool:
    mail, name = guest.email.casefold(), guess(guest.name).name.casefold()
    return any(
        (mail and (one.email or "").casefold() == mail)
        or (not mail and guess(one.name).name.casefold() == name)
        for one in here.people
    )


def _what_moved(before: Interview, after: Interview, newcomers: tuple[Person, ...]) -> list[str]:
    said = []
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        said.append(f"{after.company} ({after.id}): moved from {_span(before)} to {_span(after)}.")
    if newcomers:
        names = ", ".join(one.name for one in newcomers)
        said.append(f"{after.company} ({after.id}): now also with {names}.")
    return said or [f"{after.company} ({after.id}): updated, its time is as it was."]


def _span(interview: Interview) -> str:
    return f"{iso(interview.starts_at)}–{iso(interview.ends_at)[11:]}"


def _cancelled(here: Interview, invitation: Invitation, now: datetime) -> tuple[Interview, list[str]]:
    here = replace(here, calendar=_entry(invitation))
    if closed_by(here, now) is not None:
        return here, [f"{here.company} ({here.id}): called off, and closed already."]
    closed = Closed(id=_event_id(invitation), at=now, result="cancelled", note="called off by invitation")
    return replace(here, events=(*here.events, closed)), [
        f"{here.company} ({here.id}): called off; closed as cancelled."
    ]


def _event_id(invitation: Invitation) -> str:
    return f"ics-cancel-{invitation.sequence}"
