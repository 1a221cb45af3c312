"""The people of a letter: those with an address in it, those one is to meet, and whoever signed it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from store.languages import languages
from store.people import senders
from store.people.beside_names import is_name_word, is_title, surely_a_name

_ADDRESSED = re.compile(r"(?P<name>[^<>\n:;()\[\]\"]{0,80})<\s*(?P<mail>[^<>\s@]{1,64}@[^<>\s@]{1,200})\s*>")
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_MEETS = re.compile(
    r"\b(?:(?:talk|speak|talking|speaking|chat|interviewed|meet|meeting)(?: (?:to|with|by))?"
    r"|(?:interview|conversation|call|chat|meeting|gespräch|termin|entretien|entrevista)"
    r" (?:with|mit|avec|con)"
    r"|(?:treffen|sprechen|lernen) (?:mit |sie )?|(?:interviewers?|panel|participants|teilnehmer):)\s{1,3}",
    re.IGNORECASE,
)
"""What stands before those whom one is to meet."""
_SEPARATES = re.compile(r"\s*(?:[,;&]|\b(?:and|und|et|y|sowie)\b)\s*")
_ENDS = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)[.!?](?=\s|$)")
_BESIDE = re.compile(r"\(([^()]{1,80})\)")
_ROW = 300
"""Characters behind such words in which they are named."""
_MOST_ROWS = 20
_CLOSES = frozenset(("thanks", "thank you", "many thanks", "cheers", "best", "all the best", "yours"))
"""What people write above their name besides what a letter ends with."""
_MOST_SIGNED = 8
"""Lines of a signature."""


def interviewers(text: str, sentences: Sequence[str], signed: str) -> list[str]:
    """Whom one is to meet, as people are written, one each: those with an address, else those named so."""
    people = list(_addressed(text))
    told = "\n".join((*people, signed)).casefold()
    for one in _named(sentences):
        name = one.partition(",")[0].casefold()
        if name not in told:
            people.append(one)
            told += f"\n{name}"
    return people


def _addressed(text: str) -> Iterator[str]:
    """`Ada Okafor <ada@globex.example>`, for each address that stands behind a name and is a person's."""
    seen: set[str] = set()
    for found in _ADDRESSED.finditer(text):
        mail = found["mail"].casefold()
        if mail not in seen and not senders.is_machine(mail):
            seen.add(mail)
            name = _last_name(found["name"])
            yield f"{name} <{found['mail']}>".strip()


def _last_name(before: str) -> str:
    """The words of a name at the end of what stands before an address."""
    words: list[str] = []
    for word in reversed(before.replace(",", " , ").split()):
        if not (word[:1].isupper() or word.lower() in ("van", "von", "de", "der", "da", "di", "la", "le")):
            break
        words.insert(0, word)
    return " ".join(words[-5:])


def _named(sentences: Sequence[str]) -> Iterator[str]:
    """`Ada Okafor, Head of Data`, for each that stands in a row of those whom one is to meet."""
    rows = [
        _ENDS.split(line[found.end() : found.end() + _ROW], maxsplit=1)[0]
        for line in sentences
        for found in list(_MEETS.finditer(line))[:_MOST_ROWS]
    ]
    for row in rows[:_MOST_ROWS]:
        yield from _of_row(row)


def _of_row(row: str) -> list[str]:
    """Those at the beginning of a row, up to what is neither a sure name nor somebody's title."""
    people: list[str] = []
    for piece in filter(None, _SEPARATES.split(row)):
        bare, beside = _BESIDE.sub(" ", piece), _BESIDE.search(piece)
        words = bare.split()
        name = " ".join(takewhile(is_name_word, words))
        if surely_a_name(name):
            title = beside[1] if beside is not None and is_title(beside[1]) else ""
            people.append(f"{name}, {title}" if title else name)
            if len(name.split()) < len(words):
                break
        elif people and "," not in people[-1] and is_title(piece):
            people[-1] += f", {piece}"
        else:
            break
    return people


def signature(text: str) -> str:
    """The signature at the end, on one line as people are written; "" where there is none."""
    lines = text.rstrip().split("\n")
    closes = _CLOSES | {close.casefold() for one in languages().values() for close in one.closes}
    for place in range(len(lines) - 1, max(-1, len(lines) - 40), -1):
        if lines[place].strip(" ,.!").casefold() in closes:
            block = [line.strip() for line in lines[place + 1 : place + 1 + _MOST_SIGNED] if line.strip()]
            return "\n".join(block)
    return ""


def not_among(people: Sequence[str], signed: str) -> str:
    """The signature, as people are written; "" where its address is that of one of the people."""
    named = {found["mail"].casefold() for one in people for found in _ADDRESSED.finditer(one)}
    own = {found.group().casefold() for found in ADDRESS.finditer(signed)}
    return "" if named & own else signed
