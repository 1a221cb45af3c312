"""The board before the framework is there: what comes behind it, what is typed meanwhile, and how it ends."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.board_home import command, database, environment, owed, seed
from tests.terminal.terminal import ROOT, Terminal

LAST_ROW = b"\x1b[24H"
CONTROL = re.compile(rb"\x1b(?:\[[0-9;?=>$]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|\\)|\x1b\[[0-9;?$]*[a-z]")


@contextmanager
def started(home: Path) -> Iterator[Terminal]:
    """Ringback with one card on its board."""
    seed(home, owed(company="Northwind"))
    with Terminal(command(home), env=environment(home), cwd=ROOT) as terminal:
        yield terminal


@contextmanager
def half_started(home: Path, fate: str, *arguments: str) -> Iterator[Terminal]:
    """Ringback behind whose first picture nothing comes; or something that fails."""
    seed(home, owed(company="Northwind"))
    program = "tests.terminal.programs.half_started"
    words = [sys.executable, "-m", program, fate, *(arguments or ("--db", str(database(home))))]
    with Terminal(words, env=environment(home), cwd=ROOT) as terminal:
        yield terminal


def test_the_frame_behind_it_sends_no_cell_again(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for(lambda: b"ringback\x1b\\" in terminal.raw)  # the title: the board is at work
        terminal.settle()
        _, drawn, behind = bytes(terminal.raw).partition(LAST_ROW)
        assert drawn and "Northwind" in terminal.text
        row, switched_on, rest = behind.partition(b"\x1b[?1000h")
        assert b"help" in row and switched_on
        assert CONTROL.sub(b"", rest) == b""
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_on() == []


def test_what_is_typed_before_the_board_can_read_it_is_done(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for("Northwind")
        terminal.send("n?")
        terminal.wait_for("Here and now")
        assert "n?" not in terminal.text
        terminal.send("\x1bq")
        assert terminal.wait_exit() == 0


def test_many_keys_typed_meanwhile_are_keys_and_a_paste_is_none(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for("Northwind")
        terminal.send("jkjkjk/northw")
        terminal.wait_for("only “northw”")
        terminal.send("\x1b\x1bq")
        assert terminal.wait_exit() == 0
    with started(tmp_path) as terminal:
        terminal.wait_for("Northwind")
        terminal.send("\x1b[200~x/q\x1b[201~?")
        terminal.wait_for("Here and now")
        terminal.send("\x1b")
        terminal.wait_for("1 to thank")
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_a_signal_gives_the_terminal_back(tmp_path: Path, number: signal.Signals, code: int) -> None:
    with half_started(tmp_path, "waits") as terminal:
        terminal.wait_for("Northwind")
        assert "bracketed paste" in terminal.left_on()
        terminal.send("xyz\r\x03\x1a")
        terminal.settle()
        assert "xyz" not in terminal.text
        terminal.signal(number)
        assert terminal.wait_exit() == code
        assert terminal.left_on() == []
        assert "Northwind" not in terminal.text
        assert not [*tmp_path.rglob("ringback.log")]


def test_a_signal_leaves_nothing_of_a_demo(tmp_path: Path) -> None:
    with half_started(tmp_path, "waits", "--demo") as terminal:
        terminal.wait_for("demo")
        assert [*(tmp_path / "tmp").iterdir()]
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert not [*(tmp_path / "tmp").iterdir()]


def test_stopped_it_gives_the_terminal_back_and_takes_it_anew(tmp_path: Path) -> None:
    with half_started(tmp_path, "waits") as terminal:
        terminal.wait_for("Northwind")
        terminal.signal(signal.SIGTSTP)
        terminal.wait_for(terminal.stopped)
        terminal.settle()
        assert terminal.left_on() == []
        assert "Northwind" not in terminal.text
        terminal.signal(signal.SIGCONT)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert terminal.left_on() == []
    with started(tmp_path) as terminal:
        terminal.wait_for("Northwind")
        terminal.signal(signal.SIGTSTP)
        terminal.wait_for(terminal.stopped)
        terminal.settle()
        assert terminal.left_on() == []
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("Northwind")
        terminal.wait_for(lambda: b"ringback\x1b\\" in terminal.raw)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_on() == []


def test_keys_come_as_on_the_board(tmp_path: Path) -> None:
    with half_started(tmp_path, "waits") as terminal:
        terminal.wait_for("Northwind")
        terminal.settle()
        opening = terminal.attributes
    with started(tmp_path) as terminal:
        terminal.wait_for(lambda: b"ringback\x1b\\" in terminal.raw)
        assert terminal.attributes == opening


def test_a_terminal_that_closes_ends_it(tmp_path: Path) -> None:
    with half_started(tmp_path, "waits") as terminal:
        terminal.wait_for("Northwind")
        terminal.close_master()
        assert terminal.wait_exit() == 129


def test_a_fault_behind_it_gives_the_terminal_back_and_is_said(tmp_path: Path) -> None:
    with half_started(tmp_path, "fails") as terminal:
        assert terminal.wait_exit() == 70
        assert terminal.left_on() == []
        assert terminal.text.startswith("ringback stopped because of a fault of its own")
        assert "secret" not in terminal.text and "Northwind" not in terminal.text


def test_a_terminal_resized_meanwhile_is_drawn_anew(tmp_path: Path) -> None:
    seed(tmp_path, owed(company="Northwind"))
    with Terminal(command(tmp_path), cols=100, env=environment(tmp_path), cwd=ROOT) as terminal:
        terminal.wait_for("Northwind")
        terminal.resize(60, 20)
        terminal.wait_for(lambda: b"ringback\x1b\\" in terminal.raw)
        terminal.settle()
        lines = [line for line in terminal.text.split("\n") if "help" in line]
        assert len(lines) == 1 and len(lines[0]) < 60
        terminal.press("q")
        assert terminal.wait_exit() == 0
