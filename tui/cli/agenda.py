"""`ringback agenda`: what the days ahead will ask for if nothing more happens."""

from __future__ import annotations

import argparse
from typing import Any

from store.interview import iso
from store.rules.agenda import DAYS, AgendaDay, agenda
from tui.cli import next as doing
from tui.cli.faults import UsageError
from tui.cli.listing import width
from tui.cli.output import put, put_json
from tui.cli.session import CommandSession
from tui.words.agenda import agenda_rows

MOST = 366


def run_agenda(args: argparse.Namespace, session: CommandSession) -> None:
    """Print the days ahead, for people or for programs."""
    count = DAYS if args.days is None else _days(args.days)
    at = session.at(args.at)
    service = session.open()
    days = agenda(service.book.interviews.values(), service.policy, at, service.zone, count)
    if args.json:
        put_json({"version": 1, "at": iso(at), "days": [_plain(day) for day in days]})
        return
    lines = width()
    for row in agenda_rows(days, at, service.zone, reach=True):
        put("\n".join(row.lines(lines)))


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:6]) <= MOST:
        raise UsageError(f"--days cannot be {text[:20]!r}; it takes a whole number from 1 to {MOST}.")
    return int(text)


def _plain(day: AgendaDay) -> dict[str, Any]:
    """A day as plain data; instants in UTC."""
    return {
        "date": day.date.isoformat(),
        "interviews": [card.id for card in day.interviews],
        "entries": [
            {**doing.entry(entry.task, entry.begins), "from": iso(entry.begins)} for entry in day.entries
        ],
    }
