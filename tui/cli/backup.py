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
    service = session.open()
    if args.list:
        for one in service.backups.all():
            state = "" if one.good else "  damaged"
            age = spans.long(session.now - one.made_at)
            put(f"{one.name}  {iso(one.made_at)}  {age} old  {one.size:,} bytes{state}")
        return
    made = service.back_up(REASON)
    if made is None:
        raise Failed(f"There is no database at {service.path}, so there is nothing to back up.")
    put(made.name)
    say(f"Kept in {service.backups.directory}; `ringback restore {made.name}` brings it back.")
