"""What a database file may turn out to be, and what becomes of it when it is saved."""

from __future__ import annotations

import os
import socket
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.database.file import DatabaseFile
from store.files.errors import ReadOnly, StorageError
from store.files.regular import read_plain

OLD, NEW = b'{"state": "old"}', b'{"state": "new"}'
NOW = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def save(disk: DatabaseFile, data: bytes) -> bool:
    disk.prepare()
    with disk.locked():
        return disk.save(data)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_everything_new_is_private(tmp_path: Path, mask: int) -> None:
    disk = DatabaseFile(tmp_path / "share" / "ringback" / "ringback.json")
    with umask(mask):
        assert save(disk, OLD)
        assert disk.backups.keep(OLD, NOW) is None
        assert disk.backups.keep(NEW, NOW, "before-restore") is None
    files = [disk.path, disk.lock_path, *(backup.path for backup in disk.backups.all())]
    assert [mode(file) for file in files] == [0o600] * 4
    assert [mode(each) for each in (disk.path.parent.parent, disk.path.parent, disk.backups.directory)] == [
        0o700
    ] * 3


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o644, 0o700])
@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_the_mode_of_a_file_is_kept(path: Path, kept: int, mask: int) -> None:
    path.write_bytes(OLD)
    path.chmod(kept)
    with umask(mask):
        save(DatabaseFile(path), NEW)
    assert (mode(path), path.read_bytes()) == (kept, NEW)


def test_nothing_is_made_before_it_is_needed(tmp_path: Path) -> None:
    disk = DatabaseFile(tmp_path / "share" / "ringback.json")
    assert (disk.read(), disk.stamp(), disk.warnings(), disk.read_only()) == (None, None, [], None)
    assert not list(tmp_path.iterdir())
    with pytest.raises(StorageError, match="nothing was changed"), disk.locked():
        pass


def test_reading_and_stamps(path: Path) -> None:
    disk = DatabaseFile(path)
    save(disk, OLD)
    found = disk.read()
    assert found == (OLD, disk.stamp())
    stamps = [disk.stamp()]
    for _ in range(20):
        # The same size and often the same inode, within one tick of the file system's clock.
        save(disk, NEW)
        stamps.append(disk.stamp())
    assert len(set(stamps)) == 21


def test_a_stamp_tells_states_apart_within_one_tick_of_the_clock(path: Path) -> None:
    path.write_bytes(OLD)
    soon = time.time_ns() + 500_000_000
    os.utime(path, ns=(soon, soon))
    save(DatabaseFile(path), NEW)
    assert path.stat().st_mtime_ns == soon + 1


def test_a_pipe_that_takes_the_place_of_the_file_while_it_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(OLD)
    before = path.lstat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "lstat", lambda _: before)
    told: list[str] = []

    def read() -> None:
        with pytest.raises(StorageError) as raised:
            read_plain(path)
        told.append(str(raised.value))

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    reading.join(2)
    assert told == [f"{path} was not read: it is a named pipe, not a file; nothing was changed"]


def test_saving_needs_the_lock(path: Path) -> None:
    with pytest.raises(RuntimeError, match="outside"):
        DatabaseFile(path).save(NEW)
    assert not path.exists()


def test_a_symbolic_link_stays_one(tmp_path: Path, path: Path) -> None:
    target = tmp_path / "elsewhere" / "real.json"
    target.parent.mkdir()
    target.write_bytes(OLD)
    path.symlink_to(target)
    disk = DatabaseFile(path)
    save(disk, NEW)
    assert path.is_symlink()
    assert target.read_bytes() == NEW
    assert disk.lock_path == target.with_name("real.json.lock")


def test_a_link_to_a_file_not_yet_made(tmp_path: Path, path: Path) -> None:
    path.symlink_to(tmp_path / "real.json")
    disk = DatabaseFile(path)
    assert disk.read() is None
    save(disk, NEW)
    assert (tmp_path / "real.json").read_bytes() == NEW


@pytest.mark.parametrize("linked", ["ringback.json", "."])
def test_a_link_to_a_drive_that_is_not_there(tmp_path: Path, linked: str) -> None:
    place = tmp_path / "share"
    drive = tmp_path / "drive"
    if linked == ".":
        place.symlink_to(drive / "ringback")
    else:
        place.mkdir()
        (place / linked).symlink_to(drive / "ringback.json")
    disk = DatabaseFile(place / "ringback.json")
    for attempt in (disk.read, disk.prepare):
        with pytest.raises(StorageError, match=r"symbolic link.*mount"):
            attempt()
    assert not drive.exists()


def test_links_in_a_circle(tmp_path: Path, path: Path) -> None:
    path.symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(path)
    refused(DatabaseFile(path), "symbolic link")


def refused(disk: DatabaseFile, why: str) -> None:
    beside = sorted(disk.path.parent.iterdir())
    with pytest.raises(StorageError, match=why):
        disk.read()
    with pytest.raises(StorageError, match=why):
        save(disk, NEW)
    assert sorted(disk.path.parent.iterdir()) == beside


def test_what_is_no_file_is_refused_at_once(path: Path) -> None:
    path.mkdir()
    refused(DatabaseFile(path), "a directory")
    path.rmdir()
    os.mkfifo(path)
    refused(DatabaseFile(path), "a named pipe")
    path.unlink()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        refused(DatabaseFile(path), "a socket")
    with pytest.raises(StorageError, match="a device"):
        DatabaseFile(Path("/dev/zero")).read()


def test_a_file_too_large_to_be_a_board(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(257 * 2**20)
    with pytest.raises(StorageError, match="larger than 256 MiB"):
        DatabaseFile(path).read()


def test_paths_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="give another path"):
        DatabaseFile(Path("nul\0byte"))
    (tmp_path / "file").write_bytes(OLD)
    below = DatabaseFile(tmp_path / "file" / "ringback.json")
    with pytest.raises(StorageError, match="not a directory"):
        below.read()
    with pytest.raises(StorageError, match="not a directory"):
        save(below, NEW)
    with pytest.raises(StorageError, match="name is too long"):
        DatabaseFile(tmp_path / ("n" * 300)).read()


def test_a_write_protected_file(path: Path) -> None:
    path.write_bytes(OLD)
    path.chmod(0o444)
    disk = DatabaseFile(path)
    assert disk.read_only() == "the file is read-only (mode 0444)"
    with pytest.raises(ReadOnly, match=r"not saved: the file is read-only \(mode 0444\)"):
        save(disk, NEW)
    found = disk.read()
    assert found
    assert found[0] == OLD
    assert not disk.lock_path.exists()


def test_a_write_protected_directory(path: Path) -> None:
    path.write_bytes(OLD)
    path.parent.chmod(0o555)
    try:
        disk = DatabaseFile(path)
        with pytest.raises(ReadOnly, match=r"not saved: the directory is read-only \(mode 0555\)"):
            save(disk, NEW)
        assert os.listdir(path.parent) == [path.name]  # noqa: PTH208
    finally:
        path.parent.chmod(0o700)


def test_write_protected_while_the_lock_is_held(path: Path) -> None:
    path.write_bytes(OLD)
    disk = DatabaseFile(path)
    with disk.locked():
        path.chmod(0o444)
        with pytest.raises(ReadOnly):
            disk.save(NEW)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("by", ["replace", "unlink", "create", "write"])
def test_another_program_changes_the_file_under_the_lock(path: Path, by: str) -> None:
    if by != "create":
        path.write_bytes(OLD)
    disk = DatabaseFile(path)
    with disk.locked():
        disk.read()
        if by == "replace":
            Path(f"{path}.other").write_bytes(b"{}")
            Path(f"{path}.other").replace(path)
        elif by == "unlink":
            path.unlink()
        else:
            path.write_bytes(b'{"other": 1}')
        left = path.read_bytes() if path.exists() else None
        with pytest.raises(StorageError, match="another program has just changed"):
            disk.save(NEW)
    assert (path.read_bytes() if path.exists() else None) == left
    with disk.locked():
        disk.read()
        assert disk.save(OLD)
        assert disk.save(NEW)
    assert path.read_bytes() == NEW


def test_a_lost_file_is_no_new_board(path: Path) -> None:
    disk = DatabaseFile(path)
    save(disk, OLD)
    disk.backups.keep(OLD, NOW)
    disk.backups.keep(b"{}", NOW, "before-restore")
    good, damaged = sorted(disk.backups.all(), key=lambda backup: backup.reason)
    damaged.path.write_bytes(b'{"other": 0}')
    path.unlink()
    with pytest.raises(StorageError, match=f"missing.*`ringback restore {good.name}`"):
        disk.read()
    good.path.write_bytes(b"")
    with pytest.raises(StorageError, match=r"missing.*no good backup"):
        disk.read()


@pytest.mark.parametrize("name", ["ringback.json.bak", "ringback.bak", "ringback.json~"])
def test_a_lost_file_with_a_copy_beside_it(path: Path, name: str) -> None:
    path.with_name(name).write_bytes(OLD)
    disk = DatabaseFile(path)
    with pytest.raises(StorageError, match=f"missing, but .*{name} is there"):
        disk.read()
    assert any(name in warning for warning in disk.warnings())


def test_contents_that_cannot_be_used(path: Path) -> None:
    path.write_bytes(b"")
    disk = DatabaseFile(path)
    assert "no good backup" in str(disk.unusable("is empty (0 bytes)"))
    disk.backups.keep(OLD, NOW)
    message = str(disk.unusable("is empty (0 bytes)"))
    assert message.startswith(f"{path} is empty (0 bytes); it was left untouched; ")
    assert f"`ringback restore {disk.backups.all()[0].name}`" in message
