"""A tmux of its own for a program in a terminal."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import pytest


@contextmanager
def tmux() -> Iterator[list[str]]:
    """How to start a program in a tmux without anybody's settings; it ends with the test."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    # Beside the test's own files the socket's path would be longer than a socket's may be.
    with TemporaryDirectory(prefix="ringback-") as directory:
        found = [program, "-S", f"{directory}/tmux", "-f", "/dev/null"]
        try:
            yield [*found, "new-session"]
        finally:
            subprocess.run([*found, "kill-server"], capture_output=True, check=False, timeout=60)
