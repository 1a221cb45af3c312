"""The days ahead: what `next` will say on each of them if nothing more happens, and the interviews. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store.interview import Interview
from store.rules.board import Board, Card
from store.rules.deeds import NEVER, DeedKey, comes_after, key, rank
from store.rules.next_deeds import Task
from store.rules.office import DAY
from store.rules.standing import standing_at

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


class Day(Struct, frozen=True, kw_only=True):
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


def agenda(board: Board, zone: ZoneInfo, days: int = DAYS) -> tuple[Day, ...]:
    """So many days from that of the board on, by the calendar of the user's `zone`.

    Nothing more is taken to happen, nor is anything known that lies after the board's instant.
    """
    today = board.at.astimezone(zone).date()
    dates = [today + place * DAY for place in range(days)]
    starts = [board.at, *(_midnight(one, zone) for one in (*dates[1:], today + days * DAY))]
    interviews: list[list[Card]] = [[] for _ in dates]
    entries: list[list[Entry]] = [[] for _ in dates]
    for card in board.cards():
        if (place := _day_of_interview(card, today, zone)) is not None and place < days:
            interviews[place].append(card)
        seen: set[DeedKey] = set()
        for place, task in _asked_for(card, starts):
            entries[place].append(Entry(task=task, new=key(task.deed) not in seen))
            seen.add(key(task.deed))
    return tuple(
        Day(date=one, interviews=tuple(sorted(held, key=_when)), entries=tuple(sorted(asked, key=_order)))
        for one, held, asked in zip(dates, interviews, entries, strict=True)
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a date."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _day_of_interview(card: Card, today: date, zone: ZoneInfo) -> int | None:
    """On which of the days from `today` on it lies; None where it is over or will not take place."""
    if card.column != "upcoming" or card.standing.due is None:
        return None
    return max(0, (card.standing.due.astimezone(zone).date() - today).days)


def _asked_for(card: Card, starts: Sequence[datetime]) -> Iterator[tuple[int, Task]]:
    """What a card will ask for, with the place of the day; `starts`: of each day, and of the one after."""
    silent_until = card.now
    for place, (begins, ends) in enumerate(pairwise(starts)):
        if silent_until >= ends:
            continue
        at, found = begins, set[DeedKey]()
        while at < ends:
            here = card if at == card.now else _standing(card, at)
            for deed in here.deeds:
                if key(deed) not in found:
                    found.add(key(deed))
                    yield place, Task(here, deed)
            # Of a card that asks for nothing it is worth knowing for how long.
            limit = ends if here.deeds else NEVER
            at = comes_after(card.course, card.policy, at, card.zone, limit) or limit
        if not here.deeds:
            silent_until = at


def _standing(card: Card, at: datetime) -> Card:
    return replace(card, standing=standing_at(card.course, card.policy, at), now=at)


def _when(card: Card) -> tuple[datetime, str]:
    assert card.standing.due is not None
    return card.standing.due, card.id


def _order(entry: Entry) -> tuple[datetime, tuple[int, float, int, str, str, str]]:
    card, deed = entry.task.card, entry.task.deed
    return entry.begins, rank(deed, card.interview.company, card.id, entry.begins)
