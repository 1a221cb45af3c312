"""What the command `ringback` begins with."""

from __future__ import annotations

import sys
import time

from tui.kept_status import known_answer

TYPE_CHECKING = False  # typing itself costs a quarter of an empty Python
if TYPE_CHECKING:
    from typing import NoReturn


def start() -> NoReturn:
    """Run the command line. A status bar that asks again is answered before it is imported."""
    answer = known_answer(sys.argv[1:], time.time())
    if answer is None or not _written(answer):
        from store.lean_imports import import_leanly

        import_leanly()
        from tui.cli import start as run

        run()
    sys.exit(0)


def _written(answer: str) -> bool:
    try:
        sys.stdout.write(answer)
        sys.stdout.flush()
    except (OSError, ValueError):
        return False  # the command itself knows what to say and how to end
    return True
