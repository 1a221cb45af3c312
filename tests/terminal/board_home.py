"""A home of its own for a board that runs as a process: its database, its environment, its command."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from store.book import Book
from store.database.database import Database
from store.database.storage import SafeStorage
from store.interview import Interview
from tests.making import made
from tests.pads import pad_texts

TEXT = "Zqx jvk"


def database(home: Path) -> Path:
    return home / "ringback.json"


def seed(home: Path, *cards: Interview) -> None:
    Database(database(home)).apply(lambda _: Book({one.id: one for one in cards}, {}), datetime.now(UTC))


def owed(**facts: Any) -> Interview:
    """An interview of an hour ago; Ada is to be thanked."""
    return made(**{"id": "iv-1", "ends_at": datetime.now(UTC) - timedelta(hours=1)} | facts)


def stored(home: Path) -> dict[str, Interview]:
    return dict(SafeStorage(database(home)).load().interviews)


def environment(home: Path) -> dict[str, str]:
    for name in ("tmp", "home"):
        (home / name).mkdir(exist_ok=True)
    xdg = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {"HOME": str(home / "home"), "TMPDIR": str(home / "tmp"), "TZ": "Europe/Berlin", **xdg}


def command(home: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "tui", "--db", str(database(home)), *arguments]


def texts(home: Path) -> str:
    """Every text on the disk: in the database, and where it lies while it is being typed."""
    pads = pad_texts(database(home), "json")
    return "\n".join([pads, *(draft.body for one in stored(home).values() for draft in one.drafts)])
