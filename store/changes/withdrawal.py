"""The applications that are still open, and what becomes of them once an offer is accepted. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from store.interview import Interview
from store.rules.application import Key, key_of
from store.rules.board import Card


def still_open(cards: Iterable[Card], beside: Interview) -> list[Card]:
    """One card for each application that is still open, but for that of `beside`: its last round."""
    found: dict[Key, Card] = {}
    for card in cards:
        key = key_of(card.interview)
        if key != key_of(beside) and stands_open(card):
            found.setdefault(key, card)
    return [*found.values()]


def stands_open(card: Card) -> bool:
    """Whether its application is still open, on this card: an offer, or no answer yet."""
    closed = card.course.closed
    if closed is not None and closed.result == "offer":
        return True
    if card.course.elsewhere.later is not None:
        return False
    return card.column != "closed" if closed is None else closed.result == "advanced"
