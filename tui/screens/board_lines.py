"""The lines around the columns: the headline, what to do now, what is to come, and what keys do.

Without the framework: they are said before it is there, too.
"""

from __future__ import annotations

from typing import NamedTuple

from store.rules.office import away_until
from tui.picture.board_layout import LineName
from tui.screens.board_state import BoardState
from tui.signs import Signs
from tui.words.headline import coming_line, headline, now_line
from tui.words.hints import FILTER_HINTS, help_hint, hints, row_of
from tui.words.lines import MARGIN, Piece


class TwoSides(NamedTuple):
    """What a line says on the left, and on the right."""

    left: list[Piece]
    right: list[Piece]


class BoardLines:
    """Words what the state holds."""

    def __init__(self, state: BoardState, *, demo: bool, visit: bool) -> None:
        """See `BoardScreen` for a demo and a visit."""
        self._state = state
        self._demo = demo
        self._visit = visit

    def around(
        self, width: int, signs: Signs, *, trouble: str = "", typing: bool = False, covered: bool = False
    ) -> dict[LineName, TwoSides]:
        """All of them, for so many cells.

        `trouble` is why the file cannot be read, blank where it can; `typing`: a filter is being typed;
        `covered`: a page lies before the board.
        """
        return {
            "headline": self._headline(width, signs, trouble),
            "now": self._now(width),
            "coming": self._coming(),
            # It would look out on both sides of the page, which has a line of its own.
            "keys": TwoSides([], []) if covered else self._bottom(width, typing=typing),
        }

    def _headline(self, width: int, signs: Signs, trouble: str) -> TwoSides:
        state, board = self._state, self._state.board
        zone = state.service.zone
        wanted = state.cursor.filter if state.cursor.passing is not None else ""
        return TwoSides(
            *headline(
                board, zone, state.keymap, wanted=wanted, passing=state.cursor.passing,
                marked=len(state.marked), looking=state.at is not None, width=width, demo=self._demo,
                visit=self._visit, trouble=trouble,
                away=away_until(state.service.policy, board.at, zone), signs=signs,
            )
        )  # fmt: skip

    def _now(self, width: int) -> TwoSides:
        state, board = self._state, self._state.board
        first = next(iter(state.tasks), None)
        then = state.then() if first is None else None
        more = max(0, len(state.tasks) - 1)
        return TwoSides(
            *now_line(
                first, more, then, board.at, state.service.zone, state.keymap,
                current=state.cursor.on_now, width=width, empty=not any(board.columns.values()),
            )
        )  # fmt: skip

    def _coming(self) -> TwoSides:
        state, board = self._state, self._state.board
        coming = state.cursor.columns["upcoming"]
        current = state.cursor.row if state.cursor.in_line and coming else None
        hidden = len(board.columns["upcoming"]) - len(coming)
        ahead = coming_line(coming, board.at, state.service.zone, state.keymap, current, hidden=hidden)
        return TwoSides(ahead, [])

    def _bottom(self, width: int, *, typing: bool) -> TwoSides:
        """What is said, or which keys make sense now; and how to get help."""
        state = self._state
        right = help_hint(state.keymap, typing=typing)
        if state.message is not None:
            return TwoSides([state.message], right)
        if typing:
            return TwoSides(row_of(FILTER_HINTS, state.keymap), right)
        room = width - sum(len(words) for words, _ in right) - 2 * MARGIN - 1
        looking, filtered = state.at is not None, bool(state.cursor.filter)
        left = hints(
            state.card, state.keymap, undo=state.service.undo_words, looking=looking, filtered=filtered,
            on_now=state.cursor.on_now, width=room,
        )  # fmt: skip
        return TwoSides(left, right)
