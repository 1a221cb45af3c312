"""Exchange files made in few words, and taking them in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from store.book import Book
from store.exchange import read_bundle, unite

SEARCH = (Path(__file__).parents[2] / "search.json").read_bytes()
Plain = dict[str, Any]


def taken(*files: bytes | Plain, book: Book | None = None, replace: bool = False) -> Book:
    """The book with files taken in."""
    return told(*files, book=book, replace=replace)[0]


def told(*files: bytes | Plain, book: Book | None = None, replace: bool = False) -> tuple[Book, list[str]]:
    """The book with files taken in, and what was said of them."""
    book, said = book or Book(), []
    for file in files:
        raw = file if isinstance(file, bytes) else json.dumps(file).encode()
        book, sentences = unite(book, read_bundle(raw, "search.json"), replace_values=replace)
        said += sentences
    return book, said


def file(*interviews: Plain, **more: Any) -> Plain:
    return {"format": "ringback", "version": 1, "interviews": list(interviews), **more}


def entry(**more: Any) -> Plain:
    """The least an interview needs, and more."""
    return {
        "id": "iv-1", "company": "Globex", "zone": "Europe/Berlin",
        "starts_at": "2026-11-18T13:00:00Z", "ends_at": "2026-11-18T14:00:00Z",
    } | more  # fmt: skip


PEOPLE = {"interviewers": [{"id": "p1", "name": "Ada Okafor"}], "contacts": [{"id": "c1", "name": "Sam"}]}


def event(kind: str = "heard", **more: Any) -> Plain:
    return {"id": "e1", "kind": kind, "at": "2026-11-18T15:00:00Z"} | more
