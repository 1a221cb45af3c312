"""`ringback status`: one line for a status bar."""

from __future__ import annotations

import argparse
from zoneinfo import ZoneInfo

from store.rules.board import Board
from tui.cli.output import can_show, put
from tui.cli.session import CommandSession
from tui.signs import UNICODE, signs


def run_status(args: argparse.Namespace, session: CommandSession) -> None:
    """Print what is to be done; nothing at all where there is no database."""
    at = session.at(args.at)
    # No times are said, so the user's zone, which is slow to find out, is not needed.
    service = session.open(session.service_in(ZoneInfo("UTC")))
    if not service.exists():
        return
    board = service.board(at)
    line = short_line(board) if args.short else long_line(board)
    if line:
        put(line)


def long_line(board: Board) -> str:
    """`3 to thank (1 late) · 1 to call (1 overdue)`."""
    thank, call = board.columns["to_thank"], board.columns["call_now"]
    parts = []
    if thank:
        late = sum(card.standing.level != "due" for card in thank)
        parts.append(f"{len(thank)} to thank{f' ({late} late)' if late else ''}")
    if call:
        overdue = sum(card.standing.level == "overdue" for card in call)
        parts.append(f"{len(call)} to call{f' ({overdue} overdue)' if overdue else ''}")
    return " · ".join(parts) or "nothing to do"


def short_line(board: Board) -> str:
    """`3✉ 1☎`; blank where there is nothing to do; `3T 1C` where the terminal has no such signs."""
    thank, call = len(board.columns["to_thank"]), len(board.columns["call_now"])
    sign = signs(ascii_only=not can_show(UNICODE.thanks_count + UNICODE.calls_count))
    return " ".join(
        part
        for part in (f"{thank}{sign.thanks_count}" * bool(thank), f"{call}{sign.calls_count}" * bool(call))
        if part
    )
