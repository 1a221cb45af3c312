"""What is wanted of each number, and its unit; the table is in this order."""

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
    "first useful paint, 300 cards": Goal(0.3, HELLO),
    "first useful paint, 1000 cards": Goal(0.35, HELLO),
    "start, bytes": Goal(20_000, "B", 0),
    "start, full frames": Goal(1, "", 0),
    "cursor key, p50": Goal(1.0, "× bare board"),
    "cursor key, bytes": Goal(1.2, "× cells that differ"),
    **{
        f"a letter, {words} words, {what}": goal
        for words in (150, 600)
        for what, goal in {
            "bytes": Goal(200, "B", 0),
            "p50": Goal(10, "ms CPU", 1),
            "p95": Goal(30, "ms CPU", 1),
        }.items()
    },
    **{
        f"{place}, {when}": goal
        for place in ("editor", "form", "call sheet", "palette", "help")
        for when, goal in {
            "first": Goal(250, "ms CPU", 0),
            "again": Goal(120, "ms CPU", 0),
            "again, bytes": Goal(12_000, "B", 0),
        }.items()
    },
    "a saved change, 300 cards": Goal(3, "cursor keys"),
    "a saved change, 1000 cards": Goal(5, "cursor keys"),
    "a save of 1,000 cards of 4.9 kB": Goal(0.3, "× TinyDB's own"),
    "an idle minute, 1000 cards": Goal(0.02, "s CPU", 3),
    "an idle minute, wake-ups": Goal(10, "", 0),
    "an idle minute, bytes": Goal(300, "B", 0),
    "memory, 1000 cards, left alone": Goal(1.3, HELLO),
    "another window's change, p95": Goal(0.2, "s"),
    "status --short": Goal(2, PYTHON),
    "status --short, after a change": Goal(6, PYTHON),
    "list --json": Goal(7, PYTHON),
    "log": Goal(7, PYTHON),
    "add": Goal(7, PYTHON),
    "exit, by the clock": Goal(0.1, HELLO),
    "5,000 events: the card's page": Goal(0.5, "s CPU"),
    "5,000 events: the call sheet": Goal(1, "s CPU"),
    "5,000 events: the editor": Goal(1, "s CPU"),
    "50,000 interviews: list --json": Goal(3, "s CPU"),
    "50,000 interviews: the editor": Goal(1, "s CPU"),
}
