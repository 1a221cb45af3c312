"""What many tests of the store begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.service import Service
from tests.store.service_made import filled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of a test lies; nothing is there yet."""
    return tmp_path / "ringback.json"


@pytest.fixture
def service(path: Path) -> Service:
    """A service with two interviews."""
    return filled(path)
