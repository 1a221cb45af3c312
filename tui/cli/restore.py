"""`ringback restore`: put a backup in the database's place; what it replaces is kept as a backup itself."""

from __future__ import annotations

import argparse

from store import spans
from store.database.backups import Backup
from tui.cli.faults import Failed
from tui.cli.output import say
from tui.cli.session import Session

REASON = "before-restore"


def run(args: argparse.Namespace, session: Session) -> None:
    """Restore the backup named, or the newest good one that is not what is there already."""
    service = session.service
    backup = service.backups.find(args.which) if args.which else _newest(session)
    if not backup.good:
        raise Failed(f"The backup {backup.name} is damaged; nothing was changed; choose another one.")
    saved = service.restore(backup, REASON)
    count = len(saved.after.interviews)
    age = spans.long(session.now - backup.made_at)
    say(f"Restored {backup.name}, {age} old: {count} interview{'' if count == 1 else 's'}.")
    kept = next((one for one in service.backups.all() if one.reason == REASON), None)
    if kept is not None and kept.made_at == session.now.replace(microsecond=0):
        if kept.sound:
            say(f"What was there is kept: `ringback restore {kept.name}` undoes this.")
        else:
            say(f"What was there could not be used; it is kept as {kept.path}.")
    for note in saved.notes:
        say(f"{note[:1].upper()}{note[1:]}.")


def _newest(session: Session) -> Backup:
    service = session.service
    found = service.newest_other_backup()
    if found is None:
        raise Failed(
            f"There is no good backup in {service.backups.directory} that differs from what is there; "
            "nothing was changed."
        )
    return found
