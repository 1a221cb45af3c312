"""What was heard, as use cases: kept when it is new, shown while it is open, taken, turned down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import fields, replace

from store.book import Book
from store.changes import moves
from store.changes.joining import Joined, as_next_round
from store.changes.last_round import last_round, place_of
from store.changes.moves import Refused
from store.hearing.proposal import Proposal, Sent, is_taken
from store.interview import AnyEvent, Interview, people_named
from store.rules.words import told
from store.service import Service

if TYPE_CHECKING:
    from store.calendar import Answers

_KEPT_TAKEN = timedelta(days=60)
"""How long what was taken is kept: until then undoing it brings the proposal back."""


class Kept(Struct, frozen=True):
    """What a look has brought: the proposals that are new, and sentences about what was logged by itself."""

    new: tuple[Proposal, ...] = ()
    logged: tuple[str, ...] = ()


def open_proposals(book: Book) -> list[Proposal]:
    """The proposals that wait for the user, the oldest first; those of a card that is gone are left out."""
    taken = {event.id for card in book.interviews.values() for event in card.events}
    found = [one for one in book.proposals.values() if _is_open(one, book, taken)]
    return sorted(found, key=lambda one: (one.at, one.id))


def by_card(book: Book) -> Mapping[str, Sequence[Proposal]]:
    """The open proposals, the oldest first, by the ids of the cards that show them."""
    shown: dict[str, list[Proposal]] = {}
    for proposal in open_proposals(book) if book.proposals else ():
        for card in proposal.cards:
            shown.setdefault(card, []).append(proposal)
    return shown


def _is_open(proposal: Proposal, book: Book, taken: set[str]) -> bool:
    if proposal.cards and not any(card in book.interviews for card in proposal.cards):
        return False
    if proposal.event is not None:
        return proposal.event.id not in taken
    if proposal.meeting is None:
        return True
    card = book.interviews.get(proposal.meeting.card)
    return card is None or not is_taken(proposal, card)


def of_card(book: Book, interview_id: str) -> list[Proposal]:
    """The open proposals that a card shows."""
    return [one for one in open_proposals(book) if interview_id in one.cards] if book.proposals else []


def found(book: Book, proposal_id: str) -> Proposal:
    """The open proposal of that id, or of its unique beginning. Raises Refused with what there is."""
    there = {one.id: one for one in open_proposals(book)}
    fitting = [one for key, one in there.items() if key.startswith(proposal_id)] if proposal_id else []
    if proposal_id in there:
        return there[proposal_id]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join([*there][:5])
    listed = f"there are {known}" if known else "nothing is proposed now"
    which = "several proposals begin with" if fitting else "there is no proposal"
    raise Refused(f"{which[:1].upper()}{which[1:]} {proposal_id!r}; {listed}.")


def keep(service: Service, proposals: Sequence[Proposal], sent: Sequence[Sent]) -> Kept:
    """Keep what is new of this, and log what is sure: one step to undo each. Raises StorageError."""
    logged = [words for one in sent if (words := _log_sent(service, one))]
    new: list[Proposal] = []

    def change(book: Book) -> Book:
        new[:] = _fresh(book, proposals)
        kept: dict[str, Proposal | None] = {one.id: one for one in new}
        replaced = {one.meeting.uid for one in new if one.meeting is not None}
        older = [
            key
            for key, one in book.proposals.items()
            if (one.meeting is not None and one.meeting.uid in replaced and key not in kept)
            or _is_done_with(one, book, service.clock.now())
        ]
        return book.with_proposals({**dict.fromkeys(older), **kept}) if kept or older else book

    if proposals:
        service.change_quietly(change)
    return Kept(tuple(new), tuple(logged))


def _fresh(book: Book, proposals: Iterable[Proposal]) -> list[Proposal]:
    taken = {event.id for card in book.interviews.values() for event in card.events}
    fresh = {
        one.id: one for one in proposals if one.id not in book.turned_down and one.id not in book.proposals
    }
    return [one for one in fresh.values() if _is_open(one, book, taken)]


def _is_done_with(proposal: Proposal, book: Book, now: datetime) -> bool:
    if now - proposal.at < _KEPT_TAKEN:
        return False
    taken = {
        event.id for key in proposal.cards if key in book.interviews for event in book.interviews[key].events
    }
    return not _is_open(proposal, book, taken)


def _log_sent(service: Service, sent: Sent) -> str:
    """Log it, unless that was done before: also where it was undone. The sentence for it, else blank."""
    key = sent.event.id.removeprefix("e-")
    card = service.book.interviews.get(sent.card)
    if card is None or key in service.book.turned_down:
        return ""
    words = told(sent.event, card, service.zone)

    def change(book: Book) -> Book:
        here = book.interviews.get(sent.card)
        if here is None or key in book.turned_down or any(one.id == sent.event.id for one in here.events):
            return book
        logged = moves.log(sent.event, now=service.clock.now())(here)
        return book.with_interviews({here.id: logged}).with_proposals({key: None})

    try:
        saved = service.do(f"{words}, seen among what you sent", change)
    except Refused:
        return ""
    if saved.before == saved.after:
        return ""
    name = ", ".join(filter(None, (card.company, card.role)))
    return f"{name}: {words}; the message lies among what you sent, so it was noted (undo takes it back)."


@dataclass(frozen=True)
class TakenAs:
    """What the user says to a proposal: which card it is of, and what is to be other than proposed.

    `values` are fields of the event; `answers` those of an invitation, None where the proposal is none.
    """

    interview: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    answers: Answers | None = None


def card_of(service: Service, proposal: Proposal, wanted: str | None) -> Interview | None:
    """The card on which it is to be logged; None for a meeting that becomes one. Raises Refused."""
    cards = [key for key in proposal.cards if key in service.book.interviews]
    if wanted is not None:
        card = service.interview(wanted)
        if cards and card.id not in cards:
            raise Refused(f"{proposal.id} is not of {card.id}; it may be of {_either(cards)}.")
        return card
    if len(cards) > 1:
        named = [f"{key} ({service.whose(key)})" for key in cards]
        raise Refused(f"{proposal.id} may be of several cards: say which with interview={_either(named)}.")
    return service.interview(cards[0]) if cards else None


def _either(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def take(service: Service, proposal: Proposal, choice: TakenAs) -> list[str]:
    """Log the event or take the meeting in: one step to undo. Sentences that say what came of it.

    Raises Refused, StorageError, and what reading an invitation raises.
    """
    if proposal.meeting is not None:
        return _take_meeting(service, proposal, choice)
    if proposal.event is None:
        raise Refused(f"{proposal.id} is a mere remark: it can only be turned down.")
    card = card_of(service, proposal, choice.interview)
    assert card is not None
    event = event_for(proposal, card, choice.values)
    rounds = service.rounds(card)
    last = last_round(card, rounds, service.clock.now())
    where = place_of(event) if last is not None else "here"
    ids = [card.id] if last is None or where != "there instead" else []
    ids += [last.id] if last is not None and where != "here" else []

    def move(here: Interview) -> Interview:
        own = event if here.id == card.id else _without_strangers(event, here)
        return moves.log(own, now=service.clock.now())(here)

    words = told(event, card, service.zone)
    service.move(words, ids, move)
    moved = [f"It was logged on the last round, {last.id}."] if last is not None and where != "here" else []
    return [f"{card.company}: {words}.", *moved]


def event_for(proposal: Proposal, card: Interview, values: Mapping[str, Any]) -> AnyEvent:
    """The event as it is logged on that card. Raises Refused where a day is still to be chosen."""
    event = proposal.event
    assert event is not None
    day = day_field(event)
    if proposal.readings and day not in values:
        raise Refused(f"The day can be read two ways: say which with {day}={_either(proposal.readings)}.")
    person = proposal.people.get(card.id)
    names = {one.name for one in fields(type(event))}
    own: dict[str, Any] = dict(values)
    for name in ("by", "to"):
        if person and name in names and getattr(event, name) is None:
            own.setdefault(name, person)
    try:
        changed: AnyEvent = replace(event, **own)
    except ValueError as why:
        raise Refused(f"Nothing was changed: {why}.") from None
    return changed


def day_field(event: AnyEvent) -> str:
    """The field of an event that is a day named in words; blank where it has none."""
    names = {one.name for one in fields(type(event))}
    return next((name for name in ("callback_by", "due", "answer_by") if name in names), "")


def _without_strangers(event: AnyEvent, card: Interview) -> AnyEvent:
    strange = [name for name, person in people_named(event) if card.person(person) is None]
    changed: AnyEvent = replace(event, **dict.fromkeys(strange))
    return changed


def meeting_answers(service: Service, proposal: Proposal, choice: TakenAs) -> Answers:
    """What is known for reading a proposed invitation: the card that it goes on tells of the company."""
    assert choice.answers is not None
    joins = _joined_card(service, proposal, choice)
    if joins is None:
        return choice.answers
    company, role = choice.answers.company or joins.company, choice.answers.role or joins.role or None
    return replace(choice.answers, company=company, role=role)


def _joined_card(service: Service, proposal: Proposal, choice: TakenAs) -> Interview | None:
    """The card that a proposed meeting becomes the next round of, if any."""
    return None if proposal.interview is not None else card_of(service, proposal, choice.interview)


def _take_meeting(service: Service, proposal: Proposal, choice: TakenAs) -> list[str]:
    # Imported on use: it is slow to load, and a board that shows what there is does not need it.
    from store.calendar import read_calendar
    from store.changes.invitations import take_all

    meeting = proposal.meeting
    assert meeting is not None
    joins = _joined_card(service, proposal, choice)
    answers = meeting_answers(service, proposal, choice)
    read = read_calendar(meeting.text.encode(), answers, service.clock.now())
    said: list[str] = []

    def settle(new: Interview, book: Book) -> Joined:
        earlier = None if joins is None else book.interviews.get(joins.id)
        return Joined(new, {}) if earlier is None else as_next_round(new, earlier, book.interviews.values())

    def change(book: Book) -> Book:
        taken, said[:] = take_all(book, read, service.clock.now(), settle)
        return taken

    service.do(f"took in a meeting with {meeting.company or 'them'}", change)
    return said


def drop(service: Service, ids: Iterable[str]) -> None:
    """Turn proposals down for good: of each only its id is remembered. Raises StorageError."""
    gone = dict.fromkeys(ids)
    service.change_quietly(lambda book: book.with_proposals(gone))
