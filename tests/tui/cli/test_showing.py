"""The commands that show: list, show, status."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len

from store.text import clean, show
from tests.command_line import NOW, Cli
from tui.cli import listing


def test_list_json_has_what_programs_rely_on(search: Cli) -> None:
    whole = search.done("list", "--json").json
    assert (whole["version"], whole["at"]) == (1, "2026-11-19T17:04:00Z")
    ids = [card["id"] for card in whole["interviews"]]
    assert ids == [
        "hooli-1", "globex-1", "northwind-2", "initech-1", "umbra-1", "fabrikam-1", "contoso-1", "tyrell-1",
        "acme-1", "wonka-1", "stark-1", "cyberdyne-1", "soylent-1", "northwind-1",
    ]  # fmt: skip
    panel = whole["interviews"][2]
    assert list(panel) == [
        "id", "company", "role", "round", "zone", "column", "level", "due", "next_change", "call_from",
        "call_by", "basis", "firm", "doable", "later_round", "owes", "owed", "why",
    ]  # fmt: skip
    assert (panel["column"], panel["level"], panel["due"]) == ("to_thank", "late", "2026-11-20T14:30:00Z")
    assert [owed["to"] for owed in panel["owed"]] == ["p2", "p3"]
    assert {owed["channel"]: owed["from"] for owed in panel["owed"]} == {
        "email": whole["at"], "whatsapp": whole["at"],
    }  # fmt: skip
    assert (panel["firm"], panel["doable"], panel["later_round"], panel["owes"]) == (True, True, None, [])
    closed = whole["interviews"][10]
    assert (closed["due"], closed["next_change"], closed["owed"]) == (None, None, [])
    assert "follow_up" not in closed


def test_list_json_says_how_to_ask_and_from_when(search: Cli) -> None:
    """They sit in New York, and the office opens when it is 15:00 in Berlin."""
    card = search.card("contoso-1", at=datetime(2026, 11, 30, 12, tzinfo=UTC))
    assert list(card)[-1] == "follow_up"
    assert list(card["follow_up"]) == ["channel", "to", "from", "rest", "reason"]
    assert (card["level"], card["doable"], card["follow_up"]["from"]) == (
        "overdue", False, "2026-11-30T17:00:00Z",
    )  # fmt: skip
    assert search.card("contoso-1", at=datetime(2026, 11, 30, 17, tzinfo=UTC))["doable"]


def test_list_json_names_the_later_round_and_what_is_owed(search: Cli) -> None:
    first = search.card("northwind-1", at=datetime(2026, 11, 19, tzinfo=UTC))
    assert (first["column"], first["level"], first["later_round"]) == ("closed", "advanced", "northwind-2")
    search.done("log", "northwind-2", "owes", "what=references", "due=2026-11-20", "to=p2")
    (owed,) = search.card("northwind-2")["owes"]
    assert owed == {
        "id": owed["id"], "what": "references", "due": "2026-11-20T16:00:00Z", "to": "p2", "pressing": True,
    }  # fmt: skip


def test_with_an_offer_to_answer_there_is_nothing_to_follow_up(search: Cli) -> None:
    search.done("log", "fabrikam-1", "closed", "result=offer", "answer_by=2026-11-20")
    card = search.card("fabrikam-1")
    assert (card["column"], card["level"], card["due"]) == ("call_now", "answer", "2026-11-20T22:00:00Z")
    assert card["follow_up"] is None
    assert card["doable"]


def test_list_of_one_column_and_of_another_time(search: Cli) -> None:
    cards = search.done("list", "--json", "--column", "call_now", "--at", "2026-11-30T12:00Z").json
    assert cards["at"] == "2026-11-30T12:00:00Z"
    assert {card["column"] for card in cards["interviews"]} == {"call_now"}
    assert [card["id"] for card in cards["interviews"]] == ["contoso-1", "fabrikam-1", "acme-1", "wonka-1"]


def test_nothing_is_there_without_a_database(cli: Cli) -> None:
    assert cli.done("list").out == ""
    assert cli.done("list", "--json").json["interviews"] == []
    assert cli.done("status") == (0, "", "")
    assert cli.done("export", "-").out.count('"interviews"') == 1
    assert cli("show", "iv-1").code == 1
    assert not cli.database.parent.exists()


def test_the_table_keeps_to_its_width_and_its_columns(search: Cli) -> None:
    every = search.done("list", "--json").json["interviews"]
    out = search.done("list").out
    heads = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert heads == ["UPCOMING  2", "TO THANK  3", "AWAITING CALLBACK  5", "CLOSED  4"]
    for one in every:
        assert any(one["id"] in line and line.endswith(one["why"]) for line in out.splitlines()), (
            "one line each"
        )


@pytest.mark.parametrize("cells", [20, 40, 72, 100])
def test_in_a_terminal_no_reason_is_cut(search: Cli, monkeypatch: pytest.MonkeyPatch, cells: int) -> None:
    every = search.done("list", "--json").json["interviews"]
    monkeypatch.setattr("tui.cli.listing.width", lambda: cells)
    out = search.done("list").out
    assert max(map(len, out.splitlines())) <= cells
    words = set(out.split())
    assert all(word in words for one in every for word in one["why"].split() if len(word) < cells - 4)


LONG = "iv-long-" + "x" * 60


@pytest.fixture
def odd(search: Cli) -> Cli:
    """The search with names that are long, wide, or stacked, and an id made by another program."""
    cards = [
        {"company": "株式会社サンプル", "role": "データエンジニア", "round": "一次面接", "id": "iv-cjk"},
        {"company": "🚀 Rocket 👩‍🚀", "role": "x" * 300, "id": "iv-emoji"},
        {"company": "Zalgo z̷̛̀͂͑", "role": "Writer of " + "very " * 30 + "long texts", "id": LONG},
    ]
    times = {"zone": "Europe/Berlin", "starts_at": "2026-11-18T13:00:00Z", "ends_at": "2026-11-18T14:00:00Z"}
    file = search.folder / "odd.json"
    bundle = {"format": "ringback", "version": 1, "interviews": [{**card, **times} for card in cards]}
    file.write_text(json.dumps(bundle), "utf-8")
    search.done("import", str(file))
    return search


def test_where_there_is_no_terminal_each_card_is_one_whole_line(odd: Cli) -> None:
    lines = odd.done("list").out.splitlines()
    every = odd.done("list", "--json").json["interviews"]
    assert len(lines) == len(every) + 4 + 3, "a line a card, a heading a column, and a blank line between"
    for one in every:
        (line,) = [line for line in lines if line.split()[:1] == [one["id"]]]
        name = " · ".join(filter(None, (one["company"], one["role"], one["round"])))
        assert show(name) in line
        assert line.endswith(one["why"])
    assert "…" not in "".join(lines)


@pytest.mark.parametrize("cells", [20, 40, 80, 160])
def test_in_a_terminal_wide_letters_keep_to_the_width(
    odd: Cli, monkeypatch: pytest.MonkeyPatch, cells: int
) -> None:
    monkeypatch.setattr("tui.cli.listing.width", lambda: cells)
    out = odd.done("list").out
    assert max(map(cell_len, out.splitlines())) <= cells
    joined = re.sub(r"\s", "", out)
    for one in odd.done("list", "--json").json["interviews"]:
        assert one["id"] in joined, "no id is cut"
        assert re.sub(r"\s", "", one["why"]) in joined or cells > 60, "no reason is cut"


@pytest.mark.parametrize(("columns", "cells"), [("40", 40), ("160", 160), ("7", 20), ("", 100), ("x", 100)])
def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, cells: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr("sys.__stdout__", None)
    assert listing.width() == cells


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_list_of_nothing_says_so(cli: Cli) -> None:
    ran = cli.done("list")
    assert (ran.out, ran.err.split(":")[0]) == ("", "No interview yet")


def test_status(search: Cli) -> None:
    monday = ("--at", "2026-11-30T18:00:00Z")
    assert search.done("status").out == "3 to thank (2 late)\n"
    assert search.done("status", "--short").out == "3✎\n"
    assert search.done("status", *monday).out == "5 to call (2 overdue)\n"
    assert search.done("status", "--short", *monday).out == "5✆\n"
    assert search.done("status", "--short", "--at", "2020-01-01T00:00Z").out == ""


def test_status_counts_what_can_be_done_now(search: Cli) -> None:
    """At noon in Berlin four cards ask for a call, and three of their offices are closed."""
    noon = ("--at", "2026-11-30T12:00:00Z")
    assert len(search.done("list", "--json", "--column", "call_now", *noon).json["interviews"]) == 4
    assert search.done("status", "--short", *noon).out == "1✆\n"
    search.done("log", "northwind-2", "owes", "what=references", "due=2026-11-20")
    assert search.done("status").out == "3 to thank (2 late) · 1 owed\n"


def test_a_terminal_without_the_signs_gets_letters(search: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.status.can_show", lambda text: False)
    assert search.done("status", "--short").out == "3T\n"
    assert search.done("status", "--short", "--at", "2026-11-30T18:00:00Z").out == "5C\n"


def test_show_tells_what_moved_when_and_why(search: Cli) -> None:
    at = "2026-12-01T17:30:00+01:00"
    history = search.done("show", "northwind-2", "--json", "--at", at).json["history"]
    moves = [(one["at"], one["column"], one["level"]) for one in history if one["moved"]]
    assert moves == [
        ("2026-11-18T14:30:00Z", "to_thank", "due"),
        ("2026-11-19T14:30:00Z", "to_thank", "late"),
        ("2026-11-20T14:30:00Z", "to_thank", "stale"),
        ("2026-11-22T14:30:00Z", "awaiting_callback", "waiting"),
        ("2026-12-01T08:00:00Z", "call_now", "open"),
        ("2026-12-01T16:00:00Z", "call_now", "overdue"),
    ]
    plain = search.done("show", "northwind-2", "--at", at).out
    for words in (
        "e2  thanked Marta Lindqvist by e-mail",
        "the promised answer did not come  → call now\n",
    ):
        assert words in plain


def test_show_says_nothing_twice_and_leaves_no_fact_out(search: Cli) -> None:
    search.done("edit", "northwind-2", "country=DE-BY", "language=de", "p1.notes=met at a fair")
    first, second, *rest = search.done("show", "northwind-2").out.splitlines()
    assert (first.split(" · ")[0], second.split(":")[0]) == ("Northwind", "TO THANK")
    plain = " ".join("\n".join(rest).split())
    assert "country DE-BY" in plain and "language de" in plain and "met at a fair" in plain


def test_status_tells_calls_from_mails(search: Cli) -> None:
    monday = ("--at", "2026-11-30T18:00:00Z")
    for outcome in ("at=2026-11-19T12:00:00Z", "at=2026-11-19T13:00:00Z"):
        search.done("log", "contoso-1", "called", "outcome=no_answer", outcome)
    follow = [
        one["follow_up"]
        for one in search.done("list", "--json", *monday).json["interviews"]
        if one["doable"] and "follow_up" in one
    ]
    mails = sum(one["channel"] == "email" for one in follow)
    said = search.done("status", *monday).out
    assert mails and f"{mails} to write" in said
    assert f"{len(follow) - mails} to call" in said


def test_events_that_are_still_ahead_are_shown_apart(search: Cli) -> None:
    out = search.done("show", "northwind-2", "--at", (NOW - timedelta(days=1)).isoformat()).out
    assert "not yet known" in out
    assert "thanked Marta" not in out


def test_a_list_of_what_words_fit(search: Cli) -> None:
    at = ("--at", "2026-11-30T18:00:00Z")
    every = search.done("list", "--json", *at).json["interviews"]
    overdue = [one for one in every if one["level"] == "overdue"]
    assert overdue and len(overdue) < len(every)
    found = search.done("list", "--json", *at, "--where", "overdue").json["interviews"]
    assert found == overdue, "in the same order"
    both = f'overdue company:"{overdue[0]["company"].upper()}"'
    text = search.done("list", *at, "--where", both).out
    assert overdue[0]["id"] in text
    assert text.startswith("CALL NOW  ")
    assert search.done("list", *at, "--where", both.replace(" ", " and ", 1)).out == text


def test_it_is_said_where_no_card_fits(search: Cli) -> None:
    nothing = search.done("list", "--where", "nothing-of-the-kind")
    assert nothing.out == ""
    assert nothing.err.startswith("No card fits 'nothing-of-the-kind'")
    closed = search.done("list", "--json", "--where", "overdue", "--column", "closed")
    assert closed.json["interviews"] == []
    assert "No card fits" in closed.err
    assert "No card fits" not in search.done("list").err


@pytest.mark.parametrize(
    "words", ["salary:90", "column:closet", "before:3/4", "company:", "a or b", "not a", 'role:"a']
)
def test_words_that_cannot_be_looked_for_are_refused(search: Cli, words: str) -> None:
    for argv in (("--json",), ()):
        ran = search("list", *argv, "--where", words)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


HOSTILE = "x\u009b31m\u202ey\u200bz [/b] \U000e0041"


@pytest.fixture
def hostile(cli: Cli) -> Cli:
    """A database in which somebody else has put what ringback would not take."""
    ran = cli.done("add", "Globex", "PLACE", "--start", "yesterday 10:00")
    text = cli.database.read_text("utf-8")
    cli.database.write_text(text.replace('"PLACE"', json.dumps(HOSTILE + "\x1b[2J")), "utf-8")
    cli.hostile_id = ran.out.strip()  # type: ignore[attr-defined]
    return cli


def test_nothing_from_a_record_acts_on_the_terminal(hostile: Cli) -> None:
    key: str = hostile.hostile_id  # type: ignore[attr-defined]
    for argv in (["list"], ["show", key], ["list", "--json"], ["show", key, "--json"], ["log", key, "heard"]):
        ran = hostile.done(*argv)
        for letter in (ran.out + ran.err).replace("\n", ""):
            assert letter.isprintable(), (argv, letter)
    assert hostile.card(key)["role"] == clean(HOSTILE + "\x1b[2J"), (
        "what the reading takes out, no program gets"
    )
