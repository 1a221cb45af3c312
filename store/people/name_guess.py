"""How someone is greeted, guessed from the name as it was written; what is in doubt is said. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from store.languages import follows_languages
from store.patterns import pattern
from store.people import name_words
from store.people.first_names import is_first_name, is_hardly_a_surname
from store.people.letter_case import set_right
from store.people.letters import fold
from store.people.name_parts import Name, parse_name
from store.people.name_words import FAMILY_NAMES_FIRST, bare
from store.people.written_name import read_written

_INITIALS = pattern(r"[^\W\d_]\.?|(?:[^\W\d_]\.-?){2,}")
_COMPOUND = frozenset(("maria", "jose", "juan", "ana", "luis", "jean", "anne", "marie", "mary", "hans"))
"""First names that are often the first half of one."""
_AND = pattern(r"\s+(?:and|&|\+|und|et)\s+|/")
_PATRONYMIC = pattern(r"\w+(?:ич|овна|евна|ична|инична)")
_ACCOUNT = pattern(r"([^\W\d_]{2,})[._]([^\W\d_]{2,})|\S*\d\S*")
_GIVEN_NAMES: dict[str, re.Pattern[str]] = {
    "vi": pattern(r"(?:ngh?|[ckgtpn]h|tr|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"),
    "zh": pattern(r"(?:[bcdfghjklmnpqrstwxyz]{0,2}[aeiouw]{1,3}(?:ng|[hklmnprt])?[-']?){1,3}"),
    "ko": pattern(r"(?:[bcdghjklmnprstwy]{0,2}[aeiouwy]{1,3}(?:ng|[klmnpt])?-?){1,3}"),
    "ja": pattern(r"(?:(?:[sc]h|ts|[kgnhbpmr]?y|[kgsztdnhbpmrwjf])?[aeiou]|n){1,12}"),
}
"""What given names look like in Latin letters, in the languages that have the surname before them."""
_FAMILY_NAME_FIRST = "the family name may stand first"


class Guess(NamedTuple):
    """What a text that names someone is read as."""

    name: str
    """As it is stored: surname last, in the usual letters, without what stands beside it."""
    full: str
    """The same without nickname; what a formal text says."""
    called: str
    """How they are greeted; blank where that is nobody's name."""
    other: str = ""
    """How else they may be called; blank where there is no second choice."""
    sure: bool = True
    why: str = ""
    """What is in doubt, or why nobody is greeted: as in "the family name may stand first"."""
    asides: tuple[str, ...] = ()
    """What stood beside the name: a company, an office, a degree, pronouns."""


@follows_languages
@lru_cache(maxsize=4096)
def guess(text: str) -> Guess:
    """Who is named in `text`, and how they are greeted.

    The same is guessed of the name it gives. What cannot be known is not assumed: where a surname may stand
    first the whole name greets, and where a text may name two people or an office nobody does.
    """
    found = _read(text)
    for _ in range(_MOST_READINGS):
        again = _read(found.name)
        settled = again.name == found.name
        found = again._replace(
            sure=found.sure and again.sure,
            why=again.why or ("" if found.sure else found.why),
            asides=(*found.asides, *again.asides),
        )
        if settled:
            return found
    return Guess(found.name, found.name, "", sure=False, why=_NO_NAME, asides=found.asides)


_MOST_READINGS = 8
"""What stands beside what stands beside a name: beyond that it is no name."""
_NO_NAME = "it cannot be told what of that is the name"


def _read(text: str) -> Guess:
    """A text read once."""
    read = read_written(text)
    if read.nobody:
        return Guess(read.name, read.full, "", _in_address(read.name), True, read.nobody, read.asides)
    if read.doubt:
        other = parse_name(read.full.rpartition(",")[2].strip()).called
        return Guess(read.name, read.full, "", other, False, read.doubt, read.asides)
    if account := _ACCOUNT.fullmatch(read.full):
        other = (account[1] or "").title()
        return Guess(read.name, read.full, "", other, False, "that looks like an account", read.asides)
    full, doubt = set_right(read.full)
    if _several_or_office(full):
        other = full.split()[0] if is_first_name(full.split()[0]) else ""
        return Guess(read.name, read.full, "", other, False, _SEVERAL_OR_OFFICE, read.asides)
    name = set_right(read.name).text
    found = _called(parse_name(full), set_right(read.nickname).text)
    if not any(map(str.isalpha, found.called)):
        found = Guess("", full, full, sure=False, why=_NO_NAME)
    return found._replace(
        name=name, sure=found.sure and not doubt, why=found.why or doubt, asides=read.asides
    )


_SEVERAL_OR_OFFICE = "it may name more people than one, or an office"


def _in_address(text: str) -> str:
    """The first name that an address seems to hold."""
    words = text.partition("@")[0].split(".")
    return words[0].title() if len(words) == 2 and all(map(str.isalpha, words)) else ""


def _several_or_office(full: str) -> bool:
    """`Anna and Ben`, `Mr & Mrs Smith` and `Joan HR`, but not `Ortega y Gasset`."""
    opening = [part.split()[0] for part in _AND.split(full) if part]
    several = len(opening) > 1 and all(is_first_name(word) or name_words.is_title(word) for word in opening)
    return several or any(fold(word) in name_words.OFFICES for word in full.split()[1:])


def _called(name: Name, nickname: str) -> Guess:
    """How someone of that name is greeted; all but the name as it is stored."""
    full = f"{name.honorific} {name.full}".strip()
    whole = Guess("", full, full)
    if nickname:
        return _nicknamed(name, nickname, whole)
    if not name.full or not any(letter.lower() != letter.upper() for letter in name.full):
        return whole
    if family_first := _given_after_family_name(name.words):
        titled = f"{name.honorific} {name.words[0]}" if name.honorific else family_first
        return whole._replace(other=titled, sure=False, why=_FAMILY_NAME_FIRST)
    return whole._replace(called=name.called) if name.honorific else _untitled(name, whole)


def _nicknamed(name: Name, nickname: str, whole: Guess) -> Guess:
    if name.honorific:
        return whole._replace(called=name.called, other=nickname)
    return whole._replace(called=nickname, other=name.first if name.first != nickname else "")


def _untitled(name: Name, whole: Guess) -> Guess:
    """Of a name without titles: by the first name, where it is told which that is."""
    words = name.words
    if len(words) == 1:
        return whole
    if _INITIALS.fullmatch(words[0]):
        return _by_initials(name, whole)
    if _INITIALS.fullmatch(words[-1]) and not is_first_name(words[0]):
        return whole._replace(sure=False, why=_FAMILY_NAME_FIRST)
    if len(words) == 2 and not is_first_name(words[0]) and is_hardly_a_surname(words[1]):
        return whole._replace(other=words[1], sure=False, why=_FAMILY_NAME_FIRST)
    if len(words) == 2 and _PATRONYMIC.fullmatch(words[1]):
        return whole
    both = len(words) > 2 and fold(words[0]) in _COMPOUND and is_first_name(words[1])
    return whole._replace(called=name.called, other=" ".join(words[:2]) if both else "")


def _by_initials(name: Name, whole: Guess) -> Guess:
    """`J. Robert Oppenheimer` is Robert; of `J. Smith` there is no first name to greet by."""
    before = name.words[: len(name.words) - len(name.surname.split())]
    spoken = next((word for word in before if not _INITIALS.fullmatch(word)), "")
    if spoken:
        return whole._replace(called=spoken, other=name.words[0])
    several = sum(map(str.isalpha, name.words[0])) > 1
    other = name.words[0] if several else ""
    return whole._replace(other=other, sure=False, why="of the first name only an initial is known")


def _given_after_family_name(words: Sequence[str]) -> str:
    """`Khai` of `Nguyễn Thị Minh Khai`: the given name where a surname may stand before it; else blank."""
    if len(words) < 2:
        return ""
    if _PATRONYMIC.fullmatch(words[-1]):
        # Of Петрова Анна Сергеевна that is Анна; both words of Анна Сергеевна greet.
        return words[1] if len(words) == 3 else ""
    first, rest = bare(words[0]), [fold(word) for word in words[1:]]
    joined = len(words) == 2 and "-" in words[1] and words[1].rpartition("-")[2].islower()
    for language, names in FAMILY_NAMES_FIRST.items():
        if first not in names:
            continue
        syllables = len(words) == 3 and language != "hu" and not is_first_name(words[1])
        western = is_first_name(words[0]) and not (joined or syllables)
        if language == "hu":
            if is_first_name(words[-1]) and (is_hardly_a_surname(words[-1]) or not western):
                return words[1]
        elif len(rest) < 4 and not western and all(map(_GIVEN_NAMES[language].fullmatch, rest)):
            return words[-1] if language in ("vi", "ja") else " ".join(words[1:])
    return ""
