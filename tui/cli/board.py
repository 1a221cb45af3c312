"""`ringback`, `ringback --at WHEN` and `ringback --demo`: the board."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.clock import WallClock, machine_zone
from store.files.place_warnings import conflict_copies
from tui.cli.faults import Wrong
from tui.cli.session import Session
from tui.settings_check import not_right
from tui.terminal.check import why_no_board

if TYPE_CHECKING:
    from store.service import Service
    from store.settings import SettingsFault
    from templates.library import Library


def run(args: argparse.Namespace, session: Session) -> int:
    """Show the board until it is left, and return its exit code."""
    if why := why_no_board(os.environ):
        raise Wrong(why)
    faults = session.check_settings()
    at = None if args.look is None else session.at(args.look)
    return _demo(session, at, faults) if args.demo else _own(session, at, faults)


def _library(session: Session) -> Library:
    from templates.library import Library

    return Library(session.config.parent / "templates")


def _own(session: Session, at: datetime | None, faults: Sequence[SettingsFault]) -> int:
    service = session.open(tell=False)
    service.clock = WallClock()
    service.notes += settings_notes(faults)
    service.notes += place_notes(service)
    if not session.settings.zone:
        service.zone_now = machine_zone
    # Imported on use: the framework is what the commands must not wait for, and neither must bad news.
    from tui.app import run_board

    return run_board(service, session.settings, partial(_library, session), at=at, demo=False)


def settings_notes(faults: Sequence[SettingsFault]) -> Iterator[str]:
    """What the user should know of their settings; `doctor` says it at length."""
    if faults and not faults[0].name:
        yield "The settings cannot be read, and the defaults hold; `ringback doctor` says why."
    elif faults:
        yield f"{not_right(faults)}; `ringback doctor` lists {'it' if len(faults) == 1 else 'them'}."


def place_notes(service: Service) -> Iterator[str]:
    """What the user should know of the database's place before they begin; `doctor` says it at length."""
    if why := service.read_only:
        yield f"Read-only: {why}; nothing can be saved."
    copies = len(conflict_copies(service.path))
    if copies:
        yield "A conflict copy lies beside the database; see `ringback doctor`."
    if len(service.warnings()) > copies:
        yield "The database's place is not quite safe; see `ringback doctor`."


def _demo(session: Session, at: datetime | None, faults: Sequence[SettingsFault]) -> int:
    from tempfile import TemporaryDirectory

    from store.database.storage import SafeStorage
    from store.demo import sample
    from store.service import Service
    from tui.app import run_board

    with TemporaryDirectory(prefix="ringback-demo-", ignore_cleanup_errors=True) as folder:
        storage = SafeStorage(Path(folder) / "demo.json")
        service = Service(storage, WallClock(), session.policy, session.zone)
        book = sample(session.now, session.policy)
        service.database.apply(lambda _: book, session.now)
        service.notes += settings_notes(faults)
        return run_board(service, session.settings, partial(_library, session), at=at, demo=True)
