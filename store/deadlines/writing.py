"""Deadlines as iCalendar entries: UTC, a stable UID, an alarm. The calendar library is imported on use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from store.deadlines.entries import Deadline
from store.interview import Person
from store.languages import listed
from store.text import clean

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//ringback//deadlines//EN"
"""By what a file is known to be of ringback's own making."""


def write_calendar(
    deadlines: Iterable[Deadline], now: datetime, sequence: Callable[[Deadline], int] = lambda one: 0
) -> bytes:
    """One calendar file with an entry for each; `now` (aware) is when it is written.

    `sequence` says how often an entry has moved.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "ringback")
    for one in deadlines:
        calendar.add_component(as_event(one, now, sequence(one)))
    written: bytes = calendar.to_ical()
    return written


def as_event(one: Deadline, now: datetime, sequence: int = 0) -> Event:
    """One deadline as an entry."""
    from icalendar import Event

    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", now.replace(microsecond=0))
    event.add("sequence", sequence)
    event.add("dtstart", one.begins)
    if one.ends > one.begins:
        event.add("dtend", one.ends)
    event.add("summary", clean(summary(one)))
    event.add("description", clean(description(one), lines=True))
    if one.kind == "interview":
        for name, text in (("location", one.interview.location), ("url", one.interview.link)):
            if text:
                event.add(name, clean(text))
    # It is no time that is taken: only an interview is.
    event.add("transp", "OPAQUE" if one.kind == "interview" else "TRANSPARENT")
    event.add_component(_alarm(one))
    return event


def _alarm(one: Deadline) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(summary(one)))
    alarm.add("trigger", one.alarm - one.begins)
    return alarm


def summary(one: Deadline) -> str:
    """`Thank Ada Okafor and Joan Pell, Globex`: what is to be done, in one line."""
    company = one.interview.company
    names = listed([person.name or person.email or person.phone or person.id for person in one.people])
    match one.kind:
        case "interview":
            return ", ".join(filter(None, (company, one.interview.role, one.interview.round)))
        case "thanks":
            return f"Thank {names}, {company}" if names else f"Thank {company}"
        case "call":
            whom = f"{names}, {company}" if names else company
            return f"Ask {whom} where things stand{'' if one.firm else ' (nobody has named a day)'}"
        case "answer":
            return f"Answer the offer of {company}"
        case "deliver":
            return f"Send {names or company} what you promised{': ' if one.what else ''}{one.what}"
        case never:
            assert_never(never)


def description(one: Deadline) -> str:
    """Whom it is about, and how they are reached."""
    facts = ", ".join(filter(None, (one.interview.role, one.interview.round)))
    return "\n".join(filter(None, (facts, *map(_reached, one.people))))


def _reached(person: Person) -> str:
    ways = ", ".join(filter(None, (person.email, person.phone)))
    return f"{person.name}: {ways}" if person.name and ways else person.name or ways
