"""Until when what there is to do certainly stays as it is, if nothing more happens. Pure.

For whoever keeps an answer instead of working it out anew. It names an instant that is early enough, not the
one at which something changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from store.policy import Policy
from store.rules.board import Board
from store.rules.deeds import NEVER
from store.rules.office import SOON

LONGEST = timedelta(days=1)


def lasts_until(board: Board, policy: Policy, zone: ZoneInfo) -> datetime:
    """An instant, a day ahead at most, before which no deed of the board's comes in or goes.

    `zone`: the user's. Deeds come and go by what happened to a card, and by clocks.
    """
    return min(hold_until(board), *(clock_strikes(policy, one, board.at) for one in zones_of(board, zone)))


def hold_until(board: Board) -> datetime:
    """Until when all cards certainly stand as they do."""
    return min((at for one in board.cards() if (at := one.holds_until) is not None), default=NEVER)


def zones_of(board: Board, zone: ZoneInfo) -> frozenset[ZoneInfo]:
    """The zones whose clocks matter: those of the offices, and the user's `zone`."""
    return frozenset((zone, *(card.course.office.zone for card in board.cards())))


def clock_strikes(policy: Policy, zone: ZoneInfo, now: datetime) -> datetime:
    """The first instant after `now`, a day ahead at most, at which one of the rules' clocks strikes there."""
    return min(at for at in (now + LONGEST, *_clock_times(policy, zone, now)) if at > now)


def _clock_times(policy: Policy, zone: ZoneInfo, now: datetime) -> Iterator[datetime]:
    """When offices, text hours, quiet hours and days begin and end, and when it is `SOON` that they do.

    Those of this day and the next one there, some before `now`.
    """
    clocks = {
        time(), policy.office_opens, policy.office_closes, policy.texts_from, policy.texts_to, *policy.quiet
    }  # fmt: skip
    for ahead in (timedelta(), SOON):
        local = (now + ahead).astimezone(zone)
        for day in (local.date(), local.date() + timedelta(days=1)):
            for clock in clocks:
                yield datetime.combine(day, clock, zone).astimezone(UTC) - ahead
