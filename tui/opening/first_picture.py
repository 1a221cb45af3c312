"""The whole board in rows, as its first frame shows it: drawn before the framework is there."""

from __future__ import annotations

from collections.abc import Mapping

from tui.opening.palette_looks import PaletteLooks, begins
from tui.palettes import Depth, Palette
from tui.picture.board_layout import ABOVE, BANDS, BELOW, LineName, air, shown
from tui.picture.board_picture import Picture, Seen
from tui.picture.looks import Run
from tui.picture.text_row import row
from tui.screens.board_lines import BoardLines
from tui.screens.board_state import BoardState
from tui.signs import Signs, signs
from tui.terminal.opening import DrawnRow
from tui.words.lines import MARGIN, plain_as_wide


class FirstPicture:
    """Draws what a board holds in the colours of one of our own palettes."""

    def __init__(self, state: BoardState, lines: BoardLines, palette: Palette, depth: Depth) -> None:
        self._state = state
        self._lines = lines
        self._depth = depth
        self._looks = PaletteLooks(palette, depth, palette.ground)
        self._band = PaletteLooks(palette, depth, palette.band)

    def rows(self, width: int, height: int) -> list[DrawnRow]:
        """All rows of a screen of that size."""
        above, below, free = shown(ABOVE, height), shown(BELOW, height), air(height)
        columns = height - len(above) - len(below) - free
        if columns <= 0:
            return []
        around = self._around(width)
        rows = [around[name] for name in above]
        rows += [[(" " * width, self._looks.margin)]] * free
        rows += self._columns(width, columns)
        rows += [around[name] for name in below]
        return [[self._drawn(run) for run in one] for one in rows]

    def _around(self, width: int) -> dict[LineName, list[Run]]:
        found: dict[LineName, list[Run]] = {}
        for name, (left, right) in self._lines.around(width, self._signs).items():
            looks = self._band if name in BANDS else self._looks
            side: Run = (" " * MARGIN, looks.margin)
            found[name] = [side, *row(left, right, width - 2 * MARGIN, looks), side]
        return found

    def _columns(self, width: int, height: int) -> list[list[Run]]:
        state = self._state
        picture = Picture(state.cursor, state.keymap, self._signs, self._looks)
        seen = Seen(state.board.at, state.service.zone, heard=self._heard())
        picture.show(seen, (width, height), active=True)
        return [picture.row(y) for y in range(height)]

    def _heard(self) -> Mapping[str, str]:
        """What cards say of what was heard while no board was open."""
        service = self._state.service
        if not service.book.proposals:
            return {}
        # Imported on use: where nothing was heard nobody waits for it.
        from store.heard import by_card
        from tui.words.heard import card_lines

        return card_lines(by_card(service.book), service.book, self._state.now(), service.zone)

    @property
    def _signs(self) -> Signs:
        return signs(ascii_only=self._state.ascii_only)

    def _drawn(self, run: Run) -> tuple[str, str]:
        text, look = run
        return plain_as_wide(text) if self._state.ascii_only else text, begins(look, self._depth)
