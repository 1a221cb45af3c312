"""The board as it is installed, with one card on it: Ada of Globex is to be thanked."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.database.database import Database
from store.database.storage import SafeStorage
from store.interview import Draft
from tests.making import made
from tests.pads import pad_texts
from tests.terminal.terminal import Terminal

TEXT = "Zqx jvk"
"""What is typed: nothing that a template says."""


def database(home: Path) -> Path:
    return home / "ringback.json"


def seed(home: Path) -> None:
    """Put the card into the database; its interview ended an hour ago."""
    now = datetime.now(UTC)
    card = made(id="iv-1", ends_at=now - timedelta(hours=1))
    Database(database(home)).apply(lambda book: book.with_interviews({card.id: card}), now)


def drafts(home: Path) -> tuple[Draft, ...]:
    """The card's drafts in the database."""
    return SafeStorage(database(home)).load().interviews["iv-1"].drafts


def texts(home: Path) -> str:
    """Every text on the disk: in the database, and where it lies while it is being typed."""
    return "\n".join([pad_texts(database(home), "json"), *(draft.body for draft in drafts(home))])


def environment(home: Path) -> dict[str, str]:
    xdg = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {"HOME": str(home), "TZ": "Europe/Berlin", **xdg}


def command(home: Path) -> list[str]:
    return [sys.executable, "-m", "tui", "--db", str(database(home))]


def started(home: Path, *, cols: int = 80, nohup: bool = False) -> Terminal:
    return Terminal(command(home), env=environment(home), cwd=home, cols=cols, nohup=nohup)


def begin(terminal: Terminal) -> None:
    """Open the editor on the card and type the text."""
    terminal.wait_for("? help")
    terminal.wait_for("Globex")
    terminal.press("d")
    terminal.wait_for("Thanks · Globex")
    terminal.send(TEXT)
    terminal.wait_for(TEXT)
