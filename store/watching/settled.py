"""When a folder has last changed, as far as its time can be relied upon."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

_UNSETTLED_NS = 3 * 10**9
"""A folder that has changed so recently may change again within what its time can tell."""


def settled_time(folder: Path, now: datetime) -> int | None:
    """When something was last put in, taken out or renamed, in ns; None just after that. `now` is aware.

    Raises OSError.
    """
    changed = folder.stat().st_mtime_ns
    return changed if int(now.timestamp()) * 10**9 - changed > _UNSETTLED_NS else None
