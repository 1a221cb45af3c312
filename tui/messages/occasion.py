"""What a message is to be: to whom, by which way, for what. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import Interview, Person
from store.policy import Policy
from store.rules import channel as channels
from store.rules.board import Card
from store.rules.standing import Course


class Occasion(Struct, frozen=True, kw_only=True):
    """A message to be written: `purpose` and `channel` as templates name them."""

    course: Course
    purpose: str
    channel: str
    to: Person | None
    """The interviewer or contact it is about; None where nobody is known."""
    via_recruiter: bool = False
    """It goes to the contact, who passes it on."""

    @property
    def interview(self) -> Interview:
        """The record behind it."""
        return self.course.interview

    @property
    def recipient(self) -> Person | None:
        """Who reads it first."""
        return self.contact if self.via_recruiter else self.to

    @property
    def contact(self) -> Person | None:
        """Who is no interviewer and passes on what is to be passed on."""
        return next(iter(self.interview.contacts), None)


def occasion_for(card: Card, policy: Policy, now: datetime, to: Person | None = None) -> Occasion:
    """The message that a card asks for now: a call or a status mail in `call_now`, else thanks.

    Without `to`, thanks are for the first who is still owed some, a follow-up for the one to be asked. A card
    that waits with everyone settled may be asked how things stand.
    """
    known = card.course
    owed = tuple(known.unsettled)
    if card.column == "call_now" or (card.column == "awaiting_callback" and not owed and to is None):
        return _follow_up(known, policy, now, card.zone, to)
    person = to or next(iter(owed), None) or next(iter(known.interview.interviewers), None)
    way = channels.thanks_by(known, person, policy, now).channel
    if way == "recruiter":
        return Occasion(course=known, purpose="thanks", channel="email", to=person, via_recruiter=True)
    return Occasion(course=known, purpose="thanks", channel=way or "email", to=person)


def _follow_up(known: Course, policy: Policy, now: datetime, zone: ZoneInfo, to: Person | None) -> Occasion:
    follow = channels.follow_up(known, policy, now, zone)
    person = to or known.interview.person(follow.to)
    calls = follow.channel == "call" and (to is None or bool(to.phone))
    return Occasion(
        course=known,
        purpose="call" if calls else "status",
        channel="call" if calls else "email",
        to=person,
    )
