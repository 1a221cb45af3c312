"""What it costs to save a change, beside an update of TinyDB's own: processor time, in this process."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from tinydb import TinyDB, where
from tinydb.table import Table

from store.book import Book
from store.database.database import Database
from tests.bench.searches import search
from tests.terminal.board_home import database, seed

TIMES = 12
"""How often each is done; the least counts."""


class _Interviews(Table):
    document_id_class = str  # type: ignore[assignment]


def saving(home: Path, cards: int) -> float:
    """A change that is on the disk for good, as a ratio to TinyDB's update of one document by its id."""
    seed(home, *search(cards))
    plain = home / "plain.json"
    plain.write_bytes(database(home).read_bytes())
    ours, now = Database(database(home)), datetime.now(UTC)

    def change(number: int) -> None:
        def renamed(book: Book) -> Book:
            return book.with_interviews({"iv-7": replace(book.interviews["iv-7"], round=f"Round {number}")})

        ours.apply(renamed, now)

    with TinyDB(plain) as theirs:
        interviews = _Interviews(theirs.storage, "interviews")
        update = _least(lambda number: interviews.update({"round": f"Round {number}"}, where("id") == "iv-7"))
    return _least(change) / update


def _least(deed: Callable[[int], object]) -> float:
    taken = []
    for number in range(TIMES):
        before = time.process_time()
        deed(number)
        taken.append(time.process_time() - before)
    return min(taken)
