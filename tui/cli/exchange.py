"""`ringback import`, `ringback merge` and `ringback export`: to and from files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from store.book import Book
from tui.cli.faults import Failed
from tui.cli.output import put_raw, say
from tui.cli.session import CommandSession, tell_notes

LARGEST_IMPORT = 64 * 2**20
"""Bytes a file may have."""
LATER = (".csv", ".eml", ".vcf")

Taking: TypeAlias = Callable[[Book], tuple[Book, list[str]]]


def run_import(args: argparse.Namespace, session: CommandSession) -> None:
    """Take the files in and say what came of each."""
    takings = [_taking(name, args, session) for name in args.files]
    said: list[str] = []

    def change(book: Book) -> Book:
        said.clear()
        for taking in takings:
            book, sentences = taking(book)
            said.extend(sentences)
        return book

    service = session.open()
    from store.exchange import BadFile

    try:
        if args.dry_run:
            changed = change(service.book) != service.book
        else:
            saved = service.do("imported", change, backup="before-import")
            changed = saved.before != saved.after
    except BadFile as why:
        raise Failed(str(why)) from None
    for sentence in said:
        say(sentence)
    _tell_outcome(changed, dry=args.dry_run, known=bool(said))
    tell_notes(service)


def _tell_outcome(changed: bool, *, dry: bool, known: bool) -> None:
    if dry:
        say("Nothing was written: this was a dry run.")
    elif not changed and not known:
        say("Nothing new: everything in it is on the board already.")


def _taking(name: str, args: argparse.Namespace, session: CommandSession) -> Taking:
    """What a file does to the book; the file is read and judged here."""
    raw = _read(name)
    shown = "standard input" if name == "-" else name
    suffix = Path(name).suffix.casefold() if name != "-" else ""
    if suffix in LATER:
        raise Failed(f"{shown}: {suffix} files cannot be taken in; .json and .ics can.")
    calendar = suffix == ".ics" or (
        suffix != ".json" and raw.lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:")
    )
    return _invitation(raw, shown, args, session) if calendar else _bundle(raw, shown, replace=args.replace)


def _read(name: str) -> bytes:
    from store.files.errors import StorageError
    from store.files.regular import read_plain

    if name == "-":
        if sys.stdin is None:
            raise Failed("Standard input is closed; nothing was imported.")
        raw = sys.stdin.buffer.read(LARGEST_IMPORT + 1)
        if len(raw) > LARGEST_IMPORT:
            raise Failed(
                f"standard input: expected at most {LARGEST_IMPORT // 2**20} MiB; nothing was imported."
            )
        return raw
    try:
        return read_plain(Path(name).resolve(), LARGEST_IMPORT)[0]
    except FileNotFoundError:
        raise Failed(f"{name}: there is no such file; nothing was imported.") from None
    except RuntimeError:
        raise Failed(f"{name}: its symbolic links go in a circle; nothing was imported.") from None
    except StorageError as why:
        raise Failed(f"{why}; nothing was imported.".replace("; nothing was changed; ", "; ")) from None


def _bundle(raw: bytes, shown: str, *, replace: bool) -> Taking:
    from store import exchange

    try:
        bundle = exchange.read_bundle(raw, shown)
    except exchange.BadFile as why:
        raise Failed(str(why)) from None
    return lambda book: exchange.unite(book, bundle, replace_values=replace)


def _invitation(raw: bytes, shown: str, args: argparse.Namespace, session: CommandSession) -> Taking:
    # Imported on use: the calendar library is slow to load.
    from store import calendar
    from store.changes import invitations
    from tui.cli.asked import Belonging

    try:
        invitation = calendar.read_invitation(
            raw,
            user_zone=session.zone.key,
            me=args.me or session.settings.me.email or None,
            zone=None if args.zone is None else session.times.zone_named(args.zone, session.zone).key,
            company=args.company,
            role=args.role,
        )
    except (calendar.Unreadable, calendar.NeedsAnswer) as why:
        raise Failed(f"{shown}: {why}") from None
    belonging = Belonging.of(args, session)
    return lambda book: invitations.take(book, invitation, session.now, belonging.settle)


def run_merge(args: argparse.Namespace, session: CommandSession) -> None:
    """Unite interviews, people, events and drafts by their ids; of texts that differ both are kept.

    What an import would refuse is left out, and named.
    """
    from store.database.storage import read_copy
    from store.exchange import BadFile, bundle_of, merge

    service = session.open()
    other = read_copy(Path(args.file))
    bundle = bundle_of(other.book, args.file)
    said: list[str] = []
    left: list[str] = []

    def change(book: Book) -> Book:
        united, said[:], left[:] = merge(book, bundle, replace_values=args.replace, now=session.now)
        return united

    try:
        saved = service.do("merged", change, backup="before-merge")
    except BadFile as why:
        raise Failed(str(why)) from None
    for sentence in (*map(str, other.faults), *said):
        say(sentence)
    if left:
        say(f"Not all of it is in: {args.file} is left where it is; keep it, or see --replace.")
    else:
        if saved.before == saved.after:
            say("Nothing new: everything in it is on the board already.")
        say(f"All of it is in; {args.file} is left where it is; remove it when you are content.")
    tell_notes(service)


def run_export(args: argparse.Namespace, session: CommandSession) -> None:
    """Write the file, or standard output for `-`."""
    from store import exchange
    from store.validation import acceptable_book

    kept, faults = acceptable_book(session.open().book)
    data = exchange.write_bundle(kept)
    for fault in faults:
        say(f"Not exported as it is: {fault}")
    if args.file == "-":
        put_raw(data)
        return
    count = len(kept.interviews)
    _write_new(Path(args.file), data, session)
    say(f"{count} interview{'' if count == 1 else 's'} written to {args.file}.")


def _write_new(given: Path, data: bytes, session: CommandSession) -> None:
    from store.files.atomic import replace_file

    # A link is followed once: what it leads to is replaced, not the link.
    path = Path(os.path.realpath(given))
    if path in session.service.own_files:
        raise Failed(f"{given} is ringback's own file; nothing was written; give another name.")
    if not path.parent.is_dir():
        raise Failed(f"{path.parent} is not a directory; nothing was written.")
    confirmed = replace_file(path, data)
    # It holds what the database holds, so it is no more open than that.
    with suppress(OSError):
        path.chmod(0o600)
    if not confirmed:
        say(f"{given} is written, but the disk did not confirm it.")
