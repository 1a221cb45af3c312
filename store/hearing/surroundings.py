"""What is known beside a message: the cards, the user, the rules, and what time it is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.hearing.days import Reader
from store.hearing.known import KnownCards
from store.hearing.whose import Owner
from store.interview import Interview, zone_of
from store.policy import Policy
from store.rules.office import office_of
from store.when import DateOrder


class Surroundings(Struct, frozen=True):
    """By what messages are understood. `now` is aware; `zone` is the user's, `language` their setting."""

    known: KnownCards
    owner: Owner
    policy: Policy
    zone: ZoneInfo
    now: datetime
    language: str = ""
    date_order: DateOrder | None = None

    def said_at(self, at: datetime | None) -> datetime:
        """When something counts as said: a mailer's clock may run ahead, and nothing ahead is logged."""
        return self.now if at is None else min(at, self.now)

    def reader(self, card: Interview, at: datetime) -> Reader:
        """By what the days of a message about that card are read; `at` is when it was sent."""
        language = card.language or self.language
        office = office_of(card, self.policy)
        return Reader(at, zone_of(card), office, (language,) if language else (), self.date_order)
