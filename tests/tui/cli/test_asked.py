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
