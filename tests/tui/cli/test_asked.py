"""What the board would ask: a command exits 1, writes nothing, and names the option that answers."""

from __future__ import annotations

import pytest

from tests.command_line import Cli

ROLE = ("add", "Globex", "Data engineer")
LATER = ("--start", "2026-11-30 14:00", "--round", "Technical")


def refused(cli: Cli, *argv: str, names: tuple[str, ...]) -> None:
    """That command asks, and changes nothing."""
    before = cli.bytes()
    ran = cli(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1), ran.err
    assert all(name in ran.err for name in names), ran.err
    assert cli.bytes() == before


@pytest.fixture
def panel(cli: Cli) -> str:
    """A panel last week, without an application; its id."""
    return cli.done(*ROLE, "--start", "2026-11-12 10:00", "--round", "Panel").out.strip()


def test_the_earlier_round_goes_on_in_a_later_one_and_that_is_said(cli: Cli, panel: str) -> None:
    ran = cli.done(*ROLE, *LATER)
    assert "Panel goes on in Technical, Mon 30 Nov." in ran.err
    assert cli.card(panel)["later_round"] == ran.out.strip()
    assert cli.record(panel)["events"] == []


def test_alone_is_no_round_of_what_is_there(cli: Cli, panel: str) -> None:
    new = cli.done(*ROLE, *LATER, "--alone").out.strip()
    assert cli.card(panel)["later_round"] is None
    assert cli.record(new)["opportunity"] == "Globex, Data engineer"


def test_whether_it_belongs_to_the_application_is_asked(cli: Cli, panel: str) -> None:
    cli.done("edit", panel, "opportunity=glx")
    refused(cli, *ROLE, *LATER, names=("--opportunity glx", "--alone", panel))
    alone = cli.done(*ROLE, *LATER, "--alone").out.strip()
    assert cli.record(alone)["opportunity"] is None
    assert cli.card(panel)["later_round"] is None
    cli.done("rm", alone)
    joined = cli.done(*ROLE, *LATER, "--opportunity", "glx").out.strip()
    assert cli.card(panel)["later_round"] == joined


def test_an_application_beside_a_card_without_one_is_asked_about(cli: Cli, panel: str) -> None:
    refused(cli, *ROLE, *LATER, "--opportunity", "glx", names=("--opportunity", "--alone", panel))
    cli.done(*ROLE, *LATER, "--opportunity", "glx", "--alone")
    assert cli.card(panel)["later_round"] is None


def test_an_edit_joins_two_companies_only_when_told_so(cli: Cli, panel: str) -> None:
    cli.done("edit", panel, "opportunity=glx")
    agency = cli.done("add", "Hays", "Data", *LATER).out.strip()
    refused(cli, "edit", agency, "opportunity=glx", names=("--opportunity glx", "--alone", panel))
    cli.done("edit", agency, "opportunity=glx", "--alone")
    assert cli.record(agency)["opportunity"] is None
    cli.done("edit", agency, "--opportunity", "glx")
    assert cli.card(panel)["later_round"] == agency
    cli.done("edit", agency, "round=Final")


def test_alone_in_an_application_of_that_name_contradicts_itself(cli: Cli, panel: str) -> None:
    cli.done("edit", panel, "opportunity=glx")
    for company in ("Globex", "Hays"):
        assert cli("add", company, "x", *LATER, "--opportunity", "glx", "--alone").code == 2


def test_an_invitation_is_asked_about_as_well(cli: Cli) -> None:
    from tests.tui.cli.test_exchange import PANEL

    named = ("--company", "Northwind", "--role", "Data", "--me", "you@mail.example")
    first = cli.done("add", "Northwind", "Data", "--start", "2026-11-02 10:00", "--opportunity", "nw")
    refused(cli, "import", str(PANEL), *named, names=("--opportunity nw", "--alone"))
    cli.done("import", str(PANEL), *named, "--opportunity", "nw")
    assert cli.card(first.out.strip())["later_round"]


# What is logged on a card that has a later round


@pytest.fixture
def rounds(cli: Cli, panel: str) -> tuple[str, str]:
    """The panel, and the round in which it goes on."""
    return panel, cli.done(*ROLE, *LATER).out.strip()


def kinds(cli: Cli, card: str) -> list[str]:
    return [event["kind"] for event in cli.record(card)["events"]]


@pytest.mark.parametrize(
    "fields",
    [["heard"], ["promised", "callback_by=fri"], ["called", "outcome=reached"], ["snoozed", "until=fri"]],
)
def test_what_is_heard_is_logged_on_the_last_round_instead(
    cli: Cli, rounds: tuple[str, str], fields: list[str]
) -> None:
    first, last = rounds
    refused(cli, "log", first, *fields, names=(f"--log-on {last}", f"--log-on {first}"))
    ran = cli.done("log", first, *fields, "--log-on", last)
    assert (kinds(cli, first), kinds(cli, last)) == ([], [fields[0]])
    assert ran.out.count("\n") == 1
    cli.done("log", first, *fields, "--log-on", first)
    assert kinds(cli, first) == [fields[0]]


@pytest.mark.parametrize(
    "fields",
    [["thanked"], ["thanks_skipped"], ["owes", "what=a link"], ["debriefed"], ["closed", "result=withdrawn"]],
)
def test_what_is_about_one_round_is_logged_there(
    cli: Cli, rounds: tuple[str, str], fields: list[str]
) -> None:
    cli.done("log", rounds[0], *fields)
    assert kinds(cli, rounds[0]) == [fields[0]]


def test_their_word_goes_for_the_last_round_as_well(cli: Cli, rounds: tuple[str, str]) -> None:
    first, last = rounds
    rejected = ("log", first, "closed", "result=rejected")
    refused(cli, *rejected, names=(f"--log-on {last}", f"--log-on {first}", "both"))
    ran = cli.done(*rejected, "--log-on", last)
    assert (kinds(cli, first), kinds(cli, last)) == (["closed"], ["closed"])
    assert ran.out.count("\n") == 2
    cli.done("undo")
    assert (kinds(cli, first), kinds(cli, last)) == ([], [])


def test_a_round_called_off_is_not_asked_about(cli: Cli, rounds: tuple[str, str]) -> None:
    first, last = rounds
    cli.done("log", last, "closed", "result=cancelled")
    cli.done("log", first, "heard")
    assert cli("log", first, "heard", "--log-on", "iv-of-somebody-else").code == 1


def test_an_answer_by_goes_with_an_offer(cli: Cli, panel: str) -> None:
    ran = cli("log", panel, "closed", "result=rejected", "answer_by=fri")
    assert ran.code == 2 and "answer_by" in ran.err
    cli.done("log", panel, "closed", "result=offer", "answer_by=fri")
    assert cli.record(panel)["events"][0]["answer_by"] == "2026-11-20"
