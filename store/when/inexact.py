"""Words that say that a time is not exact, and the phrase without them."""

from __future__ import annotations

from collections.abc import Iterator

from .tokens import Token, Tokens, match_words, text_at

_INEXACT = (
    "around|about|approximately|approx|roughly|circa|ca|near|nearly",
    "~",
    "sometime|maybe|perhaps|probably|possibly|hopefully|likely|say",
    "some time|point",
    "at some point|time",
    "or so|thereabouts",
    "-? ish",
)


def without_approximation(tokens: Tokens) -> Iterator[Tokens]:
    """The phrase without the words that make it inexact, also with `at` in their place; none without any."""
    removed: list[Token] = []
    replaced: list[Token] = []
    at = 0
    while at < len(tokens):
        end = max((end for words in _INEXACT for end in match_words(tokens, at, words)), default=at)
        if end == at:
            removed.append(tokens[at])
            replaced.append(tokens[at])
            at += 1
            continue
        if text_at(tokens, end - 1) == "ish":
            replaced.append(Token("oclock", False))
        else:
            replaced.append(Token("at", False))
        at = end
    if len(removed) < len(tokens):
        yield tuple(removed)
        yield tuple(replaced)
