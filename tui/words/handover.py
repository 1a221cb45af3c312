"""The words of the last read: its ways with their keys, and its question. Pure."""

from __future__ import annotations

from rich.cells import cell_len

from tui.handover.keys import WAY_KEYS
from tui.handover.ways import Offer, WayId
from tui.keys import written
from tui.words.cut import cut, fit, wrapped

ROOMY = 30
"""Rows from which each way has a line of its own."""
Row = list[tuple[str, str]]
"""Words and their tones: key, dim, warn, plain."""


def way_lines(offer: Offer, width: int) -> list[Row]:
    """A line for each way: key, title and what happens; then what is missing."""
    widest = max((cell_len(way.title) for way in offer.ways), default=0) + 3
    rows: list[Row] = []
    for way in offer.ways:
        key = written(WAY_KEYS[way.id])
        hint = cut(way.hint, max(0, width - widest - 3))
        rows.append([(fit(key, 3), "key"), (fit(way.title, widest), "plain"), (hint, "dim")])
    return rows + _missing(offer, width)


def way_rows(offer: Offer, width: int) -> list[Row]:
    """The ways with their keys side by side, in as few rows as it takes."""
    rows: list[Row] = [[]]
    used = 0
    for way in offer.ways:
        key = written(WAY_KEYS[way.id])
        words = f" {way.title}  "
        takes = cell_len(key + words)
        if rows[-1] and used + takes - 2 > width:
            rows.append([])
            used = 0
        rows[-1] += [(key, "key"), (words, "plain")]
        used += takes
    return [row for row in rows if row] + _missing(offer, width)


def _missing(offer: Offer, width: int) -> list[Row]:
    return [[(line, "warn")] for sentence in offer.missing for line in wrapped(sentence, width)]


def asked(said: str | None) -> Row:
    """The question after a hand-over, and what came of that."""
    question: Row = [
        ("Sent?", "strong"),
        (" y", "key"),
        (" yes ", "plain"),
        ("n", "key"),
        (" not yet  ", "plain"),
    ]
    return [*question, (said or "", "dim")]


def standing(way: WayId | None, *, sent: bool) -> str:
    """Where one person's text stands."""
    if sent:
        return "sent"
    return "" if way is None else "handed over, not marked as sent"
