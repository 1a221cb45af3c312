"""Who writes from an address: a person, an office or a machine; a company, an agency or a service."""

from __future__ import annotations

import pytest

from store.people.senders import (
    company_of,
    house_of,
    is_agency,
    is_automat,
    is_machine,
    is_service,
    mailbox_of,
)


@pytest.mark.parametrize(
    ("local", "machine", "automat"),
    [
        ("no-reply", True, True),
        ("NoReply", True, True),
        ("no.reply.jobs", True, True),
        ("donotreply-7", True, True),
        ("notifications", True, True),
        ("calendar-invite", True, True),
        ("talent", True, False),
        ("hr", True, False),
        ("jobs+42", True, False),
        ("talent-team", True, False),
        ("bewerbung", True, False),
        ("ada", False, False),
        ("ada.hr", False, False),
        ("jobst", False, False),
        ("robotham", False, False),
        ("", False, False),
    ],
)
def test_machines(local: str, machine: bool, automat: bool) -> None:
    address = f"{local}@globex.example"
    assert (is_machine(address), is_automat(address)) == (machine, automat)


@pytest.mark.parametrize(
    ("domain", "house", "company"),
    [
        ("globex.example", "globex.example", "Globex"),
        ("jobs.globex.co.uk", "globex.co.uk", "Globex"),
        ("a.b.GLOBEX.com.au", "globex.com.au", "Globex"),
        ("gmail.com", "gmail.com", ""),
        ("gmx.net", "gmx.net", ""),
        ("hire.lever.co", "lever.co", ""),
        ("us.greenhouse-mail.io", "greenhouse-mail.io", ""),
        ("us.ats-mail.example", "ats-mail.example", ""),
        ("calendly.com", "calendly.com", ""),
        ("co.uk", "", ""),
        ("", "", ""),
    ],
)
def test_houses_and_companies(domain: str, house: str, company: str) -> None:
    assert (house_of(f"x@{domain}"), company_of(f"x@{domain}")) == (house, company)


@pytest.mark.parametrize(
    ("domain", "agency"),
    [
        ("agency.example", True),
        ("brandt-recruiting.example", True),
        ("hays.de", True),
        ("talent-hub.example", True),
        ("globex.example", False),
        ("talentsoft.example", False),
        ("hayslip.example", False),
    ],
)
def test_agencies(domain: str, agency: bool) -> None:
    assert is_agency(f"rita@{domain}") is agency


def test_a_service_is_one_under_any_suffix() -> None:
    assert is_service("x@greenhouse.io") and is_service("greenhouse.co.uk") and not is_service("x@globex.io")


@pytest.mark.parametrize(
    "written", ["Ada@Globex.example", " ada+jobs@globex.example ", "ada+a+b@globex.example"]
)
def test_every_spelling_is_one_mailbox(written: str) -> None:
    assert mailbox_of(written) == "ada@globex.example"


def test_what_is_no_plus_form_is_left() -> None:
    assert mailbox_of("+ada@globex.example") == "+ada@globex.example"
    assert mailbox_of("nobody") == "nobody"
