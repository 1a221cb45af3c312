"""What the board never uses of the framework is not imported with it, and can be imported afterwards."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from tui.terminal.lean import leanly_imported
{before}
with leanly_imported():
    from tui.app import Ringback
    from textual.widget import Widget
print(*(name for name in {names} if name in sys.modules))
import ssl, textual.command
from textual.widgets import Input, OptionList, TextArea
assert ssl.create_default_context and issubclass(textual.command.CommandPalette, Widget)
"""
NAMES = ("textual.command", "textual.widgets._tree", "textual.widgets._input", "ssl", "_ssl")


def left_in(before: str = "") -> list[str]:
    """Which of them are there once the board's app is imported."""
    code = PROGRAM.format(before=before, names=NAMES)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()


def test_neither_its_palette_nor_tls() -> None:
    assert left_in() == []


def test_what_is_there_already_stays() -> None:
    assert left_in("import ssl") == ["ssl", "_ssl"]
    assert set(left_in("import textual.app")) == set(NAMES)
