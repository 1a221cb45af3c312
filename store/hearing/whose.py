"""Of which card a message is: by who wrote it, and by what it answers. Never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from store.hearing.known import KnownCards, Match
from store.hearing.wording import WORDINGS
from store.languages import languages
from store.mail import Envelope, Mailbox
from store.people.letters import fold

Certainty: TypeAlias = Literal["sure", "asked", "remark"]
_MOST_IDS = 50


class Whose(Struct, frozen=True):
    """The cards a message may be of, each with the person who wrote it, and why.

    `remark`: it concerns them, and nothing is proposed for it; `why` says what it is then.
    """

    certainty: Certainty
    matches: tuple[Match, ...]
    why: str


class Owner(Struct, frozen=True):
    """Who the user is: the addresses in the form they are compared in, and the name, which may be blank."""

    addresses: frozenset[str] = frozenset()
    name: str = ""


def whose(envelope: Envelope, known: KnownCards, owner: Owner, at: datetime) -> Whose | None:
    """Of which cards that had begun by `at` a message is; None for none. `at` is when it was sent."""
    sender = envelope.sender
    if not sender.address:
        return None
    by_address = known.at(sender.address)
    answered = _answered(envelope, known)
    found: Whose | None = None
    if by_address:
        found = _by_address(by_address, answered, known, at)
    elif answered:
        found = _by_answer(envelope, answered, known, owner, at)
    return found or (None if by_address or answered else _by_name_or_house(sender, known, at))


def _answered(envelope: Envelope, known: KnownCards) -> list[Match]:
    """The cards for which the user wrote what is answered; the person only where it is theirs to know."""
    for message_id in envelope.replies_to[:_MOST_IDS]:
        written = known.written(message_id)
        if written:
            return [Match(one.card, None) for one in written]
    return []


def _by_address(
    matches: Sequence[Match], answered: Sequence[Match], known: KnownCards, at: datetime
) -> Whose | None:
    own = {match.card.id for match in answered}
    narrowed = [match for match in matches if match.card.id in own]
    current = known.current(narrowed or answered or matches, at)
    if not current:
        return None
    why = "in reply to what you wrote" if answered else "from an address on the card"
    return Whose("sure", tuple(current), why)


def _by_answer(
    envelope: Envelope, answered: Sequence[Match], known: KnownCards, owner: Owner, at: datetime
) -> Whose | None:
    current = known.current(answered, at)
    if not current:
        return None
    others = [one for one in envelope.recipients if one.plain not in owner.addresses]
    to_all = any(known.at(one.address) for one in others)
    nearest = bool(known.written(next(iter(envelope.replies_to), "")))
    if to_all or not nearest:
        return Whose("remark", tuple(current), f"{envelope.sender} wrote to all, and is on no card")
    return Whose("sure", tuple(current), "in reply to what you wrote")


def _by_name_or_house(sender: Mailbox, known: KnownCards, at: datetime) -> Whose | None:
    of_house = known.of_house(sender.address)
    houses = {card.id for card in of_house}
    nameless = known.named(sender.name, with_address=False)
    at_home = known.current([match for match in nameless if match.card.id in houses], at)
    if at_home:
        return Whose(
            "asked", tuple(at_home), "the name and the company's domain are right; the address is new"
        )
    elsewhere = known.current([*nameless, *known.named(sender.name, with_address=True)], at)
    if elsewhere:
        return Whose(
            "remark", tuple(elsewhere), f"{sender} has a name that is on the card, and another address"
        )
    strangers = known.current([Match(card, None) for card in of_house], at)
    if strangers:
        return Whose("remark", tuple(strangers), f"{sender} writes from the company, and is on no card")
    return None


_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_EVERYONE = frozenset(
    [
        "all",
        "both",
        "everyone",
        "everybody",
        "team",
        "candidate",
        "candidates",
        "applicant",
        "applicants",
        "there",
        "sir",
        "madam",
        "folks",
        "friends",
        "alle",
        "zusammen",
        "team",
        "damen",
        "herren",
        "bewerber",
        "bewerberin",
        "tous",
        "toutes",
        "madame",
        "monsieur",
        "équipe",
        "todos",
        "todas",
        "equipo",
        "candidato",
        "candidata",
        "candidat",
        "candidate",
        "colleagues",
        "guys",
        "again",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "dr",
        "prof",
        "herr",
        "herrn",
        "frau",
        "mme",
        "mlle",
        "m",
        "sr",
        "sra",
        "srta",
        "señor",
        "señora",
        "don",
        "doña",
    ]
)


_SMALL = frozenset(("von", "van", "der", "den", "de", "da", "di", "la", "le", *_TITLES, *_EVERYONE))


def greets_another(text: str, envelope: Envelope, owner: Owner) -> str:
    """The name a message greets, where it is neither the user's nor one of the people it was sent to."""
    names = _name_words([owner.name, *(one.name for one in envelope.recipients)])
    local = {
        word for one in envelope.recipients for word in re.split(r"[^a-z]+", one.plain.partition("@")[0])
    }
    if not names:
        return ""
    greeted = _greeted(text)
    if any(word[0].islower() for word in _WORD.findall(greeted) if fold(word) not in _SMALL):
        return ""  # `Hello from Berlin` greets nobody by name
    words = _name_words([greeted]) - _TITLES
    if not words or words & (names | local | _EVERYONE) or len(words) > 3:
        return ""
    # `Rob` is Robin, `Robbie` too.
    near = any(word[:3] == name[:3] for word in words for name in names | local if len(name) > 2)
    return "" if near else greeted


def _name_words(names: Sequence[str]) -> set[str]:
    return {fold(word) for name in names for word in _WORD.findall(name)}


def _greeted(text: str) -> str:
    """The name in the first line; blank where that greets nobody by name."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")[:80]
    greetings = [word for code in WORDINGS for word in languages()[code].greetings]
    for greeting in sorted(greetings, key=len, reverse=True):
        if fold(line).startswith(f"{fold(greeting)} "):
            rest = line[len(greeting) :].strip()
            name = re.match(r"[^,.!:;–—]{1,40}(?=[,.!:;–—]|$)", rest)
            return name.group().strip() if name else ""
    return ""
