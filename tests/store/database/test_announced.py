"""What has been announced is remembered by all who share a database, and said to one of them alone."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database.announced import KEPT, AnnouncedMemory
from store.files.errors import StorageError
from store.rules.announcing import DueMark
from tests.making import at

NOW = at("2026-11-20 12:00")
MARKS = [
    DueMark("a", "ask", "", NOW),
    DueMark("a", "thank", "", NOW),
    DueMark("b", "owes", "e2", NOW),
]
CARDS = {"a", "b"}


def begun(folder: Path) -> AnnouncedMemory:
    """A memory that has been asked before."""
    made = AnnouncedMemory(folder / "board.json")
    assert made.take([], CARDS, NOW) == frozenset()
    return made


def test_the_first_time_nothing_is_news_and_it_is_remembered(tmp_path: Path) -> None:
    memory = AnnouncedMemory(tmp_path / "board.json")
    assert not memory.begun()
    assert memory.take(MARKS[:2], CARDS, NOW) == frozenset()
    assert memory.begun()
    assert memory.take(MARKS, CARDS, NOW) == {MARKS[2]}


def test_each_is_said_once_to_whoever_asks(tmp_path: Path) -> None:
    memories = [begun(tmp_path), *(AnnouncedMemory(tmp_path / "board.json") for _ in range(7))]
    with ThreadPoolExecutor(8) as threads:
        found = [*threads.map(lambda one: one.take(MARKS, CARDS, NOW), memories * 5)]
    assert sorted(mark for taken in found for mark in taken) == sorted(MARKS)


@given(st.lists(st.sets(st.sampled_from(MARKS)), max_size=10))
def test_whatever_is_asked_in_whatever_order(
    tmp_path_factory: pytest.TempPathFactory, asked: list[set[DueMark]]
) -> None:
    memory = begun(tmp_path_factory.mktemp("memory"))
    said = [mark for marks in asked for mark in memory.take(marks, CARDS, NOW)]
    assert len(said) == len(set(said))
    assert set(said) == set().union(*asked)


def test_only_the_user_may_read_it_and_no_name_is_in_it(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        begun(tmp_path)
    finally:
        os.umask(mask)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_a_card_that_is_gone_is_forgotten_in_time_and_not_at_once(tmp_path: Path) -> None:
    memory = begun(tmp_path)
    memory.take(MARKS, CARDS, NOW)
    fresh = DueMark("c", "ask", "", NOW)
    memory.take([fresh], {"c"}, NOW)
    assert memory.take(MARKS, CARDS, NOW) == frozenset(), "who has not read the card yet forgets nothing"
    later = NOW + KEPT + timedelta(seconds=1)
    memory.take([DueMark("c", "ask", "", later)], {"b", "c"}, later)
    assert memory.take(MARKS, CARDS, later) == {MARKS[0], MARKS[1]}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version":1}', b'{"version":1,"announced":[["a"]]}',
        b'{"version":1,"announced":[["a","sing","","2026-11-20T12:00:00Z"]]}',
        b'{"version":1,"announced":[["a","ask","","2026-11-20T12:00:00"]]}', b"[" * 100_000,
        b" " * (2**22 + 1),
    ],
)  # fmt: skip
def test_what_cannot_be_read_counts_as_the_first_time(tmp_path: Path, content: bytes) -> None:
    memory = begun(tmp_path)
    memory.path.write_bytes(content)
    assert memory.take(MARKS, CARDS, NOW) == frozenset()
    assert memory.take(MARKS, CARDS, NOW) == frozenset()
    assert memory.take([DueMark("b", "ask", "", NOW)], CARDS, NOW)


def test_where_nothing_can_be_kept_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        AnnouncedMemory(tmp_path / "gone" / "board.json").take(MARKS, CARDS, NOW)
    memory = begun(tmp_path)
    memory.path.unlink()
    memory.path.mkdir()
    with pytest.raises(StorageError):
        memory.take(MARKS, CARDS, NOW)
