"""What moved when, and why: events, and the moves that time alone has made between them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import AnyEvent, Interview
from store.policy import Policy
from store.rules.application import Applications
from store.rules.board import Card
from store.rules.standing import Course, Standing, boundaries, change_after, standing_at
from store.rules.walk import walk
from store.rules.words import EventWords, remark


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


def last_move(cards: Iterable[Card], applications: Applications) -> datetime | None:
    """The last instant before that of these cards at which one of them moved; None where none ever did."""
    found: datetime | None = None
    for bound, one in sorted(_at_the_latest(cards, applications), key=lambda there: there[0], reverse=True):
        if found is not None and bound <= found:
            break
        rounds = applications.rounds(one.interview)
        moments = history(one.interview, one.policy, one.now, one.zone, rounds)
        moved = (moment.at for moment in moments if moment.moved and moment.at < one.now)
        found = max((at for at in (found, *moved) if at is not None), default=None)
    return found


def _at_the_latest(cards: Iterable[Card], applications: Applications) -> Iterator[tuple[datetime, Card]]:
    """Each with an instant after which it has certainly not moved; of those that may have moved at all."""
    said: dict[str, list[datetime]] = {}
    for one in cards:
        rounds = applications.rounds(one.interview)
        if rounds[0].id not in said:
            # At an event's own instant the course is the one after it, and tells of no limit before.
            instants = [event.at for each in rounds for event in each.events if event.at <= one.now]
            said[rounds[0].id] = sorted(instants)[-1:]
        limits = (at for at in boundaries(one.course, one.policy) if at < one.now)
        if found := [*said[rounds[0].id], *limits]:
            yield max(found), one


def _moments(
    interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo, rounds: Sequence[Interview]
) -> Iterator[Moment]:
    telling = EventWords(interview, zone)
    turns = walk(interview, policy, rounds, now)
    begun = next(turns)
    since, here = begun.at, begun.course
    for turn in turns:
        yield from _by_itself(here, policy, since, turn.at)
        before = standing_at(here, policy, turn.at)
        since, here = turn.at, turn.course
        if turn.event is None:
            yield from _turned(here, policy, before, turn.at)
            continue
        yield Moment(
            at=turn.at,
            event=turn.event,
            before=before,
            standing=standing_at(here, policy, turn.at),
            what=telling.told(turn.event),
            remark=remark(turn.event),
        )
    yield from _by_itself(here, policy, since, now)


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
