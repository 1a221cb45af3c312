"""What is known beside the files themselves, and what only the user can say."""

from __future__ import annotations

from msgspec import Struct

from store.calendar import Answers, OpenQuestion
from store.changes.joining import Settle, by_itself
from store.tables import ReadBy


class Given(Struct, frozen=True):
    """By what everything is taken in: given on the command line, answered in a form, or set."""

    answers: Answers
    by: ReadBy
    settle: Settle = by_itself
    """To which application a new interview belongs; what it raises goes on."""
    into: str | None = None
    """The id of the interview whose people they are."""
    replace_values: bool = False
    asks_zone: bool = False
    """Whether somebody is there to say by whose clock an office is kept whose zone has no known name."""


class Asks(Exception):
    """A source asks what only the user knows: the questions of an invitation. Nothing is taken in."""

    def __init__(self, source: str, questions: tuple[OpenQuestion, ...]) -> None:
        self.source = source
        self.questions = questions
        super().__init__(f"{source}: {' '.join(map(str, questions))}")


class AsksWhose(Exception):
    """People came in, and it was not said whose they are. Nothing is taken in."""

    def __init__(self, source: str, people: str) -> None:
        self.source = source
        self.people = people
        super().__init__(
            f"{source}: say whose people these are ({people}) with --into ID; `ringback list` has the ids."
        )
