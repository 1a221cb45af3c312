"""An ear for the tests: some cards, and messages held against them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from store.book import Book
from store.hearing.hearing import Ear, MessageFindings
from store.hearing.known import KnownCards
from store.hearing.surroundings import Surroundings
from store.hearing.whose import Owner
from store.interview import Draft, HandOver, Interview, Person
from store.mail import read_envelope
from tests.making import BERLIN, POLICY, made

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
BEGAN = datetime(2026, 11, 16, 9, tzinfo=UTC)
ROBIN = Owner(frozenset({"robin@mail.example", "rv@old.example"}), "Robin Vale")
ADA = Person(id="p1", name="Ada Okafor", email="ada@globex.example")
BEN = Person(id="p2", name="Ben Ito")
SAM = Person(id="c1", name="Sam Reed", email="sam@agency.example")
THANKS = Draft(
    id="d1",
    purpose="thanks",
    body="…",
    handed_over=(
        HandOver(to="p1", at=datetime(2026, 11, 24, 8, tzinfo=UTC), way="mail", message_id="<asked@mail.example>"),
    ),
)  # fmt: skip


def globex(**facts: object) -> Interview:
    """The card of Globex: with Ada, and with Ben, whose address is not known."""
    plain = {
        "interviewers": (ADA, BEN),
        "ends_at": datetime(2026, 11, 23, 14, tzinfo=UTC),
        "drafts": (THANKS,),
        **facts,
    }
    return made(**plain)


def initech(**facts: object) -> Interview:
    """Another card, of another company, with the agency's Sam."""
    plain = {
        "id": "iv-2",
        "company": "Initech",
        "role": "Analyst",
        "interviewers": (),
        "contacts": (SAM,),
        **facts,
    }
    return made(**plain)


def ear(
    *cards: Interview,
    now: datetime = NOW,
    language: str = "",
    owner: Owner = ROBIN,
    began: datetime = BEGAN,
) -> Ear:
    """An ear for these cards, all of which began at one time."""
    book = Book({card.id: card for card in cards})
    known = KnownCards(cards, {card.id: min(began, card.starts_at) for card in cards})
    return Ear(book, Surroundings(known, owner, POLICY, BERLIN, now, language))


def hear(
    raw: bytes, *cards: Interview, sent: bool = False, language: str = "", now: datetime = NOW
) -> MessageFindings:
    """What one message comes to."""
    listening = ear(*(cards or (globex(), initech())), language=language, now=now)
    envelope = read_envelope(raw[: 16 * 2**10])
    return (
        listening.hear(envelope, raw, sent=sent)
        if listening.wants(envelope, sent=sent)
        else MessageFindings()
    )


def kinds(heard: MessageFindings) -> list[str]:
    """The kinds of the events proposed; `remark` and `meeting` for what is none."""
    return [
        one.event.KIND if one.event is not None else "meeting" if one.meeting is not None else "remark"
        for one in heard.proposals
    ]


def together(all_heard: Iterable[MessageFindings]) -> MessageFindings:
    """What several messages come to."""
    found = [*all_heard]
    return MessageFindings(
        tuple(one for each in found for one in each.proposals),
        tuple(one for each in found for one in each.sent),
    )


def later(hours: float, begin: datetime = NOW) -> datetime:
    return begin + timedelta(hours=hours)
