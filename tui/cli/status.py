"""`ringback status`: one line for a status bar."""

from __future__ import annotations

import argparse
from zoneinfo import ZoneInfo

from store.rules.board import Board
from store.rules.next_deeds import tally
from tui.cli.output import can_show, put
from tui.cli.session import CommandSession
from tui.signs import UNICODE, signs


def run_status(args: argparse.Namespace, session: CommandSession) -> None:
    """Print what is to be done now; nothing at all where there is no database."""
    at = session.at(args.at)
    service = session.open(session.service_in(ZoneInfo("UTC")))
    if not service.exists():
        return
    board = service.board(at)
    if board.columns["call_now"]:
        # Found out only here: it takes time, and of what is counted only calls wait for the user's hours.
        board = board.seen_from(session.zone)
    line = short_line(board) if args.short else long_line(board)
    if line:
        put(line)


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
    return sign.counts(now.thank, now.ask)
