"""`ringback import`, `ringback merge` and `ringback export`: to and from files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from store.book import Book
from store.files.errors import StorageError
from store.interview import iso
from store.languages import counted, some_of
from store.service import Service
from tui.cli.doubles import tell_doubles
from tui.cli.faults import Failed, UsageError
from tui.cli.output import put_json, put_raw, say
from tui.cli.parser import FORMATS
from tui.cli.session import CommandSession, tell_notes

if TYPE_CHECKING:
    from store.database.format import Decoded
    from store.intake.given import Given
    from store.intake.source import Incoming
    from store.taking_in import TakenIn


_MOST_NAMED = 3


def run_import(args: argparse.Namespace, session: CommandSession) -> None:
    """Take the files in and say what came of each."""
    # Imported on use: the readers are slow to load.
    from store.exchange import BadFile
    from store.intake.given import Asks, AsksWhose
    from store.taking_in import read_sources, take_in
    from tui.cli.import_options import idle_options

    try:
        sources = [source for name in args.files for source in _sources(name)]
        service = session.open()
        intake = read_sources(sources, _given(args, session, service))
        taken = take_in(service, intake, dry=args.dry_run, words=_step_words(args.files))
    except AsksWhose as why:
        raise UsageError(str(why)) from None
    except (BadFile, Asks) as why:
        raise Failed(str(why)) from None
    for sentence in (*taken.said, *idle_options(args, {look.kind for look in intake.looks})):
        say(sentence)
    tell_doubles(taken.doubles, session)
    _tell_outcome(taken, dry=args.dry_run)
    tell_notes(service)
    if args.json:
        put_json(_as_json(taken))


def _step_words(files: Sequence[str]) -> str:
    """What an undo of it is called."""
    names = ["standard input" if one == "-" else Path(one).name or one for one in files]
    return f"imported {some_of(names, _MOST_NAMED)}"


def _sources(name: str) -> list[Incoming]:
    """The file, the files of the folder, or standard input for `-`. Raises BadFile."""
    from store.exchange import BadFile
    from store.files.incoming import read_path
    from store.intake.source import LARGEST, Incoming

    if name != "-":
        return read_path(name)
    if sys.stdin is None:
        raise BadFile("Standard input is closed; nothing was imported.")
    return [Incoming("standard input", sys.stdin.buffer.read(LARGEST + 1))]


def _given(args: argparse.Namespace, session: CommandSession, service: Service) -> Given:
    """What the options say, and where they say nothing the settings."""
    from store.calendar import Answers
    from store.changes.invitations import known_in
    from store.intake.given import Given
    from store.rules.office import own_office
    from store.tables import ReadBy
    from tui.cli.asked import Belonging

    zone = session.times.zone_named(args.zone, session.zone)
    settings = session.settings
    answers = Answers(
        session.zone.key,
        (args.me,) if args.me else settings.me.addresses,
        zone=None if args.zone is None else zone.key,
        company=None if args.company is None else session.typed(args.company, "the company"),
        role=None if args.role is None else session.typed(args.role, "the role"),
        date=None if args.date is None else session.times.day(args.date, session.own_office),
        known=known_in(service.book),
    )
    return Given(
        answers,
        ReadBy(
            session.now,
            zone,
            lambda there: own_office(there, session.policy),
            settings.date_order,
            languages=(settings.language,) if settings.language else (),
            country=settings.country or None,
        ),
        Belonging.of(args, session).settle,
        into=None if args.into is None else service.named(args.into).id,
        replace_values=args.replace,
    )


def _tell_outcome(taken: TakenIn, *, dry: bool) -> None:
    if dry:
        say("Nothing was written: this was a dry run.")
    elif not taken.anything and not taken.said:
        say("Nothing new: everything in it is on the board already.")


def _as_json(taken: TakenIn) -> dict[str, Any]:
    """What was, or in a dry run would be, added and changed; and what was said of it."""
    did = [("added", one) for one in taken.added] + [("changed", one) for one in taken.changed]
    imported = [
        {
            "id": one.id,
            "did": word,
            "company": one.company,
            "role": one.role,
            "round": one.round,
            "starts_at": iso(one.starts_at),
            "ends_at": iso(one.ends_at),
        }
        for word, one in did
    ]
    return {"version": 1, "imported": imported, "said": list(taken.said)}


def run_merge(args: argparse.Namespace, session: CommandSession) -> None:
    """Unite interviews, people, events and drafts by their ids; of texts that differ both are kept.

    What an import would refuse is left out, and named.
    """
    from store.exchange import BadFile, bundle_of, merge

    service = session.open()
    other = _copy(Path(args.file))
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


def _copy(path: Path) -> Decoded:
    """What a copy of the database holds. Raises StorageError, and Failed for a file that import takes."""
    from store.database.storage import read_copy

    try:
        return read_copy(path)
    except StorageError:
        from store.exchange import BadFile
        from store.files.incoming import read_path
        from store.intake.described import kind_words
        from store.intake.source import look_at

        with suppress(BadFile, StorageError, OSError):
            if not path.is_dir() and (what := kind_words(look_at(*read_path(str(path))))):
                raise Failed(
                    f"{path} is {what}, not a copy of the database; `ringback import {quote(str(path))}` "
                    "takes it in. Nothing was changed."
                ) from None
        raise


def run_export(args: argparse.Namespace, session: CommandSession) -> None:
    """Write the file, or standard output for `-`."""
    session.open()
    data, what = _exported(args.format or _format_of(args.file), session)
    if args.file == "-":
        put_raw(data)
        return
    _write_new(Path(args.file), data, session)
    say(f"{what} written to {args.file}.")


def _format_of(name: str) -> str:
    """What the ending of a file's name says, else JSON."""
    ending = Path(name).suffix.casefold().removeprefix(".")
    return ending if ending in FORMATS else FORMATS[0]


def _exported(wanted: str, session: CommandSession) -> tuple[bytes, str]:
    """The bytes, and what they are in words; says what is left out."""
    service = session.service
    if wanted == "ics":
        from store.deadlines import deadlines_of, write_calendar

        now = service.clock.now()
        deadlines = session.discretion.told(deadlines_of(service.board(now).cards()))
        return write_calendar(deadlines, now), counted(len(deadlines), "deadline")
    from store import exchange, tables
    from store.validation import acceptable_book

    kept, faults = acceptable_book(service.book)
    for fault in faults:
        say(f"Not exported as it is: {fault}")
    write = tables.write_table if wanted == "csv" else exchange.write_bundle
    return write(kept), counted(len(kept.interviews), "interview")


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
