"""`ringback import`: interviews from files; all of them or none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from store.book import Book
from tui.cli.faults import Failed
from tui.cli.output import say
from tui.cli.session import Session, tell_notes

LARGEST_IMPORT = 64 * 2**20
"""Bytes a file may have."""
LATER = (".csv", ".eml", ".vcf")

Taking: TypeAlias = Callable[[Book], tuple[Book, list[str]]]


def run(args: argparse.Namespace, session: Session) -> None:
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


def _taking(name: str, args: argparse.Namespace, session: Session) -> Taking:
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


def _invitation(raw: bytes, shown: str, args: argparse.Namespace, session: Session) -> Taking:
    # Imported on use: the calendar library is slow to load.
    from store import calendar
    from store.changes import invitations

    try:
        invitation = calendar.read_invitation(
            raw,
            user_zone=session.zone.key,
            me=args.me or session.settings.me.email or None,
            zone=None if args.zone is None else session.zone_named(args.zone, session.zone).key,
            company=args.company,
            role=args.role,
        )
    except (calendar.Unreadable, calendar.NeedsAnswer) as why:
        raise Failed(f"{shown}: {why}") from None
    return lambda book: invitations.take(book, invitation, session.now)
