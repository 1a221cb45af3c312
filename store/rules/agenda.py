"""The days ahead: what `next` will say on each of them if nothing more happens, and the interviews. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store.interview import Interview
from store.policy import Policy
from store.rules.application import Applications
from store.rules.board import Card, cards
from store.rules.deeds import NEVER, DeedKey, comes_after, key, rank
from store.rules.elsewhere import Elsewhere, said_elsewhere
from store.rules.next_deeds import Task
from store.rules.office import DAY
from store.rules.standing import Course, course, standing_at
from store.rules.walk import walk

DAYS = 10
"""How far ahead is looked where nothing else is said."""
FULL = 8
"""A day that holds more than so many interviews and new tasks is overfull."""


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that a day asks for, as it stands when that day first asks for it."""

    task: Task
    new: bool
    """Whether no day before it in the agenda asks for it."""

    @property
    def begins(self) -> datetime:
        """The first instant of that day at which it can be done; today: from now on."""
        return self.task.card.now


class AgendaDay(Struct, frozen=True, kw_only=True):
    """One day by the user's calendar."""

    date: date
    interviews: tuple[Card, ...]
    """Those to come that lie on it, in order; of a recorded one it is the day by which it is due."""
    entries: tuple[Entry, ...]
    """All that `next` says at any instant of it, by when it begins, and best first at one instant."""

    @property
    def new(self) -> tuple[Entry, ...]:
        """What this day asks for and none before it does."""
        return tuple(one for one in self.entries if one.new)

    @property
    def still(self) -> tuple[Entry, ...]:
        """What a day before asks for already, if it has not been done by then."""
        return tuple(one for one in self.entries if not one.new)

    @property
    def overfull(self) -> bool:
        """Whether it holds more than one can well do: more than `FULL` things are new, or two at once."""
        return len(self.interviews) + len(self.new) > FULL or self.clash is not None

    @property
    def clash(self) -> tuple[Interview, Interview] | None:
        """The first two interviews that overlap; nobody has to be there for a recorded one."""
        there = [card.interview for card in self.interviews if card.interview.mode != "recorded"]
        return next((pair for pair in combinations(there, 2) if pair[1].starts_at < pair[0].ends_at), None)


def agenda(
    interviews: Iterable[Interview], policy: Policy, now: datetime, zone: ZoneInfo, days: int = DAYS
) -> tuple[AgendaDay, ...]:
    """So many days from that of `now` on, by the calendar of the user's `zone`.

    Nothing is taken to happen but what is recorded; after a `now` that is past, that may be more.
    """
    today = now.astimezone(zone).date()
    dates = [today + place * DAY for place in range(days + 1)]
    starts = [now, *(_midnight(one, zone) for one in dates[1:])]
    held: list[list[Card]] = [[] for _ in range(days)]
    asked: list[list[Entry]] = [[] for _ in range(days)]
    interviews = [*interviews]
    applications = Applications(interviews)
    entered = _Entered(applications, policy, now, starts[-1])
    for here in cards(interviews, applications, policy, now, zone):
        ahead = _Ahead(here, entered.courses(here))
        if (place := _day_of_interview(ahead, dates, starts)) is not None:
            held[place].append(ahead.card)
        seen: set[DeedKey] = set()
        for place, task in ahead.tasks(starts):
            asked[place].append(Entry(task=task, new=key(task.deed) not in seen))
            seen.add(key(task.deed))
    return tuple(
        AgendaDay(
            date=one, interviews=tuple(sorted(cards, key=_when)), entries=tuple(sorted(entries, key=_order))
        )
        for one, cards, entries in zip(dates[:days], held, asked, strict=True)
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a date."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


class _Entered:
    """All that is entered for later: until an instant, that one included."""

    def __init__(self, applications: Applications, policy: Policy, now: datetime, until: datetime) -> None:
        self._applications = applications
        self._policy = policy
        self._now, self._until = now, until
        self._said: dict[str, list[tuple[datetime, dict[str, Elsewhere]]] | None] = {}

    def courses(self, here: Card) -> list[tuple[datetime, Course]]:
        """What a card comes to by it, and from when on; `here`: as it stands now."""
        own = any(event.at > self._now for event in here.interview.events)
        if not own and here.course.elsewhere.until is None:
            return []
        rounds = self._applications.rounds(here.interview)
        if rounds[0].id not in self._said:
            self._said[rounds[0].id] = self._say(rounds)
        if (said := self._said[rounds[0].id]) is None:
            turns = walk(here.interview, self._policy, rounds, self._until)
            return [(turn.at, turn.course) for turn in turns if turn.at > self._now]
        return [(at, course(here.interview, self._policy, at, to[here.id])) for at, to in said]

    def _say(self, rounds: Sequence[Interview]) -> list[tuple[datetime, dict[str, Elsewhere]]] | None:
        """What the rounds say for each other at each instant; None where walking along each is less work."""
        instants = {event.at for one in rounds for event in one.events if self._now < event.at <= self._until}
        if len(instants) >= len(rounds):
            return None
        ids = [one.id for one in rounds]
        return [
            (at, dict(zip(ids, said_elsewhere(rounds, self._policy, at), strict=True)))
            for at in sorted(instants)
        ]


class _Ahead:
    """One card on its way through the days."""

    def __init__(self, here: Card, entered: Sequence[tuple[datetime, Course]]) -> None:
        """`here`: as it stands now; `entered`: what it comes to by what is entered for later."""
        self.card = here
        """As it stands now."""
        self._known = [(here.now, here.course), *entered]
        """What it comes to, and from when on, by all that is entered for later on it and its other rounds."""

    def tasks(self, starts: Sequence[datetime]) -> Iterator[tuple[int, Task]]:
        """What it will ask for, with the place of the day; `starts`: of each day, and of the one after."""
        here, silent_until = self.card, self.card.now
        for place, (begins, ends) in enumerate(pairwise(starts)):
            if silent_until >= ends:
                continue
            at, found = begins, set[DeedKey]()
            while at < ends:
                here = self.standing(here, at)
                for deed in here.deeds:
                    if key(deed) not in found:
                        found.add(key(deed))
                        yield place, Task(here, deed)
                # Of a card that asks for nothing it is worth knowing for how long.
                limit = min(ends if here.deeds else NEVER, self._more_known(at))
                at = comes_after(here.course, here.policy, at, here.zone, limit) or limit
            silent_until = at if not here.deeds else ends

    def standing(self, before: Card, at: datetime) -> Card:
        """The card at `at`, where it is known how it stood before."""
        if at == before.now:
            return before
        _, known = self._known[bisect_right(self._known, at, key=_first) - 1]
        return replace(before, course=known, standing=standing_at(known, before.policy, at), now=at)

    def _more_known(self, at: datetime) -> datetime:
        place = bisect_right(self._known, at, key=_first)
        return self._known[place][0] if place < len(self._known) else NEVER


def _first(known: tuple[datetime, Course]) -> datetime:
    return known[0]


def _day_of_interview(ahead: _Ahead, dates: Sequence[date], starts: Sequence[datetime]) -> int | None:
    """On which day it lies; None where that is none of these, it is over, or called off before its day."""
    card, today = ahead.card, dates[0]
    if card.column != "upcoming" or card.standing.due is None:
        return None
    place = max(0, (card.standing.due.astimezone(card.zone).date() - today).days)
    if place >= len(dates) - 1:
        return None
    begins = starts[place]
    # One without length that is at the day's very beginning is over there, and yet is on that day.
    called_off = card.interview.ends_at > begins and ahead.standing(card, begins).column != "upcoming"
    return None if called_off else place


def _when(card: Card) -> tuple[datetime, str]:
    assert card.standing.due is not None
    return card.standing.due, card.id


def _order(entry: Entry) -> tuple[datetime, tuple[int, float, int, str, str, str]]:
    card, deed = entry.task.card, entry.task.deed
    return entry.begins, rank(deed, card.interview.company, card.id, entry.begins)
