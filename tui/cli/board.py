"""`ringback`, `ringback --at WHEN` and `ringback --demo`: the board, and whether it can be shown."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from store.clock import WallClock
from store.machine_zone import machine_zone
from tui.browser import in_browser
from tui.cli.faults import UsageError
from tui.cli.session import CommandSession
from tui.settings_check import not_right, summary
from tui.terminal.drivers import why_no_driver

if TYPE_CHECKING:
    from store.service import Service
    from store.settings import SettingsFault
    from templates.library import Library
    from tui.terminal.signals import Ending

_INSTEAD = "the commands, such as “ringback list”, work without one."


def run_alone(args: argparse.Namespace, session: CommandSession) -> int:
    """Show the board until it is left, and return its exit code."""
    if why := why_no_board(os.environ):
        raise UsageError(why)
    faults = session.check_settings()
    at = None if args.look is None else session.at(args.look)
    from tui.terminal.signals import Ending

    ending = Ending()
    ending.install()
    return (_demo if args.demo else _own)(session, at, faults, ending)


def why_no_board(env: Mapping[str, str]) -> str | None:
    """Say in one sentence why the board cannot be shown in this place; None if it can.

    The keys come from standard input and the board is drawn on standard error (so that standard output
    stays free), hence both must be terminals, and of a kind that can move its cursor. In a browser there is
    none, and none is needed.
    """
    if in_browser(env):
        return why_no_driver(env)
    if not os.isatty(0):
        return f"The board needs a terminal, and standard input is none; {_INSTEAD}"
    if not os.isatty(2):
        return f"The board is drawn on standard error, and that is no terminal; {_INSTEAD}"
    kind = env.get("TERM", "")
    if kind in ("", "dumb"):
        named = "TERM is “dumb”" if kind else "TERM is not set"
        return f"The board needs a terminal that can move its cursor, and {named}; {_INSTEAD}"
    return None


def _library(session: CommandSession) -> Library:
    from templates.library import Library

    return Library(session.config.parent / "templates")


def _own(
    session: CommandSession, at: datetime | None, faults: Sequence[SettingsFault], ending: Ending
) -> int:
    service = session.open(tell=False)
    service.clock = WallClock()
    service.notes += [*settings_notes(faults), *language_notes(session)]
    service.undoing.by = "board"
    service.notes += place_notes(service)
    if not session.settings.zone:
        service.zone_now = machine_zone
    # Imported on use: bad news must not wait for it.
    from tui.running import run_board

    return run_board(
        service, session.settings, partial(_library, session), ending=ending, settings_file=session.config,
        at=at,
    )  # fmt: skip


def settings_notes(faults: Sequence[SettingsFault]) -> Iterator[str]:
    """What the user should know of their settings; `doctor` says it at length."""
    if faults and not faults[0].name:
        yield "The settings cannot be read, and the defaults hold; `ringback doctor` says why."
    elif faults:
        yield f"{not_right(faults)}; `ringback doctor` lists {'it' if len(faults) == 1 else 'them'}."


def language_notes(session: CommandSession) -> Iterator[str]:
    """What the user should know of their languages."""
    if session.language_faults:
        yield summary(session.language_faults, session.languages_file)


def place_notes(service: Service) -> Iterator[str]:
    """What the user should know of the database's place before they begin; `doctor` says it at length."""
    if why := service.read_only:
        yield f"Read-only: {why}; nothing can be saved."
    copies = len(service.conflict_copies())
    if copies:
        yield "A conflict copy lies beside the database; see `ringback doctor`."
    if len(service.warnings()) > copies:
        yield "The database's place is not quite safe; see `ringback doctor`."


def _demo(
    session: CommandSession, at: datetime | None, faults: Sequence[SettingsFault], ending: Ending
) -> int:
    from store.demo import sample_settings
    from store.throw_away import ThrowAway
    from tui.running import run_board

    with ThrowAway(WallClock(), session.policy, session.zone) as service:
        service.notes += [*settings_notes(faults), *language_notes(session)]
        settings = sample_settings(session.settings)
        return run_board(service, settings, partial(_library, session), ending=ending, at=at, demo=True)
