"""What the tests of the watched folders begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.watching.folders import Folders


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(tmp_path)
    made.add()
    return made
