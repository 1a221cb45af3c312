"""The rules of time: where a card stands at any instant.

Pure functions of an interview's facts, the policy and `now`. Nothing of it is stored, and no timer has to
have run. All intervals are half-open: at the boundary the new state holds.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, TypeAlias, assert_never, get_args

from msgspec import Struct

from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Contact,
    Interview,
    Person,
    Promised,
    Reopened,
    Result,
    Snoozed,
    Thanked,
    ThanksSkipped,
    counts_as,
    deadline,
    zone_of,
)
from store.policy import Policy
from store.rules import business_hours

Column: TypeAlias = Literal["upcoming", "to_thank", "awaiting_callback", "call_now", "closed"]
Level: TypeAlias = Literal["upcoming", "due", "late", "stale", "waiting", "open", "overdue"] | Result
Basis: TypeAlias = Literal["promised", "contact", "assumed", "snoozed"]
COLUMNS: tuple[Column, ...] = get_args(Column)
SETTLED_RESULTS: frozenset[Result] = frozenset({"rejected", "withdrawn", "cancelled", "quiet"})


class Course(Struct, frozen=True, kw_only=True):
    """What the events known at one instant add up to. Holds until the next event."""

    interview: Interview
    closed: Closed | None
    promised: Promised | None
    last_contact: Contact | Reopened | Promised | None
    last_called: str | None
    """Whom the user called last."""
    unanswered_calls: int
    """Voicemail or no answer in a row."""
    follow_ups: int
    """Calls and mails in a row without an answer."""
    unsettled: tuple[Person | None, ...]
    """Still owed thanks; None is the one anonymous addressee of an interview without interviewers."""
    call_from: datetime
    call_by: datetime
    basis: Basis


class Standing(Struct, frozen=True, kw_only=True):
    """Where a card stands: its column, the level within, and when that runs out (UTC, or None)."""

    column: Column
    level: Level
    due: datetime | None


def known_events(interview: Interview, now: datetime) -> list[AnyEvent]:
    """Events that have happened by `now`, in order of their instants; equal ones in list order."""
    return sorted((e for e in interview.events if e.at <= now), key=lambda e: e.at)


class Fold:
    """Walks the events once, in their order, and remembers what each rule needs."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.ends_at = interview.ends_at
        self.closed: Closed | None = None
        self.promised: Promised | None = None
        self.contact: Contact | Reopened | None = None
        self.last_contact: Contact | Reopened | Promised | None = None
        self.snoozed: Snoozed | None = None
        self.last_called: str | None = None
        self.unanswered = 0
        self.follow_ups = 0
        self.everyone = False
        self.settled: set[str] = set()

    def take(self, event: AnyEvent) -> None:
        """The next event."""
        match event:
            case Thanked(to=to) | ThanksSkipped(to=to):
                if to is None:
                    self.everyone = True
                else:
                    self.settled.add(to)
            case Closed():
                self.closed = event
            case Reopened():
                if self.closed is not None:
                    self.closed = None
                    self._touch(event)
            case _:  # whatever else there is must fit the parameter's type
                if self.closed is None:
                    self._take_while_open(event)

    def _take_while_open(self, event: Contact | Promised | Snoozed) -> None:
        """What moves the call window, and nothing once the card is closed."""
        match event:
            case Promised():
                self.promised, self.contact, self.last_contact = event, None, event
                self.unanswered = self.follow_ups = 0
            case Snoozed():
                self.snoozed = event
            case _:
                self._touch(event)

    def _touch(self, event: Contact | Reopened) -> None:
        """A contact. One before the interview's end only confirmed the time: it is history."""
        if event.at < self.ends_at:
            return
        self.contact = self.last_contact = event
        if isinstance(event, Reopened):
            return
        match counts_as(event):
            case "answer":
                self.unanswered = self.follow_ups = 0
            case "call":
                self.unanswered += 1
                self.follow_ups += 1
            case "mail":
                self.unanswered = 0
                self.follow_ups += 1
            case never:
                assert_never(never)
        if isinstance(event, Called) and event.to is not None:
            self.last_called = event.to

    def course(self, policy: Policy) -> Course:
        """What the events so far add up to."""
        call_from, call_by, basis = _call_window(self, self.interview, policy)
        addressees: tuple[Person | None, ...] = self.interview.interviewers or (None,)
        return Course(
            interview=self.interview,
            closed=self.closed,
            promised=self.promised,
            last_contact=self.last_contact,
            last_called=self.last_called,
            unanswered_calls=self.unanswered,
            follow_ups=self.follow_ups,
            unsettled=()
            if self.everyone
            else tuple(one for one in addressees if one is None or one.id not in self.settled),
            call_from=call_from,
            call_by=call_by,
            basis=basis,
        )


def course(interview: Interview, policy: Policy, now: datetime) -> Course:
    """What has come of an interview by `now`: closed or not, who is owed thanks, and when to call."""
    fold = Fold(interview)
    for event in known_events(interview, now):
        fold.take(event)
    return fold.course(policy)


def _call_window(fold: Fold, interview: Interview, policy: Policy) -> tuple[datetime, datetime, Basis]:
    """The window that begins last: so good news never shortens a promise, nor a snooze brings a call near."""
    zone = zone_of(interview)
    windows: list[tuple[datetime, datetime, Basis]] = []
    if fold.promised is not None:
        windows.append(
            (*business_hours.window(deadline(fold.promised.callback_by), policy, zone), "promised")
        )
    if fold.contact is not None:
        at = fold.contact.at
        unanswered = not isinstance(fold.contact, Reopened) and counts_as(fold.contact) == "call"
        windows.append(
            (
                *business_hours.window(
                    at if unanswered else business_hours.assumed(at, policy, zone), policy, zone
                ),
                "contact",
            )
        )
    if not windows:
        ends = business_hours.assumed(interview.ends_at, policy, zone)
        windows.append((*business_hours.window(ends, policy, zone), "assumed"))
    if fold.snoozed is not None:
        windows.append((*business_hours.snooze_window(deadline(fold.snoozed.until), policy, zone), "snoozed"))
    return max(windows, key=lambda one: one[0])


def thanks_open(course: Course, policy: Policy, at: datetime) -> bool:
    """Whether someone is still owed thanks and it is not too late to be asked."""
    return bool(course.unsettled) and at < course.interview.ends_at + timedelta(hours=policy.thank_expires)


def standing_at(course: Course, policy: Policy, at: datetime) -> Standing:
    """Where the card stands at `at`, if nothing more happens than `course` knows of."""
    interview, closed = course.interview, course.closed
    if closed is not None and (closed.result in SETTLED_RESULTS or closed.at < interview.starts_at):
        return Standing(column="closed", level=closed.result, due=None)
    if closed is None and at < interview.ends_at:
        return Standing(column="upcoming", level="upcoming", due=interview.starts_at)
    owed = thanks_open(course, policy, at)
    if closed is not None:
        if owed and at >= interview.ends_at:
            return _thanks(interview, policy, at)
        return Standing(column="closed", level=closed.result, due=None)
    if at >= course.call_from + timedelta(days=policy.quiet_after):
        return Standing(column="closed", level="quiet", due=None)
    if at >= course.call_from:
        level: Level = "open" if at < course.call_by else "overdue"
        return Standing(column="call_now", level=level, due=course.call_by)
    if owed:
        return _thanks(interview, policy, at)
    return Standing(column="awaiting_callback", level="waiting", due=course.call_from)


def _thanks(interview: Interview, policy: Policy, at: datetime) -> Standing:
    steps: tuple[tuple[Level, int], ...] = (
        ("due", policy.thank_due),
        ("late", policy.thank_late),
        ("stale", policy.thank_expires),
    )
    for level, hours in steps:
        ends = interview.ends_at + timedelta(hours=hours)
        if at < ends:
            return Standing(column="to_thank", level=level, due=ends)
    raise AssertionError("thanks are not open")


def boundaries(course: Course, policy: Policy) -> list[datetime]:
    """Every instant at which the card may change by itself, in order."""
    interview = course.interview
    hours = (policy.thank_due, policy.thank_late, policy.thank_expires)
    return sorted(
        {
            interview.ends_at,
            *(interview.ends_at + timedelta(hours=n) for n in hours),
            course.call_from,
            course.call_by,
            course.call_from + timedelta(days=policy.quiet_after),
        }
    )


def change_after(course: Course, policy: Policy, now: datetime) -> datetime | None:
    """The first instant after `now` at which column or level changes if nothing more happens."""
    here = standing_at(course, policy, now)
    for at in boundaries(course, policy):
        if at > now:
            there = standing_at(course, policy, at)
            if (there.column, there.level) != (here.column, here.level):
                return at
    return None


def standing(interview: Interview, policy: Policy, now: datetime) -> Standing:
    """Where the card stands at `now`."""
    return standing_at(course(interview, policy, now), policy, now)


def next_change(interview: Interview, policy: Policy, now: datetime) -> datetime | None:
    """The first instant after `now` at which the card moves by itself; None if never."""
    return change_after(course(interview, policy, now), policy, now)
