"""What commands cost, by the processor time of their process, as a ratio to an empty Python."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.searches import search
from tests.terminal.board_home import command, environment, seed
from tests.terminal.terminal import ROOT

TIMES = 5
"""How often each is run; the least counts."""


def command_costs(home: Path, *, large: bool) -> Iterator[tuple[str, float]]:
    """Each command on 300 cards; with `large`, the list of 50,000 in seconds, too."""
    env = environment(home)
    empty = _least([sys.executable, "-c", "pass"], env)
    seed(home, *search(300))
    for _ in range(2):  # the first answer is kept for the next
        _seconds(command(home, "status", "--short"), env)
    yield "status --short", _least(command(home, "status", "--short"), env) / empty
    changed = []
    for number in range(TIMES):
        _seconds(command(home, "log", f"iv-{40 + number}", "called", "outcome=voicemail"), env)
        changed.append(_seconds(command(home, "status", "--short"), env))
    yield "status --short, after a change", min(changed) / empty
    yield "list --json", _least(command(home, "list", "--json"), env) / empty
    yield "log", min(_seconds(_log(home, number), env) for number in range(TIMES)) / empty
    yield "add", min(_seconds(_add(home, number), env) for number in range(TIMES)) / empty
    if large:
        seed(home, *search(50_000))
        yield "list of 50,000 interviews", _seconds(command(home, "list", "--json"), env)


def _log(home: Path, number: int) -> list[str]:
    return command(home, "log", f"iv-{80 + number}", "called", "outcome=voicemail")


def _add(home: Path, number: int) -> list[str]:
    return command(
        home, "add", f"New {number}", "Baker", "--start", "yesterday 10:00", "--with", "Ada Okafor"
    )


def _least(words: Sequence[str], env: dict[str, str]) -> float:
    return min(_seconds(words, env) for _ in range(TIMES))


def _seconds(words: Sequence[str], env: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, cwd=ROOT, env=os.environ | env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
