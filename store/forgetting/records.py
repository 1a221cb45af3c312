"""A state of the database without a company, or without a person: its records and steps. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.book import Book, document
from store.changes.undo import Step
from store.forgetting.marks import NameMarks
from store.forgetting.whom import (
    Forgotten,
    ForgottenCompany,
    ForgottenPerson,
    State,
    marks_of,
    near_marks,
)
from store.hearing.proposal import Proposal
from store.interview import (
    AnyEvent,
    Draft,
    Emailed,
    Interview,
    Person,
    Thanked,
    ThanksSkipped,
)
from store.people.letters import fold, fold_words

_FACTS = frozenset({
    "id", "kind", "of", "to", "by", "company", "name", "email", "zone", "country", "language", "mode",
    "state", "channel", "purpose", "outcome", "result", "how", "silence", "callback_by", "until", "due",
    "answer_by", "at", "starts_at", "ends_at", "updated_at", "stamp", "occurrence", "field",
    "whatsapp", "ask", "phone", "template", "way", "dismissed",
})  # fmt: skip
"""Fields that hold no prose: what names others there are facts of theirs."""
_PEOPLE = ("interviewers", "contacts")
"""What the fields begin with that hold people."""
_REFERENCES = frozenset({"ref", "message_id", "uid"})
"""Fields that are blanked as a whole where a name is part of them."""
_Kept = TypeVar("_Kept", bound=Struct)


class Without(Struct, frozen=True):
    """What is left, and what has become of the rest."""

    state: State
    gone: frozenset[str] = frozenset()
    """Ids of the interviews that go."""
    changed: frozenset[str] = frozenset()
    """Ids of those that stay, with something taken out of them."""


def without(state: State, forgotten: Forgotten, mine: Sequence[str] = ()) -> Without:
    """The state as it would be had it never known of them, as far as that can be told.

    `mine`: names of the user's own, which stay in texts.
    """
    marks = marks_of(forgotten, state, mine)
    if isinstance(forgotten, ForgottenCompany):
        gone = frozenset(key for key, one in state.book.interviews.items() if forgotten.is_it(one.company))
        near: Mapping[str, NameMarks] = {}
    else:
        gone, near = frozenset(), near_marks_of(state, forgotten, mine)
    interviews = {
        key: _interview(one, forgotten, marks, near.get(key))
        for key, one in state.book.interviews.items()
        if key not in gone
    }
    changed = frozenset(key for key, one in interviews.items() if one != state.book.interviews[key])
    every = [marks, *near.values()]
    steps = {
        key: step
        for key, step in state.steps.items()
        if not (step.interviews.keys() & (gone | changed) or _names_it(step, forgotten, every))
    }
    book = replace(
        state.book,
        interviews=interviews,
        companies={
            name: _scrubbed(one, marks)
            for name, one in state.book.companies.items()
            if not (isinstance(forgotten, ForgottenCompany) and forgotten.is_it(name))
        },
    )
    about = {
        key: None for key, one in book.proposals.items() if _is_about(one, forgotten, gone, marks, state.book)
    }
    return Without(State(book.with_proposals(about), steps), gone, changed)


def near_marks_of(state: State, person: ForgottenPerson, mine: Sequence[str]) -> Mapping[str, NameMarks]:
    """By what they are found on each card of the companies that they were of."""
    there = [one for one in state.interviews if any(map(person.is_it, one.people))]
    companies = {fold_words(one.company) for one in there}
    cards = [one for one in state.book.interviews.values() if fold_words(one.company) in companies]
    marks = near_marks(person, [*cards, *there], mine)
    return {one.id: marks for one in cards} if marks else {}


def _interview(one: Interview, forgotten: Forgotten, marks: NameMarks, near: NameMarks | None) -> Interview:
    if isinstance(forgotten, ForgottenPerson):
        one = _without_person(one, forgotten)
    taken = _scrubbed(one, marks)
    return taken if near is None else _scrubbed(taken, near)


def _without_person(one: Interview, person: ForgottenPerson) -> Interview:
    ids = {known.id for known in one.people if person.is_it(known)}
    if not ids:
        return one
    interviewers = _others(one.interviewers, ids)
    alone = not interviewers and bool(one.interviewers)
    return replace(
        one,
        interviewers=interviewers,
        contacts=_others(one.contacts, ids),
        events=tuple(filter(None, (_event(event, ids, alone=alone) for event in one.events))),
        drafts=tuple(filter(None, (_draft(draft, ids, alone=alone) for draft in one.drafts))),
        conflicts=tuple(kept for kept in one.conflicts if not kept.field.startswith(_PEOPLE)),
        calendar=one.calendar and replace(one.calendar, invited=_uninvited(one.calendar.invited, person)),
    )


def _others(people: Iterable[Person], ids: set[str]) -> tuple[Person, ...]:
    return tuple(one for one in people if one.id not in ids)


def _uninvited(invited: Iterable[str], person: ForgottenPerson) -> tuple[str, ...]:
    known = {*map(fold, person.addresses)}
    return tuple(
        one
        for one in invited
        if fold(one.removeprefix("mailto:")) not in known and not person.is_it(Person(id="", name=one))
    )


def _event(event: AnyEvent, ids: set[str], *, alone: bool) -> AnyEvent | None:
    """It without the person; None where it is about them only. What happened otherwise stays.

    `alone`: nobody else held the interview; that thanks were sent has to stay then, lest they are owed anew.
    """
    of = {getattr(event, field, None) for field in ("to", "by")}
    if not of & ids:
        return event
    if isinstance(event, Thanked):
        return replace(event, to=None, text="") if alone else None
    if isinstance(event, ThanksSkipped):
        return replace(event, to=None, reason="") if alone else None
    if isinstance(event, Emailed):
        return replace(event, to=None, text="")
    return replace(event, **{field: None for field in ("to", "by") if getattr(event, field, None) in ids})


def _draft(draft: Draft, ids: set[str], *, alone: bool) -> Draft | None:
    """It without the person's own line; None where it is addressed to nobody else."""
    readers = {one.to for one in draft.handed_over}
    if (alone and draft.purpose == "thanks") or (readers and readers <= ids):
        return None
    lines = {to: line for to, line in draft.lines.items() if to not in ids}
    return replace(
        draft, lines=lines, handed_over=tuple(one for one in draft.handed_over if one.to not in ids)
    )


def _names_it(step: Step, forgotten: Forgotten, marks: Sequence[NameMarks]) -> bool:
    if isinstance(forgotten, ForgottenCompany) and any(
        forgotten.is_it(name) for name in (*step.companies, *(was.name for was in step.interviews.values()))
    ):
        return True
    return any(_named_in(step, one) for one in marks)


def _is_about(
    one: Proposal, forgotten: Forgotten, gone: frozenset[str], marks: NameMarks, book: Book
) -> bool:
    """Whether a proposal goes: it is of a card that goes, or names them anywhere."""
    if {*one.cards} & gone:
        return True
    if isinstance(forgotten, ForgottenPerson):
        people = [
            person
            for card, to in one.people.items()
            if card in book.interviews and (person := book.interviews[card].person(to)) is not None
        ]
        if any(map(forgotten.is_it, people)):
            return True
    if _named_in(one, marks):
        return True
    return one.meeting is not None and marks.in_calendar(one.meeting.text.encode())


def _scrubbed(record: _Kept, marks: NameMarks) -> _Kept:
    """A record with the marks taken out of its prose; the same one where there are none."""
    if not marks or not _named_in(record, marks):
        return record
    return msgspec.convert(_taken_out(document(record), "", marks), type(record))


def _named_in(record: Struct, marks: NameMarks) -> bool:
    """Whether a record has any of the marks in it, be it where they stay."""
    return _in_json(msgspec.json.encode(record), marks)


@lru_cache(maxsize=2**14)
def _in_json(data: bytes, marks: NameMarks) -> bool:
    # A record is mostly the same in all backups, and mostly does not know of them.
    text = data.decode().replace("\\n", " ").replace("\\t", " ").replace('\\"', '"')
    return marks.in_text(text)


def _taken_out(value: Any, field: str, marks: NameMarks) -> Any:
    if isinstance(value, str):
        if field in _FACTS:
            return value
        return ("" if marks.in_text(value) else value) if field in _REFERENCES else marks.without(value)
    if isinstance(value, dict):
        # The personal lines of a draft have people's ids for their names.
        return {
            key: _taken_out(one, "text" if field == "lines" else key, marks) for key, one in value.items()
        }
    return [_taken_out(one, field, marks) for one in value] if isinstance(value, list | tuple) else value
