"""Where the files lie, and what is said about the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.database.file import DatabaseFile
from store.files import paths, place_warnings

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local\\040disk ext4 rw 0 0
me@host:/ /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /mnt/ntfs fuseblk rw 0 0
//nas/share /mnt/ssh/nas cifs rw 0 0
overlaid /mnt/twice nfs rw 0 0
tmpfs /mnt/twice tmpfs rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/ringback.json", None),
        ("/home/ada/ringback.json", "nfs4"),
        ("/homes/ada/ringback.json", None),
        ("/home/local disk/ringback.json", None),
        ("/mnt/ssh/ringback.json", "fuse.sshfs"),
        ("/mnt/ssh/nas/ringback.json", "cifs"),
        ("/mnt/ntfs/ringback.json", None),
        ("/mnt/twice/ringback.json", None),
    ],
)
def test_network_file_systems(path: str, kind: str | None) -> None:
    told = list(place_warnings.network(Path(path), MOUNTS))
    assert told == (
        [f"{path} is on a network file system ({kind}): use it from one machine at a time"] if kind else []
    )


def test_a_machine_that_does_not_list_its_mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_warnings, "MOUNTS", tmp_path / "none")
    assert list(place_warnings.network(tmp_path)) == []


@pytest.fixture
def disk(tmp_path: Path) -> DatabaseFile:
    made = DatabaseFile(tmp_path / "own" / "ringback.json")
    made.prepare()
    with made.locked():
        made.save(b"{}")
    return made


def told(disk: DatabaseFile, part: str) -> bool:
    return any(part in warning for warning in disk.warnings())


def test_a_good_place_needs_no_words(disk: DatabaseFile) -> None:
    assert disk.warnings() == []


@pytest.mark.parametrize(("mode", "warned"), [(0o700, False), (0o755, False), (0o757, True), (0o1777, True)])
def test_a_directory_open_to_others(disk: DatabaseFile, mode: int, warned: bool) -> None:
    disk.path.parent.chmod(mode)
    assert told(disk, "others may write in") is warned


@pytest.mark.parametrize(("mode", "warned"), [(0o600, False), (0o640, True), (0o604, True)])
def test_a_file_open_to_others(disk: DatabaseFile, mode: int, warned: bool) -> None:
    disk.path.chmod(mode)
    assert told(disk, f"others may read {disk.path} (mode {mode:04o})") is warned


def test_a_second_name(disk: DatabaseFile) -> None:
    other = disk.path.with_name("other.json")
    other.hardlink_to(disk.path)
    assert told(disk, "another name")
    with disk.locked():
        disk.save(b'{"new": 1}')
    assert other.read_bytes() == b"{}"
    assert disk.warnings() == []


def test_copies_of_a_synchronising_program(disk: DatabaseFile) -> None:
    copies = [
        "ringback (Ada's conflicted copy 2026-11-19).json",
        "ringback (conflict 2).json",
        "ringback (conflicted copy 2026-11-19 091500).json",
        "ringback.sync-conflict-20261119-091500-ABCDEFG.json",
        "ringback_conflict-20261119-091500.json",
    ]
    others = ["other.sync-conflict-20261119-091500-ABCDEFG.json", "ringback-notes.json"]
    for name in (*copies, *others):
        disk.path.with_name(name).write_bytes(b"{}")
    assert [copy.name for copy in place_warnings.conflict_copies(disk.path)] == copies
    assert len(disk.warnings()) == len(copies)
    assert all(disk.path.with_name(name).exists() for name in copies)


def test_where_things_lie(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RINGBACK_DB", raising=False)
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert paths.data_file() == tmp_path / "DATA/ringback/ringback.json"
    assert paths.config_file() == tmp_path / "CONFIG/ringback/config.toml"
    assert paths.state_dir() == tmp_path / "STATE/ringback"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("named", "path"),
    [
        ("/srv/board.json", "/srv/board.json"),
        ("~/board.json", "/home/ada/board.json"),
        ("~nobody-such/b", "~nobody-such/b"),
    ],
)
def test_the_variable_wins(monkeypatch: pytest.MonkeyPatch, named: str, path: str) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv("RINGBACK_DB", named)
    assert paths.data_file() == Path(path)
    monkeypatch.setenv("RINGBACK_DB", "")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert paths.data_file() == Path("/data/ringback/ringback.json")
