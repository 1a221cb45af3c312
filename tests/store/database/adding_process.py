"""A process that adds interviews: `python -m tests.store.database.adding_process PATH PREFIX COUNT`."""

from __future__ import annotations

import sys
from pathlib import Path

from store.database.database import Database
from tests.making import END, made


def add(path: Path, prefix: str, count: int) -> None:
    database = Database(path)
    for number in range(count):
        one = made(id=f"{prefix}{number}")
        database.apply(lambda book, one=one: book.with_interviews({one.id: one}), END)  # type: ignore[misc]


if __name__ == "__main__":
    add(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
