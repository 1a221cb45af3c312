"""People and numbers on the command line: several in one argument, and what is left over is an error."""

from __future__ import annotations

import pytest

from tests.command_line import Cli

ADD = ("add", "Globex", "x", "--start", "fri 14:00")


def test_one_argument_may_hold_several(cli: Cli) -> None:
    ran = cli.done(
        *ADD, "--with", "Okafor, Ada <ada@globex.example>; Joan Pell (Globex), Head of Data",
        "--with", "Ada Reyes\nCTO\nTel. +49 30 5550123 ext. 12", "--with", "jobs@globex.example",
        "--contact", "Rita Book <rita@agency.example>, recruiter",
    )  # fmt: skip
    record = cli.record(ran.out.strip())
    assert [(one["id"], one["name"], one["title"], one["phone"]) for one in record["interviewers"]] == [
        ("p1", "Ada Okafor", "", None),
        ("p2", "Joan Pell", "Head of Data", None),
        ("p3", "Ada Reyes", "CTO", "+49 30 5550123;ext=12"),
    ]
    assert [one["name"] for one in record["contacts"]] == ["jobs@globex.example", "Rita Book"]
    assert "Left out for Joan Pell: Globex." in ran.err
    assert "jobs@globex.example is nobody in particular: kept as a contact" in ran.err


@pytest.mark.parametrize(
    ("text", "part", "code"),
    [
        ("Ada Okafor (tall) <ada@globex.example>", "What is “tall”?", 1),
        ("Ada Okafor +49 30 5550123 / +49 171 5550199", "“+49 30 5550123” and “+49 171 5550199”", 1),
        ("HR", "“HR” is no person's name", 1),
        ("Anna, Ben", "“Anna, Ben” may be two people", 1),
        ("?", "“?” names nobody", 1),
        ("Ada <ada>", "'ada' is not an e-mail address", 2),
        ("Ada +49 30 1", "“+49 30 1” lacks its area code", 2),
        (" ", "names nobody", 2),
    ],
)
@pytest.mark.parametrize("option", ["--with", "--contact"])
def test_what_is_left_over_is_an_error_that_names_the_part(
    cli: Cli, option: str, text: str, part: str, code: int
) -> None:
    ran = cli(*ADD, option, "Joan Pell", option, text)
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.startswith(f"ringback: {option}") and part in ran.err
    assert "Okafor (tall) <" not in ran.err, "the part, not the line"
    assert cli.bytes() is None


def test_edit_takes_the_same(cli: Cli) -> None:
    key = cli.done(*ADD, "--with", "Ada").out.strip()
    cli.done("edit", key, "with=Tom Reyes; jobs@globex.example", "contact=Rita Book, recruiter")
    record = cli.record(key)
    assert [one["name"] for one in record["interviewers"]] == ["Ada", "Tom Reyes"]
    assert [one["name"] for one in record["contacts"]] == ["jobs@globex.example", "Rita Book"]
    cli.done("edit", key, "p1.phone=Tel. +49 (0)30/5550123", "p1.name=Okafor, Ada (Globex), CTO")
    ada = cli.record(key)["interviewers"][0]
    assert (ada["name"], ada["title"], ada["phone"]) == ("Ada Okafor", "CTO", "+49 30 5550123")


@pytest.mark.parametrize(
    ("field", "part", "code"),
    [
        ("p1.name=Ada (tall)", "What is “tall”?", 1),
        ("p1.name=HR", "“HR” is no person's name", 1),
        ("p1.name=Ada; Joan", "names 2 people", 1),
        ("p1.name=Ada <ada@globex.example>", "“ada@globex.example” is no name", 1),
        ("p1.phone=+49 30 5550123 or 0171 5550199", "are 2 telephone numbers", 2),
        ("p1.phone=14.11.2026", "is not a telephone number", 2),
        ("with=Ada (tall)", "with=: What is “tall”?", 1),
    ],
)
def test_edit_refuses_what_is_left_over(cli: Cli, field: str, part: str, code: int) -> None:
    key = cli.done(*ADD, "--with", "Ada").out.strip()
    before = cli.record(key)
    ran = cli("edit", key, field)
    assert ran.code == code and part in ran.err
    assert cli.record(key) == before


def test_a_number_is_at_home_where_the_settings_say(cli: Cli) -> None:
    cli.set('country = "DE"\n[me]\nemail = "robin@mail.example"\n')
    key = cli.done(*ADD, "--with", "Ada 030/5550123; Robin <robin@mail.example>").out.strip()
    (ada,) = cli.record(key)["interviewers"]
    assert ada["phone"] == "+49 30 5550123"


def test_an_office_given_as_a_contact_needs_no_explanation(cli: Cli) -> None:
    ran = cli.done(*ADD, "--contact", "jobs@globex.example")
    assert "kept as a contact" not in ran.err
    ran = cli.done("edit", ran.out.strip(), "contact=Talent Team <talent@globex.example>")
    assert "kept as a contact" not in ran.err


def test_companies_of_contacts_are_no_part_of_anybody(cli: Cli) -> None:
    ran = cli.done(
        *ADD, "--with", "Ada Okafor, recruiter at Northwind", "--contact", "Rita <rita@northwind.example>"
    )
    (ada,) = cli.record(ran.out.strip())["interviewers"]
    assert (ada["name"], ada["title"]) == ("Ada Okafor", "recruiter")


def test_an_address_of_a_machine_given_to_a_person_is_remarked_on(cli: Cli) -> None:
    key = cli.done(*ADD, "--with", "Ada").out.strip()
    ran = cli.done("edit", key, "p1.email=no-reply@globex.example")
    assert "no-reply@globex.example looks like the address of an office or a machine" in ran.err
    assert "looks like" not in cli.done("edit", key, "p1.email=ada@globex.example").err
