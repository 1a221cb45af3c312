"""Whom the cards know: by address, by a message of the user's, by name. Made once for many messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple

from store.interview import Draft, HandOver, Interview, Person
from store.languages.packaged import PACKAGED
from store.people.addresses import is_public_provider
from store.people.identity import same_person
from store.people.letters import fold
from store.people.senders import company_of, house_of, is_service, mailbox_of
from store.rules.application import Applications
from store.rules.standing import closed_by


class Match(NamedTuple):
    """A card, and who of its people it is; None where that is not known."""

    card: Interview
    person: Person | None


class Written(NamedTuple):
    """A message that ringback handed over for a card."""

    card: Interview
    draft: Draft
    handed: HandOver


class KnownCards:
    """The cards of a book as messages are held against them."""

    def __init__(self, interviews: Iterable[Interview], beginnings: Mapping[str, datetime]) -> None:
        """`beginnings`: when each card began, by its id: what was said before is of no interest to it."""
        self.cards = tuple(interviews)
        self.beginnings = beginnings
        self._applications = Applications(self.cards)
        self._addresses: dict[str, list[Match]] = {}
        self._written: dict[str, list[Written]] = {}
        self._names: dict[str, list[Match]] = {}
        self._houses: dict[str, list[Interview]] = {}
        self._labels: dict[str, list[Interview]] = {}
        for card in self.cards:
            self._take(card)

    def _take(self, card: Interview) -> None:
        houses: dict[str, None] = {}
        for person in card.people:
            match = Match(card, person)
            for word in _words(person.name):
                self._names.setdefault(word, []).append(match)
            if person.email:
                self._addresses.setdefault(mailbox_of(person.email), []).append(match)
                house = own_house(person.email)
                if house and person in card.interviewers:
                    houses[house] = None
        for house in houses:
            self._houses.setdefault(house, []).append(card)
        for label in {squeezed(card.company), squeezed(without_form(card.company))}:
            self._labels.setdefault(label, []).append(card)
        for draft in card.drafts:
            for handed in draft.handed_over:
                if handed.message_id:
                    self._written.setdefault(handed.message_id, []).append(Written(card, draft, handed))

    def at(self, address: str) -> list[Match]:
        """The cards that know this address, in whichever spelling."""
        return self._addresses.get(mailbox_of(address), [])

    def written(self, message_id: str) -> list[Written]:
        """What ringback handed over under this Message-ID: one for each person it went to."""
        return self._written.get(message_id, [])

    def named(self, name: str, *, with_address: bool) -> list[Match]:
        """The people of this full name whose address is known, or those of whom it is not."""
        if len(name.split()) < 2:
            return []
        asked = Person(id="", name=name)
        # A name is the same where all its words are, titles aside: the rarest of them leads to it.
        known = [self._names.get(word, []) for word in _words(name) if word.strip(".") not in _titles()]
        return [
            one
            for one in min(known, key=len, default=[])
            if one.person is not None
            and bool(one.person.email) == with_address
            and same_person(asked, Person(id="", name=one.person.name))
        ]

    def of_house(self, address: str) -> list[Interview]:
        """The cards whose company writes from that domain, by its people's addresses or by its name."""
        house = own_house(address)
        if not house:
            return []
        label = squeezed(company_of(house))
        by_name = self._labels.get(label, ()) if len(label) > 2 else ()
        found = {card.id: card for card in (*self._houses.get(house, ()), *by_name)}
        return list(found.values())

    def current(self, matches: Iterable[Match], at: datetime) -> list[Match]:
        """Of the rounds of one application the last that had begun by `at`; none where none had.

        What is heard of an application concerns its last round.
        """
        found: dict[str, Match] = {}
        for match in matches:
            rounds = [
                one
                for one in self._applications.rounds(match.card)
                if self.beginnings[one.id] <= at and not _called_off(one, at)
            ]
            if self.beginnings[match.card.id] > at:
                continue
            card = rounds[-1] if rounds else match.card
            person = match.person
            if person is not None and card is not match.card:
                person = _same_there(person, card)
            if card.id not in found or found[card.id].person is None:
                found[card.id] = Match(card, person)
        return list(found.values())

    def rounds(self, card: Interview) -> tuple[Interview, ...]:
        """The rounds of its application in their order, itself among them."""
        return tuple(self._applications.rounds(card))


def _called_off(card: Interview, at: datetime) -> bool:
    closed = closed_by(card, at)
    return closed is not None and closed.result == "cancelled"


def _same_there(person: Person, card: Interview) -> Person | None:
    return next((one for one in card.people if same_person(one, person)), None)


def own_house(address: str) -> str:
    """The registered domain of an address; blank where it is a mail provider's or another service's."""
    house = house_of(address)
    return "" if not house or is_public_provider(house) or is_service(house) else house


@cache
def _titles() -> frozenset[str]:
    return frozenset(title for one in PACKAGED.values() for title in one.honorifics)


def _words(name: str) -> set[str]:
    return set(fold(name).replace(",", " ").split())


def squeezed(name: str) -> str:
    """A company's name as it stands in a domain: `Globex Corp.` is `globexcorp`."""
    return "".join(letter for letter in fold(name) if letter.isalnum())


_FORMS = frozenset(
    (
        *(
            "gmbh",
            "ag",
            "se",
            "kg",
            "ug",
            "inc",
            "ltd",
            "llc",
            "limited",
            "corp",
            "corporation",
            "co",
            "company",
        ),
        *(
            "plc",
            "bv",
            "nv",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "ab",
            "as",
            "oy",
            "group",
            "gruppe",
            "holding",
        ),
        *("ev", "mbh"),
    )
)


def without_form(company: str) -> str:
    """A company's name, folded, without its legal form: `Globex GmbH & Co. KG` is `globex`."""
    words = fold(company).split()
    while len(words) > 1 and (squeezed(words[-1]) in _FORMS or not squeezed(words[-1])):
        words.pop()
    return " ".join(words).rstrip(" ,.&")
