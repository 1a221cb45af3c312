"""The last read on the board's driver. Usage: last_read.py DIRECTORY EDITOR"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from tui.handover.outgoing import Means, Outgoing
from tui.screens.last_read import LastRead
from tui.terminal.driver import QuietDriver
from tui.themes import Themed


class Reading(Themed):
    """Nothing but the last read; leaves with it."""

    def __init__(self, directory: Path, editor: str) -> None:
        super().__init__(driver_class=QuietDriver)
        env = {**os.environ, "EDITOR": editor, "VISUAL": ""}
        env.pop("TMUX", None)
        self.means = Means(env, ("", ""), "", None, directory, directory)

    def on_mount(self) -> None:
        text = Outgoing("p1", "Joan Pell", "sms", phone="+49 1511 2345678", body="Thank you, Joan!")
        moment = datetime(2026, 11, 19, 18, 4, tzinfo=UTC)
        self.push_screen(LastRead([text], self.means, lambda: moment, title="Globex"), lambda _: self.exit())


if __name__ == "__main__":
    Reading(Path(sys.argv[1]), sys.argv[2]).run()
