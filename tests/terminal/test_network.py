"""No connection: no socket is made but those that lead to programs here; what is watched is only read."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.command_line import SEARCH
from tests.store.watching.folders import Folders, answer
from tests.terminal.board_home import database, environment
from tests.terminal.network import OURS, changes_under, families, strace, watched
from tests.terminal.terminal import ROOT, Terminal
from tests.waiting import PATIENCE
from tui.cli.parser import grammar

INVITATION = ROOT / "tests" / "store" / "calendar" / "invitations" / "google-panel.ics"
RUN = """
import json, sys
from tui.cli import main
for words in json.load(sys.stdin):
    code = main(words)
    assert code in (0, 1), (words, code)
"""
"""Runs one command after the other; a check may find something, and then a command has 1 for its code."""
BOARD = "import sys; from tui.cli import main; sys.exit(main(sys.argv[1:]))"


def commands(home: Path) -> list[list[str]]:
    """Every command at least once, on a database of its own."""
    db, out = str(database(home)), home / "out.json"
    words = [
        ["import", str(SEARCH)],
        ["import", str(INVITATION), "--me", "you@mail.example", "--dry-run"],
        ["add", "Globex", "Engineer", "--start", "fri 14:00", "--zone", "Europe/Berlin", "--alone",
         "--with", "Ada Okafor <ada@globex.example> +49 30 555 0123"],
        ["log", "northwind-2", "thanked", "to=p2", "channel=email"],
        ["edit", "northwind-2", "location=Oslo"],
        ["undo"],
        ["list", "--where", "person:ada"],
        ["next"],
        ["agenda"],
        ["show", "northwind-2"],
        ["status"],
        ["draft", "northwind-2", "--to", "p3"],
        ["proof", "northwind-2"],
        ["export", str(out)],
        ["feed", str(home / "calendar")],
        ["remind"],
        ["listen"],
        ["heard"],
        ["rm", "hooli-1"],
        ["forget", "Globex", "--yes"],
        ["backup"],
        ["restore"],
        ["merge", db],
        ["config", "--write"],
        ["doctor"],
        ["completion", "--cards"],
        ["help", "keys"],
    ]  # fmt: skip
    return [["--db", db, *one] for one in words]


def watching(home: Path) -> Folders:
    """Folders of mail and calendar with something to hear in each, and settings that have them watched."""
    folders = Folders(home / "watched")
    folders.put(answer(1, "Thank you, we will let you know by Friday.", at=datetime.now(UTC), answers=""))
    folders.append(answer(2, "Thank you.", at=datetime.now(UTC), answers=""))
    (folders.calendar / "one.ics").write_bytes(INVITATION.read_bytes())
    mail = [str(one) for one in (folders.inbox, folders.sent, folders.mbox)]
    config = home / "config" / "ringback" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(
        f"[watch]\nmail = {json.dumps(mail)}\ncalendar = [{json.dumps(str(folders.calendar))}]\n"
    )
    return folders


def test_every_command_is_tried() -> None:
    (named,) = (action.choices for action in grammar()._actions if action.dest == "command")
    assert {one[2] for one in commands(Path())} == set(named or ())


def test_no_command_opens_a_connection(tmp_path: Path) -> None:
    log, env, folders = tmp_path / "log", environment(tmp_path), watching(tmp_path)
    before = folders.snapshot()
    ran = subprocess.run(
        watched(RUN, [], log), input=json.dumps(commands(tmp_path)), env={**env, "PATH": "/usr/bin:/bin"},
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE * 3, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "There is no" not in ran.stderr
    assert families(log) <= OURS
    assert (tmp_path / "ringback.json.heard").exists(), "the folders were looked at"
    assert strace() is None or str(folders.inbox) in log.read_text()
    assert changes_under(log, tmp_path / "watched") == [] and folders.snapshot() == before


def test_nor_does_the_board(tmp_path: Path) -> None:
    log, folders = tmp_path / "log", watching(tmp_path)
    before = folders.snapshot()
    subprocess.run(
        [sys.executable, "-c", RUN], input=json.dumps(commands(tmp_path)[:1]), env=environment(tmp_path),
        cwd=ROOT, text=True, timeout=PATIENCE, check=True, capture_output=True,
    )  # fmt: skip
    board = watched(BOARD, ["--db", str(database(tmp_path))], log)
    with Terminal(board, cols=120, rows=36, env=environment(tmp_path), cwd=ROOT) as terminal:
        terminal.wait_for("TO THANK", 2 * PATIENCE)
        terminal.wait_for((tmp_path / "ringback.json.heard").exists)
        for key in ("A", "enter", "escape", "escape", "y", "d"):
            terminal.press(key)
            terminal.settle()
        terminal.send("Zqx jvk")
        terminal.wait_for("Zqx jvk")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    assert families(log) <= OURS
    assert changes_under(log, tmp_path / "watched") == [] and folders.snapshot() == before
    assert strace() is None or "AF_UNIX" in log.read_text(), "the loop's own pair is seen"


def test_what_opens_one_is_found_out(tmp_path: Path) -> None:
    log = tmp_path / "log"
    program = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
    inner = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    plain = inner if strace() is None else program
    subprocess.run(watched(plain, [inner], log), check=True, timeout=PATIENCE, capture_output=True)
    assert families(log) == {"AF_INET"}


@pytest.mark.parametrize(
    ("program", "found"),
    [
        ("open(sys.argv[1] + '/a').close()", False),
        ("open(sys.argv[1] + '/a', 'a').close()", True),
        ("open(sys.argv[1] + '/b', 'x').close()", True),
        ("os.rename(sys.argv[1] + '/a', sys.argv[1] + '/c')", True),
        ("os.utime(sys.argv[1] + '/a')", True),
        ("os.remove(sys.argv[1] + '/a')", True),
        ("os.mkdir(sys.argv[1] + '/d')", True),
        ("os.listdir(sys.argv[1])", False),
    ],
)
def test_what_changes_a_folder_is_found_out(tmp_path: Path, program: str, found: bool) -> None:
    log, folder = tmp_path / "log", tmp_path / "folder"
    folder.mkdir()
    (folder / "a").touch()
    ran = watched(f"import os, sys; {program}", [str(folder)], log)
    subprocess.run(ran, check=True, timeout=PATIENCE, capture_output=True)
    assert bool(changes_under(log, folder)) == found
