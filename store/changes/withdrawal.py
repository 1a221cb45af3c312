"""The applications that are still open, and what becomes of them once an offer is accepted. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from store.changes.moves import Move, log
from store.interview import Closed, Interview
from store.rules.application import Key, key_of
from store.rules.board import Card


def still_open(cards: Iterable[Card], beside: Interview) -> list[Card]:
    """One card for each application that is still open, but for that of `beside`: its last round."""
    found: dict[Key, Card] = {}
    for card in cards:
        key = key_of(card.interview)
        if key != key_of(beside) and _stands_open(card):
            found.setdefault(key, card)
    return [*found.values()]


def _stands_open(card: Card) -> bool:
    closed = card.course.closed
    if closed is not None and closed.result == "offer":
        return True
    if card.course.elsewhere.later is not None:
        return False
    return card.column != "closed" if closed is None else closed.result == "advanced"


def withdraw(card: Card, event_id: str, now: datetime) -> Move:
    """The user goes no further with it: withdrawn, or, where they have an offer, declined."""
    offered = card.course.closed is not None and card.course.closed.result == "offer"
    return log(Closed(id=event_id, at=now, result="declined" if offered else "withdrawn"), now=now)
