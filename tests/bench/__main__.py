"""What ringback costs and what it should, in one interleaved run: `python -m tests.bench [ROUNDS] [--large]`.

Seconds of processor time, which a loaded machine disturbs least, bytes and wake-ups; as ratios to the
framework's floor (`hello`: one line of text), to a bare board on the line API, and to an empty Python.
Nothing here is asserted: what does not depend on the machine is guarded in the suite.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.bench.boards import PLACES, hello, idle_minute, line_board, long_card, opening, start, writing
from tests.bench.commands import command_costs
from tests.bench.goals import GOALS, Measure
from tests.bench.saving import saving


def measures(home: Path, *, large: bool) -> Iterator[Measure]:
    """One round of everything; each number by the name of its goal."""
    floor = hello(home)
    bare = line_board(home)
    start(home, 10)  # the first start of all works out the country's year, and keeps it
    for cards in (10, 300, 1000, 5000):
        found = start(home, cards)
        yield Measure(f"first frame, {cards} cards", found.first.cpu / floor.first.cpu)
        if cards in (300, 1000):
            yield Measure(f"a change that is saved, {cards} cards", found.change.cpu / found.key.cpu)
        if cards == 300:
            yield Measure("start, bytes", found.first.size)
            yield Measure("cursor key", found.key.cpu / bare.key.cpu)
            yield Measure("cursor key, bytes", found.key.size)
            yield Measure("memory", found.memory / floor.memory)
    for words in (150, 600):
        letter = writing(home, words)
        yield Measure(f"a letter, {words} words", letter.cpu * 1000)
        yield Measure(f"a letter, {words} words, bytes", letter.size)
    for place in PLACES:
        first, again = opening(home, place)
        yield Measure(f"{place.name}, first", first.cpu * 1000)
        yield Measure(f"{place.name}, again", again.cpu * 1000)
        yield Measure(f"{place.name}, again, bytes", again.size)
    yield Measure("a change beside TinyDB's, 1000", saving(home, 1000))
    idle, woken = idle_minute(home)
    yield Measure("an idle minute, CPU", idle.cpu)
    yield Measure("an idle minute, bytes", idle.size)
    yield Measure("an idle minute, wake-ups", woken)
    for name, ratio in command_costs(home, large=large):
        yield Measure(name, ratio)
    if large:
        yield Measure("a card of 5,000 events", long_card(home).cpu)


def main(rounds: int, *, large: bool) -> None:
    """Run everything some times, and print medians beside what is wanted."""
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            for measure in measures(Path(folder), large=large):
                found[measure.name].append(measure.value)
    print(f"{'':34} {'now':>10} {'wanted':>10}")
    for name, values in found.items():
        goal = GOALS[name]
        now = statistics.median(values)
        spread = f"   ({min(values):,.2f} – {max(values):,.2f})" if rounds > 1 else ""
        print(
            f"{name:34} {now:10,.{goal.places}f} {goal.most:10,.{goal.places}f} {goal.unit}"
            f"{spread}{'' if now <= goal.most else '   missed'}"
        )


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(*(numbers or [3]), large="--large" in sys.argv)
