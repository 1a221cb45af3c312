"""The command line as a process: what it imports, and what becomes of its pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import SEARCH, Cli
from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[3]
HEAVY = {"textual", "jinja2", "icalendar", "dateutil", "tinydb", "rich", "holidays"}
"""What takes long to import; `holidays` is asked only where the calendar is not `none`, as it is here."""
BY_THE_WAY = {
    *("inspect", "dataclasses", "logging", "tempfile", "shutil", "tzlocal", "platformdirs", "platform"),
    *("ipaddress", "textwrap", "hashlib", "msgspec.inspect", "msgspec._json_schema"),
}
"""What others import, each as long as a part of a command, and no command needs for itself."""
TO_SAVE = {"json", "tinydb", "random"}
TO_READ = {"store.when.reading", "store.people.reading", "store.languages", "tui.cli.mistakes", "locale"}
LEFT = {"store.database.left_behind", "store.database.trusted_pads"}
TO_ADD = {"store.rules.doubles", "tui.cli.doubles"}
pytestmark = pytest.mark.slow


def _modules(cli: Cli, *argv: str) -> set[str]:
    """What a command has imported when it has ended."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tui", *argv],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}


@pytest.mark.parametrize(
    ("argv", "heavy"),
    [
        (["status", "--short"], HEAVY),
        (["list", "--json"], HEAVY),
        (["list"], HEAVY - {"rich"}),
        (["--version"], HEAVY | {"tzlocal"}),
    ],
)
def test_what_is_looked_at_often_imports_little(search: Cli, argv: list[str], heavy: set[str]) -> None:
    search.set("")
    _modules(search, "list")  # the days of its countries are kept from then on
    assert not _modules(search, *argv) & heavy


@pytest.mark.parametrize(
    ("argv", "left_out"),
    [
        (["status", "--short"], BY_THE_WAY | LEFT | TO_SAVE | TO_READ | TO_ADD),
        (["list", "--json"], BY_THE_WAY | LEFT | TO_SAVE | TO_READ | TO_ADD),
        (["log", "acme-1", "called", "outcome=voicemail"], BY_THE_WAY | LEFT | TO_READ | TO_ADD),
        (
            ["add", "Globex", "Baker", "--start", "yesterday 10:00"],
            BY_THE_WAY | LEFT | {"store.people.reading"},
        ),
    ],
    ids=["status", "list", "log", "add"],
)
def test_a_command_imports_what_it_needs(search: Cli, argv: list[str], left_out: set[str]) -> None:
    search.set("")
    _modules(search, "list")
    modules = _modules(search, *argv)
    assert "store.service" in modules  # else it was answered from what is kept
    assert sorted(modules & left_out) == []


def test_a_status_bar_without_a_call_does_not_ask_for_the_zone(cli: Cli) -> None:
    cli.done("add", "Globex", "Engineer", "--start", "2099-11-20T10:00+01:00")
    assert "tzlocal" not in _modules(cli, "status", "--short")


def test_a_reader_that_stops_early_is_no_fault(search: Cli) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "list"],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=PATIENCE,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_closed_descriptors_never_become_the_database(cli: Cli) -> None:
    command = f'exec "{sys.executable}" -m tui import "{SEARCH}" <&- >&- 2>&-'
    ran = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, check=False, timeout=PATIENCE)
    assert ran.returncode == 1
    assert cli.bytes() is None


@pytest.mark.parametrize("full", [">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full", "| true", "2>&-"])
@pytest.mark.parametrize(
    "command",
    ["add Globex Engineer --start 'yesterday 9:00'", "rm hooli-1", "backup", "undo", "config --write"],
)
def test_what_is_saved_and_cannot_be_said_is_no_failure(search: Cli, command: str, full: str) -> None:
    """Nor is the interpreter's own last flush."""
    search.done("log", "acme-1", "heard")
    search.config.unlink()
    before = {path: path.read_bytes() for path in search.folder.rglob("*") if path.is_file()}
    ran = subprocess.run(
        ["/bin/bash", "-c", f'"{sys.executable}" -m tui {command} {full}; exit "${{PIPESTATUS[0]}}"'],
        cwd=ROOT, check=False, timeout=PATIENCE, capture_output=True,
    )  # fmt: skip
    after = {path: path.read_bytes() for path in search.folder.rglob("*") if path.is_file()}
    assert before != after
    assert ran.returncode == (141 if full == "| true" and ran.returncode else 0)
    if full == ">/dev/full" and command[:3] in ("add", "bac", "con"):
        assert ran.stderr.startswith(b"Saved. Standard output could not be written: disk full.")


def test_only_a_command_that_does_its_work_keeps_what_it_worked_out(search: Cli) -> None:
    search.set("")
    kept = search.folder / "cache" / "ringback" / "country-days.json"
    program = "import sys; from tui.cli import main; main(sys.argv[1:])"

    def ran(*argv: str) -> None:
        subprocess.run([sys.executable, "-c", program, *argv], cwd=ROOT, capture_output=True, check=True)

    ran("log", "nobody", "heard")
    assert not kept.exists()
    ran("list")
    assert kept.exists() and search.bytes() is not None
