"""What --json prints has the names that the help says, by any command; the exit code is the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.command_line import Cli
from tests.terminal.terminal import ROOT
from tui.cli.output import put_json
from tui.cli.topic_texts import JSON

INVITATION = ROOT / "tests" / "store" / "calendar" / "invitations" / "google-panel.ics"
ARGUMENTS = {
    "show": ["northwind-2"],
    "proof": ["northwind-2", str(ROOT / "LICENSE")],
    "import": [str(INVITATION), "--me", "you@mail.example"],
}


def names_in(value: Any) -> Iterator[str]:
    """The names of an object and of those in it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names_in(inner)
    if isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


@pytest.mark.parametrize("command", JSON)
def test_what_is_said_of_it_is_in_it(search: Cli, command: str) -> None:
    said = [*re.findall(r'"(\w+)"', JSON[command].partition("}; ")[0])]
    if command == "config":
        search.set("zone = 3\n")
    ran = search(command, *ARGUMENTS.get(command, []), "--json")
    plain = search(command, *ARGUMENTS.get(command, []))
    assert ran.code == plain.code
    assert ran.json["version"] == 1
    found = {*names_in(ran.json)}
    none_here = {"proposals": {"id", "interview"}}.get(said[1], set())
    assert {*said} - found <= none_here


def test_the_counts_of_status_are_those_of_its_line(search: Cli) -> None:
    got = search.done("status", "--json").json
    assert f"{got['words']}\n" == search.done("status").out
    assert f"{got['short']}\n" == search.done("status", "--short").out
    for count, words in (("thank", "to thank"), ("call", "to call"), ("owed", "owed")):
        assert (f"{got[count]} {words}" in got["words"]) == bool(got[count])
    assert got["thank"] > 0


def test_without_a_database_status_counts_nothing(cli: Cli) -> None:
    got = cli.done("status", "--json").json
    assert (got["words"], got["short"], got["thank"], got["call"]) == ("", "", 0, 0)
    assert list(cli.folder.iterdir()) == []


def test_a_backup_says_its_name_and_the_list_has_it(search: Cli) -> None:
    made = search.done("backup", "--json").json
    assert made["made"] == made["backups"][0]["name"] and made["backups"][0]["good"]
    listed = search.done("backup", "--list", "--json").json
    assert listed == made | {"made": None}
    assert [one["name"] for one in listed["backups"]] == search.backups()
    search.done("restore", made["made"])


def test_a_spoilt_database_has_its_backups_listed(search: Cli) -> None:
    search.done("backup")
    search.database.write_bytes(b"{")
    assert search.done("backup", "--list", "--json").json["backups"]


def test_doctor_says_the_same_to_programs(search: Cli) -> None:
    search.set("zone = 3\n")
    plain, ran = search("doctor"), search("doctor", "--json")
    assert (plain.code, ran.code, ran.json["good"]) == (1, 1, False)
    lines = [
        f"{'ok   ' if one['good'] else 'WRONG'}  {one['of']}: {one['words']}" for one in ran.json["findings"]
    ]
    assert plain.out.splitlines()[:-1] == lines


def test_the_settings_in_effect_with_what_is_wrong(cli: Cli) -> None:
    cli.set('zone = "Asia/Tokyo"\nspelling = "odd"\n[quiet]\n')
    got = cli.done("config", "--json").json
    assert (got["file"], got["exists"], got["settings"]["zone"]) == (str(cli.config), True, "Asia/Tokyo")
    (fault,) = got["faults"]
    assert (fault["line"], fault["name"]) == (2, "spelling")
    cli.config.unlink()
    assert cli.done("config", "--json").json["exists"] is False


def test_a_file_is_not_written_and_printed_at_once(cli: Cli) -> None:
    ran = cli("config", "--write", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "do not go together" in ran.err
    assert not cli.config.exists()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Globex ~", "Globex ~"), ("Zoë, 東京", "Zoë, 東京"), ("a\x7fb", r"a\u007fb"), ("ë\x7f", r"ë\u007f"),
        ("\x1b[31m", r"\u001b[31m"), ("\x9b31m", r"\u009b31m"), ("a\u202eb", r"a\u202eb"),
        ("\U000e0041", r"\udb40\udc41"), ("two\nlines", r"two\nlines"), ('"\\', r"\"\\"),
    ],
)  # fmt: skip
def test_what_could_act_on_a_terminal_is_escaped_and_says_the_same(
    text: str, printed: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    put_json({"said": text})
    out = capsysbinary.readouterr().out
    assert out.decode() == f'{{\n  "said": "{printed}"\n}}\n'
    assert json.loads(out) == {"said": text}
