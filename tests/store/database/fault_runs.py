"""Writers and readers as processes that are killed or let loose on one database, and what came of it.

python -m tests.store.database.fault_runs DATABASE PREFIX COUNT
    add COUNT interviews; each id is printed once it is acknowledged, with the seconds it took
"""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.files.errors import StorageError
from store.service import Service
from tests.making import BERLIN, END, POLICY, made

ROOT = Path(__file__).parents[3]
PATIENCE = 300.0
"""Seconds after which a process is taken to hang."""
OWN = 3
"""What lies in the directory of a database that nobody is writing to: itself, its lock, its backups."""


@dataclass
class Tally:
    """What a run came to."""

    acknowledged: set[str] = field(default_factory=set)
    kills: int = 0
    unreadable: int = 0
    reads: int = 0
    left_over: int = 0
    """The most files at once that a killed save had left."""
    longest: float = 0.0
    """The longest that one change took, in seconds."""


def service_on(database: Path) -> Service:
    return Service(SafeStorage(database), StoppedClock(END), POLICY, BERLIN)


def seed(database: Path, count: int) -> None:
    """A database of that many interviews, with as much text as usual."""
    book = {f"s{n}": made(id=f"s{n}", notes="noted " * 40) for n in range(count)}
    service_on(database).database.apply(lambda old: old.with_interviews(book), END)


def add(database: Path, prefix: str, count: int) -> None:
    service = service_on(database)
    for number in range(count):
        one = made(id=f"{prefix}{number}")
        begun = time.monotonic()
        service.add("added", one)
        print(one.id, f"{time.monotonic() - begun:.3f}", flush=True)


def stored(database: Path) -> set[str]:
    """The ids in the database. Raises StorageError."""
    return set(service_on(database).load().interviews)


def writer(database: Path, prefix: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.database.fault_runs", str(database), prefix, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def take(lines: Sequence[str], tally: Tally) -> None:
    """Count what was acknowledged in whole lines; the last may have been cut by a kill."""
    for line in lines:
        if line.endswith("\n") and line.count(" ") == 1:
            name, seconds = line.split()
            tally.acknowledged.add(name)
            tally.longest = max(tally.longest, float(seconds))


def kill_again_and_again(database: Path, rounds: int, longest: float) -> Tally:
    """Kill a writer at a random moment of a save, `rounds` times, and look at what is there after each."""
    dice, tally = random.Random(1), Tally()
    for number in range(rounds):
        with writer(database, f"r{number}x", 10_000) as process:
            assert process.stdout is not None
            try:
                first = process.stdout.readline()
                time.sleep(dice.uniform(0, longest))
            finally:
                process.kill()
            take([first, *process.stdout.readlines()], tally)
        tally.kills += 1
        left = [path for path in database.parent.iterdir() if path.name.startswith(".")]
        tally.left_over = max(tally.left_over, len(left))
        try:
            stored(database)
            tally.reads += 1
        except StorageError:
            tally.unreadable += 1
    return tally


def all_at_once(database: Path, writers: int, changes: int, readers: int) -> Tally:
    """Let so many writers make so many changes each, while others read."""
    tally, done = Tally(), threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                stored(database)
                tally.reads += 1
            except StorageError:
                tally.unreadable += 1
            done.wait(0.02)

    processes = [writer(database, f"w{number}x", changes) for number in range(writers)]
    reading = [threading.Thread(target=read) for _ in range(readers)]
    for thread in reading:
        thread.start()
    try:
        for process in processes:
            out, _ = process.communicate(timeout=PATIENCE)
            assert process.returncode == 0
            take(out.splitlines(keepends=True), tally)
    finally:
        done.set()
        for process in processes:
            process.kill()
        for thread in reading:
            thread.join()
    return tally


if __name__ == "__main__":
    add(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
