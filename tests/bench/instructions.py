"""Instructions instead of seconds: counted by valgrind, some fifty times slower, and the same on any day."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.boards import FIRST_CARD, KEYS
from tests.bench.commands import EMPTY, runs, seconds
from tests.bench.goals import Measure
from tests.bench.programs import REST, Program, module, started
from tests.bench.searches import lay, search
from tests.terminal.board_home import command, environment
from tests.waiting import PATIENCE

VALGRIND = shutil.which("valgrind")
TOTAL = re.compile(r"^totals: (\d+)$", re.MULTILINE)


class Counter:
    """Runs programs under valgrind, which writes its counts into a folder."""

    def __init__(self, valgrind: str, folder: Path) -> None:
        self._valgrind = valgrind
        self._folder = folder
        self._gate = f"--vgdb-prefix={folder / 'gate'}"

    def words(self, words: Sequence[str]) -> list[str]:
        """The same program, counted."""
        out, log = self._folder / "count.%p", self._folder / "log.%p"
        return [self._valgrind, "--tool=callgrind", self._gate, f"--callgrind-out-file={out}",
                f"--log-file={log}", *words]  # fmt: skip

    def so_far(self, pid: int) -> int:
        """Of a process that runs."""
        ask = ["vgdb", self._gate, f"--pid={pid}", "dump"]
        subprocess.run(ask, check=True, capture_output=True)
        return sum(map(_total, self._folder.glob(f"count.{pid}.*")))

    def of_command(self, words: Sequence[str], env: dict[str, str]) -> int:
        """Of a command, from its start to its end."""
        seconds(self.words(words), env)
        newest = max(self._folder.glob("count.*"), key=lambda path: path.stat().st_mtime_ns)
        return _total(newest)


def counted(home: Path, valgrind: str) -> Iterator[Measure]:
    """What is a ratio of processor times by the goals, by instructions."""
    folder = home / "counts"
    folder.mkdir()
    counter = Counter(valgrind, folder)
    env = environment(home)
    empty = counter.of_command(EMPTY, env)
    lay(home, search(300))
    seconds(command(home, "list"), env)
    for name, run in runs(home, 0).items():
        if run.before:
            seconds(run.before, env)
        yield Measure(name, counter.of_command(run.words, env) / empty)
    with _counted(counter, module("tests.bench.hello"), home, "READY") as (_, painted, settled):
        floor = painted, settled
    with _counted(counter, module("tests.bench.line_board", "300"), home, "READY") as (program, _, _):
        bare = _keys(counter, program)
    for cards in (10, 300, 1000, 5000):
        lay(home, search(cards))
        with _counted(counter, command(home), home, FIRST_CARD) as (program, painted, settled):
            yield Measure(f"first frame, {cards} cards", settled / floor[1])
            if cards in (300, 1000):
                yield Measure(f"first useful paint, {cards} cards", painted / floor[0])
                key = _keys(counter, program)
                yield Measure(f"a saved change, {cards} cards", _change(counter, program) / key)
            if cards == 300:
                yield Measure("cursor key, p50", key / bare)


@contextmanager
def _counted(
    counter: Counter, words: Sequence[str], home: Path, ready: str
) -> Iterator[tuple[Program, int, int]]:
    """A program that rests, what it took until it first showed this, and until it rested."""
    with started(counter.words(words), environment(home)) as program:
        pid = program.terminal.pid
        program.terminal.wait_for(ready, 20 * PATIENCE)
        painted = counter.so_far(pid)
        program.rest(REST)
        yield program, painted, counter.so_far(pid)
        program.leave()


def _keys(counter: Counter, program: Program) -> float:
    """For one cursor key."""
    program.press("j")
    before = counter.so_far(program.terminal.pid)
    for _ in range(KEYS):
        program.press("j")
    return (counter.so_far(program.terminal.pid) - before) / KEYS


def _change(counter: Counter, program: Program) -> float:
    """For a step taken back, or made again."""
    program.press("x", until="do not send a thank-you")
    program.press("g", calm=1.0)
    program.press("\x04", until="▌", calm=1.0)
    before = counter.so_far(program.terminal.pid)
    for key in ("u", "\x12"):
        program.press(key, calm=1.0)
    return (counter.so_far(program.terminal.pid) - before) / 2


def _total(file: Path) -> int:
    return int(TOTAL.findall(file.read_text("utf-8"))[-1])
