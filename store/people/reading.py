"""People as they are pasted, read: one or several, on one line or many. Pure.

`Ada Okafor <ada@globex.example> +49 30 5550123 (whatsapp), CTO`; a To line; a signature; a list; a vCard.
What is not understood is left over, and never part of a name or a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from store.interview import Person
from store.patterns import pattern
from store.people.left_over import LeftOver, perhaps_the_user
from store.people.notation import PersonLine, person_line
from store.people.parts import parts_of
from store.people.people_drafts import PeopleDrafts
from store.people.person_draft import PersonDraft, Taken, kept_as_contact
from store.people.senders import company_of
from store.text import MAX_TEXT, clean

_ADDRESS = pattern(r"[^\s@]{0,64}@\S+", needs="@")


class PeopleRead(NamedTuple):
    """What a text says of people. Where something is `left`, the rest is as far as it is understood."""

    people: tuple[PersonLine, ...] = ()
    contacts: tuple[PersonLine, ...] = ()
    """Whoever is nobody in particular: an office, a machine."""
    said: tuple[str, ...] = ()
    """Sentences about what was understood and not kept."""
    left: tuple[LeftOver, ...] = ()

    @property
    def everyone(self) -> tuple[PersonLine, ...]:
        """People and contacts, where all of them are to be contacts."""
        return (*self.people, *self.contacts)


def read_people(
    text: str,
    *,
    company: str = "",
    companies: Iterable[str] = (),
    country: str | None = None,
    known: Iterable[Person] = (),
    mine: Iterable[str] = (),
    as_contacts: bool = False,
) -> PeopleRead:
    """Everyone a text names, with what it says of them.

    `company` is the card's own, `companies` others that are known; their names are no part of anybody's.
    `country` (two letters, ISO 3166) is where numbers without a + are at home. A line that is exactly that of
    somebody `known` is read as they are, whatever they look like; their addresses tell more companies. `mine`
    are the user's own addresses. `as_contacts`: all of them are to be contacts, offices or not.
    """
    if len(text) > MAX_TEXT:
        why = f"That is a text of {len(text):,} characters, and {MAX_TEXT:,} is the most."
        return PeopleRead(left=(LeftOver(text[:80], why),))
    known = tuple(known)
    houses = [one for one in (company, *companies, *_houses(known, text)) if one.strip()]
    as_they_are = {person_line(one): one for one in known}
    own = frozenset(one.casefold() for one in mine)
    read, pasted = PeopleRead(), list[str]()
    names = frozenset(one.name for one in as_they_are.values())
    for line in clean(text, lines=True).split("\n"):
        one = as_they_are.get(line.strip())
        if one is None:
            pasted.append(line)
            continue
        read = _both(read, _pasted(pasted, houses, names, country, own))
        read, pasted = _both(read, PeopleRead((as_line(one),))), []
    read = _both(read, _pasted(pasted, houses, names, country, own))
    read = _without(read, own)
    read = _as_contacts(read) if as_contacts else read
    if text.strip() and not (read.everyone or read.left):
        return read._replace(left=(LeftOver(text.strip()[:80], f"“{text.strip()[:80]}” names nobody."),))
    return read


def as_line(person: Person) -> PersonLine:
    """What the line of somebody known says of them."""
    return PersonLine(
        person.name, person.email, person.phone, person.whatsapp, person.title, person_line(person),
        person.called, person.ask,
    )  # fmt: skip


def _houses(known: Iterable[Person], text: str) -> list[str]:
    """The companies that the addresses of those who are known tell, where the text may name them."""
    plain = _only_letters(_ADDRESS.sub(" ", text))
    addresses = [one.email for one in known if one.email]
    # Only then: the list of domains takes time to load.
    named = [one for one in addresses if any(map(plain.__contains__, _labels(one)))]
    return [house for house in dict.fromkeys(map(company_of, named)) if house]


def _labels(address: str) -> list[str]:
    """What may be a company's name in the domain of an address."""
    labels = map(_only_letters, address.rpartition("@")[2].split("."))
    return [label for label in labels if len(label) > 3]


def _only_letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _as_contacts(read: PeopleRead) -> PeopleRead:
    """The same with everyone a contact, of which nothing needs to be said."""
    moved = frozenset(map(kept_as_contact, read.contacts))
    said = tuple(one for one in read.said if one not in moved)
    return read._replace(people=(), contacts=read.everyone, said=said)


def _without(read: PeopleRead, mine: Container[str]) -> PeopleRead:
    """The same without the user, who stands in many a To line."""
    own = [one for one in read.everyone if one.email is not None and one.email.casefold() in mine]
    return read._replace(
        people=tuple(one for one in read.people if one not in own),
        contacts=tuple(one for one in read.contacts if one not in own),
        said=(*read.said, *(f"Left out, as that is you: {one.email}." for one in own)),
    )


def _both(one: PeopleRead, other: PeopleRead) -> PeopleRead:
    return PeopleRead(
        one.people + other.people,
        one.contacts + other.contacts,
        one.said + other.said,
        one.left + other.left,
    )


def _pasted(
    lines: Sequence[str],
    companies: Sequence[str],
    names: frozenset[str],
    country: str | None,
    mine: Container[str],
) -> PeopleRead:
    text = "\n".join(lines)
    if not text.strip():
        return PeopleRead()
    if "begin:vcard" in text.lower():
        # Imported on use: few paste one.
        from store.people.vcards import read_vcards

        return read_vcards(text, company="", companies=companies, country=country)
    drafts = PeopleDrafts(companies, names).of(parts_of(text))
    if not any(email.casefold() in mine for draft in drafts for email in draft.emails):
        for draft in drafts:
            if draft.addressee and (draft.name or draft.emails):
                draft.left.append(perhaps_the_user(draft.name or draft.emails[0]))
    return gathered(
        draft.taken(companies, country, line)
        for draft, line in zip(drafts, _written(lines, drafts), strict=True)
    )


def _written(lines: Sequence[str], drafts: Sequence[PersonDraft]) -> Iterator[str]:
    """The line of each draft, blank where they have not one to themselves."""
    starts = [draft.line for draft in drafts]
    several = Counter(starts)
    for start, end in zip(starts, (*starts, len(lines))[1:], strict=True):
        alone = several[start] == 1 and not any(map(str.strip, lines[start + 1 : end]))
        yield lines[start].strip() if alone else ""


def gathered(taken: Iterable[Taken]) -> PeopleRead:
    """All of them in one."""
    found = list(taken)
    return PeopleRead(
        tuple(one.person for one in found if one.person is not None),
        tuple(one.contact for one in found if one.contact is not None),
        tuple(said for one in found for said in one.said),
        tuple(left for one in found for left in one.left),
    )
