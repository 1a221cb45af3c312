"""By what the mails of these tests are read: a Wednesday in Berlin, offices open from nine to five."""

from datetime import UTC, datetime

from store.hearing.days import Reader
from store.when import OfficeHours
from tests.making import BERLIN

WRITTEN = datetime(2026, 11, 25, 9, 52, tzinfo=UTC)


def reader(*languages: str, at: datetime = WRITTEN) -> Reader:
    """The reader of a mail written at that instant."""
    return Reader(at, BERLIN, OfficeHours(), languages)
