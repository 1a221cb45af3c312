"""One meeting of a file, read: the parts put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from store.calendar.answers import Answers, KnownMeeting, NeedsAnswer, OpenQuestion, Unreadable
from store.calendar.calls import with_numbers
from store.calendar.cast import cast
from store.calendar.companies import Employer, employer
from store.calendar.lines import MeetingLines
from store.calendar.links import is_link, link_of
from store.calendar.modes import mode_of
from store.calendar.people import Guest, Party, User, key_of, party, the_user
from store.calendar.series import Occurrence, chosen, dates_of, occurrence_of, repeats, series_words
from store.calendar.times import Clocks, MeetingTime, meeting_time, written_time
from store.calendar.wording import notes_of, single_line
from store.interview import Mode
from store.languages import some_of
from store.short_hash import short_hash
from store.text import clean

Answered = TypeVar("Answered")
ONCE = ("UID", "DTSTART", "DTEND", "DURATION")
_UNKNOWN = KnownMeeting("")
_MOST_NAMED = 5
INVITING = ("", "REQUEST", "PUBLISH", "CANCEL")
ADDING = "ADD"
"""The method of a message that adds one date to a meeting; it means something where that is known."""


class Invitation(msgspec.Struct, frozen=True):
    """One interview as its invitation tells it.

    Times are aware, in UTC, whole seconds; `zone` is the IANA name of the interview's zone. Where it is only
    taken to be the user's, `zone_said` says so, and `zone_choices` are those it may be, as far as that is
    known: to be asked in a form, and of no interest where the card is there already. `stamp` is when this
    version was written.
    `people` are those who are met, the organiser first, without the user; `contacts` those who are not.
    `me` are the user's addresses among those invited. `said` are sentences the user should see: what was
    assumed, left out or cleaned.

    `occurrence` is the instant by which one date of a series is known, where the message is about that date
    alone (`onwards`: and those behind it), or the series was given as its `dates`. `told` says that the user
    chose that date, `added` that the message adds it to a meeting that is known.

    Of a cancellation (`cancelled`) only `uid`, `sequence`, `stamp`, `occurrence` and `said` are to be relied
    upon: nothing is asked for it, so its company may be empty and its zone the user's.
    """

    uid: str
    sequence: int
    stamp: datetime | None
    cancelled: bool
    starts_at: datetime
    ends_at: datetime
    zone: str
    company: str
    role: str
    notes: str
    location: str
    link: str
    mode: Mode
    people: tuple[Guest, ...]
    contacts: tuple[Guest, ...]
    said: tuple[str, ...]
    zone_said: tuple[str, ...] = ()
    zone_choices: tuple[str, ...] = ()
    me: tuple[str, ...] = ()
    occurrence: datetime | None = None
    onwards: bool = False
    dates: tuple[Occurrence, ...] = ()
    told: bool = False
    added: bool = False


class UidLines(msgspec.Struct, frozen=True):
    """The lines of one UID that count: of the whole meeting, and of single dates of it."""

    whole: MeetingLines | None
    dates: tuple[MeetingLines, ...] = ()

    @property
    def main(self) -> MeetingLines:
        """The lines that say most."""
        return self.whole or self.dates[0]


class _When(msgspec.Struct, frozen=True):
    """The date that is taken."""

    time: MeetingTime
    event: MeetingLines
    occurrence: datetime | None = None
    dates: tuple[Occurrence, ...] = ()
    said: tuple[str, ...] = ()


def read_meeting(meeting: UidLines, clocks: Clocks, answers: Answers, now: datetime) -> Invitation:
    """One meeting, of a series the date that is meant.

    Raises:
        Unreadable: it cannot be imported.
        NeedsAnswer: `zone`, `me` or `company` is needed; all that is missing is asked for at once.
    """
    _check(meeting.main, answers)
    if meeting.main.cancelled:
        return _called_off(meeting, clocks, answers, now)
    missing: list[OpenQuestion] = []
    when = _asking(missing, lambda: _when(meeting, clocks, answers, now))
    event = when.event if when else meeting.main
    # A date's own lines may leave out what the series says.
    crowd = event if event.has("ORGANIZER") or event.has("ATTENDEE") else meeting.main
    people = party(crowd)
    known = answers.known.get(interview_id(uid_of(event)), _UNKNOWN)
    user = _asking(missing, lambda: the_user(people, (*answers.me, *known.me))) or User(frozenset())
    told = answers.company or known.company
    company = _asking(missing, lambda: employer(event, people, user.keys, told))
    if missing or when is None or company is None:
        raise NeedsAnswer(missing)
    return _invitation(event, when, people, user, company, answers)


def _invitation(
    event: MeetingLines, when: _When, people: Party, user: User, company: Employer, answers: Answers
) -> Invitation:
    parts = cast(people, user.keys, company)
    organiser = people.organiser.email.casefold() if people.organiser else ""
    met, contacts = with_numbers(event, parts.interviewers, parts.contacts, organiser)
    notes, cut = notes_of(event)
    link, place = link_of(event), single_line(event, "LOCATION")
    about_people = (*user.said, *company.said, *parts.said, *_nameless(met))
    return Invitation(
        uid=uid_of(event),
        sequence=event.sequence,
        stamp=stamp_of(event),
        cancelled=False,
        starts_at=when.time.starts_at,
        ends_at=when.time.ends_at,
        zone=when.time.zone,
        company=company.name,
        role=answers.role or "",
        notes=notes,
        location="" if place == link or is_link(place) else place,
        link=link,
        mode=mode_of(event, link, "" if is_link(place) else place),
        people=met,
        contacts=contacts,
        said=(*_made_up(event), *when.time.said, *when.said, *about_people, *cut, *_unread(event)),
        zone_said=when.time.assumed,
        zone_choices=when.time.choices,
        me=tuple(sorted(user.keys)),
        occurrence=when.occurrence,
        onwards=_onwards(event),
        dates=when.dates,
        told=answers.date is not None and bool(when.dates),
        added=event.method == ADDING,
    )


def _asking(missing: list[OpenQuestion], read: Callable[[], Answered]) -> Answered | None:
    """What `read` gives; None, with its questions added to the missing, if it has to ask."""
    try:
        return read()
    except NeedsAnswer as asks:
        missing.extend(asks.questions)
        return None


def _when(meeting: UidLines, clocks: Clocks, answers: Answers, now: datetime) -> _When:
    whole = meeting.whole
    if whole is None:
        return _single_date(meeting, clocks, now)
    time = meeting_time(whole, clocks)
    if whole.method == ADDING:
        return _When(time, whole, time.starts_at)
    if not repeats(whole) and not meeting.dates:
        asked = f"The meeting does not repeat, so {answers.date} is not looked for."
        return _When(time, whole, said=(asked,) if answers.date is not None else ())
    series = dates_of(whole, time, meeting.dates, clocks, now)
    if not series.dates:
        raise Unreadable("Every date of the meeting is called off, so there is no interview to import.")
    taken = chosen(series.dates, answers, now, time.zone)
    taken_time = msgspec.structs.replace(time, starts_at=taken.starts_at, ends_at=taken.ends_at)
    said = (*series.said, *series_words(series.dates, taken, time.zone))
    return _When(taken_time, taken.event or whole, taken.known_by, series.dates, said)


def _single_date(meeting: UidLines, clocks: Clocks, now: datetime) -> _When:
    """Of single dates without their series the next one, else the last."""
    times = sorted(
        ((meeting_time(one, clocks), one) for one in meeting.dates if not one.cancelled),
        key=lambda pair: pair[0].starts_at,
    )
    time, event = next((pair for pair in times if pair[0].starts_at >= now), times[-1])
    others = [Occurrence(one.starts_at, one.ends_at, one.starts_at) for one, _ in times]
    taken = Occurrence(time.starts_at, time.ends_at, time.starts_at)
    return _When(time, event, occurrence_of(event, clocks), (), tuple(series_words(others, taken, time.zone)))


def _called_off(meeting: UidLines, clocks: Clocks, answers: Answers, now: datetime) -> Invitation:
    """A cancellation, for which nothing is asked, and which needs no time that can be read."""
    event = meeting.main
    try:
        time = meeting_time(event, clocks)
    except (Unreadable, NeedsAnswer):
        time = MeetingTime(now, now, answers.user_zone, ())
    return Invitation(
        uid=uid_of(event),
        sequence=event.sequence,
        stamp=stamp_of(event),
        cancelled=True,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        zone=time.zone,
        company=answers.company or "",
        role="",
        notes="",
        location="",
        link="",
        mode="other",
        people=(),
        contacts=(),
        said=(),
        occurrence=None if meeting.whole else occurrence_of(event, clocks),
        onwards=_onwards(event),
    )


def _check(event: MeetingLines, answers: Answers) -> None:
    adds = event.method == ADDING and interview_id(uid_of(event)) in answers.known
    if event.method not in INVITING and not adds:
        raise Unreadable(
            f"This is no invitation but another calendar message (METHOD:{event.method[:40]}): "
            "import the invitation itself."
        )
    if not event.whole:
        raise Unreadable("The file ends in the middle of an event: part of it is missing.")
    for name in ("UID",) if event.cancelled else ONCE:
        if len({line.value for line in event.all(name)}) > 1:
            raise Unreadable(f"The event gives more than one {name}.")
        if name in event.broken:
            raise Unreadable(f"The event's {name} cannot be read.")


def uid_of(event: MeetingLines) -> str:
    """What the meeting is known by; where the file gives nothing, a name made from its content."""
    written = clean(event.value("UID")).strip()
    if written:
        return written
    return f"content-{short_hash(event.text().encode('utf-8', 'replace'), 32)}"


def stamp_of(event: MeetingLines) -> datetime | None:
    """When this version was written (DTSTAMP, UTC); None where the file does not say, or not when exactly."""
    try:
        written = written_time(event, "DTSTAMP")
    except Unreadable:
        return None
    return None if written is None else written.written.replace(tzinfo=UTC)


def _onwards(event: MeetingLines) -> bool:
    return any(line.params.get("RANGE", "").upper() == "THISANDFUTURE" for line in event.all("RECURRENCE-ID"))


def _made_up(event: MeetingLines) -> Sequence[str]:
    if event.value("UID"):
        return ()
    return ("The invitation has no UID: a changed one will come as another interview.",)


def _unread(event: MeetingLines) -> Sequence[str]:
    said = []
    if event.broken:
        said.append(f"Left out because they could not be read: {', '.join(sorted(event.broken))}.")
    if event.too_many:
        said.append(
            f"There are very many of them, and not all were read: {', '.join(sorted(event.too_many))}."
        )
    return said


def _nameless(guests: Sequence[Guest]) -> Sequence[str]:
    bare = [guest.email for guest in guests if guest.email and guest.name == guest.email]
    if not bare:
        return ()
    return (f"No name is given for {some_of(bare, _MOST_NAMED)}: the address stands in for it.",)


def interview_id(uid: str) -> str:
    """The id of the interview with this UID: the same for the same UID, whatever file it comes in."""
    return f"ics-{short_hash(uid.strip().encode('utf-8', 'replace'), 12)}"


def invited(invitation: Invitation) -> tuple[str, ...]:
    """By what everyone who is taken from the invitation is known again in a later one."""
    return tuple(dict.fromkeys(key_of(one) for one in (*invitation.people, *invitation.contacts)))
