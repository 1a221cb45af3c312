"""What every form is read against: the clock, the user's zone, the policy, and where ids come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store import spans
from store.clock import Clock
from store.policy import Policy
from store.rules.office import Office, own_office
from store.when import (
    DateOrder,
    Reading,
    ReadingTerms,
    Span,
    Unclear,
    describe,
    read_end,
    read_fully,
    read_span,
)
from tui.forms.fields import Texts, Wrong

if TYPE_CHECKING:
    from store.tables import ReadBy

OfficeOf = Callable[[Texts], Office]
LanguageOf = Callable[[Texts], str]
"""Two letters, or nothing: whose words for times are read as well."""
Remark = Callable[[date, Texts], str]


@dataclass(frozen=True)
class _OwnOffices:
    """Office hours in any zone. Those of one policy are alike, so that what is read by them can be kept."""

    policy: Policy

    def __call__(self, zone: ZoneInfo) -> Office:
        return own_office(zone, self.policy)


@dataclass(frozen=True, kw_only=True)
class FormContext:
    """The clock goes on while a form is open, so `now` is asked anew each time. `new_id` takes a prefix."""

    clock: Clock
    zone: ZoneInfo
    policy: Policy
    new_id: Callable[[str], str]
    date_order: DateOrder | None = None
    country: str | None = None
    """Where telephone numbers without a + are at home, in two letters."""
    mine: tuple[str, ...] = ()
    """The user's own addresses."""
    language: str = ""
    """The one set, whose words for times are read beside the English ones and those of a card's language."""

    @property
    def now(self) -> datetime:
        """This instant, in UTC."""
        return self.clock.now()

    @property
    def own_office(self) -> Office:
        """Office hours by the user's own clock, for what is no interview's."""
        return own_office(self.zone, self.policy)

    @property
    def read_by(self) -> ReadBy:
        """By what texts are read that come in, as of now."""
        # Imported on use: most forms take in nothing.
        from store.tables import ReadBy

        return ReadBy(
            self.now, self.zone, _OwnOffices(self.policy), self.date_order,
            languages=(self.language,) if self.language else (), country=self.country,
        )  # fmt: skip

    def read(self, text: str, office: Office, *, dates: bool) -> date:
        """The date (where `dates` are taken) or aware instant typed, by the clock and working days there.

        Raises `Wrong` with the readings.
        """
        return self.reading(text, office, dates=dates).value

    def reading(self, text: str, office: Office, *, dates: bool, language: str = "") -> Reading:
        """The same with what is to be said of it. Raises `Wrong`."""
        try:
            return read_fully(text, now=self.now, dates=dates, **self._reads(office, language))
        except Unclear as why:
            raise Wrong(str(why)) from None

    def span(self, text: str, office: Office, language: str = "") -> Span:
        """The start typed, and the end where one is typed with it. Raises `Wrong`."""
        try:
            return read_span(text, now=self.now, **self._reads(office, language))
        except Unclear as why:
            raise Wrong(str(why)) from None

    def end(self, text: str, start: datetime, office: Office, language: str = "") -> datetime:
        """The end typed of what begins at `start`: a length, or a time. Raises `Wrong`."""
        try:
            return read_end(text, start=start, **self._reads(office, language))
        except Unclear as why:
            raise Wrong(str(why)) from None

    def _reads(self, office: Office, language: str) -> ReadingTerms:
        """By which clock, days and words times are read."""
        return {
            "zone": office.zone,
            "hours": office,
            "date_order": self.date_order,
            "languages": (language, self.language),
        }

    def described(self, value: date, zone: ZoneInfo) -> str:
        """The date or instant in full; where the user's own clock shows another time, that too."""
        words = describe(value, now=self.now, zone=zone)
        if isinstance(value, datetime):
            here, there = value.astimezone(self.zone), value.astimezone(zone)
            if here.utcoffset() != there.utcoffset():
                day = f"{here:%a} " if here.date() != there.date() else ""
                words += f"; {day}{spans.clock_time(here)} for you"
        return words
