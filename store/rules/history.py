"""What moved when, and why: events, and the moves that time alone has made between them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import AnyEvent, Interview
from store.policy import Policy
from store.rules.standing import Course, Fold, Standing, change_after, known_events, standing_at
from store.rules.words import remark, told

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


def history(interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo) -> tuple[Moment, ...]:
    """Everything that happened to a card up to `now`, oldest first; words in the user's `zone`.

    A move of time at the instant of an event stands before it: at a boundary the new state holds.
    """
    return tuple(_moments(interview, policy, now, zone))


def _moments(interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo) -> Iterator[Moment]:
    events = known_events(interview, now)
    # Each event is folded in once: a card of thousands must not be walked again for every one of them.
    fold = Fold(interview)
    here = fold.course(policy)
    since = min([interview.starts_at, *(event.at for event in events[:1])]) - _BEFORE
    for event in events:
        yield from _by_itself(here, policy, since, event.at)
        before = standing_at(here, policy, event.at)
        fold.take(event)
        here = fold.course(policy)
        since = event.at
        yield Moment(
            at=event.at,
            event=event,
            before=before,
            standing=standing_at(here, policy, event.at),
            what=told(event, interview, zone),
            remark=remark(event),
        )
    yield from _by_itself(here, policy, since, now)


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
                return f"{policy.thank_expires} hours have passed: the thank-you was missed"
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
            return "no answer in the time we assume"
