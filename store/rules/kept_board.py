"""The board from one instant to the next: only what has changed, or whose time has run out, is folded anew.

A card stands as it does until the first of its own instants. What it asks for holds until a clock strikes: an
office's, or that of the user's own hours. However it comes about, the board is the one `board` would fold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store.book import changed_keys
from store.interview import Interview
from store.policy import Policy
from store.rules.application import Applications
from store.rules.board import Board, Card, board_of, cards
from store.rules.lasting import clock_strikes, hold_until, zones_of

Interviews: TypeAlias = Mapping[str, Interview]


class KeptBoard:
    """Remembers the last board it was asked for. It is swapped whole, so that any thread may ask.

    Mappings of interviews are values: another one has come by a change, and the same one is as it was.
    """

    def __init__(self) -> None:
        self._last: _Last | None = None
        self._known: tuple[Interviews, Applications] | None = None
        """What was last asked for, and what belongs together of it."""

    def board(self, interviews: Interviews, policy: Policy, now: datetime, zone: ZoneInfo) -> Board:
        """Where every card stands at `now`; see `store.rules.board.board`."""
        last = self._last
        if last is None or now < last.board.at or (policy, zone) != (last.policy, last.zone):
            known = self.applications(interviews)
            found = board_of(cards(interviews.values(), known, policy, now, zone), now)
            last = _Last(interviews, known, policy, zone, found, {})
        else:
            last = last.followed(interviews, now)
        self._last = last
        return last.board

    def applications(self, interviews: Interviews) -> Applications:
        """Which of these belong together."""
        known = self._known
        if known is None or known[0] is not interviews:
            last = self._last
            found = (
                Applications(interviews.values())
                if last is None
                else last.applications.following(changes(last.interviews, interviews))
            )
            known = self._known = interviews, found
        return known[1]


def changes(before: Interviews, after: Interviews) -> dict[str, Interview | None]:
    """What has to be put into `before`, or (None) taken out of it, for it to become `after`."""
    if before is after:
        return {}
    return {key: after.get(key) for key in changed_keys(before, after) if before.get(key) != after.get(key)}


class _Last(Struct, frozen=True):
    """A board, and what it was made of."""

    interviews: Interviews
    applications: Applications
    policy: Policy
    zone: ZoneInfo
    board: Board
    strikes: Mapping[ZoneInfo, datetime]
    """When the next clock strikes in each zone, after the board's instant; empty where that is not known."""

    def followed(self, interviews: Interviews, now: datetime) -> _Last:
        """The same with these interviews, at this instant or a later one."""
        changed = changes(self.interviews, interviews)
        if not changed and now == self.board.at:
            return self
        if not changed and self.strikes and now < min(self.board.once(hold_until), *self.strikes.values()):
            return replace(self, interviews=interviews, board=self.board.later(now))
        applications = self.applications.following(changed)
        touched = self.applications.together(changed) | applications.together(changed)
        strikes = self.strikes or self.next_strikes()
        struck = frozenset(zone for zone, at in strikes.items() if at <= now)
        held = [*self._held(touched, struck, now)]
        kept = {one.id for one in held}
        anew = [one for key, one in interviews.items() if key not in kept]
        board = board_of([*held, *cards(anew, applications, self.policy, now, self.zone)], now)
        last = _Last(interviews, applications, self.policy, self.zone, board, strikes)
        return replace(last, strikes=last.next_strikes())

    def _held(self, touched: Collection[str], struck: Collection[ZoneInfo], now: datetime) -> Iterator[Card]:
        """The cards that stand as they did, but for the time."""
        asleep = self.zone not in struck
        for one in self.board.cards():
            if one.id not in touched and (one.holds_until is None or now < one.holds_until):
                yield one.later(now, asks=asleep and one.course.office.zone not in struck)

    def next_strikes(self) -> dict[ZoneInfo, datetime]:
        """When the next clock strikes after the board's instant, in each zone that matters."""
        at, known = self.board.at, self.strikes
        return {
            zone: known[zone] if zone in known and at < known[zone] else clock_strikes(self.policy, zone, at)
            for zone in zones_of(self.board, self.zone)
        }
