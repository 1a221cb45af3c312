"""The words by which it is told who is to answer whom, and whether that is still to come. Pure.

They are looked for in one clause, in which every time stands as the sign `TIME`; their order does not matter
unless a pattern says so. Case never does.
"""

from __future__ import annotations

import re
from re import Pattern
from typing import NamedTuple, TypeAlias

TIME = "§"
"""Stands in a clause where a time is named."""

Way: TypeAlias = tuple[Pattern[str], ...]
"""Patterns all of which are found in a clause that says so."""


class AnswerWords(NamedTuple):
    """The patterns of one language."""

    preamble: Pattern[str]
    """Words before what is said that say nothing themselves: I wanted to let you know that."""
    breaks: Pattern[str]
    """Where a clause may end: signs, and the words that begin another (these in the group `joins`)."""
    finite: Pattern[str]
    """Without one of these words, what stands between two breaks is no clause of its own."""
    aside: Pattern[str]
    """How a clause begins that is a condition, a reason or a question of its own."""
    main: Pattern[str]
    """Where behind an aside and its time the main clause begins, though no comma parts them."""
    on_which: Pattern[str]
    """How one begins that may be about a day just named: Friday, when."""
    asked: Pattern[str]
    """How one begins that says what will be told: whether, what, how."""
    topic: Pattern[str]
    """What answers are called."""
    outcome: Pattern[str]
    """Such a beginning that is about what comes of it all."""
    tells: tuple[Way, ...]
    """That the user gets an answer."""
    decides: tuple[Way, ...]
    """That they come to one, or have one."""
    begs: Pattern[str]
    """What turns words for telling into a request: please, could you."""
    asks: tuple[Way, ...]
    """That the user is to do something, where a day by which is named."""
    asks_plainly: tuple[Way, ...]
    """That the user is to do something, whether or not a day is named."""
    no_ask: Pattern[str]
    """What looks like that and is courtesy: please bear with us."""
    is_free: Pattern[str]
    """What leaves it to the user, or is about when to talk; only where no day is named."""
    negated: Pattern[str]
    past: Pattern[str]
    perhaps: Pattern[str]
    hangs: Pattern[str]
    """How a clause is made that hangs on the one before, and is past or denied as that is: to be able to."""
    unheard: Pattern[str]
    """A condition: if you have not heard from us."""
    patience: Pattern[str]
    """That they ask for time, up to the length of it: give us another."""
    instead: Pattern[str]
    """That what was spoken of is on another day: it will now be TIME."""
    put_right: Pattern[str]
    """What stands before a time that puts right the one before it: or rather, more precisely."""
    refers: Pattern[str]
    """How a clause begins that says when what was just said is done: which will be on."""
    not_before: Pattern[str]
    """How a clause begins that is behind the time of the answer: before we can let you know."""
    then: Pattern[str]
    """That it is at a time named before: right after, that day."""
    silence_is_no: Pattern[str]
    ring: Pattern[str]
    """That the answer is a call."""
    limit: Pattern[str]
    """What stands before a day by which something is to be; at the end of what precedes the day."""
    due: Pattern[str]
    """That something is due, on whatever day is named."""
    no_end: Pattern[str]
    """What stands before a day that ends nothing: after, since."""


def words(*patterns: str) -> Pattern[str]:
    """One of these patterns."""
    return re.compile("|".join(patterns), re.IGNORECASE)


def way(*patterns: str) -> Way:
    """All of these patterns, in any order."""
    return tuple(map(words, patterns))


def either(*patterns: str) -> str:
    """One of these patterns, as part of a way."""
    return "|".join(patterns)
