"""The board: all interviews as they stand at one instant. Pure; the one value that a screen paints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import Interview
from store.policy import Policy
from store.rules import channel
from store.rules.channel import FollowUp, Owed
from store.rules.reasons import closed_at, missed, why
from store.rules.standing import (
    COLUMNS,
    SETTLED_RESULTS,
    Column,
    Course,
    Standing,
    change_after,
    course,
    standing_at,
    thanks_open,
)


class Card(Struct, frozen=True, kw_only=True):
    """One interview as it stands. Equal cards look equal on a screen at the same minute."""

    course: Course
    standing: Standing
    next_change: datetime | None
    owed: tuple[Owed, ...]
    follow_up: FollowUp | None
    """Only in `call_now`."""
    thanks_missed: bool
    offer_closing: bool
    """So many calls and mails went unanswered that closing as quiet is offered."""
    why: str

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


def card(interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo) -> Card:
    """One card as it stands at `now`; words in the user's `zone`."""
    known = course(interview, policy, now)
    stands = standing_at(known, policy, now)
    return Card(
        course=known,
        standing=stands,
        next_change=change_after(known, policy, now),
        owed=_owed(known, stands, policy, now),
        follow_up=channel.follow_up(known, policy) if stands.column == "call_now" else None,
        thanks_missed=missed(known, policy, now),
        offer_closing=stands.column == "call_now" and known.follow_ups >= policy.follow_ups,
        why=why(known, stands, policy, now, zone),
    )


def _owed(known: Course, stands: Standing, policy: Policy, now: datetime) -> tuple[Owed, ...]:
    """Who is still to be thanked: nobody before the end, once it is too late, or where it makes no sense."""
    interview, closed = known.interview, known.closed
    pointless = closed is not None and (closed.result in SETTLED_RESULTS or closed.at < interview.starts_at)
    if now < interview.ends_at or pointless or stands.level == "quiet":
        return ()
    if not thanks_open(known, policy, now):
        return ()
    return tuple(channel.thanks_by(known, person, policy, now) for person in known.unsettled)


def board(interviews: Iterable[Interview], policy: Policy, now: datetime, zone: ZoneInfo) -> Board:
    """Where every card stands at `now`; words in the user's `zone`."""
    columns: dict[Column, list[Card]] = {column: [] for column in COLUMNS}
    changes: list[datetime] = []
    for interview in interviews:
        one = card(interview, policy, now, zone)
        columns[one.column].append(one)
        if one.next_change is not None:
            changes.append(one.next_change)
        changes.extend(event.at for event in interview.events if event.at > now)
    for column, cards in columns.items():
        cards.sort(key=lambda one, here=column: _order(one, here, policy))  # type: ignore[misc]
    return Board(
        at=now,
        columns={column: tuple(cards) for column, cards in columns.items()},
        next_change=min(changes, default=None),
    )


def _order(one: Card, column: Column, policy: Policy) -> tuple[float, str, str]:
    if column == "closed":
        first = -closed_at(one.course, policy).timestamp()
    else:
        first = one.standing.due.timestamp() if one.standing.due is not None else 0.0
    return first, one.interview.company.casefold(), one.id
