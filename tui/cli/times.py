"""Times and zones as they stand on the command line. What reads times loads slowly: it is imported on use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.interview import utc
from store.rules.office import Office
from store.settings import Settings
from store.zones import UnknownZone, named_zone
from tui.cli.faults import Failed, UsageError, backwards
from tui.cli.output import say

if TYPE_CHECKING:
    from store.when import Reading, ReadingTerms


class TypedTimes:
    """What a WHEN and a zone say at `now`. Remarks go to standard error; what cannot be read is misuse."""

    def __init__(self, now: datetime, settings: Settings) -> None:
        self._now = now
        self._settings = settings

    def zone_named(self, name: str | None, otherwise: ZoneInfo) -> ZoneInfo:
        """The zone of `--zone`, where one was given."""
        if name is None:
            return otherwise
        try:
            return ZoneInfo(self.typed_zone(name))
        except UsageError as why:
            raise UsageError(f"--zone: {why}") from None

    def typed_zone(self, text: str) -> str:
        """The IANA name of a zone as it is typed; says how it was told. Raises UsageError."""
        try:
            found = named_zone(text, self._now)
        except UnknownZone as why:
            raise UsageError(str(why)) from None
        if found.remark:
            say(found.remark)
        return found.name

    def limit(self, text: str, office: Office, language: str | None = None) -> Reading:
        """What a WHEN says where a date without a time is taken, by the clock and working days there.

        `language`: whose words are read beside the English ones and those of the settings. Says what is to be
        said of the reading.
        """
        from store import when

        with _refusals():
            reading = when.read_fully(text, now=self._now, dates=True, **self._reads(office, language))
        if reading.said:
            say(reading.said)
        return reading

    def date_or_instant(self, text: str, office: Office, language: str | None = None) -> date:
        """The date or instant of `limit`."""
        return self.limit(text, office, language).value

    def day(self, text: str, office: Office) -> date:
        """The day of `limit`: of an instant that by the clock there."""
        read = self.date_or_instant(text, office)
        return read.astimezone(office.zone).date() if isinstance(read, datetime) else read

    def instant(self, text: str, office: Office, language: str | None = None) -> datetime:
        """What a WHEN says where only an instant will do; in UTC."""
        from store import when

        with _refusals():
            read = when.read_when(text, now=self._now, dates=False, **self._reads(office, language))
        assert isinstance(read, datetime)
        return utc(read)

    def span(
        self, text: str, office: Office, language: str | None = None
    ) -> tuple[datetime, datetime | None]:
        """The start that a WHEN says, and the end where it says one; in UTC."""
        from store import when

        with _refusals():
            read = when.read_span(text, now=self._now, **self._reads(office, language))
        return utc(read.start), utc(read.end) if read.end is not None else None

    def end(self, text: str, start: datetime, office: Office, language: str | None = None) -> datetime:
        """When an interview ends that begins at `start`: a length, or a time on the day it begins. In UTC."""
        from store import when

        try:
            with _refusals():
                return utc(when.read_end(text, start=start, **self._reads(office, language)))
        except when.BeforeStart as why:
            raise Failed(backwards(start, why.end, office.zone)) from None

    def _reads(self, office: Office, language: str | None) -> ReadingTerms:
        """By which clock, days and words times are read."""
        return {
            "zone": office.zone,
            "hours": office,
            "date_order": self._settings.date_order,
            "languages": (language or "", self._settings.language),
        }


@contextmanager
def _refusals() -> Iterator[None]:
    """Have what is not read as a time refused as any other misuse."""
    from store.when import BeforeStart, Unclear

    try:
        yield
    except BeforeStart:
        raise
    except Unclear as why:
        raise UsageError(str(why)) from None
