"""Records made in few words, for tests of all parts."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Debriefed,
    Delivered,
    Emailed,
    Heard,
    Interview,
    Outcome,
    Owes,
    Person,
    Promised,
    Reopened,
    Result,
    Snoozed,
    Thanked,
    ThanksSkipped,
    iso,
)
from store.policy import Policy
from store.rules.board import Card, board

BERLIN = ZoneInfo("Europe/Berlin")
END = datetime(2026, 11, 18, 14, tzinfo=UTC)
"""A Wednesday, 15:00 in Berlin; the call is due by assumption on Friday 27 November, 09:00 to 17:00 there."""
POLICY = Policy(
    thank_due=24, thank_late=48, thank_expires=96, call_wait=24, call_late=48, assumed_callback=5,
    quiet_after=30, voicemail_wait=48, ring_wait=20, answer_lead=24, owes_lead=24, reopen_within=24,
    ask_first="call", email_lead=12, call_tries=2, follow_ups=3, office_opens=time(9), office_closes=time(17),
    working_days=(0, 1, 2, 3, 4), holidays=(), calendar="none", texts_from=time(8), texts_to=time(21),
    quiet=(time(21), time(8)), away=(),
)  # fmt: skip
"""The numbers that tests go by, whatever the defaults are; of no country."""

ADA = Person(id="p1", name="Ada Okafor", email="ada@globex.example", phone="+49301234567")
BEN = Person(id="p2", name="Ben Ito", email="ben@globex.example")
CLEO = Person(id="p3", name="Cleo Marsh", phone="+4915112345678", whatsapp=True)
SAM = Person(id="c1", name="Sam Reed", phone="+4930555000", email="sam@agency.example")


def pinned(**numbers: Any) -> Policy:
    """The tests' policy with some other numbers."""
    return replace(POLICY, **numbers)


def vector_policy(vector: dict[str, Any]) -> tuple[Policy, ZoneInfo]:
    """What a vector names beside the defaults, and the user's zone."""
    user = vector["user"]
    first, last = (time.fromisoformat(one) for one in user["quiet_hours"].split("-"))
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    changed: dict[str, Any] = {**vector.get("settings", {}), "quiet": (first, last)}
    changed["holidays"] = tuple(date.fromisoformat(one) for one in vector.get("holidays", []))
    if "working_days" in vector:
        changed["working_days"] = tuple(days.index(one) for one in vector["working_days"])
    return pinned(**changed), ZoneInfo(user["zone"])


def written(at: datetime | None) -> str | None:
    """An instant as the vectors have it."""
    return None if at is None else iso(at)


def at(text: str) -> datetime:
    """An instant, `2026-11-18 14:00` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def after(hours: float) -> datetime:
    """So many hours after the interview's end."""
    return END + timedelta(hours=hours)


def made(*events: AnyEvent, **facts: Any) -> Interview:
    """An hour with Globex that ends at `END`, with Ada unless other people are given."""
    plain: dict[str, Any] = {
        "id": "iv-1", "company": "Globex", "role": "Data engineer", "round": "Panel", "zone": "Europe/Berlin",
        "ends_at": END, "interviewers": (ADA,),
    } | facts  # fmt: skip
    plain.setdefault("starts_at", plain["ends_at"] - timedelta(hours=1))
    return Interview(**plain, events=tuple(numbered(events)))


def numbered(events: tuple[AnyEvent, ...]) -> list[AnyEvent]:
    """The events with ids e1, e2, … where they have none."""
    return [replace(one, id=one.id or f"e{n}") for n, one in enumerate(events, 1)]


def thanked(when: datetime, to: str | None = "p1") -> Thanked:
    return Thanked(id="", at=when, to=to, channel="email")


def skipped(when: datetime, to: str | None = "p1") -> ThanksSkipped:
    return ThanksSkipped(id="", at=when, to=to)


def promised(when: datetime, limit: str, **more: Any) -> Promised:
    return Promised(id="", at=when, callback_by=limit, **more)


def called(when: datetime, outcome: Outcome = "voicemail", to: str | None = None) -> Called:
    return Called(id="", at=when, outcome=outcome, to=to)


def emailed(when: datetime, to: str | None = None) -> Emailed:
    return Emailed(id="", at=when, to=to)


def heard(when: datetime, to: str | None = None) -> Heard:
    return Heard(id="", at=when, to=to)


def snoozed(when: datetime, until: str) -> Snoozed:
    return Snoozed(id="", at=when, until=until)


def closed(when: datetime, result: Result = "rejected", answer_by: str | None = None) -> Closed:
    return Closed(id="", at=when, result=result, answer_by=answer_by)


def reopened(when: datetime) -> Reopened:
    return Reopened(id="", at=when)


def owes(when: datetime, what: str = "a work sample", due: str | None = None) -> Owes:
    return Owes(id="", at=when, what=what, due=due)


def delivered(when: datetime, of: str) -> Delivered:
    return Delivered(id="", at=when, of=of)


def debriefed(when: datetime) -> Debriefed:
    return Debriefed(id="", at=when)


def card(
    interview: Interview, now: datetime, policy: Policy = POLICY, zone: ZoneInfo = BERLIN, *others: Interview
) -> Card:
    """The card of an interview as a board shows it that holds the others too."""
    found = board([interview, *others], policy, now, zone).card(interview.id)
    assert found is not None
    return found
