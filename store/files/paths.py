"""Where ringback's files lie. Nothing is made here: a directory comes into being with the first write."""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = "ringback"
VARIABLE = "RINGBACK_DB"
"""Names the database and wins over the usual place."""


def data_file() -> Path:
    """The database: what `RINGBACK_DB` names, else `ringback.json` in the user's data directory."""
    if named := os.environ.get(VARIABLE):
        return expanded(named)
    # Imported on use: with the variable set, as in a status bar, it is not needed.
    from platformdirs import user_data_path

    return user_data_path(PROGRAM, appauthor=False) / f"{PROGRAM}.json"


def config_file() -> Path:
    """The settings, which need not exist."""
    from platformdirs import user_config_path

    return user_config_path(PROGRAM, appauthor=False) / "config.toml"


def state_dir() -> Path:
    """The directory for what may be lost without harm: logs, the last frame."""
    from platformdirs import user_state_path

    return user_state_path(PROGRAM, appauthor=False)


def country_days_file() -> Path:
    """Working days that have been worked out once; may be removed at any time."""
    from platformdirs import user_cache_path

    return user_cache_path(PROGRAM, appauthor=False) / "country-days.json"


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
