"""`ringback status`: one line for a status bar."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

from store.database.autosave import any_left, folder_of
from store.files.paths import country_days_file, state_dir
from store.rules.board import Board
from store.rules.next_deeds import tally
from tui.cli.output import can_show, put
from tui.cli.session import CommandSession
from tui.kept_status import AnswerToKeep
from tui.signs import UNICODE, signs


def run_status(args: argparse.Namespace, session: CommandSession) -> None:
    """Print what is to be done now; nothing at all where there is no database."""
    kept = _to_keep(args, session) if args.short and args.at is None else None
    board = _board(session, session.at(args.at))
    line = "" if board is None else short_line(board) if args.short else long_line(board)
    if line:
        put(line)
    if kept is not None:
        _keep(kept, line, board, session)


def _board(session: CommandSession, at: datetime) -> Board | None:
    """How everything stands; None where there is no database."""
    service = session.open(session.service_in(ZoneInfo("UTC")))
    if not service.exists():
        return None
    board = service.board(at)
    # Found out only where it is needed: it takes time, and of what is counted only calls wait for the user.
    return board.seen_from(session.zone) if board.columns["call_now"] else board


def _to_keep(args: argparse.Namespace, session: CommandSession) -> AnswerToKeep:
    """Taken down before anything is read."""
    database = session.database
    files = (database, folder_of(database), session.config, session.languages_file, country_days_file())
    return AnswerToKeep(args.db or "", args.config or "", [os.fspath(path) for path in files])


def _keep(kept: AnswerToKeep, line: str, board: Board | None, session: CommandSession) -> None:
    """Have the next call of a status bar answered at once, as long as nothing is another.

    What has to be said at each call, and the texts that a board left behind, are not passed over.
    """
    # Imported on use: a status bar that is answered from what is kept needs none of it.
    from store.rules.lasting import LONGEST, lasts_until

    if session.complained or session.language_faults or any_left(session.database):
        return
    if board is None:
        until = session.now + LONGEST
    else:
        zone = session.zone if board.columns["call_now"] else ZoneInfo("UTC")
        until = lasts_until(board, session.policy, zone)
    with suppress(OSError):
        kept.keep(line, session.now.timestamp(), until.timestamp(), os.fspath(state_dir()))


def long_line(board: Board) -> str:
    """`3 to thank (1 late) · 1 to answer · 2 to call (1 overdue) · 1 to write · 1 owed`."""
    now = tally(board.cards())
    late = sum(card.standing.level in ("late", "stale") for card in board.columns["to_thank"])
    late_asking = [
        card.follow_up is not None and card.follow_up.channel == "email"
        for card in board.columns["call_now"]
        if card.standing.level == "overdue" and card.doable and card.course.closed is None
    ]
    parts = [
        f"{now.thank} to thank{f' ({late} late)' if late else ''}" if now.thank else "",
        f"{now.answer} to answer" if now.answer else "",
        _asking(now.call, "to call", late_asking.count(False)),
        _asking(now.write, "to write", late_asking.count(True)),
        f"{now.pressing} owed" if now.pressing else "",
    ]
    return " · ".join(part for part in parts if part) or "nothing to do"


def _asking(count: int, what: str, overdue: int) -> str:
    return f"{count} {what}{f' ({overdue} overdue)' if overdue else ''}" if count else ""


def short_line(board: Board) -> str:
    """`3✎ 1✆`; blank where there is nothing to do; `3T 1C` where the terminal has no such signs."""
    now = tally(board.cards())
    sign = signs(ascii_only=not can_show(UNICODE.thanks_count + UNICODE.calls_count))
    return " ".join(
        part
        for part in (
            f"{now.thank}{sign.thanks_count}" * bool(now.thank),
            f"{now.ask}{sign.calls_count}" * bool(now.ask),
        )
        if part
    )
