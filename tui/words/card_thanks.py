"""What a card says of whom is still to be thanked, by which way, and how long there is. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from store import spans
from store.people.names import ShortNames
from store.rules.board import Card
from store.rules.channel import Owed
from store.rules.standing import Level
from store.rules.words import CHANNEL_WORDS
from store.text import show
from tui.signs import Signs
from tui.words.card_drafts import with_draft
from tui.words.card_line import CardLine, by_time_left
from tui.words.lines import first_fit

_LATENESS: Mapping[Level, tuple[str, ...]] = {
    "late": ("late, ", ""),
    "stale": ("better late, ", "late, ", ""),
}
"""How late a thank-you is, in words before the hours that are left: from the longest to the shortest."""


def to_thank(
    card: Card, now: datetime, zone: ZoneInfo, signs: Signs, width: int
) -> tuple[CardLine, CardLine]:
    total, done, left_out = len(card.interview.interviewers), card.course.thanked, len(card.course.left_out)
    assert card.standing.due is not None
    left = card.standing.due - now
    said = f"{done}/{total} {signs.dot} " if done else ""
    more = f"{f'{done}/{total}, ' if done else ''}{left_out} left out {signs.dot} " if left_out else said
    sign = signs.partly if done else signs.unthanked
    levels = _LATENESS.get(card.standing.level, ("",))
    wordings = [
        f"{sign} {before}{level}{spans.short(left)} left"
        for level in levels
        for before in dict.fromkeys((more, said, ""))
    ]
    tone = by_time_left(left, "warn" if card.standing.level in _LATENESS else "plain")
    return CardLine(first_fit(width, *wordings, f"{spans.short(left)} left"), tone), CardLine(
        _owed(card, now, zone, signs, width), "dim"
    )


def _owed(card: Card, now: datetime, zone: ZoneInfo, signs: Signs, width: int) -> str:
    contact = next(iter(card.interview.contacts), None)
    short = ShortNames(card.interview.people)
    via = f"through {short.of(contact) if contact is not None else CHANNEL_WORDS['recruiter']}"
    texts = not card.policy.texts_never
    names = []
    # Each takes a cell at least.
    for owed in card.owed[:width]:
        person = card.interview.person(owed.to)
        names.append(_way_to(owed, "" if person is None else short.of(person), via, signs, texts=texts))
    said = with_draft(card, show(", ".join(names)), signs, width)
    if card.course.closed is None:
        return said
    if card.course.answer_by is not None:
        near, plain = (
            spans.moment(card.course.answer_by, now, zone),
            spans.day(card.course.answer_by, now, zone),
        )
        wordings = (f"{said} {signs.dot} offer: answer by {near}", f"offer: answer by {near}")
        return first_fit(width, *wordings, f"offer: answer by {plain}")
    return first_fit(
        width, f"{said} {signs.dot} offer, send it anyway", f"{said} {signs.dot} offer", "offer: thank them"
    )


def _way_to(owed: Owed, name: str, via: str, signs: Signs, *, texts: bool) -> str:
    """By which way to thank someone; `texts`: whether there are hours for text messages at all."""
    match owed.channel:
        case "email":
            return f"{signs.mail} {name}"
        case "sms" | "whatsapp":
            return f"{signs.phone} {name}" if texts else f"{signs.phone} {name}: no hours for texts"
        case "recruiter":
            return f"{name} {via}".strip()
        case None:
            return f"{name}: find an address" if name else "find out who it was"
        case never:
            assert_never(never)
