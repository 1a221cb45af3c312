"""`ringback backup` and `ringback restore`: copies of the database, and one of them in its place."""

from __future__ import annotations

import argparse
from datetime import timedelta
from typing import Any, NoReturn

from msgspec.structs import replace

from store import spans
from store.book import Book
from store.changes.drafts import same_text
from store.database.backups import Backup, Backups
from store.files.errors import StorageError
from store.interview import Draft, iso
from store.languages import counted
from tui.cli.faults import Failed
from tui.cli.output import put, put_json, say
from tui.cli.session import CommandSession

_BEFORE_RESTORE = "before-restore"
_BLANK = Draft(id="")


def run_backup(args: argparse.Namespace, session: CommandSession) -> None:
    """Make a copy and print its name, or list the copies, newest first."""
    if args.list:
        # Not opened: the list is wanted most where the database is missing or spoilt.
        if args.json:
            put_json(_as_json(session.service.backups, None))
            return
        for one in session.service.backups.all():
            state = "" if one.good else "  damaged"
            put(f"{one.name}  {iso(one.made_at)}  {_age(one, session)}  {one.size:,} bytes{state}")
        return
    service = session.open()
    made = service.copies.back_up("by-hand")
    if made is None:
        raise Failed(f"There is no database at {service.path}, so there is nothing to back up.")
    if args.json:
        put_json(_as_json(service.backups, made))
        return
    put(made.name)
    say(f"Kept in {service.backups.directory}; `ringback restore {made.name}` brings it back.")


def _as_json(backups: Backups, made: Backup | None) -> dict[str, Any]:
    """The copies there are, the newest first, and which of them was made just now."""
    return {
        "version": 1,
        "directory": str(backups.directory),
        "made": None if made is None else made.name,
        "backups": [
            {
                "name": one.name,
                "made_at": iso(one.made_at),
                "bytes": one.size,
                "reason": one.reason,
                "good": one.good,
            }
            for one in backups.all()
        ],
    }


def run_restore(args: argparse.Namespace, session: CommandSession) -> None:
    """Restore the backup named; without a name list what there is, and change nothing."""
    service = session.service
    if not args.which:
        _offer(session)
    backup = service.backups.find(args.which)
    if not backup.good:
        raise Failed(f"The backup {backup.name} is damaged; nothing was changed; choose another one.")
    saved = service.copies.restore(backup, _BEFORE_RESTORE)
    count = counted(len(saved.after.interviews), "interview")
    say(f"Restored {backup.name}, {_age(backup, session)}: {count}.")
    kept = next((one for one in service.backups.all() if one.reason == _BEFORE_RESTORE), None)
    if kept is not None and kept.made_at == session.now.replace(microsecond=0):
        if kept.sound:
            say(f"What was there is kept: `ringback restore {kept.name}` undoes this.")
        else:
            say(f"What was there could not be used; it is kept as {kept.path}.")
    for note in saved.notes:
        say(f"{note[:1].upper()}{note[1:]}.")


def _offer(session: CommandSession) -> NoReturn:
    """List the backups, newest first, each with what restoring it would lose."""
    service = session.service
    try:
        now: Book | None = service.load()
    except StorageError as why:
        say(str(why))
        now = None
    every = service.backups.all()
    there = service.storage.bytes_there()
    for one in every:
        put(f"{one.name}  {_age(one, session)}  {_why(one)}  {_state(one, session, now, there)}")
    if not any(one.good for one in every):
        raise Failed(f"There is no good backup in {service.backups.directory}; nothing was changed.")
    raise Failed("Nothing was changed; say which one: `ringback restore NAME`, or how the name begins.")


def _state(backup: Backup, session: CommandSession, now: Book | None, there: bytes | None) -> str:
    then = session.service.copies.state_in(backup)
    if then is None:
        return "damaged"
    count = counted(len(then.interviews), "interview")
    if now is None:
        return count
    same = backup.size == len(there or b"") and backup.read() == there
    return f"{count}  {'as it is now' if same else _losses(now, then)}"


def _losses(now: Book, then: Book) -> str:
    """What is there now and would not be after restoring; an interview counts with all that is in it."""
    events = drafts = changed = 0
    for key, one in now.interviews.items():
        old = then.interviews.get(key)
        if old is None or old == one:
            continue
        events += sum(event not in old.events for event in one.events)
        texts = {draft.id: draft for draft in old.drafts}
        drafts += sum(not same_text(draft, texts.get(draft.id, _BLANK)) for draft in one.drafts)
        changed += replace(one, events=(), drafts=()) != replace(old, events=(), drafts=())
    gone = len(now.interviews.keys() - then.interviews.keys())
    lost = [counted(gone, "interview")] * bool(gone) + [counted(events, "event")] * bool(events)
    lost += [f"{counted(drafts, 'draft')} changed since"] * bool(drafts)
    lost += [f"the facts of {counted(changed, 'interview')} changed since"] * bool(changed)
    lost += ["what is known of companies"] * (now.companies != then.companies)
    return f"loses {', '.join(lost)}" if lost else "loses nothing"


def _why(backup: Backup) -> str:
    return backup.reason.replace("-", " ") or "by itself"


def _age(backup: Backup, session: CommandSession) -> str:
    if backup.from_the_future(session.now):
        return f"from the future ({iso(backup.made_at)}: the clock was wrong then, or is now)"
    return f"{spans.long(max(timedelta(), session.now - backup.made_at))} old"
