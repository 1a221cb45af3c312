"""Turns of phrase as patterns: quick to look for, and the same for every kind of space and apostrophe."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from templates.proof.draft import Draft


class Phrase(NamedTuple):
    """`anchors`: folded words without one of which the pattern cannot be found; empty: always look."""

    anchors: frozenset[str]
    pattern: str
    why: str


def phrase(anchors: str, pattern: str, why: str = "") -> Phrase:
    """A pattern in which a blank stands for up to four white-space characters."""
    return Phrase(frozenset(anchors.split()), pattern, why)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made when an anchor first turns up: most of the phrases are never met."""
    spaced = pattern.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)


def spotted(draft: Draft, phrases: tuple[Phrase, ...]) -> Iterator[tuple[re.Match[str], Phrase]]:
    """Every place where one of the phrases stands, outside of mail and web addresses."""
    for each in phrases:
        if not each.anchors or not each.anchors.isdisjoint(draft.folds):
            for found in _compiled(each.pattern).finditer(draft.plain):
                if not draft.in_link(found.start()):
                    yield found, each
