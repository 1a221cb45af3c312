"""Names of people: titles, first name, surname; how someone is addressed, and how two are told apart. Pure.

The only module that takes a name to pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from store.languages import LANGUAGES, OTHER_HONORIFICS, listed
from store.people.letters import fold

HONORIFICS = frozenset(
    map(fold, (*OTHER_HONORIFICS, *(word for one in LANGUAGES.values() for word in one.honorifics)))
)
"""Titles that stand before a name: folded, without the full stop."""
PARTICLES = frozenset(
    (
        *("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al"),
        *("bin", "ibn", "ben", "ter", "ten", "zu", "zum", "af", "av", "st"),
    )
)
"""Words in lower case that belong to the surname after them."""
_BEFORE_A_FIRST_NAME = ("sir", "dame")
_OPENS_A_SURNAME = ("van", "von", "de", "da", "di", "du")
_GIVEN_TOO = ("al", "ben")
"""Particles that are first names as well."""
_ROLES = frozenset(("", *(word for one in LANGUAGES.values() for word in one.roles)))


class Name(NamedTuple):
    """A name taken to pieces; both parts are blank where there is no name."""

    honorific: str
    """Titles as they were written: `Frau Dr.`"""
    words: tuple[str, ...]
    """The rest: first names, particles, surname."""

    @property
    def full(self) -> str:
        """The name without titles."""
        return " ".join(self.words)

    @property
    def first(self) -> str:
        """The first name; the surname where there is nothing else."""
        return self.words[0].rstrip(",") if self.words and self.surname != self.full else self.full

    @property
    def surname(self) -> str:
        """The last word and the particles before it: `van der Berg`."""
        start = max(0, len(self.words) - 1)
        while start > 1 and _key(self.words[start - 1]) in PARTICLES:
            start -= 1
        if start == 1 and _opens_a_surname(self.words):
            start = 0
        return " ".join(self.words[start:])

    @property
    def called(self) -> str:
        """How someone of that name is addressed: by title and surname, else by the first name."""
        if not self.honorific:
            return self.first
        by_first = _key(self.honorific.split()[-1]) in _BEFORE_A_FIRST_NAME
        return f"{self.honorific} {self.first if by_first else self.surname}"


def _opens_a_surname(words: Sequence[str]) -> bool:
    """Whether a name begins with its surname: `van der Berg`, but not `Al Pacino` nor `Ben van der Berg`."""
    key = _key(words[0])
    followed = len(words) > 2 and _key(words[1]) in PARTICLES
    return key in PARTICLES - {*_GIVEN_TOO} and (words[0].islower() or (followed and key in _OPENS_A_SURNAME))


def _key(word: str) -> str:
    """For comparing with particles, case aside; accents count: `Văn` is a name, and `van` none."""
    return word.rstrip(".").casefold()


@lru_cache(maxsize=1024)
def parse_name(text: str) -> Name:
    """The name in `text`, which is taken to be one; the last word is never a title."""
    words = text.split()
    titles = 0
    while titles < len(words) - 1 and fold(words[titles].rstrip(".")) in HONORIFICS:
        titles += 1
    return Name(" ".join(words[:titles]), tuple(words[titles:]))


def full_name(text: str) -> str:
    """The name as it was written; blank where the text is an e-mail address or a telephone number."""
    return " ".join(text.split()) if "@" not in text and any(map(str.isalpha, text)) else ""


@lru_cache(maxsize=1024)
def called(text: str) -> str:
    """How someone is addressed: `Ada`, `Dr. Okafor`.

    Blank where the text names nobody: an address, a number, or only a role, as in "Talent team".
    """
    name = full_name(text)
    if all(word.strip(".,&/-") in _ROLES for word in name.casefold().split()):
        return ""
    return parse_name(name).called


def short_name(text: str, among: Iterable[str] = ()) -> str:
    """How someone is named where the people are known: as they are addressed, else the whole text.

    `among` are the names of all who may be meant. Where somebody else of them is addressed alike, the initial
    of the surname tells them apart, or the full name where initials agree too.
    """
    whole, own = " ".join(text.split()), called(text)
    if not own:
        return whole
    alike = [other for other in among if other != text and called(other).casefold() == own.casefold()]
    if not alike:
        return own
    marked = _with_initial(whole)
    taken = {_with_initial(other).casefold() for other in alike}
    return whole if marked.casefold() in taken else marked


@lru_cache(maxsize=1024)
def _with_initial(text: str) -> str:
    """`Anna K.`, for someone without a title; the name alone where it is a single word."""
    name = parse_name(text)
    if name.honorific or name.first == name.full:
        return " ".join(text.split())
    return f"{name.first} {name.words[-1][0].upper()}."


def the_others(names: Sequence[str], reader: str) -> str:
    """Everyone but the reader in one phrase, as a letter to the reader names them: `Marta and Dr. Pell`.

    Who is known only by an address, a number or a role is left out.
    """
    return listed([short_name(name, names) for name in names if name != reader and called(name)])
