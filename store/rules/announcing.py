"""What is worth calling the user for when it becomes due, once each. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.policy import Policy
from store.rules.board import Board, Card
from store.rules.deeds import Deed, comes_after
from store.rules.office import HOUR, not_quiet

AnnouncementKind: TypeAlias = Literal["ask", "answer", "owes", "thank"]
LAST_HOURS = timedelta(hours=2)
"""How long before its end a first day counts as about to end."""
_LONGEST_REST = timedelta(days=366)
"""How far ahead the end of quiet hours and days away is looked for."""


class DueMark(NamedTuple):
    """What makes an announcement the same one: the card, what it is, and by when or from when."""

    card: str
    kind: AnnouncementKind
    of: str
    """The id of what is owed; else blank."""
    limit: datetime


class Announcement(Struct, frozen=True, kw_only=True):
    """Something that has become due: what is to be done about a card."""

    card: Card
    deed: Deed
    kind: AnnouncementKind
    limit: datetime
    """The `call_from` or due by which it is the same thing; in UTC."""

    @property
    def mark(self) -> DueMark:
        """By what it is remembered."""
        return DueMark(self.card.id, self.kind, self.deed.of or "", self.limit)


def announcements(board: Board) -> list[Announcement]:
    """All that is due on the board at its instant, whether or not it has been announced."""
    return [one for card in board.cards() for one in announced_of(card)]


def announced_of(card: Card) -> Iterator[Announcement]:
    """The same of one card."""
    for deed in card.deeds:
        if deed.do in ("call", "write"):
            # Whether it is early or overdue, and by whichever way, it is the same question.
            yield Announcement(card=card, deed=deed, kind="ask", limit=card.course.call_from)
        elif deed.do == "answer" and deed.first and deed.until is not None:
            yield Announcement(card=card, deed=deed, kind="answer", limit=deed.until)
        elif deed.do == "deliver" and deed.until is not None:
            yield Announcement(card=card, deed=deed, kind="owes", limit=deed.until)
    ends = card.interview.ends_at + card.policy.thank_due * HOUR
    if card.owed and ends - LAST_HOURS <= card.now < ends:
        ways = {one.channel for one in card.owed}
        way = next(iter(ways)) if len(ways) == 1 else None
        thank = Deed(do="thank", to=tuple(one.to for one in card.owed), channel=way, until=ends)
        yield Announcement(card=card, deed=thank, kind="thank", limit=ends)


def marks(cards: Iterable[Card]) -> frozenset[DueMark]:
    """By what all that is due on these cards is remembered."""
    return frozenset(one.mark for card in cards for one in announced_of(card))


def next_announcement(cards: Iterable[Card], now: datetime, zone: ZoneInfo) -> datetime | None:
    """An instant after `now` before which nothing comes to be announced that is not due already, in UTC.

    The user, in `zone`, may be told then. None where nothing comes if nothing more happens. It may be
    earlier than the announcement itself, never later: who looks then looks on from there.
    """
    found = (at for card in cards for at in _told_after(card, zone))
    return min((at for at in found if at > now), default=None)


def _told_after(card: Card, zone: ZoneInfo) -> Iterator[datetime]:
    """When one card may have something to say, once the user may be told."""
    policy, course, now = card.policy, card.course, card.now
    sought = [now] if any(announced_of(card)) else []
    if (comes := comes_after(course, policy, now, zone)) is not None:
        sought.append(comes)
    if course.answer_by is not None:
        sought.append(course.answer_by - policy.answer_lead * HOUR)
    if card.owed or card.column == "upcoming":
        sought.append(card.interview.ends_at + policy.thank_due * HOUR - LAST_HOURS)
    for at in sought:
        if at >= now:
            yield not_quiet(policy, at, zone, at + _LONGEST_REST)


def is_quiet(policy: Policy, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the user, in `zone`, is at rest: in their quiet hours, or away."""
    return not_quiet(policy, now, zone, now + timedelta(seconds=1)) != now
