"""What a command does when it cannot do what it was asked: exit code, one sentence, nothing written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.database.autosave import Pad, Pads
from store.database.file import DatabaseFile
from store.files.errors import Locked
from store.interview import Draft
from tests.command_line import NOW, Cli
from tui.cli import main


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["lst"], "did you mean list or listen?"),
        (["list", "--jsn"], "--jsn"),
        (["list", "--column", "thanks"], "to_thank"),
        (["list", "--at", "blue moon"], "blue moon"),
        (["status", "--at", "blue moon"], "blue moon"),
        (["add", "Globex"], "ROLE"),
        (["export", "x.json", "--format", "xml"], "json"),
        (["--demo", "list"], "--demo"),
        (["--at", "tomorrow 9:00", "status"], "after the command"),
        ([], "terminal"),
        (["--demo"], "terminal"),
        (["--db"], "--db"),
    ],
)
def test_used_wrongly(cli: Cli, argv: list[str], words: str) -> None:
    ran = cli(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err


@pytest.mark.parametrize("argv", [["--help"], ["log", "--help"], ["add", "--help"], ["--version"]])
def test_help_is_data(cli: Cli, argv: list[str]) -> None:
    ran = cli.done(*argv)
    assert ran.out
    assert ran.err == ""


def test_help_of_log_names_every_kind_and_field(cli: Cli) -> None:
    import msgspec

    from store.interview import EVENT_KINDS

    out = cli.done("log", "--help").out
    for name, kind in EVENT_KINDS.items():
        start = re.search(rf"^  {name} ", out, re.MULTILINE)
        assert start is not None
        # A kind may go on in lines that are set in further; the next one, or a sentence, ends it.
        told = re.split(r"\n {0,2}\b", out[start.start() + 2 :])[0]
        fields = {field.name for field in msgspec.structs.fields(kind)} - {"id", "at", "ref"}
        assert fields <= set(told.replace("*", "").split())
    assert "Every kind takes at, when it was, and ref" in out


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"meta"', b"\0" * 40, b'{"meta": {"ringback": {"schema": 99}}}']
)
@pytest.mark.parametrize(
    "argv", [["list"], ["status"], ["add", "x", "y", "--start", "fri 9:00"], ["export", "-"]]
)
def test_a_database_that_cannot_be_used(cli: Cli, content: bytes, argv: list[str]) -> None:
    cli.database.parent.mkdir(parents=True)
    cli.database.write_bytes(content)
    ran = cli(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert str(cli.database) in ran.err
    assert cli.bytes() == content


def test_a_locked_database(search: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def locked(self: DatabaseFile, limit: float = 8.0) -> Iterator[None]:
        raise Locked("not saved: another ringback has been writing")
        yield

    monkeypatch.setattr(DatabaseFile, "locked", locked)
    ran = search("log", "hooli-1", "heard")
    assert (ran.code, ran.out) == (75, "")


def test_settings_that_are_not_right_are_said_and_stop_nothing(search: Cli) -> None:
    search.set("[policy]\nthank_due = 'soon'\n[keys]\n'card.sent' = 3\n")
    ran = search("list")
    assert (ran.code, ran.out) == (0, search.done("list").out)
    assert ran.err == (
        "ringback: config.toml: 2 settings are not right "
        "(line 2: policy.thank_due and line 4: keys.card.sent); "
        "`ringback doctor` says more.\n"
    )


def test_settings_are_obeyed(search: Cli) -> None:
    search.set("[policy]\nthank_due = 30\n")
    assert search.card("northwind-2")["level"] == "due"


def test_an_own_fault_is_one_sentence_and_a_log_without_data(
    search: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("Northwind")

    monkeypatch.setattr("tui.cli.listing.table", fail)
    ran = search("list")
    assert (ran.code, ran.out, ran.err.count("\n")) == (70, "", 1)
    log = search.folder / "state" / "ringback" / "ringback.log"
    assert log.stat().st_mode & 0o777 == 0o600
    assert "ZeroDivisionError" in log.read_text()
    assert "Northwind" not in log.read_text() + ran.err


def test_interrupted(search: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.cli.listing.table", interrupt)
    assert search("list") == (130, "", "")


def test_standard_output_that_is_full_or_closed(search: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr("sys.stdout", full)
        assert main(["list"], search.clock) == 1
    monkeypatch.setattr("sys.stdout", None)
    before = search.bytes()
    assert main(["log", "hooli-1", "heard"], search.clock) == 1
    assert search.bytes() == before


def test_every_file_is_private(search: Cli) -> None:
    search.done("rm", "hooli-1")
    search.config.unlink()
    search.done("config", "--write")
    for path in search.folder.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert os.umask(0o077) == 0o077


def test_drafts_left_behind_are_taken_in(search: Cli) -> None:
    session = Pads(search.database)
    draft = Draft(id="d9", body="Dear Deniz,\nthank you", updated_at=NOW)
    session.write(Pad(interview="northwind-2", draft=draft, seen=None, at=NOW))
    assert session._lock is not None
    os.close(session._lock)
    ran = search.done("status")
    assert "1 draft left behind" in ran.err
    assert [one["body"] for one in search.record("northwind-2")["drafts"]] == [draft.body]
    assert search.done("status").err == ""


def test_a_board_that_runs_keeps_its_drafts(search: Cli) -> None:
    session = Pads(search.database)
    draft = Draft(id="d9", body="Dear", updated_at=NOW)
    session.write(Pad(interview="northwind-2", draft=draft, seen=None, at=NOW))
    assert search.record("northwind-2")["drafts"] == []
    session.drop(("northwind-2", "d9"))
    session.close()


@pytest.mark.parametrize("argv", [["log", "hooli-1", "heard"], ["backup"]])
def test_what_is_saved_but_could_not_be_printed_is_done(
    search: Cli, argv: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full, pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", full)
        assert main(argv, search.clock) == 0
    assert b"Saved. Standard output could not be written: disk full. It would have been: " in (
        capsysbinary.readouterr().err
    )
    if argv[0] == "log":
        assert search.record("hooli-1")["events"][-1]["kind"] == "heard"
    else:
        assert ".by-hand." in search.backups()[0]


@pytest.mark.parametrize(
    "argv",
    [("show",), ("log", "acme-1"), ("restore",), ("list", "--column"), (), ("list", "--where"), ("import",)],
)
def test_what_is_quoted_in_a_sentence_has_a_length(search: Cli, argv: tuple[str, ...]) -> None:
    ran = search(*argv, "x" * 100_000)
    assert ran.code in (1, 2)
    assert ran.err.startswith("ringback: ")
    assert len(ran.err) < 2_000
    assert not ran.err.endswith("x\n"), "the end says what to do"


@pytest.mark.parametrize("field", ["--with", "--round", "--opportunity", "company", "note", "link"])
def test_no_way_in_takes_a_text_that_an_export_would_leave_out(search: Cli, field: str) -> None:
    long = "\\" * 20_001
    before = search.bytes()
    if field == "note":
        ran = search("log", "acme-1", "heard", f"note={long}")
    elif field == "link":
        ran = search("edit", "acme-1", f"link={long}")
    else:
        company = long if field == "company" else "Globex"
        options = [] if field == "company" else [field, long]
        ran = search("add", company, "Engineer", "--start", "yesterday 9:00", *options)
    assert ran.code == 1
    assert "a text of 20,001 characters, and 20,000 is the most" in ran.err
    assert search.bytes() == before
