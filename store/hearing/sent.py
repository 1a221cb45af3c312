"""What the user has sent: the very message that was handed over, or another one to somebody on a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from store.hearing.known import KnownCards, Match, Written
from store.hearing.meaning import thanks
from store.hearing.proposal import Proposal, Sent, event_id, proposal_id, shown
from store.hearing.surroundings import Surroundings
from store.interview import AnyEvent, Emailed, Interview, Thanked
from store.mail import Envelope
from store.people.senders import mailbox_of
from store.rules.standing import closed_by, course, thanks_open, unsettled_by

_SAME_MESSAGE = timedelta(hours=24)
"""Within this time of a mail the user will have noted the same one by hand."""


def handed_over(envelope: Envelope, known: KnownCards, now: datetime) -> list[Sent]:
    """What is logged because the very message that ringback handed over was sent."""
    at = min(envelope.at or now, now)
    found = []
    for written in known.written(envelope.message_id):
        event = _event_of(written, envelope, at)
        if event is not None:
            found.append(Sent(card=written.card.id, event=event))
    return found


def _event_of(written: Written, envelope: Envelope, at: datetime) -> AnyEvent | None:
    """None where the card knows of it already, or where only the draft is to know."""
    card, draft, to = written.card, written.draft, written.handed.to
    if to is None:
        boxes = {one.plain for one in envelope.recipients}
        to = next((one.id for one in card.people if one.email and mailbox_of(one.email) in boxes), None)
    key = event_id(proposal_id(envelope.message_id, f"sent {to or ''}"))
    if any(one.id == key for one in card.events):
        return None
    if draft.purpose == "thanks":
        owed = any(to in (None, None if one is None else one.id) for one in unsettled_by(card, at))
        interviewer = to is None or any(one.id == to for one in card.interviewers)
        return (
            Thanked(id=key, at=at, ref=envelope.message_id, to=to, channel="email")
            if owed and interviewer
            else None
        )
    if draft.purpose == "status" and closed_by(card, at) is None and not _noted(card, Emailed, to, at):
        return Emailed(id=key, at=at, ref=envelope.message_id, to=to)
    return None


def sent_proposals(
    envelope: Envelope, text: str, ref: str, around: Surroundings, at: datetime
) -> Iterator[Proposal]:
    """What is proposed for a message of the user's to people on cards: thanks that are owed, or a mail."""
    said_at = around.said_at(at)
    recipients = _recipients(envelope, around.known)
    thankful = thanks(text)
    owed = [match for match in recipients if thankful and _is_owed(match, around, said_at)]
    for matches in _by_person(owed, around.known):
        first, several = matches[0], len(matches) > 1
        to = None if several or first.person is None else first.person.id
        what = f"thanked {'' if first.person is None else first.person.id}"
        key = event_id(proposal_id(ref, what))
        event = Thanked(id=key, at=said_at, ref=ref, to=to, channel="email")
        yield _proposal(
            what, first, event, envelope, ref, "you wrote to them, and it thanks", matches if several else ()
        )
    if owed:
        return
    rest = [
        match
        for match in around.known.current(recipients, at)
        if match.person is not None and _may_be_asking(match, around, said_at, thankful=thankful)
    ]
    if rest:
        yield _mail(rest, envelope, ref, said_at)


def _mail(matches: list[Match], envelope: Envelope, ref: str, at: datetime) -> Proposal:
    first = matches[0]
    several = len(matches) > 1
    person = first.person
    assert person is not None
    to = None if several else person.id
    event = Emailed(id=event_id(proposal_id(ref, "emailed")), at=at, ref=ref, to=to)
    return _proposal("emailed", first, event, envelope, ref, "you wrote to them", matches if several else ())


def _proposal(
    what: str,
    match: Match,
    event: AnyEvent,
    envelope: Envelope,
    ref: str,
    why: str,
    choices: Iterable[Match] = (),
) -> Proposal:
    several = tuple(one.card.id for one in choices)
    people = {one.card.id: one.person.id for one in choices if one.person is not None}
    return Proposal(
        id=proposal_id(ref, what),
        ref=ref,
        at=event.at,
        interview=None if several else match.card.id,
        choices=several,
        people=people,
        event=event,
        sender=shown(str(envelope.sender)),
        sentence=shown(envelope.subject),
        why=why,
    )


def _recipients(envelope: Envelope, known: KnownCards) -> list[Match]:
    return [match for one in envelope.recipients for match in known.at(one.address)]


def _is_owed(match: Match, around: Surroundings, at: datetime) -> bool:
    """Whether that person was still to be thanked for that interview when it was sent."""
    card, person = match.card, match.person
    if person is None or at < card.ends_at:
        return False
    owed = any(one is not None and one.id == person.id for one in unsettled_by(card, around.now))
    return owed and thanks_open(course(card, around.policy, at), around.policy, at)


def _by_person(owed: list[Match], known: KnownCards) -> list[list[Match]]:
    """Whom it thanks, each with the cards it may be for: of the rounds of one application the last."""
    found: dict[str, dict[str, Match]] = {}
    for match in sorted(owed, key=lambda match: match.card.ends_at):
        person = match.person
        assert person is not None
        first_round = known.rounds(match.card)[0].id
        found.setdefault(mailbox_of(person.email or person.id), {})[first_round] = match
    return [list(cards.values()) for cards in found.values()]


def _may_be_asking(match: Match, around: Surroundings, at: datetime, *, thankful: bool) -> bool:
    card, to = match.card, match.person.id if match.person is not None else None
    if at < card.ends_at or closed_by(card, around.now) is not None:
        return False
    if thankful and _noted(card, Thanked, to, at):
        return False
    return not _noted(card, Emailed, to, at)


def _noted(card: Interview, kind: type[AnyEvent], to: str | None, at: datetime) -> bool:
    """Whether the card knows of such a message to them at about that time."""
    return any(
        isinstance(one, kind) and getattr(one, "to", None) in (None, to) and abs(one.at - at) < _SAME_MESSAGE
        for one in card.events
    )
