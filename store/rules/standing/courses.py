"""What the events of an interview add up to at one instant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from store.interview import (
    AnyEvent,
    Closed,
    Contact,
    Interview,
    Owes,
    Person,
    Promised,
    Reopened,
    Thanks,
    deadline,
    without_repeats,
)
from store.rules.elsewhere import Elsewhere
from store.rules.office import Office

Basis: TypeAlias = Literal["promised", "contact", "assumed", "snoozed"]


class Window(Struct, frozen=True, kw_only=True):
    """From when to when to ask where things stand, and what that rests on."""

    opens: datetime
    closes: datetime
    basis: Basis
    firm: bool
    """Whether someone named the day; a guess is never overdue."""


class Course(Struct, frozen=True, kw_only=True):
    """What the events known at one instant add up to. Holds until the next event."""

    interview: Interview
    office: Office
    elsewhere: Elsewhere
    closed: Closed | None
    closed_at_start: bool
    """Whether it stood closed when the interview began."""
    promised: Promised | None
    """Their last promise that is no history."""
    last_contact: Contact | Reopened | Promised | None
    named: tuple[str, ...]
    """Whom contacts and promises name, last first."""
    last_ask: Literal["call", "mail"] | None
    """How the user asked last since they were reached, got in touch or promised."""
    unanswered_calls: int
    """Voicemail or no answer in a row."""
    follow_ups: int
    """Calls and mails in a row without an answer."""
    follow_up_calls: int
    """How many of these are calls; a mail between them ends `unanswered_calls`, and not these."""
    unsettled: tuple[Person | None, ...]
    """Still owed thanks; None is the one anonymous addressee of an interview without interviewers."""
    left_out: tuple[Person | None, ...]
    """Those to whom no thanks were sent on purpose."""
    owes: tuple[Owes, ...]
    """What the user has promised and not yet delivered."""
    debriefed: bool
    """Whether anything was noted at or after the interview's start."""
    window: Window
    asked_no_more: bool
    """Whether silence is a no by their own word: nothing but a snooze moves the window past it."""

    @property
    def thanked(self) -> int:
        """How many of the interviewers have been thanked."""
        settled = len(self.interview.interviewers) - len(self.unsettled)
        return max(0, settled - len(self.left_out))

    @property
    def call_from(self) -> datetime:
        """From when to ask."""
        return self.window.opens

    @property
    def call_by(self) -> datetime:
        """By when to have asked."""
        return self.window.closes

    @property
    def basis(self) -> Basis:
        """Where the window comes from."""
        return self.window.basis

    @property
    def answer_by(self) -> datetime | None:
        """By when the user has to answer an offer; None where there is none, or it names no day."""
        if self.closed is None or self.closed.answer_by is None:
            return None
        return self.office.instant(deadline(self.closed.answer_by))


def known_events(interview: Interview, now: datetime, also: Iterable[AnyEvent] = ()) -> list[AnyEvent]:
    """Events that have happened by `now`, in order of their instants; equal ones in list order.

    `also`: what counts from elsewhere, behind its own at equal instants.
    """
    return sorted((e for e in (*interview.events, *also) if e.at <= now), key=lambda e: e.at)


def addressees(interview: Interview) -> tuple[Person | None, ...]:
    """Who is owed thanks for it; None is somebody of whom nothing is known."""
    nobody: tuple[Person | None, ...] = () if interview.mode == "recorded" else (None,)
    return interview.interviewers or nobody


def unsettled_by(interview: Interview, now: datetime) -> tuple[Person | None, ...]:
    """Who has neither been thanked nor skipped by `now`."""
    settled = {one.to for one in known_events(interview, now) if isinstance(one, Thanks)}
    if None in settled:
        return ()
    return tuple(one for one in addressees(interview) if one is None or one.id not in settled)


def closed_by(interview: Interview, now: datetime) -> Closed | None:
    """The event by which it stands closed at `now`; None where it is open, or has only gone quiet."""
    closed: Closed | None = None
    for event in without_repeats(known_events(interview, now)):
        if isinstance(event, Closed):
            closed = event
        elif isinstance(event, Reopened):
            closed = None
    return closed
