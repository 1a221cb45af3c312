"""Completions, tried in the shells they are for."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from screenshots.shell import made
from tests.command_line import SEARCH, Cli
from tests.terminal.terminal import ROOT, Terminal
from tui.cli.shell import COMPLETIONS

REMAKE = "If the command line has changed, `python screenshots/shell.py` makes it anew."
LINES: tuple[tuple[str, set[str]], ...] = (
    ("ringback li", {"list", "listen"}),
    ("ringback list --co", {"--column"}),
    ("ringback list --column c", {"call_now", "closed"}),
    ("ringback --db board.json sta", {"status"}),
    ("ringback add Globex Writer --mode v", {"video"}),
    ("ringback export --format ", {"json", "csv", "ics"}),
    ("ringback export bo", {"board.json"}),
    ("ringback import board.json bo", {"board.json"}),
    ("ringback --db bo", {"board.json"}),
    ("ringback feed cal", {"calendars"}),
    ("ringback show northwind-", {"northwind-1", "northwind-2"}),
    ("ringback rm hooli-1 northwind-", {"northwind-1", "northwind-2"}),
    ("ringback log hooli-1 than", {"thanked", "thanks_skipped"}),
    ("ringback draft hooli-1 --for t", {"thanks"}),
    ("ringback completion ", {"bash", "zsh", "fish"}),
    ("ringback help ex", {"export", "exit-codes"}),
)
"""What is typed, and what is offered then."""


@pytest.mark.parametrize("path", made(), ids=lambda path: path.name)
def test_what_is_checked_in_is_what_is_made(path: Path) -> None:
    if path.read_text(encoding="utf-8") != made()[path]:
        pytest.fail(f"{path.name} is not what the command line is. {REMAKE}", pytrace=False)


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_a_script_is_printed_as_it_is(cli: Cli, shell: str) -> None:
    assert cli.done("completion", shell).out.encode() == COMPLETIONS[shell].read_bytes()
    # What tests before this one have worked out of countries may be kept at the end of the command.
    assert [one.name for one in cli.folder.iterdir() if one.name != "cache"] == []


def test_cards_are_offered_by_ids_that_no_shell_acts_on(search: Cli, tmp_path: Path) -> None:
    book = search.folder / "hostile.json"
    search.done("export", str(book))
    evil = "$(touch owned)"
    book.write_text(book.read_text("utf-8").replace('"hooli-1"', f'"{evil}"'), "utf-8")
    search.done("import", str(book))
    assert search.record(evil)["company"] == "Hooli"
    lines = search.done("completion", "--cards").out.splitlines()
    assert "northwind-2  Northwind, Senior data engineer, Panel" in lines
    assert not [line for line in lines if evil in line]


def test_without_a_database_no_card_is_offered(cli: Cli) -> None:
    assert cli.done("completion", "--cards") == (0, "", "")
    assert list(cli.folder.iterdir()) == []


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder with files to be offered, and an environment with a ringback that has cards."""
    folder = tmp_path_factory.mktemp("shell")
    (folder / "bin").mkdir()
    (folder / "calendars").mkdir()
    (folder / "board.json").touch()
    program = folder / "bin" / "ringback"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', "utf-8")
    program.chmod(0o755)
    env = {
        "PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(folder),
        "RINGBACK_DB": str(folder / "hidden" / "cards.json"), "LANG": "C.UTF-8", "TZ": "UTC",
    }  # fmt: skip
    subprocess.run([program, "import", SEARCH], env=env, check=True, capture_output=True)
    yield folder, env


def _ask(shell: str, script: str, place: tuple[Path, dict[str, str]]) -> dict[str, set[str]]:
    """What a shell says, a line of `typed => offered …` each."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not there")
    folder, env = place
    ran = subprocess.run(
        [shell, "-c", script], cwd=folder, env=env, capture_output=True, text=True, timeout=120, check=True
    )
    assert ran.stderr == ""
    answers = (line.split(" => ") for line in ran.stdout.splitlines())
    return {typed: {one.rstrip("/") for one in offered.split()} for typed, offered in answers}


@pytest.mark.slow
def test_bash(place: tuple[Path, dict[str, str]]) -> None:
    ask = """
ask() {
  COMP_WORDS=("${@:2}"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _shtab_ringback; echo "$1 => ${COMPREPLY[*]}"
}
compopt() { :; }
"""
    asked = [f"ask {shlex.quote(line)} {_words(line)}" for line, _ in LINES]
    script = "\n".join([f"source {COMPLETIONS['bash']}", ask, *asked])
    assert _ask("bash", script, place) == dict(LINES)


def _words(line: str) -> str:
    """The words of a line as bash has them: after a blank a new one has begun."""
    return " ".join(shlex.quote(word) for word in line.split(" "))


@pytest.mark.slow
def test_fish(place: tuple[Path, dict[str, str]]) -> None:
    asked = [
        f"echo {shlex.quote(line)} '=>' (complete -C {shlex.quote(line)} | string split -f 1 \\t)"
        for line, _ in LINES
    ]
    script = "\n".join([f"source {COMPLETIONS['fish']}", *asked])
    assert _ask("fish", script, place) == dict(LINES)


@pytest.mark.slow
def test_zsh(place: tuple[Path, dict[str, str]]) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not there")
    folder, env = place
    functions = folder / "functions"
    functions.mkdir()
    shutil.copy(COMPLETIONS["zsh"], functions / "_ringback")
    start = "fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -d $PWD/dump; PS1=']] '"
    with Terminal(["zsh", "-f", "-i"], cols=160, rows=40, env={**env, "TERM": "xterm"}, cwd=folder) as zsh:
        zsh.send(f"{start}; setopt NO_LIST_AMBIGUOUS NO_AUTO_MENU; clear\r")
        zsh.wait_for(re.compile(r"^]]\s*$"))
        for line, offered in LINES:
            zsh.send(f"{line}\t")
            zsh.wait_for(partial(_offered, zsh, line, offered))
            zsh.send("\x15")
            zsh.send("clear\r")
            zsh.wait_for(re.compile(r"^]]\s*$"))


def _offered(zsh: Terminal, line: str, words: set[str]) -> bool:
    """Whether the words stand on the screen as well as in the line that was typed."""
    return all(zsh.text.count(word) > line.count(word) for word in words)
