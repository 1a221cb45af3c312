"""By which way to thank or to follow up, and why: for each person, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct

from store.interview import Interview, Person, deadline, zone_of
from store.policy import Policy
from store.rules import business_hours
from store.rules.standing import Course

ThanksWay: TypeAlias = Literal["email", "sms", "whatsapp", "recruiter"]


class Owed(Struct, frozen=True, kw_only=True):
    """A thank-you still owed. `to` and `name` are None for the one anonymous addressee."""

    to: str | None
    name: str | None
    channel: ThanksWay
    reason: str


class FollowUp(Struct, frozen=True, kw_only=True):
    """How to ask for the answer that did not come; `to` is None where nobody can be reached that way."""

    channel: Literal["call", "email"]
    to: str | None
    reason: str


def thanks_by(course: Course, person: Person | None, policy: Policy, now: datetime) -> Owed:
    """The way to thank one person.

    A message to the phone where an e-mail may be read only after the decision, or where there is no address;
    the recruiter passes it on where neither is known; else e-mail, also when an offer came first.
    """
    if person is None:
        return Owed(
            to=None,
            name=None,
            channel="recruiter",
            reason="no interviewer is known: ask the contact to pass it on",
        )

    def owed(channel: ThanksWay, reason: str) -> Owed:
        return Owed(to=person.id, name=person.name, channel=channel, reason=reason)

    phone: ThanksWay = "whatsapp" if person.whatsapp else "sms"
    if not person.phone and not person.email:
        return owed("recruiter", "neither address nor number is known: ask the contact to pass it on")
    if not person.email:
        return owed(phone, "only a number is known")
    if person.phone and course.promised is not None:
        limit = business_hours.instant(
            deadline(course.promised.callback_by), policy, zone_of(course.interview)
        )
        if timedelta() <= limit - now <= timedelta(hours=policy.email_lead):
            return owed(phone, "they decide so soon that an e-mail may be read too late")
    if course.closed is not None and course.closed.result == "offer":
        return owed("email", "the offer is there: send it anyway")
    return owed("email", "an address is known, and there is time to read it")


def follow_up(course: Course, policy: Policy) -> FollowUp:
    """Call, until a few calls in a row went unanswered; then write."""
    interview = course.interview
    callee = _callee(interview, course.last_called)
    reader = next((one for one in interview.people if one.email), None)
    if callee is not None and course.unanswered_calls < policy.call_tries:
        tried = course.unanswered_calls
        reason = "nobody has been called yet" if not tried else f"{tried} of {policy.call_tries} calls tried"
        return FollowUp(channel="call", to=callee.id, reason=reason)
    reason = "no number is known" if callee is None else f"{course.unanswered_calls} calls went unanswered"
    return FollowUp(channel="email", to=None if reader is None else reader.id, reason=reason)


def _callee(interview: Interview, last_called: str | None) -> Person | None:
    """The one last called, else the first who has a number: interviewers before contacts."""
    last = interview.person(last_called)
    if last is not None and last.phone:
        return last
    return next((one for one in interview.people if one.phone), None)
