"""What is to be done where something was assumed: a command's option, or what the board has for it. Pure.

Sentences are made with the option; `on_board` puts the board's way in its place.
"""

from __future__ import annotations

from typing import NamedTuple


class WayOut(NamedTuple):
    """Part of a sentence: as it is said of a command, and as it is said on the board."""

    command: str
    board: str


OTHER_USER = WayOut(
    "name your own address with --me", "name your own address as email under [me] in the settings"
)
OTHER_COMPANY = WayOut("say so with --company", "change it on the card")
OTHER_DATE = WayOut("--date takes another", "for another, change the start on the card")
OTHER_ZONE = WayOut("--zone names theirs", "the card's time zone can be changed")
REPLACE = WayOut(" (--replace takes the file's)", "")
_ALL = (OTHER_USER, OTHER_COMPANY, OTHER_DATE, OTHER_ZONE, REPLACE)


def on_board(sentence: str) -> str:
    """The sentence without what only the command line has."""
    for way in _ALL:
        sentence = sentence.replace(way.command, way.board)
    return sentence
