"""O34 to O36: whatever lies in the database or is typed, no command lets a terminal act on it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from store.database import format as books
from tests.command_line import Cli
from tests.hostile import TEXTS

CONTROLS = "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f"
UNSEEN = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\U000e0000-\\U000e0fff"
RAW = re.compile(f"[{CONTROLS}{UNSEEN}]")
HOSTILE = TEXTS | {"surrogate": "x\udcff", "blank": "   "}


def is_harmless(cli: Cli, *argv: str) -> None:
    """Run a command, whatever comes of it, and look at what it says."""
    ran = cli(*argv)
    assert ran.code in (0, 1, 2), ran.err
    found = RAW.search(ran.out + ran.err)
    assert found is None, (argv, found)
    assert ran.code == 0 or ran.err.count("\n") <= 1 or argv[0] in ("doctor", "proof")


def by_hand(search: Cli) -> None:
    """Put each text into every field of a card of its own, as an editor or a script may."""
    tables = msgspec.json.decode(search.bytes() or b"")
    card = tables["interviews"]["northwind-2"]
    fields = ("company", "role", "round", "location", "link", "notes")
    for name, text in TEXTS.items():
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


@pytest.mark.parametrize("gate_in", [True, False])
def test_what_lies_in_the_database(search: Cli, monkeypatch: pytest.MonkeyPatch, gate_in: bool) -> None:
    if not gate_in:
        for name in ("may_need_repair", "needs_repair"):
            monkeypatch.setattr(books, name, lambda _: False)
    by_hand(search)
    for argv in (("list",), ("list", "--json"), ("status",)):
        is_harmless(search, *argv)
        assert search(*argv).code == 0
    is_harmless(search, "doctor")
    for name in TEXTS:
        is_harmless(search, "show", name)
    for name in ("red", "clipboard", "jinja", "lines"):
        is_harmless(search, "draft", name)


def test_doctor_names_what_an_import_would_refuse_until_a_change_mends_it(search: Cli) -> None:
    by_hand(search)
    ran = search("doctor")
    assert ran.code == 1
    assert "WRONG  database: ABB, ABB (backspace): " not in ran.out
    assert "WRONG  database: ABCXYZ, ABCXYZ (backspace): company held a control character (U+0008)" in ran.out
    search.done("log", "acme-1", "heard")
    assert "held a" not in search("doctor").out
    again = search.folder / "again.json"
    search.done("export", str(again))
    search.done("--db", str(search.folder / "new.json"), "import", str(again))


def test_doctor_says_whose_record_is_at_fault(search: Cli) -> None:
    tables = msgspec.json.decode(search.bytes() or b"")
    card = tables["interviews"]["northwind-2"]
    card["interviewers"].append(card["interviewers"][0])
    card["events"].append({"kind": "heard", "id": "e-new", "at": "2026-11-19T10:00:00Z", "to": "nobody"})
    search.database.write_text(json.dumps(tables))
    whose = f"{card['company']}, {card['role']} (northwind-2): "
    said = search("doctor").out
    assert f"{whose}interviewers[{len(card['interviewers']) - 1}] had the id " in said
    assert "(heard) is about nobody, who is not there, and is left out by an export" in said
    search.done("show", "northwind-2")


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
