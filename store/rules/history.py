"""What moved when, and why: events, and the moves that time alone has made between them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import AnyEvent, Closed, Interview, Promised, Reopened
from store.policy import Policy
from store.rules.elsewhere import ALONE, elsewhere
from store.rules.standing import Course, Fold, Standing, change_after, known_events, standing_at
from store.rules.words import owed_in, remark, told

_BEFORE = timedelta(seconds=1)


class Moment(Struct, frozen=True, kw_only=True):
    """One line of a history: an event, or (`event` is None) a move that time has made by itself."""

    at: datetime
    event: AnyEvent | None
    before: Standing
    """Where the card stood until then."""
    standing: Standing
    """Where it has stood since."""
    what: str
    """What happened: `thanked Ada Okafor by e-mail`, `the first day is over`."""
    remark: str = ""
    """What the user noted with the event."""

    @property
    def moved(self) -> bool:
        """Whether the card came to another column or level by it."""
        return (self.before.column, self.before.level) != (self.standing.column, self.standing.level)


def history(
    interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo, rounds: Sequence[Interview] = ()
) -> tuple[Moment, ...]:
    """Everything that happened to a card up to `now`, oldest first; words in the user's `zone`.

    `rounds`: those of its application. A move of time, or by what happened on another round, stands before an
    event at the same instant: at a boundary the new state holds.
    """
    return tuple(_moments(interview, policy, now, zone, rounds))


def _moments(
    interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo, rounds: Sequence[Interview]
) -> Iterator[Moment]:
    events = known_events(interview, now)
    # Each event is folded in once: a card of thousands must not be walked again for every one of them. Only
    # where something happens on another round it begins anew, since that may count from earlier on.
    turns = _turns(interview, rounds, now)
    walk = _Walk(interview, policy, rounds)
    owed = owed_in(interview)
    since = min([interview.starts_at, *(event.at for event in events[:1])]) - _BEFORE
    walk.begin_anew(since)
    for event in events:
        while turns and turns[0] <= event.at:
            at = turns.pop(0)
            yield from _by_itself(walk.here, policy, since, at)
            before = standing_at(walk.here, policy, at)
            walk.begin_anew(at)
            yield from _turned(walk.here, policy, before, at)
            since = at
        yield from _by_itself(walk.here, policy, since, event.at)
        before = standing_at(walk.here, policy, event.at)
        walk.take(event)
        since = event.at
        yield Moment(
            at=event.at,
            event=event,
            before=before,
            standing=standing_at(walk.here, policy, event.at),
            what=told(event, interview, zone, owed),
            remark=remark(event),
        )
    for at in turns:
        yield from _by_itself(walk.here, policy, since, at)
        before = standing_at(walk.here, policy, at)
        walk.begin_anew(at)
        yield from _turned(walk.here, policy, before, at)
        since = at
    yield from _by_itself(walk.here, policy, since, now)


class _Walk:
    """Goes along a card's own events, with what the other rounds said by then."""

    def __init__(self, interview: Interview, policy: Policy, rounds: Sequence[Interview]) -> None:
        self._interview = interview
        self._policy = policy
        self._rounds = rounds
        self._taken: list[AnyEvent] = []
        self._elsewhere = ALONE
        self._fold = Fold(interview, policy)
        self.here = self._fold.course()

    def begin_anew(self, at: datetime) -> None:
        """Take in all own events so far, and what the other rounds say at `at`."""
        self._elsewhere = elsewhere(self._interview, self._rounds, self._policy, at)
        self._fold = Fold(self._interview, self._policy)
        for event in sorted((*self._taken, *self._elsewhere.events), key=lambda one: one.at):
            self._fold.take(event)
        self.here = self._fold.course(self._elsewhere)

    def take(self, event: AnyEvent) -> None:
        """The next of its own events."""
        self._taken.append(event)
        self._fold.take(event)
        self.here = self._fold.course(self._elsewhere)


def _turns(interview: Interview, rounds: Sequence[Interview], now: datetime) -> list[datetime]:
    """When something happened on another round that may count here."""
    others = (one for one in rounds if one.id != interview.id)
    kinds = (Closed, Reopened, Promised)
    return sorted({e.at for one in others for e in one.events if isinstance(e, kinds) and e.at <= now})


def _turned(here: Course, policy: Policy, before: Standing, at: datetime) -> Iterator[Moment]:
    """The move that another round has made, where it made one."""
    stands = standing_at(here, policy, at)
    if (before.column, before.level) != (stands.column, stands.level):
        what = "another round of this application changed"
        yield Moment(at=at, event=None, before=before, standing=stands, what=what)


def _by_itself(here: Course, policy: Policy, since: datetime, until: datetime) -> Iterator[Moment]:
    """The moves after `since` and not after `until` that nobody made."""
    at = change_after(here, policy, since)
    while at is not None and at <= until:
        yield Moment(
            at=at,
            event=None,
            before=standing_at(here, policy, since),
            standing=standing_at(here, policy, at),
            what=_because(here, policy, at),
        )
        since, at = at, change_after(here, policy, at)


def _because(here: Course, policy: Policy, at: datetime) -> str:
    """Which limit was reached; several at one instant: the one that moved the card."""
    stands = standing_at(here, policy, at)
    match stands.column:
        case "call_now":
            return "the time for the call ran out" if stands.level == "overdue" else _why_call(here)
        case "to_thank" if stands.level != "due":
            hours = policy.thank_due if stands.level == "late" else policy.thank_late
            return f"{hours} hours have passed without thanks to everyone"
        case "closed" if stands.level == "quiet":
            return f"nothing was heard in {policy.quiet_after} days since the call was due"
        case "upcoming" | "to_thank" | "awaiting_callback" | "closed":
            if here.unsettled and at >= here.interview.ends_at + timedelta(hours=policy.thank_expires):
                return f"{policy.thank_expires} hours have passed: thanks are no longer asked for"
            return "the interview ended"


def _why_call(here: Course) -> str:
    match here.basis:
        case "promised":
            return "the promised answer did not come"
        case "contact":
            return "no answer since the last contact"
        case "snoozed":
            return "the time you asked for is over"
        case "assumed":
            return "they named no day, and the time we gave them is over"
