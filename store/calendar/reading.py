"""A whole calendar file: every meeting in it, each by the version and the date that count."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec

from store.calendar.answers import Answers, NeedsAnswer, OpenQuestion, Unreadable
from store.calendar.invitation import Invitation, UidLines, read_meeting, stamp_of, uid_of
from store.calendar.lines import MeetingLines, read_lines
from store.calendar.times import Clocks
from store.zones import known_zone

MOST_MEETINGS = 1_000
MOST_CHANGED = 500
"""Dates of one series that have lines of their own; of more the last."""
_MOST_NAMED = 5
_NO_STAMP = datetime(1970, 1, 1, tzinfo=UTC)


class CalendarRead(msgspec.Struct, frozen=True):
    """Every meeting of a file, in the order of their starts, and what has to be said of the whole file."""

    meetings: tuple[Invitation, ...]
    said: tuple[str, ...]


def read_calendar(raw: bytes, answers: Answers, now: datetime) -> CalendarRead:
    """The interviews that a calendar file invites to, or calls off; of a series the next date after `now`.

    What cannot be read of several is left out and named.

    Raises:
        Unreadable: nothing of the file can be imported.
        NeedsAnswer: `zone`, `me` or `company` is needed; all that is missing is asked for at once.
    """
    if answers.zone is not None and known_zone(answers.zone) is None:
        raise Unreadable(f"There is no time zone {answers.zone!r}: --zone takes names such as Europe/Berlin.")
    with warnings.catch_warnings():
        # A warning on the terminal would be drawn over the board.
        warnings.simplefilter("ignore")
        return _read(raw, answers, now)


def _read(raw: bytes, answers: Answers, now: datetime) -> CalendarRead:
    lines = read_lines(raw)
    if not lines.events:
        raise Unreadable("The calendar holds no event, so there is no interview to import.")
    clocks = Clocks(lines, answers)
    meetings = _grouped(lines.events)
    if len(meetings) > MOST_MEETINGS:
        raise Unreadable(
            f"The file holds {len(meetings):,} meetings, and {MOST_MEETINGS:,} are the most: "
            "it seems to be a whole calendar; import the invitations alone."
        )
    read: list[Invitation] = []
    missing: list[OpenQuestion] = []
    left: list[tuple[str, str]] = []
    for meeting in meetings:
        try:
            read.append(_guarded(lambda one=meeting: read_meeting(one, clocks, answers, now)))  # type: ignore[misc]
        except NeedsAnswer as asks:
            missing += asks.questions
        except Unreadable as why:
            left.append((meeting.main.title, str(why)))
    if not read and not missing:
        raise Unreadable(left[0][1] if len(left) == 1 else f"None of the meetings can be read. {left[0][1]}")
    if missing:
        raise NeedsAnswer(_once(missing))
    read.sort(key=lambda one: (one.starts_at, one.uid))
    return CalendarRead(tuple(read), (*lines.said, *_left_words(left)))


def _guarded(read: Callable[[], Invitation]) -> Invitation:
    """A file from outside must never bring the program down."""
    try:
        return read()
    except (Unreadable, NeedsAnswer):
        raise
    except Exception as fault:
        raise Unreadable(f"The invitation cannot be read ({type(fault).__name__}: {fault}).") from fault


def _grouped(events: Iterable[MeetingLines]) -> list[UidLines]:
    """The events by their UIDs; of several versions the one that is the last by SEQUENCE and DTSTAMP."""
    together: dict[str, dict[str, MeetingLines]] = {}
    for event in events:
        dates = together.setdefault(uid_of(event), {})
        date = event.value("RECURRENCE-ID")
        known = dates.get(date)
        if known is None or _version(event) > _version(known):
            dates[date] = event
    return [
        UidLines(dates.get(""), tuple(dates[date] for date in sorted(filter(None, dates))[-MOST_CHANGED:]))
        for dates in together.values()
    ]


def _version(event: MeetingLines) -> tuple[bool, int, datetime]:
    return event.whole, event.sequence, stamp_of(event) or _NO_STAMP


def _once(questions: Iterable[OpenQuestion]) -> list[OpenQuestion]:
    """One question of each kind, with the choices of all."""
    kinds: dict[str, OpenQuestion] = {}
    for one in questions:
        known = kinds.setdefault(one.kind, one)
        choices = tuple(dict.fromkeys((*known.choices, *one.choices)))
        kinds[one.kind] = msgspec.structs.replace(known, choices=choices)
    return list(kinds.values())


def _left_words(left: list[tuple[str, str]]) -> list[str]:
    said = [f"“{title}” is left out. {why}" for title, why in left[:_MOST_NAMED]]
    if len(left) > _MOST_NAMED:
        said.append(f"{len(left) - _MOST_NAMED} more meetings could not be read.")
    return said
