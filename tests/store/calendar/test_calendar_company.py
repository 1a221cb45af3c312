"""Whose company it is that invites."""

import pytest

from store.calendar import NeedsAnswer
from tests.store.calendar.calendar_files import GUEST, ORGANISER, WHEN, calendar, event, read, read_lines
from tests.store.calendar.invited import INSIDE, MET, OTHER, invite, names


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


def test_a_relay_s_address_gives_way_to_the_one_that_is_meant() -> None:
    invitation = read_lines(
        'ORGANIZER;CN=Priya Raman;EMAIL="priya@globex.example":mailto:2_GEYDK@imip.me.com', *WHEN, GUEST
    )
    assert (invitation.company, invitation.people[0].email) == ("Globex", "priya@globex.example")
