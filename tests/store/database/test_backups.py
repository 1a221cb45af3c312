"""Copies of earlier states: when they are made, how many stay, and which can be trusted."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.database import backups
from store.database.backups import Backup, Backups
from store.database.file import DatabaseFile
from store.files.errors import StorageError

NOW = datetime(2026, 11, 19, 9, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def disk(tmp_path: Path) -> DatabaseFile:
    path = tmp_path / "ringback.json"
    path.write_bytes(state(0))
    path.chmod(0o600)
    return DatabaseFile(path)


def state(number: int) -> bytes:
    return b'{"state": %d}' % number


def times(kept: Backups) -> list[datetime]:
    return [backup.made_at for backup in kept.all()]


def test_a_copy_tells_all_about_itself(disk: DatabaseFile) -> None:
    # Half past six in the evening, in a zone five and a half hours ahead, is one o'clock in UTC.
    there = timezone(timedelta(hours=5.5))
    assert disk.backups.keep(state(0), datetime(2026, 11, 19, 18, 30, tzinfo=there), "before-restore") is None
    (backup,) = disk.backups.all()
    assert (backup.made_at, backup.reason, backup.size) == (
        datetime(2026, 11, 19, 13, tzinfo=UTC),
        "before-restore",
        12,
    )
    assert backup.name.startswith("2026-11-19T13-00-00Z.before-restore.")
    assert (backup.good, disk.backups.read(backup.name)) == (True, state(0))
    assert disk.backups.newest_good() == backup


def test_one_copy_an_hour_and_none_of_the_same(disk: DatabaseFile) -> None:
    keep = disk.backups.keep
    assert keep(state(1), NOW) is None
    assert keep(state(2), NOW + timedelta(minutes=44)) is None
    assert times(disk.backups) == [NOW]
    keep(state(1), NOW + timedelta(minutes=45))
    assert times(disk.backups) == [NOW]
    keep(state(2), NOW + timedelta(minutes=46))
    assert times(disk.backups) == [NOW + timedelta(minutes=46), NOW]
    # A clock set back finds its hour taken.
    keep(state(3), NOW + timedelta(minutes=1))
    assert len(disk.backups.all()) == 2


def test_a_named_copy_is_always_made(disk: DatabaseFile) -> None:
    for reason in ("", "before-delete", "before-migration"):
        disk.backups.keep(state(1), NOW, reason)
    disk.backups.keep(state(1), NOW, "before-delete")
    assert sorted(backup.reason for backup in disk.backups.all()) == ["", "before-delete", "before-migration"]


def test_how_many_stay(disk: DatabaseFile) -> None:
    begin, hours = NOW.replace(hour=0), 40 * 24
    for number in range(hours):
        at = begin + number * HOUR
        if at.hour in (0, 23) or number >= hours - 30:
            disk.backups.keep(state(number), at)
        if at.hour == 0:
            disk.backups.keep(state(number), at, "before-delete")
            disk.backups.keep(b"", at, "before-restore")
    everything = disk.backups.all()
    regular = [backup.made_at for backup in everything if not backup.reason]
    last = begin + (hours - 1) * HOUR
    assert regular[:24] == [last - number * HOUR for number in range(24)]
    days = {at.date() for at in regular}
    assert days == {last.date() - timedelta(days=number) for number in range(30)}
    # Of a day gone by it is the last state that stays.
    assert all(at.hour == 23 for at in regular[24:])
    assert len(regular) <= 24 + 30
    assert [backup.reason for backup in everything if backup.sound and backup.reason] == [
        "before-delete"
    ] * 20
    assert len([backup for backup in everything if not backup.sound]) == 5


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=30))
def test_a_clock_that_jumps_costs_nothing(tmp_path_factory: pytest.TempPathFactory, jumps: list[int]) -> None:
    kept = Backups(tmp_path_factory.mktemp("jumps") / "ringback.json")
    for number, jump in enumerate(jumps):
        assert kept.keep(state(number), NOW + timedelta(minutes=jump)) is None
    everything = kept.all()
    assert all(backup.good for backup in everything)
    assert len({at.replace(minute=0) for at in times(kept)}) == len(everything)


def test_an_unreadable_state_never_replaces_good_copies(disk: DatabaseFile) -> None:
    disk.backups.keep(state(1), NOW)
    told = disk.backups.keep(b'{"state": ', NOW + HOUR)
    assert told
    assert told.endswith("the database is cut short (it ends in line 1)")
    assert len(disk.backups.all()) == 1
    # What a restore replaces is kept even so, but not taken for good.
    assert disk.backups.keep(b'{"state": ', NOW + HOUR, "before-restore") is None
    worst, best = disk.backups.all()
    assert (worst.good, best.good) == (False, True)
    assert disk.backups.read(worst.name) == b'{"state": '
    assert disk.backups.newest_good() == best


@pytest.mark.parametrize("damage", [b"", b"\0" * 12, b'{"state": 9}', None])
def test_a_damaged_copy_is_recognised(disk: DatabaseFile, damage: bytes | None) -> None:
    disk.backups.keep(state(1), NOW)
    disk.backups.keep(state(2), NOW + HOUR)
    newest, older = disk.backups.all()
    if damage is None:
        newest.path.unlink()
        assert not newest.good
    else:
        newest.path.write_bytes(damage)
        with pytest.raises(StorageError, match="is damaged; nothing was changed"):
            disk.backups.read(newest.name)
    assert disk.backups.newest_good() == older


def test_asking_by_the_beginning_of_a_name(disk: DatabaseFile) -> None:
    for number in range(3):
        disk.backups.keep(state(number), NOW + number * HOUR)
    assert disk.backups.read("2026-11-19T10") == state(1)
    for which, told in (
        ("2026-11-19T1", "2 backups begin"),
        ("", "no backup"),
        ("../ringback.json", "no backup"),
    ):
        with pytest.raises(StorageError, match=told):
            disk.backups.read(which)


def test_other_files_are_none_of_its_business(disk: DatabaseFile) -> None:
    disk.backups.keep(state(1), NOW)
    (backup,) = disk.backups.all()
    others = ["notes.txt", "2026-13-41T99-99-99Z.0123456789abcdef.json", f"{backup.name}.old"]
    for name in others:
        (disk.backups.directory / name).write_bytes(b"mine")
    (disk.backups.directory / "2026-11-19T11-00-00Z.0123456789abcdef.json").symlink_to("/etc/passwd")
    assert disk.backups.all() == [backup]
    for number in range(2, 40):
        disk.backups.keep(state(number), NOW + number * HOUR)
    assert all((disk.backups.directory / name).read_bytes() == b"mine" for name in others)


def links(backup: Backup) -> int:
    return backup.path.stat().st_nlink


def test_a_copy_takes_no_room_and_is_no_foreign_link(disk: DatabaseFile) -> None:
    disk.backups.keep(state(0), NOW)
    (backup,) = disk.backups.all()
    assert backup.path.samefile(disk.path)
    assert disk.warnings() == []
    with disk.locked():
        disk.save(state(1))
    assert (backup.good, backup.read(), links(backup)) == (True, state(0), 1)


@pytest.mark.parametrize("why", ["mode", "size", "content", "link", "missing", "unsupported"])
def test_where_it_cannot_be_a_link_it_is_a_copy(
    disk: DatabaseFile, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "mode":
        disk.path.chmod(0o644)
    elif why == "link":
        disk.path.with_name("another").hardlink_to(disk.path)
    elif why == "missing":
        disk.path.unlink()
    elif why == "unsupported":

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refuse)
    data = {"size": state(100), "content": state(1)}.get(why, state(0))
    assert disk.backups.keep(data, NOW) is None
    (backup,) = disk.backups.all()
    assert (backup.read(), links(backup), backup.path.stat().st_mode & 0o777) == (data, 1, 0o600)


def test_a_failure_is_told_and_harms_nothing(disk: DatabaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    disk.backups.directory.write_bytes(b"in the way")
    told = disk.backups.keep(state(0), NOW)
    assert told
    assert "no backup was made" in told
    disk.backups.directory.unlink()

    def full(*_: object) -> bool:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(os, "write", full)
    told = disk.backups.keep(state(0), NOW)
    assert told
    assert "disk full" in told
    assert not list(disk.backups.directory.iterdir())


def test_mistakes_of_a_caller(disk: DatabaseFile) -> None:
    with pytest.raises(ValueError, match="aware"):
        disk.backups.keep(state(0), NOW.replace(tzinfo=None))
    with pytest.raises(ValueError, match="not a reason"):
        disk.backups.keep(state(0), NOW, "../../etc")
    assert backups.Backups(disk.path).all() == []


def test_copies_are_ordered_by_their_counter_and_not_by_the_clock(disk: DatabaseFile) -> None:
    keep = disk.backups.keep
    older = disk.backups.directory / f"2031-01-01T00-00-00Z.{'0' * 16}.json"
    keep(state(1), NOW)
    older.write_bytes(b"{}")
    wrong = NOW.replace(year=2033)
    keep(state(2), wrong)
    keep(state(3), NOW + HOUR)
    assert times(disk.backups) == [NOW + HOUR, wrong, NOW, datetime(2031, 1, 1, tzinfo=UTC)]
    assert [one.number for one in disk.backups.all()] == [3, 2, 1, 0]
    newest = disk.backups.newest_good()
    assert newest is not None
    assert newest.read() == state(3)
    assert [one.from_the_future(NOW + HOUR) for one in disk.backups.all()] == [False, True, False, True]


def test_the_counter_goes_on_from_the_files_own(disk: DatabaseFile) -> None:
    disk.backups.keep(b'{"meta":{"ringback":{"schema":3,"saves":41}}}', NOW)
    disk.backups.keep(b'{"meta":{"ringback":{"schema":3,"saves":7}}}', NOW + HOUR)
    assert [one.number for one in disk.backups.all()] == [42, 41]


def test_thinning_keeps_the_newest_by_counter(disk: DatabaseFile) -> None:
    for day in range(60):
        disk.backups.keep(state(day), NOW.replace(year=2033) + 24 * day * HOUR)
    disk.backups.keep(state(99), NOW)
    newest = disk.backups.newest_good()
    assert newest is not None
    assert newest.made_at == NOW
    disk.backups.keep(state(100), NOW + HOUR)
    assert times(disk.backups)[:2] == [NOW + HOUR, NOW]
