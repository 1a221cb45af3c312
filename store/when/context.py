"""What a phrase is read against: the time it is, the zone, office hours, which answer is needed; refusals."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal, NamedTuple, Protocol, Required, TypedDict, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

FIRST_YEAR, LAST_YEAR = 1970, 2100
DateOrder = Literal["dmy", "mdy"]
_LONGEST_SHOWN = 60
DID_YOU_MEAN = "did you mean"


def _weekday(day: date) -> bool:
    return day.weekday() < 5


class WorkingHours(Protocol):
    """When they work, by their clock: from `opens` until `closes` on each day that `is_working`."""

    @property
    def opens(self) -> time: ...
    @property
    def closes(self) -> time: ...
    @property
    def is_working(self) -> Callable[[date], bool]: ...


class OfficeHours(Struct, frozen=True):
    """The usual working hours where nothing else is known: from nine to five, Monday to Friday."""

    opens: time = time(9)
    closes: time = time(17)
    is_working: Callable[[date], bool] = _weekday


OFFICE = OfficeHours()


class ReadingTerms(TypedDict, total=False):
    """By what a phrase is read, besides the instant at which it is said."""

    zone: Required[ZoneInfo]
    """By whose clock."""
    hours: WorkingHours
    """Whose working days and hours count; the usual ones where nothing is said."""
    date_order: DateOrder | None
    languages: Sequence[str]
    """Those whose words are read beside the English ones, by their two letters; blank ones do not count."""


DateOrInstant = TypeVar("DateOrInstant", bound=date)


class Reading(Struct, frozen=True):
    """One way to read a phrase: a date, or an aware instant in the zone asked.

    `words` say it so that it can be read in no other way; `shifted` marks one of the two instants of a wall
    time that the clocks skip or show twice. `until` is the end, where one was asked for and is said.
    `said` is what the user must be told of how it was read, one sentence, and `quote` the words that leave
    room, as they were typed: both blank where they leave none.
    """

    value: date | datetime
    words: str = ""
    shifted: bool = False
    until: datetime | None = None
    said: str = ""
    quote: str = ""


class WallTime(NamedTuple):
    """A time of day, `shift` days after the day it is said of (midnight "of Friday" may begin Saturday).

    `until` is the end of a span of time, shifted from that same day.
    """

    time: time
    shift: int = 0
    until: "WallTime | None" = None

    @property
    def minute(self) -> int:
        """How far it lies from the beginning of the day it is said of, in whole minutes."""
        return (self.shift * 24 + self.time.hour) * 60 + self.time.minute


class Unclear(Exception):
    """A phrase that was not taken, because it would have had to be guessed.

    `text` is what was typed, `why` the reason as the rest of a sentence that begins with the text,
    `readings` what may be typed instead (each can be read itself), `lead` the words that introduce them.
    `str()` of it is one sentence for the user.
    """

    def __init__(self, text: str, why: str, readings: tuple[str, ...] = (), lead: str = "write") -> None:
        super().__init__(text, why, readings, lead)
        self.text = text
        self.why = why
        self.readings = readings
        self.lead = lead

    def __str__(self) -> str:
        offer = f": {self.lead} {_either(self.readings)}" if self.readings else ""
        return f"“{_shown(self.text)}” {self.why}{offer}{'?' if offer and self.lead == DID_YOU_MEAN else '.'}"


def _either(readings: tuple[str, ...]) -> str:
    *most, last = readings
    return f"{', '.join(most)} or {last}" if most else last


def _shown(text: str) -> str:
    """`text` on one line and harmless to a terminal."""
    line = "".join(letter if letter.isprintable() else "�" for letter in " ".join(text.split()))
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


class Context(Struct, frozen=True):
    """`now` is aware and in `zone`, in which the phrase is read; `dates`: whether a date is an answer.

    `spans`: whether an end may be said with a start. `languages`: whose words are known beside the English
    ones, by their two letters. Of words that leave room a date is the later end, or with `early` the earlier.
    """

    text: str
    now: datetime
    zone: tzinfo
    dates: bool
    hours: WorkingHours = OFFICE
    date_order: DateOrder | None = None
    languages: tuple[str, ...] = ()
    spans: bool = False
    early: bool = False
    zone_said: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def shown(self) -> str:
        """What was typed, on one line and harmless to a terminal."""
        return _shown(self.text)

    def said_in(self, zone: tzinfo) -> "Context":
        return replace(self, now=self.now.astimezone(zone), zone=zone, zone_said=True)

    def instants(self, day: date, choice: WallTime) -> list[datetime]:
        """The instants a wall time may mean: one, except where the clocks change.

        A time that the clocks skip gives the two it would be by the offset before and after; one that they
        show twice gives both.
        """
        wall = datetime.combine(day + timedelta(days=choice.shift), choice.time, tzinfo=self.zone)
        both = {wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}
        return [instant.astimezone(self.zone) for instant in sorted(both)]

    def ahead(self, day: date, choice: WallTime | None) -> bool:
        """Whether that time is still to come; a day without a time is, while its office closing is."""
        at = choice or WallTime(self.hours.closes)
        return any(later(instant, self.now) for instant in self.instants(day, at))

    def works(self, day: date) -> bool:
        return self.hours.is_working(day)

    def refusal(self, why: str, *readings: str) -> Unclear:
        """Where an instant is needed, days that are offered must be given a time."""
        days_alone = bool(readings) and not self.dates and not any(":" in reading for reading in readings)
        return Unclear(self.text, why, readings, lead="write, with a time," if days_alone else "write")


def later(one: datetime, other: datetime) -> bool:
    """Compared in UTC: within one zone Python compares wall times, and one hour comes twice."""
    return one.astimezone(UTC) > other.astimezone(UTC)


def in_range(context: Context, day: DateOrInstant) -> DateOrInstant:
    """`day`, or a refusal outside the years that are taken."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise context.refusal(f"lies outside the years {FIRST_YEAR} to {LAST_YEAR}")
    return day
