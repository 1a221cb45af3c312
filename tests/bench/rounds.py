"""One round of everything, each number beside its floor."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.boards import (
    PLACES,
    Started,
    changing,
    hello,
    idle_minute,
    large_board,
    line_board,
    long_card,
    opening,
    start,
    watching,
    writing,
)
from tests.bench.commands import command_costs, large_list
from tests.bench.goals import Measure
from tests.bench.programs import Cost, share
from tests.bench.saving import saving
from tests.bench.searches import lay, search

STARTS = 2
"""How often each program is started in a round, in turn."""


def measures(home: Path, *, large: bool) -> Iterator[Measure]:
    """Each number by the name of its goal."""
    yield from _starts(home)
    for words in (150, 600):
        letters, name = writing(home, words), f"a letter, {words} words"
        yield Measure(f"{name}, bytes", statistics.mean(letter.size for letter in letters))
        yield Measure(f"{name}, p50", share(letters, 0.5, _milliseconds))
        yield Measure(f"{name}, p95", share(letters, 0.95, _milliseconds))
    for place in PLACES:
        first, again = opening(home, place)
        yield Measure(f"{place.name}, first", _milliseconds(first))
        yield Measure(f"{place.name}, again", _milliseconds(again))
        yield Measure(f"{place.name}, again, bytes", again.size)
    for cards in (300, 1000):
        keys, changes = changing(home, cards)
        yield Measure(f"a saved change, {cards} cards", _cpu(changes) / _cpu(keys))
    yield Measure("a save of 1,000 cards of 4.9 kB", saving(home))
    idle = idle_minute(home)
    yield Measure("an idle minute, 1000 cards", idle.minute.cpu)
    yield Measure("an idle minute, wake-ups", idle.woken)
    yield Measure("an idle minute, bytes", idle.minute.size)
    yield Measure("memory, 1000 cards, left alone", idle.memory / hello(home).memory)
    shown = [Cost(0, 0, seconds) for seconds in watching(home)]
    yield Measure("another window's change, p95", share(shown, 0.95, lambda cost: cost.seconds))
    for name, ratio in command_costs(home):
        yield Measure(name, ratio)
    if large:
        yield from _large(home)


def _starts(home: Path) -> Iterator[Measure]:
    start(home, 10)  # the first start of all works out the country's year, and keeps it
    for cards in (10, 300, 1000, 5000):
        floors, found = [], []
        for _ in range(STARTS):
            floors.append(hello(home))
            found.append(start(home, cards))
        yield Measure(f"first frame, {cards} cards", _ratio(found, floors, lambda one: one.settled.cpu))
        if cards in (300, 1000):
            paint = _ratio(found, floors, lambda one: one.painted.cpu)
            yield Measure(f"first useful paint, {cards} cards", paint)
        if cards == 300:
            yield from _with_300(floors, line_board(home), found)


def _with_300(floors: Sequence[Started], bare: Started, found: Sequence[Started]) -> Iterator[Measure]:
    one = found[-1]
    yield Measure("start, bytes", one.settled.size)
    yield Measure("start, full frames", one.frames)
    yield Measure("cursor key, p50", _cpu(one.keys) / _cpu(bare.keys))
    sent, ideal = (sum(getattr(key, what) for key in one.keys) for what in ("size", "ideal"))
    yield Measure("cursor key, bytes", sent / ideal)
    yield Measure("exit, by the clock", _ratio(found, floors, lambda one: one.exit))


def _ratio(found: Sequence[Started], floors: Sequence[Started], what: Callable[[Started], float]) -> float:
    """Of the least of each: whatever else a machine does only adds."""
    return min(map(what, found)) / min(map(what, floors))


def _large(home: Path) -> Iterator[Measure]:
    for name, cost in long_card(home):
        yield Measure(f"5,000 events: {name}", cost.cpu)
    lay(home, search(50_000))
    yield Measure("50,000 interviews: list --json", large_list(home))
    yield Measure("50,000 interviews: the editor", large_board(home).cpu)


def _cpu(costs: Sequence[Cost]) -> float:
    return share(costs, 0.5, lambda cost: cost.cpu)


def _milliseconds(cost: Cost) -> float:
    return cost.cpu * 1000
