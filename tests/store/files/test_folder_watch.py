"""The kernel tells of what happens in a folder, and when it tells no more."""

from __future__ import annotations

import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.files import folder_watch
from store.files.atomic import replace_file
from store.files.folder_watch import FolderWatch, watch_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[FolderWatch]:
    """The folder `here`, watched."""
    (tmp_path / "here").mkdir()
    found = watch_folder(tmp_path / "here")
    assert found is not None
    yield found
    found.close()


def told(watch: FolderWatch) -> frozenset[str]:
    """What is told; the kernel has it ready before whoever made the change goes on."""
    return watch.names() if select.select([watch], [], [], 0)[0] else frozenset()


def test_a_file_that_takes_anothers_place_is_told(tmp_path: Path, watch: FolderWatch) -> None:
    assert told(watch) == frozenset()
    for data in (b"1", b"2"):
        replace_file(tmp_path / "here" / "board.json", data)
        assert "board.json" in told(watch)
    assert told(watch) == frozenset()
    (tmp_path / "here" / "ü b").write_bytes(b"")
    (tmp_path / "here" / "board.json").unlink()
    assert told(watch) == {"ü b", "board.json"}
    (tmp_path / "here" / "ü b").read_bytes()
    assert told(watch) == frozenset(), "reading changes nothing"
    assert not watch.over


def test_what_happens_to_many_files_is_told_whole(tmp_path: Path, watch: FolderWatch) -> None:
    names = {f"{n}{'x' * 200}" for n in range(400)}
    for name in names:
        (tmp_path / "here" / name).write_bytes(b"")
    found: set[str] = set()
    while more := told(watch):
        found |= more
    assert found == names


@pytest.mark.parametrize("how", ["moved", "removed"])
def test_when_the_folder_is_gone_it_is_over(tmp_path: Path, watch: FolderWatch, how: str) -> None:
    if how == "moved":
        (tmp_path / "here").rename(tmp_path / "there")
    else:
        (tmp_path / "here").rmdir()
    told(watch)
    assert watch.over


def test_what_cannot_be_watched_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert watch_folder(tmp_path / "file") is None
    assert watch_folder(tmp_path / "gone") is None
    monkeypatch.setattr(folder_watch, "network", lambda path: ["on a network file system"])
    assert watch_folder(tmp_path) is None
    monkeypatch.setattr(folder_watch, "network", lambda path: [])
    monkeypatch.setattr(sys, "platform", "darwin")
    assert watch_folder(tmp_path) is None
