"""Every change to an interview: a pure function from the fresh record to the new one, or a refusal.

A move is applied to the record as it is on disk at that moment, so it names what it expects to find. Where
another instance has changed the same thing meanwhile, both values are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from msgspec.structs import replace

from store.interview import (
    MULTILINE,
    AnyEvent,
    Conflict,
    Contact,
    Delivered,
    Interview,
    LooseEnd,
    Owes,
    Person,
    Promised,
    Reopened,
    Snoozed,
    Thanks,
    all_texts,
    iso,
    people_named,
)
from store.people.notation import person_line
from store.rules.standing import closed_by, unsettled_by
from store.rules.words import RESULT_WORDS
from store.text import forbidden

Move: TypeAlias = Callable[[Interview], Interview]

FACTS = (
    "company", "role", "round", "mode", "opportunity", "zone", "country", "language", "starts_at", "ends_at",
    "location", "link",
    "interviewers", "contacts", "notes", "topics", "loose_ends", "questions",
)  # fmt: skip
"""Fields that a person may edit; events and drafts have moves of their own."""


class Refused(Exception):
    """A move that cannot be made now; the text is one sentence that says why."""


def chain(*moves: Move) -> Move:
    """One move after the other, all or none."""

    def move(interview: Interview) -> Interview:
        for each in moves:
            interview = each(interview)
        return interview

    return move


def log(*events: AnyEvent, now: datetime) -> Move:
    """Add what happened. Refused for an instant ahead, an unknown person, or reopening an open card."""

    def move(interview: Interview) -> Interview:
        for event in events:
            _check(interview, event, now)
            interview = replace(interview, events=(*interview.events, event))
        return interview

    return move


def _check(interview: Interview, event: AnyEvent, now: datetime) -> None:
    if event.at > now:
        raise Refused(f"What has not happened yet cannot be logged: {iso(event.at)} lies ahead.")
    if any(one.id == event.id for one in interview.events):
        raise Refused(f"There is already an event {event.id} in {interview.id}.")
    check_texts(event.KIND, event)
    for _, person in people_named(event):
        check_person(interview, event, person)
    if isinstance(event, Delivered):
        check_owed(interview, event)
    closed = closed_by(interview, event.at)
    if closed is not None and isinstance(event, Promised | Contact | Snoozed):
        raise Refused(
            f"{interview.company} was closed then ({RESULT_WORDS[closed.result]}), so that would change "
            "nothing; reopen it first."
        )
    if isinstance(event, Reopened) and closed is None:
        raise Refused(
            f"Nobody has closed {interview.company}, so it cannot be reopened: a card that went quiet comes "
            "back with a call, a mail or a new promise; one that goes on in a later round, when that is "
            "called off."
        )


def check_owed(interview: Interview, event: Delivered) -> None:
    """Refuse that something was delivered which nobody owes."""
    if not any(isinstance(one, Owes) and one.id == event.of for one in interview.events):
        raise Refused(f"Nothing of that id is owed to {interview.company}: {event.of}.")


def check_person(interview: Interview, event: AnyEvent, to: str) -> None:
    """Refuse an event about someone the interview does not have: thanks are for interviewers only."""
    thanks = isinstance(event, Thanks)
    fitting = interview.interviewers if thanks else interview.people
    if any(one.id == to for one in fitting):
        return
    known = ", ".join(f"{one.id} ({one.name})" for one in fitting) or "nobody"
    role = "interviewer" if thanks else "person"
    raise Refused(f"{interview.id} has no {role} {to}; it has {known}.")


def correct(event: AnyEvent, *, now: datetime) -> Move:
    """Put a corrected event in the place of the one with the same id."""

    def move(interview: Interview) -> Interview:
        places = [place for place, one in enumerate(interview.events) if one.id == event.id]
        if not places:
            raise Refused(f"There is no event {event.id} in {interview.id} to correct.")
        before = interview.events[: places[0]] + interview.events[places[0] + 1 :]
        _check(replace(interview, events=before), event, now)
        events = tuple(event if one.id == event.id else one for one in interview.events)
        return replace(interview, events=events)

    return move


def drop_event(event_id: str) -> Move:
    """Take an event back."""

    def move(interview: Interview) -> Interview:
        events = tuple(one for one in interview.events if one.id != event_id)
        if len(events) == len(interview.events):
            raise Refused(f"There is no event {event_id} in {interview.id}.")
        if any(isinstance(one, Delivered) and one.of == event_id for one in events):
            raise Refused(f"{event_id} was delivered to {interview.company}; take that back first.")
        return replace(interview, events=events)

    return move


def settle(
    kind: type[Thanks],
    new_ids: Callable[[], str],
    *,
    now: datetime,
    at: datetime,
    to: Sequence[str] | None = None,
    **fields: Any,
) -> Move:
    """Thank or skip several people, one event each; without `to`, everyone who is still owed thanks."""

    def move(interview: Interview) -> Interview:
        unsettled = unsettled_by(interview, now)
        people: Sequence[str | None] = (
            to if to is not None else [None if one is None else one.id for one in unsettled]
        )
        if not people:
            raise Refused(f"Everyone at {interview.company} has been thanked or left out already.")
        return log(*(kind(id=new_ids(), at=at, to=one, **fields) for one in people), now=now)(interview)

    return move


def edit(changes: Mapping[str, tuple[Any, Any]], *, now: datetime) -> Move:
    """Change facts: field → (the value the user saw, the value they want).

    Where the field has meanwhile got a third value, lists are united and of two texts the user's is taken
    while the other's is kept as a conflict on the card.
    """

    def move(interview: Interview) -> Interview:
        values: dict[str, Any] = {}
        conflicts = list(interview.conflicts)
        for field, (seen, wanted) in changes.items():
            if field not in FACTS:
                raise Refused(f"{field} is not a fact of an interview; it has {', '.join(FACTS)}.")
            check_texts(field, wanted)
            here = getattr(interview, field)
            values[field], lost = _united(seen, wanted, here)
            if lost:
                conflicts.append(Conflict(field=field, value=as_text(here), at=now))
        try:
            edited = replace(interview, **values, conflicts=tuple(conflicts))
        except ValueError as why:
            raise Refused(f"Not changed: {why}.") from None
        check_whole(edited)
        return edited

    return move


def check_new(interview: Interview) -> None:
    """Refuse a new interview that does not hold together, or whose texts could not be imported again."""
    for field in interview.__struct_fields__:
        check_texts(field, getattr(interview, field))
    check_whole(interview)


def check_texts(field: str, value: Any) -> None:
    """Refuse texts that could be kept but not imported again: too long, or with hidden characters."""
    for _, name, text in all_texts(value, field):
        fault = forbidden(text, lines=name in MULTILINE)
        if fault is not None:
            raise Refused(f"Nothing was changed: {field} has {fault}.")


def _united(seen: Any, wanted: Any, here: Any) -> tuple[Any, bool]:
    """The value to take, and whether another one was lost by it."""
    if isinstance(here, tuple):
        return _united_lists(seen, wanted, here)
    if wanted == seen:
        return here, False
    return wanted, here not in (seen, wanted)


def _united_lists(seen: Any, wanted: Any, here: Any) -> tuple[Any, bool]:
    base, mine, theirs = ({_key(one): one for one in items} for items in (seen, wanted, here))
    united: list[Any] = []
    lost = False
    for key in (*mine, *(key for key in theirs if key not in mine)):
        old, own, other = base.get(key), mine.get(key), theirs.get(key)
        taken = other if own == old else own
        lost = lost or (own != old and other not in (old, own))
        if taken is not None:
            united.append(taken)
    return tuple(united), lost


def _key(one: Any) -> str:
    if isinstance(one, Person):
        return one.id
    return one.text if isinstance(one, LooseEnd) else str(one)


def as_text(value: Any) -> str:
    """Any fact as text, for a person to read."""
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, tuple):
        return "\n".join(_line(one) for one in value)
    return "" if value is None else str(value)


def _line(one: Any) -> str:
    if isinstance(one, Person):
        return person_line(one)
    return one.text if isinstance(one, LooseEnd) else str(one)


def check_whole(interview: Interview) -> None:
    """Refuse a record that does not hold together: an id twice, or an event about someone not there."""
    for what, ids in (
        ("person", [one.id for one in interview.people]),
        ("event", [one.id for one in interview.events]),
        ("draft", [one.id for one in interview.drafts]),
    ):
        twice = first_twice(ids)
        if twice is not None:
            raise Refused(f"The {what} {ids[twice]} is in {interview.id} twice.")
    for event in interview.events:
        for _, person in people_named(event):
            check_person(interview, event, person)


def first_twice(ids: Sequence[str]) -> int | None:
    """The place of the first id that came before."""
    seen: set[str] = set()
    for place, one in enumerate(ids):
        if one in seen:
            return place
        seen.add(one)
    return None


def settle_conflict(place: int) -> Move:
    """The user has seen the other value and is content with the one that stands."""

    def move(interview: Interview) -> Interview:
        kept = tuple(one for i, one in enumerate(interview.conflicts) if i != place)
        return replace(interview, conflicts=kept)

    return move
