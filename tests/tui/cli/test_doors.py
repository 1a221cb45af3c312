"""import takes every kind of file, from a file, a folder or a pipe; export writes what the ending says."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.command_line import Cli
from tests.store.mail.mails import CALENDAR, mail, multipart, part

INVITING = mail(multipart(part("text/plain", "Hi"), part("text/calendar", CALENDAR, encoding="base64")))
SAYING = mail(part("text/plain", "Dear Jo, thank you."))
TABLE = (
    "starts_at;company;role;interviewers\n2026-11-20 14:00;Globex;SRE;Ada Okafor <ada@globex.example>\n"
    "2026-11-23 9:30;Hooli;ML;\n"
)


def pipe(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))


def companies(cli: Cli) -> list[str]:
    return [one["company"] for one in json.loads(cli.done("export", "-").out)["interviews"]]


def file(cli: Cli, name: str, raw: bytes | str) -> str:
    path = cli.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return str(path)


OTHER = mail(part("text/calendar", CALENDAR.replace("one@", "two@").replace("globex", "hooli")))
REPLY = mail(part("text/calendar; method=REPLY", CALENDAR.replace("REQUEST", "REPLY").replace("one@", "3@")))
MBOX = b"".join(
    b"From x Fri Nov 20 10:00:00 2026\n" + one + b"\n\n" for one in (INVITING, SAYING, REPLY, OTHER)
)


@pytest.mark.parametrize(
    ("raw", "there"),
    [
        (CALENDAR.encode(), ["Globex"]),
        (INVITING, ["Globex"]),
        (INVITING.replace(b"\r\n", b"\n"), ["Globex"]),
        (MBOX, ["Globex", "Hooli"]),
        (b"Date: now\nFrom: Ada\nSubject: Hi\n\n[-- Attachment --]\n" + CALENDAR.encode(), ["Globex"]),
        (TABLE.encode(), ["Globex", "Hooli"]),
    ],
)
@pytest.mark.parametrize("name", ["-", "x", "x.ics"])
def test_a_file_or_a_pipe_whatever_it_is_called(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, raw: bytes, there: list[str], name: str
) -> None:
    pipe(monkeypatch, raw)
    cli.done("import", file(cli, name, raw) if name != "-" else "-")
    assert sorted(companies(cli)) == there
    before = cli.bytes()
    pipe(monkeypatch, raw)
    cli.done("import", file(cli, name, raw) if name != "-" else "-")
    assert cli.bytes() == before


@pytest.mark.parametrize("raw", ["", "\n \r\n", "\ufeff"])
@pytest.mark.parametrize("name", ["one.ics", "one.csv", "one"])
def test_an_empty_file_is_called_empty(cli: Cli, name: str, raw: str) -> None:
    ran = cli("import", file(cli, name, raw))
    assert ran.code == 1 and ran.err.endswith(f"{name}: it is empty; nothing was imported.\n")


def test_undo_says_what_was_taken_in(cli: Cli) -> None:
    cli.done("import", file(cli, "one.csv", TABLE))
    assert "imported one.csv" in cli.done("undo").err


def test_a_mail_without_an_invitation(cli: Cli) -> None:
    ran = cli("import", file(cli, "x.eml", SAYING))
    assert (ran.code, ran.out, ran.err.count("\n"), cli.bytes()) == (1, "", 1, None)
    assert "x.eml" in ran.err and "invitation" in ran.err


def test_a_folder_is_taken_in_the_order_of_its_names(cli: Cli) -> None:
    file(cli, "cal/b.ics", CALENDAR)
    file(cli, "cal/a.ICS", CALENDAR.replace("one@", "two@").replace("globex", "hooli"))
    file(cli, "cal/.color", "#fff")
    file(cli, "cal/notes.txt", "not looked at")
    ran = cli.done("import", str(cli.folder / "cal"))
    assert ran.err.index("Hooli") < ran.err.index("Globex")
    assert sorted(companies(cli)) == ["Globex", "Hooli"]


def test_of_a_folder_all_or_none_and_every_broken_file_is_named(cli: Cli) -> None:
    for name, raw in (("a", CALENDAR), ("b", "hello"), ("c", b"%PDF"), ("d", CALENDAR[:200])):
        file(cli, f"cal/{name}.ics", raw)
    ran = cli("import", str(cli.folder / "cal"))
    assert (ran.code, ran.err.count("\n"), cli.bytes()) == (1, 1, None)
    assert all(f"{name}.ics" in ran.err for name in "bcd") and "a.ics" not in ran.err


def test_a_folder_of_folders_says_where_there_are_some(cli: Cli) -> None:
    file(cli, "all/x", "")
    file(cli, "work/a.ics", CALENDAR)
    (cli.folder / "work").rename(cli.folder / "all" / "work")
    ran = cli("import", str(cli.folder / "all"))
    assert ran.code == 1 and "no .ics file" in ran.err and "in work" in ran.err


def test_a_dry_run_of_a_table_shows_what_would_be_made(cli: Cli) -> None:
    ran = cli.done("import", "--dry-run", file(cli, "x.csv", TABLE))
    assert cli.bytes() is None
    assert "line 2: Globex, SRE: Fri 20 Nov 2026 14:00–15:00 Europe/Berlin, with Ada Okafor" in ran.err
    assert "line 3: Hooli, ML: Mon 23 Nov 2026 09:30" in ran.err


@pytest.mark.parametrize(
    ("option", "starts"),
    [((), "2026-11-20T13:00:00Z"), (("--zone", "America/New_York"), "2026-11-20T19:00:00Z")],
)
def test_rows_without_a_zone_have_that_of_the_option(cli: Cli, option: tuple[str, ...], starts: str) -> None:
    ran = cli.done("import", "--json", *option, file(cli, "x.csv", TABLE))
    assert ran.json["imported"][0]["starts_at"] == starts
    assert [(one["did"], one["company"]) for one in ran.json["imported"]] == [
        ("added", "Globex"), ("added", "Hooli"),
    ]  # fmt: skip
    again = cli.done("import", "--json", *option, file(cli, "x.csv", TABLE))
    assert again.json == {"version": 1, "imported": [], "said": []}


CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Ito\r\nEMAIL:ben@globex.example\r\nEND:VCARD\r\n"


def test_people_of_a_card_need_an_interview(search: Cli) -> None:
    before = search.bytes()
    ran = search("import", file(search, "x.vcf", CARD))
    assert (ran.code, search.bytes(), ran.err.count("\n")) == (2, before, 1)
    assert "--into" in ran.err and "Ben Ito" in ran.err
    assert search("import", file(search, "x.vcf", CARD), "--into", "nobody").code == 1
    assert search.bytes() == before


def test_the_deadlines_are_no_interviews(search: Cli) -> None:
    out = str(search.folder / "due.ics")
    assert "deadlines written" in search.done("export", out).err
    assert Path(out).read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert Path(out).stat().st_mode & 0o777 == 0o600
    before = search.bytes()
    ran = search("import", out)
    assert (ran.code, search.bytes()) == (1, before)
    assert "ringback wrote" in ran.err


def test_the_ending_says_what_is_written_and_format_overrules_it(search: Cli) -> None:
    for name, beginning in (("a.CSV", b"company,"), ("a.ics", b"BEGIN:"), ("a.json", b"{"), ("a.txt", b"{")):
        out = search.folder / name
        search.done("export", str(out))
        assert out.read_bytes().startswith(beginning)
    search.done("export", str(search.folder / "a.json"), "--format", "csv")
    assert (search.folder / "a.json").read_bytes().startswith(b"company,")
    assert search.done("export", "-", "--format", "csv").out.startswith("company,")
    assert search("export", "-", "--format", "xml").code == 2


def test_a_table_goes_out_and_comes_in_again(search: Cli, tmp_path: Path) -> None:
    out = str(search.folder / "all.csv")
    search.done("export", out)
    before = search.bytes()
    search.done("import", out)
    assert search.bytes() == before
    other = ("--db", str(tmp_path / "other.json"))
    search.done(*other, "import", out)
    assert search.done(*other, "export", "-", "--format", "csv").out.encode() == Path(out).read_bytes()


VCARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Joan Pell\nEMAIL:joan@globex.example\nEND:VCARD\n"
OF_A_KIND = {
    "table": TABLE, "calendar": CALENDAR, "mail": INVITING.decode(), "mbox": MBOX.decode(), "people": VCARD,
    "own": '{"format": "ringback", "version": 1, "companies": [], "interviews": []}',
}  # fmt: skip


@pytest.mark.parametrize(
    ("option", "value", "serves"),
    [
        ("--zone", "Berlin", {"table", "calendar", "mail", "mbox"}),
        ("--opportunity", "One", {"table", "calendar", "mail", "mbox"}),
        ("--alone", None, {"table", "calendar", "mail", "mbox"}),
        ("--me", "jo@x.example", {"calendar", "mail", "mbox", "people"}),
        ("--company", "Acme", {"calendar", "mail", "mbox"}),
        ("--role", "SRE", {"calendar", "mail", "mbox"}),
        ("--date", "2026-12-01", {"calendar", "mail", "mbox"}),
        ("--into", "Stark", {"people"}),
        ("--replace", None, {"table", "people", "own"}),
    ],
)
def test_an_option_that_a_kind_of_file_has_no_use_for_is_named(
    cli: Cli, option: str, value: str | None, serves: set[str]
) -> None:
    cli.done("add", "Stark", "QA", "--start", "2026-11-18 10:00")
    for kind, text in OF_A_KIND.items():
        into = ["--into", "Stark"] if kind == "people" and option != "--into" else []
        given = [option, *([value] if value is not None else []), *into, "--dry-run"]
        said = cli.done("import", file(cli, f"{kind}.txt", text), *given).err
        passed = [line for line in said.splitlines() if "passed over" in line]
        assert [line.split()[0] for line in passed] == ([] if kind in serves else [option]), (kind, said)


def test_an_option_that_one_of_several_files_has_a_use_for_is_not_passed_over(cli: Cli) -> None:
    files = [file(cli, "a", TABLE), file(cli, "b", CALENDAR)]
    assert "passed over" not in cli.done("import", *files, "--company", "Acme", "--dry-run").err


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("table", "a table"), ("calendar", "a calendar file"), ("mail", "a mail"), ("mbox", "a mailbox"),
        ("people", "a visiting card"), ("own", "an export"),
    ],
)  # fmt: skip
def test_merge_names_what_is_to_be_imported(cli: Cli, kind: str, words: str) -> None:
    path = file(cli, "a file", OF_A_KIND[kind])
    ran = cli("merge", path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"ringback: {path} is {words}, not a copy of the database; `ringback import '{path}'` takes it in. "
        "Nothing was changed.\n"
    )
