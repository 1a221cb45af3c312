"""What the user has promised them, in words. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from store.rules.board import Card
from store.rules.deeds import Owing
from store.rules.words import limit_words


def owing_words(card: Card, owing: Owing, now: datetime, zone: ZoneInfo) -> str:
    """`references, by Fri 27 Nov, to Ada Okafor`; days and times in the user's `zone`."""
    event = next(one for one in card.course.owes if one.id == owing.id)
    parts = [owing.what]
    if event.due is not None and owing.due is not None:
        limit = limit_words(event.due, now, zone)
        parts.append(f"by {limit}" if now <= owing.due else f"it was for {limit}")
    person = card.interview.person(owing.to)
    if person is not None:
        parts.append(f"to {person.name or person.id}")
    return ", ".join(parts)
