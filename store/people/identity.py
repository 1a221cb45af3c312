"""Whether two records of people, on two cards, are of one person. Pure."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from store.people.letters import fold
from store.people.name_guess import guess
from store.people.name_parts import parse_name
from store.people.name_words import is_office


class Recorded(Protocol):
    """Anyone with a name, and an address if that is known."""

    @property
    def name(self) -> str:
        """As it was written; blank where it is not known."""

    @property
    def email(self) -> str | None:
        """The e-mail address; None or blank where it is not known."""


class _Name(NamedTuple):
    words: frozenset[str]
    """Folded, without titles where more than one is left."""
    is_whole: bool


def same_person(one: Recorded, other: Recorded) -> bool:
    """Whether they are the same, by what the names mean or by the address.

    `Okafor, Ada` is `Dr. Ada Okafor`. A single word, or title and surname, tells nobody apart from a namesake
    with another address; an address is no proof where the names have nothing in common, as with one that a
    whole office reads. An office is nobody.
    """
    if any(is_office(guess(each.name).full) for each in (one, other) if each.name.strip()):
        return False
    name, other_name = _read(one.name), _read(other.name)
    both_reachable = bool(one.email and other.email)
    if both_reachable and fold(one.email or "") == fold(other.email or ""):
        return not (name.words and other_name.words) or not name.words.isdisjoint(other_name.words)
    return bool(name.words) and name == other_name and (name.is_whole or not both_reachable)


def _read(text: str) -> _Name:
    name = parse_name(guess(text).full)
    words = name.words if len(name.words) > 1 else (*name.honorific.split(), *name.words)
    return _Name(frozenset(map(fold, words)), len(name.words) > 1)


def name_key(name: str) -> tuple[str, ...]:
    """What the ways of writing one name have in common: `Okafor, Ada` and `Dr. Ada Okafor`; () for none."""
    words = parse_name(guess(name).full).words or tuple(name.split())
    return tuple(sorted(fold(word).strip(",.") for word in words))
