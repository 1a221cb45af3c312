"""msgspec is imported without what it looks for by the way, and nobody misses that."""

from __future__ import annotations

import subprocess
import sys

import pytest
from msgspec import Struct

from store import interview
from store.changes.undo import Step
from store.hearing.proposal import Proposal
from store.policy import Policy
from store.settings import Settings

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


@pytest.mark.parametrize(
    "record",
    [interview.Interview, interview.Closed, Policy, Settings, Step, Proposal],
    ids=lambda one: one.__name__,
)
def test_annotations_of_records_are_no_strings(record: type[Struct]) -> None:
    """Each would be compiled at every start of a command."""
    assert [name for name, kind in vars(record)["__annotations__"].items() if isinstance(kind, str)] == []
