"""The light opening: the board is on the screen before what it is made with has been imported.

It is the true board, folded once, and what is typed meanwhile waits. Where something else comes first (a
question, a note, a theme of the framework's), nothing is shown before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from store.database import autosave
from tui.opening.first_picture import FirstPicture
from tui.palettes import LIGHT, OWN, chosen, palette
from tui.screens.board_lines import BoardLines
from tui.screens.board_state import BoardState
from tui.terminal.colours import colour_depth
from tui.terminal.opening import TakenOver, take_over, terminal_size


def show_board(state: BoardState, env: Mapping[str, str], *, demo: bool) -> TakenOver | None:
    """Take the terminal over and show the board; None where that is left to the framework."""
    service, settings = state.service, state.settings
    depth = colour_depth(env)
    own = depth == "none" or settings.theme in ("", *OWN)
    if not own or service.notes or not service.book.interviews or _forms_wait(service.path):
        return None
    colours = palette(depth, dark=not chosen(settings.theme, depth, env).startswith(LIGHT))
    picture = FirstPicture(state, BoardLines(state, demo=demo, visit=False), colours, depth)
    size = terminal_size()
    rows = picture.rows(*size)
    return take_over(rows, size) if rows else None


def _forms_wait(database: Path) -> bool:
    """Whether the board is going to offer a form that was begun and not saved."""
    if not autosave.any_left(database):
        return False
    from store.database.left_behind import forms_left

    return bool(forms_left(database))
