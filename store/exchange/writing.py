"""Writing the exchange format: the same book always gives the same bytes."""

from __future__ import annotations

from typing import Any

import msgspec

from store.book import Book
from store.interview import Interview

FORMAT, VERSION = "ringback", 1
KEPT_HERE = {"sequence": "interviews", "versions": "drafts"}
"""Fields that stay in the database: the invitation's number, and older texts of a draft."""


def write_bundle(book: Book) -> bytes:
    """Everything, in the order of the interviews' starts; ends in a line break."""
    interviews = sorted(book.interviews.values(), key=lambda one: (one.starts_at, one.id))
    companies = sorted(book.companies.values(), key=lambda one: (one.name.casefold(), one.name))
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "companies": [msgspec.to_builtins(one) for one in companies],
        "interviews": [_exported(one) for one in interviews],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _exported(interview: Interview) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(interview)
    del plain["sequence"]
    known = {person.id for person in interview.people}
    for draft in plain["drafts"]:
        del draft["versions"]
        # A line may have been written for someone since taken out of the interview; no file may hold one.
        draft["lines"] = {to: line for to, line in draft["lines"].items() if to in known}
    return plain
