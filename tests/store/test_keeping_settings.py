"""A setting that ringback itself changes: everything else in the user's file stays as it is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from store.settings import (
    TEMPLATE,
    BadSettings,
    UnfitSetting,
    begin_settings,
    change_list,
    keep_setting,
    load,
)
from store.text import forbidden

OWN = """\
# mine
zone = "Europe/Berlin"   # home

[me]   # who I am
email = "jo@mail.example"
# name = ""

[policy]
thank_due = 20
"""


def test_the_line_with_its_default_is_taken_and_every_other_stays(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(OWN, "utf-8")
    changed = keep_setting(file, ("me", "name"), "Jo “J” March")
    assert changed.me.name == "Jo “J” March"
    assert file.read_text("utf-8") == OWN.replace('# name = ""', 'name = "Jo “J” March"')
    keep_setting(file, ("me", "name"), "Jo")
    assert file.read_text("utf-8") == OWN.replace('# name = ""', 'name = "Jo"')


def test_without_a_line_for_it_one_is_added_in_its_section(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('zone = "UTC" # here\n\n[policy]\nthank_due = 20\n', "utf-8")
    assert keep_setting(file, ("me", "name"), "Jo").me.name == "Jo"
    found = keep_setting(file, ("known_words",), ("Kubernetes", "Flink"))
    assert (found.me.name, found.known_words, found.zone) == ("Jo", ("Kubernetes", "Flink"), "UTC")
    assert found.policy.thank_due == 20
    assert 'zone = "UTC" # here' in file.read_text("utf-8")


def test_where_there_is_no_file_one_is_begun_with_everything_said(tmp_path: Path) -> None:
    file = tmp_path / "new" / "config.toml"
    assert keep_setting(file, ("known_words",), ("Flink",)).known_words == ("Flink",)
    assert file.read_text("utf-8") == TEMPLATE.replace("# known_words = []", 'known_words = ["Flink"]')


def test_what_stands_behind_the_default_and_how_lines_end_stays(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'[me]\r\n# name = ""   # under letters\r\nemail = "a@b.example"\r\n')
    keep_setting(file, ("me", "name"), "Jo")
    assert file.read_bytes() == b'[me]\r\nname = "Jo"   # under letters\r\nemail = "a@b.example"\r\n'


def test_a_default_over_several_lines_stays_a_comment(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('# known_words = [\n#   "a",\n# ]\n', "utf-8")
    assert keep_setting(file, ("known_words",), ("b",)).known_words == ("b",)
    assert '# known_words = [\n#   "a",\n# ]\n' in file.read_text("utf-8")


def test_what_only_looks_like_its_line_is_not_taken_for_it(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[me]\nphone = """\n# name = ""\n"""\n', "utf-8")
    keep_setting(file, ("me", "name"), "Jo")
    found = tomllib.loads(file.read_text("utf-8"))["me"]
    assert found == {"phone": '# name = ""\n', "name": "Jo"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(OWN, "utf-8")
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    keep_setting(link, ("me", "name"), "Jo")
    assert link.is_symlink() and 'name = "Jo"' in real.read_text("utf-8")


@pytest.mark.parametrize("broken", ["zone = ", "[me\nname = 1", "\x00", 'me = "Jo"'])
def test_a_file_that_cannot_be_changed_is_left_as_it_is(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(broken, "utf-8")
    with pytest.raises(BadSettings):
        keep_setting(file, ("me", "name"), "Jo")
    assert file.read_text("utf-8") == broken


@settings(max_examples=60)
@given(name=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_whatever_the_name_it_is_read_back(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    assume(not forbidden(name, lines=False))
    file = tmp_path_factory.mktemp("settings") / "config.toml"
    file.write_text(OWN, "utf-8")
    keep_setting(file, ("me", "name"), name)
    assert tomllib.loads(file.read_text("utf-8"))["me"]["name"] == name
    assert load(file)[0].me.email == "jo@mail.example"


def test_taken_out_the_default_holds_and_all_else_stays(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(OWN, "utf-8")
    assert keep_setting(file, ("policy", "thank_due"), None).policy.thank_due == 24
    assert file.read_text("utf-8") == OWN.replace("thank_due = 20\n", "")
    before = file.read_text("utf-8")
    keep_setting(file, ("policy", "thank_due"), None)
    assert file.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (("policy", "thank_due"), 90, "policy.thank_due = 90: expected"),
        (("theme",), 7, "theme: expected text in quotes"),
        (("zone",), "Mars", "zone: there is no time zone"),
    ],
)
def test_what_it_may_not_be_is_said_and_not_written(
    tmp_path: Path, name: tuple[str, ...], value: object, said: str
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(OWN.replace("thank_due = 20", "nonsense = 1"), "utf-8")
    before = file.read_text("utf-8")
    with pytest.raises(UnfitSetting, match=said):
        keep_setting(file, name, value)
    assert file.read_text("utf-8") == before
    # What is wrong elsewhere in the file does not keep the rest from being set.
    assert keep_setting(file, ("me", "name"), "Jo").me.name == "Jo"


def test_a_file_is_begun_once(tmp_path: Path) -> None:
    file = tmp_path / "new" / "config.toml"
    begin_settings(file)
    assert file.read_text("utf-8") == TEMPLATE
    file.write_text(OWN, "utf-8")
    begin_settings(file)
    assert file.read_text("utf-8") == OWN


def test_a_list_is_changed_as_it_stands_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert change_list(file, ("away",), lambda there: (*there, "2026-12-24")).away == ("2026-12-24",)
    file.write_text(file.read_text("utf-8").replace('["2026-12-24"]', '["2026-12-24", 2027-01-04]'), "utf-8")
    found = change_list(file, ("away",), lambda there: (*there[1:], "2026-11-27"))
    assert found.away == ("2027-01-04", "2026-11-27")
    assert load(file)[0] == found


@pytest.mark.parametrize(
    ("name", "text"),
    [("away", 'away = ["2026-12-24", "all of May"]\n'), ("known_words", "known_words = [3]\n")],
)
def test_a_list_with_a_fault_in_it_keeps_all_that_the_user_has_written(
    tmp_path: Path, name: str, text: str
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UnfitSetting, match=name):
        change_list(file, (name,), lambda there: (*there, "2026-11-27"))
    assert file.read_text("utf-8") == text


def test_what_stands_beside_the_entries_of_a_list_stays(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    text = 'away = [ # mine\n  "2026-12-24", # Christmas\n  # and then\n  "2026-12-31",\n]\n'
    file.write_text(text, "utf-8")
    change_list(file, ("away",), lambda there: (*there, "2027-03-05"))
    assert file.read_text("utf-8") == text.replace('31",\n', '31",\n  "2027-03-05",\n')
    keep_setting(file, ("away",), ["2026-12-24", "2027-03-05"])
    assert "# Christmas" in file.read_text("utf-8") and "2026-12-31" not in file.read_text("utf-8")
    assert keep_setting(file, ("away",), ["2027-03-05", "2026-12-24"]).away == ("2027-03-05", "2026-12-24")
