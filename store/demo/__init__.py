"""A sample of a search in full swing, for a look at the board without data of one's own. Pure.

Everyone in it is invented: addresses end in `.example`, numbers have 555 in them.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.book import Book
from store.demo.builder import SampleBuilder
from store.demo.cards import sample_cards
from store.interview import Company
from store.policy import Policy
from store.settings.records import Settings

NAME = "Robin Vale"
STRENGTHS = ("six years of running data pipelines", "patience with old data")
"""Who looks for work in the sample."""


def sample(now: datetime, policy: Policy | None = None, zone: ZoneInfo | None = None) -> Book:
    """Interviews that fill every column at `now`, whatever the hour and the day of the week.

    `zone` is the user's own, UTC where it is not given: most of the sample is near to it.
    """
    cards = sample_cards(SampleBuilder(now, policy or Policy(), zone or ZoneInfo("UTC")))
    companies = (
        Company(
            name="Pinewright", no_thanks=True, notes="Their portal says: please do not write, we answer all."
        ),
        Company(name="Quillfeather", notes="Found through the meet-up on event streams."),
    )
    return Book({card.id: card for card in cards}, {one.name: one for one in companies})


def sample_settings(settings: Settings) -> Settings:
    """The settings with somebody to sign the letters of the sample, where they do not say who the user is."""
    own = settings.me
    return replace(settings, me=replace(own, name=own.name or NAME, about=own.about or STRENGTHS))
