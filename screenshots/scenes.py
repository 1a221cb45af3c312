"""What the pictures show: the same sample search at the same minute, seen in many ways."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
"""A Thursday, 18:04 in Berlin."""
ZONE = ZoneInfo("Europe/Berlin")


class Scene(NamedTuple):
    """One picture."""

    name: str
    """The file's name without its ending."""
    words: str
    """What is to be seen, for those who cannot see it."""
    size: tuple[int, int]
    """Columns and rows of the terminal."""
    keys: tuple[str, ...] = ()
    """What is pressed, by the framework's names; see `typed`."""
    until: str = "NEXT"
    """Stands on the screen when there is something to take a picture of, in capitals or not."""
    theme: str = ""
    ascii: bool = False
    sixteen: bool = False
    """In no more colours than the oldest terminals have."""


def typed(text: str) -> tuple[str, ...]:
    """The keys that write a text."""
    names = {" ": "space", ":": "colon", "-": "minus", ",": "comma", ".": "full_stop"}
    return tuple(names.get(letter, letter) for letter in text)


SCENES: tuple[Scene, ...] = (
    Scene(
        "wide",
        "The board with the editor beside it, 160 columns wide",
        (160, 45),
        ("1", "j", "j", "d"),
        "F4 inserts",
    ),
    Scene("board", "The board, 120 columns wide", (120, 36)),
    Scene("small", "The board in a terminal of 80 columns and 24 rows", (80, 24), until="thank"),
    Scene("narrow", "The board in a terminal of 40 columns and 20 rows", (40, 20), until="thank"),
    Scene("editor", "Writing a thank-you below the columns", (120, 36), ("1", "d"), "F4 inserts"),
    Scene("card", "The whole card with its history", (120, 36), ("1", "j", "j", "enter"), "earlier rounds"),
    Scene(
        "call", "The call: the number, what they promised, what to say", (120, 36), ("3", "c"), "what to say"
    ),
    Scene(
        "help",
        "What can be done here and now, and all keys",
        (120, 52),
        ("question_mark",),
        "about the board",
    ),
    Scene(
        "add",
        "Adding an interview: what is typed as a time is read back at once",
        (120, 36),
        (
            "a",
            *typed("Globex"),
            "tab",
            *typed("fri 14:00"),
        ),
        "in 19 hours",
    ),
    Scene("light", "The board on a light ground", (120, 36), theme="ringback-light"),
    Scene("sixteen", "The board in sixteen colours", (120, 36), theme="ringback-dark-16", sixteen=True),
    Scene("ansi", "The board in the terminal's own colours", (120, 36), theme="ansi-dark", sixteen=True),
    Scene("ascii", "The board in plain ASCII", (120, 36), ascii=True),
)
