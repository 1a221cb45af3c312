"""What the rounds of one application say for each other at an instant. Pure.

It is worked out once for all of them, in the order of rounds: an application of thousands takes its length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
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
    deadline,
    iso,
    twice,
)
from store.policy import Policy
from store.rules.office import office_of

_LONGEST_DAY = timedelta(hours=26)
"""Nothing that is so much earlier lies on the same day, wherever clocks are changed."""


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
    return [
        Elsewhere(
            later=later, offer_until=offer, events=tuple(one.event for one in sorted(told)), until=until
        )
        for later, offer, told in zip(_later(known), _offers(known, now), said, strict=True)
    ]


class Said(NamedTuple):
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
        self.promises: list[Said] = []
        """What was promised here while it was open, as it counts elsewhere."""
        self.closed: Closed | None = None
        """By what it stands closed."""
        self._office = office_of(interview, policy)
        self._quiet_after = timedelta(days=policy.quiet_after)
        self._seen: set[tuple[str, str | None, str, str]] = set()

    def take(self, event: AnyEvent) -> None:
        """The next event."""
        self.instants.append(event.at)
        if (same := twice(event)) is not None:
            if same in self._seen:
                return
            self._seen.add(same)
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

    def when_called_off(self) -> list[Said]:
        """What it says to earlier rounds once it is called off: its promises, and that one has heard."""
        if self.closed is None or self.stands:
            return []
        news = Heard(id="", at=self.closed.at)
        place = (self.place, len(self.promises))
        return [*self.promises, Said(news.at, place, news, news.at, self._office.zone)]

    def _promise(self, event: Promised) -> Said:
        """A promise as it counts elsewhere: nobody of this card has named it, and a date is an hour."""
        limit = deadline(event.callback_by)
        until = self._office.instant(limit)
        # A ring without an hour is an answer; with one, made of the date here, it must not become a ring.
        how = event.how if isinstance(limit, datetime) else "answer"
        counts = replace(event, id="", by=None, callback_by=iso(until), how=how)
        return Said(event.at, (self.place, len(self.promises)), counts, until, self._office.zone)


def _later(known: Sequence[RoundSoFar]) -> list[Interview | None]:
    """For each the first later one that has not been called off."""
    found: list[Interview | None] = []
    later: Interview | None = None
    for one in reversed(known):
        found.append(later)
        later = one.interview if one.stands else later
    return found[::-1]


def _offers(known: Sequence[RoundSoFar], now: datetime) -> list[datetime | None]:
    """For each until when the last of the offers on the others is pending."""
    pending = sorted(
        ((until, one.place) for one in known if (until := one.offer_until) is not None and now < until),
        reverse=True,
    )
    return [next((until for until, place in pending[:2] if place != one.place), None) for one in known]


def _passed_on(known: Sequence[RoundSoFar]) -> Iterator[list[Said]]:
    """For each what was promised on earlier ones and counts there."""
    said: list[Said] = []
    for one in known:
        since = bisect_left(said, one.interview.starts_at - _LONGEST_DAY, key=_at)
        yield _telling(one, said, since, Said.passes_on_to)
        for promise in one.promises:
            insort(said, promise)


def _called_off(known: Sequence[RoundSoFar]) -> list[list[Said]]:
    """For each what later ones say that have been called off."""
    said: list[Said] = []
    found = []
    for one in reversed(known):
        found.append(_telling(one, said))
        for told in one.when_called_off():
            insort(said, told)
    return found[::-1]


def _telling(
    to: RoundSoFar,
    said: Sequence[Said],
    since: int = 0,
    also: Callable[[Said, Interview], bool] = lambda told, to: True,
) -> list[Said]:
    """Of what is said, from a place on, what makes a difference to a round; `also`: if that holds of it, too.

    Between two of its own events that is the last promise, and the last news where they come after it.
    """
    found: list[Said] = []
    end = len(said)
    while end > since:
        own = bisect_right(to.instants, said[end - 1].at)
        # At an instant of its own events it stands behind them.
        begins = max(since, bisect_left(said, to.instants[own - 1], key=_at) if own else 0)
        news = False
        for place in range(end - 1, begins - 1, -1):
            told = said[place]
            if not told.counts_on(to.interview) or not also(told, to.interview):
                continue
            if isinstance(told.event, Promised):
                found.append(told)
                break
            if not news:
                found.append(told)
            news = True
        end = begins
    return found


def _at(told: Said | AnyEvent) -> datetime:
    return told.at
