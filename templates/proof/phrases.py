"""Phrases that are looked for: patterns that are only tried where one of their words stands in the text."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from templates.proof.words import read_list


class Phrase(NamedTuple):
    """`anchors`: folded words without one of which the pattern cannot be found; empty: always look."""

    anchors: frozenset[str]
    pattern: str
    why: str


LONGEST = 250
"""Characters that no phrase goes beyond, in either direction from the word that anchors it."""
Phrases = Mapping[str, tuple[Phrase, ...]]
"""By the language they are of, two letters."""


def phrase(anchors: str, pattern: str, why: str = "") -> Phrase:
    """A pattern in which a blank stands for up to four white-space characters."""
    return Phrase(frozenset(anchors.split()) - {"*"}, pattern, why)


@cache
def phrase_list(name: str) -> Phrases:
    """The phrases of one of the lists: `anchors: pattern` on a line, longer ones going on two blanks in.

    `*` for the anchors: always look. A line after `# ` is the reason of all below it, or names their kind.
    `[de]` begins the phrases of a language; those before any are English.
    """
    found: dict[str, list[Phrase]] = {}
    why, language = "", "en"
    for line in read_list(name).replace("\n  ", "").splitlines():
        if line.startswith("# "):
            why = line[2:]
        elif line.startswith("["):
            language = line.strip("[] ")
        elif line:
            anchors, _, pattern = line.partition(": ")
            found.setdefault(language, []).append(phrase(anchors, pattern, why))
    return {code: tuple(phrases) for code, phrases in found.items()}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Made when an anchor first turns up: most of the phrases are never met."""
    spaced = pattern.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)
