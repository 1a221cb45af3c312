"""`ringback feed`: the deadlines as files in a calendar folder."""

from __future__ import annotations

import argparse

from tui.cli.faults import UsageError
from tui.cli.output import say
from tui.cli.session import CommandSession


def run_feed(args: argparse.Namespace, session: CommandSession) -> None:
    """Make the folder hold what is due now, and say what came of it."""
    feed = session.feed_in(args.folder) if args.folder else session.feed
    if feed is None:
        raise UsageError(
            "Say where the deadlines go, as in `ringback feed ~/calendars/ringback`, or set `folder` under "
            "[feed] in the settings."
        )
    service = session.open()
    if not service.exists():
        say("There is no database yet, so nothing was written.")
        return
    counts = feed.write(service)
    if counts is None:
        say("Another ringback has just changed the board; `ringback feed` again takes that in.")
        return
    session.wrote = True
    done = [f"{n} {what}" for n, what in zip(counts[1:], ("new", "changed", "removed"), strict=True) if n]
    what = "1 entry" if counts.entries == 1 else f"{counts.entries} entries"
    say(f"{what} in {feed.folder}{': ' if done else '; nothing had changed'}{', '.join(done)}.")
