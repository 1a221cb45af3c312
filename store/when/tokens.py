"""From what was typed to tokens, and the small matcher the grammar is written with."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from store.patterns import pattern
from store.people.letters import without_marks
from store.zones import zone_names

from .context import Unclear

LONGEST_PHRASE = 200

# What phones, word processors and calendars put in place of plain characters.
_PLAIN = str.maketrans(
    dict.fromkeys("’‘‛ʼ′´`", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("·•‧∙⋅", ",")
    | dict.fromkeys("\t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
    | {"ª": "", "º": ""}
)
_SHORT_YEAR = pattern(r"(?<![\w'])'(?=\d\d(?![\d']))", needs="'")
_APOSTROPHE = pattern(r"(?<=[a-z])'|'(?=[a-z])", needs="'")
_BRACKETS = pattern(r"\((?!\d+\))([^()]*)\)", needs="(")
_MERIDIEM = pattern(r"(?<![a-z])([ap])\.[ ]?m(?![a-z])\.?", needs=".")
_HYPHENS = pattern(r"(?<=[a-z])-(of|the|to)-(?=[a-z])", needs="-")
_TOKEN = pattern(r"(?P<zone>[a-z]+(?:/[a-z][a-z0-9_+-]*)+)|(?P<number>\d+)|(?P<word>[a-z]+)|(?P<mark>\S)")
_MACHINE_DATE = pattern(
    r"\b([a-z]{3,9}) (\d{1,2}) (\d{1,2}:\d\d(?::\d\d)?)((?: [a-z]{1,5})?) (\d{4})$", needs=":"
)
_SAME = {"til": "until", "till": "until", "thru": "to", "through": "to"}
_SPACES = pattern(r"\s+")


class Token(NamedTuple):
    """A number, a word or a mark, in lower case; `glued` if nothing stands between it and the one before."""

    text: str
    glued: bool

    @property
    def number(self) -> int | None:
        return int(self.text) if self.text.isdigit() else None


Tokens = tuple[Token, ...]


def plain_characters(text: str) -> str:
    """`text` with plain characters and single spaces; refused where it holds others, is empty or too long."""
    if len(text) > LONGEST_PHRASE:
        raise Unclear(text, f"is longer than {LONGEST_PHRASE} characters")
    plain = text.strip().translate(_PLAIN)
    if any(map(unicodedata.combining, plain)):
        plain = unicodedata.normalize("NFC", plain)
    if not plain.strip():
        raise Unclear(text, "is empty, and a date or a time is needed")
    plain = "".join(map(_plain_letter, plain))
    strange = next((letter for letter in plain if not " " <= letter <= "~"), None)
    if strange is not None:
        raise Unclear(text, f"holds a character that is not read in dates (U+{ord(strange):04X})")
    return _SPACES.sub(" ", plain)


def _plain_letter(letter: str) -> str:
    """A letter of Latin without its accents; whatever else looks like one is no letter here."""
    if letter.isascii() or not unicodedata.name(letter, "").startswith("LATIN "):
        return letter
    base = without_marks(letter)
    return base if base.isascii() else letter


def tokenise(plain: str) -> Tokens:
    """The tokens of a text of `plain_characters`.

    Brackets around words carry no meaning here, nor do apostrophes within them; `'26` is a year. The year
    that programs write at the end, as in `Mon Nov 23 14:00:00 2026`, is put behind the day.
    """
    text = _SHORT_YEAR.sub("20", plain.lower())
    text = _BRACKETS.sub(r" \1 ", _APOSTROPHE.sub("", text))
    text = _HYPHENS.sub(r" \1 ", _MERIDIEM.sub(r"\1m", text))
    text = _MACHINE_DATE.sub(r"\1 \2, \5 \3\4", text.rstrip())
    return tuple(_split(text))


def _split(text: str) -> Iterator[Token]:
    at = 0
    while match := _TOKEN.search(text, at):
        end = match.end()
        if match["zone"] and match["zone"] not in zone_names():
            end = match.start() + len(match["zone"].split("/")[0])
        word = text[match.start() : end]
        yield Token(_SAME.get(word, word), match.start() == at and at > 0)
        at = end


def spelt(tokens: Tokens) -> str:
    """The tokens as they were typed, in lower case."""
    return "".join(one.text if one.glued else f" {one.text}" for one in tokens).strip()


def text_at(tokens: Tokens, at: int) -> str:
    """The token's text; empty outside the phrase."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def number_at(tokens: Tokens, at: int, *, longest: int = 4) -> int | None:
    """The number at a place, if it has no more digits than `longest`."""
    text = text_at(tokens, at)
    return int(text) if text.isdigit() and len(text) <= longest else None


def glued(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens after `start` and before `end` follow each other without spaces."""
    return end <= len(tokens) and all(token.glued for token in tokens[start + 1 : end])


def match_words(tokens: Tokens, at: int, pattern: str) -> Sequence[int]:
    """The places after `pattern` where it matches at `at`, in their order.

    A pattern is words with alternatives (`no|not`), each of which may be optional (`the?`).
    """
    ends: Collection[int] = (at,)
    for wanted, optional in _parts(pattern):
        taken = {end + 1 for end in ends if text_at(tokens, end) in wanted}
        if optional:
            taken.update(ends)
        elif not taken:
            return ()
        ends = taken
    return sorted(ends)


@cache
def _parts(pattern: str) -> tuple[tuple[frozenset[str], bool], ...]:
    """The words of each part of a pattern, and whether it is optional. The grammar's patterns are few."""
    parts = pattern.split()
    return tuple((frozenset(part.removesuffix("?").split("|")), part.endswith("?")) for part in parts)
