"""Where the files lie: who may read them, links, what may not be written, and what stands beside."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from store.database.autosave import Pad, Pads
from store.database.backups import DAILY, HOURLY, Backups
from store.database.file import DatabaseFile
from store.interview import Draft
from store.machine_zone import machine_zone
from tests.command_line import NOW, SEARCH, Cli
from tests.store.database.fault_runs import service_on
from tests.waiting import PATIENCE
from tui.cli import session
from tui.cli.board import place_notes

ROOT = Path(__file__).parents[3]
ADD = ("add", "Globex", "Engineer", "--start", "fri 9:00")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def left_behind(database: Path, body: str = "Dear Deniz,") -> None:
    """A draft of a board that has died."""
    session = Pads(database)
    session.write(
        Pad(interview="northwind-2", draft=Draft(id="d9", body=body, updated_at=NOW), seen=None, at=NOW)
    )
    assert session._lock is not None
    os.close(session._lock)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077], ids=lambda mask: f"{mask:03o}")
def test_everything_is_private_whatever_the_mask(tmp_path: Path, mask: int) -> None:
    """As a process: the program sets a mask of its own."""
    database = tmp_path / "data" / "board.json"
    env = {
        "RINGBACK_DB": str(database), "XDG_STATE_HOME": str(tmp_path / "state"), "TZ": "UTC",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }  # fmt: skip
    program = (
        "import sys; from tui.cli import main, _own_fault\n"
        "from tests.tui.cli.test_faults_places import left_behind, Path\n"
        f"assert main(['import', {str(SEARCH)!r}]) == 0\n"
        "assert main(['rm', 'hooli-1']) == 0\n"
        "assert main(['backup']) == 0\n"
        "_own_fault(ValueError())\n"
        "assert main(['export', sys.argv[1]]) == 0\n"
        f"left_behind(Path({str(database)!r}))\n"
    )
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "given.json")], cwd=ROOT, env=os.environ | env,
        check=True, umask=mask, timeout=PATIENCE, capture_output=True,
    )  # fmt: skip
    found = {path.relative_to(tmp_path): mode(path) for path in tmp_path.rglob("*")}
    assert {name: bits for name, bits in found.items() if bits & 0o077} == {}
    kinds = {".json", ".lock", ".session", ".log", ".backups", ".drafts"}
    assert kinds <= {path.suffix for path in found}


@pytest.mark.parametrize("where", ["file", "directory"])
def test_o18_what_may_not_be_written_is_read(search: Cli, where: str) -> None:
    before = search.bytes()
    left_behind(search.database)
    place, bits = (search.database, 0o444) if where == "file" else (search.database.parent, 0o555)
    was = mode(place)
    place.chmod(bits)
    try:
        assert search.done("list").out
        ran = search(*ADD)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert f"the {where} is read-only (mode 0{bits:o})" in ran.err
        assert search.bytes() == before
        notes = list(place_notes(service_on(search.database)))
        assert notes[0].startswith(f"Read-only: the {where} is read-only")
    finally:
        place.chmod(was)
    assert "1 draft left behind" in search.done("list").err


def test_a_linked_database_stays_a_link(cli: Cli, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.json"
    real.parent.mkdir()
    cli.database.parent.mkdir()
    cli.database.symlink_to(real)
    cli.done("import", str(SEARCH))
    cli.done("rm", "hooli-1")
    assert cli.database.is_symlink()
    assert sorted(path.name for path in real.parent.iterdir()) == [
        "real.json", "real.json.backups", "real.json.lock",
    ]  # fmt: skip
    assert list(cli.database.parent.iterdir()) == [cli.database]


def test_what_the_board_should_say_of_its_place(search: Cli) -> None:
    service = service_on(search.database)
    assert list(place_notes(service)) == []
    search.database.with_name("board.sync-conflict-20261119-120000-ABCDEFG.json").write_bytes(b"")
    assert list(place_notes(service)) == ["A conflict copy lies beside the database; see `ringback doctor`."]
    search.database.chmod(0o640)
    assert len(list(place_notes(service))) == 2


def test_drafts_are_not_waited_for(search: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading goes on while somebody holds the lock; the drafts stay where they are."""
    assert session.DRAFTS_WAIT < 2
    monkeypatch.setattr(session, "DRAFTS_WAIT", 0.1)
    left_behind(search.database)
    with DatabaseFile(search.database).locked():
        ran = search.done("status")
    assert "still to be taken in" in ran.err
    assert "1 draft left behind" in search.done("status").err
    assert search.done("status").err == ""


def test_copies_come_by_the_hour_and_by_the_day(tmp_path: Path) -> None:
    from datetime import timedelta

    backups = Backups(tmp_path / "board.json")
    hours = [*range(0, 24 * 38, 12), *range(24 * 38, 24 * 40)]
    for hour in hours:
        assert backups.keep(b'{"hour": %d}' % hour, NOW + timedelta(hours=hour)) is None
    made = [backup.made_at for backup in backups.all()]
    assert made[:HOURLY] == [NOW + timedelta(hours=hour) for hour in hours[: -HOURLY - 1 : -1]]
    assert len({at.date() for at in made}) == DAILY
    assert len(made) < HOURLY + DAILY


@pytest.mark.parametrize("argv", [(), ("--demo",), ("--at", "tomorrow 9:00")])
@pytest.mark.parametrize("how", ["nohup", "cron"])
def test_o27_where_there_is_no_terminal_the_board_says_so(
    tmp_path: Path, argv: tuple[str, ...], how: str
) -> None:
    env = {"PATH": os.environ["PATH"], "RINGBACK_DB": str(tmp_path / "board.json"), "HOME": str(tmp_path)}
    if how == "nohup":
        env["TERM"] = "xterm-256color"
    command = ["nohup"] * (how == "nohup") + [sys.executable, "-m", "tui", *argv]
    ran = subprocess.run(
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    said = ran.stderr.replace("nohup: ignoring input\n", "")
    assert (ran.returncode, ran.stdout, said.count("\n")) == (2, "", 1)
    assert "ringback list" in said
    assert list(tmp_path.iterdir()) == []


def test_the_machine_s_zone_is_read_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert machine_zone() == ZoneInfo("Asia/Tokyo")
    monkeypatch.setenv("TZ", "America/Lima")
    assert machine_zone() == ZoneInfo("America/Lima")
    monkeypatch.setenv("TZ", "Nowhere/Land")
    assert machine_zone() is None


def far(folder: Path, year: int) -> str:
    """A file with an interview at the very end of a year."""
    ends = f"{year}-12-31T23:59:59Z"
    one = {"id": "far", "company": "Far", "zone": "Asia/Tokyo", "starts_at": ends, "ends_at": ends}
    file = folder / "far.json"
    file.write_text(json.dumps({"format": "ringback", "version": 1, "interviews": [one]}))
    return str(file)


@pytest.mark.parametrize("year", [1900, 2999])
def test_o40_far_years_are_shown(cli: Cli, tmp_path: Path, year: int) -> None:
    cli.done("import", far(tmp_path, year))
    assert cli.card("far")["column"] == ("closed" if year == 1900 else "upcoming")
    for argv in (("list",), ("status",), ("show", "far"), ("show", "far", "--json"), ("export", "-")):
        cli.done(*argv)


@pytest.mark.parametrize("year", [1600, 3500, 9999])
def test_o40_farther_years_are_refused(cli: Cli, tmp_path: Path, year: int) -> None:
    ran = cli("import", far(tmp_path, year))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert cli.bytes() is None
