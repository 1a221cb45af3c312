"""`ringback rm`: delete an interview."""

from __future__ import annotations

import argparse

from tui.cli.output import say
from tui.cli.session import Session, tell_notes


def run(args: argparse.Namespace, session: Session) -> None:
    """Delete it and name the backup that still has it."""
    service = session.open()
    interview = service.interview(args.id)
    service.delete(f"deleted {interview.company}", [args.id])
    name = ", ".join(part for part in (interview.company, interview.role) if part)
    backup = next((one for one in service.backups.all() if one.reason == "before-delete"), None)
    kept = f"; the backup {backup.name} still has it" if backup is not None else ""
    say(f"{name}: deleted{kept}.")
    tell_notes(service)
