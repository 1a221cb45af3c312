"""By what the mails of these tests are read: a Wednesday in Berlin, offices open from nine to five."""

from datetime import UTC, datetime
from functools import cache

from store.hearing.days import Reader
from store.hearing.meaning import meaning
from store.mail import own_words
from store.when import OfficeHours
from tests.making import BERLIN

WRITTEN = datetime(2026, 11, 25, 9, 52, tzinfo=UTC)


def reader(*languages: str, at: datetime = WRITTEN) -> Reader:
    """The reader of a mail written at that instant."""
    return Reader(at, BERLIN, OfficeHours(), languages)


@cache
def said(text: str, language: str) -> set[str]:
    """What a text says but for invitations, as the records of `strangers.txt` have it."""
    found = set()
    for one in meaning(own_words(text), reader(language)):
        day = one.day
        if isinstance(day, datetime):
            day = day.astimezone(BERLIN)
            found.add(f"{one.kind}={day:%Y-%m-%dT%H:%M}")
        elif one.kind != "invited":
            found.add(one.kind if day is None else f"{one.kind}={day.isoformat()}")
    return found
