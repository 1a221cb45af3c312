"""Whom an invitation names, who of them the user is, and whose company it is."""

import pytest

from store.calendar import Answers, Guest, Invitation, NeedsAnswer, read_calendar
from tests.store.calendar.calendar_files import (
    GUEST,
    HOME,
    NOW,
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


# Who takes part


MET = "ATTENDEE;CN=Bo Berg:mailto:bo@northwind.example"


def names(guests: tuple[Guest, ...]) -> list[str]:
    return [guest.name for guest in guests]


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


# Who the user is


def test_the_guess_is_said_with_how_to_say_otherwise() -> None:
    (words,) = invite(ORGANISER, GUEST).said
    assert "taken to be you: jo@home.example" in words and "--me" in words
    assert invite(ORGANISER, GUEST, me="jo@home.example").said == ()


@pytest.mark.parametrize(
    ("mine", "people"),
    [
        (("jo@home.example",), ["Ida Holm"]),
        (("other@else.example", "JO@HOME.example"), ["Ida Holm"]),
        (("jo+jobs@home.example",), ["Ida Holm"]),
        (("jo@work.example", "jo@home.example"), ["Ida Holm"]),
        (("ida@northwind.example",), ["Jo"]),
    ],
)
def test_own_addresses_are_known_in_any_form(mine: tuple[str, ...], people: list[str]) -> None:
    raw = calendar(event(*WHEN, ORGANISER, GUEST))
    (one,) = read_calendar(raw, Answers(HOME, mine, company="X"), NOW).meetings
    assert names(one.people) == people


def test_a_plus_form_in_the_invitation_is_the_user() -> None:
    tagged = "ATTENDEE;CN=Jo:mailto:Jo+northwind@home.example"
    assert names(invite(ORGANISER, tagged, me="jo@home.example").people) == ["Ida Holm"]


def test_invited_at_two_own_addresses() -> None:
    other = "ATTENDEE;CN=Jo:mailto:jo@work.example"
    raw = calendar(event(*WHEN, ORGANISER, GUEST, other))
    (one,) = read_calendar(raw, Answers(HOME, ("jo@home.example", "jo@work.example")), NOW).meetings
    assert (names(one.people), one.me) == (["Ida Holm"], ("jo@home.example", "jo@work.example"))


def test_addresses_of_which_none_is_invited_are_said() -> None:
    raw = calendar(event(*WHEN, ORGANISER, GUEST))
    (one,) = read_calendar(raw, Answers(HOME, ("a@x.example", "b@x.example")), NOW).meetings
    assert names(one.people) == ["Ida Holm", "Jo"]
    assert any("None of your addresses, a@x.example or b@x.example" in words for words in one.said)


def test_whoever_has_no_colleague_at_the_table_is_the_likeliest() -> None:
    panel = [f"ATTENDEE;CN={name}:mailto:{name}@northwind.example" for name in ("al", "bo", "di")]
    with pytest.raises(NeedsAnswer) as asks:
        invite("ORGANIZER:mailto:no-reply@greenhouse.io", *panel, GUEST)
    assert asks.value.questions[0].choices[0] == "jo@home.example"


# Whose company it is


@pytest.mark.parametrize(
    ("organiser", "summary", "guess"),
    [
        ("CN=Northwind Recruiting:mailto:no-reply@us.ats-mail.example", "Interview", "Northwind"),
        ("CN=Talent at Northwind:mailto:x@greenhouse.io", "Interview", "Northwind"),
        ("CN=x:mailto:no-reply@hire.lever.co", "Interview with Northwind: Data engineer", "Northwind"),
        ("CN=x:mailto:notifications@calendly.com", "Northwind <> Jo: first talk", "Northwind"),
        ("CN=x:mailto:x@myworkday.com", "Panel interview at Northwind Labs", "Northwind Labs"),
        ("CN=Ida Holm:mailto:ida@gmail.com", "Technical interview - Northwind", "Northwind"),
        ("CN=Ida Holm:mailto:ida@web.de", "Vorstellungsgespräch bei Northwind", "Northwind"),
        ("CN=Ida Holm:mailto:ida@holm-recruiting.example", "Call with Northwind GmbH", "Northwind GmbH"),
        ("CN=Northwind:mailto:no-reply@greenhouse.io", "Interview", "Northwind"),
        ("CN=Northwind via Lever:mailto:no-reply@hire.lever.co", "Interview", "Northwind"),
        ("CN=Recruiting @ Northwind:mailto:no-reply@greenhouse.io", "Interview", "Northwind"),
        ("CN=Greenhouse:mailto:no-reply@greenhouse.io", "[Northwind] Interview with Bo", "Northwind"),
        ("CN=x:mailto:x@greenhouse.io", "Interview Confirmation - Northwind\\, Inc.", "Northwind"),
        ("CN=x:mailto:x@greenhouse.io", "Einladung: Gespräch bei der Northwind GmbH", "Northwind GmbH"),
        ("CN=x:mailto:x@greenhouse.io", "Jo Doe | Northwind - Phone Screen", "Northwind"),
        ("CN=x:mailto:x@greenhouse.io", "Onsite interview with the Northwind team", "Northwind"),
        ("CN=x:mailto:x@greenhouse.io", "Call with Bo Berg (Northwind)", "Northwind"),
        ("CN=x:mailto:x@greenhouse.io", "Northwind interview @ Tue Dec 1\\, 2026 10am", "Northwind"),
        ("CN=Greenhouse:mailto:no-reply@greenhouse.io", "Interview", ""),
        ("CN=Ida Holm:mailto:ida@gmail.com", "Interview with Ida Holm", ""),
        ("CN=Ida Holm:mailto:ida@gmail.com", "Interview with Anna Berg", ""),
        ("CN=Ida Holm:mailto:ida@gmail.com", "Phone Screen - Zoom", ""),
    ],
)
def test_what_is_no_company_is_asked_for_with_the_best_guess(
    organiser: str, summary: str, guess: str
) -> None:
    with pytest.raises(NeedsAnswer) as asks:
        invite(f"ORGANIZER;{organiser}", GUEST, f"SUMMARY:{summary}", me="jo@home.example")
    (question,) = asks.value.questions
    assert question.kind == "company" and next(iter(question.choices), "") == guess
    assert ("perhaps" in str(question)) is bool(guess)


NO_REPLY = "ORGANIZER;CN=Interviews:mailto:no-reply@talentflow.example"


@pytest.mark.parametrize(
    ("lines", "company"),
    [
        (["SUMMARY:Interview at Globex"], None),
        (["SUMMARY:Interview"], None),
        (["SUMMARY:Interview at Talentflow"], "Talentflow"),
        (["SUMMARY:Interview", "ATTENDEE;CN=Bo:mailto:bo@eu.talentflow.example"], "Talentflow"),
    ],
)
def test_the_host_of_a_machine_tells_the_company_only_where_something_bears_it_out(
    lines: list[str], company: str | None
) -> None:
    if company is None:
        with pytest.raises(NeedsAnswer, match="--company"):
            invite(NO_REPLY, GUEST, *lines, me="jo@home.example")
    else:
        assert invite(NO_REPLY, GUEST, *lines, me="jo@home.example").company == company


def test_the_domains_of_others_are_guesses_too() -> None:
    with pytest.raises(NeedsAnswer) as asks:
        invite("ORGANIZER:mailto:no-reply@greenhouse.io", GUEST, MET, me="jo@home.example")
    assert asks.value.questions[0].choices == ("Northwind",)


AGENT = "ORGANIZER;CN=Rita Brandt:mailto:rita@brandt.example"


@pytest.mark.parametrize(
    ("lines", "company", "people", "contacts"),
    [
        ([AGENT, GUEST, MET, "SUMMARY:Interview at Northwind"], "Northwind", ["Bo Berg"], ["Rita Brandt"]),
        ([AGENT, GUEST, MET, "SUMMARY:Interview"], "Brandt", ["Rita Brandt", "Bo Berg"], []),
        ([AGENT, GUEST, "SUMMARY:Interview at Northwind"], "Brandt", ["Rita Brandt"], []),
        ([ORGANISER, GUEST, OTHER, "SUMMARY:Interview"], "Northwind", ["Ida Holm", "Al"], []),
    ],
)
def test_an_agencys_person_is_a_contact(
    lines: list[str], company: str, people: list[str], contacts: list[str]
) -> None:
    one = invite(*lines, me="jo@home.example")
    assert (one.company, names(one.people), names(one.contacts)) == (company, people, contacts)
    assert any("Rita Brandt" in words and "contact" in words for words in one.said) is bool(contacts)


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("Interview at Globex", True),
        ("Interview with Globex: panel", True),
        ("Interview at Northwind", False),
        ("Interview at Northwind Labs", False),
        ("Interview with Ida Holm", False),
        ("Globex - interview", False),
    ],
)
def test_another_company_in_the_summary_is_said(summary: str, said: bool) -> None:
    one = invite(ORGANISER, GUEST, f"SUMMARY:{summary}", me="jo@home.example")
    assert one.company == "Northwind"
    assert any("if it is Globex, say so with --company" in words for words in one.said) is said


def test_a_company_that_is_told_makes_the_agencys_person_a_contact() -> None:
    one = read(calendar(event(*WHEN, AGENT, GUEST, MET)), me="jo@home.example", company="Northwind Ltd")
    assert (names(one.people), names(one.contacts)) == (["Bo Berg"], ["Rita Brandt"])


def test_a_company_of_another_name_than_its_domain_keeps_its_people() -> None:
    one = read(calendar(event(*WHEN, ORGANISER, GUEST, MET)), me="jo@home.example", company="Alphabet")
    assert (names(one.people), one.contacts) == (["Ida Holm", "Bo Berg"], ())
