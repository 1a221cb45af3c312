"""Ringback beside other programs that hold as many items, where those are on the PATH."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from math import inf, isfinite, isnan, nan
from pathlib import Path
from typing import NamedTuple

from tests.bench.boards import FIRST_CARD
from tests.bench.commands import seconds
from tests.bench.programs import Cost, Program, module, running, share
from tests.bench.searches import lay, search
from tests.terminal.board_home import command, environment

KEYS = 20
IDLE = 20.0
"""Seconds; said of a minute."""
SIZES = (300, 1000)


class Rival(NamedTuple):
    """A program, and how it is used."""

    name: str
    prepare: Callable[[Path, int], Sequence[str]]
    """Puts so many items into a home, and says the words that start it there."""
    ready: str = FIRST_CARD
    before: Sequence[str] = ()
    """The keys after which `j` moves from item to item."""
    leave: str = "q"
    items: bool = True
    """Whether it has any."""


class Row(NamedTuple):
    """A line of the table: its words, and the number."""

    words: str
    number: float


def beside(folder: Path) -> Iterator[str]:
    """A table for each number of items; a column for each program."""
    there = [rival for rival in RIVALS if rival.name not in OTHERS or shutil.which(rival.name)]
    for size in SIZES:
        columns = {rival.name: _rows(rival, folder / f"{rival.name}-{size}", size) for rival in there}
        yield f"{f'{size} items':30}" + "".join(f"{name:>14}" for name in columns)
        for rows in zip(*columns.values(), strict=True):
            yield f"{rows[0].words:30}" + "".join(f"{_written(row.number):>14}" for row in rows)
        yield ""
    if missing := [name for name in OTHERS if not shutil.which(name)]:
        yield f"Not on the PATH, and so not measured: {', '.join(missing)}."


def _rows(rival: Rival, home: Path, size: int) -> list[Row]:
    home.mkdir()
    with running(rival.prepare(home, size), environment(home), rival.ready) as program:
        paint, all_of_it = program.when_first(rival.ready), program.so_far()
        for key in rival.before:
            program.press(key)
        keys = [program.press("j", calm=0.3) for _ in range(KEYS + 1)][1:] if rival.items else ()
        idle, woken = program.idle(IDLE)
        memory = program.memory()
        left = _left(program, rival.leave)
    return [
        Row("first paint, ms CPU", paint.cpu * 1000),
        Row("first paint, ms by the clock", paint.seconds * 1000),
        Row("start, bytes", all_of_it.size),
        Row("a key, p50, ms CPU", _share(keys, 0.5, lambda key: key.cpu * 1000)),
        Row("a key, p95, ms CPU", _share(keys, 0.95, lambda key: key.cpu * 1000)),
        Row("a key, p50, ms by the clock", _share(keys, 0.5, lambda key: key.seconds * 1000)),
        Row("a key, p95, ms by the clock", _share(keys, 0.95, lambda key: key.seconds * 1000)),
        Row("a key, p50, bytes", _share(keys, 0.5, lambda key: key.size)),
        Row("an idle minute, s CPU", idle.cpu * 60 / IDLE),
        Row("an idle minute, wake-ups", woken * 60 / IDLE),
        Row("an idle minute, bytes", idle.size * 60 / IDLE),
        Row("memory, MiB", memory),
        Row("exit, ms by the clock", left * 1000),
    ]


def _share(keys: Sequence[Cost], part: float, what: Callable[[Cost], float]) -> float:
    return share(keys, part, what) if keys else nan


def _left(program: Program, key: str) -> float:
    try:
        return program.leave(key)
    except AssertionError:  # it is waited for no longer
        return inf


def _written(number: float) -> str:
    if not isfinite(number):
        return "–" if isnan(number) else "never"
    return f"{number:,.0f}" if number >= 100 else f"{number:,.3g}"


def _hello(home: Path, size: int) -> Sequence[str]:
    return module("tests.bench.hello")


def _line_board(home: Path, size: int) -> Sequence[str]:
    return module("tests.bench.line_board", str(size))


def _ringback(home: Path, size: int) -> Sequence[str]:
    lay(home, search(size))
    seconds(command(home, "list"), environment(home))  # works out the country's year, and keeps it
    return command(home)


def _calcurse(home: Path, size: int) -> Sequence[str]:
    (home / "todo").write_text("".join(f"[1] Company {number:05d}\n" for number in range(size)), "ascii")
    (home / "conf").write_text("general.confirmquit=no\n", "ascii")
    return ["calcurse", "-D", str(home)]


def _kanban(home: Path, size: int) -> Sequence[str]:
    subprocess.run(
        ["kanban-tui", "board", "create", "Search", "--set-active"],
        check=True,
        env=os.environ | environment(home),
        stdout=subprocess.DEVNULL,
    )
    now = datetime.now(UTC).isoformat(" ", "seconds")
    with sqlite3.connect(next(home.rglob("kanban_tui.db"))) as tasks:
        tasks.executemany(
            'insert into tasks (title, "column", description, creation_date) values (?, ?, ?, ?)',
            [
                (f"Company {number:05d}", number % 3 + 1, "Data engineer, panel", now)
                for number in range(size)
            ],
        )
    return ["kanban-tui"]


OTHERS = ("calcurse", "kanban-tui")
RIVALS = (
    Rival("hello", _hello, "READY", items=False),
    Rival("line board", _line_board),
    Rival("ringback", _ringback),
    Rival("calcurse", _calcurse, before=("tab", "tab")),
    Rival("kanban-tui", _kanban, leave="ctrl+q"),
)
