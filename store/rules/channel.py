"""By which way to thank or to follow up, from when, and why: for each person, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import Interview, Person, deadline
from store.policy import Policy
from store.rules import office
from store.rules.office import HOUR
from store.rules.standing import Course

ThanksWay: TypeAlias = Literal["email", "sms", "whatsapp", "recruiter"]
Asking: TypeAlias = Literal["call", "email"]


class Owed(Struct, frozen=True, kw_only=True):
    """A thank-you still owed. `to` and `name` are None for the one anonymous addressee."""

    to: str | None
    name: str | None
    channel: ThanksWay | None
    """None: first find out who it was."""
    begins: datetime | None
    """From when it can be done; None with no channel."""
    reason: str


class FollowUp(Struct, frozen=True, kw_only=True):
    """How to ask for the answer that did not come; all None where nobody can be reached."""

    channel: Asking | None
    to: str | None
    begins: datetime | None
    """From when it can be done: their office is open and the user is up."""
    rest: bool
    """So many calls and mails went unanswered that letting it rest is offered first."""
    reason: str
    night: bool = False
    """Whether it is a mail since their office is open only while the user is asleep or away."""


# Thanks


def thanks_by(course: Course, person: Person | None, policy: Policy, now: datetime) -> Owed:
    """The way to thank one person.

    A message to the phone where an e-mail may be read only after the decision, or where there is no address;
    the recruiter passes it on where neither is known; else e-mail, also when an offer came first.
    """
    if person is None:
        return _passed_on(course, None, now, "no interviewer is known")
    if not person.phone and not person.email:
        return _passed_on(course, person, now, "neither address nor number is known")
    phone: ThanksWay = "whatsapp" if person.whatsapp else "sms"
    texts = office.texts_from(policy, now, course.office.zone)
    if not person.email:
        never = ", and your settings leave no hours for text messages" if policy.texts_never else ""
        return _owed(person, phone, texts, f"only a number is known{never}")
    if person.phone and _decide_soon(course, policy, now, texts):
        return _owed(person, phone, texts, "they decide so soon that an e-mail may be read too late")
    if course.closed is not None and course.closed.result == "offer":
        return _owed(person, "email", now, "the offer is there: send it anyway")
    return _owed(person, "email", now, "an address is known, and there is time to read it")


def _owed(person: Person | None, channel: ThanksWay | None, begins: datetime | None, reason: str) -> Owed:
    to, name = (None, None) if person is None else (person.id, person.name)
    return Owed(to=to, name=name, channel=channel, begins=begins, reason=reason)


def _passed_on(course: Course, person: Person | None, now: datetime, why: str) -> Owed:
    """By the first contact who can be reached."""
    contact = passes_on(course.interview)
    if contact is None:
        return _owed(person, None, None, f"{why}, and nobody to pass it on: first find out")
    return _owed(person, "recruiter", now, f"{why}: ask {contact.name or 'the contact'} to pass it on")


def _decide_soon(course: Course, policy: Policy, now: datetime, texts: datetime) -> bool:
    if course.promised is None or course.closed is not None or course.elsewhere.later is not None:
        return False
    limit = course.office.instant(deadline(course.promised.callback_by))
    if not timedelta() <= limit - now <= policy.email_lead * HOUR:
        return False
    return texts == now or texts < limit


def passes_on(interview: Interview) -> Person | None:
    """Who passes on what is for somebody who cannot be reached: the first contact who can be."""
    return next((one for one in interview.contacts if one.email or one.phone), None)


# Asking where things stand


def last_named(course: Course) -> str | None:
    """Who was last spoken to or named, of those who may be asked."""
    interview = course.interview
    named = (person for one in course.named if (person := interview.person(one)) is not None)
    return next((one.id for one in named if one.ask != "never"), None)


def whom_to_write(course: Course) -> Person | None:
    """Who is the first to be asked in writing; None where nobody may be written to."""
    return _Asked(course).first("email")


def follow_up(course: Course, policy: Policy, now: datetime, zone: ZoneInfo) -> FollowUp:
    """Whom to ask, how, and from when; `zone` is the user's own."""
    asked = _Asked(course)
    rest = course.follow_ups >= policy.follow_ups
    wanted, why = _wanted(course, asked, policy)
    other: Asking = "email" if wanted == "call" else "call"
    for way in (wanted, other):
        if (person := asked.first(way)) is None:
            continue
        if way != wanted:
            why = "no number may be called" if way == "email" else "no address may be written to"
        if way == "email":
            return FollowUp(channel=way, to=person.id, begins=now, rest=rest, reason=why)
        return _call(course, asked, person, policy, now, zone, rest=rest, why=why)
    nobody = "neither a number nor an address is known: first find out"
    return FollowUp(channel=None, to=None, begins=None, rest=rest, reason=nobody)


def follow_up_ahead(course: Course, policy: Policy, now: datetime, zone: ZoneInfo) -> FollowUp:
    """How to ask once it is time to, if nothing more happens, and from when that can be done."""
    return follow_up(course, policy, max(now, course.call_from), zone)


def _call(
    course: Course, asked: _Asked, person: Person, policy: Policy, now: datetime, zone: ZoneInfo,
    *, rest: bool, why: str,
) -> FollowUp:  # fmt: skip
    begins = office.reachable(course.office, policy, now, zone)
    if begins is None:
        reader = asked.first("email")
        if reader is not None:
            closed = "their office is open only while you are asleep or away"
            return FollowUp(channel="email", to=reader.id, begins=now, rest=rest, reason=closed, night=True)
        begins = course.office.next_open(now)
    return FollowUp(channel="call", to=person.id, begins=begins, rest=rest, reason=why)


_WAYS: Mapping[str, Asking] = {"phone": "call", "email": "email"}
"""How somebody wants to be asked, as it is stored."""


class _Asked:
    """Who may be asked, in the order in which they are."""

    def __init__(self, course: Course) -> None:
        interview = course.interview
        order = [one for one in (*interview.contacts, *interview.interviewers) if one.ask != "never"]
        if course.named and (last := interview.person(last_named(course))) is not None:
            order = [last, *(one for one in order if one.id != last.id)]
        self._order = order
        self._heeded = next((one for one in order if _may_call(one) or _may_write(one)), None)
        """The first who may be asked as they want to be; where there is none, all are as they can be."""

    def first(self, way: Asking) -> Person | None:
        """The first who may be asked in that way."""
        may: Callable[[Person], bool]
        if self._heeded is not None:
            may = _may_call if way == "call" else _may_write
        else:
            may = _has_phone if way == "call" else _has_address
        return next((one for one in self._order if may(one)), None)

    @property
    def said(self) -> Asking | None:
        """How the first of all who may be asked wants to be."""
        return _WAYS.get(self._heeded.ask or "") if self._heeded is not None else None


def _has_phone(person: Person) -> bool:
    return bool(person.phone)


def _has_address(person: Person) -> bool:
    return bool(person.email)


def _may_call(person: Person) -> bool:
    return bool(person.phone) and person.ask != "email"


def _may_write(person: Person) -> bool:
    return bool(person.email) and person.ask != "phone"


def _wanted(course: Course, asked: _Asked, policy: Policy) -> tuple[Asking, str]:
    """The way to ask in, if anybody can be asked in it, and why."""
    tried = course.unanswered_calls
    if tried >= policy.call_tries:
        return "email", f"{tried} calls went unanswered"
    said = asked.said
    if said == "call":
        return "call", "they asked to be called"
    if said == "email":
        return "email", "they asked to be written to"
    if policy.ask_first == "email" and course.last_ask != "mail":
        return "email", "you write first"
    if not tried:
        return "call", "nobody has been called yet"
    return "call", f"{tried} of {policy.call_tries} calls tried"
