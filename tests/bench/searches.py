"""Searches of any size to measure with, and long ones."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.interview import Emailed, Interview
from tests.making import made
from tests.terminal.board_home import database, seed


def search(count: int) -> list[Interview]:
    """Cards for all columns: an interview that ended an hour ago, one of yesterday, and so on."""
    now = datetime.now(UTC)
    ends = [now - timedelta(days=number % 40, hours=1) for number in range(count)]
    return [
        made(id=f"iv-{number}", company=f"Company {number:05d}", ends_at=at) for number, at in enumerate(ends)
    ]


def long_story(events: int) -> list[Interview]:
    """One card of that many events."""
    end = datetime.now(UTC) - timedelta(days=30)
    said = [Emailed(id="", at=end + timedelta(minutes=minute)) for minute in range(events)]
    return [made(*said, id="iv-0", company="Company 00000", ends_at=end)]


def lay(home: Path, cards: list[Interview]) -> None:
    """Have a database of these cards there and of nothing else: a change of all of another is no measure."""
    for path in home.glob(f"{database(home).name}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    seed(home, *cards)
