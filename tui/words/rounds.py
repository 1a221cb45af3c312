"""What is said of the rounds of one application. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from store.interview import Interview
from store.rules.board import Card
from store.rules.reasons import goes_on_in
from store.rules.words import COLUMN_TITLES


def added_words(card: Card, cards: Iterable[Card], zone: ZoneInfo) -> str:
    """Where a new interview stands and why, and which rounds go on in it. Days in the user's `zone`."""
    words = f"{card.interview.company} stands in {COLUMN_TITLES[card.column]}: {card.why}"
    return ". ".join([words, *going_on(card.interview, cards, zone)])


def going_on(new: Interview, cards: Iterable[Card], zone: ZoneInfo) -> list[str]:
    """`Panel goes on in Technical, Mon 30 Nov`, for each round whose answer has come with `new`."""
    return [
        f"{one.interview.round or 'The round before'} {goes_on_in(new, zone)}"
        for one in cards
        if one.course.closed is None and (later := one.course.elsewhere.later) is not None
        if later.id == new.id
    ]
