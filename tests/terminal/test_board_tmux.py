"""The board inside tmux, which has keys, colours and sizes of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.board_home import TEXT, command, environment, owed, seed, stored
from tests.terminal.terminal import ROOT
from tests.waiting import PATIENCE


class Tmux:
    """A tmux server of its own, with one pane."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.name = f"ringback-{os.getpid()}"
        unwanted = re.compile("TMUX|TERM|LC_|NO_COLOR")
        usual = {name: value for name, value in os.environ.items() if not unwanted.match(name)}
        terminal = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        # Some shells export these; the board must follow the pane all the same.
        sizes = {"COLUMNS": "100", "LINES": "30"}
        self.env = usual | environment(home) | terminal | sizes
        self("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", *command(home, *arguments))

    def __call__(self, *arguments: str) -> str:
        run = ["tmux", "-L", self.name, *arguments]
        return subprocess.run(
            run, env=self.env, capture_output=True, text=True, timeout=PATIENCE, check=True
        ).stdout

    def wait_for(self, words: str) -> str:
        """Look at the pane until the words are there."""
        end = time.monotonic() + PATIENCE
        while words not in (seen := self("capture-pane", "-p")):
            assert time.monotonic() < end, f"waited in vain for {words!r}; the pane:\n{seen}"
            time.sleep(0.02)
        return seen

    def wait_for_the_end(self) -> None:
        """Wait until the program in the pane has ended: the server goes with its last session."""
        end = time.monotonic() + PATIENCE
        alive = ["tmux", "-L", self.name, "has-session"]
        while subprocess.run(alive, capture_output=True, check=False, timeout=PATIENCE).returncode == 0:
            assert time.monotonic() < end, "still running"
            time.sleep(0.02)

    def end(self) -> None:
        subprocess.run(
            ["tmux", "-L", self.name, "kill-server"], capture_output=True, check=False, timeout=PATIENCE
        )


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_in_tmux(tmp_path: Path) -> None:
    seed(tmp_path, owed())
    tmux = Tmux(tmp_path)
    try:
        tmux.wait_for("▸ THANK")
        tmux.wait_for("▌ Globex")
        tmux("send-keys", "p")
        tmux.wait_for("answer by")
        tmux("send-keys", "-l", "in 3 days")
        tmux("send-keys", "C-d")
        tmux.wait_for("promised by")
        tmux("send-keys", "d")
        tmux.wait_for("Thanks · Globex")
        tmux("send-keys", "-l", TEXT)
        tmux.wait_for(TEXT)
        tmux("send-keys", "Escape")
        tmux.wait_for("u undo: promised by")
        tmux("resize-window", "-x", "40", "-y", "12")
        tmux.wait_for("Globex")
        tmux("send-keys", "q")
        tmux.wait_for_the_end()
    finally:
        tmux.end()
    one = stored(tmp_path)["iv-1"]
    assert TEXT in one.drafts[0].body
    assert one.events[-1].KIND == "promised"
