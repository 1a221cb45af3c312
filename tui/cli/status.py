"""`ringback status`: one line for a status bar."""

from __future__ import annotations

import argparse
from zoneinfo import ZoneInfo

from store.rules.board import Board
from tui.cli.output import can_show, put
from tui.cli.session import Session


def run_status(args: argparse.Namespace, session: Session) -> None:
    """Print what is to be done; nothing at all where there is no database."""
    at = session.at(args.at)
    # No times are said, so the user's zone, which is slow to find out, is not needed.
    service = session.open(session.desk_in(ZoneInfo("UTC")))
    if not service.exists():
        return
    board = service.board(at)
    line = short(board) if args.short else long(board)
    if line:
        put(line)


def long(board: Board) -> str:
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


def short(board: Board) -> str:
    """`3✉ 1☎`; blank where there is nothing to do, and in letters where the terminal has no such signs."""
    thank, call = len(board.columns["to_thank"]), len(board.columns["call_now"])
    letter, phone = "✉☎" if can_show("✉☎") else "TC"
    return " ".join(
        part for part in (f"{thank}{letter}" * bool(thank), f"{call}{phone}" * bool(call)) if part
    )
