"""What a program in a terminal costs: processor time, bytes, memory, wake-ups, and seconds by the clock."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from typing import NamedTuple

from tests.bench.ideal import Screen, ideal_size
from tests.terminal.terminal import ROOT, Terminal
from tests.waiting import PATIENCE

SIZE = (120, 40)
CALM = 0.15
"""Seconds in which nothing is written and no thread is at work: the program has done what it does."""
REST = 0.3
"""As long at the start, where more is waited for."""
LIMIT = 10 * PATIENCE
"""Seconds that a program has to show something and to come to rest; a slow one may take minutes."""
LOOK = 0.01
"""Seconds between two looks whether it is at work."""


class Cost(NamedTuple):
    """What something came to: seconds of processor time, bytes, and seconds by the clock until the last byte.

    `ideal`: the bytes that the cells would come to that differ.
    """

    cpu: float
    size: float
    seconds: float = 0.0
    ideal: float = 0.0


class Read(NamedTuple):
    """Something that the terminal was given: when, how many bytes there were by then, and what they cost."""

    at: float
    size: int
    cpu: float


class Program:
    """A program that runs in a terminal and is looked at from outside."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.begun = time.monotonic()
        self.reads: list[Read] = []
        terminal.on_read = self._note

    def _note(self) -> None:
        try:
            cpu = self.terminal.cpu()
        except OSError:  # it has ended
            cpu = self.reads[-1].cpu if self.reads else 0.0
        self.reads.append(Read(time.monotonic(), len(self.terminal.raw), cpu))

    def so_far(self) -> Cost:
        """From its start on."""
        last = self.reads[-1].at if self.reads else self.begun
        return Cost(self.terminal.cpu(), len(self.terminal.raw), last - self.begun)

    def when_first(self, text: str) -> Cost:
        """From its start until it had written this for the first time. Raises ValueError if it has not."""
        end = self.terminal.raw.index(text.encode()) + len(text)
        read = next(read for read in self.reads if read.size >= end)
        return Cost(read.cpu, read.size, read.at - self.begun)

    def rest(self, calm: float = CALM) -> None:
        """Wait until for so long nothing has been written and no thread has been at work."""
        since, end = time.monotonic(), time.monotonic() + LIMIT
        while (now := time.monotonic()) - since < calm:
            assert now < end, f"it never rests; the screen:\n{self.terminal.text}"
            size = len(self.terminal.raw)
            self.terminal.settle(LOOK)
            if len(self.terminal.raw) != size or not self.terminal.asleep():
                since = time.monotonic()

    def press(self, key: str, *, until: str = "", calm: float = CALM) -> Cost:
        """Press a key, and wait until what comes of it is drawn; and of what it shows, if that is said."""
        before, pressed = self.so_far(), time.monotonic()
        screen = self._screen()
        self.terminal.press(key)
        if until:
            self.terminal.wait_for(until)
        self.rest(calm)
        now = self.so_far()
        drawn = max(self.reads[-1].at - pressed, 0.0)
        return Cost(now.cpu - before.cpu, now.size - before.size, drawn, ideal_size(screen, self._screen()))

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

    def leave(self, key: str = "q") -> float:
        """Seconds by the clock from the key that leaves it to its end."""
        pressed = time.monotonic()
        self.terminal.press(key)
        self.terminal.wait_exit()
        return time.monotonic() - pressed

    def _screen(self) -> Screen:
        screen = self.terminal.screen
        blank = screen.default_char
        return [[line.get(x, blank) for x in range(screen.columns)]
                for line in (screen.buffer[y] for y in range(screen.lines))]  # fmt: skip


@contextmanager
def started(words: Sequence[str], env: Mapping[str, str]) -> Iterator[Program]:
    """Start a program; it is ended at last, if it has not been left."""
    with Terminal(words, cols=SIZE[0], rows=SIZE[1], env=env, cwd=ROOT) as terminal:
        yield Program(terminal)


@contextmanager
def running(words: Sequence[str], env: Mapping[str, str], ready: str) -> Iterator[Program]:
    """Start a program, and wait until what it shows first stands there and it rests."""
    with started(words, env) as program:
        program.terminal.wait_for(ready, LIMIT)
        program.rest(REST)
        yield program


def module(name: str, *arguments: str) -> list[str]:
    """The words that run a module of ours in this Python."""
    return [sys.executable, "-m", name, *arguments]


def share(costs: Sequence[Cost], part: float, what: Callable[[Cost], float]) -> float:
    """What that part of them stays within: the median by 0.5, all but the worst twentieth by 0.95."""
    ordered = sorted(map(what, costs))
    return ordered[max(ceil(part * len(ordered)) - 1, 0)]
