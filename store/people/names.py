"""How people are greeted and named, and how two of them are told apart. Pure.

All that greets or names someone asks here. What the user chose that someone is called always wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias

from store.languages import ENGLISH, Language, listed
from store.people import name_words
from store.people.name_guess import Guess, guess
from store.people.name_parts import parse_name


class Named(Protocol):
    """Anyone with a name: a person of a card, a reader of a text."""

    @property
    def name(self) -> str:
        """As it was written."""

    @property
    def called(self) -> str:
        """How the user wants to greet them; blank where that is left to the guess."""


AnyName: TypeAlias = str | Named
"""Someone with a name, or a name alone."""


def guess_of(who: AnyName) -> Guess:
    """What their name is read as."""
    return guess(who if isinstance(who, str) else who.name)


def chosen(who: AnyName) -> str:
    """What the user chose that they are called; blank where that is left to the guess."""
    return "" if isinstance(who, str) else " ".join(who.called.split())


def called(who: AnyName) -> str:
    """How someone is greeted: `Ada`, `Dr. Okafor`, as the user chose, or else as the name says.

    Blank where the name is nobody's: an address, a number, or only an office, as in "Talent team".
    """
    return chosen(who) or guess_of(who).called


def called_words(who: AnyName) -> str:
    """How they are greeted, and what is in doubt: `greeted as Ada`."""
    read, own = guess_of(who), called(who)
    said = _greeted(own, read)
    if chosen(who) or (read.sure and own):
        return said
    other = f"; (called {read.other}) behind it makes that {read.other}" if read.other else ""
    return f"{said}: {read.why}{other}"


def doubt_words(who: AnyName) -> str:
    """A sentence about someone of whom it is a guess how they are greeted; blank where that is sure."""
    read = guess_of(who)
    if chosen(who) or read.sure:
        return ""
    said = _greeted(read.called, read)
    return f"{read.name} is {said}: {read.why}; say how they are called where that is wrong."


def _greeted(own: str, read: Guess) -> str:
    if not own:
        return "greeted without a name"
    return "greeted by the whole name" if own == read.full and not read.sure else f"greeted as {own}"


def full_name(who: AnyName) -> str:
    """The whole name, with titles, without nickname and what stands beside it.

    Blank where that is an e-mail address or a telephone number.
    """
    found = guess_of(who).full
    return found if "@" not in found and any(map(str.isalpha, found)) else ""


class ShortNames:
    """How each of several people is named among them: as they are greeted, else by the whole name.

    Where somebody else is greeted alike, the initial of the surname tells them apart, or the full name where
    initials agree too.
    """

    def __init__(self, among: Iterable[AnyName]) -> None:
        self._alike: dict[str, dict[tuple[str, str], AnyName]] = {}
        """All who are greeted alike, once each, by how they are."""
        for one in among:
            self._alike.setdefault(called(one).casefold(), {})[_key(one)] = one
        self._initials: dict[str, Counter[str]] = {}

    def of(self, who: AnyName) -> str:
        """How that one is named; it need not be one of them."""
        own, key = called(who), _key(who)
        if not own:
            return guess_of(who).name
        alike = self._alike.get(own.casefold(), {})
        if not alike.keys() - {key}:
            return own
        if own.casefold() not in self._initials:
            initials = Counter(_with_initial(one).casefold() for one in alike.values())
            self._initials[own.casefold()] = initials
        marked = _with_initial(who)
        others = self._initials[own.casefold()][marked.casefold()] - (key in alike)
        return guess_of(who).name if others else marked


def short_name(who: AnyName, among: Iterable[AnyName] = ()) -> str:
    """How someone is named where the people are known; see `ShortNames`, which names many."""
    return ShortNames(among).of(who)


def _key(who: AnyName) -> tuple[str, str]:
    return (who if isinstance(who, str) else who.name), chosen(who)


def _with_initial(who: AnyName) -> str:
    """`Anna K.`; the whole name for someone greeted by a title, or known by a single word."""
    own, name = called(who), parse_name(guess_of(who).full)
    titled = parse_name(own).honorific or name_words.is_title(own.split()[0])
    if titled or name.first == name.full or own == name.full:
        return guess_of(who).full
    return f"{own} {name.words[-1][0].upper()}."


def the_others(people: Sequence[AnyName], reader: AnyName, language: Language = ENGLISH) -> str:
    """Everyone but the reader in one phrase, as a letter to the reader names them: `Marta and Dr. Pell`.

    Who is known only by an address, a number or an office is left out.
    """
    others = [one for one in people if _key(one) != _key(reader) and called(one)]
    return listed([*map(ShortNames(people).of, others)], language)
