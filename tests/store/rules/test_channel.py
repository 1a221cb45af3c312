"""Which way to thank, and which way to ask for the answer that did not come."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from store.interview import AnyEvent, Person
from store.policy import Policy
from store.rules.channel import follow_up, thanks_by
from store.rules.standing import course
from tests.making import (
    ADA,
    BEN,
    CLEO,
    POLICY,
    SAM,
    after,
    at,
    called,
    closed,
    emailed,
    heard,
    made,
    pinned,
    promised,
    reopened,
    snoozed,
)

DAN = Person(id="p4", name="Dan Roe")
EVE = Person(id="p5", name="Eve Lund", email="eve@globex.example", phone="+4915100000000", whatsapp=True)
PHONE = Person(id="p6", name="Finn Moe", phone="+4930555001")
FRIDAY = at("2026-11-20 16:00")
"""Closing time on Friday, where a promise `2026-11-20` runs out."""
SECOND = timedelta(seconds=1)


def way(person: Person | None, *events: AnyEvent, now: datetime, policy: Policy = POLICY) -> tuple[str, str]:
    people = () if person is None else (person,)
    owed = thanks_by(course(made(*events, interviewers=people), policy, now), person, policy, now)
    assert (owed.to, owed.name) == ((person.id, person.name) if person else (None, None))
    return owed.channel, owed.reason


@pytest.mark.parametrize(
    ("person", "channel", "reason"),
    [
        (None, "recruiter", "no interviewer is known"),
        (DAN, "recruiter", "neither address nor number"),
        (PHONE, "sms", "only a number"),
        (CLEO, "whatsapp", "only a number"),
        (ADA, "email", "an address is known"),
        (BEN, "email", "an address is known"),
    ],
)
def test_without_a_promise(person: Person | None, channel: str, reason: str) -> None:
    found = way(person, now=after(1))
    assert found[0] == channel
    assert reason in found[1]


@pytest.mark.parametrize(
    ("before", "channel"),
    [
        (timedelta(hours=12) + SECOND, "email"),
        (timedelta(hours=12), "phone"),
        (timedelta(hours=1), "phone"),
        (timedelta(0), "phone"),
        (-SECOND, "email"),
    ],
)
def test_close_to_the_decision_a_message_is_sent(before: timedelta, channel: str) -> None:
    promise = promised(after(1), "2026-11-20")
    for person, phone in ((ADA, "sms"), (EVE, "whatsapp")):
        found, reason = way(person, promise, now=FRIDAY - before)
        assert found == (phone if channel == "phone" else "email")
        assert ("too late" in reason) == (channel == "phone")


def test_close_to_the_decision_there_must_be_a_number_and_an_address() -> None:
    promise = promised(after(1), "2026-11-20T16:00:00Z")
    assert way(BEN, promise, now=FRIDAY)[0] == "email"
    assert way(CLEO, promise, now=FRIDAY)[0] == "whatsapp"
    assert way(DAN, promise, now=FRIDAY)[0] == "recruiter"


def test_only_the_last_promise_is_a_decision() -> None:
    earlier, later = promised(after(1), "2026-11-20"), promised(after(2), "2026-11-27")
    assert way(ADA, earlier, later, now=FRIDAY - SECOND)[0] == "email"
    assert way(ADA, now=at("2026-11-25 15:00"))[0] == "email", "our own assumption is no decision"
    assert way(ADA, snoozed(after(1), "2026-11-20"), now=FRIDAY - SECOND)[0] == "email"


def test_the_lead_is_a_setting() -> None:
    promise = promised(after(1), "2026-11-20")
    none, day = pinned(email_lead=0), pinned(email_lead=24)
    assert way(ADA, promise, now=FRIDAY - SECOND, policy=none)[0] == "email"
    assert way(ADA, promise, now=FRIDAY, policy=none)[0] == "sms"
    assert way(ADA, promise, now=FRIDAY - timedelta(hours=24), policy=day)[0] == "sms"


def test_an_offer_that_came_first_is_no_reason_not_to() -> None:
    assert way(ADA, closed(after(2), "offer"), now=after(3)) == (
        "email",
        "the offer is there: send it anyway",
    )


def follow(*events: AnyEvent, policy: Policy = POLICY, **facts: object) -> tuple[str, str | None, str]:
    known = course(made(*events, **facts), policy, after(24 * 30))
    found = follow_up(known, policy)
    return found.channel, found.to, found.reason


@pytest.mark.parametrize(
    ("events", "channel"),
    [
        pytest.param([], "call", id="nothing tried"),
        pytest.param([called(after(200))], "call", id="one message left"),
        pytest.param([called(after(200)), called(after(230), "no_answer")], "email", id="two in a row"),
        pytest.param([called(after(n)) for n in (200, 230, 260)], "email", id="three"),
        pytest.param([called(after(200)), called(after(230)), emailed(after(240))], "call", id="then a mail"),
        pytest.param([called(after(200)), called(after(230)), heard(after(240))], "call", id="they called"),
        pytest.param(
            [called(after(200)), called(after(230)), promised(after(240), "2026-12-01")],
            "call",
            id="a promise",
        ),
        pytest.param(
            [called(after(200)), called(after(230), "reached"), called(after(240))],
            "call",
            id="reached between",
        ),
        pytest.param(
            [called(after(200)), snoozed(after(210), "2026-12-01"), called(after(230))],
            "email",
            id="a snooze",
        ),
        pytest.param([called(after(-5)), called(after(200))], "call", id="before the interview is history"),
        pytest.param(
            [called(after(200)), closed(after(201), "quiet"), called(after(202)), reopened(after(203))],
            "call",
            id="while closed is history",
        ),
    ],
)
def test_a_call_until_a_few_in_a_row_went_unanswered(events: list[AnyEvent], channel: str) -> None:
    found, to, reason = follow(*events)
    assert (found, to) == (channel, "p1")
    assert reason


def test_the_reason_says_what_was_tried() -> None:
    assert follow()[2] == "nobody has been called yet"
    assert follow(called(after(200)))[2] == "1 of 2 calls tried"
    assert follow(called(after(200)), called(after(230)))[2] == "2 calls went unanswered"
    assert follow(interviewers=(BEN,))[2] == "no number is known"


def test_how_many_calls_is_a_setting() -> None:
    assert follow(policy=pinned(call_tries=0))[0] == "email"
    assert follow(called(after(200)), called(after(230)), policy=pinned(call_tries=3))[0] == "call"


@pytest.mark.parametrize(
    ("events", "interviewers", "contacts", "expected"),
    [
        pytest.param([], (ADA, CLEO), (SAM,), ("call", "p1"), id="the first interviewer"),
        pytest.param([], (BEN, CLEO), (SAM,), ("call", "p3"), id="the first with a number"),
        pytest.param([], (BEN,), (SAM,), ("call", "c1"), id="a contact's number"),
        pytest.param(
            [called(after(200), to="p3")], (ADA, CLEO), (), ("call", "p3"), id="the one last called"
        ),
        pytest.param(
            [called(after(200), to="c1")], (ADA,), (SAM,), ("call", "c1"), id="a contact last called"
        ),
        pytest.param(
            [called(after(200), to="p2")], (BEN, CLEO), (), ("call", "p3"), id="whose number is gone"
        ),
        pytest.param([], (BEN,), (), ("email", "p2"), id="no number: write"),
        pytest.param([], (DAN, BEN), (), ("email", "p2"), id="the first with an address"),
        pytest.param(
            [], (DAN,), (Person(id="c2", name="Rae", email="rae@x.example"),), ("email", "c2"), id="contact"
        ),
        pytest.param([], (DAN,), (), ("email", None), id="nobody can be reached"),
        pytest.param([], (), (), ("email", None), id="nobody is known"),
        pytest.param(
            [called(after(200)), called(after(230))], (CLEO,), (), ("email", None), id="write, but no address"
        ),
    ],
)
def test_whom(
    events: list[AnyEvent],
    interviewers: tuple[Person, ...],
    contacts: tuple[Person, ...],
    expected: tuple[str, str | None],
) -> None:
    assert follow(*events, interviewers=interviewers, contacts=contacts)[:2] == expected
