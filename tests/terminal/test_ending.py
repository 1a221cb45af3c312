"""Being ended: from outside, by a terminal that goes away, and by a fault of its own."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import SAMPLE, Start
from tests.terminal.terminal import ROOT, Terminal
from tests.waiting import PATIENCE


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_a_signal_saves_restores_and_ends(
    start: Start, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    terminal = start()
    terminal.press("a", "b")
    terminal.wait_for("keys a b.")
    terminal.signal(number)
    assert terminal.wait_exit() == code
    assert (tmp_path / "saved").read_text() == "a b"
    assert terminal.left_on() == []
    assert "Traceback" not in terminal.text


@pytest.mark.parametrize("nohup", [False, True])
def test_a_closed_terminal_ends_it_at_once(start: Start, tmp_path: Path, nohup: bool) -> None:
    terminal = start(nohup=nohup)
    if nohup:
        terminal.signal(signal.SIGHUP)  # a signal ignored from the start stays ignored
    terminal.press("a")
    terminal.wait_for("keys a.")
    terminal.close_master()
    assert terminal.wait_exit() == 129
    assert (tmp_path / "saved").read_text() == "a"


def test_a_closed_terminal_is_noticed_before_there_is_an_app(tmp_path: Path) -> None:
    program = (
        "import time; from tui.terminal.signals import Ending; "
        "Ending().install(); print('READY'); time.sleep(300)"
    )
    with Terminal([sys.executable, "-c", program], nohup=True) as terminal:
        terminal.wait_for("READY")
        terminal.close_master()
        assert terminal.wait_exit() == 129


def test_a_stalled_terminal_does_not_hold_it_up(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.send("Wa")
    terminal.stall_until(lambda: (tmp_path / "seen").exists() and (tmp_path / "seen").read_text() == "W a")
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit(reading=False) == 143
    assert (tmp_path / "saved").read_text() == "W a"
    terminal.settle()
    assert terminal.left_on() == []


def test_an_app_that_hangs_is_ended(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.press("a")
    terminal.wait_for("keys a.")
    terminal.press("B")
    terminal.settle()
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 143
    assert (tmp_path / "saved").read_text() == "a"
    assert terminal.left_on() == []


def test_a_fault_goes_to_the_log_without_anybody_s_data(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.press("p", "F")
    assert terminal.wait_exit() == 70
    assert terminal.left_on() == []
    said = terminal.text.replace("\n", "")
    assert said.startswith("ringback stopped because of a fault of its own; what you had typed is saved; ")
    assert said.endswith("log.")
    assert b"secret" not in terminal.raw
    assert (tmp_path / "saved").read_text() == "p"
    log = tmp_path / "log"
    written = log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "builtins.ValueError\n" in written
    assert "programs/sample_app.py:" in written
    assert "Sample.on_key" in written
    assert "secret" not in written
    assert str(Path.home()) not in written


@pytest.mark.parametrize("lacking", ["stdin", "stderr", "terminal", "TERM"])
def test_where_there_is_no_place_for_it_it_says_so(lacking: str, tmp_path: Path) -> None:
    command = f"{sys.executable} {SAMPLE} {tmp_path}"
    command += {"stdin": " </dev/null", "stderr": f" 2>{tmp_path}/err", "TERM": "", "terminal": ""}[lacking]
    if lacking == "terminal":
        done = subprocess.run(
            command.split(), stdin=subprocess.DEVNULL, capture_output=True, text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False, timeout=PATIENCE,
        )  # fmt: skip
        code, said = done.returncode, done.stderr
    else:
        with Terminal(["sh", "-c", command], env={"TERM": "dumb"} if lacking == "TERM" else {}) as terminal:
            code = terminal.wait_exit()
            said = (tmp_path / "err").read_text() if lacking == "stderr" else terminal.text.strip()
    assert code == 2
    assert said.count(".") == 1
    assert "ringback list" in said.replace("\n", "")
