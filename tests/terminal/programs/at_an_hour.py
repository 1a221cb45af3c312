"""Ringback as it is installed, by a clock that a file shows. Usage: at_an_hour.py FILE WORDS…"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from store import clock
from tui.cli import main

SHOWN = Path(sys.argv[1])


def shown(self: clock.WallClock) -> datetime:
    return datetime.fromisoformat(SHOWN.read_text().strip()).astimezone(UTC)


if __name__ == "__main__":
    clock.WallClock.now = shown  # type: ignore[method-assign]
    sys.exit(main(sys.argv[2:]))
