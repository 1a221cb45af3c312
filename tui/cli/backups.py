"""`ringback backup` and `ringback restore`: copies of the database, and one of them in its place."""

from __future__ import annotations

import argparse

from store import spans
from store.database.backups import Backup
from store.interview import iso
from tui.cli.faults import Failed
from tui.cli.output import put, say
from tui.cli.session import CommandSession

_BEFORE_RESTORE = "before-restore"


def run_backup(args: argparse.Namespace, session: CommandSession) -> None:
    """Make a copy and print its name, or list the copies, newest first."""
    service = session.open()
    if args.list:
        for one in service.backups.all():
            state = "" if one.good else "  damaged"
            age = spans.long(session.now - one.made_at)
            put(f"{one.name}  {iso(one.made_at)}  {age} old  {one.size:,} bytes{state}")
        return
    made = service.back_up("by-hand")
    if made is None:
        raise Failed(f"There is no database at {service.path}, so there is nothing to back up.")
    put(made.name)
    say(f"Kept in {service.backups.directory}; `ringback restore {made.name}` brings it back.")


def run_restore(args: argparse.Namespace, session: CommandSession) -> None:
    """Restore the backup named, or the newest good one that is not what is there already."""
    service = session.service
    backup = service.backups.find(args.which) if args.which else _newest(session)
    if not backup.good:
        raise Failed(f"The backup {backup.name} is damaged; nothing was changed; choose another one.")
    saved = service.restore(backup, _BEFORE_RESTORE)
    count = len(saved.after.interviews)
    age = spans.long(session.now - backup.made_at)
    say(f"Restored {backup.name}, {age} old: {count} interview{'' if count == 1 else 's'}.")
    kept = next((one for one in service.backups.all() if one.reason == _BEFORE_RESTORE), None)
    if kept is not None and kept.made_at == session.now.replace(microsecond=0):
        if kept.sound:
            say(f"What was there is kept: `ringback restore {kept.name}` undoes this.")
        else:
            say(f"What was there could not be used; it is kept as {kept.path}.")
    for note in saved.notes:
        say(f"{note[:1].upper()}{note[1:]}.")


def _newest(session: CommandSession) -> Backup:
    service = session.service
    found = service.newest_other_backup()
    if found is None:
        raise Failed(
            f"There is no good backup in {service.backups.directory} that differs from what is there; "
            "nothing was changed."
        )
    return found
