"""The keeper: every text reaches the disk in time, without the database's lock, and from anywhere."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType

import pytest
from msgspec.structs import replace

from store import atomic, pads
from store.clock import StoppedClock
from store.interview import Draft
from store.storage_error import not_saved
from tui.keeper import LONGEST, PAUSE, Keeper

NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
DRAFT = Draft(id="d1", body="Dear Deniz")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "ringback.json"


@pytest.fixture
def make(database: Path) -> Iterator[Callable[..., Keeper]]:
    made: list[Keeper] = []

    def maker(report: Callable[[str | None], None] = lambda trouble: None, **times: float) -> Keeper:
        made.append(Keeper(database, StoppedClock(NOW), report, **times))
        return made[-1]

    yield maker
    for keeper in made:
        keeper.close()


def written(database: Path) -> list[Draft]:
    folder = pads.folder_of(database)
    found = [pads._read(file) for file in sorted(folder.glob("*.json"))] if folder.is_dir() else []
    return [pad.draft for pad in found if pad is not None]


def holds(database: Path, draft: Draft) -> bool:
    return written(database) == [draft]


def until(holds: Callable[[], object], limit: float = 5) -> None:
    end = time.monotonic() + limit
    tick = threading.Event()
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        tick.wait(0.002)


def test_times_are_as_promised() -> None:
    assert 0.4 <= PAUSE <= 0.5
    assert LONGEST == 2.0


def test_written_after_the_last_key(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=0.01)
    keeper.publish("iv-1", DRAFT, None)
    until(lambda: written(database) == [DRAFT])


def test_written_while_the_typing_goes_on(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=60, longest=0.05)
    keeper.publish("iv-1", DRAFT, None)
    for count in range(5):
        keeper.publish("iv-1", replace(DRAFT, body=f"Dear Deniz{count}"), None)
    until(lambda: written(database))


def test_a_later_text_follows_an_earlier_one(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=0.005)
    for body in ("one", "one two", "one two three"):
        draft = replace(DRAFT, body=body)
        keeper.publish("iv-1", draft, None)
        until(partial(holds, database, draft))


def test_not_written_before_the_pause_but_by_a_flush(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=60, longest=60)
    keeper.publish("iv-1", DRAFT, None)
    assert written(database) == []
    keeper.flush()
    assert written(database) == [DRAFT]


def test_keeps_what_the_database_held(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=60)
    seen = replace(DRAFT, body="before")
    keeper.publish("iv-1", DRAFT, seen)
    keeper.close()
    with pads.left_behind(database) as found:
        (pad,) = found.values()
    assert (pad.interview, pad.draft, pad.seen, pad.at) == ("iv-1", DRAFT, seen, NOW)


def test_never_waits_for_the_database(make: Callable[..., Keeper], database: Path) -> None:
    lock = os.open(database.with_name(database.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        keeper = make(pause=0.01)
        keeper.publish("iv-1", DRAFT, None)
        until(lambda: written(database) == [DRAFT])
    finally:
        os.close(lock)


def test_settled_texts_leave_nothing(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=60)
    keeper.publish("iv-1", DRAFT, None)
    keeper.flush()
    keeper.settled("iv-1", DRAFT)
    until(lambda: written(database) == [])
    keeper.close()
    assert not pads.any_left(database)


def test_settled_before_it_was_written(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=60)
    keeper.publish("iv-1", DRAFT, None)
    keeper.settled("iv-1", DRAFT)
    keeper.flush()
    assert written(database) == []


def test_settling_an_older_text_keeps_the_newer(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=60)
    newer = replace(DRAFT, body="Dear Deniz, thank you")
    keeper.publish("iv-1", DRAFT, None)
    keeper.flush()
    keeper.publish("iv-1", newer, None)
    keeper.settled("iv-1", DRAFT)
    keeper.flush()
    assert written(database) == [newer]


def test_typing_on_after_settling(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=0.005)
    keeper.publish("iv-1", DRAFT, None)
    keeper.settled("iv-1", DRAFT)
    newer = replace(DRAFT, body="more")
    keeper.publish("iv-1", newer, DRAFT)
    until(lambda: written(database) == [newer])


def test_each_draft_has_its_own_pad(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=60)
    other = replace(DRAFT, id="d2", body="other")
    keeper.publish("iv-1", DRAFT, None)
    keeper.publish("iv-2", other, None)
    keeper.flush()
    assert sorted(written(database), key=lambda draft: draft.id) == [DRAFT, other]


def test_a_full_disk_is_said_and_tried_again(
    make: Callable[..., Keeper], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str | None] = []
    real, full = atomic.replace_file, [True]

    def replace_file(path: Path, data: bytes) -> bool:
        if full[0]:
            error = OSError(errno.ENOSPC, "No space left on device")
            raise not_saved(path, error) from error
        return real(path, data)

    monkeypatch.setattr(atomic, "replace_file", replace_file)
    monkeypatch.setattr("tui.keeper.RETRY", 0.01)
    keeper = make(said.append, pause=0.005)
    keeper.publish("iv-1", DRAFT, None)
    until(lambda: keeper.trouble == "disk full")
    full[0] = False
    until(lambda: written(database) == [DRAFT])
    until(lambda: keeper.trouble is None)
    assert said == ["disk full", None]


def test_an_unwritable_folder_is_said(make: Callable[..., Keeper], database: Path) -> None:
    pads.folder_of(database).write_text("in the way")
    keeper = make(pause=60)
    keeper.publish("iv-1", DRAFT, None)
    keeper.flush()
    assert keeper.trouble is not None
    pads.folder_of(database).unlink()
    keeper.flush()
    assert keeper.trouble is None
    assert written(database) == [DRAFT]


def test_sleeps_when_idle(make: Callable[..., Keeper], database: Path) -> None:
    keeper = make(pause=0.005)
    waits: list[float | None] = []
    wait = keeper._stir.wait

    def counted(timeout: float | None = None) -> bool:
        waits.append(timeout)
        return wait(timeout)

    keeper._stir.wait = counted  # type: ignore[method-assign]
    keeper.publish("iv-1", DRAFT, None)
    until(lambda: written(database) and waits and waits[-1] is None)
    assert len(waits) < 10


def test_a_signal_at_any_moment_flushes_without_a_deadlock(database: Path) -> None:
    keeper = Keeper(database, StoppedClock(NOW), pause=0.001)
    flushed = 0

    def handler(_number: int, _frame: FrameType | None) -> None:
        nonlocal flushed
        keeper.flush()
        flushed += 1
        # Armed anew only now: on a busy machine it would else interrupt itself over and over.
        signal.setitimer(signal.ITIMER_REAL, 0.001)

    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.001)
        last = DRAFT
        for count in range(20_000):
            last = replace(DRAFT, body=f"text {count}")
            keeper.publish("iv-1", last, None)
            if flushed > 60:
                break
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        keeper.flush()
        assert flushed
        assert last in written(database)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        keeper.close()


def test_hang_up_while_typing_keeps_the_last_key(database: Path) -> None:
    program = f"""
        import os, signal
        from datetime import UTC, datetime
        from pathlib import Path
        from store.clock import StoppedClock
        from store.interview import Draft
        from tui.keeper import Keeper
        keeper = Keeper(Path({str(database)!r}), StoppedClock(datetime(2026, 11, 19, tzinfo=UTC)))
        def handler(number, frame):
            keeper.flush()
            os._exit(128 + number)
        signal.signal(signal.SIGHUP, handler)
        for count in range(1000):
            keeper.publish("iv-1", Draft(id="d1", body="x" * count + "!"), None)
        os.kill(os.getpid(), signal.SIGHUP)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, timeout=20)
    assert ended.returncode == 129
    assert [draft.body for draft in written(database)] == ["x" * 999 + "!"]
