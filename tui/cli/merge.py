"""`ringback merge`: take in what another copy of the database holds, such as a synchronising program's."""

from __future__ import annotations

import argparse
from pathlib import Path

from store.book import Book
from tui.cli.faults import Failed
from tui.cli.output import say
from tui.cli.session import Session, tell_notes


def run(args: argparse.Namespace, session: Session) -> None:
    """Unite interviews, people, events and drafts by their ids; fields that differ are left and named."""
    from store.database.storage import read_copy
    from store.exchange import BadFile, bundle_of, unite

    service = session.open()
    other = read_copy(Path(args.file))
    bundle = bundle_of(other, args.file)
    said: list[str] = []

    def change(book: Book) -> Book:
        united, sentences = unite(book, bundle, replace_values=args.replace)
        said[:] = sentences
        return united

    try:
        saved = service.do("merged", change, backup="before-merge")
    except BadFile as why:
        raise Failed(str(why)) from None
    for sentence in said:
        say(sentence)
    if saved.before == saved.after:
        say("Nothing new: everything in it is on the board already.")
    say(f"{args.file} is left where it is; remove it when you are content.")
    tell_notes(service)
