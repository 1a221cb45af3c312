"""Handing over in a real terminal: the editor gets it and gives it back; the clipboard gets its sequence."""

import base64
import sys
from pathlib import Path

from tests.terminal.terminal import Terminal

PROGRAM = Path(__file__).parent / "programs" / "last_read.py"


def test_the_editor_has_the_terminal_and_the_board_comes_back(tmp_path: Path) -> None:
    editor = tmp_path / "edit"
    editor.write_text(
        '#!/bin/sh\nprintf "EDITING "; cat "$1"; printf "\\n"; read -r answer; test "$answer" = done\n'
    )
    editor.chmod(0o700)
    with Terminal([sys.executable, str(PROGRAM), str(tmp_path), str(editor)]) as terminal:
        terminal.wait_for("Last read")
        terminal.settle()
        terminal.press("f6")
        terminal.wait_for("EDITING Thank you, Joan!")
        terminal.send("done\n")
        terminal.wait_for("The editor is done.")
        assert "Last read" in terminal.text
        terminal.press("y")
        terminal.wait_for("Given to the terminal's clipboard")
        assert b"\x1b]52;c;" + base64.b64encode(b"Thank you, Joan!") + b"\a" in terminal.raw
        terminal.press("s")
        assert terminal.wait_exit() == 0
        assert terminal.left_on() == []
    assert not list(tmp_path.glob("ringback-*"))
