"""What the board costs, as ratios in one interleaved run: `python -m tests.bench [CARDS] [ROUNDS]`.

CPU seconds of the process, which a loaded machine disturbs least, and bytes written to the terminal; against
the framework's floor (`hello`) and a bare board on the line API. Nothing here is asserted.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from store.interview import Interview
from tests.making import made
from tests.terminal.board_home import command, environment, seed
from tests.terminal.terminal import ROOT, Terminal

KEYS = 20
"""Cursor keys pressed in each run."""


class Cost(NamedTuple):
    """What one run came to: seconds of CPU, bytes, and MiB."""

    start_cpu: float
    start_bytes: float
    key_cpu: float
    key_bytes: float
    memory: float


def measured(words: list[str], env: dict[str, str], ready: str) -> Cost:
    """Start a program, press cursor keys, leave it."""
    with Terminal(words, cols=120, rows=40, env=env, cwd=ROOT) as terminal:
        terminal.wait_for(ready, 60)
        terminal.settle(0.3)
        cpu, size = _cpu(terminal.pid), len(terminal.raw)
        for _ in range(KEYS):
            terminal.press("j")
            terminal.settle(0.1)
        keys = _cpu(terminal.pid) - cpu
        written = len(terminal.raw) - size
        status = Path(f"/proc/{terminal.pid}/status").read_text("ascii")
        peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
        terminal.press("q")
        terminal.wait_exit()
        return Cost(cpu, size, keys / KEYS, written / KEYS, peak / 1024)


def _cpu(pid: int) -> float:
    """The processor time of a process, from its own clock (see `clock_getcpuclockid`)."""
    return time.clock_gettime((~pid << 3) | 2)


def main(count: int, rounds: int) -> None:
    """Run all of them in turn, and print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        seed(home, *_search(count))
        python = [sys.executable, "-m"]
        programs: dict[str, Callable[[], Cost]] = {
            "hello": lambda: measured([*python, "tests.bench.hello"], environment(home), "READY"),
            "bare board": lambda: measured(
                [*python, "tests.bench.line_board", str(count)], environment(home), "READY"
            ),
            "ringback": lambda: measured(command(home), environment(home), "Company"),
        }
        found: dict[str, list[Cost]] = {name: [] for name in programs}
        for turn in range(rounds):
            for name, run in [*programs.items()][:: -1 if turn % 2 else 1]:
                found[name].append(run())
    medians = {name: Cost(*map(statistics.median, zip(*costs, strict=True))) for name, costs in found.items()}
    floor = medians["hello"]
    for name, cost in medians.items():
        print(
            f"{name:10}  start {cost.start_cpu:.3f} s CPU ({cost.start_cpu / floor.start_cpu:.2f} × hello), "
            f"{cost.start_bytes:,.0f} B; a key {cost.key_cpu * 1000:.2f} ms CPU, {cost.key_bytes:,.0f} B; "
            f"{cost.memory:.0f} MiB ({cost.memory / floor.memory:.2f} × hello)"
        )


def _search(count: int) -> list[Interview]:
    """Cards for all columns: an interview that ended an hour ago, one of yesterday, and so on."""
    now = datetime.now(UTC)
    ends = [now - timedelta(days=number % 40, hours=1) for number in range(count)]
    return [
        made(id=f"iv-{number}", company=f"Company {number:05d}", ends_at=at) for number, at in enumerate(ends)
    ]


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], *("300", "5")[len(sys.argv) - 1 :])))
