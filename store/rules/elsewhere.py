"""What the rounds of one application say for each other at an instant. Pure.

It is worked out once for all of them, in the order of rounds: an application of thousands takes its length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store.interview import (
    AnyEvent,
    Closed,
    Heard,
    Interview,
    Promised,
    Reopened,
    Repeats,
    deadline,
    iso,
)
from store.policy import Policy
from store.rules.office import office_of

_CLOCKS = timedelta(hours=3)
"""By no more than this are clocks set back: nothing so much earlier than midnight lies on the day after."""


class Elsewhere(Struct, frozen=True, kw_only=True):
    """What the other rounds of its application mean for an interview at one instant."""

    later: Interview | None = None
    """The first later round; there the answer has come."""
    offer_until: datetime | None = None
    """Until when an offer is pending on another round, if nothing more happens."""
    events: tuple[AnyEvent, ...] = ()
    """What was said on other rounds and makes a difference here, in order; to stand behind its own."""
    until: datetime | None = None
    """When the next of what is entered for later takes effect."""


ALONE = Elsewhere()


def elsewhere(interview: Interview, rounds: Sequence[Interview], policy: Policy, now: datetime) -> Elsewhere:
    """What the other rounds mean for `interview`, one of `rounds`, by what is known at `now`."""
    if len(rounds) < 2:
        return ALONE
    place = next(place for place, one in enumerate(rounds) if one.id == interview.id)
    return said_elsewhere(rounds, policy, now)[place]


def said_elsewhere(rounds: Sequence[Interview], policy: Policy, now: datetime) -> list[Elsewhere]:
    """The same for each of them; `rounds` in their order."""
    known = [RoundSoFar(one, place, policy) for place, one in enumerate(rounds)]
    ahead: list[datetime] = []
    for one in known:
        for event in sorted(one.interview.events, key=_at):
            if event.at <= now:
                one.take(event)
            else:
                ahead.append(event.at)
    until = min(ahead, default=None)
    said = ([*passed, *off] for passed, off in zip(_passed_on(known), _called_off(known), strict=True))
    answers = AnswersElsewhere(known)
    return [
        replace(answers.to(place, now), events=tuple(one.event for one in sorted(told)), until=until)
        for place, told in enumerate(said)
    ]


class SaidElsewhere(NamedTuple):
    """Something said on one round that may count on another."""

    at: datetime
    place: tuple[int, int]
    """Among what is said at the same instant: of which round it is, and which of that round's."""
    event: Promised | Heard
    until: datetime
    """The limit that was promised; of news their own instant."""
    zone: ZoneInfo
    """Of the round it was said on."""

    def counts_on(self, interview: Interview) -> bool:
        """Whether it is about what came after that interview: else it changes nothing there."""
        return self.until >= interview.ends_at

    def passes_on_to(self, interview: Interview) -> bool:
        """Whether a promise made on an earlier round counts there: on that one's day, or after it."""
        return interview.starts_at.astimezone(self.zone).date() <= self.at.astimezone(self.zone).date()


class RoundSoFar:
    """What has happened on one round, event by event."""

    def __init__(self, interview: Interview, place: int, policy: Policy) -> None:
        """`place`: among the rounds of its application."""
        self.interview = interview
        self.place = place
        self.instants: list[datetime] = []
        """Those of its events so far."""
        self.promises: list[SaidElsewhere] = []
        """What was promised here while it was open, as it counts elsewhere."""
        self.closed: Closed | None = None
        """By what it stands closed."""
        self._office = office_of(interview, policy)
        self._quiet_after = timedelta(days=policy.quiet_after)
        self._repeats = Repeats()

    def take(self, event: AnyEvent) -> None:
        """The next event."""
        self.instants.append(event.at)
        if self._repeats.take(event):
            return
        if isinstance(event, Closed):
            self.closed = event
        elif isinstance(event, Reopened):
            self.closed = None
        elif isinstance(event, Promised) and self.closed is None:
            self.promises.append(self._promise(event))

    @property
    def stands(self) -> bool:
        """Whether it has not been called off."""
        return self.closed is None or self.closed.result != "cancelled"

    @property
    def offer_until(self) -> datetime | None:
        """Until when an offer is pending here that has to be answered by some day."""
        if self.closed is None or self.closed.answer_by is None:
            return None
        return self._office.instant(deadline(self.closed.answer_by)) + self._quiet_after

    def when_called_off(self) -> list[SaidElsewhere]:
        """What it says to earlier rounds once it is called off: its promises, and that one has heard."""
        if self.closed is None or self.stands:
            return []
        news = Heard(id="", at=self.closed.at)
        place = (self.place, len(self.promises))
        return [*self.promises, SaidElsewhere(news.at, place, news, news.at, self._office.zone)]

    def _promise(self, event: Promised) -> SaidElsewhere:
        """A promise as it counts elsewhere: nobody of this card has named it, and a date is an hour."""
        limit = deadline(event.callback_by)
        until = self._office.instant(limit)
        # A ring without an hour is an answer; with one, made of the date here, it must not become a ring.
        how = event.how if isinstance(limit, datetime) else "answer"
        counts = replace(event, id="", by=None, callback_by=iso(until), how=how)
        return SaidElsewhere(event.at, (self.place, len(self.promises)), counts, until, self._office.zone)


class AnswersElsewhere:
    """Where the answer of each round has come, or must wait: a later one that stands, an offer on another."""

    def __init__(self, rounds: Sequence[RoundSoFar]) -> None:
        """`rounds`: all of an application; from here on they take their events through this."""
        self._rounds = rounds
        self._standing = [one.place for one in rounds if one.stands]
        self._offers = sorted((until, one.place) for one in rounds if (until := one.offer_until) is not None)

    def take(self, place: int, event: AnyEvent) -> None:
        """The next event of a round."""
        one = self._rounds[place]
        stood, offered = one.stands, one.offer_until
        one.take(event)
        if stood and not one.stands:
            del self._standing[bisect_left(self._standing, place)]
        elif one.stands and not stood:
            insort(self._standing, place)
        if offered is not None:
            del self._offers[bisect_left(self._offers, (offered, place))]
        if (until := one.offer_until) is not None:
            insort(self._offers, (until, place))

    def to(self, place: int, now: datetime) -> Elsewhere:
        """What that means for the round at a place: its first later one that stands, and the last offer."""
        behind = bisect_right(self._standing, place)
        later = next((self._rounds[one].interview for one in self._standing[behind : behind + 1]), None)
        last = (until for until, one in reversed(self._offers[-2:]) if one != place)
        pending = next((until for until in last if now < until), None)
        return Elsewhere(later=later, offer_until=pending)


class ToldSoFar:
    """What is said to a round on others of its application: promises and news, each in order."""

    def __init__(self) -> None:
        self._promises: list[SaidElsewhere] = []
        self._news: list[SaidElsewhere] = []
        self._zones: set[ZoneInfo] = set()

    def add(self, told: SaidElsewhere) -> None:
        """One more."""
        insort(self._like(told), told)
        self._zones.add(told.zone)

    def drop(self, told: SaidElsewhere) -> None:
        """It is no longer said."""
        among = self._like(told)
        del among[bisect_left(among, told)]

    def telling(
        self, to: Interview, instants: Sequence[datetime], *, passed_on: bool = False
    ) -> list[SaidElsewhere]:
        """What of it makes a difference to a round; `instants`: of that one's own events so far, in order.

        Between two of its own events that is the last promise, and the last news where they come after it.
        `passed_on`: only what an earlier round passes on.
        """
        found: list[SaidElsewhere] = []
        promises, news = self._promises, self._news
        since = bisect_left(promises, self._begins(to), key=_at) if passed_on and promises else 0
        ends = len(promises), len(news)
        while ends[0] > since or ends[1] > 0:
            last = max(
                among[end - 1].at for among, end in zip((promises, news), ends, strict=True) if end > 0
            )
            own = bisect_right(instants, last)
            # At an instant of its own events it stands behind them.
            begins = [bisect_left(one, instants[own - 1], key=_at) if own else 0 for one in (promises, news)]
            begins[0] = max(since, begins[0])
            promise = next(
                (
                    told
                    for told in (promises[place] for place in range(ends[0] - 1, begins[0] - 1, -1))
                    if told.counts_on(to) and (not passed_on or told.passes_on_to(to))
                ),
                None,
            )
            found += [promise] if promise is not None else []
            # Of news the last count, or none: theirs is the latest limit.
            for told in news[max(begins[1], ends[1] - 1) : ends[1]]:
                if told.counts_on(to) and (promise is None or promise < told):
                    found.append(told)
            ends = begins[0], begins[1]
        return found

    def _begins(self, to: Interview) -> datetime:
        """Before this nothing is said on the day of that interview, or after it, in any of the zones."""
        days = ((to.starts_at.astimezone(zone).date(), zone) for zone in self._zones)
        return min(datetime.combine(day, time(), zone).astimezone(UTC) for day, zone in days) - _CLOCKS

    def _like(self, told: SaidElsewhere) -> list[SaidElsewhere]:
        return self._promises if isinstance(told.event, Promised) else self._news


def _passed_on(known: Sequence[RoundSoFar]) -> Iterator[list[SaidElsewhere]]:
    """For each what was promised on earlier ones and counts there."""
    told = ToldSoFar()
    for one in known:
        yield told.telling(one.interview, one.instants, passed_on=True)
        for promise in one.promises:
            told.add(promise)


def _called_off(known: Sequence[RoundSoFar]) -> list[list[SaidElsewhere]]:
    """For each what later ones say that have been called off."""
    told = ToldSoFar()
    found = []
    for one in reversed(known):
        found.append(told.telling(one.interview, one.instants))
        for said in one.when_called_off():
            told.add(said)
    return found[::-1]


def _at(told: SaidElsewhere | AnyEvent) -> datetime:
    return told.at
