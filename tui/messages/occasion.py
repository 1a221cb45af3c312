"""What a message is to be: to whom, by which way, for what. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import Channel, Interview, Person, Purpose
from store.policy import Policy
from store.rules import channel as channels
from store.rules.board import Card
from store.rules.deeds import Owing
from store.rules.standing import Course

PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
OccasionPurpose: TypeAlias = Purpose | Literal["call"]
OccasionChannel: TypeAlias = Channel | Literal["call"]


class Occasion(Struct, frozen=True, kw_only=True):
    """A message to be written: `purpose` and `channel` as templates name them."""

    course: Course
    purpose: OccasionPurpose
    channel: OccasionChannel
    to: Person | None
    """The interviewer or contact it is about; None where nobody is known."""
    via_recruiter: bool = False
    """It goes to the contact, who passes it on."""
    owed: str = ""
    """What the user promised them and now sends."""
    zone: ZoneInfo | None = None
    """The user's own, where it is known."""

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
        """Who is no interviewer: whoever passes on what is to be passed on, else the first."""
        return channels.passes_on(self.interview) or next(iter(self.interview.contacts), None)


def purposes(card: Card) -> tuple[Purpose, ...]:
    """What a text for this card may be for, the most fitting first; all of them can be chosen."""
    course = card.course
    result = course.closed.result if course.closed is not None else None
    fitting: list[Purpose] = []
    if card.to_answer:
        fitting.append("reply")
    if card.comes_up is not None:
        fitting.append("other")
    if card.column == "call_now":
        fitting.append("status")
    if course.unsettled and card.owed:
        fitting.append("thanks")
    if card.column == "closed" and result in ("rejected", "offer", "cancelled"):
        fitting.append("reply")
    if course.unsettled and card.column != "upcoming":
        # Late thanks are thanks.
        fitting.append("thanks")
    if card.column == "awaiting_callback":
        fitting.append("status")
    if card.owes:
        fitting.append("delivery")
    return tuple(dict.fromkeys((*fitting, *PURPOSES)))


def occasion_for(
    card: Card, policy: Policy, now: datetime, to: Person | None = None, purpose: Purpose | None = None,
    of: str | None = None,
) -> Occasion:  # fmt: skip
    """The message that a card asks for now, or one for a purpose that was chosen.

    Without a purpose a card that asks for a call gives the call. Without `to`, thanks are for the first who
    is still owed some, everything else for the one whom one would ask how things stand. `of` is the id of
    what is delivered; without it, what is due first.
    """
    wanted = purpose or _wanted(card, to)
    if wanted == "thanks":
        return _thanks(card, policy, now, to)
    follow = channels.follow_up(card.course, policy, now, card.zone)
    owing = _owing(card, to, of) if wanted == "delivery" else None
    promised_to = card.interview.person(owing.to) if owing is not None else None
    person = to or promised_to or card.interview.person(follow.to)
    calls = purpose is None and wanted == "status" and follow.channel == "call"
    if wanted == "voicemail" or (calls and (to is None or bool(to.phone))):
        return _occasion(card, "voicemail" if wanted == "voicemail" else "call", "call", person)
    return _occasion(card, wanted, writes_by(person), person, owed=owing.what if owing is not None else "")


def _wanted(card: Card, to: Person | None) -> Purpose:
    """As the card asks for it; for somebody named who was there, thanks where the card only waits."""
    if card.column == "awaiting_callback" and to is not None:
        return "thanks"
    return purposes(card)[0]


def _thanks(card: Card, policy: Policy, now: datetime, to: Person | None) -> Occasion:
    course = card.course
    if to is not None and to in course.interview.contacts:
        # Nobody is owed thanks who was not there: a note to them is one of another kind.
        return _occasion(card, "other", writes_by(to), to)
    person = to or next(iter(course.unsettled), None) or next(iter(course.interview.interviewers), None)
    way = channels.thanks_by(course, person, policy, now).channel
    if way != "recruiter":
        return _occasion(card, "thanks", way or "email", person)
    # Of a panel each is thanked by one letter: this one gets it below a line to who passes it on.
    alone = len(course.interview.interviewers) < 2
    channel = writes_by(channels.passes_on(course.interview))
    return _occasion(card, "thanks", channel, person, via_recruiter=alone)


def _occasion(
    card: Card, purpose: OccasionPurpose, channel: OccasionChannel, to: Person | None, *,
    via_recruiter: bool = False, owed: str = "",
) -> Occasion:  # fmt: skip
    return Occasion(
        course=card.course, purpose=purpose, channel=channel, to=to, via_recruiter=via_recruiter, owed=owed,
        zone=card.zone,
    )  # fmt: skip


def _owing(card: Card, to: Person | None, of: str | None) -> Owing | None:
    """What is delivered: the thing named, else what is due first of all that this person was promised."""
    if of is not None:
        return next((one for one in card.owes if one.id == of), None)
    theirs = [one for one in card.owes if to is None or one.to in (None, to.id)]
    return min(theirs, key=lambda one: (one.due is None, one.due), default=None)


def writes_by(person: Person | None) -> Channel:
    """How one writes to somebody: by e-mail, and to a number where only that is known."""
    if person is None or person.email or not person.phone:
        return "email"
    return "whatsapp" if person.whatsapp else "sms"


def written_to(people: Iterable[Person]) -> list[Person]:
    """Those to whom one can write, those with an address first."""
    reachable = [one for one in people if one.email or one.phone]
    return sorted(reachable, key=lambda one: not one.email)
