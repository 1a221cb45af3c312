"""What is still to be written in a text: how a gap is stored, and how it is shown to the user. Pure.

Stored, a gap is `{{ words }}`: a word of the vocabulary, or what the user is asked for in free words. Shown,
it is «words». The free words may hold a jotted note, which is for the user's eyes and never for the reader's.
"""

import re
from typing import NamedTuple

from templates.vocabulary import VOCABULARY, placeholder

GAP = re.compile(r"\{\{ ([^{}\s](?:[^{}\n]*[^{}\s])?) \}\}")
"""A gap as it is stored; its group is what stands inside."""
CHOICE = " | "
"""What stands between the words of a gap that offers a choice."""
_OPENING, _CLOSING = "«", "»"
_NOT_INSIDE = re.compile(r"[{}«»]")
_UNSAID = "in your own words"
_CHOOSE = {"en": "choose one", "de": "wählen Sie aus"}
_PHRASE = {"en": "as a noun phrase", "de": "als Substantiv"}
BEGINNINGS = {
    "en": (
        "as a noun phrase",
        "as you read it",
        "in a few words",
        "in a sentence",
        "in two sentences",
        _UNSAID,
    ),
    "de": ("als Satz", _PHRASE["de"], "in Ihren Worten", "in zwei Sätzen"),
}
"""With what the free words of the program's own gaps begin, by language."""


class Gap(NamedTuple):
    """One gap: where it stands in the text, and the words inside."""

    start: int
    end: int
    inside: str


def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of a stored text, in their order."""
    return tuple(Gap(found.start(), found.end(), found[1]) for found in GAP.finditer(text))


def as_gap(words: str, language: str = "en") -> str:
    """A gap that asks for these words, on one line and without the marks of a gap inside.

    A gap within the words is replaced by what it asks for; blank words ask for the user's own.
    """
    plain = _NOT_INSIDE.sub("", GAP.sub(lambda found: _within(found[1], language), words))
    return placeholder(" ".join(plain.split()) or _UNSAID)


def phrase_gap(note: str, language: str = "en") -> str:
    """A gap that asks for a note as a noun phrase: so a note that is none can stand for one."""
    return as_gap(f"{_PHRASE.get(language, _PHRASE['en'])}: {note}", language)


def _within(inside: str, language: str) -> str:
    """What a gap asks for, as it stands within the words of another: a note as it was jotted down."""
    asked, colon, note = inside.partition(": ")
    return note if colon and asked in _PHRASE.values() else shown(inside, language)


def shown(inside: str, language: str = "en") -> str:
    """What a gap asks for in plain words: `topic` → what you talked about. Free words stay.

    `language`: two letters; English where it has no words of its own.
    """
    if choices(inside):
        return f"{_CHOOSE.get(language, _CHOOSE['en'])}: {inside}"
    word = VOCABULARY.get(inside)
    return inside if word is None else word.asked.get(language, word.asked["en"])


def display(text: str, language: str = "en") -> str:
    """A stored text as it is shown or printed: each gap as «what it asks for»."""
    return GAP.sub(lambda found: f"{_OPENING}{shown(found[1], language)}{_CLOSING}", text)


def choices(inside: str) -> tuple[str, ...]:
    """The words among which a gap lets the user choose; none where it asks for others."""
    parts = tuple(part.strip() for part in inside.split(CHOICE))
    return parts if len(parts) > 1 else ()


def known_beginnings(language: str) -> frozenset[str]:
    """With what the words of a shown gap begin, case folded.

    For telling gaps from quotations where a language quotes in « ».
    """
    asked = {
        word.asked.get(code, word.asked["en"]) for word in VOCABULARY.values() for code in ("en", language)
    }
    free = (*BEGINNINGS["en"], *BEGINNINGS.get(language, ()), *_CHOOSE.values())
    return frozenset(words.casefold() for words in (*asked, *free))
