"""What a form gives back: the change it asks for, as moves on interviews, and the words to undo it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from store.book import Book
from store.changes.moves import Move, Refused
from store.interview import Closed, Company, Interview
from store.languages import listed
from store.rules.board import Card
from tui.forms.fields import Wrong


@dataclass(frozen=True, kw_only=True)
class Done:
    """A change that the user has asked for. `words` say what it does, as in "thanked Marta"."""

    words: str
    moves: Mapping[str, Move] = field(default_factory=dict)
    """Interview id to the move on it."""
    added: Interview | None = None
    no_thanks: frozenset[str] = frozenset()
    """Companies that want no thanks, in later rounds either."""
    closed: Closed | None = None
    """How it ended, where that is what is noted: more may follow from it."""
    next_round: str | None = None
    """What was noted, where the form of the next round is wanted instead of a change."""
    question: AskedFirst | None = None
    """What is to be asked first; then one of its changes is made, and not this one."""

    def change(self, book: Book) -> Book:
        """All of it on the book: one step to undo. Raises Refused where one part is; then nothing is done."""
        changed: dict[str, Interview | None] = {}
        for one, move in self.moves.items():
            here = book.interviews.get(one)
            if here is None:
                raise Refused("The interview is no longer there: another window has deleted it.")
            changed[one] = move(here)
        if self.added is not None:
            if self.added.id in book.interviews:
                # Only a meeting of a calendar has an id of its own before it is added.
                raise Refused("This meeting has come onto the board meanwhile; nothing was added.")
            changed[self.added.id] = self.added
        for name in sorted(self.no_thanks):
            known = book.companies.get(name) or Company(name=name)
            book = book.with_company(replace(known, no_thanks=True))
        return book.with_interviews(changed)


@dataclass(frozen=True, kw_only=True)
class AskedFirst:
    """A question with yes and no; `lines` say what it is about. Each answer has its change."""

    title: str
    lines: str
    yes: Done
    no: Done


def tried(done: Done, interviews: Iterable[Interview]) -> Done:
    """The same, once its moves have been tried on the records the user saw. Raises `Wrong` if refused."""
    try:
        for one in interviews:
            if one.id in done.moves:
                done.moves[one.id](one)
    except Refused as why:
        raise Wrong(str(why)) from None
    return done


def on_each(words: str, cards: Sequence[Card], move: Move, closed: Closed | None = None) -> Done:
    """The same move on every card; `closed` is the result it notes, if it does."""
    done = Done(words=words, moves={card.id: move for card in cards}, closed=closed)
    return tried(done, [card.interview for card in cards])


def names(cards: Sequence[Card]) -> str:
    """Whose cards they are: `Globex`, `Globex and Initech`, `5 interviews`."""
    if len(cards) > 3:
        return f"{len(cards)} interviews"
    return listed([card.interview.company for card in cards])
