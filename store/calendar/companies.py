"""Whose company it is: told by the organiser's domain, or guessed from the texts and the others' domains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from store.calendar.answers import NeedsAnswer, Question
from store.calendar.lines import MeetingLines
from store.calendar.people import Guest, Party, key_of
from store.calendar.wording import description_of, single_line
from store.people import senders
from store.people.addresses import domain_of, is_public_provider
from store.people.first_names import is_first_name
from store.people.letters import fold

_LOOKED_AT = 2_000
"""Characters of a text in which a company is looked for."""
_NAME = r"[A-ZÀ-Þ0-9][\w&.'’+-]{1,30}(?: (?:& )?[A-ZÀ-Þ0-9][\w&.'’+-]{0,30}){0,2}"
_MEETING = (
    r"(?:interview|call|chat|meeting|conversation|talk|intro|introduction|screen|screening|discussion|round"
    r"|vorstellungsgespräch|gespräch|telefonat|bewerbungsgespräch|entretien|entrevista)"
)
_WITH = re.compile(
    rf"(?i:\b{_MEETING}s?\b[^\n:.;?!]{{0,40}}?\s(?:with|at|bei|mit|chez|avec|con|en|@)\s+)({_NAME})"
)
_AT = re.compile(rf"\b(?:at|bei|chez)\s+({_NAME})")
_BEFORE = re.compile(rf"^({_NAME})\s*(?:[:|–—]|-\s|\s-|<>|<->|/|\bx\b|\+)")
_BEHIND = re.compile(rf"(?:<>|<->|[|–—]|\s-|\bx\b)\s*({_NAME})$")
_OFFICE = (
    r"(?i:recruiting|recruitment|recruiters?|talent(?: acquisition| team)?|careers?|jobs|hr|hiring|people"
    r"(?: team| ops)?|interviews|scheduling|team)"
)
_OF_OFFICE = re.compile(rf"^({_NAME}?)\s+{_OFFICE}(?:\s+{_OFFICE})?$|^{_OFFICE}\s+(?i:at\s+|@\s*)?({_NAME})$")
_WORDS = """
interview interviews phone telephone video zoom teams meet google microsoft skype webex technical panel
onsite on-site final first second third fourth round screen screening intro introduction invitation invite
updated confirmed canceled cancelled call chat hr meeting virtual remote coding system design culture fit
hiring manager recruiter recruiting the our your a an your online office monday tuesday wednesday thursday
friday saturday sunday january february march april may june july august september october november december
new re fwd fw accepted tentative declined reminder vorstellungsgespräch gespräch einladung telefonat
entretien entrevista am pm
"""
_NO_COMPANY = frozenset(_WORDS.split())
"""Words with which no company's name begins."""


class Employer(msgspec.Struct, frozen=True):
    """The company, and the registered domains of those at the table who are its own; perhaps none."""

    name: str
    houses: frozenset[str]


def employer(event: MeetingLines, people: Party, user: frozenset[str], told: str | None) -> Employer:
    """The company: as it is told, else that of the organiser's domain.

    Where others at the table are of a company that the text names, and the organiser is not, it is that one:
    the organiser is an agency's. A mail provider, a service or a machine's address tells of no company.

    Raises:
        NeedsAnswer: nothing tells the company; the choices are guesses.
    """
    others = [one.guest for one in people.everyone() if not one.kind]
    houses = _houses(one for one in others if key_of(one) not in user)
    named = list(dict.fromkeys(_named(event, people, others)))
    if told:
        return Employer(told, frozenset(_own(told, houses)))
    organiser = people.organiser
    own = senders.company_of(organiser.email) if organiser and key_of(organiser) not in user else ""
    # Whom the text names is known again also in somebody who was taken for the user.
    for name in named if own else ():
        its = _own(name, houses) or [one for one in _houses(others) if _label(one) == _plain(name)]
        if its and organiser and senders.house_of(organiser.email) not in its:
            return Employer(name, frozenset(its))
    agency = organiser is not None and senders.is_agency(organiser.email)
    if own and not (agency and named):
        assert organiser is not None
        return Employer(own, frozenset({senders.house_of(organiser.email)}))
    guesses = [*named, *(senders.company_of(house) for house in houses)]
    choices = {fold(one): one for one in reversed(guesses) if one}
    raise NeedsAnswer([Question("company", _why(organiser, user), tuple(reversed(choices.values())))])


def _why(organiser: Guest | None, user: frozenset[str]) -> str:
    if organiser is None or not organiser.email:
        return "The invitation does not tell the company"
    domain = domain_of(organiser.email)
    if key_of(organiser) in user:
        return "The organiser is you, which does not tell the company"
    if is_public_provider(domain):
        return f"The organiser writes from {domain}, a mail provider, which does not tell the company"
    if senders.is_agency(domain):
        return f"The organiser writes from {domain}, which seems to be an agency and not the company"
    if senders.is_service(domain):
        return f"The organiser writes from {domain}, which sends for many companies"
    return f"The organiser's address, {organiser.email}, does not tell the company"


def resembles(name: str, house: str) -> bool:
    """Whether a company of that name may have the registered domain."""
    label, words = _label(house), _plain(name)
    if min(len(label), len(words)) < 3:
        return label == words != ""
    return label.startswith(words) or words.startswith(label)


def _label(house: str) -> str:
    return _plain(house.partition(".")[0])


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))


def _own(name: str, houses: Iterable[str]) -> list[str]:
    return [house for house in houses if resembles(name, house)]


def _houses(guests: Iterable[Guest]) -> list[str]:
    """The registered domains that tell of companies, each once."""
    found = (senders.house_of(one.email) for one in guests if one.email and senders.company_of(one.email))
    return list(dict.fromkeys(found))


def _named(event: MeetingLines, people: Party, others: Iterable[Guest]) -> Iterator[str]:
    """The companies that the texts seem to name, the surest first."""
    persons = {fold(word) for one in others for word in re.findall(r"\w+", one.name) if "@" not in one.name}
    offices = [one.guest.name for one in people.everyone()[:50] if _OF_OFFICE.match(one.guest.name[:80])]
    for name in offices:
        persons -= {fold(word) for word in re.findall(r"\w+", name)}
    summary = single_line(event, "SUMMARY")[:_LOOKED_AT]
    text = description_of(event)[:_LOOKED_AT]
    tries = (
        *(found for name in offices if (found := _OF_OFFICE.match(name[:80]))),
        *_WITH.finditer(summary),
        *_AT.finditer(summary),
        *filter(None, (_BEFORE.search(summary), _BEHIND.search(summary))),
        *_WITH.finditer(text),
    )
    for found in tries:
        name = next(filter(None, found.groups()), "").strip(" .,'’-&+")
        first = fold(name.partition(" ")[0])
        if (
            len(name) > 1
            and not name.isdigit()
            and not (first in _NO_COMPANY or first in persons or is_first_name(first))
        ):
            yield name
