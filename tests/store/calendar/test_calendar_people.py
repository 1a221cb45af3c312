"""Whom an invitation names, who of them the user is, and whose company it is."""

import pytest

from store.calendar import Guest, Invitation, NeedsAnswer
from tests.store.calendar.calendar_files import (
    GUEST,
    ORGANISER,
    WHEN,
    calendar,
    event,
    read,
    read_all,
    read_lines,
)

IDA = Guest("Ida Holm", "ida@northwind.example")


def invite(*lines: str, me: str | None = None) -> Invitation:
    return read_lines(*WHEN, *lines, me=me)


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("ATTENDEE;CN=Kim:mailto:kim@northwind.example", Guest("Kim", "kim@northwind.example")),
        ("ATTENDEE;CN=Kim:MAILTO:Kim@Northwind.example", Guest("Kim", "Kim@Northwind.example")),
        ("ATTENDEE;CN=Kim:kim@northwind.example", Guest("Kim", "kim@northwind.example")),
        ("ATTENDEE;CN=Kim:mailto:kim%2Bhr@northwind.example", Guest("Kim", "kim+hr@northwind.example")),
        ("ATTENDEE;CN=Kim;EMAIL=kim@northwind.example:urn:uuid:7", Guest("Kim", "kim@northwind.example")),
        ("ATTENDEE;CN=Kim:invalid:nomail", Guest("Kim", "")),
        ("ATTENDEE;CN=Kim:mailto:kim@northwind.example, bcc@evil.example", Guest("Kim", "")),
        ("ATTENDEE;CN=Kim: Lee:mailto:kim@northwind.example", Guest("Kim", "kim@northwind.example")),
        ('ATTENDEE;CN="Lee, Kim":mailto:kim@northwind.example', Guest("Lee, Kim", "kim@northwind.example")),
        ("ATTENDEE;CN=Lee, Kim:mailto:kim@northwind.example", Guest("Lee,  Kim", "kim@northwind.example")),
        ("ATTENDEE;CN=\"'Kim'\":mailto:kim@northwind.example", Guest("Kim", "kim@northwind.example")),
        (
            "ATTENDEE;CN=Kim\x1b[2J\x07\u202e:mailto:kim@northwind.example",
            Guest("Kim[2J", "kim@northwind.example"),
        ),
        ("ATTENDEE;CN=Kim^nLee:mailto:kim@northwind.example", Guest("Kim Lee", "kim@northwind.example")),
        (
            "ATTENDEE;CUTYPE=UNKNOWN;CN=Kim:mailto:kim@northwind.example",
            Guest("Kim", "kim@northwind.example"),
        ),
    ],
)
def test_an_attendee(line: str, guest: Guest) -> None:
    assert invite(ORGANISER, GUEST, line).people == (IDA, guest)


@pytest.mark.parametrize(
    "name", ["", ";CN=", ";CN=kim@northwind.example", ';CN="mailto:KIM@northwind.example"']
)
def test_an_address_stands_in_for_a_missing_name(name: str) -> None:
    invitation = invite(ORGANISER, GUEST, f"ATTENDEE{name}:mailto:kim@northwind.example")
    assert invitation.people[1] == Guest("kim@northwind.example", "kim@northwind.example")
    assert "kim@northwind.example" in " ".join(invitation.said)


@pytest.mark.parametrize(
    "thing",
    [
        "ATTENDEE;CUTYPE=ROOM;CN=Spree:mailto:spree@northwind.example",
        "ATTENDEE;CUTYPE=resource;CN=Beamer:mailto:beamer@northwind.example",
        "ATTENDEE;CN=Spree:mailto:c_1@resource.calendar.google.com",
    ],
)
def test_rooms_and_resources_are_nobody(thing: str) -> None:
    assert invite(ORGANISER, GUEST, thing).people == (IDA,)


def test_everyone_once_the_organiser_first() -> None:
    people = invite(
        "ATTENDEE;CN=Bo:mailto:bo@northwind.example",
        "ATTENDEE;CN=Ida Holm:mailto:IDA@northwind.example",
        "ATTENDEE;CN=Bo again:mailto:BO@northwind.example",
        GUEST,
        "ORGANIZER:mailto:ida@northwind.example",
    ).people
    assert [guest.name for guest in people] == ["Ida Holm", "Bo"]


def test_a_line_that_cannot_be_read_is_named() -> None:
    invitation = invite(ORGANISER, GUEST, "ATTENDEE;CN")
    assert invitation.people == (IDA,)
    assert "ATTENDEE" in " ".join(invitation.said)


def test_control_characters_are_removed_and_that_is_said() -> None:
    read = read_all(calendar(event(ORGANISER, GUEST, *WHEN, "SUMMARY:Ta\x1b[31mlk\x00")))
    assert read.meetings[0].notes == "Ta[31mlk"
    assert "Control characters" in " ".join(read.said)


INSIDE = "ATTENDEE;CN=Bo:mailto:bo@northwind.example"
BELOW = "ATTENDEE;CN=Di:mailto:di@eu.northwind.example"
OTHER = "ATTENDEE;CN=Al:mailto:al@initech.example"


@pytest.mark.parametrize(
    ("lines", "me", "names"),
    [
        ([ORGANISER, GUEST, INSIDE], None, ["Ida Holm", "Bo"]),
        ([ORGANISER, GUEST, BELOW], None, ["Ida Holm", "Di"]),
        ([ORGANISER, GUEST, OTHER], "jo@home.example", ["Ida Holm", "Al"]),
        ([ORGANISER, GUEST, OTHER], " JO@Home.example", ["Ida Holm", "Al"]),
        ([ORGANISER, INSIDE], "bo@northwind.example", ["Ida Holm"]),
        ([ORGANISER, GUEST], "someone@else.example", ["Ida Holm", "Jo"]),
        ([ORGANISER], None, ["Ida Holm"]),
        ([ORGANISER, "ATTENDEE;CN=Ida:mailto:ida@northwind.example"], None, ["Ida Holm"]),
        (
            [ORGANISER, GUEST, "ATTENDEE;CUTYPE=GROUP;CN=All:mailto:all@agency.example"],
            None,
            ["Ida Holm"],
        ),
    ],
)
def test_who_the_user_is(lines: list[str], me: str | None, names: list[str]) -> None:
    assert [guest.name for guest in invite(*lines, me=me).people] == names


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([ORGANISER, GUEST, OTHER], "jo@home.example or al@initech.example"),
        ([ORGANISER, INSIDE], "bo@northwind.example"),
    ],
)
def test_it_is_asked_who_the_user_is(lines: list[str], named: str) -> None:
    with pytest.raises(NeedsAnswer, match=rf"--me ADDRESS \(perhaps {named}\)"):
        invite(*lines)


def test_an_address_that_is_not_among_them_is_said() -> None:
    assert "else.example is not among" in " ".join(invite(ORGANISER, GUEST, me="me@else.example").said)


@pytest.mark.parametrize(
    ("domain", "company"),
    [
        ("northwind.example", "Northwind"),
        ("NORTHWIND.EXAMPLE", "Northwind"),
        ("northwind.co.uk", "Northwind"),
        ("north-wind.example", "North-wind"),
        ("mail.northwind.example", "Northwind"),
        ("jobs.northwind.co.uk", "Northwind"),
        ("eu.careers.northwind.com.au", "Northwind"),
        ("google.com", "Google"),
        ("outlookers.example", "Outlookers"),
    ],
)
def test_the_company_is_the_label_before_the_public_suffix(domain: str, company: str) -> None:
    assert invite(f"ORGANIZER;CN=Ida:mailto:ida@{domain}", GUEST).company == company


PUBLIC = (
    *("gmail.com", "googlemail.com", "outlook.com", "hotmail.co.uk", "gmx.de", "gmx.net", "yahoo.fr"),
    *("web.de", "icloud.com", "me.com", "proton.me", "t-online.de", "qq.com", "Gmail.COM"),
)


@pytest.mark.parametrize(
    "organiser",
    [
        *(f"ORGANIZER;CN=Ida:mailto:ida@{domain}" for domain in PUBLIC),
        "ORGANIZER;CN=Panel:mailto:c_12@group.calendar.google.com",
        "ORGANIZER;CN=Ida:invalid:nomail",
        "STATUS:CONFIRMED",
    ],
)
def test_the_company_is_asked_for(organiser: str) -> None:
    with pytest.raises(NeedsAnswer, match="--company"):
        invite(organiser, GUEST, me="jo@home.example")
    told = read(calendar(event(*WHEN, organiser, GUEST)), me="jo@home.example", company="Acme")
    assert told.company == "Acme"


def test_the_users_own_domain_is_no_company() -> None:
    with pytest.raises(NeedsAnswer, match="--company"):
        invite("ORGANIZER;CN=Jo:mailto:jo@home.example", INSIDE, me="jo@home.example")
