"""Which version of a meeting is the later one, and which date of a series a card is about. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store import spans
from store.book import Book
from store.calendar import Invitation, interview_id
from store.interview import Interview, iso


def is_news(here: Interview, invitation: Invitation) -> bool:
    """Whether it is later than what is known. One that was imported as JSON may know of no version."""
    known = here.calendar
    if known is None or invitation.sequence > known.sequence:
        return True
    if invitation.sequence < known.sequence:
        return False
    if invitation.told and invitation.starts_at != here.starts_at:
        return True
    if invitation.stamp is not None and known.stamp is not None:
        return invitation.stamp > known.stamp
    # A cancellation may come with the number of the invitation itself; it counts once.
    return invitation.cancelled and all(one.id != cancel_id(invitation) for one in here.events)


def _date_of(here: Interview) -> datetime:
    """By which instant the date is known that the card is about, in a series."""
    known = here.calendar.occurrence if here.calendar is not None else None
    return known or here.starts_at


def is_of_another_date(here: Interview, invitation: Invitation) -> bool:
    """Whether a message is about one date of a series, and not about the card's."""
    date = invitation.occurrence
    if date is None or invitation.dates:
        return False
    if invitation.onwards and date <= _date_of(here):
        return False
    return date not in (_date_of(here), here.starts_at)


def card_key(book: Book, invitation: Invitation) -> str:
    """The id of the card that a message is about, whether there is one or not.

    A date that was added to a meeting later has a card of its own.
    """
    of_date = added_key(invitation)
    return of_date if of_date in book.interviews else interview_id(invitation.uid)


def added_key(invitation: Invitation) -> str:
    """The id of the card of one date that was added to a meeting; blank where none is meant."""
    date = invitation.occurrence
    return "" if date is None or invitation.dates else interview_id(f"{invitation.uid} {iso(date)}")


def other_date_words(here: Interview, invitation: Invitation) -> str:
    """What to say of a message about another date than the card's."""
    assert invitation.occurrence is not None
    date = _day(invitation.occurrence, here)
    if invitation.cancelled:
        what = "is called off"
    elif invitation.added:
        what = f"({span(invitation, here.zone)}) was added"
    else:
        what = f"is now at {span(invitation, here.zone)}"
    own = f"the card is about {_day(here.starts_at, here)} and stays as it is"
    return f"{here.company} ({here.id}): the date of {date} {what}; {own}."


def _day(at: datetime, here: Interview) -> str:
    return f"{at.astimezone(ZoneInfo(here.zone)):%Y-%m-%d}"


def on_its_date(here: Interview, invitation: Invitation, now: datetime) -> Invitation:
    """The invitation for the date that the card is about.

    Of a series the same date, or the one of the same day; a date that is over stays as it was. Where dates
    from one on are moved, the card's own is moved by as much.
    """
    date = _date_of(here)
    if invitation.occurrence is not None and invitation.onwards and invitation.occurrence < date:
        by = invitation.starts_at - invitation.occurrence
        return _at(invitation, date + by, invitation.ends_at - invitation.starts_at, date)
    if not invitation.dates or invitation.told:
        return invitation
    same = next((one for one in invitation.dates if date in (one.known_by, one.starts_at)), None)
    same = same or next(
        (one for one in invitation.dates if _day(one.starts_at, here) == _day(date, here)), None
    )
    if same is not None:
        return _at(invitation, same.starts_at, same.ends_at - same.starts_at, same.known_by)
    if here.ends_at <= now:
        return _at(invitation, here.starts_at, here.ends_at - here.starts_at, date)
    return invitation


def _at(invitation: Invitation, starts_at: datetime, length: timedelta, date: datetime) -> Invitation:
    at: Invitation = replace(invitation, starts_at=starts_at, ends_at=starts_at + length, occurrence=date)
    return at


def span(one: Interview | Invitation, zone: str) -> str:
    """From when to when by the clock of a zone, for sentences."""
    return spans.from_to(one.starts_at, one.ends_at, ZoneInfo(zone))


def cancel_id(invitation: Invitation) -> str:
    """The id of the event by which it is called off."""
    return f"ics-cancel-{invitation.sequence}"
