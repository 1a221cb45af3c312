"""Mistakes on the command line: what is said names what would be taken, and that works when it is typed."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.command_line import Cli
from tui.cli.parser import grammar

BAD, FAILED = 2, 1

MISTAKES: list[tuple[str, int, str, str]] = [
    # what was typed, the exit code, what is offered, and what is typed then
    ("lst", BAD, "did you mean list or listen?", "list"),
    ("LIST", BAD, "did you mean list?", "list"),
    ("delete hooli", BAD, "did you mean rm?", "rm hooli"),
    ("view hooli", BAD, "did you mean show?", "show hooli"),
    ("ls", BAD, "did you mean list?", "list"),
    ("frobnicate", BAD, "there are add, log,", "next"),
    # parts that are missing
    ("add", BAD, "the company (COMPANY), the role (ROLE) and when it begins (--start)", ""),
    ("add Globex", BAD, "the role (ROLE) and when it begins (--start)", ""),
    ("add Globex Writer", BAD, '--start "fri 14:00"', 'add Globex Writer --start "fri 14:00"'),
    ("show", BAD, "the card (ID: an id or a company)", ""),
    ("rm", BAD, "the card", ""),
    ("edit", BAD, "the card", ""),
    ("proof", BAD, "the card", ""),
    ("log", BAD, "the card (ID: an id or a company) and what happened (KIND), as in", ""),
    ("log globex", BAD, "what happened (KIND), as in", ""),
    ("draft", BAD, "Give the ID of a card, or a company", "draft globex"),
    ("export", BAD, "a file (FILE)", ""),
    ("merge", BAD, "a file (FILE)", ""),
    ("edit globex", BAD, "as in round=Panel", "edit globex round=Panel"),
    # options
    ("list --wheer x", BAD, "did you mean --where?", "list --where x"),
    ("list --JSON", BAD, "did you mean --json?", "list --json"),
    ("next --colum x", BAD, "there are --json, --at, -n", "next -n 1"),
    ("list --json=yes", BAD, "write --json alone", "list --json"),
    ("--json list", BAD, "--json goes behind a command that has it: heard, import, list", "list --json"),
    ("--where acme", BAD, "--where goes behind a command that has it: list", "list --where acme"),
    ("list --demo", BAD, "`ringback --demo`", ""),
    ("list --db board.json", BAD, "--db goes before the command, as in `ringback --db board.json list`", ""),
    ("forget", BAD, "who or which company (PERSON|COMPANY)", ""),
    ("forget hooli --all", BAD, "there are --yes", "forget hooli --yes"),
    ("forget globx --yes", FAILED, "did you mean Globex?", "forget Globex --yes"),
    ("forget hooli", FAILED, "add --yes", "forget hooli --yes"),
    ("undo --all", BAD, "there are --yes", ""),
    ("listen --json", BAD, "it has no options", ""),
    ("doctor --jason", BAD, "did you mean --json?", "doctor --json"),
    ("add a b --start", BAD, '--start needs a value, as in --start "fri 14:00"',
     'add a b --start "fri 14:00"'),
    ("add a b --start fri --end 3pm --minutes 4", BAD,
     "--minutes and --end do not go together; give one of them",
     'add a b --start "fri 14:00" --minutes 4'),
    ("list --column thanks", BAD, "did you mean to_thank?", "list --column to_thank"),
    ("list --column zzz", BAD, "there are upcoming, to_thank,", "list --column upcoming"),
    ("add a b --start 'fri 14:00' --mode vidoe", BAD, "did you mean video?",
     "add a b --start 'fri 14:00' --mode video"),
    ("add a b --start 'fri 14:00' --minutes soon", BAD, "it takes a whole number from 1 to 20160",
     "add a b --start 'fri 14:00' --minutes 20160"),
    ("next -n 0", BAD, "-n cannot be '0'; it takes a whole number from 1 to 10000", "next -n 10000"),
    ("draft hooli --for thank", BAD, "--for cannot be 'thank'; did you mean thanks?",
     "draft hooli --for thanks"),
    ("draft hooli --for x", BAD, "there are thanks, status, voicemail, reply, delivery, other",
     "draft hooli --for status"),
    ("draft hooli --template Status-Emial", FAILED, "did you mean status-email",
     "draft hooli --template status-email"),
    ("draft hooli --template zzz", FAILED, "there are anruf", "draft hooli --template anrufbeantworter"),
    ("draft hooli --to gary", FAILED, "it has p1 (Gavin Orr)", "draft hooli --to gavin"),
    ("add a b --start 'fri 14:00' --country Germany", BAD, "did you mean DE?",
     "add a b --start 'fri 14:00' --country DE"),
    ("add a b --start 'fri 14:00' --country DE-XX", BAD, "its parts are DE-BB, DE-BE, DE-BW, DE-BY,",
     "add a b --start 'fri 14:00' --country DE-BY"),
    ("add a b --start 'fri 14:00' --country DEU", BAD, "did you mean DE?",
     "add a b --start 'fri 14:00' --country DE"),
    ("add a b --start 'fri 14:00' --language German", BAD, "de for German",
     "add a b --start 'fri 14:00' --language de"),
    ("add a b --start 'fri 14:00' --language klingon", BAD,
     "en for English or de for German or fr for French",
     "add a b --start 'fri 14:00' --language fr"),
    # words that have no place
    ("list acme", BAD, "`ringback list --where globex`", "list --where acme"),
    ("add Acme Inc Engineer --start 'fri 14:00'", BAD, "goes into quotation marks",
     "add 'Acme Inc' Engineer --start 'fri 14:00'"),
    ("status now", BAD, "has no place for 'now'; leave it out", "status"),
    ("log north panel thanked to=deniz", BAD, "`ringback log 'north panel' thanked to=deniz`", ""),
    ("edit north panel round=Final", BAD, "`ringback edit 'north panel' round=Final`", ""),
    ("proof north senior panel", BAD, "`ringback proof 'north senior panel'`", ""),
    ("proof north panel", FAILED, "`ringback proof 'north panel'`", ""),
    # help and completions
    ("completion", BAD, "the shell (SHELL), as in `ringback completion bash`", ""),
    ("completion tcsh", BAD, "there are bash, zsh, fish", "completion zsh"),
    ("completion fihs", BAD, "did you mean fish?", "completion fish"),
    ("help kyes", BAD, "did you mean keys?", "help keys"),
    ("help exit coeds", BAD, "did you mean exit-codes?", "help exit codes"),
    ("help delete", BAD, "did you mean rm?", "help rm"),
    ("help frobnicate", BAD, "there are keys, times, people", "help times"),
    ("help list --json", BAD, "help has no '--json'", ""),
    # events
    ("log hooli thank", BAD, "did you mean thanked?", "log hooli thanked"),
    ("log hooli thanks-skiped", BAD, "did you mean thanks_skipped or thanked?", "log hooli thanks_skipped"),
    ("log hooli rejected", BAD, "did you mean closed result=rejected?", "log hooli closed result=rejected"),
    ("log hooli voicemail", BAD, "did you mean called outcome=voicemail?",
     "log hooli called outcome=voicemail"),
    ("log hooli sang", BAD, "there are thanked, thanks_skipped,", "log hooli heard"),
    ("log hooli thanked gavin", BAD, "thanked takes at, ref, to, channel, text",
     "log hooli thanked to=gavin"),
    ("log hooli thanked chanel=email", BAD, "did you mean channel?", "log hooli thanked channel=email"),
    ("log hooli thanked channel=pigeon", BAD, "there are email, sms, whatsapp, letter, other",
     "log hooli thanked channel=letter"),
    ("log hooli called outcome=voice", BAD, "did you mean voicemail?", "log hooli called outcome=voicemail"),
    ("log hooli called", BAD, "outcome=reached|voicemail|no_answer", "log hooli called outcome=no_answer"),
    ("log hooli promised", BAD, "callback_by=fri", "log hooli promised callback_by=fri"),
    ("log hooli owes what=", BAD, "what=references", "log hooli owes what=references"),
    ("log hooli promised callback_by=", BAD, "callback_by=fri", "log hooli promised callback_by=fri"),
    ("log hooli owes", BAD, "what=references", "log hooli owes what=references"),
    ("log hooli thanked to=p1 to=p1", BAD, "to is given twice; give it once", "log hooli thanked to=p1"),
    ("log hooli closed result=won", BAD, "there are offer, advanced, rejected",
     "log hooli closed result=offer"),
    ("log hooli heard to=zed", FAILED, "it has p1 (Gavin Orr)", "log hooli heard to=gavin"),
    # facts
    ("edit hooli rond=x", BAD, "did you mean round?", "edit hooli round=x"),
    ("edit hooli Panel", BAD, "as in round=Panel", "edit hooli round=Panel"),
    ("edit hooli p1.emial=a@b.example", BAD, "did you mean email?", "edit hooli p1.email=a@b.example"),
    ("edit hooli gavn.email=a@b.example", FAILED, "it has p1 (Gavin Orr)",
     "edit hooli gavin.email=a@b.example"),
    ("edit hooli mode=vidoe", BAD, "did you mean video?", "edit hooli mode=video"),
    ("edit hooli p1.ask=mail", BAD, "did you mean email?", "edit hooli p1.ask=email"),
    ("edit hooli p1.whatsapp=perhaps", BAD, "it takes yes or no", "edit hooli p1.whatsapp=yes"),
    ("edit hooli round+=x", BAD, "use =", "edit hooli round=x"),
    ("edit hooli country=Deutschland", BAD, "did you mean DE?", "edit hooli country=DE"),
    # cards and what to look for
    ("show nortwind", FAILED, "did you mean northwind-", "show northwind-1"),
    ("show northwind", FAILED, "northwind-1  Northwind", "show northwind-1"),
    ("show engineering", FAILED, "did you mean hooli-1 (Hooli)?", "show hooli-1"),
    ("list --where compny:acme", BAD, "did you mean company:?", "list --where company:acme"),
    ("list --where salary:90", BAD, "there are company: role: round: person:", "list --where role:engineer"),
    ("list --where company:", BAD, "as in company:globex", "list --where company:globex"),
    ("list --where column:thanks", BAD, "there are upcoming to_thank", "list --where column:to_thank"),
]  # fmt: skip

PARSERS = ("argument", "required", "unrecognized", "invalid", "choose from", "expected one")
"""Words of the grammar's own machine."""


@pytest.mark.parametrize(("typed", "code", "offered", "then"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_what_is_offered_works(
    search: Cli, typed: str, code: int, offered: str, then: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(search.folder)
    before = search.bytes()
    ran = search(*shlex.split(typed))
    assert (ran.code, ran.out, search.bytes()) == (code, "", before)
    sentence = ran.err.splitlines()[0]
    assert offered in ran.err
    assert not [word for word in PARSERS if word in sentence.casefold()]
    assert sentence[-1] in ".?:"
    rights = [shlex.split(then)] if then else []
    rights += [shlex.split(one)[1:] for one in re.findall(r"`(ringback [^`]*)`", ran.err)]
    for right in rights:
        assert works(search, right), right


def works(cli: Cli, argv: list[str]) -> bool:
    """Whether a command is taken; for want of a file, a draft or a terminal it may still fail."""
    ran = cli(*argv)
    wants = ("there is no such file", "There is no file", "has no draft", "needs a terminal")
    return ran.code == 0 or any(one in ran.err for one in wants)


def test_where_nothing_fits_a_misspelt_word_is_named(search: Cli) -> None:
    for word, meant in (("ovrdue", "overdue"), ("OFFR", "offer"), ("gess", "guess")):
        ran = search.done("list", "--where", f"zzz {word}")
        assert ran.err == f"No card fits 'zzz {word}'; did you mean {meant}?\n"
        search.done("list", "--where", meant)
    assert "all of its words must fit" in search.done("list", "--where", "zzz").err


def test_a_backup_that_is_not_there_is_answered_with_those_that_are(search: Cli) -> None:
    name = search.done("backup").out.strip()
    for which in ("1999", "yesterday"):
        ran = search("restore", which)
        assert (ran.code, ran.out) == (1, "")
        assert f"give a whole name: {name}" in ran.err
    search.done("restore", name)


@pytest.mark.parametrize("command", grammar().commands())
def test_every_option_that_needs_a_value_says_with_what(cli: Cli, command: str) -> None:
    parser = grammar().commands()[command]
    for name in parser.options():
        option = parser.option(name)
        if option is not None and option.nargs != 0:
            ran = cli(command, name)
            assert ran.code == 2
            assert f"{name} needs a value, as in {name} " in ran.err


@pytest.mark.parametrize("command", grammar().commands())
def test_no_command_answers_in_the_words_of_its_parser(cli: Cli, command: str) -> None:
    for argv in ([command, "--nonsense"], [command, "--db", "x"], [command, *"abcdefgh"], [command]):
        ran = cli(*argv)
        if ran.code == 2:
            assert ran.err.count("\n") == 1
            assert not [word for word in PARSERS if word in ran.err.casefold()], ran.err
