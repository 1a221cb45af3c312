"""What calendar invitations do to the book: new interviews, moves and cancellations. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.book import Book
from store.calendar import CalendarRead, Invitation, KnownMeeting, invited
from store.changes.invited_dates import (
    added_key,
    cancel_id,
    card_key,
    is_news,
    is_of_another_date,
    on_its_date,
    other_date_words,
    span,
)
from store.changes.invited_people import people_of, with_people
from store.changes.joining import Joined, Settle, as_next_round, by_itself, with_joined
from store.changes.no_thanks import NO_THANKS_REASON, carried
from store.interview import CalendarEntry, Closed, Interview, Reopened, Thanked, ThanksSkipped
from store.people.names import doubt_words
from store.rules.application import folded, key_of
from store.rules.standing import closed_by
from store.rules.words import RESULT_WORDS


def known_in(book: Book) -> dict[str, KnownMeeting]:
    """What the reader of calendar files need not ask, by the ids of the interviews that came from one."""
    return {
        key: KnownMeeting(one.company, one.calendar.me)
        for key, one in book.interviews.items()
        if one.calendar is not None
    }


def take_all(
    book: Book, read: CalendarRead, now: datetime, settle: Settle = by_itself
) -> tuple[Book, list[str]]:
    """The book with every meeting of a file taken in, and sentences that say what came of it.

    Meetings of one company on one day are rounds of one application, also where no role is known.
    """
    said = [*read.said]
    fresh: list[str] = []

    def settled(new: Interview, others: Book) -> Joined:
        joined = settle(new, others)
        fresh.append(new.id)
        if joined.interview.opportunity is not None or joined.renamed:
            return joined
        rounds = (others.interviews[one] for one in fresh if one in others.interviews)
        earlier = next((one for one in rounds if _same_day(one, joined.interview)), None)
        if earlier is None or key_of(earlier) == key_of(joined.interview):
            return joined
        return as_next_round(joined.interview, earlier, others.interviews.values())

    for invitation in read.meetings:
        book, sentences = take(book, invitation, now, settled)
        said += sentences
    return book, said


def _same_day(one: Interview, other: Interview) -> bool:
    days = {each.starts_at.astimezone(ZoneInfo(one.zone)).date() for each in (one, other)}
    return len(days) == 1 and _about(one) == _about(other)


def _about(one: Interview) -> tuple[str, str]:
    return folded(one.company), folded(one.role)


def take(
    book: Book, invitation: Invitation, now: datetime, settle: Settle = by_itself
) -> tuple[Book, list[str]]:
    """The book with the invitation taken in, and sentences that say what came of it.

    `settle` says to which application a new interview belongs, where that is not clear; what it raises goes
    on. The id comes from the UID. A later version (SEQUENCE, then DTSTAMP) moves the interview and unites its
    people; company, role and round stay as the user has them. Any other changes nothing. A cancellation
    closes it. What is about another date of a series than the card's is only said.
    """
    key = card_key(book, invitation)
    here = book.interviews.get(key)
    if here is None:
        return _added(book, key, invitation, now, settle)
    name = f"{here.company} ({key})"
    if invitation.added and is_of_another_date(here, invitation) and _is_past(here, now):
        return _with_added_date(book, here, invitation, now)
    if is_of_another_date(here, invitation):
        return book, [other_date_words(here, invitation)]
    invitation = on_its_date(here, invitation, now)
    if not is_news(here, invitation):
        return book, [f"{name}: already on the board, nothing changed."]
    if invitation.cancelled:
        changed, said = _cancelled(here, invitation, now)
    else:
        changed, said = _moved(here, invitation, now)
    sentences = [f"{name}: {words}" for words in said]
    return book.with_interviews({key: changed}), [*sentences, *_asides(here, changed, invitation)]


def _is_past(here: Interview, now: datetime) -> bool:
    """Whether the date of the card is over or called off, so that one that is added is the next one."""
    closed = closed_by(here, now)
    return here.ends_at <= now or (closed is not None and closed.result == "cancelled")


def _with_added_date(
    book: Book, here: Interview, invitation: Invitation, now: datetime
) -> tuple[Book, list[str]]:
    """The added date as a round of its own: what happened about the earlier one is that one's."""
    dated = replace(invitation, role=invitation.role or here.role)

    def settle(new: Interview, others: Book) -> Joined:
        return as_next_round(new, here, others.interviews.values())

    added, said = _added(book, added_key(invitation), dated, now, settle)
    day = f"{invitation.starts_at.astimezone(ZoneInfo(here.zone)):%Y-%m-%d}"
    return added, [f"{here.company} ({here.id}): {day} was added to its dates, and is the next round.", *said]


def _added(
    book: Book, key: str, invitation: Invitation, now: datetime, settle: Settle
) -> tuple[Book, list[str]]:
    if invitation.cancelled:
        return book, ["A cancellation for an interview that is not on the board: nothing was imported."]
    met, contacts = people_of(invitation)
    new = Interview(
        id=key,
        company=invitation.company,
        role=invitation.role,
        mode=invitation.mode,
        zone=invitation.zone,
        starts_at=invitation.starts_at,
        ends_at=invitation.ends_at,
        location=invitation.location,
        link=invitation.link,
        interviewers=met,
        contacts=contacts,
        notes=invitation.notes,
        calendar=_entry(invitation),
    )
    joined = settle(new, book)
    return carried(book, with_joined(book, joined, now), now), [
        f"{invitation.company}: added as {key}.",
        *invitation.zone_said,
        *invitation.said,
        *filter(None, map(doubt_words, new.people)),
    ]


def _entry(invitation: Invitation) -> CalendarEntry:
    return CalendarEntry(
        uid=invitation.uid,
        sequence=invitation.sequence,
        stamp=invitation.stamp,
        occurrence=invitation.occurrence,
        invited=invited(invitation),
        me=invitation.me,
    )


def _asides(before: Interview, after: Interview, invitation: Invitation) -> list[str]:
    """What was assumed for this version, and of which new people it is a guess how they are greeted."""
    if invitation.cancelled:
        return []
    new = (one for one in after.people if before.person(one.id) is None)
    return [*invitation.said, *filter(None, map(doubt_words, new))]


def _moved(here: Interview, invitation: Invitation, now: datetime) -> tuple[Interview, list[str]]:
    changed, words = with_people(here, invitation)
    changed = replace(
        changed,
        starts_at=invitation.starts_at,
        ends_at=invitation.ends_at,
        zone=here.zone if invitation.zone_said else invitation.zone,
        location=invitation.location or here.location,
        link=invitation.link or here.link,
        mode=here.mode if invitation.mode == "other" else invitation.mode,
        notes=here.notes or invitation.notes,
        calendar=_entry(invitation),
    )
    said = []
    if (here.starts_at, here.ends_at) != (changed.starts_at, changed.ends_at):
        zone = changed.zone
        said.append(f"moved from {span(here, zone)} to {span(changed, zone)} ({zone}).")
    said += words or ([] if said else ["updated, its time is as it was."])
    changed, again = _on_again(changed, invitation, now)
    return changed, [*said, *again, *_thanks_before(here, changed)]


def _on_again(here: Interview, invitation: Invitation, now: datetime) -> tuple[Interview, list[str]]:
    """The card reopened where it was closed because the interview was called off."""
    closed = closed_by(here, now)
    if closed is None:
        return here, []
    if closed.result != "cancelled":
        return here, [f"it stays closed ({RESULT_WORDS[closed.result]})."]
    again = Reopened(
        id=_free_id(here, f"ics-again-{invitation.sequence}"), at=now, note="on again by invitation"
    )
    return replace(here, events=(*here.events, again)), ["it is on again, so the card is reopened."]


def _thanks_before(before: Interview, after: Interview) -> list[str]:
    """What to say of thanks that lie before an end which has moved behind them: they settle all the same."""
    if after.ends_at <= before.ends_at:
        return []
    early = [
        one
        for one in after.events
        if isinstance(one, Thanked | ThanksSkipped)
        and before.starts_at <= one.at < after.ends_at
        and not (isinstance(one, ThanksSkipped) and one.reason == NO_THANKS_REASON)
    ]
    if not early:
        return []
    people = dict.fromkeys(person.name for one in early if (person := after.person(one.to)) is not None)
    whom = f" to {', '.join(people)}" if people else ""
    words = f"thanks{whom} were noted already, before the new end, and still settle what is owed"
    return [f"{words}; if they are to be sent again, take them back in the card's history."]


def _cancelled(here: Interview, invitation: Invitation, now: datetime) -> tuple[Interview, list[str]]:
    known = here.calendar or CalendarEntry(uid=invitation.uid)
    entry = replace(known, uid=invitation.uid, sequence=invitation.sequence, stamp=invitation.stamp)
    here = replace(here, calendar=entry)
    if known.occurrence is not None and invitation.occurrence is None and here.ends_at <= now:
        return here, ["the series is called off; the date of the card is over, so it stays as it is."]
    if closed_by(here, now) is not None:
        return here, ["called off, and closed already."]
    event_id = _free_id(here, cancel_id(invitation))
    closed = Closed(id=event_id, at=now, result="cancelled", note="called off by invitation")
    return replace(here, events=(*here.events, closed)), ["called off; closed as cancelled."]


def _free_id(here: Interview, wanted: str) -> str:
    taken = {one.id for one in here.events}
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
