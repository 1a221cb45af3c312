"""What ringback costs and what it should, in one interleaved run.

Seconds of processor time, which a loaded machine disturbs least, bytes and wake-ups; as ratios to the
framework's floor (`hello`: one line of text), to a bare board on the line API, and to an empty Python.
Each is a median, and measured beside its floor. Nothing here is asserted: what does not depend on the machine
is guarded in the suite.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.beside import beside
from tests.bench.goals import GOALS, Measure
from tests.bench.instructions import VALGRIND, counted
from tests.bench.rounds import measures
from tests.bench.table import table

OPTIONS = {
    "--large": "a card of 5,000 events, and 50,000 interviews, too",
    "--instructions": "ratios by valgrind's count, too, once: no load disturbs it; some ten minutes",
    "--beside": "calcurse and kanban-tui with as many items, where they are on the PATH",
}


def main(words: list[str]) -> None:
    """Run everything some times, and print medians beside what is wanted."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("rounds", nargs="?", type=int, default=3, metavar="ROUNDS", help="3; 0 for none")
    for option, what in OPTIONS.items():
        parser.add_argument(option, action="store_true", help=what)
    options = parser.parse_args(words)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # no user starts without compiled modules
    found: dict[str, list[float]] = defaultdict(list)
    counts: dict[str, float] = {}
    try:
        for number in range(options.rounds):
            for measure in _in_a_home(lambda home: measures(home, large=options.large)):
                found[measure.name].append(measure.value)
                print(f"round {number + 1}: {measure.name} {measure.value:.3f}", file=sys.stderr)
        if options.instructions and VALGRIND:
            for measure in _in_a_home(lambda home: counted(home, VALGRIND)):
                counts[measure.name] = measure.value
                print(f"instructions: {measure.name} {measure.value:.3f}", file=sys.stderr)
    finally:  # what was found in an hour is not lost with what fails
        if found or counts:
            print(*table(GOALS, found, counts), sep="\n")
    if options.instructions and not VALGRIND:
        print("\nInstructions were not counted: valgrind is not on the PATH.")
    if options.beside:
        with tempfile.TemporaryDirectory() as folder:
            print()
            for line in beside(Path(folder)):
                print(line, flush=True)


def _in_a_home(measured: Callable[[Path], Iterator[Measure]]) -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        yield from measured(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
