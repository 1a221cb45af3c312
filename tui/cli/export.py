"""`ringback export`: everything, in the exchange format."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from pathlib import Path

from tui.cli.faults import Failed
from tui.cli.output import put_raw, say
from tui.cli.session import Session


def run(args: argparse.Namespace, session: Session) -> None:
    """Write the file, or standard output for `-`."""
    from store import exchange

    book = session.open().book
    data = exchange.write_bundle(book)
    if args.file == "-":
        put_raw(data)
        return
    count = len(book.interviews)
    _write(Path(args.file), data, session)
    say(f"{count} interview{'' if count == 1 else 's'} written to {args.file}.")


def _write(given: Path, data: bytes, session: Session) -> None:
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
