"""`ringback help`: commands, topics and the manual, each said in one place."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.command_line import Cli
from tui.cli.help_texts import EXIT_CODES, TOPICS
from tui.cli.parser import grammar
from tui.cli.shell import MANUAL
from tui.cli.topic_texts import CODES, JSON
from tui.keys import BOARD_KEYS


@pytest.mark.parametrize("name", grammar().commands())
def test_a_command_is_helped_on_as_by_its_option(cli: Cli, name: str) -> None:
    assert cli.done("help", name).out == cli.done(name, "--help").out


def test_alone_it_is_the_help_of_all(cli: Cli) -> None:
    assert cli.done("help").out == cli.done("--help").out


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_is_said_on_standard_output_and_writes_nothing(cli: Cli, topic: str) -> None:
    ran = cli.done("help", topic)
    assert len(ran.out.splitlines()) > 4 and not ran.err
    assert list(cli.folder.iterdir()) == []
    if topic not in ("files", "templates"):  # these name folders, which may be anywhere
        assert max(map(len, ran.out.splitlines())) <= 120


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("exit codes", "exit-codes"), ("exit", "exit-codes"), ("Exit_Codes", "exit-codes"), ("KEYS", "keys"),
        ("when", "times"), ("where", "filters"), ("manual", "man"),
    ],
)  # fmt: skip
def test_a_topic_goes_by_other_names_too(cli: Cli, typed: str, topic: str) -> None:
    assert cli.done("help", *typed.split()).out == cli.done("help", topic).out


def test_keys_are_those_of_the_user(cli: Cli) -> None:
    own = next(key for key in BOARD_KEYS if key.id == "card.draft")
    cli.set('[keys]\n"card.draft" = "f12"\n')
    (line,) = [line for line in cli.done("help", "keys").out.splitlines() if line.endswith(f"  {own.words}")]
    assert line.split() == ["F12", *own.words.split()]


def test_files_are_those_in_effect(cli: Cli) -> None:
    out = cli.done("help", "files").out
    assert f"{cli.database}\n" in out and f"{cli.config}\n" in out
    for ending in (".backups/", ".drafts/", ".lock", ".heard", ".announced"):
        assert f"{cli.database}{ending}\n" in out


def test_settings_are_the_file_to_begin_with(cli: Cli) -> None:
    shown = cli.done("help", "settings").out
    cli.done("config", "--write")
    assert cli.config.read_text("utf-8").strip() == shown.strip()


def test_the_codes_of_the_help_are_those_of_its_topic() -> None:
    assert {str(code) for code in EXIT_CODES} < {*CODES}


def test_every_command_that_has_json_says_what_it_prints() -> None:
    having = {name for name, command in grammar().commands().items() if "--json" in command.options()}
    assert {*JSON} == having


def test_the_manual_is_printed_as_it_is(cli: Cli) -> None:
    assert cli.done("help", "man").out.encode() == MANUAL.read_bytes()


def test_the_manual_names_every_command_and_every_option() -> None:
    page = MANUAL.read_text("utf-8").replace("\\-", "-")
    for name, command in grammar().commands().items():
        assert f".SS \\fBringback {name}\\fR" in page
        section = page.partition(f".SS \\fBringback {name}\\fR")[2].partition("\n.S")[0]
        assert [option for option in command.options() if option not in section] == []


@pytest.mark.parametrize(
    "reader",
    [
        ("mandoc", "-Tlint", "-W", "warning"), ("groff", "-ww", "-man", "-Kutf8", "-Tutf8", "-z"),
        ("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"),
    ],
    ids=lambda words: words[0],
)  # fmt: skip
def test_readers_of_manuals_have_nothing_to_say_of_it(reader: tuple[str, ...]) -> None:
    if shutil.which(reader[0]) is None:
        pytest.skip(f"{reader[0]} is not there")
    ran = subprocess.run([*reader, str(MANUAL)], capture_output=True, text=True, check=False)
    said = ran.stdout + ran.stderr if reader[0] == "mandoc" else ran.stderr
    assert (ran.returncode, said) == (0, "")


def test_the_manual_begins_and_ends_as_one_does() -> None:
    page = MANUAL.read_text("utf-8")
    headings = re.findall(r"^\.SH (.*)$", page, re.MULTILINE)
    assert headings[:5] == ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS"]
    assert headings[-3:] == ["FILES", "ENVIRONMENT", "EXIT STATUS"]
    assert "\x01" not in page and "\x02" not in page and "usage:" not in page
