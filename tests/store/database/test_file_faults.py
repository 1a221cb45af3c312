"""Every call to the system that saving makes fails once: the old state or the new, never a third."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.database.file import DatabaseFile
from store.files import atomic, regular
from store.files.errors import ReadOnly, StorageError
from tests.store.database.failing import Failing
from tests.store.database.writing_process import ROOT
from tests.waiting import PATIENCE

OLD, NEW = b'{"state": "old"}', b'{"state": "new and longer"}'


@pytest.fixture
def disk(tmp_path: Path) -> DatabaseFile:
    path = tmp_path / "ringback.json"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return DatabaseFile(path)


def beside(disk: DatabaseFile) -> set[str]:
    return {each.name for each in disk.path.parent.iterdir()}


def save(
    disk: DatabaseFile, error: BaseException | None = None, at: int = 0
) -> tuple[bool | None, list[str]]:
    """What save answered, None if it raised; and the calls it made."""
    with disk.locked():
        disk.read()
        with pytest.MonkeyPatch.context() as patch:
            failing = Failing(patch, error, at)
            try:
                answer: bool | None = disk.save(NEW)
            except StorageError as told:
                answer = None
                assert str(told).startswith("not saved: ") or "nothing was changed" in str(told)
                assert str(disk.path) in str(told)
            except KeyboardInterrupt:
                answer = None
    return answer, failing.calls


def test_the_calls_of_a_save_come_in_the_safe_order(disk: DatabaseFile) -> None:
    answer, calls = save(disk)
    assert answer is True
    steps = [call for call in calls if call in ("write", "fsync", "replace")]
    assert steps == ["write", "fsync", "replace", "fsync"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR])
def test_every_call_fails_once(disk: DatabaseFile, number: int) -> None:
    _, calls = save(disk)
    for at in range(1, len(calls) + 1):
        disk.path.write_bytes(OLD)
        answer, made = save(disk, OSError(number, os.strerror(number)), at)
        if answer is None:
            assert disk.path.read_bytes() == OLD, made
        else:
            assert disk.path.read_bytes() == NEW, made
        assert beside(disk) == {"ringback.json", "ringback.json.lock"}, made
    # Whatever failed, the next attempt goes through.
    assert save(disk)[0] is True


def test_an_interrupt_at_every_call(disk: DatabaseFile) -> None:
    _, calls = save(disk)
    for at in range(1, len(calls) + 1):
        disk.path.write_bytes(OLD)
        _, made = save(disk, KeyboardInterrupt(), at)
        assert disk.path.read_bytes() == (NEW if "replace" in made[:-1] else OLD), made
        assert beside(disk) == {"ringback.json", "ringback.json.lock"}, made


def failing_call(name: str, number: int, *, nth: int = 1) -> Callable[[pytest.MonkeyPatch], None]:
    def prepare(patch: pytest.MonkeyPatch) -> None:
        real, seen = getattr(os, name), []

        def call(*args: Any, **kwargs: Any) -> Any:
            seen.append(1)
            if len(seen) == nth:
                raise OSError(number, os.strerror(number))
            return real(*args, **kwargs)

        patch.setattr(os, name, call)

    return prepare


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [
        ("write", errno.ENOSPC, "not saved: disk full; {} is as it was; make room"),
        ("write", errno.EDQUOT, "not saved: disk full (your quota"),
        ("write", errno.EFBIG, "not saved: disk full (the largest size"),
        ("fsync", errno.ENOSPC, "not saved: disk full; {} is as it was; make room"),
        ("fsync", errno.EIO, "not saved: input/output error"),
        ("replace", errno.EROFS, "not saved: the file system is read-only; {} is as it was"),
        ("replace", errno.EPERM, "not saved: permission denied; {} is as it was"),
    ],
)
def test_the_reason_is_said(disk: DatabaseFile, name: str, number: int, said: str) -> None:
    with disk.locked(), pytest.MonkeyPatch.context() as patch:
        failing_call(name, number)(patch)
        with pytest.raises(StorageError) as raised:
            disk.save(NEW)
    assert str(raised.value).startswith(said.format(disk.path))
    assert isinstance(raised.value, ReadOnly) == (number in (errno.EROFS, errno.EPERM))


def test_a_file_that_never_came_to_be(tmp_path: Path) -> None:
    disk = DatabaseFile(tmp_path / "ringback.json")
    with disk.locked(), pytest.MonkeyPatch.context() as patch:
        failing_call("write", errno.ENOSPC)(patch)
        with pytest.raises(StorageError, match="was not created"):
            disk.save(NEW)
    assert beside(disk) == {"ringback.json.lock"}


@pytest.mark.parametrize(
    ("number", "confirmed"), [(errno.EIO, False), (errno.ENOSPC, False), (errno.EINVAL, True)]
)
def test_saved_but_not_confirmed(disk: DatabaseFile, number: int, confirmed: bool) -> None:
    with disk.locked(), pytest.MonkeyPatch.context() as patch:
        failing_call("fsync", number, nth=2)(patch)
        assert disk.save(NEW) is confirmed
    assert disk.path.read_bytes() == NEW


def test_writing_in_small_pieces(disk: DatabaseFile) -> None:
    real = os.write
    with disk.locked(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", lambda fd, data: real(fd, data[:3]))
        assert disk.save(NEW)
    assert disk.path.read_bytes() == NEW


def test_a_rename_whose_answer_got_lost(disk: DatabaseFile) -> None:
    real = os.replace

    def done_but_denied(*args: Any, **kwargs: Any) -> None:
        real(*args, **kwargs)
        raise OSError(errno.ENOENT, "no answer")

    with disk.locked(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", done_but_denied)
        assert disk.save(NEW)
    assert disk.path.read_bytes() == NEW


def test_only_what_a_dead_run_left_is_swept(disk: DatabaseFile) -> None:
    gone = disk.path.with_name(".ringback.json.new-a1b2c3d4")
    others = [
        disk.path.with_name(name)
        for name in (".ringback.json.new-mine", ".other.json.new-a1b2c3d4", "a.new-a1b2c3d4")
    ]
    for left in (gone, *others):
        left.write_bytes(b"half")
    with disk.locked():
        assert gone.exists()
        disk.save(NEW)
    assert not gone.exists()
    assert all(other.exists() for other in others)


def test_a_limit_on_file_sizes_does_not_kill(disk: DatabaseFile) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.database.writing_process", "limited", str(disk.path), "1000"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert done.stdout.startswith("not saved: disk full")
    assert disk.path.read_bytes() == OLD
    assert beside(disk) == {"ringback.json", "ringback.json.lock"}


def test_a_file_that_is_being_written_is_not_taken_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.json"
    path.write_bytes(OLD)
    real = os.pread

    def grow(*args: Any) -> bytes:
        with path.open("ab") as file:
            file.write(b" ")
        return real(*args)

    monkeypatch.setattr(os, "pread", grow)
    with pytest.raises(StorageError, match="another program is writing"):
        regular.read_plain(path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root saves files of others")
def test_a_file_saved_by_root_stays_its_owners(disk: DatabaseFile) -> None:
    os.chown(disk.path, 4242, 4243)
    assert save(disk)[0] is True
    found = disk.path.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (4242, 4243, 0o640)


def test_a_group_that_cannot_be_kept_is_not_let_in(
    disk: DatabaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fstat

    def of_another_group(descriptor: int) -> os.stat_result:
        found = real(descriptor)
        return os.stat_result(
            (*found[:5], found.st_gid + 1, *found[6:]), {"st_mtime_ns": 0, "st_atime_ns": 0}
        )

    monkeypatch.setattr(os, "fstat", of_another_group)
    failing_call("fchown", errno.EPERM)(monkeypatch)
    atomic.replace_file(disk.path, NEW)
    monkeypatch.undo()
    assert disk.path.stat().st_mode & 0o777 == 0o600
