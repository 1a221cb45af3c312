"""Themes, keys, programs and folders of the settings: board, `doctor` and `config` say the same of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from store.demo import sample_settings
from store.settings import Mail, Settings, load, read_settings
from tests.command_line import Cli
from tests.tui.board_app import at_the_board
from tui.cli.board import settings_notes
from tui.handover.mail_settings import from_home, no_maildir
from tui.settings_check import CHECKS

OF_THE_SCREEN = [
    ("theme = 'nordd'", "theme", 'theme: "nordd" is no theme; did you mean nord; there are ringback-dark, '),
    ("theme = 'xyz'", "theme", "there are ringback-dark, "),
    ("[keys]\n'card.nonsense' = 'n'", "keys.card.nonsense", "there is no 'card.nonsense'"),
    ("[keys]\n'card.snet' = 'n'", "keys.card.snet", "did you mean 'card.sent'?"),
    ("[keys]\n'card.sent' = 'foo'", "keys.card.sent", "'foo' is no key"),
    ("[keys]\n'card.sent' = 'escpe'", "keys.card.sent", "did you mean 'escape'?"),
    ("[keys]\n'card.sent' = 'ctrl+m'", "keys.card.sent", "comes from a terminal as enter"),
    ("[keys]\n'card.sent' = 'shift+s'", "keys.card.sent", "comes from a terminal as S"),
    ("[keys]\n'card.sent' = ''", "keys.card.sent", "is no key"),
    ("[keys]\n'card.sent' = 'd'", "keys.card.sent", "d is for both card.draft and card.sent"),
    ("[keys]\n'editor.person' = 'n,f12'", "keys.editor.person", "n writes there"),
    ("[mail]\ncommand = 'no-such-program {file}'", "mail.command", "no-such-program is not on the PATH"),
    ("[mail]\ncommand = '/no/such/program'", "mail.command", "/no/such/program is not there"),
    ("[mail]\ncommand = '/etc/passwd -t'", "mail.command", "/etc/passwd cannot be executed"),
    ("[mail]\ncommand = 'sh -c \"x'", "mail.command", "a quote is not closed"),
    ("[mail]\ncommand = 'sh {fiel}'", "mail.command", "there are {file} and {mailto}"),
    ("[mail]\ncommand = '{file}'", "mail.command", "has to name a program"),
    ("[mail]\ncommand = ' '", "mail.command", "there is no mail command"),
    ("[mail]\ndrafts_folder = '~/no-such-folder'", "mail.drafts_folder", "does not exist"),
    ("[mail]\ndrafts_folder = '/'", "mail.drafts_folder", "is no Maildir"),
]
WORST = """
zone = "Mars"
theme = "nordd"
ascii = "perhaps"
thank_due = 3
[me]
email = "x"
[policy]
thank_due = 900
working_days = []
[keys]
"card.sent" = "foo"
"card.add" = "e"
"app.leave" = 7
[mail]
command = "no-such-program"
drafts_folder = "/dev/null"
[nonsense]
"""


@pytest.mark.parametrize(("text", "name", "words"), OF_THE_SCREEN)
def test_what_the_screen_and_the_machine_tell(text: str, name: str, words: str) -> None:
    rest = "\n[policy]\nfollow_ups = 7\n"
    settings, (fault,) = read_settings(f"country = 'DE'\n{text}{rest}", CHECKS)
    assert (fault.name, fault.line) == (name, 2 + text.count("\n"))
    assert words in fault.sentence
    assert (settings, ()) == read_settings(f"country = 'DE'{rest}")


def test_what_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for part in ("cur", "new", "tmp"):
        (tmp_path / "Mail" / part).mkdir(parents=True)
    text = """theme = "nord"
[keys]
"card.sent" = "S,f5"
[mail]
command = "sh -c true {file}"
drafts_folder = "~/Mail"
"""
    settings, faults = read_settings(text, CHECKS)
    assert faults == ()
    assert settings.mail == Mail(command="sh -c true {file}", drafts_folder="~/Mail")
    assert no_maildir(from_home("~", tmp_path)) and not no_maildir(from_home("~/Mail", tmp_path))


def test_two_keys_that_clash_have_both_their_defaults_and_what_then_clashes_too() -> None:
    keys = "[keys]\n'card.sent' = 'd'\n'card.draft' = 'x'\n'card.skip' = 'x'\n'card.call' = 'C'"
    settings, faults = read_settings(keys, CHECKS)
    assert settings.keys == {"card.call": "C"}
    assert {name for fault in faults for name in fault.name.split(", ")} == {
        "keys.card.draft", "keys.card.skip", "keys.card.sent",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["'msmtp -a rosa \"x'", "['msmtp', '-a rosa']", "'nothing -a rosa'"])
def test_nothing_personal_of_the_mail_command_is_said(command: str) -> None:
    _, (fault,) = read_settings(f"[mail]\ncommand = {command}", CHECKS)
    assert "rosa" not in fault.sentence


async def test_the_board_starts_with_the_worst_of_them_all(tmp_path: Path) -> None:
    settings, faults = read_settings(WORST, CHECKS)
    assert settings == Settings()
    assert len(faults) == 13
    async with at_the_board(tmp_path, settings=settings) as user:
        user.service.notes += settings_notes(faults)
        user.board.steps.say_notes()
        await user.settle()
        assert user.said.startswith("13 settings are not right; `ringback doctor` lists them.")
        await user.press("card.add")
        assert not user.on_board()


@pytest.mark.parametrize("spoilt", [WORST, "a = = 1"])
def test_board_and_doctor_and_config_agree(search: Cli, monkeypatch: pytest.MonkeyPatch, spoilt: str) -> None:
    search.set(spoilt)
    started: list[Any] = []
    monkeypatch.setattr("tui.cli.board.why_no_board", lambda _: None)
    monkeypatch.setattr("tui.terminal.signals.Ending.install", lambda _: None)

    def run_board(*given: Any, **_: object) -> int:
        started.append(given)
        return 0

    monkeypatch.setattr("tui.running.run_board", run_board)
    assert search().code == 0 == search("--demo").code
    (service, settings, _), (demo, of_demo, _) = started
    assert settings == Settings() and of_demo == sample_settings(settings)
    assert service.notes[0] == demo.notes[0]
    doctor = search("doctor")
    assert doctor.code == 1
    assert read_settings(search.done("config").out)[0] == Settings()
    assert search.done("config").err.count("\n") == 1
    if spoilt != WORST:
        assert "`ringback doctor` says why" in service.notes[0]
        assert "not TOML" in doctor.out and "line 1" in doctor.out
        return
    _, faults = load(search.config, CHECKS)
    assert service.notes[0].startswith(f"{len(faults)} settings are not right")
    for fault in faults:
        assert f"WRONG  settings: {fault}\n" in doctor.out
    assert doctor.out.count("WRONG  settings") == len(faults)


def test_a_command_says_what_the_file_alone_tells_in_one_line(search: Cli) -> None:
    search.set(WORST)
    ran = search("status", "--short")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert ran.err == (
        "ringback: config.toml: 8 settings are not right (line 2: zone, line 4: ascii, line 5: thank_due, "
        "line 7: me.email and 4 more); `ringback doctor` says more.\n"
    )
    out = ran.out
    search.set("a = = 1")
    ran = search("status", "--short")
    assert (ran.code, ran.out, ran.err.count("\n")) == (0, out, 1)
    assert "not TOML" in ran.err and ran.err.endswith("The defaults hold.\n")


@pytest.mark.parametrize("command", ["list", "status", "config", "doctor", "backup"])
def test_a_file_that_was_named_must_be_there_and_be_read(search: Cli, command: str) -> None:
    run = partial(search, "--config")
    other = search.folder / "other.toml"
    ran = run(str(other), command)
    assert (ran.code, ran.out) == (2, "")
    assert f"There is no {other}" in ran.err
    other.write_text("a = = 1")
    assert run(str(other), command).code == 2
    assert run(str(search.folder), command).code == 2
    other.write_text("zone = 'Mars'")
    assert run(str(other), command).code == (1 if command == "doctor" else 0)


def test_a_named_file_can_be_made(cli: Cli) -> None:
    new = cli.folder / "new" / "other.toml"
    cli.done("--config", str(new), "config", "--write")
    assert load(new) == (Settings(), ())


def test_the_doctor_says_what_is_wrong_with_the_numbers_and_the_days(cli: Cli) -> None:
    cli.set("away = ['2026-02-30']\n[policy]\nring_wait = -1\ncall_wait = 49\nquiet = 3\ncalendar = 'no'\n")
    ran = cli("doctor")
    assert ran.code == 1
    for line, name in enumerate(("away", "policy.ring_wait", "policy.call_wait", "policy.quiet"), 1):
        assert f"settings: line {line + (line > 1)}: {name}" in ran.out
    assert 'line 6: policy.calendar: expected "auto" or "none", not "no"' in ran.out
