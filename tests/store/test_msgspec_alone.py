"""msgspec is imported without what it looks for by the way, and nobody misses that."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from store.msgspec_alone import import_msgspec
{before}
import_msgspec()
print('msgspec' in sys.modules, 'typing_extensions' in sys.modules)
import store.database.format, store.settings, typing_extensions
print(store.database.format.decode(b'{{"meta": {{"ringback": {{"schema": 1}}}}}}').book.interviews)
print(typing_extensions.TypedDict)
"""


@pytest.mark.parametrize(
    ("before", "there"),
    [("", "True False"), ("import typing_extensions", "False True"), ("import msgspec", "True True")],
)
def test_it_is_there_alone(before: str, there: str) -> None:
    program = PROGRAM.format(before=before)
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    lines = ran.stdout.splitlines()
    assert (lines[0], lines[1]) == (there, "{}")
    assert "TypedDict" in lines[2]
