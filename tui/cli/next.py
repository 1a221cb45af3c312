"""`ringback next`: what to do now, best first, and when there will be more."""

from __future__ import annotations

import argparse
from typing import Any

from store.interview import iso
from store.rules.next_deeds import Task, tasks, then
from tui.cli.faults import UsageError
from tui.cli.output import put, put_json
from tui.cli.session import CommandSession
from tui.words.deeds import command, deed_words, then_words

_MOST = 10_000


def run_next(args: argparse.Namespace, session: CommandSession) -> None:
    """Print what can be done now, one deed a line with the command for it, or all of it as JSON."""
    at = session.at(args.at)
    service = session.open()
    board = service.board(at)
    found = tasks(board)
    shown = found if args.number is None else found[: _number(args.number)]
    more = then(board.cards(), service.policy, at, service.zone)
    if args.json:
        entries = [entry(task, board.at) for task in shown]
        put_json({"version": 1, "at": iso(at), "now": entries, "then": None if more is None else iso(more)})
        return
    for task in shown:
        put(f"{deed_words(task, at, reach=True)}\n    {command(task)}")
    if not found:
        put("Nothing to do now.")
    if words := then_words(more, at, service.zone, more=bool(found)):
        put(f"{words[:1].upper()}{words[1:]}.")


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:6]) <= _MOST:
        raise UsageError(f"-n cannot be {text[:20]!r}; it takes a whole number from 1 to {_MOST}.")
    return int(text)


def entry(task: Task, now: Any) -> dict[str, Any]:
    """A task as plain data; instants in UTC."""
    deed = task.deed
    return {
        "id": task.card.id,
        "do": deed.do,
        "to": list(deed.to),
        "channel": deed.channel,
        "until": None if deed.until is None else iso(deed.until),
        "of": deed.of,
        "words": deed_words(task, now),
        "command": command(task),
    }
