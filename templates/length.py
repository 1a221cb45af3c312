"""How long a text is: words, and the time it takes to read or to speak. Pure."""

from __future__ import annotations

from math import ceil

_READ_A_MINUTE = 200
"""Words that people read in a minute on a screen."""
_SPOKEN_A_MINUTE = 130


def word_count(text: str) -> int:
    """Words as a reader counts them: a hyphened one is one, and a dash by itself is none."""
    return sum(1 for chunk in text.split() if any(map(str.isalnum, chunk)))


def minutes_to_read(words: int) -> int:
    """Whole minutes, rounded up; one at least."""
    return max(1, ceil(words / _READ_A_MINUTE))


def seconds_to_speak(words: int) -> int:
    """Whole seconds, rounded up."""
    return ceil(words * 60 / _SPOKEN_A_MINUTE)
