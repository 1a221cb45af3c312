"""`ringback status`: one line for a status bar."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import asdict

from store.database.autosave import any_left, folder_of
from store.files.paths import country_days_file, state_dir
from store.interview import iso
from store.rules.board import Board
from store.rules.next_deeds import tally_on
from tui.cli.output import can_show, put, put_json
from tui.cli.session import CommandSession
from tui.kept_status import AnswerToKeep
from tui.signs import UNICODE, signs


def run_status(args: argparse.Namespace, session: CommandSession) -> None:
    """Print what is to be done now; nothing at all where there is no database, but as JSON."""
    kept = _to_keep(args, session) if args.short and args.at is None and not args.json else None
    at = session.at(args.at)
    board, there = _board(session, at)
    if args.json:
        put_json(_as_json(board, at, there))
        return
    line = "" if not there else short_line(board) if args.short else long_line(board)
    if line:
        put(line)
    if kept is not None:
        _keep(kept, line, board, session)


def _board(session: CommandSession, at: datetime) -> tuple[Board, bool]:
    """How everything stands, and whether there is a database."""
    service = session.open(session.service_in(ZoneInfo("UTC")))
    board = service.board(at)
    # Found out only where it is needed: it takes time, and of what is counted only calls wait for the user.
    return board.seen_from(session.zone) if board.columns["call_now"] else board, service.exists()


def _to_keep(args: argparse.Namespace, session: CommandSession) -> AnswerToKeep:
    """Taken down before anything is read."""
    database = session.database
    files = (database, folder_of(database), session.config, session.languages_file, country_days_file())
    return AnswerToKeep(args.db or "", args.config or "", [os.fspath(path) for path in files])


def _keep(kept: AnswerToKeep, line: str, board: Board, session: CommandSession) -> None:
    """Have the next call of a status bar answered at once, as long as nothing is another.

    What has to be said at each call, and the texts that a board left behind, are not passed over.
    """
    # Imported on use: a status bar that is answered from what is kept needs none of it.
    from store.rules.lasting import lasts_until

    if session.complained or session.language_faults or any_left(session.database):
        return
    zone = session.zone if board.columns["call_now"] else ZoneInfo("UTC")
    until = lasts_until(board, session.policy, zone)
    with suppress(OSError):
        kept.keep(line, session.now.timestamp(), until.timestamp(), os.fspath(state_dir()))


class _Counts(Struct, frozen=True):
    """How many things wait to be done, of each kind; the names are those of the JSON."""

    thank: int
    thank_late: int
    answer: int
    call: int
    call_overdue: int
    write: int
    write_overdue: int
    owed: int


def _counts(board: Board) -> _Counts:
    now = board.once(tally_on)
    late = sum(card.standing.level in ("late", "stale") for card in board.columns["to_thank"])
    late_asking = [
        card.follow_up is not None and card.follow_up.channel == "email"
        for card in board.columns["call_now"]
        if card.standing.level == "overdue" and card.doable and card.course.closed is None
    ]
    overdue = late_asking.count(False), late_asking.count(True)
    return _Counts(now.thank, late, now.answer, now.call, overdue[0], now.write, overdue[1], now.pressing)


def _as_json(board: Board, at: datetime, there: bool) -> dict[str, Any]:
    counts = asdict(_counts(board))
    lines = {"words": long_line(board) if there else "", "short": short_line(board)}
    return {"version": 1, "at": iso(at), **counts, **lines}


def long_line(board: Board) -> str:
    """`3 to thank (1 late) · 1 to answer · 2 to call (1 overdue) · 1 to write · 1 owed`."""
    now = _counts(board)
    parts = [
        f"{now.thank} to thank{f' ({now.thank_late} late)' if now.thank_late else ''}" if now.thank else "",
        f"{now.answer} to answer" if now.answer else "",
        _asking(now.call, "to call", now.call_overdue),
        _asking(now.write, "to write", now.write_overdue),
        f"{now.owed} owed" if now.owed else "",
    ]
    return " · ".join(part for part in parts if part) or "nothing to do"


def _asking(count: int, what: str, overdue: int) -> str:
    return f"{count} {what}{f' ({overdue} overdue)' if overdue else ''}" if count else ""


def short_line(board: Board) -> str:
    """`3✎ 1✆`; blank where there is nothing to do; `3T 1C` where the terminal has no such signs."""
    now = board.once(tally_on)
    sign = signs(ascii_only=not can_show(UNICODE.thanks_count + UNICODE.calls_count))
    return sign.counts(now.thank, now.ask)
