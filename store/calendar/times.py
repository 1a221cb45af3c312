"""When the meeting is: two sure instants and the zone its office hours are kept in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

import msgspec

from store import spans
from store.calendar.answers import Answers, NeedsAnswer, OpenQuestion, Unreadable
from store.calendar.file_zones import FileZone, zone_of
from store.calendar.lines import CalendarLines, MeetingLines, PropertyLine
from store.calendar.recurrence import BadRule
from store.calendar.zone_choices import zone_choices
from store.languages import either
from store.ways_out import OTHER_ZONE
from store.zones import calendar_zone, is_utc, likely_zone

USUAL_LENGTH = timedelta(minutes=60)
YEARS = range(1970, 2200)
Wall: TypeAlias = ZoneInfo | FileZone
"""What says which instant a time on the wall is."""


class MeetingTime(msgspec.Struct, frozen=True):
    """Start and end in UTC, the IANA name of the interview's zone, and what has to be said of them.

    `assumed` is what to say where `zone` is only taken to be the user's, and `choices` the zones it may be.
    """

    starts_at: datetime
    ends_at: datetime
    zone: str
    said: tuple[str, ...]
    assumed: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


class WrittenTime(msgspec.Struct, frozen=True):
    """A time as written: aware in UTC if it is sure, else naive; and the name of its zone.

    Some programs write both, a zone and the sign of UTC. They mean the zone, where its name is known.
    """

    written: datetime
    whole_day: bool
    tzid: str

    @property
    def sure(self) -> bool:
        """Whether it is a time in UTC."""
        return self.written.tzinfo is not None


class Clocks:
    """What the names of zones mean in one file, and what the user says of them."""

    def __init__(self, lines: CalendarLines, answers: Answers) -> None:
        self._answers = answers
        self._defined = {one.own.value("TZID"): one for one in lines.zones}
        self._floating = lines.zone
        self._read: dict[str, FileZone | None] = {}

    def wall_of(self, tzid: str, year: int) -> tuple[Wall | None, str | None]:
        """What a zone's name means, and the IANA name of its place, where each is known.

        An IANA name is a fact. Any other means what the file itself says of it, else what it means elsewhere.
        A time that names no zone is in that of the whole file, where that has one.
        """
        tzid = tzid or self._floating
        known = calendar_zone(tzid) if tzid else None
        if known is not None and known.casefold() == tzid.strip("/").casefold():
            return ZoneInfo(known), known
        own = self._defined_zone(tzid, year)
        if own is not None:
            return own, known or own.place
        return (ZoneInfo(known), known) if known else (None, None)

    def of(self, time: WrittenTime, *, cancelled: bool) -> tuple[Wall, str | None]:
        """The same for a time; where it is known by nothing else, by what the user says.

        Raises NeedsAnswer where the instant depends on it. Nothing is asked for what is called off.
        """
        wall, place = (
            self.wall_of(time.tzid, time.written.year) if time.tzid or not time.sure else (None, None)
        )
        if wall is not None:
            return wall, place
        if time.sure:
            return ZoneInfo("UTC"), None
        fallback = self._answers.zone or (self._answers.user_zone if cancelled else None)
        if fallback is None:
            raise NeedsAnswer([_question(time)])
        return ZoneInfo(fallback), fallback

    def office(self, wall: Wall, place: str | None, starts_at: datetime) -> MeetingTime:
        """The zone in which their office hours are kept, as a time without length that begins then."""
        given, own = self._answers.zone, self._answers.user_zone
        said: list[str] = []
        assumed: list[str] = []
        choices: tuple[str, ...] = ()
        if place is not None:
            if given and given != place:
                said.append(
                    f"The invitation names its own time zone, {place}, which gives the time; {given}, "
                    "which you gave, counts for their office hours only."
                )
        elif isinstance(wall, FileZone) and given is not None:
            said += _against_the_file(wall, starts_at, given)
        elif isinstance(wall, FileZone):
            choices = zone_choices(wall.offset_at, starts_at, own)
            assumed.append(_own_zone(wall, own, choices))
        elif given is None:
            assumed.append(f"The time is given in UTC: the interview's zone is taken to be yours, {own}.")
        zone = given or place or own
        return MeetingTime(starts_at, starts_at, zone, tuple(said), tuple(assumed), choices)

    def _defined_zone(self, tzid: str, year: int) -> FileZone | None:
        if tzid not in self._read:
            lines = self._defined.get(tzid)
            self._read[tzid] = zone_of(lines) if lines is not None else None
        zone = self._read[tzid]
        try:
            if zone is not None:
                zone.instant(datetime(year, 1, 1))  # noqa: DTZ001 - on the wall
        except (BadRule, ValueError, OverflowError):
            return None
        return zone


def meeting_time(event: MeetingLines, clocks: Clocks) -> MeetingTime:
    """When the meeting is.

    Raises:
        Unreadable: no start, a time that cannot be read, or an end before the start.
        NeedsAnswer: a time of day whose zone is not known.
    """
    start = written_time(event, "DTSTART")
    if start is None:
        start = written_time(event, "DTSTAMP") if event.cancelled else None
    if start is None:
        raise Unreadable("The event has no DTSTART, so it is not known when the interview is.")
    wall, place = clocks.of(start, cancelled=event.cancelled)
    said: list[str] = []
    starts_at = instant(start, wall, said)
    office = clocks.office(wall, place, starts_at)
    end = written_time(event, "DTEND")
    if end is None:
        ends_at = _end_by_length(event, start, starts_at, wall, said)
    elif end.whole_day != start.whole_day:
        raise Unreadable("The event's DTSTART and DTEND do not fit together: one has a time, one has not.")
    else:
        same = end.tzid in ("", start.tzid) and not end.sure and not (start.sure and not start.tzid)
        ends_at = instant(end, wall if same else clocks.of(end, cancelled=event.cancelled)[0], said)
    if ends_at < starts_at:
        raise Unreadable("The event ends before it starts.")
    if start.whole_day:
        said.append("The invitation gives a day without a time: the interview is taken to last all of it.")
    said = [*office.said, *said]
    return msgspec.structs.replace(office, ends_at=ends_at, said=tuple(dict.fromkeys(said)))


def written_time(event: MeetingLines, name: str) -> WrittenTime | None:
    """The time that a property gives, None where there is none. Raises Unreadable."""
    line: PropertyLine | None = next(iter(event.all(name)), None)
    if line is None:
        return None
    # A zone's name with a colon that was not quoted, as Exchange writes it, spills into the value.
    spilt, colon, written = line.value.strip().rpartition(":")
    return read_time(written, line.params.get("TZID", "") + colon + spilt, name)


def read_time(written: str, tzid: str, name: str) -> WrittenTime:
    """One value of the property `name`. Raises Unreadable."""
    from icalendar.prop import vDDDTypes

    try:
        value = vDDDTypes.from_ical(written)  # type: ignore[no-untyped-call]
    except Exception as fault:  # the library promises no particular ones
        raise Unreadable(f"The event's {name} is not a time: {written[:40]!r}.") from fault
    if not isinstance(value, date) or value.year not in YEARS:
        raise Unreadable(f"The event's {name} is not a time a meeting can have: {written[:40]!r}.")
    if not isinstance(value, datetime):
        midnight = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - the zone comes later
        return WrittenTime(midnight, whole_day=True, tzid="")
    tzid = tzid.strip()
    if is_utc(tzid):
        value = value.replace(tzinfo=UTC)
    return WrittenTime(value, whole_day=False, tzid="" if is_utc(tzid) else tzid)


def instant(time: WrittenTime, wall: Wall, said: list[str]) -> datetime:
    """The instant in UTC; of a time that the clocks skip or repeat the earlier offset, and that is said."""
    if time.sure and not time.tzid:
        return time.written.astimezone(UTC)
    naive = time.written.replace(tzinfo=None)
    if isinstance(wall, FileZone):
        return wall.instant(naive)
    aware = naive.replace(tzinfo=wall)
    at = aware.astimezone(UTC)
    real, written = at.astimezone(wall), spans.clock_time(naive)
    if real.replace(tzinfo=None) != naive:
        taken = spans.clock_time(real)
        said.append(f"The clocks in {wall.key} skip {written} that day: {taken} is taken to be meant.")
    elif aware.replace(fold=1).utcoffset() != aware.utcoffset():
        twice = f"The clocks in {wall.key} show {written} twice that day"
        said.append(f"{twice}: the first is taken to be meant.")
    return at


def on_the_wall(at: datetime, wall: Wall) -> datetime:
    """What the clock on the wall shows at an instant, naive."""
    if isinstance(wall, FileZone):
        return (at + wall.offset_at(at)).replace(tzinfo=None)
    return at.astimezone(wall).replace(tzinfo=None)


def _question(time: WrittenTime) -> OpenQuestion:
    if time.tzid:
        guess = likely_zone(time.tzid)
        words = f"The invitation's time zone “{time.tzid[:80]}” is not a name ringback knows"
        return OpenQuestion("zone", words, (guess,) if guess else ())
    when = f"{time.written:%Y-%m-%d}"
    when += "" if time.whole_day else f" {spans.clock_time(time.written)}"
    return OpenQuestion("zone", f"The invitation gives {when} without a time zone")


def _own_zone(wall: FileZone, own: str, choices: tuple[str, ...]) -> str:
    """What to say where the file defines a zone of its own and names no place."""
    fit = f" ({either(choices[:4])} would fit)" if choices and own not in choices else ""
    words = f"The invitation's own time zone, “{wall.tzid[:60]}”, gives the time but no place"
    return f"{words}: office hours are taken to be kept in your zone, {own}; {OTHER_ZONE.command}{fit}."


def _against_the_file(wall: FileZone, starts_at: datetime, given: str) -> list[str]:
    """What to say where the zone that the user gave contradicts the one that the file defines."""
    ahead = wall.offset_at(starts_at)
    if starts_at.astimezone(ZoneInfo(given)).utcoffset() == ahead:
        return []
    words = f"The invitation's own time zone, “{wall.tzid[:60]}”, gives the time, {_offset_words(ahead)}"
    return [f"{words}; {given}, which you gave, is at another time then and counts for office hours only."]


def _offset_words(ahead: timedelta) -> str:
    minutes = int(ahead.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _end_by_length(
    event: MeetingLines, start: WrittenTime, starts_at: datetime, wall: Wall, said: list[str]
) -> datetime:
    from icalendar.prop import vDuration

    if event.all("DURATION"):
        try:
            length: timedelta = vDuration.from_ical(event.value("DURATION"))  # type: ignore[no-untyped-call]
            ends_at = starts_at + length
            if ends_at.year not in YEARS:
                raise ValueError(ends_at)
            return ends_at
        except Exception as fault:  # as above; also a length beyond the calendar
            raise Unreadable(
                f"The event's DURATION is no length: {event.value('DURATION')[:40]!r}."
            ) from fault
    if event.cancelled:
        return starts_at
    if start.whole_day:
        following = msgspec.structs.replace(start, written=start.written + timedelta(days=1))
        return instant(following, wall, said)
    said.append("The invitation gives no end: the interview is taken to last 60 minutes.")
    return starts_at + USUAL_LENGTH
