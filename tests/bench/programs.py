"""What a program in a terminal costs: its processor time, the bytes it writes, memory and wake-ups."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.terminal.terminal import ROOT, Terminal

SIZE = (120, 40)
CALM = 0.15
"""Seconds without a byte after which a program is taken to have drawn what it draws."""


class Cost(NamedTuple):
    """What something came to: seconds of processor time, and bytes."""

    cpu: float
    size: float

    def __add__(self, other: object) -> Cost:
        if not isinstance(other, Cost):
            return NotImplemented
        return Cost(self.cpu + other.cpu, self.size + other.size)

    def each(self, count: int) -> Cost:
        """One of `count`."""
        return Cost(self.cpu / count, self.size / count)


class Program:
    """A program that runs in a terminal and is looked at from outside."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def so_far(self) -> Cost:
        """From its start on."""
        return Cost(_processor_time(self.terminal.pid), len(self.terminal.raw))

    def cost_of(self, *keys: str, until: str = "", calm: float = CALM) -> Cost:
        """Press keys one after another, each when what came of the other is drawn."""
        before = self.so_far()
        for key in keys:
            self.terminal.press(key)
            if until:
                self.terminal.wait_for(until)
            self.terminal.settle(calm)
        now = self.so_far()
        return Cost(now.cpu - before.cpu, now.size - before.size)

    def idle(self, seconds: float) -> tuple[Cost, int]:
        """What it costs to leave it alone, and how often it wakes."""
        before, woken, end = self.so_far(), self.terminal.switches(), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.terminal.settle(min(left, 1.0))
        now = self.so_far()
        return Cost(now.cpu - before.cpu, now.size - before.size), self.terminal.switches() - woken

    def memory(self) -> float:
        """The most it has had so far, in MiB."""
        status = Path(f"/proc/{self.terminal.pid}/status").read_text("ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


@contextmanager
def running(words: Sequence[str], env: Mapping[str, str], ready: str) -> Iterator[Program]:
    """Start a program and wait for what it shows first; `q` leaves it."""
    with Terminal(words, cols=SIZE[0], rows=SIZE[1], env=env, cwd=ROOT) as terminal:
        terminal.wait_for(ready, 120)
        terminal.settle(0.3)
        yield Program(terminal)
        terminal.press("q")
        terminal.wait_exit()


def module(name: str, *arguments: str) -> list[str]:
    """The words that run a module of ours in this Python."""
    return [sys.executable, "-m", name, *arguments]


def _processor_time(pid: int) -> float:
    """From the process's own clock; see `clock_getcpuclockid`."""
    return time.clock_gettime((~pid << 3) | 2)
