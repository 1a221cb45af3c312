"""What is said of the rounds of one application. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, assert_never
from zoneinfo import ZoneInfo

from store import spans
from store.changes.joining import Joining
from store.interview import Emailed, Interview, Thanked
from store.rules.board import Card
from store.rules.reasons import goes_on_in
from store.rules.standing import closed_by, known_events
from store.rules.words import COLUMN_TITLES, EventWords, limit_words

if TYPE_CHECKING:
    from store.rules.doubles import Double

_TOLD = 3
"""Of how many rounds it is said at once that they go on."""

_ASKED = 5
"""Of how many rounds it is said which they are where it is asked what something is about."""


def added_words(card: Card, cards: Iterable[Card], now: datetime, zone: ZoneInfo) -> str:
    """Where a new interview stands and why, and which rounds go on in it. Days in the user's `zone`."""
    words = f"{card.interview.company} stands in {COLUMN_TITLES[card.column]}: {card.why}"
    return ". ".join([words, *going_on(card.interview, cards, now, zone)])


def going_on(new: Interview, cards: Iterable[Card], now: datetime, zone: ZoneInfo) -> list[str]:
    """`Panel goes on in Technical, Mon 30 Nov`, for each round whose answer has come with `new`."""
    return [
        f"{one.interview.round or 'The round before'} {goes_on_in(new, now, zone)}"
        for one in cards
        if (later := _answer_in(one)) is not None and later.id == new.id
    ]


def gone_on(before: Iterable[Card], cards: Iterable[Card], now: datetime, zone: ZoneInfo) -> str:
    """`Globex: Panel goes on in Technical, Mon 30 Nov`: whose answers have come since the board before.

    Blank where none has. Days in the user's `zone`.
    """
    known = {one.id for one in before if _answer_in(one) is None}
    told = [
        f"{one.interview.company}: {one.interview.round or 'the round before'} {goes_on_in(later, now, zone)}"
        for one in cards
        if one.id in known and (later := _answer_in(one)) is not None
    ]
    more = [f"and {len(told) - _TOLD} more"] if len(told) > _TOLD else []
    return "; ".join([*told[:_TOLD], *more])


def _answer_in(card: Card) -> Interview | None:
    """The later round in which an answer to this one has come, where it is not closed itself."""
    return card.course.elsewhere.later if card.course.closed is None else None


def which_round_words(
    gone_on: Sequence[tuple[Interview, Interview]], now: datetime, zone: ZoneInfo
) -> tuple[str, str]:
    """Whether what is noted on earlier rounds is about the last ones: the question, and what it is about.

    `gone_on`: each earlier round with its last. Days in the user's `zone`.
    """
    last = gone_on[0][1].round or "the later round"
    title = f"Is it about {last if len(gone_on) == 1 else 'their later rounds'}?"
    cards = (
        "the earlier card, where it changes" if len(gone_on) == 1 else "the earlier cards, where it changes"
    )
    return title, f"{_gone_on_lines(gone_on, now, zone)}\nIf not, it is noted on {cards} nothing."


def their_word_words(
    gone_on: Sequence[tuple[Interview, Interview]], now: datetime, zone: ZoneInfo
) -> tuple[str, str]:
    """Whether their word on earlier rounds is that on the last ones too; see `which_round_words`."""
    last = gone_on[0][1].round or "the last round"
    title = f"Is it their word on {last if len(gone_on) == 1 else 'the later rounds'} as well?"
    rounds = "the earlier round" if len(gone_on) == 1 else "the earlier rounds"
    return title, f"{_gone_on_lines(gone_on, now, zone)}\nIf not, it is noted on {rounds} alone."


def _gone_on_lines(gone_on: Sequence[tuple[Interview, Interview]], now: datetime, zone: ZoneInfo) -> str:
    lines = [f"{round_words(one, zone)}\n{goes_on_in(last, now, zone)}." for one, last in gone_on[:_ASKED]]
    more = [f"… and {len(gone_on) - _ASKED} more."] if len(gone_on) > _ASKED else []
    return "\n".join([*lines, *more])


def asked_words(asked: Joining, interview: Interview, zone: ZoneInfo) -> tuple[str, str]:
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


def double_words(double: Double, zone: ZoneInfo) -> str:
    """`The same seems to be on the board already: Globex, Data engineer, Panel, Wed 18 Nov 14:00 (iv-1)`."""
    there = double.there
    at = spans.clock_time(there.starts_at, zone)
    return f"The same seems to be on the board already: {round_words(there, zone)} {at} ({there.id})"


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


def rounds_line(here: Interview, rounds: Sequence[Interview], now: datetime, zone: ZoneInfo) -> str:
    """All rounds on one line of time: `Intro call 12 Nov · Panel 18 Nov · ▸ Technical 30 Nov`."""
    return " · ".join(
        f"{'▸ ' if one.id == here.id else ''}{_named(one, now, zone)}{_called_off(one, now)}"
        for one in rounds
    )


def earlier_lines(one: Interview, now: datetime, zone: ZoneInfo) -> list[str]:
    """A round that is over, for the one after it: who was there, what it was about, what was sent."""
    people = ", ".join(f"{who.name} ({who.title})" if who.title else who.name for who in one.interviewers)
    lines = [f"{_named(one, now, zone)}{_called_off(one, now)}{f': {people}' if people else ''}"]
    sent = [event for event in known_events(one, now) if isinstance(event, Thanked | Emailed)]
    telling = EventWords(one, zone)
    for label, items in (
        ("talked about", one.topics),
        ("still to settle", [end.text for end in one.loose_ends if end.state == "open"]),
        ("sent", [telling.told(event) for event in sent]),
    ):
        if items:
            lines.append(f"{label}: {'; '.join(items)}")
    return lines


def _named(one: Interview, now: datetime, zone: ZoneInfo) -> str:
    return f"{one.round or 'a round'} {spans.date(one.starts_at, now, zone)}"


def _called_off(one: Interview, now: datetime) -> str:
    closed = closed_by(one, now)
    return " (called off)" if closed is not None and closed.result == "cancelled" else ""
