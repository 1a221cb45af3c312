"""From the events of an interview, one after the other, to its course: the rules of what each one changes."""

from __future__ import annotations

from copy import copy
from datetime import datetime, timedelta
from typing import Literal, assert_never

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
    Repeats,
    Snoozed,
    Thanked,
    Thanks,
    ThanksSkipped,
    counts_as,
    deadline,
)
from store.policy import Policy
from store.rules.elsewhere import ALONE, Elsewhere
from store.rules.office import HOUR, office_of
from store.rules.standing.courses import Basis, Course, Window, addressees, known_events


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
        self.unsettled = {None if one is None else one.id: one for one in addressees(interview)}
        """Who is owed thanks, by id."""
        self.left_out: dict[str | None, Person | None] = {}
        self.owes: dict[str, Owes] = {}
        self.debriefed = False
        self._repeats = Repeats()

    def copy(self) -> Fold:
        """The same once more, to go on from here in another way."""
        new = copy(self)
        new.__dict__ |= {
            name: had.copy() for name, had in self.__dict__.items() if isinstance(had, dict | Repeats)
        }
        return new

    def take(self, event: AnyEvent) -> None:
        """The next event."""
        # What counts from elsewhere has no id, and is no repeat of what is known here.
        if event.id and self._repeats.take(event):
            return
        if event.id and event.at >= self.interview.starts_at:
            self.debriefed = True
        match event:
            case Thanked() | ThanksSkipped():
                self._settle(event)
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

    def _settle(self, event: Thanks) -> None:
        """Thanks, or that none are sent: to one, or to all."""
        settled = [*self.unsettled] if event.to is None else [event.to]
        for one in settled:
            if one in self.unsettled:
                self.left_out[one] = self.unsettled.pop(one)
        if isinstance(event, Thanked):
            for one in [*self.left_out] if event.to is None else settled:
                self.left_out.pop(one, None)

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
        window, asked_no_more = _call_window(self)
        return Course(
            interview=self.interview,
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
            unsettled=tuple(self.unsettled.values()),
            left_out=tuple(self.left_out.values()),
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
        windows.append(_window(fold.office.assumed_window(fold.ends_at), "assumed", firm=False))
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
    return _window(office.assumed_window(contact.at), "contact", firm=False)
