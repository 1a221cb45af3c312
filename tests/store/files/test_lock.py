"""Several writers of one database, some of which stop, die or never let go."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database.file import DatabaseFile
from store.files.errors import Locked, ReadOnly, StorageError
from tests.store.database.writing_process import ROOT, number_in
from tests.waiting import PATIENCE

KILLS = int(os.environ.get("RINGBACK_KILLS", "15"))
"""Rounds of killing a writer; set it higher for a long run."""


@pytest.fixture
def disk(tmp_path: Path) -> DatabaseFile:
    return DatabaseFile(tmp_path / "ringback.json")


class Process(subprocess.Popen[str]):
    """A writing process, gone at the end of its block whatever has become of it."""

    def __init__(self, what: str, disk: DatabaseFile, *more: object) -> None:
        words = [
            sys.executable,
            "-m",
            "tests.store.database.writing_process",
            what,
            str(disk.path),
            *map(str, more),
        ]
        super().__init__(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def __exit__(self, *_: object) -> None:
        self.kill()
        super().__exit__(None, None, None)

    def says(self) -> str:
        assert self.stdout
        return self.stdout.readline().strip()


@pytest.fixture
def holder(disk: DatabaseFile) -> Iterator[Process]:
    with Process("hold", disk) as process:
        assert process.says() == "locked"
        yield process


def locked_after(disk: DatabaseFile, limit: float) -> float:
    """Seconds it takes until the wait for the lock is given up."""
    began = time.monotonic()
    with pytest.raises(Locked, match=r"^not saved: .* nothing was changed") as raised, disk.locked(limit):
        pass
    assert raised.value.exit_code == 75
    return time.monotonic() - began


def waiting_threads() -> int:
    return sum(thread.name == "waiting for the lock" for thread in threading.enumerate())


def test_a_stopped_holder_is_not_waited_for_for_ever(disk: DatabaseFile, holder: Process) -> None:
    holder.send_signal(signal.SIGSTOP)
    assert locked_after(disk, 0.1) >= 0.1
    assert not disk.path.exists()


def test_a_killed_holder_is_in_nobodys_way(disk: DatabaseFile, holder: Process) -> None:
    waiting = threading.Thread(target=holder.kill)
    waiting.start()
    with disk.locked():
        assert disk.save(b"{}")
    waiting.join()


def test_a_lock_that_comes_too_late_is_given_back(disk: DatabaseFile, holder: Process) -> None:
    locked_after(disk, 0.01)
    assert waiting_threads() == 1
    late = next(thread for thread in threading.enumerate() if thread.name == "waiting for the lock")
    holder.kill()
    late.join(PATIENCE)
    assert not late.is_alive()
    # Neither this object nor any other finds the lock taken.
    with DatabaseFile(disk.path).locked(0.01):
        pass
    with disk.locked(0.01):
        assert disk.save(b"{}")


def test_waiting_again_takes_no_further_thread(disk: DatabaseFile, holder: Process) -> None:
    for _ in range(5):
        locked_after(disk, 0.01)
    assert waiting_threads() == 1
    killer = threading.Timer(0.05, holder.kill)
    killer.start()
    with disk.locked(5):
        assert disk.save(b"{}")
    killer.join()
    with DatabaseFile(disk.path).locked(0.01):
        pass


def test_an_interrupted_wait_keeps_nothing(disk: DatabaseFile, holder: Process) -> None:
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        with pytest.raises(KeyboardInterrupt), disk.locked(5):
            pass
    finally:
        signal.signal(signal.SIGALRM, before)
    holder.kill()
    with DatabaseFile(disk.path).locked(5):
        pass


def test_locking_twice_is_a_mistake(disk: DatabaseFile) -> None:
    with disk.locked():
        with pytest.raises(RuntimeError, match="already held"), disk.locked():
            pass
        # The mistake has not cost us the lock.
        locked_after(DatabaseFile(disk.path), 0.01)
        assert disk.save(b"{}")
    with disk.locked(0.01):
        pass


def test_threads_take_turns_with_one_object(disk: DatabaseFile) -> None:
    def add() -> None:
        for _ in range(10):
            with disk.locked():
                found = disk.read()
                disk.save(b"%d" % (int(found[0]) + 1 if found else 1))

    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert disk.path.read_bytes() == b"30"


def test_an_error_inside_frees_the_lock(disk: DatabaseFile) -> None:
    with pytest.raises(ZeroDivisionError), disk.locked():
        raise ZeroDivisionError
    with DatabaseFile(disk.path).locked(0.01):
        pass


def test_a_child_that_inherits_the_lock_does_not_keep_it(disk: DatabaseFile) -> None:
    with disk.locked():
        taken = [number for number in range(64) if _leads_to(number, disk.lock_path)]
        # Not closed in the child, as after a bare fork.
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=taken)
    with child, DatabaseFile(disk.path).locked(0.01):
        assert len(taken) == 1


def _leads_to(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def test_the_lock_file_stays_what_it_is(disk: DatabaseFile) -> None:
    numbers = set()
    for _ in range(3):
        with disk.locked():
            disk.save(b"{}")
        numbers.add(disk.lock_path.stat().st_ino)
    assert len(numbers) == 1


def test_a_removed_lock_file_is_noticed(disk: DatabaseFile, holder: Process) -> None:
    def remove() -> None:
        # Two writers with two lock files would not know of each other.
        disk.lock_path.unlink()
        holder.kill()

    waiting = threading.Timer(0.05, remove)
    waiting.start()
    with disk.locked(5):
        locked_after(DatabaseFile(disk.path), 0.01)
        assert disk.save(b"{}")
    waiting.join()


@pytest.mark.parametrize("odd", ["directory", "pipe", "link"])
def test_a_lock_file_that_is_none(disk: DatabaseFile, odd: str) -> None:
    if odd == "directory":
        disk.lock_path.mkdir()
    elif odd == "pipe":
        os.mkfifo(disk.lock_path)
    else:
        disk.lock_path.symlink_to("/etc/passwd")
    with pytest.raises(StorageError, match=r"not saved: .*\.lock"), disk.locked(0.01):
        pass
    assert not disk.path.exists()


def test_a_directory_without_room_for_a_lock(disk: DatabaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: object, *args: int, **kwargs: int) -> int:
        if path == disk.lock_path:
            raise PermissionError(13, "no")
        return real(str(path), *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadOnly, match="not saved: permission denied"), disk.locked(0.01):
        pass


@pytest.mark.slow
def test_two_writers_lose_nothing(disk: DatabaseFile) -> None:
    with Process("count", disk, 40) as one, Process("count", disk, 40) as other:
        said = one.communicate(timeout=PATIENCE)[0].split() + other.communicate(timeout=PATIENCE)[0].split()
    assert sorted(map(int, said)) == list(range(1, 81))
    assert number_in(disk.path.read_bytes()) == 80


@pytest.mark.slow
def test_killed_at_any_moment(disk: DatabaseFile) -> None:
    chance = random.Random(7)
    for _ in range(KILLS):
        with Process("count", disk, 10_000) as process:
            acknowledged = int(process.says())
            time.sleep(chance.random() * 0.02)
            process.kill()
            acknowledged = max([acknowledged, *map(int, process.communicate()[0].split())])
        # The one after the last acknowledged may be there too: it was killed between saving and saying so.
        assert number_in(disk.path.read_bytes()) in (acknowledged, acknowledged + 1)
        left = [each for each in disk.path.parent.iterdir() if ".new-" in each.name]
        assert len(left) <= 1
    with disk.locked(1):
        disk.save(b"{}")
    assert {each.name for each in disk.path.parent.iterdir()} == {"ringback.json", "ringback.json.lock"}
