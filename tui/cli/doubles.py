"""What a command says of interviews that seem to be noted twice."""

from __future__ import annotations

from collections.abc import Iterable

from store.rules.doubles import Double
from tui.cli.output import say
from tui.cli.session import CommandSession

_TOLD = 5
"""Doubles that are named; a file taken in under new ids may be one double in all."""


def tell_doubles(doubles: Iterable[Double], session: CommandSession) -> None:
    """Say which of the interviews that are new seem to be on the board already."""
    from shlex import quote

    from tui.words.rounds import double_words

    found = [*doubles]
    for one in found[:_TOLD]:
        way_back = f"`ringback rm {quote(one.new.id)}` takes the new one off again"
        say(f"{double_words(one, session.zone)}; {way_back}.")
    if len(found) > _TOLD:
        say(f"And {len(found) - _TOLD} more of the new ones seem to be on the board already.")
