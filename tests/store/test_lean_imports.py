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
from store.lean_imports import import_leanly
{before}
import_leanly()
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


LATER = """
from store.lean_imports import import_leanly
import_leanly()
import sys, uuid
by_the_way = {"platform", "ipaddress", "textwrap", "msgspec.inspect", "msgspec._json_schema"}
print(sorted(by_the_way & {*sys.modules}))
import msgspec, urllib.parse
"""


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("msgspec.inspect.type_info(int)", "IntType"),
        ("msgspec.json.schema(int)", "{'type': 'integer'}"),
        ("msgspec.json.schema_components([int])", "({'type': 'integer'},)"),
        ("urllib.parse.urlsplit('http://[::1]/').hostname", "::1"),
        ("__import__('platform').python_implementation()", sys.implementation.name),
        ("__import__('ipaddress').ip_address('::1')", "::1"),
        ("uuid.uuid5(uuid.NAMESPACE_DNS, 'globex.example').version", "5"),
    ],
)
def test_what_it_was_imported_without_is_there_once_it_is_asked_for(asked: str, answer: str) -> None:
    program = f"{LATER}print({asked})\nassert msgspec.inspect.IntType is not None"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    lines = ran.stdout.splitlines()
    assert lines[0] == "[]"
    assert answer.casefold() in lines[1].casefold()


@pytest.mark.parametrize("needed", ["msgspec.inspect.IntType", "ipaddress.ip_address", "platform.machine"])
def test_what_another_version_asks_for_at_once_it_gets(needed: str) -> None:
    """Then there is no stand-in for it any longer."""
    module, _, name = needed.rpartition(".")
    program = (
        "import sys\n"
        "from store import lean_imports\n"
        f"stand_in = lean_imports._stand_ins()[{module!r}]\n"
        f"with lean_imports.standing_in({{{module!r}: stand_in}}):\n"
        f"    from {module} import {name}\n"
        f"import {module}\n"
        f"assert {needed} is {name} and sys.modules[{module!r}] is not stand_in\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    "record",
    [interview.Interview, interview.Closed, Policy, Settings, Step, Proposal],
    ids=lambda one: one.__name__,
)
def test_annotations_of_records_are_no_strings(record: type[Struct]) -> None:
    """Each would be compiled at every start of a command."""
    assert [name for name, kind in vars(record)["__annotations__"].items() if isinstance(kind, str)] == []
