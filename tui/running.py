"""Running the board: from the first picture, drawn before the framework is imported, to the exit code."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.files.paths import state_dir
from store.service import Service
from store.settings import Settings
from tui.browser import in_browser
from tui.screens.board_state import BoardState
from tui.signs import plain_ascii
from tui.terminal import restore
from tui.terminal.colours import colour_depth
from tui.terminal.locales import locale_encoding
from tui.terminal.opening import drawn_encoding
from tui.terminal.signals import Ending

if TYPE_CHECKING:
    from templates.library import Library
    from tui.app import Ringback
    from tui.terminal.opening import TakenOver


def run_board(
    service: Service,
    settings: Settings,
    library: Callable[[], Library],
    *,
    ending: Ending,
    settings_file: Path | None = None,
    at: datetime | None = None,
    demo: bool = False,
) -> int:
    """Show the board until it is left; the process's exit code, also after a signal or a fault of its own.

    `library` gives the templates, when the first text is written; in `settings_file` is kept what the user
    is asked for once. `ending` must have been installed.
    """
    if not in_browser(os.environ):
        for name in ("COLUMNS", "LINES"):
            # Where they are exported they would win over the terminal's own size, which they do not follow.
            os.environ.pop(name, None)
    state = BoardState(service, settings, at=at, ascii_only=_draws_ascii(settings, os.environ))

    with restore.at_worst():
        taken = _shown(state, demo=demo)
        from tui.terminal.crash import run_guarded

        make = partial(_app, state, library, ending, taken, settings_file=settings_file, demo=demo)
        log, now = state_dir() / "ringback.log", service.clock.now()
        return run_guarded(make, ending, log, f"{now:%Y-%m-%dT%H:%M:%SZ}")


def _app(
    state: BoardState, library: Callable[[], Library], ending: Ending, taken: TakenOver | None,
    *, settings_file: Path | None, demo: bool,
) -> Ringback:  # fmt: skip
    """The board's app, with the framework that it is the first to need."""
    from tui.terminal.lean import leanly_imported

    with leanly_imported():
        from tui.app import Ringback
    from tui.handover.notices import notice_program
    from tui.typed_ahead import typed_ahead

    app = Ringback(
        state, library, settings_file=settings_file, demo=demo,
        notify=() if demo else notice_program(state.settings.remind.notify_command, os.environ),
        taken=taken, warms_up=True,
    )  # fmt: skip
    app.begin_with(colour_depth(os.environ))
    ending.save = app.own_board.save_now
    ending.busy = lambda: typed_ahead(app).waits
    return app


def _shown(state: BoardState, *, demo: bool) -> TakenOver | None:
    """The terminal with the board on it already, where that can be."""
    if in_browser(os.environ):
        return None
    from tui.opening.light import show_board

    return show_board(state, os.environ, demo=demo)


def _draws_ascii(settings: Settings, env: Mapping[str, str]) -> bool:
    """Whether only ASCII is to be drawn here."""
    if settings.ascii is not None or in_browser(env):
        return bool(settings.ascii)
    return plain_ascii(drawn_encoding(), locale_encoding(env))
