"""Whose company it is: told by the organiser's domain, or guessed from the texts and the others' domains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from store.calendar.answers import NeedsAnswer, OpenQuestion
from store.calendar.lines import MeetingLines
from store.calendar.people import Guest, Party, key_of
from store.calendar.wording import description_of, single_line
from store.people import senders
from store.people.addresses import domain_of, is_public_provider
from store.people.first_names import is_first_name
from store.people.letters import fold
from store.ways_out import OTHER_COMPANY

_MOST_PEOPLE = 50
_LOOKED_AT = 2_000
"""Characters of a text in which a company is looked for."""
_NAME = r"[A-ZÀ-Þ0-9][\w&.'’+-]{1,30}(?: (?:& )?[A-ZÀ-Þ0-9][\w&.'’+-]{0,30}){0,2}"
_FORM = r"(?:,? (?:Inc|Ltd|LLC|Corp)\.?)?"
_MEETING = (
    r"(?:interview|call|chat|meeting|conversation|talk|intro|introduction|screen|screening|discussion|round"
    r"|vorstellungsgespräch|gespräch|telefonat|bewerbungsgespräch|entretien|entrevista)"
)
_ARTICLE = r"(?:(?:the|our|der|die|das|den|dem|la|le|el)\s+)?"
_WITH = re.compile(
    rf"(?i:\b{_MEETING}s?\b[^\n:.;?!]{{0,40}}?\s(?:with|at|bei|mit|chez|avec|con|en|@)\s+{_ARTICLE})({_NAME})"
)
_AT = re.compile(rf"\b(?i:(?:at|bei|chez|from)\s+{_ARTICLE})({_NAME})")
_OTHERS = (
    re.compile(rf"^({_NAME})\s*(?:[:|–—]|//|-\s|\s-|<>|<->|/|\bx\b|\+)"),
    re.compile(rf"(?:<>|<->|[|–—]|//|\s-|\bx\b)\s*({_NAME}){_FORM}$"),
    re.compile(rf"^\[({_NAME})\]|\(({_NAME})\)$"),
    re.compile(rf"\s(?i:and|und|et|y|&)\s({_NAME}){_FORM}$"),
    re.compile(rf"[|–—-]\s({_NAME})\s[|–—-]"),
    re.compile(rf"^({_NAME}?)\s+(?i:{_MEETING})\b"),
    re.compile(rf"^(?:\w+[ -])?(?i:{_MEETING})\s({_NAME}){_FORM}$"),
)
"""Where in a summary a company stands otherwise, the surest first."""
_OFFICE = (
    r"(?i:recruiting|recruitment|recruiters?|talent(?: acquisition| team)?|careers?|jobs|hr|hiring|people"
    r"(?: team| ops)?|interviews|scheduling|team)"
)
_OF_OFFICE = (
    re.compile(
        rf"^(?:The )?({_NAME}?)\s+{_OFFICE}(?:\s+{_OFFICE})?$|^{_OFFICE}\s+(?i:at\s+|@\s*)?({_NAME})$"
    ),
    re.compile(rf"^({_NAME}) via\s|\s(?:from|at|@|-) ({_NAME})$|\(({_NAME})\)$"),
)
_WHOLE = re.compile(rf"^(?:The )?({_NAME})$")
_PREFIX = re.compile(
    r"(?i)^(?:(?:updated |aktualisierte )?(?:invitation|invite|einladung|reminder|re|fwd?|updated|confirmed"
    r"|accepted)\s*:\s*)+"
)
_WHEN = re.compile(r"\s@\s(?:mon|tue|wed|thu|fri|sat|sun)\w*\s.*$", re.IGNORECASE)
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
    said: tuple[str, ...] = ()


def employer(event: MeetingLines, people: Party, user: frozenset[str], told: str) -> Employer:
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
    if own and organiser and senders.is_automat(organiser.email):
        own = own if _is_borne_out(organiser, others, named) else ""
    # Whom the text names is known again also in somebody who was taken for the user.
    for name in named if own else ():
        its = _own(name, houses) or [one for one in _houses(others) if _label(one) == _plain(name)]
        if its and organiser and senders.house_of(organiser.email) not in its:
            return Employer(name, frozenset(its))
    agency = organiser is not None and senders.is_agency(organiser.email)
    if own and not (agency and named):
        assert organiser is not None
        house = senders.house_of(organiser.email)
        return Employer(own, frozenset({house}), _other_name_words(event, named, house))
    # A name that a domain at the table bears out is the best guess.
    guesses = sorted(named, key=lambda one: not _own(one, houses))
    choices: dict[str, str] = {}
    for one in (*guesses, *map(senders.company_of, houses)):
        choices.setdefault(fold(one), one)
    raise NeedsAnswer([OpenQuestion("company", _why(organiser, user), tuple(choices.values()))])


def _is_borne_out(organiser: Guest, others: Iterable[Guest], named: Iterable[str]) -> bool:
    """Whether the host of a machine's address, which may send for many, is that of the company."""
    house = senders.house_of(organiser.email)
    colleagues = (one for one in others if key_of(one) != key_of(organiser))
    names = [*named, *([organiser.name] if "@" not in organiser.name else [])]
    return any(senders.house_of(one.email) == house for one in colleagues) or any(
        resembles(one, house) for one in names
    )


def _other_name_words(event: MeetingLines, named: Iterable[str], house: str) -> tuple[str, ...]:
    """What to say where the summary says "at Globex", and the organiser writes from elsewhere."""
    summary = single_line(event, "SUMMARY")[:_LOOKED_AT]
    told = {found[1].strip(" .,'’-&+") for found in (*_WITH.finditer(summary), *_AT.finditer(summary))}
    other = next((one for one in named if one in told and not resembles(one, house)), None)
    if other is None:
        return ()
    return (f"The company is that of the organiser's address; if it is {other}, {OTHER_COMPANY.command}.",)


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
    named = [one for one in others if one.name != one.email][:_MOST_PEOPLE]
    from_offices = [found for who in named for one in _OF_OFFICE if (found := one.search(who.name[:80]))]
    organiser = people.organiser
    if organiser and not from_offices and _speaks_for_many(organiser.email):
        from_offices += filter(None, (_WHOLE.search(organiser.name[:80]),))
    persons = {word for one in named for word in _words(one.name)}
    persons = persons.difference(*(_words(found[0]) for found in from_offices))
    summary = _WHEN.sub("", _PREFIX.sub("", single_line(event, "SUMMARY")[:_LOOKED_AT]))
    text = description_of(event)[:_LOOKED_AT]
    tries = (
        *from_offices,
        *_WITH.finditer(summary),
        *_AT.finditer(summary),
        *filter(None, (one.search(summary) for one in _OTHERS)),
        *_WITH.finditer(text),
    )
    for found in tries:
        name = re.sub(r"['’]s$", "", next(filter(None, found.groups()), "").strip(" .,'’-&+"))
        if _may_be_company(name, persons):
            yield name


def _speaks_for_many(address: str) -> bool:
    return senders.is_machine(address) or senders.is_service(address)


def _words(name: str) -> set[str]:
    return {*re.findall(r"\w+", fold(name))}


def _may_be_company(name: str, persons: set[str]) -> bool:
    first = fold(name.partition(" ")[0])
    if len(name) < 2 or name.isdigit() or senders.is_service(f"{first}.com"):
        return False
    return first not in _NO_COMPANY and first not in persons and not is_first_name(first)
