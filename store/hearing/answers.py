"""What is proposed for a message of theirs: what it says, on the card that it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from store.hearing.meaning import Said, SaidKind, meaning
from store.hearing.proposal import Proposal, event_id, proposal_id, shown
from store.hearing.surroundings import Surroundings
from store.hearing.whose import Whose, greets_another
from store.interview import AnyEvent, Closed, Heard, Interview, Owes, Promised, Reopened, iso
from store.mail import Envelope
from store.rules.standing import closed_by
from store.rules.words import RESULT_WORDS

_LONGEST_OWED = 200
_SAYS: Mapping[SaidKind, str] = {
    "rejected": "it says no",
    "offer": "it is an offer",
    "promised": "it names when they answer",
    "owes": "it names a day by which you are to act",
    "invited": "it invites you to talk again",
}


class Answer(NamedTuple):
    """A message of theirs that is of one card or of several: its own words, and when it was sent."""

    envelope: Envelope
    whose: Whose
    text: str
    ref: str
    at: datetime

    @property
    def people(self) -> dict[str, str]:
        """Who wrote it, on each of its cards."""
        return {match.card.id: match.person.id for match in self.whose.matches if match.person is not None}

    @property
    def card(self) -> Interview:
        """The card by whose clock and language it is read."""
        return self.whose.matches[0].card

    def proposal(self, what: str, said_at: datetime, why: str, **more: object) -> Proposal:
        """A proposal from this message; `what` tells it from others of the same."""
        cards = tuple(match.card.id for match in self.whose.matches)
        alone = len(cards) == 1
        fields: dict[str, object] = {
            "id": proposal_id(self.ref, what),
            "ref": self.ref,
            "at": said_at,
            "interview": cards[0] if alone else None,
            "choices": () if alone else cards,
            "people": self.people,
            "sender": shown(str(self.envelope.sender)),
            "why": f"{self.whose.why}; {why}" if why else self.whose.why,
        }
        return Proposal(**{**fields, **more})  # type: ignore[arg-type]


def answers(answer: Answer, around: Surroundings, *, invited: bool) -> tuple[Proposal, ...]:
    """What is proposed for it. `invited`: a meeting is proposed for the same message already."""
    at = around.said_at(answer.at)
    if answer.whose.certainty == "remark":
        return (_remark(answer, at),)
    other = greets_another(answer.text, answer.envelope, around.owner)
    if other:
        return (_remark(answer, at, f"it is written to {shown(other)}, not to you"),)
    said = {one.kind: one for one in meaning(answer.text, around.reader(answer.card, answer.at))}
    if all(closed_by(match.card, around.now) is not None for match in answer.whose.matches):
        return () if invited else (_on_closed(answer, said, at, around),)
    return tuple(_on_open(answer, said, at, invited=invited))


def _remark(answer: Answer, at: datetime, words: str = "") -> Proposal:
    subject = answer.envelope.subject
    return answer.proposal(
        "remark", at, words, remark=shown(subject) or "no subject", sentence=shown(subject)
    )


def _on_open(
    answer: Answer, said: Mapping[SaidKind, Said], at: datetime, *, invited: bool
) -> Iterator[Proposal]:
    owes = said.get("owes")
    if "rejected" in said or "offer" in said:
        yield _ending(answer, said, at)
        return
    if "promised" in said:
        yield _promise(answer, said["promised"], at)
    if owes is not None:
        yield _debt(answer, owes, at)
    if "promised" not in said and owes is None and not invited:
        yield _heard(answer, said.get("invited"), at)


def _ending(answer: Answer, said: Mapping[SaidKind, Said], at: datetime) -> Proposal:
    no = said.get("rejected")
    ending = no or said["offer"]
    limit = said.get("owes") if no is None else None
    ref = proposal_id(answer.ref, "answer")
    event = Closed(
        id=event_id(ref),
        at=at,
        ref=answer.ref,
        result="offer" if no is None else "rejected",
        note=shown(ending.sentence),
        answer_by=None if limit is None else _day(limit),
    )
    readings = () if limit is None else tuple(map(iso, limit.readings))
    return _as_event(answer, "answer", event, ending, at, ask=True, readings=readings)


def _promise(answer: Answer, said: Said, at: datetime) -> Proposal:
    event = Promised(
        id=event_id(proposal_id(answer.ref, "answer")),
        at=at,
        ref=answer.ref,
        callback_by=_day(said) or iso(said.readings[-1]),
        quote=shown(said.sentence),
        by=_person(answer),
        how=said.how,
        silence=said.silence,
    )
    readings = tuple(map(iso, said.readings)) if said.day is None else ()
    return _as_event(answer, "answer", event, said, at, ask=said.inexact, readings=readings)


def _debt(answer: Answer, said: Said, at: datetime) -> Proposal:
    event = Owes(
        id=event_id(proposal_id(answer.ref, "owes")),
        at=at,
        ref=answer.ref,
        what=shown(said.sentence)[:_LONGEST_OWED],
        due=_day(said),
        to=_person(answer),
    )
    readings = tuple(map(iso, said.readings)) if said.day is None else ()
    return _as_event(answer, "owes", event, said, at, ask=said.inexact, readings=readings)


def _heard(answer: Answer, said: Said | None, at: datetime) -> Proposal:
    event = Heard(id=event_id(proposal_id(answer.ref, "answer")), at=at, ref=answer.ref, to=_person(answer))
    first = next((line.strip() for line in answer.text.split("\n") if len(line.split()) > 3), "")
    said = said or Said("invited", first or answer.envelope.subject)
    why = _SAYS["invited"] if said.sentence != first and said.sentence else "they wrote"
    return _as_event(answer, "answer", event, said, at, why=why)


def _on_closed(answer: Answer, said: Mapping[SaidKind, Said], at: datetime, around: Surroundings) -> Proposal:
    """A closed card is only opened again, asked, and only by something new; anything else is a remark."""
    closed = closed_by(answer.card, around.now)
    assert closed is not None
    quiet = closed.result == "quiet" and "rejected" not in said
    dated = {kind: one for kind, one in said.items() if kind != "owes" or one.day is not None}
    new = next((dated[kind] for kind in ("promised", "invited", "owes") if kind in dated), None)
    if closed.result in ("rejected", "withdrawn", "cancelled", "declined", "quiet") and "offer" in said:
        new = said["offer"]
    if "rejected" in said or closed.result in ("offer", "accepted", "advanced") or not (quiet or new):
        return _remark(answer, at, f"the card is closed ({RESULT_WORDS[closed.result]})")
    event = Reopened(id=event_id(proposal_id(answer.ref, "answer")), at=at, ref=answer.ref)
    why = f"the card is closed ({RESULT_WORDS[closed.result]}), and they wrote"
    sentence = new or Said("invited", answer.envelope.subject)
    return _as_event(answer, "answer", event, sentence, at, ask=True, why=why)


def _as_event(
    answer: Answer,
    what: str,
    event: AnyEvent,
    said: Said,
    at: datetime,
    *,
    ask: bool = False,
    why: str = "",
    readings: tuple[str, ...] = (),
) -> Proposal:
    return answer.proposal(
        what,
        at,
        why or _SAYS[said.kind],
        event=event,
        readings=readings,
        sentence=shown(said.sentence),
        ask=ask or answer.whose.certainty == "asked",
    )


def _person(answer: Answer) -> str | None:
    """Whom it is from; left open where it is not clear of which card it is."""
    match = answer.whose.matches[0]
    return match.person.id if len(answer.whose.matches) == 1 and match.person is not None else None


def _day(said: Said) -> str | None:
    day: date | None = said.day
    return None if day is None else iso(day)
