"""What the board costs, in a terminal, by its own processor time."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from store.interview import Draft, Interview
from tests.bench.programs import Cost, Program, module, running
from tests.bench.searches import long_story, search
from tests.terminal.board_home import command, environment, seed

KEYS = 20
"""Cursor keys pressed in each run."""
MINUTE = 60.0
PARAGRAPH = (
    "Thank you for the hour on Tuesday and for the tour of the second floor. What you told me about the "
    "nightly imports, and why they are late on Mondays, has stayed with me: at my last place we had the "
    "same, and a queue for each source was the end of it. I should like to work on this with you."
)
"""Fifty-odd words of a letter."""


class Started(NamedTuple):
    """A board from its start to its end."""

    first: Cost
    key: Cost
    change: Cost
    memory: float


class Place(NamedTuple):
    """Something that a key opens and `esc` leaves."""

    name: str
    keys: tuple[str, ...]
    shows: str


PLACES = (
    Place("editor", ("d",), "Subject"),
    Place("form", ("a",), "Company"),
    Place("call sheet", ("c",), "Number"),
    Place("palette", ("ctrl+p",), "type what"),
    Place("help", ("?",), "Here and now"),
)


def hello(home: Path) -> Started:
    """The framework's floor."""
    with running(module("tests.bench.hello"), environment(home), "READY") as program:
        return _measured(program)


def line_board(home: Path, cards: int = 300) -> Started:
    """A bare board on the line API."""
    with running(module("tests.bench.line_board", str(cards)), environment(home), "READY") as program:
        return _measured(program)


def start(home: Path, cards: int) -> Started:
    """Ringback with that many cards; a change is a step taken back, or made again."""
    with _board(home, *search(cards)) as program:
        found = _measured(program)
        program.cost_of("x", until="do not send a thank-you")
        program.cost_of("g")
        program.cost_of("ctrl+d", until="▌", calm=1.0)
        change = program.cost_of("u", "ctrl+r", calm=0.6).each(2)
        return found._replace(change=change)


def writing(home: Path, words: int) -> Cost:
    """A letter typed in the middle of a text of so many words, with the checks behind it."""
    text = "\n\n".join(["Dear Ada,", *[PARAGRAPH] * (words // len(PARAGRAPH.split()))])
    card = search(1)[0]
    with _board(home, _with_draft(card, text)) as program:
        program.cost_of("d", until="Subject", calm=1.0)
        program.cost_of(*["down"] * 4)
        letters = program.cost_of(*"letters typed one by one").each(24)
        program.cost_of("escape", calm=0.4)
        return letters


def opening(home: Path, place: Place) -> tuple[Cost, Cost]:
    """To open it for the first time, and then again."""
    with _board(home, *search(300)) as program:
        program.cost_of("j")
        first = program.cost_of(*place.keys, until=place.shows, calm=0.4)
        again = []
        for _ in range(3):
            program.cost_of("escape", calm=0.4)
            again.append(program.cost_of(*place.keys, until=place.shows, calm=0.4))
        program.cost_of("escape", calm=0.4)
        return first, min(again)


def idle_minute(home: Path) -> tuple[Cost, int]:
    """A thousand cards that nobody looks at, once the clock has been looked at for the first time."""
    with _board(home, *search(1000)) as program:
        program.idle(35)
        return program.idle(MINUTE)


def long_card(home: Path) -> Cost:
    """To open the page of a card to which a great deal has happened."""
    with _board(home, *long_story(5000)) as program:
        return program.cost_of("\r", calm=2.0)


def _measured(program: Program) -> Started:
    first = program.so_far()
    program.cost_of("j")
    key = program.cost_of(*["j"] * KEYS).each(KEYS)
    return Started(first, key, Cost(0, 0), program.memory())


def _board(home: Path, *cards: Interview) -> AbstractContextManager[Program]:
    seed(home, *cards)
    return running(command(home), environment(home), "Company 0")


def _with_draft(card: Interview, text: str) -> Interview:
    return replace(card, drafts=(Draft(id="d1", subject="Thank you", body=text),))
