"""What a terminal, a file and other programs can do to the board as it is installed."""

import os
import random
import signal
from pathlib import Path

import pytest

from store.database.file import DatabaseFile
from tests.terminal.one_card import TEXT, begin, database, drafts, seed, started, texts

TAKEN = b"\x1b[?1049h"
"""What takes the screen over."""


@pytest.mark.parametrize("case", ["O09-empty", "O10-cut", "O17-directory", "O17-pipe", "O22-newer"])
def test_a_file_that_cannot_be_read_is_said_before_the_screen_is_taken(tmp_path: Path, case: str) -> None:
    path = database(tmp_path)
    match case:
        case "O09-empty":
            path.write_bytes(b"")
        case "O10-cut":
            path.write_bytes(b'{"meta": {"ringback": {"sch')
        case "O17-directory":
            path.mkdir()
        case "O17-pipe":
            os.mkfifo(path)
        case "O22-newer":
            path.write_bytes(b'{"meta": {"ringback": {"schema": 9999}}}')
    before = path.read_bytes() if path.is_file() else None
    with started(tmp_path, cols=200) as terminal:
        assert terminal.wait_exit() == 1
        terminal.settle()
        assert TAKEN not in terminal.raw
        assert terminal.left_on() == []
        said = terminal.text.strip()
    assert said.startswith("ringback: ")
    assert path.name in said
    assert "Traceback" not in said
    assert (path.read_bytes() if path.is_file() else None) == before


def test_o31_o32_o33_odd_bytes_a_megabyte_and_a_storm_of_sizes(tmp_path: Path) -> None:
    seed(tmp_path)
    dice = random.Random(1)
    with started(tmp_path, nohup=True) as terminal:
        begin(terminal)
        terminal.signal(signal.SIGHUP)  # ignored from the start, and so from then on
        terminal.send(b"\xff\xfe\x80")
        terminal.send("then")
        terminal.wait_for(TEXT)
        for _ in range(60):
            terminal.resize(dice.randint(1, 200), dice.randint(1, 60))
        for size in ((40, 10), (20, 5), (1, 1), (80, 24)):
            terminal.resize(*size)
            terminal.settle(0.05)
        terminal.wait_for(TEXT)
        terminal.send("\x1b[200~" + "0123456789 abcdef\n" * 60_000 + "\x1b[201~")
        terminal.wait_for("The text is full")
        cpu = terminal.cpu()
        terminal.press("backspace", "backspace", "backspace")
        terminal.send("ZqZ")
        terminal.wait_for("ZqZ")
        assert terminal.cpu() - cpu < 1
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert terminal.left_on() == []
    kept = texts(tmp_path)
    assert TEXT in kept
    assert "then" in kept
    assert "0123456789 abcdef" in kept


def test_o23_a_paste_that_had_not_ended_is_kept(tmp_path: Path) -> None:
    """A broken connection cuts a paste in two and hangs up at once."""
    seed(tmp_path)
    with started(tmp_path) as terminal:
        begin(terminal)
        terminal.send("\x1b[200~half a paste")
        terminal.settle()
        terminal.close_master()
        assert terminal.wait_exit() == 129
    assert f"{TEXT}half a paste" in texts(tmp_path)


def test_a_lock_that_is_held_for_ever_holds_up_no_text(tmp_path: Path) -> None:
    seed(tmp_path)
    with DatabaseFile(database(tmp_path)).locked():
        with started(tmp_path) as terminal:
            begin(terminal)
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_exit() == 143
        assert TEXT in texts(tmp_path)
        assert drafts(tmp_path) == ()
    with started(tmp_path, cols=120) as terminal:
        terminal.wait_for("1 draft left behind")
        assert TEXT in drafts(tmp_path)[0].body
