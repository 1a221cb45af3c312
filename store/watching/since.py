"""Since when each card is looked out for, and for whom: somebody new on a card may have written before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from store.book import Book
from store.interview import Interview
from store.people.senders import mailbox_of
from store.service import Service
from store.short_hash import short_hash


def beginnings(book: Book, service: Service) -> dict[str, datetime]:
    """When each card began: the earliest of its creation, if that is known, its first event and its start."""
    made: dict[str, datetime] = {}
    for step in service.storage.steps.values():
        for key, was in step.interviews.items():
            if was.added:
                made[key] = min(step.at, made.get(key, step.at))
    now = service.clock.now()
    return {
        key: min(made.get(key, now), card.starts_at, *(event.at for event in card.events))
        for key, card in book.interviews.items()
    }


def digests(card: Interview) -> Iterator[str]:
    """What tells that somebody new is to be looked out for: no names, no addresses."""
    for one in ("", *(mailbox_of(person.email or "") or person.name for person in card.people)):
        yield short_hash(f"{card.id}\n{one}".encode("utf-8", "replace"), 12)
