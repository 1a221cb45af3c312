"""Everyday English words: what is one of these is not, by itself, a name.

A company may be called Target and a person Will: such a word counts as a name only where its place says so.
The list is short on purpose: regular endings are taken off before looking, and words that no one would take
for a name, or for a slip in one, are left out.
"""

from functools import lru_cache
from pathlib import Path

COMMON = frozenset(Path(__file__).with_name("common_words.txt").read_text("ascii").split())

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
