"""The framework without what the board never uses of it: importing that takes a tenth of the start."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from store.lean_imports import standing_in

COMMANDS = "textual.command"
"""The framework's palette of commands, and with it trees, lists and selections. Ours is another."""
TLS = "ssl"
"""What `asyncio` can do without. The board opens no connection."""


@contextmanager
def leanly_imported() -> Iterator[None]:
    """Import the framework in here. Afterwards both can be imported by whoever does need them.

    What has been imported before stays as it is.
    """
    if COMMANDS in sys.modules or "asyncio" in sys.modules:
        yield
        return
    with standing_in({COMMANDS: _StandIn(COMMANDS), TLS: None}):
        yield


class _StandIn(ModuleType):
    """Has an empty class for every name that is asked of it: they are only inherited from."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {"__module__": COMMANDS})
