"""How the tables of times are written: what a language says, by what English says for it. Pure.

The grammar of `store.when` is written in English words; three of them are its own and stand behind an hour or
before a length, as these languages have it: `plus half`, `minus quarter`, `ago 2 days`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def by_theirs(by_english: Mapping[str, str]) -> Mapping[str, str]:
    """The other way round: each of their words, of which bars divide several, with all that it stands for."""
    found: dict[str, list[str]] = {}
    for english, theirs in by_english.items():
        for words in theirs.split("|"):
            found.setdefault(words.strip(), []).append(english)
    return MappingProxyType({words: " | ".join(meant) for words, meant in found.items()})
