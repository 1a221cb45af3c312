"""Letters made comparable: without accents and case, so that Aydın is found as aydin. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ı": "i", "İ": "I", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
    | {"ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T"}
    | {"\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "’": "'", "ʼ": "'", "\u2010": "-"}
)


def without_marks(text: str) -> str:
    """The text in plain letters, its case kept: Aydın → Aydin, Straße → Strasse."""
    if text.isascii():
        return text
    # Taken apart first: a letter such as ǿ is one of those below with a mark of its own.
    apart = unicodedata.normalize("NFKD", text).translate(_PLAIN)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text for comparing: plain letters, no case."""
    return without_marks(text).casefold()


def folded_set(text: str) -> frozenset[str]:
    """The words of a table, folded."""
    return frozenset(word if word.isascii() else fold(word) for word in text.casefold().split())


def fold_words(text: str) -> str:
    """As `fold`, white space at the ends dropped and inside one space: for comparing names as a whole."""
    return " ".join(fold(text).split())


LONGEST_SLIP = 100
"""Characters of a word that are compared with others; comparing takes the square of it."""


def nearest(word: str, known: Iterable[str], most: int = 2, cutoff: float = 0.6) -> list[str]:
    """Those of the known words that `word` may be a slip of, the nearest first; accents and case aside.

    What is the word but for these comes alone. `cutoff`: how much has to agree, from 0 to 1.
    """
    # Imported on use: only a mistake needs it.
    from difflib import get_close_matches

    by_letters: dict[str, str] = {}
    for one in known:
        by_letters.setdefault(fold(one)[:LONGEST_SLIP], one)
    wanted = fold(word)[:LONGEST_SLIP]
    if wanted in by_letters:
        return [by_letters[wanted]]
    return [by_letters[one] for one in get_close_matches(wanted, by_letters, most, cutoff)]
