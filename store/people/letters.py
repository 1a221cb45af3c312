"""Letters made comparable: without accents and case, so that Aydın is found as aydin. Pure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ı": "i", "İ": "I", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
    | {"\u00ad": "", "\u200c": "", "\u200d": "", "’": "'", "ʼ": "'"}
)


def without_marks(text: str) -> str:
    """The text in plain letters, its case kept: Aydın → Aydin, Straße → Strasse."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text for comparing: plain letters, no case."""
    return without_marks(text).casefold()


def fold_words(text: str) -> frozenset[str]:
    """The words of a table, folded."""
    return frozenset(map(fold, text.split()))
