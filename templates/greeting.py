"""The greeting of a text: where it stands, whom it names, and how it reads for another reader. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from store.languages import ENGLISH, Language, follows_languages, languages
from store.people.letters import fold
from store.people.name_parts import parse_name
from store.people.names import AnyName, called, chosen, full_name

_FITS_ONE_GENDER = re.compile(
    r"\s*(?:liebe[rs]?|sehr geehrter?|ch(?:er|ère)s?|estimad[oa]|querid[oa])\b", re.IGNORECASE
)
AddressForm = Literal["first", "full", "formal"]


class Greeted(NamedTuple):
    """Which stretch of a greeting reads otherwise for a reader, and how."""

    start: int
    end: int
    words: str


def greeting_for_reader(
    body: str, *, people: Sequence[AnyName], to: AnyName, language: Language = ENGLISH
) -> Greeted | None:
    """What the greeting of this text says in the place of its name, where `to` reads it; None: it stays.

    `people` are all it may go to. A greeting that names one of them (as they are called, by full name, or by
    title and surname) greets `to` in the same form, and whoever has no name that one greets by without one.
    One that names somebody else or several, or whose words fit one gender only, stays as it is.
    """
    found = _found(body)
    if found is None or not _is_named(to) or _names_several(body, found.start("who"), people):
        return None
    who = found["who"]
    if _form(who, to) is not None or _FITS_ONE_GENDER.match(found["lead"]):
        return None
    form = next((form for one in people if (form := _form(who, one)) is not None), None)
    if form is None:
        return None
    if not called(to):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        return Greeted(start, found.end(), language.neutral_greeting)
    return Greeted(found.start("who"), found.end("who"), _written(to, form))


def end_of_greeting(text: str) -> int:
    """Where the first line that greets ends, its name and stop included; 0 where none does."""
    found = _found(text)
    return 0 if found is None else found.end()


def greeting_of(text: str) -> str:
    """The greeting as it is read: `Dear Deniz,`; blank where none is recognised."""
    found = _found(text)
    return "" if found is None else found[0].strip()


def greets(text: str, who: AnyName) -> bool:
    """Whether the greeting of a text names this person."""
    found = _found(text)
    return found is not None and _form(found["who"], who) is not None


@follows_languages
@cache
def _greeting() -> re.Pattern[str]:
    """A line that greets: what leads to the name, the name, and the mark behind it."""
    known = {word for one in languages().values() for word in one.greetings}
    leads = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(
        rf"(?P<lead>[ \t]*(?:{leads})[ \t,]+)"
        r"(?P<who>[^\n,!:;–—]{1,120}?)(?P<tail>[ \t]*(?:[,!:;–—]|$))",
        re.IGNORECASE,
    )


@follows_languages
@cache
def _and() -> re.Pattern[str]:
    """What stands between the names of several."""
    known = {one.conjunction for one in languages().values()} - {""}
    return re.compile(rf"\s*(?:,|&|(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w))\s*", re.IGNORECASE)


def _found(text: str) -> re.Match[str] | None:
    """The greeting, in the first line that is not blank."""
    start = len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return _greeting().match(text, start, len(text) if end < 0 else end)


def _is_named(who: AnyName) -> bool:
    return bool((who if isinstance(who, str) else who.name).strip())


def _form(greeting: str, who: AnyName) -> AddressForm | None:
    """How a greeting names a person, if it does."""
    said, person = parse_name(greeting), parse_name(full_name(who))
    if not said.words:
        return None
    if fold(greeting.strip()) == fold(called(who)):
        return "formal" if said.honorific else "first"
    if not person.words:
        return None
    folded = fold(said.full)
    if said.honorific:
        known = {fold(person.surname), fold(person.full), fold(person.words[0])}
        return "formal" if folded in known else None
    if folded == fold(person.full):
        return "full" if len(person.words) > 1 else "first"
    return "first" if folded == fold(person.words[0]) else None


def _written(who: AnyName, form: AddressForm) -> str:
    """How a greeting of that form names a person."""
    person = parse_name(full_name(who))
    if form == "first" or chosen(who) or (form == "formal" and person.honorific):
        return called(who)
    # Whether it is Ms or Mr is not known, and must not be guessed.
    return person.full


def _names_several(body: str, start: int, people: Sequence[AnyName]) -> bool:
    """`Dear Marta, Deniz and Joan,` is for all of them together."""
    line = body[start:].split("\n", 1)[0]
    named = 0
    for part in _and().split(line.rstrip(" ,:!")):
        if not any(_form(part, one) for one in people):
            break
        named += 1
    return named > 1
