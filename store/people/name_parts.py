"""A name taken to pieces: titles, first names, surname. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from store.languages import follows_languages
from store.people import name_words
from store.people.first_names import is_first_name
from store.people.name_words import PARTICLES, bare

_OPENS_A_SURNAME = ("van", "von", "de", "da", "di", "du")
_GIVEN_TOO = ("al", "ben", "des", "do", "das", "e", "y", "te", "op", "abu")
"""Particles that are names as well."""


class Name(NamedTuple):
    """A name taken to pieces; all parts are blank where there is no name."""

    honorific: str
    """Titles as they were written: `Frau Dr.`"""
    words: tuple[str, ...]
    """The rest: first names, particles, surname."""
    generation: str = ""
    """`Jr.`"""

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
        if self._two_surnames:
            given = next((at for at, word in enumerate(self.words) if not is_first_name(word)), 0)
            return " ".join(self.words[given:])
        start = max(0, len(self.words) - 1)
        while start > 1 and _key(self.words[start - 1]) in PARTICLES:
            start -= 1
        if start == 1 and _opens_a_surname(self.words):
            start = 0
        return " ".join(self.words[start:])

    @property
    def _two_surnames(self) -> bool:
        titles = {bare(title) for title in self.honorific.split()}
        return bool(titles & name_words.WITH_TWO_SURNAMES)

    @property
    def called(self) -> str:
        """How someone of that name is addressed: by title and surname, else by the first name."""
        if not self.honorific:
            behind = len(self.words) == 2 and bare(self.words[1]) in name_words.BEHIND_FIRST_NAME
            return self.full if behind else self.first
        titles = self.honorific.split()
        by_first = titles[-1].casefold().rstrip(".") in name_words.WITH_FIRST_NAME
        spoken = " ".join(title for title in titles if not name_words.goes_on_a_title(title))
        return f"{spoken} {self.first if by_first else self.surname}"


def _opens_a_surname(words: Sequence[str]) -> bool:
    """Whether a name begins with its surname: `van der Berg`, but not `Al Pacino` nor `Ben van der Berg`."""
    key = _key(words[0])
    followed = len(words) > 2 and _key(words[1]) in PARTICLES
    return key in PARTICLES - {*_GIVEN_TOO} and (words[0].islower() or (followed and key in _OPENS_A_SURNAME))


def _key(word: str) -> str:
    """For comparing with particles, case aside; accents count: `Văn` is a name, and `van` none."""
    return word.rstrip(".").casefold()


@follows_languages
@lru_cache(maxsize=1024)
def parse_name(text: str) -> Name:
    """The name in `text`, which is taken to be one; the last word is never a title."""
    words = text.split()
    titles = 0
    while titles < len(words) - 1 and _stands_as_title(words, titles):
        titles += 1
    rest, generation = words[titles:], ""
    if len(rest) > 2 - bool(titles) and name_words.is_generation(rest[-1]):
        rest, generation = rest[:-1], rest[-1]
    return Name(" ".join(words[:titles]), tuple(rest), generation)


def _stands_as_title(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if bare(word) in ("m", "me"):
        # `M. Dupont` is a title, `M. Night Shyamalan` an initial.
        return (
            word in ("M.", "Me")
            and at == 0
            and len(Name("", tuple(words[1:])).surname.split()) == len(words) - 1
        )
    return name_words.is_title(word) or (at > 0 and name_words.goes_on_a_title(word))
