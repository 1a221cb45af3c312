"""O34 to O36: whatever lies in the database or is typed, no command lets a terminal act on it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from store.database import format as books
from store.database.autosave import folder_of
from store.interview import all_texts
from store.settings import Settings, load
from store.settings.values import LONGEST_TEXT
from store.text import forbidden
from tests.command_line import Cli
from tests.hostile import CONTROLS, TEXTS
from tui.settings_check import CHECKS

CONTROL = "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f"
UNSEEN = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\U000e0000-\\U000e0fff"
RAW = re.compile(f"[{CONTROL}{UNSEEN}]")
HOSTILE = TEXTS | {"surrogate": "x\udcff", "blank": "   "}


def is_harmless(cli: Cli, *argv: str) -> None:
    """Run a command, whatever comes of it, and look at what it says."""
    ran = cli(*argv)
    assert ran.code in (0, 1, 2), ran.err
    found = RAW.search(ran.out + ran.err)
    assert found is None, (argv, found)
    talkative = argv[0] in ("doctor", "proof", "--db")
    assert ran.code == 0 or ran.err.count("\n") <= 1 or talkative


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
        for name in ("may_need_repair", "is_mixed_up"):
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


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, text in CONTROLS.items() if "\0" not in text])
def test_what_files_and_folders_are_called(search: Cli, name: str) -> None:
    """Of the database, of all that can lie beside it, and of what is read or written."""
    text = CONTROLS[name].replace("/", "-")
    home = search.folder / f"home {text}"
    home.mkdir()
    database = home / f"board {text}.json"
    db = ("--db", str(database))
    search.done(*db, "add", "Globex", "Engineer", "--start", "yesterday 10:00")
    search.done(*db, "backup")
    drafts = folder_of(database)
    drafts.mkdir(0o700)
    backups = database.with_name(f"{database.name}.backups")
    templates = search.config.parent / "templates"
    templates.mkdir()
    for odd in (
        *(drafts / f"0123{text}{suffix}" for suffix in (".json", ".form", ".outside", ".session")),
        home / f"{database.stem}.sync-conflict-{text}.json", home / f"{database.name}.bak",
        backups / f"2026-01-01T00-00-00Z.{text}.json", backups / "2026-01-01T00-00-00Z.0123456789abcdef.json",
        home / f"broken {text}.json", home / f"odd {text}.ics", templates / f"odd {text}.j2",
    ):  # fmt: skip
        odd.write_text(f"{{{text}")
    broken = str(home / f"broken {text}.json")
    for argv in (
        ("doctor",), ("list",), ("draft", "--left-behind"), ("restore",), ("restore", text),
        ("backup", "--list"), ("merge", broken), ("import", broken), ("import", str(home)),
        ("import", str(home / f"odd {text}.ics")),
        ("export", str(home / f"none {text}" / "x")), ("export", str(home / f"all {text}.json")),
    ):  # fmt: skip
        is_harmless(search, *db, *argv)
    is_harmless(search, "--db", broken, "list")
    is_harmless(search, "--config", broken, "list")


# The settings, as one more way in

SETTING_TEXTS = (
    "zone", "theme", "country", "spelling", "date_order", "me.name", "me.email", "me.phone", "mail.command",
    "mail.drafts_folder", "policy.office_opens", "policy.thank_due", "quiet.from",
)  # fmt: skip
IN_LISTS_AND_NAMES = 11
"""The further places of `with_everywhere`."""


def toml(text: str) -> str:
    """A text in TOML's quotes, whatever would not stand there in an escape."""
    letters = (one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08x}" for one in text)
    return f'"{"".join(letters)}"'


def with_everywhere(text: str) -> str:
    """Settings that have the text in every place that a text can stand in, names and keys too."""
    sections: dict[str, list[str]] = {}
    for name in SETTING_TEXTS:
        section, _, key = name.rpartition(".")
        sections.setdefault(section, []).append(f"{key} = {toml(text)}")
    sections["me"].append(f"about = [{toml(text)}, {toml(text)}]")
    sections["policy"] += [f"holidays = [{toml(text)}]", f"working_days = [{toml(text)}]"]
    sections["keys"] = [f'"card.sent" = {toml(text)}']
    lines = [*sections.pop(""), f"{toml(text)} = {toml(text)}"]
    for section, inner in sections.items():
        lines += [f"[{section}]", *inner, f"{toml(text + section)} = {toml(text)}"]
    return "\n".join([*lines, f"[{toml('of ' + text)}]", f"{toml(text)} = 1", ""])


@pytest.mark.parametrize("name", TEXTS)
def test_what_stands_in_the_settings(search: Cli, name: str) -> None:
    search.set(with_everywhere(TEXTS[name][: LONGEST_TEXT + 1]))
    # Of that one the file is larger than settings may be.
    settings, faults = (Settings(), ()) if name == "wide-long" else load(search.config, CHECKS)
    unchecked = settings if name == "wide-long" else load(search.config)[0]
    for _, field, held in all_texts((settings, unchecked)):
        assert forbidden(held, lines=False) is None, field
        assert len(held) <= LONGEST_TEXT
    if name in CONTROLS:
        assert settings == Settings(), "the default holds for each"
        assert len({fault.line for fault in faults}) == len(faults) == len(SETTING_TEXTS) + IN_LISTS_AND_NAMES
        assert all(fault.name and fault.line for fault in faults)
    for argv in (
        ("list",), ("list", "--json"), ("status",), ("config",), ("doctor",), ("show", "northwind-2"),
        ("draft", "northwind-2"), ("proof", "northwind-2"),
    ):  # fmt: skip
        is_harmless(search, *argv)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_the_settings_that_is_no_toml(search: Cli, name: str) -> None:
    """As it is, without any escape: most of it no TOML parser takes, and says what it has met."""
    search.set(f'[me]\nname = "{TEXTS[name]}"\n{TEXTS[name]} = {TEXTS[name]}')
    for argv in (("list",), ("config",), ("doctor",), ("--config", str(search.config), "list")):
        is_harmless(search, *argv)
