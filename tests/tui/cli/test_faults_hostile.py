"""O34 to O36: whatever lies in the database or is typed, no command lets a terminal act on it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from tests.command_line import Cli

CONTROLS = "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f"
UNSEEN = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\U000e0000-\\U000e0fff"
RAW = re.compile(f"[{CONTROLS}{UNSEEN}]")
HOSTILE = {
    "O34-markup": "[red]x[/]", "O34-closing": "[/red]", "O34-unclosed": "[bold",
    "O35-action": "[@click=app.quit]x[/]", "O35-link": "[link=https://example.invalid]x[/link]",
    "O36-clipboard": "\x1b]52;c;ZXZpbA==\x07", "O36-clear": "\x1b[2J\x1b[H", "O36-title": "\x1b]0;owned\x07",
    "O36-report": "\x1b[6n", "O36-dcs": '\x1bP$q"p\x1b\\', "O36-c1": "\x9b2J", "O36-nel": "a\x85b",
    "O36-link": "\x1b]8;;https://example.invalid\x1b\\x\x1b]8;;\x1b\\", "O36-backspace": "abc\b\b\bxyz",
    "return": "hidden\rvisible", "lines": "two\nlines\u2028three", "nul": "a\x00b", "delete": "a\x7fb",
    "override": "abc\u202egnp.exe", "isolate": "\u2066abc\u2069", "tags": "x\U000e0041\U000e0042",
    "surrogate": "x\udcff", "zalgo": "Z" + "\u0310\u0330" * 60, "long": "漢" * 10_000, "dash": "--help",
    "formula": "=HYPERLINK(1)", "header": "Hi\r\nBcc: evil@example.invalid", "path": "../../../etc/passwd",
    "jinja": "{{ 7*7 }}", "percent": "%s%n%x", "braces": "{0.__class__}",
    "O34-variable": "[$primary]x", "shell": "$(id)`id`;id", "blank": "   ",
}  # fmt: skip


def is_harmless(cli: Cli, *argv: str) -> None:
    """Run a command, whatever comes of it, and look at what it says."""
    ran = cli(*argv)
    assert ran.code in (0, 1, 2), ran.err
    found = RAW.search(ran.out + ran.err)
    assert found is None, (argv, found)
    assert ran.code == 0 or ran.err.count("\n") <= 1 or argv[0] in ("doctor", "proof")


def test_what_lies_in_the_database(search: Cli) -> None:
    tables = msgspec.json.decode(search.bytes() or b"")
    card = tables["interviews"]["northwind-2"]
    fields = ("company", "role", "round", "location", "link", "notes")
    for name, text in HOSTILE.items():
        people = [{**card["interviewers"][0], "name": text}]
        one: dict[str, object] = {
            **card,
            "id": name,
            "interviewers": people,
            "events": [],
            **dict.fromkeys(fields, text),
        }
        tables["interviews"][name] = one
    search.database.write_text(json.dumps(tables))
    for argv in (("list",), ("list", "--json"), ("status",), ("doctor",)):
        is_harmless(search, *argv)
    for name in HOSTILE:
        is_harmless(search, "show", name)
    for name in ("O34-markup", "O36-clipboard", "jinja", "lines"):
        is_harmless(search, "draft", name)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, text in HOSTILE.items() if "\0" not in text])
def test_what_is_typed(search: Cli, tmp_path: Path, name: str) -> None:
    text = HOSTILE[name]
    for argv in (
        ("add", "--start", "fri 9:00", "--round", text, "--", text, text), ("add", "a", "b", "--start", text),
        ("show", text), ("log", "northwind-2", text), ("log", "northwind-2", "heard", f"note={text}"),
        ("edit", "northwind-2", f"notes={text}"), ("list", "--at", text), ("list", "--column", text),
        ("import", text), ("merge", text), ("restore", text), ("proof", "northwind-2", text), (text,),
        ("--db", str(tmp_path / "n" / text[:40]), "list"), ("show", "northwind-2"),
    ):  # fmt: skip
        is_harmless(search, *argv)
