"""Databases of every sort, as someone may have typed them."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from hypothesis import strategies as st
from msgspec.structs import replace

from store.book import Book
from store.database.format import SCHEMA, Tables
from store.interview import (
    MODES,
    CalendarEntry,
    Company,
    Conflict,
    Draft,
    HandOver,
    Interview,
    LooseEnd,
    Person,
    Purpose,
    Version,
)
from store.text import clean
from tests.store.rules.generated import asks, ends, interviews

typed = st.text(max_size=12)
line = typed.map(clean)
lines = typed.map(lambda text: clean(text, lines=True))
name = line.map(lambda text: text.strip() or "Globex")
moments = ends


calendars = st.builds(CalendarEntry, uid=line, sequence=st.integers(0, 9), stamp=st.none() | moments)


def handed_over(people: tuple[Person, ...]) -> st.SearchStrategy[HandOver]:
    """That a text went out; not always to someone."""
    to = st.sampled_from([None, *(one.id for one in people)])
    return st.builds(HandOver, to=to, at=moments, way=line, message_id=line)


@st.composite
def drafts(draw: st.DrawFn, number: int, people: tuple[Person, ...]) -> Draft:
    to = st.sampled_from([one.id for one in people])
    return Draft(
        id=f"d{number}",
        purpose=draw(st.sampled_from(get_args(Purpose))),
        channel=draw(st.sampled_from(["email", "sms", "letter"])),
        subject=draw(line),
        body=draw(lines),
        lines=draw(st.dictionaries(to, line, max_size=2)),
        template=draw(st.none() | line),
        dismissed=tuple(draw(st.lists(line, max_size=2))),
        updated_at=draw(st.none() | moments),
        handed_over=tuple(draw(st.lists(handed_over(people), max_size=2))),
        versions=tuple(draw(st.lists(st.builds(Version, at=moments, body=lines), max_size=1))),
    )


@st.composite
def filled(draw: st.DrawFn, identity: str) -> Interview:
    """An interview with every field filled by something."""
    one = draw(interviews())
    return replace(
        one,
        id=identity,
        company=draw(name),
        role=draw(line),
        mode=draw(st.sampled_from(MODES)),
        opportunity=draw(st.none() | line),
        link=draw(line),
        notes=draw(lines),
        topics=tuple(draw(st.lists(line, max_size=2))),
        loose_ends=tuple(draw(st.lists(st.builds(LooseEnd, text=lines), max_size=2))),
        questions=tuple(draw(st.lists(line, max_size=2))),
        drafts=tuple(draw(drafts(n, one.people)) for n in range(draw(st.integers(0, 2)))),
        conflicts=tuple(draw(st.lists(st.builds(Conflict, field=line, value=line, at=moments), max_size=1))),
        country=draw(st.sampled_from([None, "DE", "DE-BY", "GB"])),
        language=draw(st.sampled_from([None, "de", "en"])),
        contacts=tuple(replace(one, called=draw(line), ask=draw(asks)) for one in one.contacts),
        calendar=draw(st.none() | calendars),
    )


@st.composite
def books(draw: st.DrawFn) -> Book:
    ids = draw(st.lists(line.filter(str.strip), max_size=3, unique=True))
    companies = draw(st.lists(st.builds(Company, name=name, notes=lines), max_size=2))
    return Book({one: draw(filled(one)) for one in ids}, {one.name: one for one in companies})


SPOILT = (
    "\x1b[2J",
    "\x9b2J",
    "\u202e",
    "\x00",
    "\r",
    "\n",
    "\t",
    "\U000e0041",
    "x" * 20_001,
    " ",
    "p1",
    "p2",
)
"""What a hand that edits a database may put in the place of any text."""


@st.composite
def spoilt(draw: st.DrawFn, book: Book) -> Tables:
    """The tables of a book, with some texts and ids in them spoilt, and entries there twice."""
    tables: Tables = {"meta": {"ringback": {"schema": SCHEMA}}}
    for name, records in (("interviews", book.interviews), ("companies", book.companies)):
        tables[name] = {key: msgspec.json.decode(msgspec.json.encode(one)) for key, one in records.items()}
    for one in tables["interviews"].values():
        for _ in range(draw(st.integers(0, 3))):
            _spoil(draw, one)
    return tables


def _spoil(draw: st.DrawFn, one: dict[str, Any]) -> None:
    field = draw(
        st.sampled_from(
            ("role", "notes", "topics", "interviewers", "contacts", "events", "drafts", "to", "company")
        )
    )
    text = draw(st.sampled_from(SPOILT))
    if field == "topics":
        one[field] = [*one[field], text]
    elif field == "to":
        one["events"] = [{**event, "to": text} if "to" in event else event for event in one["events"]]
    elif field in ("interviewers", "contacts", "events", "drafts"):
        entries = one[field]
        if entries:
            one[field] = [*entries, {**entries[0], **({"name": text} if "name" in entries[0] else {})}]
    elif field != "company" or text.strip():
        one[field] += text
