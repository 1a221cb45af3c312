"""What a command says of interviews that seem to be noted twice."""

from __future__ import annotations

from store.book import Book
from store.rules.doubles import doubles
from tui.cli.output import say
from tui.cli.session import CommandSession

_TOLD = 5
"""Doubles that are named; a file taken in under new ids may be one double in all."""


def tell_doubles(before: Book, after: Book, session: CommandSession) -> None:
    """Say which of the interviews that are new in `after` seem to be on the board already."""
    from tui.words.rounds import double_words

    found = [*doubles(before.interviews, after.interviews)]
    for one in found[:_TOLD]:
        say(f"{double_words(one, session.zone)}; `ringback rm {one.new.id}` takes the new one off again.")
    if len(found) > _TOLD:
        say(f"And {len(found) - _TOLD} more of the new ones seem to be on the board already.")
