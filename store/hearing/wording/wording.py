"""What a language says of answers, refusals and offers, as patterns that are looked for in one sentence."""

from __future__ import annotations

import re
from re import Pattern
from typing import NamedTuple

from store.hearing.wording.answers.answer_words import AnswerWords


class Wording(NamedTuple):
    """The patterns of one language. Each is searched in a sentence of bounded length, case aside."""

    code: str
    answers: AnswerWords
    starts: Pattern[str]
    """How a time begins that a sentence names."""
    plainly: tuple[tuple[Pattern[str], str], ...]
    """Times as mails have them, and what the reader of times knows instead."""
    within: Pattern[str]
    """A later word of such a time that could not begin one."""
    ordinary: Pattern[str]
    """A word that is one as any, though it is also the short form of a day or a month."""
    qualifies: Pattern[str]
    """A word right behind a time that makes another of it: where it was not read, nothing was."""
    weekdays: Pattern[str]
    refusal: Pattern[str]
    offer: Pattern[str]
    not_yet: Pattern[str]
    """Behind a refusal: that it is one for the time being, or that whoever was chosen turned it down."""
    still_open: Pattern[str]
    """That the user may still be chosen, whatever else is said."""
    doubt: Pattern[str]
    """What makes of a refusal or an offer a mere possibility."""
    invitation: Pattern[str]
    thanks: Pattern[str]


def pattern(text: str) -> Pattern[str]:
    """A pattern as it is written in these tables: spaces and line breaks in it do not count."""
    return re.compile(text, re.VERBOSE | re.IGNORECASE)


def plainer(**said: str) -> tuple[tuple[Pattern[str], str], ...]:
    """English for a time, its words joined by `_`, and the pattern of what is said for it; `_` is but a space."""
    return tuple((re.compile(text, re.IGNORECASE), name.replace("_", " ")) for name, text in said.items())
