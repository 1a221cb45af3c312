"""The ways in which a command ends without having done what it was asked; each is one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from store import spans

DONE, FAILED, USAGE, INTERNAL, BROKEN_PIPE, INTERRUPTED = 0, 1, 2, 70, 141, 130


class UsageError(Exception):
    """Used wrongly: an unknown command, kind or field, a time that cannot be read."""

    exit_code = USAGE


class Failed(Exception):
    """The data or the operation failed."""

    exit_code = FAILED


def backwards(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """What is said where an interview would end before it starts, in the times of `zone`."""
    here = (one.astimezone(zone) for one in (start, end))
    first, last = (f"{one:%a %d %b %Y} {spans.clock_time(one)}" for one in here)
    return f"An interview cannot end before it starts: {last} is before {first}."


def joined_word(typed: str) -> str:
    """A word of the program's as it is written: `No answer` and `no-answer` are `no_answer`."""
    from store.people.letters import LONGEST_SLIP, fold

    return fold(typed[:LONGEST_SLIP]).strip().replace(" ", "_").replace("-", "_")


def near(word: str, known: Sequence[str]) -> str:
    """The end of a sentence about an unknown word: what it may be a slip of, or all there are."""
    # Imported on use: only a mistake needs it.
    from store.people.letters import nearest

    found = nearest(word, known)
    return f"did you mean {' or '.join(found)}?" if found else f"there are {', '.join(known)}."
