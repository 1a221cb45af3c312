"""Processes killed in the middle of a save, and many of them at once: what was acknowledged is there.

With RINGBACK_FAULTS=long the numbers are those promised, and `pytest -s` shows what was measured: how long
something takes is shown there and decides nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from store.database.file import DatabaseFile
from tests.command_line import SEARCH
from tests.store.database.fault_runs import all_at_once, kill_again_and_again, seed, stored
from tests.store.database.writing_process import ROOT
from tests.waiting import PATIENCE

LONG = os.environ.get("RINGBACK_FAULTS") == "long"
ROUNDS, INTERVIEWS = (1000, 1000) if LONG else (6, 300)
WRITERS, CHANGES, READERS = (8, 200, 2) if LONG else (4, 15, 1)
ADD = ("add", "Globex", "Engineer", "--start", "fri 9:00")

pytestmark = pytest.mark.slow

_measured: list[tuple[str, str]] = []


@pytest.fixture(scope="module", autouse=True)
def figures() -> Iterator[None]:
    """Shows at the end what was measured."""
    yield
    if LONG:
        width = max(len(what) for what, _ in _measured)
        print("\n" + "\n".join(f"{what:{width}}  {found}" for what, found in _measured))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "board.json"


@contextmanager
def killed_at_the_end(*processes: subprocess.Popen[str] | subprocess.Popen[bytes]) -> Iterator[None]:
    """A test that fails must not wait for ever for a process that nothing else ends."""
    with ExitStack() as stack:
        for process in processes:
            stack.enter_context(process)
            stack.callback(process.kill)
        yield


def test_o01_killed_at_any_moment_of_a_save(database: Path) -> None:
    seed(database, INTERVIEWS)
    tally = kill_again_and_again(database, ROUNDS, 0.15 if LONG else 0.06)
    lost = (tally.acknowledged | {f"s{n}" for n in range(INTERVIEWS)}) - stored(database)
    found = f"{len(tally.acknowledged)} acknowledged, {len(lost)} lost, {tally.unreadable} unreadable"
    what = f"{ROUNDS} kill -9 during saves of {INTERVIEWS} interviews and more"
    _measured.append((what, f"{found}, at most {tally.left_over} temporary file left"))
    assert tally.acknowledged
    assert (lost, tally.unreadable) == (set(), 0)
    assert tally.left_over <= 1


def test_o02_o03_many_writers_at_once(database: Path) -> None:
    tally = all_at_once(database, WRITERS, CHANGES, READERS)
    found = stored(database)
    there = f"{len(found)} of {WRITERS * CHANGES} there, {tally.unreadable} of {tally.reads} reads failed"
    what = f"{WRITERS} writers of {CHANGES} changes, {READERS} readers"
    _measured.append((what, f"{there}, longest change {tally.longest:.2f} s"))
    assert found == tally.acknowledged
    assert len(found) == WRITERS * CHANGES
    assert tally.unreadable == 0


def test_o02_two_command_lines_at_once(database: Path) -> None:
    """The installed command, as a script calls it."""
    count = 200 if LONG else 2
    loop = f'n={count}; while [ $n -gt 0 ]; do "$@" || exit 1; n=$((n - 1)); done'
    command = ["/bin/sh", "-c", loop, "sh", sys.executable, "-m", "tui", "--db", str(database), *ADD]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for _ in range(2)
    ]
    with killed_at_the_end(*both):
        ids = [line for process in both for line in process.communicate(timeout=300)[0].split()]
    assert [process.returncode for process in both] == [0, 0]
    assert len(ids) == len(set(ids)) == 2 * count
    assert stored(database) == set(ids)
    _measured.append((f"two command lines of {count} additions", f"{len(ids)} cards, no id twice"))


@pytest.mark.skipif(not LONG, reason="the lock is waited for longer than a quick run may take")
def test_o19_a_stopped_holder(database: Path) -> None:
    seed(database, 3)
    before = database.read_bytes()
    with DatabaseFile(database).locked():
        begun = time.monotonic()
        ran = subprocess.run(
            [sys.executable, "-m", "tui", "--db", str(database), *ADD], cwd=ROOT, capture_output=True,
            text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        waited = time.monotonic() - begun
    assert ran.returncode == 75
    assert "nothing was changed" in ran.stderr
    assert database.read_bytes() == before
    _measured.append(
        ("a lock that is never given back: message after", f"{waited:.1f} s, exit {ran.returncode}")
    )


def test_o20_a_killed_holder(database: Path) -> None:
    seed(database, 3)
    holder = subprocess.Popen(
        [sys.executable, "-m", "tests.store.database.writing_process", "hold", str(database)], cwd=ROOT,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with killed_at_the_end(holder):
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        waiting = subprocess.Popen(
            [sys.executable, "-m", "tui", "--db", str(database), "import", str(SEARCH)], cwd=ROOT,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        with killed_at_the_end(waiting):
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(0.5)
            holder.kill()
            begun = time.monotonic()
            assert waiting.wait(PATIENCE) == 0
    gone = time.monotonic() - begun
    assert "hooli-1" in stored(database)
    _measured.append(("lock holder killed: the next save is through after", f"{gone:.2f} s"))
