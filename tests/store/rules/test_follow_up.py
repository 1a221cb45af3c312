"""How to ask for the answer that did not come: whom, by which way, and from when."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from store.interview import AnyEvent, Ask, Person
from store.policy import Policy
from store.rules.channel import FollowUp, follow_up
from store.rules.standing import course
from tests.making import (
    ADA,
    BEN,
    BERLIN,
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
RAE = Person(id="c2", name="Rae", email="rae@x.example")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
NOW = after(24 * 30)
"""A Friday, 15:00 in Berlin: their office is open, and the user is up."""


def asks(person: Person, ask: Ask) -> Person:
    """The same person, who has said how they want to be asked."""
    return replace(person, ask=ask)


def found(
    *events: AnyEvent, policy: Policy = POLICY, now: datetime = NOW, zone: ZoneInfo = BERLIN, **facts: object
) -> FollowUp:
    return follow_up(course(made(*events, **facts), policy, now), policy, now, zone)


def follow(*events: AnyEvent, **more: Any) -> tuple[str | None, str | None]:
    how = found(*events, **more)
    assert how.reason
    return how.channel, how.to


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
            [called(after(200)), called(after(230)), promised(after(240), "2026-11-17")],
            "email",
            id="a promise of a time before the interview's end is history",
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
    assert follow(*events) == (channel, "p1")


@pytest.mark.parametrize(
    ("events", "channel"),
    [
        pytest.param([], "email", id="at first"),
        pytest.param([emailed(after(200))], "call", id="after a mail, a call"),
        pytest.param([emailed(after(200)), called(after(230))], "email", id="then a mail again"),
        pytest.param([called(after(200))], "email", id="after a call, a mail"),
        pytest.param([emailed(after(200)), heard(after(230))], "email", id="they answered"),
        pytest.param([emailed(after(200)), called(after(230), "reached")], "email", id="they were reached"),
        pytest.param([emailed(after(200)), promised(after(230), "2026-12-01")], "email", id="they promised"),
        pytest.param([emailed(after(-5))], "email", id="before the interview is history"),
    ],
)
def test_who_writes_first_calls_in_turn(events: list[AnyEvent], channel: str) -> None:
    assert follow(*events, policy=pinned(ask_first="email")) == (channel, "p1")


def test_the_reason_says_what_was_tried() -> None:
    assert found().reason == "nobody has been called yet"
    assert found(called(after(200))).reason == "1 of 2 calls tried"
    assert found(called(after(200)), called(after(230))).reason == "2 calls went unanswered"
    assert found(interviewers=(BEN,)).reason == "no number may be called"
    assert found(interviewers=(asks(ADA, "email"),)).reason == "they asked to be written to"
    assert found(interviewers=(asks(ADA, "phone"),)).reason == "they asked to be called"
    assert found(policy=pinned(ask_first="email")).reason == "you write first"
    assert found(interviewers=()).reason == "neither a number nor an address is known: first find out"


def test_how_many_calls_is_a_setting() -> None:
    assert follow(policy=pinned(call_tries=0))[0] == "email"
    assert follow(called(after(200)), called(after(230)), policy=pinned(call_tries=3))[0] == "call"


@pytest.mark.parametrize(
    ("events", "interviewers", "contacts", "expected"),
    [
        pytest.param([], (ADA, CLEO), (SAM,), ("call", "c1"), id="the first contact"),
        pytest.param([], (ADA, CLEO), (RAE, SAM), ("call", "c1"), id="the first with a number"),
        pytest.param([], (ADA, CLEO), (RAE,), ("call", "p1"), id="an interviewer's number"),
        pytest.param([], (CLEO, ADA), (), ("call", "p3"), id="the first interviewer"),
        pytest.param(
            [called(after(200), to="p3")], (ADA, CLEO), (SAM,), ("call", "p3"), id="the one last called"
        ),
        pytest.param(
            [called(after(200), to="c1")], (ADA,), (SAM,), ("call", "c1"), id="a contact last called"
        ),
        pytest.param(
            [called(after(200), to="p3"), called(after(201), "reached", "p1")],
            (CLEO, ADA), (), ("call", "p1"), id="the last named, not the first",
        ),
        pytest.param([heard(after(200), "p3")], (ADA, CLEO), (SAM,), ("call", "p3"), id="who got in touch"),
        pytest.param(
            [emailed(after(200), "p3")], (ADA, CLEO), (SAM,), ("call", "p3"), id="who was written to"
        ),
        pytest.param(
            [promised(after(1), "2026-11-27", by="p3")], (ADA, CLEO), (SAM,), ("call", "p3"),
            id="who named the day",
        ),
        pytest.param(
            [called(after(200), to="p3"), promised(after(201), "2026-11-27")],
            (ADA, CLEO), (SAM,), ("call", "p3"), id="named before the last promise",
        ),
        pytest.param(
            [called(after(-5), to="p3")], (ADA, CLEO), (SAM,), ("call", "c1"), id="named in what is history"
        ),
        pytest.param(
            [called(after(200), to="p2")], (BEN, CLEO), (), ("call", "p3"), id="whose number is gone"
        ),
        pytest.param([], (BEN,), (), ("email", "p2"), id="no number: write"),
        pytest.param([], (DAN, BEN), (), ("email", "p2"), id="the first with an address"),
        pytest.param([], (DAN,), (RAE,), ("email", "c2"), id="a contact's address"),
        pytest.param([], (DAN,), (), (None, None), id="nobody can be reached"),
        pytest.param([], (), (), (None, None), id="nobody is known"),
        pytest.param(
            [called(after(200)), called(after(230))], (CLEO,), (), ("call", "p3"), id="write, but no address"
        ),
    ],
)  # fmt: skip
def test_whom(
    events: list[AnyEvent],
    interviewers: tuple[Person, ...],
    contacts: tuple[Person, ...],
    expected: tuple[str | None, str | None],
) -> None:
    assert follow(*events, interviewers=interviewers, contacts=contacts) == expected


@pytest.mark.parametrize(
    ("events", "interviewers", "contacts", "expected"),
    [
        pytest.param([], (asks(ADA, "email"),), (), ("email", "p1"), id="a mail"),
        pytest.param([], (asks(ADA, "phone"),), (), ("call", "p1"), id="a call"),
        pytest.param([], (asks(ADA, "never"), CLEO), (), ("call", "p3"), id="never this one"),
        pytest.param([], (asks(ADA, "never"),), (), (None, None), id="never, and nobody else"),
        pytest.param([], (asks(ADA, "email"), CLEO), (SAM,), ("call", "c1"), id="another comes first"),
        pytest.param([], (asks(ADA, "email"), CLEO), (), ("email", "p1"), id="the first decides"),
        pytest.param(
            [], (CLEO, asks(ADA, "email")), (), ("call", "p3"), id="the first did not say, and is called"
        ),
        pytest.param(
            [called(after(200), to="p1")], (asks(ADA, "never"), CLEO), (SAM,), ("call", "c1"),
            id="never, though named last",
        ),
        pytest.param(
            [called(after(200), to="p3"), heard(after(201), "p1")], (asks(ADA, "never"), CLEO), (SAM,),
            ("call", "p3"), id="the last named who may be asked",
        ),
        pytest.param(
            [called(after(200)), called(after(230))], (asks(ADA, "phone"), BEN), (), ("email", "p2"),
            id="write after vain calls: to someone who may be written to",
        ),
        pytest.param(
            [called(after(200)), called(after(230))], (asks(ADA, "phone"),), (), ("call", "p1"),
            id="write after vain calls: but nobody may be written to",
        ),
        pytest.param([], (asks(BEN, "phone"),), (), ("email", "p2"), id="no number to call: set aside"),
        pytest.param([], (asks(CLEO, "email"),), (), ("call", "p3"), id="no address to write to: set aside"),
        pytest.param(
            [], (asks(CLEO, "email"), BEN), (), ("email", "p2"), id="not set aside while someone may be"
        ),
        pytest.param([], (asks(BEN, "never"), asks(CLEO, "email")), (), ("call", "p3"), id="but for never"),
    ],
)  # fmt: skip
def test_how_they_want_to_be_asked(
    events: list[AnyEvent],
    interviewers: tuple[Person, ...],
    contacts: tuple[Person, ...],
    expected: tuple[str | None, str | None],
) -> None:
    assert follow(*events, interviewers=interviewers, contacts=contacts) == expected


# From when


@pytest.mark.parametrize(
    ("zone", "begins"),
    [("Europe/Berlin", "2026-12-18 08:00"), ("America/New_York", "2026-12-18 13:00"),
     ("Asia/Tokyo", "2026-12-18 08:00"), ("Australia/Sydney", "2026-12-18 08:00")],
)  # fmt: skip
def test_a_call_waits_for_their_office_and_for_the_user_to_be_up(zone: str, begins: str) -> None:
    assert found(now=at("2026-12-17 23:00"), zone=ZoneInfo(zone)).begins == at(begins)


def test_where_their_office_hours_are_the_users_night_a_mail_goes_out() -> None:
    """The office in Berlin closes when it is eight in the morning there."""
    night = found(zone=LOS_ANGELES)
    assert (night.channel, night.to, night.begins) == ("email", "p1", NOW)
    other = found(zone=LOS_ANGELES, interviewers=(CLEO, BEN))
    assert (other.channel, other.to) == ("email", "p2"), "to the first who may be written to"


def test_a_call_at_night_where_nobody_may_be_written_to() -> None:
    for someone in (CLEO, asks(ADA, "phone")):
        call = found(zone=LOS_ANGELES, now=at("2026-12-19 12:00"), interviewers=(someone,))
        assert (call.channel, call.to, call.begins) == ("call", someone.id, at("2026-12-21 08:00"))


def test_nobody_is_called_while_the_user_is_away() -> None:
    away = pinned(away=("2026-12-18/2026-12-20",))
    assert found(policy=away).begins == at("2026-12-21 08:00")
    fortnight = pinned(away=("2026-12-18/2027-01-01",))
    assert follow(policy=fortnight) == ("email", "p1"), "so long that a mail is better"


def test_a_mail_goes_out_at_once() -> None:
    assert found(now=at("2026-12-19 23:00"), interviewers=(BEN,)).begins == at("2026-12-19 23:00")


def test_nobody_has_nothing_to_begin_with() -> None:
    assert found(interviewers=()).begins is None
