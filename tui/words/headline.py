"""What the lines above and below the board say. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from store.rules.board import Board, Card
from tui.keys import Keymap
from tui.words.cards import upcoming
from tui.words.lines import Piece


def counts(board: Board) -> str:
    """`3 to thank · 1 to call`; what is to be done, and nothing where nothing is."""
    thank, call = len(board.columns["to_thank"]), len(board.columns["call_now"])
    parts = [f"{thank} to thank" if thank else "", f"{call} to call" if call else ""]
    return " · ".join(part for part in parts if part) or "nothing to do now"


def clock(now: datetime, zone: ZoneInfo) -> str:
    """`Thu 19 Nov 18:04 CET`."""
    here = now.astimezone(zone)
    return f"{here:%a} {here.day} {here:%b %H:%M} {here:%Z}"


def headline(
    board: Board, zone: ZoneInfo, keys: Keymap, *, wanted: str, marked: int, looking: bool, width: int,
    demo: bool = False, trouble: str = "",
) -> tuple[list[Piece], list[Piece]]:  # fmt: skip
    """The top line: what is to be done on the left, the time on the right.

    `trouble` is what concerns everything that is done, such as `read-only`.
    """
    back = keys.say("board.back")
    left: list[Piece] = [("ringback", "strong"), ("   ", "plain")]
    if width < 60:
        left = []
    if demo:
        left.append(("demo, nothing is kept   ", "warn"))
    if trouble:
        left.append((f"{trouble}   ", "warn"))
    left.append((counts(board), "plain"))
    if marked:
        left.append((f"   {marked} marked", "key"))
    if wanted:
        left.append((f"   only “{wanted}”, {back} for all", "warn"))
    when = clock(board.at, zone)
    if width < 60:
        when = f"{board.at.astimezone(zone):%a %H:%M}"
    if looking:
        return left, [("looking at ", "warn"), (when, "current"), (f", {back} for now", "warn")]
    return left, [(when, "dim")]


def next_line(
    cards: Sequence[Card], now: datetime, zone: ZoneInfo, keys: Keymap, current: int | None
) -> list[Piece]:
    """The line of interviews to come; from the current one on where the cursor is in it."""
    if not cards:
        return [("Next  ", "dim"), (f"no interview ahead; {keys.say('card.add')} adds one", "dim")]
    first = max(0, (current or 0) - 1)
    pieces: list[Piece] = [("Next  ", "strong")]
    if first:
        pieces.append(("… · ", "dim"))
    for place, card in enumerate(cards[first:], first):
        if place > first:
            pieces.append((" · ", "dim"))
        pieces.append((upcoming(card, now, zone), "current" if place == current else "plain"))
    return pieces
