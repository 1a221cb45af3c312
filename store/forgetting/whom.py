"""Who is meant by a few words: a company, or a person, in any state of the database. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from store.book import Book
from store.changes.moves import Refused
from store.changes.undo import Step, Steps
from store.finding import LONGEST_NAME, SeveralFit, name_begins
from store.forgetting.marks import NameMarks, same_number, telling_digits
from store.interview import Interview, Person
from store.people import identity
from store.people.letters import fold, fold_words, folded_set, nearest
from store.people.name_guess import guess
from store.people.name_parts import parse_name

_MOST = 12
"""Names in one refusal."""
_WORDS_TOO = folded_set(
    "an april art august bank best bill black brown case chance cook dawn day dean do don drew faith field "
    "frank good grace green grey guy hope joy june king law long love mark march may miles my page penny "
    "price ray rich rob rose so speaker stone sue summer white will wise wood young"
)
"""Names that are ordinary words, too: alone they tell nobody, and a letter needs them."""
_KINDS = frozenset({"company", "person"})
"""As in the words of the board's filter."""


@lru_cache(maxsize=2**15)
def name_key(name: str) -> tuple[str, ...]:
    """As `store.people.identity` has it: the same names are asked about in every backup."""
    return identity.name_key(name)


class ForgottenCompany(Struct, frozen=True):
    """A company, by every way in which its name is written."""

    name: str
    names: frozenset[str]

    def is_it(self, company: str) -> bool:
        """Whether that is its name."""
        return fold_words(company) == fold_words(self.name)


class ForgottenPerson(Struct, frozen=True, dict=True):
    """A person, by every name, address and number under which the cards have them."""

    name: str
    """As they are spoken of."""
    people: tuple[Person, ...]
    by_address: bool = False
    """Whether an address was typed: then a namesake with another one is somebody else."""

    def is_it(self, person: Person) -> bool:
        """Whether that record is of them."""
        if person.name.strip():
            return name_key(person.name) in self._keys and not (self.by_address and self._has_another(person))
        return _reached_by(person, self.addresses, self.numbers)

    @cached_property
    def _keys(self) -> frozenset[tuple[str, ...]]:
        return frozenset(name_key(one.name) for one in self.people) - {()}

    def _has_another(self, person: Person) -> bool:
        return bool(person.email) and fold(person.email or "") not in map(fold, self.addresses)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Their e-mail addresses."""
        return tuple(dict.fromkeys(one.email for one in self.people if one.email))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Their telephone numbers, as they are written."""
        return tuple(dict.fromkeys(one.phone for one in self.people if one.phone))


Forgotten: TypeAlias = ForgottenCompany | ForgottenPerson


class State(Struct, frozen=True):
    """A state of the database: the present one, or that in a backup."""

    book: Book
    steps: Steps = {}

    @property
    def interviews(self) -> list[Interview]:
        """Every interview in it, those that were deleted and could be brought back among them."""
        gone = [was.whole for step in self.steps.values() for was in step.interviews.values() if was.whole]
        return [*self.book.interviews.values(), *gone]

    @property
    def companies(self) -> set[str]:
        """Every company by its name."""
        found = {one.company for one in self.interviews} | {*self.book.companies}
        for step in self.steps.values():
            found |= {was.name for was in step.interviews.values()} | {*step.companies}
            found |= {
                str(was.fields["company"]) for was in step.interviews.values() if "company" in was.fields
            }
        return found

    @property
    def people(self) -> list[Person]:
        """Everybody, those that were taken off a card and could be brought back among them."""
        found = [person for one in self.interviews for person in one.people]
        return found + [person for step in self.steps.values() for person in _people_in(step)]


def _people_in(step: Step) -> Iterable[Person]:
    for was in step.interviews.values():
        for field in ("interviewers", "contacts"):
            part = was.lists.get(field)
            yield from map(_person, part.was if part is not None else ())


def _person(plain: Any) -> Person:
    try:
        return msgspec.convert(plain, Person)
    except msgspec.ValidationError:
        return Person(id="")


def whom(states: Sequence[State], typed: str) -> Forgotten:
    """The company or the person that is meant by a name, its beginning, an address or a number.

    What is written out in full always wins; `company:` or `person:` before it says which is meant. Raises
    Refused where there is nobody, and where several fit SeveralFit with the choices.
    """
    kind, name = _kind_and_name(typed)
    wanted = " ".join(name.split())[:LONGEST_NAME]
    if not wanted:
        raise Refused("Who is to be forgotten? Give a person's name or address, or a company.")
    companies = {name for state in states for name in state.companies if name.strip() and kind != "person"}
    everybody = (person for state in states for person in state.people if kind != "company")
    people = [*{(one.name, one.email, one.phone, one.called): one for one in everybody}.values()]
    found = _in_full(companies, people, wanted) or _by_beginning(companies, people, wanted)
    if not found:
        known = {*companies, *(one.name for one in people if one.name)}
        near = nearest(wanted, known)
        hint = f"did you mean {' or '.join(near)}?" if near else "`ringback list` shows what there is."
        raise Refused(f"There is no person or company {wanted!r}; {hint} Nothing was changed.")
    if len(found) > 1:
        choices = [_choice(one) for one in found[:_MOST]]
        raise SeveralFit(
            f"{wanted!r} may be several: give one of them in full, a person's address, or `company:` or "
            "`person:` before the name. Nothing was changed; there are:",
            choices,
        )
    return found[0]


def _kind_and_name(typed: str) -> tuple[str, str]:
    """Whether a company or a person was asked for, blank where that is not said; and the name."""
    kind, colon, name = typed.partition(":")
    kind = kind.strip().casefold()
    return (kind, name) if colon and kind in _KINDS else ("", typed)


def in_whole_words(forgotten: Forgotten, typed: str) -> bool:
    """Whether they were named by whole words, an address or a number, and not by how a word begins."""
    _, wanted = _kind_and_name(typed)
    if isinstance(forgotten, ForgottenCompany):
        known = {*fold_words(forgotten.name).split()}
    else:
        known = {word for one in forgotten.people for word in name_key(one.name)}
        if any(_reached_by(one, (wanted.strip(),), (wanted,)) for one in forgotten.people):
            return True
    return all(word in known or word.strip(",.") in known for word in fold_words(wanted).split())


def _in_full(companies: set[str], people: Sequence[Person], wanted: str) -> list[Forgotten]:
    same = frozenset(name for name in companies if fold_words(name) == fold_words(wanted))
    reached = [one for one in people if _reached_by(one, (wanted,), (wanted,))]
    named = [one for one in people if one.name.strip() and name_key(one.name) == name_key(wanted)]
    found: list[Forgotten] = [ForgottenCompany(wanted if wanted in same else min(same), same)] if same else []
    return [*found, *_grouped(reached, by_address=True), *_grouped(named)]


def _by_beginning(companies: set[str], people: Sequence[Person], wanted: str) -> list[Forgotten]:
    names: dict[str, set[str]] = {}
    for name in sorted(companies):
        if name_begins(name, wanted):
            names.setdefault(fold_words(name), set()).add(name)
    found: list[Forgotten] = [ForgottenCompany(min(same), frozenset(same)) for same in names.values()]
    return [*found, *_grouped([one for one in people if name_begins(one.name, wanted)])]


def _grouped(people: Iterable[Person], *, by_address: bool = False) -> list[ForgottenPerson]:
    """Records of one name are of one person."""
    groups: dict[tuple[str, ...], list[Person]] = {}
    for person in people:
        groups.setdefault(name_key(person.name), []).append(person)
    return [
        ForgottenPerson(
            next((one.name for one in same if one.name.strip()), same[0].email or same[0].phone or ""),
            tuple({msgspec.json.encode(one): one for one in same}.values()),
            by_address,
        )
        for same in groups.values()
    ]


def _reached_by(person: Person, addresses: Iterable[str], numbers: Iterable[str]) -> bool:
    by_mail = bool(person.email) and fold(person.email or "") in map(fold, addresses)
    return by_mail or any(same_number(person.phone or "", number) for number in numbers)


def _choice(one: Forgotten) -> str:
    if isinstance(one, ForgottenCompany):
        return f"the company {one.name}"
    reached = one.addresses or one.numbers
    return f"{one.name} ({', '.join(reached)})" if reached else one.name


def marks_of(forgotten: Forgotten, state: State, mine: Sequence[str] = ()) -> NameMarks:
    """By what they are found in any text; `mine`: names of the user's own, which stay."""
    if isinstance(forgotten, ForgottenCompany):
        names = {" ".join(name.split()) for name in forgotten.names}
        others = {name for name in state.companies if not forgotten.is_it(name)}
        kept = tuple(name for name in {*others, *mine} if any(own in name for own in names))
        return _marks(names, kept=kept)
    whole = {" ".join(one.name.split()) for one in forgotten.people if len(one.name.split()) > 1}
    whole |= {parse_name(guess(name).full).full for name in whole}
    strangers = [one for one in state.people if not forgotten.is_it(one)]
    others = {one.name for one in strangers}
    shared = {fold_words(name) for name in (*others, *mine)}
    names = {name for name in whole if fold_words(name) not in shared and " " in name}
    kept = tuple(name for name in (*others, *mine) if any(own in name for own in names))
    # An address or a number of a whole office stays with who else has it.
    addresses = {*forgotten.addresses} - {one.email for one in strangers}
    taken = {telling_digits(one.phone) for one in strangers if one.phone}
    numbers = [number for number in forgotten.numbers if telling_digits(number) not in taken]
    return _marks(names | addresses, numbers, kept)


def near_marks(person: ForgottenPerson, cards: Iterable[Interview], mine: Sequence[str] = ()) -> NameMarks:
    """By what they are found in the texts of the cards they were on: first name and surname, too.

    Not by a word that is also a name of somebody else there or the user's, or stands in company or role.
    """
    parts: set[str] = set()
    for one in person.people:
        name = parse_name(guess(one.name).full)
        parts |= {name.first, name.surname, one.called.strip(), *filter(str.isalpha, name.words)}
        parts |= {one.name.strip()} if len(one.name.split()) == 1 else set()
    taken: set[str] = {*_WORDS_TOO}
    for card in cards:
        others = [one for one in card.people if not person.is_it(one)]
        facts = (card.company, card.role, card.round, card.opportunity or "")
        for text in (*(f"{one.name} {one.called}" for one in others), *facts, *mine):
            taken |= {fold(word).strip(",.") for word in text.split()}
    return _marks({part for part in parts if part and not {*map(fold, part.split())} <= taken})


def _marks(names: Iterable[str], numbers: Sequence[str] = (), kept: tuple[str, ...] = ()) -> NameMarks:
    names = sorted({name for name in names if name})
    whole = [name for name in names if " " in name or "@" in name]
    return NameMarks(tuple(whole), tuple(one for one in names if one not in whole), tuple(numbers), kept)
