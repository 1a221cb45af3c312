"""The completions and the manual, as `python screenshots/shell.py` makes them of the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_HERE = Path(__file__).parent
MANUAL = _HERE / "ringback.1"
COMPLETIONS: Mapping[str, Path] = {
    "bash": _HERE / "ringback.bash",
    "zsh": _HERE / "_ringback",
    "fish": _HERE / "ringback.fish",
}
"""The script of each shell, under the name it looks for where that matters."""
