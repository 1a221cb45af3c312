"""Words around a time that do not name it, and those among them that say that it is not exact."""

from __future__ import annotations

from collections.abc import Iterator

from .tokens import Token, Tokens, match_words, text_at

_INEXACT = (
    "around|about|approximately|approx|roughly|circa|ca|near|nearly",
    "~",
    "or so|thereabouts",
    "-? ish",
)
_FILLERS = (
    "sometime|maybe|perhaps|probably|possibly|presumably|hopefully|ideally|say|tentatively",
    "at? some time|point",
    "most|very? likely",
    "i|we think|guess|believe|hope|expect|suppose|reckon|aim|plan",
    "as far as i know",
    "if all goes well",
    "all being well",
    "should|will be",
)
_LABELS = (
    "when|date|time|start|starts|begin|begins|due|deadline|appointment",
    "date|day and|& time",
    "date / time",
    "start|starting date|time",
)


def without_fillers(tokens: Tokens) -> Tokens:
    """The phrase without words that neither name a time nor make it less exact, as `hopefully`.

    Nor with the label that calendars and mails put before it: `When:`.
    """
    at, kept = _after_label(tokens), []
    while at < len(tokens):
        end = max((end for words in _FILLERS for end in match_words(tokens, at, words)), default=at)
        if end == at:
            kept.append(tokens[at])
            at += 1
            continue
        apart = not kept or kept[-1].text == ","
        at = max(match_words(tokens, end, ",?")) if apart else end
    return tuple(kept)


def _after_label(tokens: Tokens) -> int:
    ends = [end for words in _LABELS for end in match_words(tokens, 0, f"{words} :")]
    return max(ends, default=0)


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
