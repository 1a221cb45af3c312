"""Cards in every state there is, and what stands on each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.rules.board import Card
from tests.making import (
    ADA,
    BEN,
    CLEO,
    after,
    at,
    called,
    closed,
    debriefed,
    emailed,
    heard,
    promised,
    reopened,
    skipped,
    snoozed,
    thanked,
)
from tui.keymap import Keymap
from tui.signs import UNICODE, Signs
from tui.words import cards
from tui.words.card_line import CardLine

KEYS = Keymap()
PANEL = (ADA, BEN, CLEO)
DONE = thanked(after(1), None)
ALL = "✎ Ada, ✎ Ben, ✆ Cleo"
DUE = at("2026-12-01 09:00")
"""A Tuesday, 10:00 in Berlin."""
PROMISE = promised(after(1), "2026-11-27")
CARDS: list[tuple[str, list[Any], datetime, str, str]] = [
    ("to come", [], after(-3), "today 14:00", ""),
    ("due", [], after(19), "◉ 5 h left", ALL),
    ("in part", [thanked(after(1), "p1")], after(19), "◔ 1/3 · 5 h left", "✎ Ben, ✆ Cleo"),
    (
        "one left out",
        [thanked(after(1), "p1"), skipped(after(1), "p2")],
        after(19),
        "◔ 1/3, 1 left out · 5 h left",
        "✆ Cleo",
    ),
    (
        "nobody thanked, one left out",
        [skipped(after(1), "p2")],
        after(19),
        "◉ 1 left out · 5 h left",
        "✎ Ada, ✆ Cleo",
    ),
    ("late", [], after(25), "◉ late, 23 h left", ALL),
    ("stale", [], after(48), "◉ better late, 2 d left", ALL),
    ("offer", [closed(after(1), "offer")], after(23), "◉ 1 h left", f"{ALL} · offer, send it anyway"),
    ("promised", [DONE, PROMISE], after(2), "they said Fri 27 Nov", "call from 1 Dec 09:00"),
    (
        "promised soon",
        [DONE, promised(after(1), "2026-11-20")],
        after(2),
        "they said Fri",
        "call from Tue 09:00",
    ),
    (
        "promised to the minute",
        [DONE, promised(after(1), "2026-11-20T10:00:00Z")],
        after(2),
        "they said Fri 11:00",
        "call from Mon 11:00",
    ),
    ("assumed", [DONE], after(2), "no day named; our guess", "call from 27 Nov 09:00"),
    (
        "no day named",
        [DONE, replace(debriefed(after(1)), note="soon")],
        after(2),
        "they named no day: “soon”",
        "call from 27 Nov 09:00",
    ),
    (
        "missed in part",
        [thanked(after(1), "p1")],
        after(97),
        "no day named; our guess; not all thanked",
        "call from Fri 09:00",
    ),
    ("missed", [], after(97), "no day named; our guess; not thanked", "call from Fri 09:00"),
    (
        "snoozed",
        [DONE, snoozed(after(2), "2026-12-14")],
        after(3),
        "not before, as you asked",
        "call from 14 Dec 09:00",
    ),
    ("heard", [DONE, heard(after(18))], after(20), "in touch; our guess", "call from 30 Nov 09:00"),
    ("vain call", [DONE, called(after(18))], after(20), "no one reached, 1 try", "call from Mon 09:00"),
    (
        "vain calls",
        [DONE, called(after(18)), called(after(19))],
        after(20),
        "no one reached, 2 tries",
        "write from Mon 10:00",
    ),
    (
        "reopened after a vain call",
        [DONE, called(after(18)), closed(after(19)), reopened(after(20))],
        after(21),
        "no one reached, 1 try",
        "call from Mon 09:00",
    ),
    ("to call", [DONE, PROMISE], DUE, "✆ until today 17:00", "Ada Okafor"),
    ("overdue", [DONE, PROMISE], at("2026-12-02 09:00"), "✆ overdue by 17 h", "Ada Okafor"),
    (
        "second try",
        [DONE, PROMISE, called(DUE)],
        at("2026-12-03 09:00"),
        "✆ until tomorrow 17:00",
        "Ada Okafor, 2nd try",
    ),
    (
        "to write",
        [DONE, called(DUE), called(DUE)],
        at("2026-12-03 09:00"),
        "✎ until tomorrow 17:00",
        "✎ write Ada: 2 calls went unanswered",
    ),
    (
        "closing offered",
        [DONE, called(DUE), called(DUE), emailed(DUE)],
        at("2026-12-10 09:00"),
        "✆ ask when it suits you",
        "2 calls and 1 mail in vain: let it rest? · Ada Okafor",
    ),
    (
        "a call with thanks open",
        [promised(after(1), "2026-11-18T15:00:00Z")],
        after(48.5),
        "✆ until today 17:00",
        "Ada Okafor · thanks open 3/3",
    ),
    (
        "a call with thanks missed",
        [],
        at("2026-11-27 09:00"),
        "✆ ask when it suits you",
        "Ada Okafor · not thanked",
    ),
    ("rejected", [closed(after(2))], after(3), "rejected, Wed 18 Nov", ""),
    ("offer, thanks missed", [closed(after(2), "offer")], after(99), "an offer, Wed 18 Nov", "not thanked"),
    ("cancelled", [closed(after(-9), "cancelled")], after(3), "cancelled, Wed 18 Nov", ""),
    ("went quiet", [DONE], after(24 * 60), "went quiet", ""),
]


def lines(
    one: Card, now: datetime, zone: ZoneInfo, signs: Signs = UNICODE, width: int = 80
) -> Sequence[CardLine]:
    """The lines of a card, with the keys as they come."""
    return cards.card_lines(one, now, zone, KEYS, signs, width)


OFFERED = closed(after(2), "offer", answer_by="2026-11-27")
