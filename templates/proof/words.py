"""Words made comparable, and the lists of words that everyone knows: everyday English, trades, places.

What is an everyday word is not, by itself, a name: a company may be called Target and a person Will, and
such a word counts as a name only where its place says so. That list is short on purpose: regular endings are
taken off before looking, and words that no one would take for a name, or for a slip in one, are left out.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from store.people.letters import without_marks

_LISTS = Path(__file__).with_name("lists")

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


def spelt_out(word: str) -> str:
    """The word as typed where a keyboard lacks its letters: Müller → Mueller, Ågård → Aagaard."""
    return without_marks(unicodedata.normalize("NFC", word).translate(_SPELT_OUT))


def is_capital(word: str) -> bool:
    """Whether a word could be a name by its first letter; in scripts without case any word could."""
    return bool(word) and not word[0].islower()


def wordset(words: str) -> frozenset[str]:
    """The words of a text, without order."""
    return frozenset(words.split())


def read_list(name: str) -> str:
    """The text of one of the lists that lie beside the checks, by its name without ending."""
    return (_LISTS / f"{name}.txt").read_text("utf-8")


COMMON = wordset(read_list("everyday"))
"""Everyday English words."""
CALENDAR = wordset(read_list("calendar"))
PLACES = wordset(read_list("places"))
_TRADES = (path.read_text("utf-8") for path in sorted((_LISTS / "trades").glob("*.txt")))
KNOWN = CALENDAR | PLACES | frozenset[str]().union(*map(str.split, _TRADES))
"""Folded words that are neither slips nor, by themselves, anyone's name."""

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("er", ""), ("er", "e"), ("est", ""), ("ly", ""), ("ily", "y"), ("d", ""), ("r", ""), ("n", ""),
    ("ers", ""), ("ers", "e"), ("ion", "e"), ("ions", "e"), ("ful", ""), ("less", ""), ("ness", ""),
    ("ment", ""), ("able", ""), ("ability", "able"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def is_common(folded: str) -> bool:
    """Whether a folded word is an everyday English word or a regular form of one."""
    if folded in COMMON:
        return True
    for ending, base in _ENDINGS:
        if folded.endswith(ending):
            stem = folded[: -len(ending)]
            if len(stem) > 2 and (stem + base in COMMON or (stem[-1] == stem[-2] and stem[:-1] in COMMON)):
                return True
    return False


def within(one: str, other: str, limit: int) -> bool:
    """Whether at most `limit` letters were dropped, added, changed or swapped with a neighbour."""
    if abs(len(one) - len(other)) > limit:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return False
    return row[-1] <= limit
