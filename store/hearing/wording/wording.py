"""What a language says of answers, refusals and offers, as patterns that are looked for in one sentence."""

from __future__ import annotations

import re
from re import Pattern
from typing import NamedTuple

NEVER = re.compile(r"(?!)")


class Wording(NamedTuple):
    """The patterns of one language. Each is searched in a sentence of bounded length, case aside."""

    code: str
    answering: Pattern[str]
    """The words for answering alone: where they are missing nothing else is looked for."""
    promise: Pattern[str]
    """That they will answer; the group `core` is the words for answering."""
    preamble: Pattern[str]
    """Words before what is said that say nothing themselves: I wanted to let you know that."""
    not_promise: Pattern[str]
    """What makes of the same words something else: past, negated, asked."""
    unheard: Pattern[str]
    """A condition: if you have not heard from us."""
    patience: Pattern[str]
    """That they ask for time, up to the length of it: give us another."""
    instead: Pattern[str]
    """What follows upon a time that no longer holds, up to the one that does: but it will now be."""
    then: Pattern[str]
    """That they answer at a time named just before: right after."""
    silence_is_no: Pattern[str]
    ring: Pattern[str]
    """That the answer is a call."""
    request: Pattern[str]
    """That the user is to answer, to send or to do something."""
    limit: Pattern[str]
    """What stands before a day by which something is to be done; at the end of what precedes the day."""
    due: Pattern[str]
    """That something is due, on whatever day is named."""
    no_end: Pattern[str]
    """What stands before a day that ends nothing: after, since."""
    about: Pattern[str]
    """What begins a clause of its own, whose day is another matter."""
    starts: Pattern[str]
    """The first word of a time that a sentence names."""
    within: Pattern[str]
    """A later word of such a time that could not begin one."""
    ordinary: Pattern[str]
    """A word that is one as any, though it is also the short form of a day or a month."""
    qualifies: Pattern[str]
    """A word right behind a time that makes another of it: where it was not read, nothing was."""
    weekdays: Pattern[str]
    refusal: Pattern[str]
    offer: Pattern[str]
    doubt: Pattern[str]
    """What makes of a refusal or an offer a mere possibility."""
    invitation: Pattern[str]
    thanks: Pattern[str]


def pattern(text: str) -> Pattern[str]:
    """A pattern as it is written in these tables: spaces and line breaks in it do not count."""
    return re.compile(text, re.VERBOSE | re.IGNORECASE)
