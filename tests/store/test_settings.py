"""The settings file: strict, with the place of every mistake."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest

from store.settings import TEMPLATE, BadSettings, Settings, as_toml, load, read_toml


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_the_template_says_the_defaults() -> None:
    assert read_toml(TEMPLATE) == Settings()
    said = read_toml(re.sub(r"^# (?=[a-z_]+ = )", "", TEMPLATE, flags=re.MULTILINE))
    for field in ("zone", "spelling", "country", "theme", "me", "policy", "quiet", "mail"):
        assert getattr(said, field) == getattr(Settings(), field)


def test_every_setting_is_in_the_template() -> None:
    for name in re.findall(r"^(\w+) = ", as_toml(Settings()), flags=re.MULTILINE):
        assert re.search(rf"^# {name} = ", TEMPLATE, flags=re.MULTILINE), name


def test_what_is_written_is_read_as_it_was() -> None:
    text = """
zone = "Asia/Kolkata"
date_order = "mdy"
ascii = true
[me]
name = 'a "b" \\ \u007f'
about = ["x", "y"]
[policy]
office_opens = "8:30"
office_closes = 18:00:00
working_days = ["Sun", "mon", 3]
holidays = [2026-12-25, "2027-01-01"]
[quiet]
from = "22:00"
[keys]
"card.thanked" = "s,ctrl+t"
"""
    got = read_toml(text.replace("\x7f", "?"))
    assert (got.policy.office_opens, got.policy.office_closes) == (time(8, 30), time(18))
    assert got.policy.working_days == (6, 0, 3)
    assert got.policy.holidays == (date(2026, 12, 25), date(2027, 1, 1))
    assert (got.quiet.begins, got.quiet.ends) == (time(22), time(8))
    assert read_toml(as_toml(got)) == got


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("zone = 'Mars'", "zone (line 1): expected"),
        ("\nzoen = 'Europe/Berlin'", "zoen (line 2): there is no such setting; did you mean zone?"),
        ("[polcy]\n", "did you mean policy?"),
        (
            "[policy]\nthank_duee = 1",
            "[policy] thank_duee (line 2): there is no such setting; did you mean thank_due",
        ),
        ("[policy]\nthank_due = 'x'", "[policy] thank_due (line 2): expected a whole number, got text"),
        ("[policy]\nthank_due = -1", "[policy] thank_due (line 2)"),
        ("[policy]\nthank_due = 99", "to rise"),
        ("[policy]\noffice_opens = '9 am'", 'expected a time such as "09:00"'),
        ("[policy]\nholidays = ['xmas']", "expected a date such as"),
        ("[policy]\nworking_days = ['someday']", "[policy] working_days (line 2)"),
        ("policy = 3", "[policy] (line 1): expected a section"),
        ("[me]\nname = 3", "[me] name (line 2): expected text in quotes"),
        ("date_order = 'ymd'", 'expected "dmy" or "mdy"'),
        ("country = 'Germany'", "two capital letters"),
        ("[keys]\nx = 3", "expected text in quotes"),
        ("a = = 1", "line 1"),
        ("x" * 10, "not TOML"),
    ],
)
def test_every_mistake_is_named_with_its_place(text: str, words: str) -> None:
    with pytest.raises(BadSettings) as refusal:
        read_toml(text, "config.toml")
    said = str(refusal.value)
    assert words in said
    assert "config.toml" in said
    assert "\n" not in said


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"name = '\x00'"])
def test_odd_bytes(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(raw)
    with pytest.raises(BadSettings):
        load(file)
    with pytest.raises(BadSettings):
        load(tmp_path)
