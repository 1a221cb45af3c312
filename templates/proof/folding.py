"""Letters made comparable: without case, without marks, in any normal form."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ı": "i", "İ": "I", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
    | {"\u00ad": "", "\u200c": "", "\u200d": "", "’": "'", "ʼ": "'"}
)
_SPELT_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "å": "aa",
        "Å": "Aa",
        "ø": "oe",
        "Ø": "Oe",
    }
)

# Marks that belong to the letter before them; the Indic blocks mix letters and marks and are taken whole.
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200c\u200d"
)
# Scripts written without spaces: each character is a word, so that a name is found inside a run.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
WORD = re.compile(rf"[{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}])[^\W_]|[{_MARK}])+")
"""A run of letters and digits, without apostrophes and hyphens."""


def without_marks(word: str) -> str:
    """The word in plain letters, its case kept: Aydın → Aydin, Straße → Strasse."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The word for comparing: plain letters, no case."""
    return without_marks(word).casefold()


def spelt_out(word: str) -> str:
    """The word as typed where a keyboard lacks its letters: Müller → Mueller, Ågård → Aagaard."""
    return without_marks(unicodedata.normalize("NFC", word).translate(_SPELT_OUT))


def is_capital(word: str) -> bool:
    """Whether a word could be a name by its first letter; in scripts without case any word could."""
    return bool(word) and not word[0].islower()


def wordset(words: str) -> frozenset[str]:
    """The words of a text, without order."""
    return frozenset(words.split())
