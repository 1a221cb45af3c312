"""`ringback`, `ringback --at WHEN` and `ringback --demo`: the board."""

from __future__ import annotations

import argparse
import os
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.clock import WallClock
from tui.cli.faults import Wrong
from tui.cli.session import Session
from tui.here import why_not_here

if TYPE_CHECKING:
    from templates.library import Library


def run(args: argparse.Namespace, session: Session) -> int:
    """Show the board until it is left, and return its exit code."""
    if why := why_not_here(os.environ):
        raise Wrong(why)
    at = None if args.look is None else session.at(args.look)
    return _demo(session, at) if args.demo else _own(session, at)


def _library(session: Session) -> Library:
    from templates.library import Library

    return Library(session.config.parent / "templates")


def _own(session: Session, at: datetime | None) -> int:
    # Imported on use: the framework is what the commands must not wait for.
    from tui.app import run_board

    desk = session.open()
    desk.clock = WallClock()
    return run_board(desk, session.settings, partial(_library, session), at=at, demo=False)


def _demo(session: Session, at: datetime | None) -> int:
    from tempfile import TemporaryDirectory

    from store.demo import sample
    from store.desk import Desk
    from store.disk import Disk
    from store.vault import Vault
    from tui.app import run_board

    with TemporaryDirectory(prefix="ringback-demo-", ignore_cleanup_errors=True) as folder:
        disk = Disk(Path(folder) / "demo.json")
        vault = Vault(disk, disk.backups)
        book = sample(session.now, session.policy)
        vault.change(lambda _: book, session.now)
        desk = Desk(vault, WallClock(), session.policy, session.zone)
        return run_board(desk, session.settings, partial(_library, session), at=at, demo=True)
