"""Whose names belong into a message and whose do not, sorted once for each card."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from store.languages import follows_languages
from store.people.letters import fold
from store.people.name_words import PARTICLES, honorifics
from templates.proof.findings import Case
from templates.proof.words import (
    CALENDAR,
    KNOWN,
    WORD,
    is_common,
    spelt_out,
    wordset,
)

_LEGAL = wordset(
    """
    inc ltd limited llc llp plc gmbh ag kg se sa sas sarl srl spa bv nv ab as aps oy oyj corp corporation
    company co group holding holdings pty pte kk ug ev eg ohg mbh international
    """
)


class Foreign(NamedTuple):
    """A name that does not belong here: `whole` as its card has it, `ordinary` if also an everyday word."""

    whole: str
    person: bool
    ordinary: bool


class FullName(NamedTuple):
    """A foreign name of several words: folded, and as its card has them."""

    folds: tuple[str, ...]
    parts: tuple[str, ...]
    foreign: Foreign


class Own(NamedTuple):
    """A word of a name of this card: as written there, and every way of writing it that is right."""

    display: str
    folds: frozenset[str]
    person: bool


@dataclass(frozen=True)
class Roster:
    """Names by folded word. `full_names` lists those of several words under the first of them."""

    own: tuple[Own, ...]
    familiar: frozenset[str]
    full_names: dict[str, list[FullName]]
    singles: dict[str, Foreign]


def parts_of(name: str) -> list[str]:
    """The words of a person's or company's name, without titles and initials."""
    titles = honorifics()
    return [w for w in WORD.findall(name) if fold(w) not in titles]


def core_of(company: str) -> list[str]:
    """The words of a company's name without its legal form and a leading article."""
    parts = WORD.findall(company)
    while len(parts) > 1 and fold(parts[-1]) in _LEGAL:
        parts.pop()
    return parts[1:] if len(parts) > 1 and fold(parts[0]) == "the" else parts


def roster(case: Case) -> Roster:
    """The names of a card and of the others; kept for the next call with the same names."""
    called = tuple(greeted for _, greeted in case.called)
    mine = (case.company, case.role, case.people, called, case.addressed, case.me)
    return _roster(*mine, case.topics, case.loose_ends, case.other_companies, case.other_people)


@follows_languages
@lru_cache(maxsize=16)
def _roster(
    company: str,
    role: str,
    people: tuple[str, ...],
    called: tuple[str, ...],
    addressed: tuple[str, ...],
    me: str,
    topics: tuple[str, ...],
    loose_ends: tuple[str, ...],
    other_companies: tuple[str, ...],
    other_people: tuple[str, ...],
) -> Roster:
    persons = dict.fromkeys((*people, *addressed))
    said = (company, role, me, *persons, *called, *topics, *loose_ends)
    familiar = frozenset(fold(word) for text in said for word in WORD.findall(text))
    ours = [tuple(map(fold, parts_of(person))) for person in (*persons, me)] + [
        tuple(map(fold, core_of(company)))
    ]
    found = Roster(tuple(_own_words((*persons, *called), company)), familiar, {}, {})
    for other in other_companies:
        _add(found, core_of(other), Foreign(other, False, False), ours)
        if (
            len(whole := parts_of(other)) > len(core_of(other))
            and tuple(map(fold, core_of(other))) not in ours
        ):
            _add_full_name(found, whole, Foreign(other, False, False))
    for other in other_people:
        _add(found, parts_of(other), Foreign(other, True, False), ours)
    return found


def _own_words(people: Iterable[str], company: str) -> Iterable[Own]:
    words = [(word, True) for person in people for word in parts_of(person)]
    words += [(word, False) for word in core_of(company)]
    for word, person in dict.fromkeys(words):
        if fold(word) not in PARTICLES and len(word) > 1:
            yield Own(word, frozenset({fold(word), fold(spelt_out(word))}), person)


def _add_full_name(found: Roster, parts: list[str], foreign: Foreign) -> None:
    folds = tuple(map(fold, parts))
    found.full_names.setdefault(folds[0], []).append(FullName(folds, tuple(parts), foreign))


def _add(found: Roster, parts: list[str], foreign: Foreign, ours: list[tuple[str, ...]]) -> None:
    """Enter one foreign name: whole, and by those of its words that stand for it alone."""
    folds = tuple(map(fold, parts))
    if not folds or folds in ours or any(own and set(own) <= set(folds) and foreign.person for own in ours):
        return
    if len(folds) > 1:
        _add_full_name(found, parts, foreign)
    alone = parts if foreign.person else parts[:1]
    for part, folded in zip(alone, folds, strict=False):
        if folded in found.familiar or folded in PARTICLES or len(part) < 2 or folded in CALENDAR:
            continue
        ordinary = is_common(folded) or folded in KNOWN
        if not foreign.person and len(folds) > 1 and (ordinary or len(part) < 4):
            continue
        found.singles.setdefault(folded, foreign._replace(ordinary=ordinary))
