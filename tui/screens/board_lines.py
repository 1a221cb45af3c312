"""The lines around the columns: the headline, what to do now, what is to come, and what keys do."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from store.rules.office import away_until
from tui.screens.board_state import BoardState
from tui.screens.filter_line import FilterLine
from tui.signs import Signs
from tui.widgets.text_line import TextLine
from tui.words.headline import coming_line, headline, now_line
from tui.words.hints import FILTER_HINTS, help_hint, hints, row_of
from tui.words.lines import MARGIN, Piece


class BoardLines:
    """Says in them what the state holds."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, filter_line: FilterLine, *, demo: bool, visit: bool
    ) -> None:
        """See `BoardScreen` for a demo and a visit."""
        self._screen = screen
        self._state = state
        self._filter_line = filter_line
        self._demo = demo
        self._visit = visit

    def paint(self, set_of_signs: Signs, trouble: str) -> None:
        """Draw what has changed of them; `trouble` is why the file cannot be read, blank where it can."""
        width = self._screen.size.width or self._screen.app.size.width
        self._paint_headline(width, set_of_signs, trouble)
        self._paint_now(width)
        self._paint_coming()
        self._line("#keys").say(*self._bottom(width))

    def _line(self, name: str) -> TextLine:
        return self._screen.query_one(name, TextLine)

    def _paint_headline(self, width: int, set_of_signs: Signs, trouble: str) -> None:
        state, board = self._state, self._state.board
        zone = state.service.zone
        wanted = state.cursor.filter if state.cursor.passing is not None else ""
        left, right = headline(
            board, zone, state.keymap, wanted=wanted, passing=state.cursor.passing,
            marked=len(state.marked), looking=state.at is not None, width=width, demo=self._demo,
            visit=self._visit, trouble=trouble,
            away=away_until(state.service.policy, board.at, zone), signs=set_of_signs,
        )  # fmt: skip
        self._line("#headline").say(left, right)

    def _paint_now(self, width: int) -> None:
        state, board = self._state, self._state.board
        first = next(iter(state.tasks), None)
        then = state.then() if first is None else None
        more = max(0, len(state.tasks) - 1)
        self._line("#now").say(
            *now_line(
                first, more, then, board.at, state.service.zone, state.keymap,
                current=state.cursor.on_now, width=width, empty=not any(board.columns.values()),
            )
        )  # fmt: skip

    def _paint_coming(self) -> None:
        state, board = self._state, self._state.board
        coming = state.cursor.columns["upcoming"]
        current = state.cursor.row if state.cursor.in_line and coming else None
        hidden = len(board.columns["upcoming"]) - len(coming)
        ahead = coming_line(coming, board.at, state.service.zone, state.keymap, current, hidden=hidden)
        self._line("#coming").say(ahead)

    def _bottom(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """What is said, or which keys make sense now; and how to get help."""
        state = self._state
        if any(screen.has_class("-page") for screen in self._screen.app.screen_stack):
            # It would look out on both sides of the page, which has a line of its own.
            return [], []
        typing = self._filter_line.is_open
        right = help_hint(state.keymap, typing=typing)
        if state.message is not None:
            return [state.message], right
        if typing:
            return row_of(FILTER_HINTS, state.keymap), right
        room = width - sum(len(words) for words, _ in right) - 2 * MARGIN - 1
        looking, filtered = state.at is not None, bool(state.cursor.filter)
        left = hints(
            state.card, state.keymap, undo=state.service.undo_words, looking=looking, filtered=filtered,
            on_now=state.cursor.on_now, width=room,
        )  # fmt: skip
        return left, right
