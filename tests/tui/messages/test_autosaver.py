"""The autosaver: every text reaches the disk in time, without the database's lock, and from anywhere."""

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
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType

import msgspec
import pytest
from msgspec.structs import replace

from store.clock import StoppedClock
from store.database import autosave
from store.database.left_behind import left_behind
from store.files import atomic
from store.files.errors import not_saved
from store.interview import Draft
from tests.waiting import PATIENCE
from tui.messages.autosaver import WRITE_AFTER, WRITE_BY, Autosaver

NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
DRAFT = Draft(id="d1", body="Dear Deniz")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "ringback.json"


@pytest.fixture
def make(database: Path) -> Iterator[Callable[..., Autosaver]]:
    made: list[Autosaver] = []

    def maker(report: Callable[[str | None], None] = lambda trouble: None, **times: float) -> Autosaver:
        made.append(Autosaver(database, StoppedClock(NOW), report, **times))
        return made[-1]

    yield maker
    for autosaver in made:
        autosaver.close()


def written(database: Path) -> list[Draft]:
    folder = autosave.folder_of(database)
    drafts = []
    for file in sorted(folder.glob("*.json")):
        # It may go at any moment.
        with suppress(FileNotFoundError):
            drafts.append(msgspec.json.decode(file.read_bytes(), type=autosave.Pad).draft)
    return drafts


def holds(database: Path, draft: Draft) -> bool:
    return written(database) == [draft]


def until(holds: Callable[[], object], limit: float = PATIENCE) -> None:
    end = time.monotonic() + limit
    tick = threading.Event()
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        tick.wait(0.002)


def test_times_are_as_promised() -> None:
    assert 0.4 <= WRITE_AFTER <= 0.5
    assert WRITE_BY == 2.0


def test_written_after_the_last_key(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=0.01)
    autosaver.publish("iv-1", DRAFT, None)
    until(lambda: written(database) == [DRAFT])


def test_written_while_the_typing_goes_on(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=60, longest=0.05)
    autosaver.publish("iv-1", DRAFT, None)
    for count in range(5):
        autosaver.publish("iv-1", replace(DRAFT, body=f"Dear Deniz{count}"), None)
    until(lambda: written(database))


def test_a_later_text_follows_an_earlier_one(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=0.005)
    for body in ("one", "one two", "one two three"):
        draft = replace(DRAFT, body=body)
        autosaver.publish("iv-1", draft, None)
        until(partial(holds, database, draft))


def test_not_written_before_the_pause_but_by_a_flush(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=60, longest=60)
    autosaver.publish("iv-1", DRAFT, None)
    assert written(database) == []
    autosaver.flush()
    assert written(database) == [DRAFT]


def test_keeps_what_the_database_held(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=60)
    seen = replace(DRAFT, body="before")
    autosaver.publish("iv-1", DRAFT, seen)
    autosaver.close()
    with left_behind(database) as found:
        (pad,) = found.values()
    assert (pad.interview, pad.draft, pad.seen, pad.at) == ("iv-1", DRAFT, seen, NOW)


def test_never_waits_for_the_database(make: Callable[..., Autosaver], database: Path) -> None:
    lock = os.open(database.with_name(database.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        autosaver = make(pause=0.01)
        autosaver.publish("iv-1", DRAFT, None)
        until(lambda: written(database) == [DRAFT])
    finally:
        os.close(lock)


def test_settled_texts_leave_nothing(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=60)
    autosaver.publish("iv-1", DRAFT, None)
    autosaver.flush()
    autosaver.settled("iv-1", DRAFT)
    until(lambda: written(database) == [])
    autosaver.close()
    assert not autosave.any_left(database)


def test_settled_before_it_was_written(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=60)
    autosaver.publish("iv-1", DRAFT, None)
    autosaver.settled("iv-1", DRAFT)
    autosaver.flush()
    assert written(database) == []


def test_settling_an_older_text_keeps_the_newer(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=60)
    newer = replace(DRAFT, body="Dear Deniz, thank you")
    autosaver.publish("iv-1", DRAFT, None)
    autosaver.flush()
    autosaver.publish("iv-1", newer, None)
    autosaver.settled("iv-1", DRAFT)
    autosaver.flush()
    assert written(database) == [newer]


def test_typing_on_after_settling(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=0.005)
    autosaver.publish("iv-1", DRAFT, None)
    autosaver.settled("iv-1", DRAFT)
    newer = replace(DRAFT, body="more")
    autosaver.publish("iv-1", newer, DRAFT)
    until(lambda: written(database) == [newer])


def test_each_draft_has_its_own_pad(make: Callable[..., Autosaver], database: Path) -> None:
    autosaver = make(pause=60)
    other = replace(DRAFT, id="d2", body="other")
    autosaver.publish("iv-1", DRAFT, None)
    autosaver.publish("iv-2", other, None)
    autosaver.flush()
    assert sorted(written(database), key=lambda draft: draft.id) == [DRAFT, other]


def test_a_full_disk_is_said_and_tried_again(
    make: Callable[..., Autosaver], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str | None] = []
    real, full = atomic.replace_file, [True]

    def replace_file(path: Path, data: bytes) -> bool:
        if full[0]:
            error = OSError(errno.ENOSPC, "No space left on device")
            raise not_saved(path, error) from error
        return real(path, data)

    monkeypatch.setattr(atomic, "replace_file", replace_file)
    monkeypatch.setattr("tui.messages.autosaver.RETRY", 0.01)
    autosaver = make(said.append, pause=0.005)
    autosaver.publish("iv-1", DRAFT, None)
    until(lambda: autosaver.trouble == "disk full")
    full[0] = False
    until(lambda: written(database) == [DRAFT])
    until(lambda: autosaver.trouble is None)
    assert said == ["disk full", None]


def test_an_unwritable_folder_is_said(make: Callable[..., Autosaver], database: Path) -> None:
    autosave.folder_of(database).write_text("in the way")
    autosaver = make(pause=60)
    autosaver.publish("iv-1", DRAFT, None)
    autosaver.flush()
    assert autosaver.trouble is not None
    autosave.folder_of(database).unlink()
    autosaver.flush()
    assert autosaver.trouble is None
    assert written(database) == [DRAFT]


def test_sleeps_when_idle(
    make: Callable[..., Autosaver], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float | None] = []
    wait = threading.Condition.wait

    def counted(condition: threading.Condition, timeout: float | None = None) -> bool:
        if threading.current_thread().name == "autosaver":
            waits.append(timeout)
        return wait(condition, timeout)

    monkeypatch.setattr(threading.Condition, "wait", counted)
    autosaver = make(pause=0.005)
    autosaver.publish("iv-1", DRAFT, None)
    until(lambda: written(database) and waits and waits[-1] is None)
    assert len(waits) < 10


def test_a_signal_at_any_moment_flushes_without_a_deadlock(database: Path) -> None:
    autosaver = Autosaver(database, StoppedClock(NOW), pause=0.001)
    flushed = 0

    def handler(_number: int, _frame: FrameType | None) -> None:
        nonlocal flushed
        autosaver.flush()
        flushed += 1
        # Armed anew only now: on a busy machine it would else interrupt itself over and over.
        signal.setitimer(signal.ITIMER_REAL, 0.001)

    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.001)
        last = DRAFT
        for count in range(20_000):
            last = replace(DRAFT, body=f"text {count}")
            autosaver.publish("iv-1", last, None)
            if flushed > 60:
                break
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        autosaver.flush()
        assert flushed
        assert last in written(database)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        autosaver.close()


def test_hang_up_while_typing_keeps_the_last_key(database: Path) -> None:
    program = f"""
        import os, signal
        from datetime import UTC, datetime
        from pathlib import Path
        from store.clock import StoppedClock
        from store.interview import Draft
        from tui.messages.autosaver import Autosaver
        autosaver = Autosaver(Path({str(database)!r}), StoppedClock(datetime(2026, 11, 19, tzinfo=UTC)))
        def handler(number, frame):
            autosaver.flush()
            os._exit(128 + number)
        signal.signal(signal.SIGHUP, handler)
        for count in range(1000):
            autosaver.publish("iv-1", Draft(id="d1", body="x" * count + "!"), None)
        os.kill(os.getpid(), signal.SIGHUP)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, timeout=PATIENCE)
    assert ended.returncode == 129
    assert [draft.body for draft in written(database)] == ["x" * 999 + "!"]
