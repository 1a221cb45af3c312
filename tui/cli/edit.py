"""`ringback edit`: change an interview's facts."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Any, NamedTuple

from msgspec.structs import replace

from store import spans
from store.book import Book
from store.changes import moves
from store.changes.joining import with_joined
from store.changes.moves import FACTS
from store.finding import found_in, person_named
from store.interview import ASKS, MODES, MULTILINE, Interview, LooseEnd, Person
from store.people.addresses import BadAddress, typed_address
from store.people.notation import renamed, with_ids
from store.people.senders import is_machine
from tui.cli.asked import Belonging
from tui.cli.faults import Failed, UsageError, backwards, near
from tui.cli.mistakes import quoted_id
from tui.cli.output import say
from tui.cli.people import typed_name, typed_number, typed_people
from tui.cli.session import (
    CommandSession,
    choice,
    tell_doubts,
    tell_notes,
    tell_standing,
    typed_country,
    typed_language,
)

_ASSIGNMENT = re.compile(r"(?:([^=.+]+)\.)?(\w+)(\+=|-=|=)(.*)", re.DOTALL)
_ALIASES = {"start": "starts_at", "end": "ends_at", "with": "interviewers", "contact": "contacts"}
_LISTS = ("topics", "loose_ends", "questions")
_ADDS = ("interviewers", "contacts")
_OF_PERSON = ("name", "title", "email", "phone", "whatsapp", "called", "ask", "notes")
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0", "")


class Assignment(NamedTuple):
    """One `field=value`: the person it is about, if any, the field, the sign and the text."""

    person: str | None
    field: str
    sign: str
    text: str


def run_edit(args: argparse.Namespace, session: CommandSession) -> None:
    """Change the facts and say where the card now stands."""
    words = [*takewhile(lambda text: "=" not in text, args.fields)]
    if 0 < len(words) < len(args.fields):
        raise UsageError(quoted_id([args.id, *words], args.fields[len(words) :], "edit"))
    assignments = [_assignment(text) for text in args.fields]
    if args.language is not None:
        assignments.append(Assignment(None, "language", "=", args.language))
    if not assignments and args.opportunity is None and not args.alone:
        raise UsageError("What is to be changed? Give field=value, as in round=Panel.")
    service = session.open()
    before = service.named(args.id)
    editing = _Editing(before, session, args.zone)
    _refuse_twice(assignments)
    # Times are read in the language that is given, and a bare time for the end goes by the start, wherever
    # these stand among the words.
    order = ("language", "starts_at", "ends_at")
    for one in sorted(assignments, key=lambda one: order.index(one.field) if one.field in order else -1):
        editing.take(one)
    changes = editing.changes()
    starts, ends = editing.values["starts_at"], editing.values["ends_at"]
    if ends < starts:
        raise Failed(backwards(starts, ends, editing.office.zone))
    move = moves.edit(changes, now=session.now)
    belonging = Belonging.of(args, session)

    def change(book: Book) -> Book:
        here = found_in(book, before.id)
        return with_joined(book, belonging.settle(move(here), book, here), session.now)

    service.do(f"edited {before.company}", change)
    for remark in editing.remarks:
        say(remark)
    tell_standing(service, before.id)
    tell_doubts(one for one in service.interview(before.id).people if one not in before.people)
    tell_notes(service)


def _assignment(text: str) -> Assignment:
    """Raises UsageError for what is no assignment, or one to a field that cannot be edited."""
    found = _ASSIGNMENT.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} is not of the form field=value, as in round=Panel.")
    person, name, sign, value = found.groups()
    field = _ALIASES.get(name, name) if person is None else name
    known = list(_OF_PERSON if person is not None else (*FACTS, *_ALIASES))
    if field not in known:
        raise UsageError(f"There is no field {name!r} to edit; {near(name, known)}")
    if sign != "=" and (person is not None or field not in (*_LISTS, *_ADDS)):
        raise UsageError(f"{name} is no list, so {sign} does not go with it; use =.")
    return Assignment(person, field, sign, value)


def _there(items: Iterable[str]) -> str:
    known = [*items]
    return f"there are {'; '.join(known)}." if known else "it has none."


def _refuse_twice(assignments: Sequence[Assignment]) -> None:
    """Raises UsageError where one fact is given two values; lists may be added to any number of times."""
    seen: set[tuple[str | None, str]] = set()
    for one in assignments:
        if one.person is None and one.field in (*_LISTS, *_ADDS):
            continue
        if (one.person, one.field) in seen:
            raise UsageError(f"{one.field} is given twice; give it once.")
        seen.add((one.person, one.field))


class _Editing:
    """The facts as they come to be, one assignment after the other."""

    def __init__(self, before: Interview, session: CommandSession, zone: str | None) -> None:
        self.before = before
        self.session = session
        self.office = session.office_of(before, zone)
        self.values: dict[str, Any] = {field: getattr(before, field) for field in FACTS}
        self.remarks: list[str] = []
        """What is to be said once all of it is written."""
        self._ends_typed = False
        """Whether an end was given; without one it lasts as long as before."""
        self._end_said: datetime | None = None
        """The end that was said with the start."""

    def changes(self) -> dict[str, tuple[Any, Any]]:
        """What differs, as `store.changes.moves.edit` wants it: the value seen and the value wanted."""
        seen = {field: getattr(self.before, field) for field in FACTS}
        if self._end_said is not None:
            if self._ends_typed and self.values["ends_at"] != self._end_said:
                until = spans.clock_time(self._end_said, self.office.zone)
                raise UsageError(
                    f"start says that it ends at {until}, and end something else; leave one out."
                )
            self.values["ends_at"], self._ends_typed = self._end_said, True
        if self.values["starts_at"] != seen["starts_at"] and not self._ends_typed:
            length = self.before.ends_at - self.before.starts_at
            self.values["ends_at"] = self.values["starts_at"] + length
        return {field: (seen[field], value) for field, value in self.values.items() if value != seen[field]}

    def take(self, one: Assignment) -> None:
        """Apply one assignment."""
        self._ends_typed |= one.field == "ends_at" and one.person is None
        if one.person is not None:
            self._person(one)
        elif one.field in _ADDS:
            self._people(one)
        elif one.field in _LISTS:
            self._list(one)
        else:
            self.values[one.field] = self._fact(one.field, one.text)

    def _fact(self, field: str, text: str) -> str | datetime | None:
        if field == "starts_at":
            start, self._end_said = self.session.times.span(text, self.office, self.values["language"])
            return start
        if field == "ends_at":
            return self.session.times.end(
                text, self.values["starts_at"], self.office, self.values["language"]
            )
        if field == "mode":
            return choice(text, field, MODES)
        if field == "zone":
            return self.session.times.typed_zone(text)
        if field == "country":
            return typed_country(text)
        if field == "language":
            return typed_language(text)
        value = self.session.typed(text, field, lines=field in MULTILINE)
        if field == "company" and not value:
            raise UsageError("The company cannot be blank.")
        return value or None if field == "opportunity" else value

    def _list(self, one: Assignment) -> None:
        texts = [self.session.typed(part, one.field) for part in one.text.split(";")]
        given = [text for text in texts if text]
        before = {item.text if isinstance(item, LooseEnd) else item: item for item in self.values[one.field]}
        make: Callable[[str], Any] = (lambda text: LooseEnd(text=text)) if one.field == "loose_ends" else str
        if one.sign == "-=":
            for text in given:
                if before.pop(text, None) is None:
                    raise Failed(f"{text!r} is not among the {one.field}; {_there(before)}")
            self.values[one.field] = tuple(before.values())
            return
        kept = list(before) if one.sign == "+=" else []
        self.values[one.field] = tuple(
            before.get(text) or make(text) for text in dict.fromkeys((*kept, *given))
        )

    def _people(self, one: Assignment) -> None:
        """Both `=` and `+=` add somebody; `-=` takes away the one with that id."""
        if one.sign == "-=":
            gone = self._person_named(one.text, one.field)
            self.values[one.field] = tuple(who for who in self.values[one.field] if who.id != gone)
            return
        so_far = replace(
            self.before, interviewers=self.values["interviewers"], contacts=self.values["contacts"]
        )
        option = "contact" if one.field == "contacts" else "with"
        read = typed_people(
            [one.text], f"{option}=", self.values["company"], self.session,
            beside=so_far.people, as_contacts=option == "contact",
        )  # fmt: skip
        added = with_ids(read.everyone, so_far)
        self.values["interviewers"] = (*self.values["interviewers"], *added[: len(read.people)])
        self.values["contacts"] = (*self.values["contacts"], *added[len(read.people) :])

    def _person_named(self, typed: str, *fields: str) -> str:
        """The id of who is meant, among those in these fields."""
        people = [who for field in fields for who in self.values[field]]
        return person_named(people, typed, of=self.before).id

    def _person(self, one: Assignment) -> None:
        assert one.person is not None
        meant = self._person_named(one.person, *_ADDS)
        change = self._of_person_changed(one)
        for field in _ADDS:
            self.values[field] = tuple(change(who) if who.id == meant else who for who in self.values[field])

    def _of_person_changed(self, one: Assignment) -> Callable[[Person], Person]:
        if one.field == "name" and one.text.strip():
            read = typed_name(one.text, self.values["company"], self.session)
            return lambda who: _with_title(renamed(who, read.name), read.title)
        value = self._of_person(one.field, one.text)
        return lambda who: replace(who, **{one.field: value})

    def _of_person(self, field: str, text: str) -> str | bool | None:
        if field == "whatsapp":
            word = text.strip().casefold()
            if word not in (*_YES, *_NO):
                raise UsageError(f"whatsapp cannot be {text.strip()[:40]!r}; it takes yes or no.")
            return word in _YES
        if field == "ask":
            return choice(text, field, ASKS) if text.strip() else None
        value = self.session.typed(text, field, lines=field in MULTILINE)
        if field == "phone":
            return typed_number(value, self.session) if value else None
        if field != "email":
            return value
        try:
            address = typed_address(value) if value else None
        except BadAddress as why:
            raise UsageError(str(why)) from None
        if address is not None and is_machine(address):
            self.remarks.append(
                f"{address} looks like the address of an office or a machine, not of one person: "
                "check that they read it."
            )
        return address


def _with_title(person: Person, title: str) -> Person:
    """The person with what stood beside their name added to the title."""
    titles = dict.fromkeys(filter(None, (person.title, title)))
    changed: Person = replace(person, title=", ".join(titles))
    return changed
