"""`ringback backup`: a copy of the database now, or what copies there are."""

from __future__ import annotations

import argparse

from store import spans
from store.interview import iso
from tui.cli.faults import Failed
from tui.cli.output import put, say
from tui.cli.session import Session

REASON = "by-hand"


def run(args: argparse.Namespace, session: Session) -> None:
    """Make a copy and print its name, or list the copies, newest first."""
    vault = session.open().vault
    if args.list:
        for one in vault.backups.all():
            state = "" if one.good else "  damaged"
            age = spans.long(session.now - one.made_at)
            put(f"{one.name}  {iso(one.made_at)}  {age} old  {one.size:,} bytes{state}")
        return
    found = vault.disk.read()
    if found is None:
        raise Failed(f"There is no database at {vault.disk.path}, so there is nothing to back up.")
    with vault.disk.locked():
        trouble = vault.backups.keep(found[0], session.now, REASON, stays=True)
    if trouble:
        raise Failed(f"{trouble[:1].upper()}{trouble[1:]}.")
    made = next(one for one in vault.backups.all() if one.reason == REASON)
    put(made.name)
    say(f"Kept in {vault.backups.directory}; `ringback restore {made.name}` brings it back.")
