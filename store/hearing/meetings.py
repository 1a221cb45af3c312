"""What is proposed for a meeting: a known one moves or is called off, a new one goes on with a card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace

from store.book import Book
from store.calendar import (
    Answers,
    CalendarRead,
    Invitation,
    NeedsAnswer,
    Unreadable,
    read_calendar,
)
from store.changes.invitations import known_in, take_all
from store.changes.invited_dates import added_key, card_key
from store.changes.moves import Refused
from store.hearing.known import Match
from store.hearing.proposal import Proposal, ProposedMeeting, proposal_id, shown
from store.hearing.surroundings import Surroundings
from store.interview import Interview, iso

_MOST_MEETINGS = 20
_MOST_BLOCKS = 1_000
"""Events, zones and alarms of a file that is looked at: a whole calendar of years is no invitation."""
_LARGEST = 256 * 2**10
_INTERVIEW = re.compile(
    r"\b(?:interview|vorstellungsgespräch|bewerbungsgespräch|kennenlerngespräch|entretien|entrevista)",
    re.IGNORECASE,
)
_ORGANISER = re.compile(
    rb"^ORGANIZER[^\r\n]{0,300}?:(?:mailto:)?([^\s\r\n]{1,254})", re.MULTILINE | re.IGNORECASE
)
_FOLD = re.compile(rb"\r?\n[ \t]")


def invitations_in(
    raw: bytes, around: Surroundings, book: Book, card: Interview | None = None
) -> CalendarRead:
    """The meetings of a calendar file; what would be asked is left open. Empty where it cannot be read.

    `card` is the one whose company and zone hold where the file does not say.
    """
    if raw.count(b"BEGIN:") > _MOST_BLOCKS:
        return CalendarRead((), ())
    answers = Answers(
        around.zone.key,
        tuple(sorted(around.owner.addresses)),
        company=card.company if card is not None else None,
        role=card.role or None if card is not None else None,
        known=known_in(book),
    )
    for _ in range(3):
        try:
            return read_calendar(raw[:_LARGEST], answers, around.now)
        except NeedsAnswer as asks:
            answers = _answered(answers, asks, around, card)
        except Unreadable:
            break
    return CalendarRead((), ())


def _answered(answers: Answers, asks: NeedsAnswer, around: Surroundings, card: Interview | None) -> Answers:
    for question in asks.questions:
        best = next(iter(question.choices), "")
        if question.kind == "zone":
            answers = replace(answers, zone=card.zone if card is not None else best or around.zone.key)
        elif question.kind == "company":
            answers = replace(answers, company=best or "?")
        else:
            answers = replace(answers, me=(best or "nobody@invalid",))
    return answers


def organiser_of(raw: bytes) -> str:
    """The address of who organises the first meeting of a file; blank where it names none."""
    found = _ORGANISER.search(_FOLD.sub(b"", raw[:_LARGEST]))
    return found[1].decode("utf-8", "replace") if found else ""


def concerned(raw: bytes, around: Surroundings) -> bool:
    """Whether a meeting may be of a card whatever the mail it came in: by its organiser, or by its UID."""
    return bool(around.known.at(organiser_of(raw))) or is_known(raw, around)


def is_known(raw: bytes, around: Surroundings) -> bool:
    """Whether a meeting in a file is of a card by its UID."""
    return any(card.calendar is not None and card.calendar.uid.encode() in raw for card in around.known.cards)


def meeting_proposals(
    raw: bytes, source: str, around: Surroundings, book: Book, beside: Match | None = None
) -> Iterator[Proposal]:
    """What is proposed for the meetings of a calendar file that comes from `source`.

    `beside`: the card that the mail is of which it came in.
    """
    card = beside.card if beside is not None else None
    for invitation in invitations_in(raw, around, book, card).meetings[:_MOST_MEETINGS]:
        proposal = _proposal(invitation, raw, source, around, book, beside)
        if proposal is not None:
            yield proposal


def _proposal(
    invitation: Invitation, raw: bytes, source: str, around: Surroundings, book: Book, beside: Match | None
) -> Proposal | None:
    here = book.interviews.get(card_key(book, invitation))
    matches, why = _why_known(invitation, book, around) if here is not None else ([], "")
    if here is None and _is_new(invitation, around):
        matches, why = _of_whom(invitation, raw, around, beside)
    if not why:
        return None
    cards = [match.card for match in matches]
    alone = cards[0] if len(cards) == 1 else None
    company = (
        here.company if here is not None else (alone.company if alone is not None else invitation.company)
    )
    key = added_key(invitation) if invitation.added else card_key(book, invitation)
    meeting = _meeting(invitation, key, company.strip("?"), raw)
    stamp = "" if invitation.stamp is None else iso(invitation.stamp)
    return Proposal(
        id=proposal_id(invitation.uid, f"{meeting.method} {invitation.sequence} {stamp}"),
        ref=invitation.uid,
        at=around.now,
        interview=None if here is None else here.id,
        joins=None if alone is None else alone.id,
        choices=tuple(card.id for card in cards) if len(cards) > 1 else (),
        meeting=meeting,
        ask=not meeting.company,
        sender=shown(source),
        sentence=shown(invitation.notes.split("\n")[0]),
        why=why,
    )


def _meeting(invitation: Invitation, key: str, company: str, raw: bytes) -> ProposedMeeting:
    return ProposedMeeting(
        uid=invitation.uid,
        card=key,
        sequence=invitation.sequence,
        stamp=invitation.stamp,
        company=company,
        starts_at=invitation.starts_at,
        ends_at=invitation.ends_at,
        method="CANCEL" if invitation.cancelled else "REQUEST",
        text=raw[:_LARGEST].decode("utf-8", "replace").replace("\r\n", "\n"),
    )


def _why_known(invitation: Invitation, book: Book, around: Surroundings) -> tuple[list[Match], str]:
    """No other card, and what is new of one that is there; blank where nothing is."""
    if not _changes(invitation, book, around):
        return [], ""
    if invitation.cancelled:
        return [], "this meeting is called off"
    if invitation.added:
        return [], "another date of this card's meeting"
    return [], "the meeting of this card, in a new version"


def _is_new(invitation: Invitation, around: Surroundings) -> bool:
    """Whether it may become a card: not called off, not entered by hand, and thanks for it are not past."""
    over = invitation.ends_at + timedelta(hours=around.policy.thank_expires) <= around.now
    return not (invitation.cancelled or over or _is_there(invitation, around))


def _changes(invitation: Invitation, book: Book, around: Surroundings) -> bool:
    """Whether taking it would do anything: an old version, or one that is known, does not."""
    try:
        return take_all(book, CalendarRead((invitation,), ()), around.now)[0] != book
    except Refused:
        return False


def _is_there(invitation: Invitation, around: Surroundings) -> bool:
    """Whether the user has entered that meeting by hand: the same hour with somebody who is invited."""
    guests = {match.card.id for guest in invitation.people for match in around.known.at(guest.email)}
    return any(
        card.id in guests and (card.starts_at, card.ends_at) == (invitation.starts_at, invitation.ends_at)
        for card in around.known.cards
    )


def _of_whom(
    invitation: Invitation, raw: bytes, around: Surroundings, beside: Match | None
) -> tuple[list[Match], str]:
    """The cards whose application a new meeting goes on with, and why it is one; blank where it is none."""
    known = around.known
    if beside is not None:
        return [beside], "an invitation from somebody on the card"
    addresses = [organiser_of(raw), *(one.email for one in (*invitation.people, *invitation.contacts))]
    people = [match for address in addresses for match in known.at(address)]
    if people and not known.at(addresses[0]):
        # A guest may be of one card and whoever invites of another: then it is asked which it is of.
        people += [Match(card, None) for card in known.of_house(addresses[0])]
    if people:
        return known.current(people, around.now), "with somebody who is on the card"
    house = [Match(card, None) for address in addresses for card in known.of_house(address)]
    if house:
        return known.current(house, around.now), "with somebody of the company"
    summary = invitation.notes.split("\n")[0]
    return [], "it is called an interview" if _INTERVIEW.search(summary) else ""
