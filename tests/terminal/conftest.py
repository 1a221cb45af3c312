import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.terminal import Terminal

FOLDER = Path(__file__).parent
SAMPLE = FOLDER / "programs" / "sample.py"
Start = Callable[..., Terminal]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that needs a true terminal is slow."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the sample app in a terminal and wait for its first frame; it is ended after the test."""
    with ExitStack() as stack:

        def start(*arguments: str, **options: Any) -> Terminal:
            command = [sys.executable, str(SAMPLE), str(tmp_path), *arguments]
            terminal = stack.enter_context(Terminal(command, **options))
            terminal.wait_for("READY")
            terminal.settle()
            return terminal

        yield start
