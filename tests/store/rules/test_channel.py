"""Which way to thank, and from when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from store.interview import AnyEvent, Ask, Person
from store.policy import Policy
from store.rules.channel import Owed, thanks_by
from store.rules.elsewhere import Elsewhere
from store.rules.standing import course
from tests.making import (
    ADA,
    BEN,
    CLEO,
    POLICY,
    SAM,
    after,
    at,
    closed,
    made,
    pinned,
    promised,
    snoozed,
)

DAN = Person(id="p4", name="Dan Roe")
EVE = Person(id="p5", name="Eve Lund", email="eve@globex.example", phone="+4915100000000", whatsapp=True)
PHONE = Person(id="p6", name="Finn Moe", phone="+4930555001")
FRIDAY = at("2026-11-20 16:00")
"""Closing time on Friday, where a promise `2026-11-20` runs out."""
SECOND = timedelta(seconds=1)


def owed(
    person: Person | None, *events: AnyEvent, now: datetime, policy: Policy = POLICY, **facts: Any
) -> Owed:
    people = () if person is None else (person,)
    known = course(made(*events, **{"interviewers": people, "contacts": (SAM,), **facts}), policy, now)
    one = thanks_by(known, person, policy, now)
    assert (one.to, one.name) == ((person.id, person.name) if person else (None, None))
    assert (one.begins is None) == (one.channel is None)
    return one


def way(person: Person | None, *events: AnyEvent, **more: Any) -> tuple[str | None, str]:
    one = owed(person, *events, **more)
    return one.channel, one.reason


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


def test_nobody_who_could_pass_it_on_has_to_be_found_first() -> None:
    for person in (None, DAN):
        lost = owed(person, now=after(1), contacts=(Person(id="c9", name="Zoe"),))
        assert (lost.channel, lost.begins) == (None, None)
        assert "first find out" in lost.reason
        second = owed(person, now=after(1), contacts=(Person(id="c9", name="Zoe"), SAM))
        assert (second.channel, second.begins) == ("recruiter", after(1))
        assert "ask Sam Reed to pass it on" in second.reason


def test_how_they_want_to_be_asked_plays_no_part() -> None:
    asks: tuple[Ask, ...] = ("phone", "email", "never")
    for ask in asks:
        assert way(replace(ADA, ask=ask), now=after(1))[0] == "email"
        assert way(replace(CLEO, ask=ask), now=after(1))[0] == "whatsapp"


def test_a_message_to_a_phone_waits_for_the_morning_there() -> None:
    night = at("2026-11-18 22:30")
    assert owed(CLEO, now=night).begins == at("2026-11-19 07:00")
    assert owed(CLEO, now=night, zone="America/New_York").begins == night, "still evening there"
    assert owed(ADA, now=night).begins == night, "a mail does not wait"
    assert owed(CLEO, now=at("2026-11-22 12:00")).begins == at("2026-11-22 12:00"), "a Sunday is as good"


def test_at_night_before_the_decision_a_mail_unless_the_morning_comes_first() -> None:
    """From 21:00 to 8:00 there no message goes out: it must be able to before the deadline."""
    night = at("2026-11-19 22:00")
    early, late = promised(after(1), "2026-11-20T07:00:00Z"), promised(after(1), "2026-11-20T07:00:01Z")
    assert owed(ADA, early, now=night).channel == "email"
    message = owed(ADA, late, now=night)
    assert (message.channel, message.begins) == ("sms", at("2026-11-20 07:00"))


def test_where_the_answer_has_come_no_decision_is_near() -> None:
    promise = promised(after(1), "2026-11-20")
    assert way(ADA, promise, closed(after(2), "advanced"), now=FRIDAY - SECOND)[0] == "email"
    later = Elsewhere(later=made(id="iv-2", ends_at=after(24 * 20)))
    known = course(made(promise), POLICY, FRIDAY - SECOND, later)
    assert thanks_by(known, ADA, POLICY, FRIDAY - SECOND).channel == "email"


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
