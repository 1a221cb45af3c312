"""A small app on the board's driver, for the tests of the terminal: it shows what reaches it.

Usage: sample.py DIRECTORY [plain]; with "plain" it runs on Textual's own driver, to compare. The keys typed
go to DIRECTORY/saved when the program is ended from outside.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.board import why_no_board
from tui.terminal.process_end import leave
from tui.terminal.signals import Ending

if TYPE_CHECKING:
    from tests.terminal.programs.sample_app import Sample


def main(directory: Path, *, plain: bool) -> int:
    if reason := why_no_board(os.environ):
        sys.stderr.write(reason + "\n")
        return 2
    ending = Ending()
    ending.install()
    from tui.terminal.crash import run_guarded

    def make() -> "Sample":
        from tests.terminal.programs.sample_app import Sample

        app = Sample(directory, plain=plain)
        ending.save = app.save
        return app

    return run_guarded(make, ending, directory / "log")


if __name__ == "__main__":
    code = main(Path(sys.argv[1]), plain="plain" in sys.argv)
    sys.exit(code) if "plain" in sys.argv else leave(code)
