"""Whom an invitation names, and who of them takes part."""

import pytest

from store.calendar import Guest
from tests.store.calendar.calendar_files import GUEST, ORGANISER, WHEN, calendar, event, read_all
from tests.store.calendar.invited import MET, invite, names

IDA = Guest("Ida Holm", "ida@northwind.example")


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


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ATTENDEE;CN=Al;PARTSTAT=DECLINED:mailto:al@northwind.example", "Al (declined)"),
        ("ATTENDEE;CN=Al;partstat=declined:mailto:al@northwind.example", "Al (declined)"),
        ("ATTENDEE;CN=Al;PARTSTAT=DELEGATED:mailto:al@northwind.example", "Al (delegated)"),
        (
            'ATTENDEE;CN=Al;DELEGATED-TO="mailto:bo@northwind.example":mailto:al@northwind.example',
            "Al (delegated to Bo Berg)",
        ),
        ("ATTENDEE;CN=Al;ROLE=NON-PARTICIPANT:mailto:al@northwind.example", "Al (no participant)"),
        ("ATTENDEE;CN=All;CUTYPE=GROUP:mailto:all@northwind.example", "All (a group)"),
        ("ATTENDEE;CN=Spree (8);CUTYPE=ROOM:mailto:spree@northwind.example", "Spree (8) (a room)"),
        ("ATTENDEE;CN=Beamer;CUTYPE=RESOURCE:mailto:beamer@northwind.example", "Beamer (a resource)"),
        ("ATTENDEE;CN=Team:mailto:c_1@group.calendar.google.com", "Team (a calendar)"),
    ],
)
def test_who_takes_no_part_is_named_and_owed_nothing(line: str, words: str) -> None:
    one = invite(ORGANISER, GUEST, MET, line, me="jo@home.example")
    assert (names(one.people), one.contacts) == (["Ida Holm", "Bo Berg"], ())
    assert one.said == (f"Not taken, and owed no thanks: {words}.",)


@pytest.mark.parametrize(
    "line", ["CN=Fred Notetaker:mailto:fred@fireflies.example", "CN=x:mailto:notetaker@otter.example"]
)
def test_what_takes_the_notes_is_no_person(line: str) -> None:
    one = invite(ORGANISER, GUEST, f"ATTENDEE;{line}", me="jo@home.example")
    assert (names(one.people), one.contacts, len(one.said)) == (["Ida Holm"], (), 1)


@pytest.mark.parametrize("status", ["ACCEPTED", "TENTATIVE", "NEEDS-ACTION", "X-ODD", ""])
def test_who_has_not_declined_takes_part(status: str) -> None:
    line = f"ATTENDEE;CN=Al;PARTSTAT={status}:mailto:al@northwind.example"
    assert names(invite(ORGANISER, GUEST, line).people) == ["Ida Holm", "Al"]


def test_many_who_take_no_part_are_one_sentence() -> None:
    lines = [f"ATTENDEE;CN=Al {n};PARTSTAT=DECLINED:mailto:al{n}@northwind.example" for n in range(20)]
    (words,) = invite(ORGANISER, GUEST, *lines, me="jo@home.example").said
    assert "12 more" in words


@pytest.mark.parametrize("absence", ["PARTSTAT=DECLINED", "ROLE=NON-PARTICIPANT"])
def test_an_organiser_who_does_not_come_is_a_contact(absence: str) -> None:
    line = f"ATTENDEE;CN=Ida Holm;{absence}:mailto:ida@northwind.example"
    one = invite(ORGANISER, GUEST, MET, line, me="jo@home.example")
    assert (names(one.people), names(one.contacts)) == (["Bo Berg"], ["Ida Holm"])
    assert "Ida Holm" in " ".join(one.said)


@pytest.mark.parametrize(
    ("address", "contact"),
    [
        *(
            (f"{local}@northwind.example", True)
            for local in ("talent", "hr", "jobs", "recruiting", "careers-eu")
        ),
        *(
            (f"{local}@northwind.example", False)
            for local in ("no-reply", "noreply+12", "donotreply", "notifications", "calendar", "scheduler")
        ),
    ],
)
def test_a_machine_is_no_person(address: str, contact: bool) -> None:
    one = invite(f"ORGANIZER;CN=Northwind Recruiting:mailto:{address}", GUEST, MET, me="jo@home.example")
    assert names(one.people) == ["Bo Berg"]
    assert names(one.contacts) == (["Northwind Recruiting"] if contact else [])
    assert any((address in words) or ("Northwind Recruiting" in words) for words in one.said)


@pytest.mark.parametrize(
    "name", ["Northwind Recruiting", "HR Northwind", "Talent Team", "Northwind Interviews Team"]
)
def test_an_office_in_the_name_of_a_person_is_no_person(name: str) -> None:
    one = invite(f"ORGANIZER;CN={name}:mailto:ih42@northwind.example", GUEST, MET, me="jo@home.example")
    assert (names(one.people), names(one.contacts)) == (["Bo Berg"], [name])


@pytest.mark.parametrize(
    "address", ["ada.hr@northwind.example", "jobst@northwind.example", "info.ada@northwind.example"]
)
def test_a_name_beside_the_word_is_somebodys(address: str) -> None:
    assert names(invite(f"ORGANIZER;CN=Ada Jobs:mailto:{address}", GUEST).people) == ["Ada Jobs"]
