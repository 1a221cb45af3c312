"""What the board costs, in a terminal, by its own processor time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from store.book import Book
from store.database.database import Database
from store.interview import Draft, Interview
from tests.bench.programs import Cost, Program, module, running
from tests.bench.searches import lay, long_story, search
from tests.terminal.board_home import command, database, environment

KEYS = 20
"""Cursor keys pressed in each run."""
WARM = 8.0
"""Seconds that a board is left alone before something is opened for the first time."""
MINUTE = 60.0
FIRST_CARD = "Company 0"
HEADING = b"CALL NOW"
"""Written once with each full frame."""
PARAGRAPH = (
    "Thank you for the hour on Tuesday and for the tour of the second floor. What you told me about the "
    "nightly imports, and why they are late on Mondays, has stayed with me: at my last place we had the "
    "same, and a queue for each source was the end of it. I should like to work on this with you."
)
"""Fifty-odd words of a letter."""
TYPED = "letters typed one by one into the middle"


class Started(NamedTuple):
    """A program from its start to its end."""

    painted: Cost
    """Until it first showed something of use."""
    settled: Cost
    """Until it rested after its first frame, and takes keys."""
    frames: int
    keys: Sequence[Cost]
    memory: float
    exit: float


class Idle(NamedTuple):
    """A board that has been left alone."""

    minute: Cost
    woken: int
    memory: float


class Place(NamedTuple):
    """Something that a key opens and `esc` leaves."""

    name: str
    key: str
    shows: str


PLACES = (
    Place("editor", "d", "Subject"),
    Place("form", "a", "Add an interview"),
    Place("call sheet", "c", "WHAT TO SAY"),
    Place("palette", "\x10", "type what"),
    Place("help", "?", "Here and now"),
)


def hello(home: Path) -> Started:
    """The framework's floor."""
    with running(module("tests.bench.hello"), environment(home), "READY") as program:
        return _measured(program, "READY", keys=0)


def line_board(home: Path, cards: int = 300) -> Started:
    """A bare board on the line API."""
    with running(module("tests.bench.line_board", str(cards)), environment(home), "READY") as program:
        return _measured(program, "READY")


def start(home: Path, cards: int) -> Started:
    """Ringback with that many cards."""
    with board(home, search(cards)) as program:
        return _measured(program, FIRST_CARD)


def changing(home: Path, cards: int) -> tuple[Sequence[Cost], Sequence[Cost]]:
    """Cursor keys, and changes: a step taken back, and made again."""
    with board(home, search(cards)) as program:
        keys = cursor_keys(program)
        program.press("x", until="do not send a thank-you")
        program.press("g", calm=0.6)
        program.press("\x04", until="▌", calm=1.0)
        changes = [program.press(key, calm=0.4) for key in ("u", "\x12") * 3]
        program.leave()
        return keys, changes


def writing(home: Path, words: int) -> Sequence[Cost]:
    """Letters typed in the middle of a text of so many words, with the checks behind it."""
    text = "\n\n".join(["Dear Ada,", *[PARAGRAPH] * (words // len(PARAGRAPH.split()))])
    card = replace(search(1)[0], drafts=(Draft(id="d1", subject="Thank you", body=text),))
    with board(home, [card]) as program:
        program.press("d", until="Subject", calm=1.0)
        for _ in range(4):
            program.press("down")
        letters = [program.press(letter) for letter in TYPED]
        program.press("escape", calm=0.4)
        program.leave()
        return letters


def opening(home: Path, place: Place) -> tuple[Cost, Cost]:
    """To open it for the first time, and then again."""
    with board(home, search(300)) as program:
        program.press("j")
        program.idle(WARM)
        first, *again = [_opened_and_left(program, place) for _ in range(4)]
        program.leave()
        return first, min(again)


def idle_minute(home: Path) -> Idle:
    """A thousand cards that nobody looks at, once all is done that waits for a pause."""
    with board(home, search(1000)) as program:
        program.idle(35)
        cost, woken = program.idle(MINUTE)
        found = Idle(cost, woken, program.memory())
        program.leave()
        return found


def watching(home: Path) -> Iterator[float]:
    """Seconds from another process's beginning to save until the board shows what it did, some times."""
    with board(home, search(300)) as program:
        program.idle(1)
        other = Database(database(home))
        for number in range(20):
            name, begun = f"Newname {number:02d}", time.monotonic()
            other.apply(partial(_renamed, name=name), datetime.now(UTC))
            program.terminal.wait_for(name)
            yield program.reads[-1].at - begun
            program.rest(0.3)
        program.leave()


def long_card(home: Path) -> Iterator[tuple[str, Cost]]:
    """To open the page of a card to which a great deal has happened, its call sheet, then the editor."""
    with board(home, long_story(5000)) as program:
        yield "the card's page", program.press("\r", calm=1.0)
        program.press("escape", calm=1.0)
        yield "the call sheet", program.press("c", until="WHAT TO SAY", calm=1.0)
        yield "the editor", program.press("d", until="Subject", calm=1.0)
        program.press("escape", calm=1.0)
        program.leave()


def large_board(home: Path) -> Cost:
    """To open the editor where there are 50,000 interviews already."""
    with running(command(home), environment(home), FIRST_CARD) as program:
        program.rest(2.0)
        editor = program.press("d", until="Subject", calm=1.0)
        program.press("escape", calm=1.0)
        program.leave()
        return editor


def board(home: Path, cards: list[Interview]) -> AbstractContextManager[Program]:
    """Ringback with these cards, once it shows the first and rests."""
    lay(home, cards)
    return running(command(home), environment(home), FIRST_CARD)


def cursor_keys(program: Program, count: int = KEYS) -> Sequence[Cost]:
    """Down so often; the first key, which some do more for, is not counted."""
    return [program.press("j") for _ in range(count + 1)][1:]


def _measured(program: Program, shows: str, *, keys: int = KEYS) -> Started:
    painted, settled = program.when_first(shows), program.so_far()
    frames = program.terminal.raw.count(HEADING)
    pressed = cursor_keys(program, keys) if keys else ()
    return Started(painted, settled, frames, pressed, program.memory(), program.leave())


def _opened_and_left(program: Program, place: Place) -> Cost:
    opened = program.press(place.key, until=place.shows, calm=0.4)
    program.press("escape", calm=0.4)
    return opened


def _renamed(book: Book, name: str) -> Book:
    return book.with_interviews({"iv-0": replace(book.interviews["iv-0"], company=name)})
