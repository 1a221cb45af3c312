"""Ringback as it is while the framework is imported behind its first picture: that waits, or fails.

python -m tests.terminal.programs.half_started waits|fails [WORDS ...]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

from tui.start import start


class Behind:
    """In the place of what is imported next."""

    def __init__(self, fate: str) -> None:
        self._fate = fate

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Wait there, or fail."""
        if name == "tui.app":
            if self._fate == "fails":
                raise ValueError("secret")
            while True:
                time.sleep(1)
        return None


if __name__ == "__main__":
    sys.meta_path.insert(0, Behind(sys.argv[1]))
    sys.argv[1:2] = []
    start()
