"""A sample of a search in full swing, for a look at the board without data of one's own. Pure.

Everyone in it is invented: addresses end in `.example`, numbers have 555 in them.
"""

from __future__ import annotations

from datetime import datetime

from store.book import Book
from store.demo.builder import SampleBuilder
from store.demo.cards import sample_cards
from store.interview import Company
from store.policy import Policy


def sample(now: datetime, policy: Policy | None = None) -> Book:
    """Interviews that fill every column and level at `now`, whatever the hour and the day of the week."""
    cards = sample_cards(SampleBuilder(now, policy or Policy()))
    companies = (
        Company(
            name="Pinewright", no_thanks=True, notes="Their portal says: please do not write, we answer all."
        ),
        Company(name="Quillfeather", notes="Found through the meet-up on event streams."),
    )
    return Book({card.id: card for card in cards}, {one.name: one for one in companies})
