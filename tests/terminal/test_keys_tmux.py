"""In tmux, at a real terminal: esc and a letter at any distance, and what terminals say of themselves."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.board_home import TEXT, command, database, environment, owed, seed, stored
from tests.terminal.terminal import Terminal
from tests.terminal.tmux import tmux

REPLIES = {
    "OSC 11": "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "OSC 11, BEL": "\x1b]11;rgb:ffff/ffff/dddd\a",
    "XTVERSION": "\x1bP>|tmux 3.3a\x1b\\",
    "DECRPSS": "\x1bP1$r0;1m\x1b\\",
    "XTGETTCAP": "\x1bP1+r436f=323536\x1b\\",
    "DA1": "\x1b[?62;1;2;4;6;9;15;16;17;18;21;22;28c",
}


class Pane:
    """The board in a tmux, and somebody at the terminal that shows it."""

    def __init__(self, terminal: Terminal, server: Sequence[str]) -> None:
        self.terminal = terminal
        self._server = server

    def reply(self, text: str) -> None:
        """Put what a terminal says into the pane."""
        data = [f"{byte:02x}" for byte in text.encode()]
        subprocess.run([*self._server, "send-keys", "-H", *data], check=True, timeout=20, capture_output=True)

    @property
    def seen(self) -> str:
        """What stands between the lines with the clocks, the board's and tmux's."""
        return "\n".join(self.terminal.text.split("\n")[1:-1])

    def write(self) -> None:
        """Open the editor."""
        self.terminal.press("d")
        self.terminal.wait_for("Ada Okafor")
        self.terminal.settle()


@contextmanager
def shown(home: Path) -> Iterator[Pane]:
    seed(home, owed())
    with (
        tmux() as start,
        Terminal([*start, *command(home)], env=environment(home), cols=100, rows=30) as terminal,
    ):
        terminal.wait_for("▌ Globex", timeout=30)
        terminal.settle()
        yield Pane(terminal, start[:-1])


@pytest.mark.parametrize("milliseconds", [0, 20, 50, 200, 400])
def test_esc_and_a_letter_are_esc_and_that_letter(tmp_path: Path, milliseconds: int) -> None:
    with shown(tmp_path) as pane:
        terminal = pane.terminal
        pane.write()
        terminal.send(TEXT)
        terminal.wait_for(TEXT)
        terminal.press("escape")
        time.sleep(milliseconds / 1000)
        terminal.press("p")
        terminal.wait_for("they answer by")
        terminal.settle()
        terminal.press("escape")
        terminal.settle(0.7)  # tmux itself waits for half a second
        terminal.press("q")
        assert terminal.wait_exit() == 0
    (draft,) = stored(tmp_path)["iv-1"].drafts
    assert draft.body.count(TEXT) == 1
    assert f"{TEXT}p" not in draft.body


@pytest.mark.parametrize("front", ["editor", "form", "board", "filter"])
def test_what_terminals_say_types_and_sets_nothing(tmp_path: Path, front: str) -> None:
    with shown(tmp_path) as pane:
        terminal = pane.terminal
        before = database(tmp_path).read_bytes()
        if front == "editor":
            pane.write()
        elif front != "board":
            terminal.press("p" if front == "form" else "/")
            terminal.wait_for("they answer by" if front == "form" else "company, person or role")
        terminal.settle()
        seen = pane.seen
        for name, reply in REPLIES.items():
            pane.reply(reply)
            terminal.settle()
            assert pane.seen == seen, name
        for reply in REPLIES.values():
            pane.reply(reply[:4])
            pane.reply(reply[4:])
        terminal.settle()
        assert pane.seen == seen
        if front == "board":
            assert database(tmp_path).read_bytes() == before
            return
        terminal.send("fri")
        terminal.wait_for("fri")
        assert "rgb" not in terminal.text and "tmux" not in terminal.text
