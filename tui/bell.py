"""When to ring: once for each card that comes to *Call now* or whose first day is about to end. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store.rules.board import Board, Card
from store.rules.words import COLUMN_TITLES
from store.settings import Quiet

LAST_HOURS = timedelta(hours=2)
"""How long before its end a first day counts as about to end."""


class News(NamedTuple):
    """Something worth a bell."""

    card_id: str
    words: str


class Bell:
    """Remembers what has been announced, by card and limit: a late, double or backward tick rings once."""

    def __init__(self) -> None:
        self._announced: set[tuple[str, str, datetime | None]] = set()

    def news(self, board: Board) -> list[News]:
        """What has become worth a bell since the last call."""
        fresh: list[News] = []
        for card, kind in _calls_for(board):
            # While a call is open or overdue its window is the same one, however the clock moves.
            mark = (card.id, kind, card.course.call_from if kind == "call" else card.standing.due)
            if mark not in self._announced:
                self._announced.add(mark)
                words = (
                    COLUMN_TITLES["call_now"].lower() if kind == "call" else "the first day is about to end"
                )
                fresh.append(News(card.id, f"{card.interview.company}: {words}"))
        return fresh


def _calls_for(board: Board) -> list[tuple[Card, str]]:
    calls = [(card, "call") for card in board.columns["call_now"] if card.doable]
    return calls + [
        (card, "thank")
        for card in board.columns["to_thank"]
        if card.standing.level == "due"
        and card.standing.due is not None
        and card.standing.due - board.at <= LAST_HOURS
    ]


def quiet_now(quiet: Quiet, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the user's clock is in their quiet hours, which may go past midnight."""
    clock = now.astimezone(zone).time()
    if quiet.begins <= quiet.ends:
        return quiet.begins <= clock < quiet.ends
    return clock >= quiet.begins or clock < quiet.ends
