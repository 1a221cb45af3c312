"""What commands cost, by the processor time of their process, as a ratio to an empty Python."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.searches import lay, search
from tests.terminal.board_home import command, environment
from tests.terminal.terminal import ROOT

TIMES = 5
"""How often each is run, all in turn; the least counts."""
EMPTY = [sys.executable, "-c", "pass"]


class Run(NamedTuple):
    """A command, and one that has to be run before it."""

    words: Sequence[str]
    before: Sequence[str] = ()


def runs(home: Path, number: int) -> dict[str, Run]:
    """The commands that are measured, by their names in the table; each number changes other cards."""
    status = command(home, "status", "--short")
    return {
        "status --short": Run(status, before=status),  # the first answer is kept for the next
        "status --short, after a change": Run(status, before=_log(home, 40 + number)),
        "list --json": Run(command(home, "list", "--json")),
        "log": Run(_log(home, 80 + number)),
        "add": Run(_add(home, number)),
    }


def command_costs(home: Path) -> Iterator[tuple[str, float]]:
    """Each command on 300 cards."""
    env = environment(home)
    lay(home, search(300))
    seconds(command(home, "list"), env)  # works out the country's year, and keeps it
    empty: list[float] = []
    found: dict[str, list[float]] = {name: [] for name in runs(home, 0)}
    for number in range(TIMES):
        for name, run in runs(home, number).items():
            if run.before:
                seconds(run.before, env)
            empty.append(seconds(EMPTY, env))
            found[name].append(seconds(run.words, env))
    for name, taken in found.items():
        yield name, min(taken) / min(empty)


def large_list(home: Path) -> float:
    """Seconds for the list, where there are 50,000 interviews already."""
    return seconds(command(home, "list", "--json"), environment(home))


def seconds(words: Sequence[str], env: dict[str, str]) -> float:
    """The processor time of a command. Raises RuntimeError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, cwd=ROOT, env=os.environ | env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _log(home: Path, number: int) -> list[str]:
    return command(home, "log", f"iv-{number}", "called", "outcome=voicemail")


def _add(home: Path, number: int) -> list[str]:
    return command(
        home, "add", f"New {number}", "Baker", "--start", "yesterday 10:00", "--with", "Ada Okafor"
    )
