"""A table's rows put on the board: new interviews, or more about those that are there. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from store import spans
from store.book import Book
from store.changes.arrivals import with_arrivals
from store.changes.joining import Settle, with_joined
from store.changes.moves import Refused, check_new
from store.changes.no_thanks import carried
from store.exchange.bundles import Bundle, refuse
from store.exchange.uniting import unite
from store.interview import AnyEvent, Interview, Promised, zone_of
from store.languages import listed
from store.people.reading import as_line
from store.rules.words import title_of
from store.tables.reading import Table, TableRow
from store.tables.row import same_words


def take_table(
    book: Book, table: Table, now: datetime, settle: Settle, *, replace_values: bool
) -> tuple[Book, list[str]]:
    """The book with a table's rows, and what to say of each one that made a difference.

    An interview of the same company, role, round and start is the same: what a row says of it beside is left
    and named where it differs, or taken with `replace_values`. `settle` says to which application a new one
    belongs. Raises BadFile.
    """
    said: list[str] = []
    for row in table.rows:
        here = _here(book, row.interview)
        if here is None:
            book = _added(book, table, row, now, settle)
            said.append(f"line {row.line}: {_told(row.interview)}")
            said += (f"line {row.line}: {sentence}" for sentence in row.said)
        else:
            book, sentences = _united(book, here, table, row, replace_values=replace_values)
            said += sentences
    return book, said


def _here(book: Book, wanted: Interview) -> Interview | None:
    """The same interview on the board; where several look alike the first: there is no need of one more."""
    if wanted.id in book.interviews:
        return book.interviews[wanted.id]
    alike = (
        one
        for one in book.interviews.values()
        if one.starts_at == wanted.starts_at and _words(one) == _words(wanted)
    )
    return next(alike, None)


def _words(one: Interview) -> tuple[str, ...]:
    return same_words(one.company, one.role, one.round)


def _added(book: Book, table: Table, row: TableRow, now: datetime, settle: Settle) -> Book:
    try:
        check_new(row.interview)
        joined = settle(row.interview, book)
        return carried(book, with_joined(book, joined, now), now)
    except Refused as why:
        refuse(table.source, f"line {row.line}", str(why).removesuffix("."))


def _united(
    book: Book, here: Interview, table: Table, row: TableRow, *, replace_values: bool
) -> tuple[Book, list[str]]:
    """What the row says beside is put to the interview that is there."""
    given: dict[str, Any] = {
        column: None for column in row.given if column not in ("interviewers", "callback_by")
    }
    events = tuple(event for event in row.interview.events if not _is_noted(here, event))
    given["events"] = [msgspec.to_builtins(event) for event in events]
    record = replace(row.interview, id=here.id, interviewers=(), contacts=(), events=events)
    bundle = Bundle(table.source, ((record, given),), (), {here.id: f"line {row.line}"})
    book, said = unite(book, bundle, replace_values=replace_values)
    arrived = with_arrivals(
        book.interviews[here.id],
        map(as_line, row.interview.interviewers),
        map(as_line, row.interview.contacts),
        replace_values=replace_values,
    )
    return book.with_interviews({here.id: arrived.interview}), [*said, *arrived.said]


def _is_noted(here: Interview, event: AnyEvent) -> bool:
    """Whether that promise has been noted already, under whatever id."""
    return isinstance(event, Promised) and any(
        isinstance(one, Promised) and one.callback_by == event.callback_by for one in here.events
    )


def _told(one: Interview) -> str:
    """A new interview in one line, as a dry run shows it."""
    words = f"{title_of(one)}: {spans.from_to(one.starts_at, one.ends_at, zone_of(one))} {one.zone}"
    if one.interviewers:
        words += f", with {listed([person.name for person in one.interviewers])}"
    for event in one.events:
        if isinstance(event, Promised):
            words += f"; they answer by {event.callback_by}"
    return f"{words}; added as {one.id}"
