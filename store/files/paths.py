"""Where ringback's files lie. Nothing is made here: a directory comes into being with the first write."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal, TypeAlias

PROGRAM = "ringback"
VARIABLE = "RINGBACK_DB"
"""Names the database and wins over the usual place."""
_Kind: TypeAlias = Literal["data", "config", "state", "cache"]
_AT_HOME: dict[_Kind, str] = {
    "data": ".local/share",
    "config": ".config",
    "state": ".local/state",
    "cache": ".cache",
}
"""Where a Linux system has each kind, unless a variable says otherwise."""


def data_file() -> Path:
    """The database: what `RINGBACK_DB` names, else `ringback.json` in the user's data directory."""
    if named := os.environ.get(VARIABLE):
        return expanded(named)
    return _own("data") / f"{PROGRAM}.json"


def config_file() -> Path:
    """The settings, which need not exist."""
    return _own("config") / "config.toml"


def state_dir() -> Path:
    """The directory for what may be lost without harm: logs, the last frame."""
    return _own("state")


def country_days_file() -> Path:
    """Working days that have been worked out once; may be removed at any time."""
    return _own("cache") / "country-days.json"


def _own(kind: _Kind) -> Path:
    """The user's own directory of that kind, as the system has it."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        if os.path.isabs(base):  # noqa: PTH117
            return Path(base, PROGRAM)
        home = os.environ.get("HOME", "")
        if not base.strip() and os.path.isabs(home):  # noqa: PTH117
            return Path(home, _AT_HOME[kind], PROGRAM)
    # Imported on use: what is plain is known without it.
    from platformdirs import PlatformDirs

    found: Path = getattr(PlatformDirs(PROGRAM, appauthor=False), f"user_{kind}_path")
    return found


def expanded(named: str) -> Path:
    """With a leading `~` understood: not everything that sets variables is a shell."""
    path = Path(named)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def with_tilde(path: Path | str) -> str:
    """How a path is said where room is scarce: with `~` for the user's home."""
    text, home = str(path), str(expanded("~"))
    return f"~{text[len(home) :]}" if len(home) > 1 and text.startswith(f"{home}/") else text
