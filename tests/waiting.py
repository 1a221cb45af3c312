"""Waiting in tests: for what is to happen, never for how long it takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

PATIENCE = 60.0
"""Seconds after which what is waited for is taken not to come: only how soon a test fails hangs on it."""


async def until(pilot: Pilot[Any], holds: Callable[[], object], otherwise: Callable[[], str] = str) -> None:
    """Let the app go on until that is so; `otherwise` says what there was instead."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"waited in vain; {otherwise()}"
        await pilot.pause(0.002)
