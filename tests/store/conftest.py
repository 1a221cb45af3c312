"""What many tests of the store begin with."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of a test lies; nothing is there yet."""
    return tmp_path / "ringback.json"
