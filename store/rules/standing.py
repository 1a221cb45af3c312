"""The rules of time: where a card stands at any instant.

Pure functions of an interview's facts, what the other rounds of its application say, the policy and `now`.
Nothing of it is stored, and no timer has to have run. All intervals are half-open: at the boundary the new
state holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from datetime import datetime, timedelta
from typing import Literal, TypeAlias, assert_never, get_args

from msgspec import Struct

from store.interview import (
    AnyEvent,
    Aside,
    Called,
    Closed,
    Contact,
    Debriefed,
    Delivered,
    Interview,
    Owes,
    Person,
    Promised,
    Reopened,
    Result,
    Snoozed,
    Thanked,
    Thanks,
    ThanksSkipped,
    counts_as,
    deadline,
    twice,
    without_repeats,
)
from store.policy import Policy
from store.rules.application import ALONE, Elsewhere
from store.rules.office import HOUR, Office, office_of

Column: TypeAlias = Literal["upcoming", "to_thank", "awaiting_callback", "call_now", "closed"]
Level: TypeAlias = (
    Literal["upcoming", "due", "late", "stale", "waiting", "open", "overdue", "answer"] | Result
)
Basis: TypeAlias = Literal["promised", "contact", "assumed", "snoozed"]
COLUMNS: tuple[Column, ...] = get_args(Column)
ENDED: frozenset[Result] = frozenset({
    "rejected", "withdrawn", "cancelled", "quiet", "accepted", "declined",
})  # fmt: skip
"""Results after which nobody is thanked any more."""


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


class Standing(Struct, frozen=True, kw_only=True):
    """Where a card stands: its column, the level within, and when that runs out (UTC, or None)."""

    column: Column
    level: Level
    due: datetime | None


def known_events(interview: Interview, now: datetime, also: Iterable[AnyEvent] = ()) -> list[AnyEvent]:
    """Events that have happened by `now`, in order of their instants; equal ones in list order.

    `also`: what counts from elsewhere, behind its own at equal instants.
    """
    return sorted((e for e in (*interview.events, *also) if e.at <= now), key=lambda e: e.at)


class Fold:
    """Walks the events once, in their order, and remembers what each rule needs."""

    def __init__(self, interview: Interview, policy: Policy) -> None:
        self.interview = interview
        self.policy = policy
        self.office = office_of(interview, policy)
        self.ends_at = interview.ends_at
        self.closed: Closed | None = None
        self.closed_at_start = False
        self.promised: Promised | None = None
        self.contact: Contact | Reopened | None = None
        self.last_contact: Contact | Reopened | Promised | None = None
        self.snoozed: Snoozed | None = None
        self.named: dict[str, None] = {}
        self.last_ask: Literal["call", "mail"] | None = None
        self.unanswered = 0
        self.follow_ups = self.follow_up_calls = 0
        self.settled: set[str | None] = set()
        self.thanked: set[str | None] = set()
        self.owes: dict[str, Owes] = {}
        self.debriefed = False
        self._seen: set[tuple[str, str | None, str, str]] = set()

    def take(self, event: AnyEvent) -> None:
        """The next event."""
        # What counts from elsewhere has no id, and is no repeat of what is known here.
        if event.id and (same := twice(event)) is not None:
            if same in self._seen:
                return
            self._seen.add(same)
        if event.id and event.at >= self.interview.starts_at:
            self.debriefed = True
        match event:
            case Thanked(to=to) | ThanksSkipped(to=to):
                self.settled.add(to)
                if isinstance(event, Thanked):
                    self.thanked.add(to)
            case Owes() | Delivered() | Debriefed():
                self._take_aside(event)
            case Closed():
                self.closed = event
            case Reopened():
                self._reopen(event)
            case _:  # whatever else there is must fit the parameter's type
                if self.closed is None:
                    self._take_while_open(event)
        if event.at <= self.interview.starts_at:
            self.closed_at_start = self.closed is not None

    def _take_aside(self, event: Aside) -> None:
        match event:
            case Owes():
                self.owes[event.id] = event
            case Delivered(of=of):
                self.owes.pop(of, None)
            case Debriefed():
                pass
            case _:
                assert_never(event)

    def _reopen(self, event: Reopened) -> None:
        if self.closed is None:
            return
        by_mistake = event.at - self.closed.at < self.policy.reopen_within * HOUR
        self.closed = None
        if not by_mistake:
            self._touch(event)

    def _take_while_open(self, event: Contact | Promised | Snoozed) -> None:
        """What moves the call window, and nothing once the card is closed."""
        match event:
            case Promised():
                self._promise(event)
            case Snoozed():
                self.snoozed = event
            case _:
                self._touch(event)

    def _promise(self, event: Promised) -> None:
        """A promise. One for a time before the interview's end was about something else: it is history."""
        if self.office.instant(deadline(event.callback_by)) < self.ends_at:
            return
        self.promised, self.contact, self.last_contact = event, None, event
        self._name(event.by)
        self.unanswered = self.follow_ups = self.follow_up_calls = 0
        self.last_ask = None

    def _touch(self, event: Contact | Reopened) -> None:
        """A contact. One before the interview's end only confirmed the time: it is history."""
        if event.at < self.ends_at:
            return
        self.contact = self.last_contact = event
        if isinstance(event, Reopened):
            return
        self._name(event.to)
        match counts_as(event):
            case "answer":
                self.unanswered = self.follow_ups = self.follow_up_calls = 0
                self.last_ask = None
            case "call":
                self.unanswered += 1
                self.follow_ups += 1
                self.follow_up_calls += 1
                self.last_ask = "call"
            case "mail":
                self.unanswered = 0
                self.follow_ups += 1
                self.last_ask = "mail"
            case never:
                assert_never(never)

    def _name(self, person: str | None) -> None:
        if person is not None:
            self.named.pop(person, None)
            self.named[person] = None

    def course(self, elsewhere: Elsewhere = ALONE) -> Course:
        """What the events so far add up to."""
        interview = self.interview
        window, asked_no_more = _call_window(self)
        unsettled = _without(interview, self.settled)
        return Course(
            interview=interview,
            office=self.office,
            elsewhere=elsewhere,
            closed=self.closed,
            closed_at_start=self.closed_at_start,
            promised=self.promised,
            last_contact=self.last_contact,
            named=tuple(reversed(self.named)),
            last_ask=self.last_ask,
            unanswered_calls=self.unanswered,
            follow_ups=self.follow_ups,
            follow_up_calls=self.follow_up_calls,
            unsettled=unsettled,
            left_out=_without(interview, self.thanked, unsettled),
            owes=tuple(self.owes.values()),
            debriefed=self.debriefed,
            window=window,
            asked_no_more=asked_no_more,
        )


def course(interview: Interview, policy: Policy, now: datetime, elsewhere: Elsewhere = ALONE) -> Course:
    """What has come of an interview by `now`: closed or not, who is owed thanks, and when to call.

    `elsewhere`: what the other rounds of its application say by then.
    """
    fold = Fold(interview, policy)
    for event in known_events(interview, now, elsewhere.events):
        fold.take(event)
    return fold.course(elsewhere)


def _without(
    interview: Interview, settled: Set[str | None], others: Collection[Person | None] = ()
) -> tuple[Person | None, ...]:
    """The addressees of thanks without these ids, of which None stands for all, and without `others`."""
    if None in settled:
        return ()
    nobody: tuple[Person | None, ...] = () if interview.mode == "recorded" else (None,)
    addressees = interview.interviewers or nobody
    return tuple(one for one in addressees if (one is None or one.id not in settled) and one not in others)


def unsettled_by(interview: Interview, now: datetime) -> tuple[Person | None, ...]:
    """Who has neither been thanked nor skipped by `now`."""
    return _without(interview, {one.to for one in known_events(interview, now) if isinstance(one, Thanks)})


def closed_by(interview: Interview, now: datetime) -> Closed | None:
    """The event by which it stands closed at `now`; None where it is open, or has only gone quiet."""
    closed: Closed | None = None
    for event in without_repeats(known_events(interview, now)):
        if isinstance(event, Closed):
            closed = event
        elif isinstance(event, Reopened):
            closed = None
    return closed


def _call_window(fold: Fold) -> tuple[Window, bool]:
    """The window that begins last: so good news never shortens a promise, nor a snooze brings a call near.

    With it, whether what lies behind it, snoozes aside, is a promise after which silence is a no.
    """
    windows: list[Window] = []
    if (promised := fold.promised) is not None:
        windows.append(_promise_window(fold, promised))
    if (contact := _contact_window(fold)) is not None:
        windows.append(contact)
    if not windows:
        windows.append(_window(fold.office.window(fold.office.assumed(fold.ends_at)), "assumed", firm=False))
    behind = max(windows, key=lambda one: one.opens)
    no_more = behind.basis == "promised" and promised is not None and promised.silence == "no"
    if fold.snoozed is None:
        return behind, no_more
    snoozed = _window(fold.office.snooze_window(deadline(fold.snoozed.until)), "snoozed", firm=True)
    return max(behind, snoozed, key=lambda one: one.opens), no_more


def _window(limits: tuple[datetime, datetime], basis: Basis, *, firm: bool) -> Window:
    return Window(opens=limits[0], closes=limits[1], basis=basis, firm=firm)


def _promise_window(fold: Fold, promised: Promised) -> Window:
    limit = deadline(promised.callback_by)
    if promised.how == "ring" and promised.silence != "no" and isinstance(limit, datetime):
        limits = fold.office.ring_window(limit, timedelta(minutes=fold.policy.ring_wait))
    else:
        limits = fold.office.window(fold.office.instant(limit))
    return _window(limits, "promised", firm=True)


def _contact_window(fold: Fold) -> Window | None:
    """From the last contact since the promise; None where there is none, or the promise stands."""
    contact, office = fold.contact, fold.office
    if contact is None:
        return None
    if not isinstance(contact, Reopened) and counts_as(contact) == "call":
        left = isinstance(contact, Called) and contact.outcome == "voicemail"
        wait = fold.policy.voicemail_wait * HOUR if left else None
        return _window(office.window(contact.at, wait), "contact", firm=True)
    if fold.promised is not None and contact.at < office.instant(deadline(fold.promised.callback_by)):
        return None
    return _window(office.window(office.assumed(contact.at)), "contact", firm=False)


# Where it stands


def thanks_open(course: Course, policy: Policy, at: datetime) -> bool:
    """Whether someone is still owed thanks, it is not too late to be asked, and it took place at all."""
    if not course.unsettled or at >= course.interview.ends_at + policy.thank_expires * HOUR:
        return False
    return not _closed_before(course)


def _closed_before(course: Course) -> bool:
    """Closed since before the interview's start."""
    return course.closed is not None and course.closed_at_start


def offer_pending(course: Course, policy: Policy, at: datetime) -> bool:
    """Whether the card is closed as an offer that is still to be answered."""
    return course.answer_by is not None and at < course.answer_by + timedelta(days=policy.quiet_after)


def is_answered(course: Course, at: datetime) -> bool:
    """Whether the answer has come, or must wait, elsewhere: a later round, or an offer on another round."""
    until = course.elsewhere.offer_until
    return course.elsewhere.later is not None or (until is not None and at < until)


def standing_at(course: Course, policy: Policy, at: datetime) -> Standing:
    """Where the card stands at `at`, if nothing more happens than `course` knows of."""
    interview = course.interview
    owed = thanks_open(course, policy, at)
    if course.closed is not None:
        return _closed(course, course.closed, policy, at, owed=owed)
    if at < interview.ends_at:
        starts = interview.ends_at if interview.mode == "recorded" else interview.starts_at
        return Standing(column="upcoming", level="upcoming", due=starts)
    if is_answered(course, at):
        return _thanks(interview, policy, at) if owed else _ended("advanced")
    if at >= course.call_from:
        if course.asked_no_more or at >= course.call_from + timedelta(days=policy.quiet_after):
            return _ended("quiet")
        return _asking(course, at)
    if owed:
        return _thanks(interview, policy, at)
    return Standing(column="awaiting_callback", level="waiting", due=course.call_from)


def _closed(course: Course, closed: Closed, policy: Policy, at: datetime, *, owed: bool) -> Standing:
    pending = offer_pending(course, policy, at)
    if closed.result in ENDED or (_closed_before(course) and not pending):
        return _ended(closed.result)
    ended = at >= course.interview.ends_at
    if (
        pending
        and course.answer_by is not None
        and (not owed or not ended or at >= course.answer_by - policy.answer_lead * HOUR)
    ):
        level: Level = "answer" if at < course.answer_by else "overdue"
        return Standing(column="call_now", level=level, due=course.answer_by)
    return _thanks(course.interview, policy, at) if owed and ended else _ended(closed.result)


def _ended(result: Result) -> Standing:
    return Standing(column="closed", level=result, due=None)


def _asking(course: Course, at: datetime) -> Standing:
    if not course.window.firm:
        return Standing(column="call_now", level="open", due=None)
    level: Level = "open" if at < course.call_by else "overdue"
    return Standing(column="call_now", level=level, due=course.call_by)


def _thanks(interview: Interview, policy: Policy, at: datetime) -> Standing:
    steps: tuple[tuple[Level, int], ...] = (
        ("due", policy.thank_due),
        ("late", policy.thank_late),
        ("stale", policy.thank_expires),
    )
    for level, hours in steps:
        ends = interview.ends_at + hours * HOUR
        if at < ends:
            return Standing(column="to_thank", level=level, due=ends)
    raise AssertionError("thanks are not open")


def boundaries(course: Course, policy: Policy) -> list[datetime]:
    """Every instant at which the card may change by itself, in order."""
    interview = course.interview
    hours = (policy.thank_due, policy.thank_late, policy.thank_expires)
    quiet = timedelta(days=policy.quiet_after)
    instants = {
        interview.ends_at,
        *(interview.ends_at + n * HOUR for n in hours),
        course.call_from,
        course.call_by,
        course.call_from + quiet,
    }
    if (answer_by := course.answer_by) is not None:
        instants |= {answer_by - policy.answer_lead * HOUR, answer_by, answer_by + quiet}
    if course.elsewhere.offer_until is not None:
        instants.add(course.elsewhere.offer_until)
    return sorted(instants)


def change_after(course: Course, policy: Policy, now: datetime) -> datetime | None:
    """The first instant after `now` at which column or level changes if nothing more happens."""
    here = standing_at(course, policy, now)
    for at in boundaries(course, policy):
        if at > now:
            there = standing_at(course, policy, at)
            if (there.column, there.level) != (here.column, here.level):
                return at
    return None
