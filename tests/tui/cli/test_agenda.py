"""`ringback agenda`: the days ahead, for people and for programs."""

from __future__ import annotations

import pytest

from store.rules.agenda import DAYS, FULL
from tests.command_line import Cli


def test_each_entry_is_what_next_says_at_its_instant(search: Cli) -> None:
    found = search.done("agenda", "--json").json
    assert (found["version"], found["at"]) == (1, "2026-11-19T17:04:00Z")
    assert [day["date"] for day in found["days"]] == [f"2026-11-{19 + n}" for n in range(10)]
    assert [day["interviews"] for day in found["days"][:6]] == [[], ["hooli-1"], [], [], [], ["globex-1"]]
    entries = [entry for day in found["days"] for entry in day["entries"]]
    assert len(entries) > 20
    for entry in entries:
        begins = entry.pop("from")
        assert entry in search.done("next", "--json", "--at", begins).json["now"]


def test_the_first_day_begins_with_next(search: Cli) -> None:
    (today,) = search.done("agenda", "--json", "--days", "1").json["days"]
    now = search.done("next", "--json").json
    begun = [entry for entry in today["entries"] if entry.pop("from") == now["at"]]
    assert begun == now["now"]


def test_in_words_a_day_has_what_is_new_and_counts_what_is_still_open(search: Cli) -> None:
    out = search.done("agenda").out
    assert out.startswith(
        "Thu 19 Nov, today\n  now    thank Deniz Aydın (deniz@northwind.example), Northwind, by e-mail"
    )
    assert (
        "\n\nFri 20 Nov, tomorrow\n  16:00  call Ines Duarte (+12125550190), Fabrikam, until Mon 23:00\n"
        in out
    )
    assert "\n  20:00  Hooli, first, until 21:00\n" in out
    assert "\n         still open, unless done by then: 1 to debrief, 4 to thank\n" in out
    assert out.endswith("\n\nNothing new on the other days up to Sat 28 Nov.\n")


def test_a_day_that_is_overfull_is_said_first(search: Cli) -> None:
    for n in range(3):
        search.done("add", f"Company {n}", "Engineer", "--start", f"2026-11-25 {10 + 2 * n}:00",
                    "--with", f"Ada Okafor <ada@c{n}.example>")  # fmt: skip
    first, *_ = search.done("agenda").out.splitlines()
    assert first == "Wed 25 Nov is overfull: 3 interviews and 7 new things to do."
    search.done("add", "Company 4", "Engineer", "--start", "2026-11-25 10:30")
    assert "On Wed 25 Nov the interviews at Company 0 and Company 4 overlap." in search.done("agenda").out


def test_where_nothing_is_to_be_done_that_is_said(cli: Cli) -> None:
    assert cli.done("agenda", "--days", "3").out == "Nothing is to be done up to Sat 21 Nov.\n"
    assert len(cli.done("agenda", "--json", "--days", "366").json["days"]) == 366
    assert not cli.database.parent.exists()


@pytest.mark.parametrize("days", ["0", "-1", "x", "367", "1.5", "٣", "9" * 5_000, ""])
def test_how_many_days_can_be_asked_for(cli: Cli, days: str) -> None:
    said = cli("agenda", f"--days={days}")
    assert said.code == 2
    assert said.err.startswith("ringback: --days cannot be ")
    assert said.err.endswith("it takes a whole number from 1 to 366.\n")
    assert len(said.err) < 120


def test_the_help_says_how_many_days_and_what_is_too_much(cli: Cli) -> None:
    said = cli.done("agenda", "--help").out
    assert f"from today on ({DAYS})" in said
    assert f"more than {FULL} interviews and new things" in said
