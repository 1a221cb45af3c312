"""The steps of a session among all that lie in the database: what is taken back next, and done again."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

from store.book import Book, Change
from store.changes.moves import Refused
from store.changes.undo import Step, Steps, step_between, taken_back, with_step, without_step
from store.clock import Clock
from store.database.storage import SafeStorage
from store.database.transaction import Saved

if TYPE_CHECKING:
    from store.database.database import ChangeSteps

TurnBack: TypeAlias = "Callable[[Change, ChangeSteps, bool], Saved]"
"""Makes a change with what becomes of the steps; the third says whether the user was asked and said yes."""


class Undoing:
    """What was done here, and by others before: steps of other windows that are open are theirs to undo."""

    def __init__(self, storage: SafeStorage, clock: Clock) -> None:
        self.by: Literal["board", "command"] = "command"
        self._storage = storage
        self._clock = clock
        self._session = os.urandom(4).hex()
        self._earlier: frozenset[str] | None = None
        """Ids of the steps that were there when the database was first read."""
        self._redo: list[Step] = []
        self._rewrites = 0
        """How often something had been forgotten in the file when these were undone."""

    @property
    def begun(self) -> bool:
        """Whether it is known which steps are earlier ones."""
        return self._earlier is not None

    def begin(self) -> None:
        """Whatever is there now, at the first reading, was done before."""
        if self._earlier is None:
            self._earlier = frozenset(self._storage.steps)

    @property
    def undo_words(self) -> str | None:
        """What would be taken back, and whose it was where it was not done here."""
        step = self._last(anyone=False)
        return None if step is None else self._named(step)

    @property
    def redo_words(self) -> str | None:
        """What would be done again."""
        return self._redo[-1].words if self._redo else None

    def recorded(self, words: str) -> ChangeSteps:
        """What becomes of the steps by a change of the user's."""
        blank = self._blank(words)

        def steps(before: Book, after: Book, known: Steps) -> Steps:
            step = step_between(blank, before, after)
            if step is None:
                return known
            self._redo.clear()
            return with_step(known, step)

        return steps

    def undo(self, turn_back: TurnBack, *, anyone: bool, sure: bool) -> str:
        """See `Service.undo`."""
        step = self._last(anyone=anyone)
        if step is None:
            raise Refused("There is nothing to undo.")
        taken = step
        saved = turn_back(
            lambda book: taken_back(book, taken, "undone", sure=sure),
            lambda before, after, known: without_step(known, taken, "undone"),
            sure,
        )
        reverse = step_between(self._blank(step.words), saved.before, saved.after)
        if reverse is not None:
            self._let_go_of_what_is_forgotten()
            self._redo.append(reverse)
        return self._named(step)

    def redo(self, turn_back: TurnBack, *, sure: bool) -> str:
        """See `Service.redo`."""
        if not self._redo:
            raise Refused("There is nothing to redo.")
        step, blank = self._redo[-1], self._blank(self._redo[-1].words)

        def longer(before: Book, after: Book, known: Steps) -> Steps:
            again = step_between(blank, before, after)
            return known if again is None else with_step(known, again)

        def again(book: Book) -> Book:
            # Asked under the lock, where the file has been read anew.
            if self._storage.rewrites != self._rewrites:
                self._redo.clear()
                raise Refused("There is nothing to redo: meanwhile somebody was forgotten.")
            return taken_back(book, step, "redone", sure=sure)

        turn_back(again, longer, sure)
        self._redo.pop()
        return step.words

    def _let_go_of_what_is_forgotten(self) -> None:
        if self._storage.rewrites != self._rewrites:
            self._rewrites = self._storage.rewrites
            self._redo.clear()

    def _last(self, *, anyone: bool) -> Step | None:
        fitting = [
            step
            for step in self._storage.steps.values()
            if anyone or step.whose == self._session or step.id in (self._earlier or ())
        ]
        return max(fitting, key=lambda step: step.number, default=None)

    def _blank(self, words: str) -> Step:
        key = f"s{os.urandom(4).hex()}"
        return Step(id=key, number=0, words=words, at=self._clock.now(), whose=self._session, by=self.by)

    def _named(self, step: Step) -> str:
        if step.whose == self._session:
            return step.words
        return f"{step.words} ({'the command line' if step.by == 'command' else 'another window'})"
