"""When to ring, once each: for a call that can be made, for what presses, for a first day that ends. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store.policy import within
from store.rules.board import Board, Card
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
        for card, kind, limit, words in _worth_a_bell(board):
            mark = (card.id, kind, limit)
            if mark not in self._announced:
                self._announced.add(mark)
                fresh.append(News(card.id, f"{card.interview.company}: {words}"))
        return fresh


def _worth_a_bell(board: Board) -> Iterator[tuple[Card, str, datetime | None, str]]:
    """Each with what it is, the limit by which it is the same thing, and the words for it."""
    for card in board.cards():
        for deed in card.deeds:
            if deed.do in ("call", "write"):
                # Whether it is early or overdue, it is the same call.
                words = "call now" if deed.do == "call" else "write and ask now"
                yield card, "ask", card.course.call_from, words
            elif deed.do == "answer" and deed.first:
                yield card, "answer", deed.until, "answer the offer"
            elif deed.do == "deliver":
                yield card, f"owes {deed.of}", deed.until, "what you promised is due"
        due = card.standing.due
        if card.standing.level == "due" and due is not None and due - board.at <= LAST_HOURS:
            yield card, "thank", due, "the first day is about to end"


def quiet_now(quiet: Quiet, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the user's clock is in their quiet hours, which may go past midnight."""
    return within(now.astimezone(zone).time(), (quiet.begins, quiet.ends))
