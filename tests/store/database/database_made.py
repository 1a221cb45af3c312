"""A database of a test, its first interviews, and a file of it written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from store.book import document
from store.database.database import Database
from store.database.format import SCHEMA
from tests.making import ADA, BEN, END, made

ROOT = Path(__file__).parents[3]
ONE, TWO = made(id="iv-1"), made(id="iv-2", company="Acme", interviewers=(ADA, BEN))


def opened(path: Path) -> Database:
    return Database(path)


def put(database: Database, *records: Any) -> None:
    database.apply(lambda book: book.with_interviews({one.id: one for one in records}), END)


def whole(**changes: Any) -> bytes:
    tables = {
        "meta": {"ringback": {"schema": SCHEMA}},
        "interviews": {"iv-1": document(ONE)},
        "companies": {},
    }
    return json.dumps(tables | changes).encode()
