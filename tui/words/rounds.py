"""What is said of the rounds of one application. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from store.changes.joining import Asked
from store.interview import Interview
from store.rules.board import Card
from store.rules.reasons import goes_on_in
from store.rules.words import COLUMN_TITLES, limit_words


def added_words(card: Card, cards: Iterable[Card], zone: ZoneInfo) -> str:
    """Where a new interview stands and why, and which rounds go on in it. Days in the user's `zone`."""
    words = f"{card.interview.company} stands in {COLUMN_TITLES[card.column]}: {card.why}"
    return ". ".join([words, *going_on(card.interview, cards, zone)])


def going_on(new: Interview, cards: Iterable[Card], zone: ZoneInfo) -> list[str]:
    """`Panel goes on in Technical, Mon 30 Nov`, for each round whose answer has come with `new`."""
    return [
        f"{one.interview.round or 'The round before'} {goes_on_in(new, zone)}"
        for one in cards
        if one.course.closed is None and (later := one.course.elsewhere.later) is not None
        if later.id == new.id
    ]


def asked_words(asked: Asked, interview: Interview, zone: ZoneInfo) -> tuple[str, str]:
    """Whether an interview belongs to an application: the question, and what it is about."""
    name, other = f"“{asked.opportunity}”", round_words(asked.other, zone)
    match asked.doubt:
        case "two companies":
            return (
                f"Does {interview.company} belong to the application {name}?",
                f"It is that of {other}.\nIf not, this one stands by itself.",
            )
        case "belongs to it":
            return (
                f"Is this a round of the application {name}?",
                f"Company and role are those of {other}.\nIf not, this one stands by itself.",
            )
        case "belongs with it":
            return (
                f"Does the application {name} go on from an earlier card?",
                f"Company and role are those of {other}, which has no application yet.",
            )
        case never:
            assert_never(never)


def round_words(one: Interview, zone: ZoneInfo) -> str:
    """`Globex, Data engineer, Panel, Wed 18 Nov`, the day in the user's `zone`."""
    here = one.starts_at.astimezone(zone)
    named = (one.company, one.role, one.round, f"{here:%a} {here.day} {here:%b}")
    return ", ".join(part for part in named if part)


def held_words(answer_by: str, others: int, now: datetime, zone: ZoneInfo) -> str:
    """`An offer is held until Fri 27 Nov; 3 others are still open.`"""
    words = f"An offer is held until {limit_words(answer_by, now, zone)}"
    if not others:
        return f"{words}."
    return f"{words}; {others} {'other is' if others == 1 else 'others are'} still open."
