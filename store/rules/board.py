"""The board: all interviews as they stand at one instant. Pure; the one value that a screen paints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from math import inf
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import Interview
from store.policy import Policy
from store.rules.application import Applications, elsewhere
from store.rules.channel import FollowUp, Owed
from store.rules.deeds import DOABLE, Asked, Deed, Owing, asked_for
from store.rules.office import HOUR
from store.rules.reasons import closed_at, missed, why
from store.rules.standing import (
    COLUMNS,
    Column,
    Course,
    Standing,
    change_after,
    course,
)


class Card(Struct, frozen=True, kw_only=True):
    """One interview as it stands. Equal cards look equal on a screen at the same minute."""

    course: Course
    standing: Standing
    next_change: datetime | None
    asked: Asked
    zone: ZoneInfo
    """The user's, in which it is spoken of."""
    thanks_missed: bool
    why: str

    @property
    def owed(self) -> tuple[Owed, ...]:
        """Who is still to be thanked, and by which way."""
        return self.asked.owed

    @property
    def follow_up(self) -> FollowUp | None:
        """How to ask; only in `call_now`, and not while an offer is pending: then the user is to answer."""
        return self.asked.follow_up

    @property
    def owes(self) -> tuple[Owing, ...]:
        """What the user has promised them and not delivered yet."""
        return self.asked.owes

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What can be done about it now."""
        return self.asked.deeds

    @property
    def doable(self) -> bool:
        """Whether there is something to do about it now."""
        return any(deed.do in DOABLE for deed in self.deeds)

    @property
    def is_guess(self) -> bool:
        """Whether the day to ask on is our guess: nobody has named one."""
        return self.course.closed is None and not self.course.window.firm

    @property
    def offer_closing(self) -> bool:
        """So many calls and mails went unanswered that letting it rest is offered first."""
        return self.follow_up is not None and self.follow_up.rest

    @property
    def interview(self) -> Interview:
        """The record behind the card."""
        return self.course.interview

    @property
    def id(self) -> str:
        """The interview's id."""
        return self.course.interview.id

    @property
    def column(self) -> Column:
        """The column it stands in."""
        return self.standing.column


class Board(Struct, frozen=True, kw_only=True):
    """All cards at `at`, most urgent first within each column."""

    at: datetime
    columns: Mapping[Column, tuple[Card, ...]]
    next_change: datetime | None
    """When the first card moves by itself, or a known later event takes effect."""

    def cards(self) -> Iterable[Card]:
        """Every card, in the order of columns."""
        for column in COLUMNS:
            yield from self.columns[column]

    def card(self, interview_id: str) -> Card | None:
        """The card of that interview."""
        return next((one for one in self.cards() if one.id == interview_id), None)


def card(
    interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo, rounds: Sequence[Interview] = ()
) -> Card:
    """One card as it stands at `now`; words in the user's `zone`, whose quiet hours are theirs.

    `rounds`: the rounds of its application in their order, itself among them.
    """
    known = course(interview, policy, now, elsewhere(interview, rounds, policy, now))
    asked = asked_for(known, policy, now, zone)
    return Card(
        course=known,
        standing=asked.standing,
        next_change=change_after(known, policy, now),
        asked=asked,
        zone=zone,
        thanks_missed=missed(known, policy, now),
        why=why(known, asked.standing, policy, now, zone),
    )


def board(interviews: Iterable[Interview], policy: Policy, now: datetime, zone: ZoneInfo) -> Board:
    """Where every card stands at `now`; words in the user's `zone`."""
    columns: dict[Column, list[Card]] = {column: [] for column in COLUMNS}
    changes: list[datetime] = []
    interviews = [*interviews]
    applications = Applications(interviews)
    for interview in interviews:
        one = card(interview, policy, now, zone, applications.rounds(interview))
        columns[one.column].append(one)
        changes.extend(_wakes(one, policy, now))
    for column, cards in columns.items():
        cards.sort(key=lambda one, here=column: _order(one, here, policy))  # type: ignore[misc]
    return Board(
        at=now,
        columns={column: tuple(cards) for column, cards in columns.items()},
        next_change=min(changes, default=None),
    )


def _wakes(one: Card, policy: Policy, now: datetime) -> Iterator[datetime]:
    """When the board has to look at a card again: it moves, something becomes doable, or presses."""
    if one.next_change is not None:
        yield one.next_change
    yield from (event.at for event in one.interview.events if event.at > now)
    begins = [owed.begins for owed in one.owed]
    begins += [one.follow_up.begins] if one.follow_up is not None else []
    yield from (at for at in begins if at is not None and at > now)
    for owing in one.owes:
        if owing.due is not None and (presses := owing.due - policy.owes_lead * HOUR) > now:
            yield presses


def _order(one: Card, column: Column, policy: Policy) -> tuple[float, float, str, str]:
    begins = one.course.call_from.timestamp()
    if column == "closed":
        first = -closed_at(one.course, policy, one.standing).timestamp()
        begins = 0.0
    else:
        first = inf if one.standing.due is None else one.standing.due.timestamp()
    return first, begins, one.interview.company.casefold(), one.id
