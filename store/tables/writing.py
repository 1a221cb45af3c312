"""A book as a table that spreadsheets open and `read_table` reads. What else a book holds is not in it."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from store.book import Book
from store.interview import Interview, Promised, zone_of
from store.people.notation import person_line
from store.tables.columns import COLUMNS, Column, guarded
from store.validation import acceptable_book


def write_table(book: Book) -> bytes:
    """A header and a row for each interview in the order of their starts, in UTF-8, lines ending in CRLF.

    Times carry their offset, in the interview's own zone; of several promises the last one stands. No cell
    begins as a formula does.
    """
    book, _ = acceptable_book(book)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in sorted(book.interviews.values(), key=lambda one: (one.starts_at, one.id)):
        cells = _cells(one)
        writer.writerow(guarded(cells[column]) for column in COLUMNS)
    return text.getvalue().encode("utf-8")


def _cells(one: Interview) -> dict[Column, str]:
    zone = zone_of(one)
    promises = [event for event in one.events if isinstance(event, Promised)]
    return {
        "company": one.company,
        "role": one.role,
        "round": one.round,
        "mode": one.mode,
        "zone": one.zone,
        "starts_at": _written(one.starts_at.astimezone(zone)),
        "ends_at": _written(one.ends_at.astimezone(zone)),
        "location": one.location,
        "link": one.link,
        "notes": one.notes,
        # On lines of their own a number alone would be taken for that of the one before.
        "interviewers": "; ".join(map(person_line, one.interviewers)),
        "callback_by": max(promises, key=lambda event: event.at).callback_by if promises else "",
    }


def _written(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="seconds" if at.second else "minutes")
