"""An ID on the command line: an id, its beginning, or a company; and people and what is owed, by name."""

from __future__ import annotations

import io

import pytest

from tests.command_line import Cli

CARD = "northwind-2"
NAMES = ["NORTHWIND-2", "northwind panel", "north:pan", "Nörthwind, Senior data engineer, Panel"]
"""Ways to name that card, of whose company there is another round."""
TEXT = b"Dear Marta,\n\nthank you.\n"


@pytest.fixture(autouse=True)
def text_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT)))


@pytest.mark.parametrize("typed", NAMES)
@pytest.mark.parametrize(
    "argv", [["show"], ["show", "--json"], ["draft"], ["draft", "--list"], ["proof"]], ids=" ".join
)
def test_what_reads_a_card(search: Cli, argv: list[str], typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    command, *options = argv
    file = ["-"] if command == "proof" else []
    ran = []
    for name in (CARD, typed):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
        ran.append(search(command, name, *file, *options))
    assert ran[0] == ran[1]
    assert ran[0].out


@pytest.mark.parametrize("typed", NAMES)
def test_what_changes_a_card(search: Cli, typed: str) -> None:
    search.done("edit", typed, "location=Main Street 1")
    logged = search.done("log", typed, "heard").out.strip()
    record = search.record(CARD)
    assert record["location"] == "Main Street 1"
    assert record["events"][-1]["id"] == logged
    ran = search.done("rm", typed)
    assert f"Northwind, Senior data engineer, Panel ({CARD}): deleted" in ran.err
    assert search("show", CARD).code == 1
    assert search("show", "northwind-1").code == 0


def test_words_need_no_quotation_marks_where_nothing_else_can_follow(search: Cli) -> None:
    assert search.done("show", "northwind", "panel") == search.done("show", CARD)
    assert search.done("draft", "northwind", "panel") == search.done("draft", CARD)
    assert f"({CARD}): deleted" in search.done("rm", "northwind", "panel").err


@pytest.mark.parametrize(
    "argv",
    [
        ["show", "northwind"],
        ["edit", "northwind", "location=x"],
        ["log", "northwind", "heard"],
        ["draft", "northwind"],
        ["proof", "northwind", "-"],
        ["rm", "northwind"],
        ["log", CARD, "heard", "--log-on", "north"],
        ["import", "nobody.vcf", "--into", "north"],
    ],
    ids=" ".join,
)
def test_what_is_not_clear_is_refused_with_the_choices(search: Cli, argv: list[str]) -> None:
    before = search.bytes()
    if "import" in argv:
        card = search.folder / argv[1]
        card.write_text("BEGIN:VCARD\nFN:Zoe Quell\nEMAIL:zoe@x.example\nEND:VCARD\n", "utf-8")
        argv = [argv[0], str(card), *argv[2:]]
    ran = search(*argv)
    assert (ran.code, ran.out, search.bytes()) == (1, "", before)
    sentence, *choices = ran.err.splitlines()
    assert sentence.startswith("ringback: 2 interviews fit 'north")
    assert choices == [
        "  northwind-1  Northwind, Senior data engineer, Phone screen, Mon 9 Nov 2026 10:00",
        "  northwind-2  Northwind, Senior data engineer, Panel, Wed 18 Nov 2026 14:00",
    ]


def test_the_choices_act_on_no_terminal(search: Cli) -> None:
    for _ in range(2):
        search.done("add", "Evil", "role \u202e\u200b", "--start", "fri 14:00")
    ran = search("show", "evil")
    assert ran.code == 1
    assert not {"\u202e", "\u200b", "\x1b"} & set(ran.err)


def test_log_on_goes_by_name_too(search: Cli) -> None:
    ran = search("log", "northwind phone", "promised", "callback_by=fri")
    assert "--log-on northwind-2" in ran.err
    logged = search.done("log", "northwind phone", "promised", "callback_by=fri", "--log-on", "north panel")
    assert search.record(CARD)["events"][-1]["id"] == logged.out.strip()
    ran = search("log", CARD, "heard", "--log-on", "hooli")
    assert ran.code == 2
    assert "hooli-1 is no round of that application; there are northwind-1 (Northwind, " in ran.err


@pytest.mark.parametrize(
    ("typed", "person"), [("p2", "p2"), ("deniz", "p2"), ("AYDIN", "p2"), ("pell", "p3")]
)
def test_people_go_by_name(search: Cli, typed: str, person: str) -> None:
    logged = search.done("log", CARD, "thanked", f"to={typed}", "channel=email").out.strip()
    event = next(one for one in search.record(CARD)["events"] if one["id"] == logged)
    assert event["to"] == person
    search.done("edit", CARD, f"{typed}.called=Zed", f"{typed}.title=Boss")
    people = {one["id"]: one for one in search.record(CARD)["interviewers"]}
    assert (people[person]["called"], people[person]["title"]) == ("Zed", "Boss")
    assert search.done("draft", CARD, "--to", typed).out == search.done("draft", CARD, "--to", person).out


def test_somebody_is_taken_off_by_name(search: Cli) -> None:
    search.done("edit", "contoso", "with-=o'neil")
    assert [one["id"] for one in search.record("contoso-1")["interviewers"]] == ["p1"]


@pytest.mark.parametrize(
    "argv",
    [
        ["log", CARD, "thanked", "to=bob"],
        ["log", CARD, "promised", "callback_by=fri", "by=bob"],
        ["log", CARD, "called", "outcome=reached", "to=bob"],
        ["edit", CARD, "bob.email=bob@x.example"],
        ["edit", CARD, "with-=bob"],
        ["draft", CARD, "--to", "bob"],
        ["proof", CARD, "-", "--to", "bob"],
    ],
    ids=" ".join,
)
def test_who_is_not_there_is_refused_with_those_who_are(search: Cli, argv: list[str]) -> None:
    before = search.bytes()
    ran = search(*argv)
    assert (ran.code, ran.out, search.bytes()) == (1, "", before)
    assert "bob; it has p1 (Marta Lindqvist), p2 (Deniz Aydın) and p3 (Joan Pell)." in ran.err


def test_what_is_owed_goes_by_its_words(search: Cli) -> None:
    owed = search.done("log", "hooli", "owes", "what=references and cv").out.strip()
    ran = search("log", "hooli", "delivered", "of=salary")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert f"you owe Hooli {owed} (references and cv)" in ran.err
    delivered = search.done("log", "hooli", "delivered", "of=cv").out.strip()
    event = next(one for one in search.record("hooli-1")["events"] if one["id"] == delivered)
    assert event["of"] == owed


# The same interview twice


def test_adding_the_same_again_is_remarked_on_and_done(search: Cli) -> None:
    first = search.done("add", "Müller AG", "Analyst", "--start", "fri 14:00").out.strip()
    again = search.done("add", "MULLER ag", "analyst", "--start", "fri 14:30")
    assert again.code == 0
    new = again.out.strip()
    assert (
        f"The same seems to be on the board already: Müller AG, Analyst, Fri 20 Nov 14:00 ({first}); "
        f"`ringback rm {new}` takes the new one off again."
    ) in again.err
    other = search.done("add", "Müller AG", "Analyst", "--start", "fri 16:00", "--round", "Second")
    assert "The same" not in other.err
    search.done("rm", new)
    assert search("show", first).code == 0
