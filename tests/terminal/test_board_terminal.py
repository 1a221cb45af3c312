"""The board as a process in a true terminal: started, used, left, killed, and with others at the file."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.database.autosave import any_left
from tests.terminal.board_home import TEXT, command, database, environment, owed, seed, stored, texts
from tests.terminal.terminal import ROOT, Terminal
from tests.waiting import PATIENCE

Board = Callable[..., Terminal]


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    """Start the board in a terminal; what still runs is ended after the test."""
    with ExitStack() as stack:

        def board(*arguments: str, shows: str = "? help", **options: Any) -> Terminal:
            made = Terminal(command(tmp_path, *arguments), env=environment(tmp_path), cwd=tmp_path, **options)
            terminal = stack.enter_context(made)
            terminal.wait_for(shows)
            return terminal

        yield board


def write_to(terminal: Terminal) -> None:
    """Open the editor; what is typed from here on is for it, though it is not there yet."""
    terminal.press("d")


def test_add_write_leave_and_start_again(board: Board, tmp_path: Path) -> None:
    terminal = board(cols=110, rows=34, shows="What is your name?")
    for question in ("What is your name?", "Is this your time zone?"):
        terminal.wait_for(question)
        terminal.settle()
        terminal.press("escape")
    terminal.wait_for("opens all settings")
    terminal.press("a")
    terminal.wait_for("Company")
    terminal.send("Zephyr")
    terminal.wait_for("Zephyr")
    terminal.press("tab")
    terminal.settle()
    terminal.send("2h ago")
    terminal.wait_for("(2 hours ago)")
    terminal.press("ctrl+d")
    terminal.wait_for("Zephyr stands in To thank")
    write_to(terminal)
    terminal.send(TEXT)
    terminal.wait_for(TEXT)
    terminal.settle()
    terminal.press("escape")
    terminal.wait_for("undo: added Zephyr")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.left_on() == []
    (one,) = stored(tmp_path).values()
    assert TEXT in one.drafts[0].body
    assert not any_left(database(tmp_path))
    terminal = board(cols=110, rows=34, shows="Zephyr")
    write_to(terminal)
    terminal.wait_for(TEXT)


def test_killed_while_typing_the_next_start_has_the_text(board: Board, tmp_path: Path) -> None:
    seed(tmp_path, owed())
    terminal = board(shows="Globex")
    write_to(terminal)
    for letter in TEXT:
        terminal.send(letter)
    terminal.wait_for(lambda: TEXT in texts(tmp_path))
    terminal.signal(signal.SIGKILL)
    terminal.wait_exit()
    terminal = board(shows="Globex")
    assert TEXT in stored(tmp_path)["iv-1"].drafts[0].body
    assert not any_left(database(tmp_path))
    write_to(terminal)
    terminal.wait_for(TEXT)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_ended_while_typing_the_text_is_whole(board: Board, tmp_path: Path, number: signal.Signals) -> None:
    seed(tmp_path, owed())
    terminal = board(shows="Globex")
    write_to(terminal)
    terminal.send(TEXT)
    terminal.wait_for(TEXT)
    terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert terminal.left_on() == []
    assert "Traceback" not in terminal.text
    assert TEXT in texts(tmp_path)


def test_a_closed_window_keeps_the_text(board: Board, tmp_path: Path) -> None:
    seed(tmp_path, owed())
    terminal = board(shows="Globex", nohup=True)
    write_to(terminal)
    terminal.send(TEXT)
    terminal.wait_for(TEXT)
    terminal.close_master()
    assert terminal.wait_exit() == 129
    assert TEXT in texts(tmp_path)


def test_what_a_command_does_appears_on_an_open_board(board: Board, tmp_path: Path) -> None:
    stays = owed(id="iv-2", company="Staying", ends_at=datetime.now(UTC) - timedelta(hours=2))
    seed(tmp_path, owed(), stays)
    terminal = board(shows="Staying", cols=120, rows=30)
    terminal.wait_for("TO THANK  2")
    terminal.wait_for("▌ Staying")
    done = subprocess.run(
        command(tmp_path, "log", "iv-1", "thanked"), env=os.environ | environment(tmp_path), cwd=ROOT,
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    terminal.wait_for("AWAITING CALLBACK  1")
    terminal.wait_for("»Globex")
    terminal.wait_for("▌ Staying")


def test_the_demo_leaves_nothing_behind(board: Board, tmp_path: Path) -> None:
    terminal = board("--demo", shows="demo, nothing is kept", cols=120, rows=36)
    assert [*(tmp_path / "tmp").glob("ringback-demo-*")]
    terminal.send("ljq" + "j" * 20)
    assert terminal.wait_exit() == 0
    assert terminal.left_on() == []
    assert [*(tmp_path / "tmp").iterdir()] == []
    assert not database(tmp_path).exists()
    assert not (tmp_path / "data").exists()


def test_the_demo_leaves_nothing_behind_when_it_is_ended(board: Board, tmp_path: Path) -> None:
    terminal = board("--demo", shows="demo, nothing is kept", cols=120, rows=36)
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 143
    assert [*(tmp_path / "tmp").iterdir()] == []


def test_a_look_at_another_time_is_read_only(board: Board, tmp_path: Path) -> None:
    seed(tmp_path, owed())
    before = database(tmp_path).read_bytes()
    terminal = board("--at", "in 3 days", shows="looking at", cols=110)
    for key in ("d", "D", "s", "p"):
        terminal.press(key)
        terminal.wait_for("read-only")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert database(tmp_path).read_bytes() == before


@pytest.mark.parametrize("where", ["2>/dev/null", "</dev/null", ""])
def test_without_a_terminal_it_says_so_and_makes_nothing(tmp_path: Path, where: str) -> None:
    line = f"{' '.join(command(tmp_path))} {where}"
    lacking = {} if where else {"TERM": "dumb"}
    with Terminal(["sh", "-c", line], env=environment(tmp_path) | lacking) as terminal:
        assert terminal.wait_exit() == 2
        terminal.settle()
        said = terminal.text.strip()
    assert said == "" if "2>" in where else "ringback list" in said.replace("\n", "")
    assert not database(tmp_path).exists()
