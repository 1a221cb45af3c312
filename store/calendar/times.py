"""When the meeting is: two sure instants and the zone its office hours are kept in."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from store.calendar.answers import NeedsAnswer, Question, Unreadable
from store.calendar.lines import MeetingLines, PropertyLine
from store.zones import calendar_zone, is_utc, likely_zone

USUAL_LENGTH = timedelta(minutes=60)
YEARS = range(1970, 2200)


class MeetingTime(msgspec.Struct, frozen=True):
    """Start and end in UTC, the IANA name of the interview's zone, and what has to be said of them."""

    starts_at: datetime
    ends_at: datetime
    zone: str
    said: tuple[str, ...]


class WrittenTime(msgspec.Struct, frozen=True):
    """A time as written: aware in UTC if it is sure, else naive; the zone's name as written and as known."""

    written: datetime
    whole_day: bool
    tzid: str
    zone: str | None

    @property
    def sure(self) -> bool:
        """Whether it is a time in UTC."""
        return self.written.tzinfo is not None


def meeting_time(event: MeetingLines, *, user_zone: str, zone: str | None) -> MeetingTime:
    """When the meeting is.

    The zone named in the file is a fact and wins over `zone`, which fills in where the file names none that
    is known; a time in UTC takes `zone`, else `user_zone`, for the interview's zone only.

    Raises:
        Unreadable: no start, a time that cannot be read, or an end before the start.
        NeedsAnswer: a time of day whose zone is not known.
    """
    start = _written_time(event, "DTSTART")
    if start is None:
        start = _written_time(event, "DTSTAMP") if event.cancelled else None
    if start is None:
        raise Unreadable("The event has no DTSTART, so it is not known when the interview is.")
    fallback = zone or (user_zone if event.cancelled else None)
    own = _zone_of(start, fallback)
    said: list[str] = []
    if start.zone and zone and start.zone != zone:
        said.append(f"The invitation names its own time zone, {own}, which is used instead of {zone}.")
    if own is None:
        own = user_zone
        said.append(f"The time is given in UTC: the interview's zone is taken to be yours, {own}.")
    starts_at = _instant(start, own, said)
    end = _written_time(event, "DTEND")
    if end is None:
        ends_at = _end_by_length(event, start, starts_at, own, said)
    elif end.whole_day != start.whole_day:
        raise Unreadable("The event's DTSTART and DTEND do not fit together: one has a time, one has not.")
    else:
        theirs = own if end.tzid in ("", start.tzid) else _zone_of(end, fallback)
        ends_at = _instant(end, theirs or own, said)
    if ends_at < starts_at:
        raise Unreadable("The event ends before it starts.")
    if start.whole_day:
        said.append("The invitation gives a day without a time: the interview is taken to last all of it.")
    return MeetingTime(starts_at, ends_at, own, tuple(said))


def _written_time(event: MeetingLines, name: str) -> WrittenTime | None:
    from icalendar.prop import vDDDTypes

    line: PropertyLine | None = next(iter(event.all(name)), None)
    if line is None:
        return None
    # A zone's name with a colon that was not quoted, as Exchange writes it, spills into the value.
    spilt, colon, written = line.value.strip().rpartition(":")
    tzid = (line.params.get("TZID", "") + colon + spilt).strip()
    try:
        value = vDDDTypes.from_ical(written)  # type: ignore[no-untyped-call]
    except Exception as fault:  # the library promises no particular ones
        raise Unreadable(f"The event's {name} is not a time: {written[:40]!r}.") from fault
    if not isinstance(value, date) or value.year not in YEARS:
        raise Unreadable(f"The event's {name} is not a time a meeting can have: {written[:40]!r}.")
    if not isinstance(value, datetime):
        midnight = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - the zone comes later
        return WrittenTime(midnight, whole_day=True, tzid="", zone=None)
    if is_utc(tzid):
        value = value.replace(tzinfo=UTC)
    return WrittenTime(
        value, whole_day=False, tzid=tzid, zone=calendar_zone(tzid) if tzid and not is_utc(tzid) else None
    )


def _zone_of(start: WrittenTime, fallback: str | None) -> str | None:
    """The zone to keep, None for a sure time with none; asks where the instant itself depends on it."""
    if start.zone or fallback or start.sure:
        return start.zone or fallback
    if start.tzid:
        guess = likely_zone(start.tzid)
        words = f"The invitation's time zone “{start.tzid[:80]}” is not a name ringback knows"
        raise NeedsAnswer([Question("zone", words, (guess,) if guess else ())])
    when = f"{start.written:%Y-%m-%d}" if start.whole_day else f"{start.written:%Y-%m-%d %H:%M}"
    raise NeedsAnswer([Question("zone", f"The invitation gives {when} without a time zone")])


def _instant(time: WrittenTime, zone: str, said: list[str]) -> datetime:
    """The instant in UTC; of a time that the clocks skip or repeat the earlier offset, and that is said."""
    if time.sure:
        return time.written.astimezone(UTC)
    place = ZoneInfo(zone)
    aware = time.written.replace(tzinfo=place)
    instant = aware.astimezone(UTC)
    real, written = instant.astimezone(place), f"{time.written:%H:%M}"
    if real.replace(tzinfo=None) != time.written:
        said.append(f"The clocks in {zone} skip {written} that day: {real:%H:%M} is taken to be meant.")
    elif aware.replace(fold=1).utcoffset() != aware.utcoffset():
        said.append(f"The clocks in {zone} show {written} twice that day: the first is taken to be meant.")
    return instant


def _end_by_length(
    event: MeetingLines, start: WrittenTime, starts_at: datetime, zone: str, said: list[str]
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
        return _instant(following, zone, said)
    said.append("The invitation gives no end: the interview is taken to last 60 minutes.")
    return starts_at + USUAL_LENGTH
