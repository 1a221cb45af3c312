"""What is wanted of each number, and its unit."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """One number that was found."""

    name: str
    value: float


class Goal(NamedTuple):
    """The most that a number may be."""

    most: float
    unit: str
    places: int = 2
    """Digits behind the point that say anything."""


HELLO = "× hello"
PYTHON = "× python -c pass"

GOALS = {
    "first frame, 10 cards": Goal(1.3, HELLO),
    "first frame, 300 cards": Goal(1.4, HELLO),
    "first frame, 1000 cards": Goal(1.5, HELLO),
    "first frame, 5000 cards": Goal(2.3, HELLO),
    "start, bytes": Goal(20_000, "B", 0),
    "cursor key": Goal(1.0, "× bare board"),
    "cursor key, bytes": Goal(500, "B", 0),
    "memory": Goal(1.3, HELLO),
    "a letter, 150 words": Goal(10, "ms CPU", 1),
    "a letter, 150 words, bytes": Goal(200, "B", 0),
    "a letter, 600 words": Goal(10, "ms CPU", 1),
    "a letter, 600 words, bytes": Goal(200, "B", 0),
    **{
        f"{place}, {when}": goal
        for place in ("editor", "form", "call sheet", "palette", "help")
        for when, goal in {
            "first": Goal(250, "ms CPU", 0),
            "again": Goal(120, "ms CPU", 0),
            "again, bytes": Goal(12_000, "B", 0),
        }.items()
    },
    "a change that is saved, 300 cards": Goal(3, "cursor keys"),
    "a change that is saved, 1000 cards": Goal(5, "cursor keys"),
    "a change beside TinyDB's, 1000": Goal(0.3, "× TinyDB"),
    "an idle minute, CPU": Goal(0.02, "s CPU", 3),
    "an idle minute, bytes": Goal(300, "B", 0),
    "an idle minute, wake-ups": Goal(10, "", 0),
    "status --short": Goal(2, PYTHON),
    "status --short, after a change": Goal(6, PYTHON),
    "list --json": Goal(7, PYTHON),
    "log": Goal(7, PYTHON),
    "add": Goal(7, PYTHON),
    "list of 50,000 interviews": Goal(3, "s CPU"),
    "a card of 5,000 events": Goal(0.5, "s CPU"),
}
