"""The user's own numbers, from what has happened so far: counts, no guess where there are few. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Emailed,
    Heard,
    Interview,
    Promised,
    Result,
    Thanked,
    ThanksSkipped,
    deadline,
)
from store.policy import Policy
from store.rules.application import Applications
from store.rules.board import Card
from store.rules.office import HOUR, office_of
from store.rules.standing import known_events

FEWEST = 5
"""Below so many nothing is claimed."""
_MOST_ROUNDS = 4

ThanksSpan: TypeAlias = Literal["first", "second", "later", "never", "skipped"]
AskedBy: TypeAlias = Literal["talked", "message", "no_answer", "mail"]
Kept: TypeAlias = Literal["in_time", "days", "week", "longer", "put_off", "never"]
Outcome: TypeAlias = Literal["open"] | Result


class Bar(Struct, frozen=True):
    """How many there are of one kind; `of` is of how many, where it is a part of them."""

    kind: str
    count: int
    of: int | None = None


class Figure(Struct, frozen=True):
    """What was counted, and by how many it is borne out."""

    name: Literal["thanks", "asking", "promises", "rounds", "outcomes"]
    bars: tuple[Bar, ...]
    total: int
    half: timedelta | None = None
    """The span within which half of them lie."""

    @property
    def tells(self) -> bool:
        """Whether there are enough of them to say anything."""
        return self.total >= FEWEST


class Figures(Struct, frozen=True):
    """All of it, and what it rests on."""

    figures: tuple[Figure, ...]
    interviews: int
    """How many have taken place."""
    applications: int
    since: datetime | None
    """When the first of them was."""


def figures(cards: Iterable[Card], policy: Policy, now: datetime) -> Figures:
    """The numbers as they stand at `now`, of cards as they stand then."""
    every = [card for card in cards if _took_place(card, now)]
    interviews = [card.interview for card in every]
    applications = Applications(interviews)
    together = {applications.rounds(one)[-1].id: applications.rounds(one) for one in interviews}
    return Figures(
        figures=(
            _thanks(interviews, policy, now),
            _asking(together.values(), now),
            _promises(together.values(), policy, now),
            _rounds(together.values()),
            _outcomes(together.values(), {card.id: card for card in every}),
        ),
        interviews=len(interviews),
        applications=len(together),
        since=min((one.starts_at for one in interviews), default=None),
    )


def _half(spans: Sequence[timedelta]) -> timedelta | None:
    """Within which half of them lie; None where there are too few to say."""
    return sorted(spans)[(len(spans) - 1) // 2] if len(spans) >= FEWEST else None


def _took_place(card: Card, now: datetime) -> bool:
    closed = card.course.closed
    called_off = closed is not None and (closed.result == "cancelled" or card.course.closed_at_start)
    return card.interview.ends_at <= now and not called_off


# From the interview to the thank-you


def _thanks(interviews: Iterable[Interview], policy: Policy, now: datetime) -> Figure:
    counts: Counter[str] = Counter()
    spans: list[timedelta] = []
    for one in interviews:
        for kind, span in _thanked(one, policy, now):
            counts[kind] += 1
            spans += [span] if span is not None else []
    kinds: tuple[ThanksSpan, ...] = get_args(ThanksSpan)
    bars = tuple(Bar(kind, counts[kind]) for kind in kinds)
    half = _half(spans)
    return Figure("thanks", bars, counts.total() - counts["skipped"], half)


def _thanked(one: Interview, policy: Policy, now: datetime) -> Iterator[tuple[ThanksSpan, timedelta | None]]:
    """How it went with each who was owed thanks; nobody for whom the time is not over."""
    events = known_events(one, now)
    expired = now >= one.ends_at + policy.thank_expires * HOUR
    anonymous = () if one.mode == "recorded" else (None,)
    for to in [person.id for person in one.interviewers] or anonymous:
        sent = [event.at for event in events if isinstance(event, Thanked) and event.to in (to, None)]
        skipped = any(isinstance(event, ThanksSkipped) and event.to in (to, None) for event in events)
        if sent:
            span = max(timedelta(), min(sent) - one.ends_at)
            first, second = policy.thank_due * HOUR, policy.thank_late * HOUR
            yield ("first" if span < first else "second" if span < second else "later"), span
        elif skipped or expired:
            yield ("skipped" if skipped else "never"), None


# Asking, and what comes of it


def _asking(applications: Iterable[Sequence[Interview]], now: datetime) -> Figure:
    """Of each way to ask, how often they were in touch before the user asked again."""
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    spans: list[timedelta] = []
    for rounds in applications:
        events = _told(rounds, now)
        for at, event in enumerate(events):
            if (way := _asked_by(event)) is None:
                continue
            later = _answer(events[at + 1 :])
            asked[way] += 1
            if way == "talked" or later is not None:
                answered[way] += 1
            if way != "talked" and later is not None:
                spans.append(later.at - event.at)
    ways: tuple[AskedBy, ...] = get_args(AskedBy)
    half = _half(spans)
    return Figure("asking", tuple(Bar(way, answered[way], asked[way]) for way in ways), asked.total(), half)


def _told(rounds: Sequence[Interview], now: datetime) -> list[AnyEvent]:
    """What has happened in all rounds after the first one's end, oldest first."""
    found = [event for one in rounds for event in known_events(one, now) if event.at >= rounds[0].ends_at]
    return sorted(found, key=lambda event: event.at)


def _asked_by(event: AnyEvent) -> AskedBy | None:
    match event:
        case Called(outcome="reached"):
            return "talked"
        case Called(outcome="voicemail"):
            return "message"
        case Called():
            return "no_answer"
        case Emailed():
            return "mail"
        case _:
            return None


def _answer(later: Iterable[AnyEvent]) -> AnyEvent | None:
    """The first word of theirs among what came later, before the user has asked again."""
    for event in later:
        if _asked_by(event) is not None:
            return None
        if isinstance(event, Heard | Promised) or _is_their_word(event):
            return event
    return None


def _is_their_word(event: AnyEvent) -> bool:
    return isinstance(event, Closed) and event.result in ("offer", "advanced", "rejected")


# What they promised, and when the answer came


def _promises(applications: Iterable[Sequence[Interview]], policy: Policy, now: datetime) -> Figure:
    counts: Counter[str] = Counter()
    late: list[timedelta] = []
    for rounds in applications:
        for kind, days in _kept(rounds, policy, now):
            counts[kind] += 1
            late += [timedelta(days=days)] if days is not None else []
    kinds: tuple[Kept, ...] = get_args(Kept)
    half = _half(late)
    return Figure("promises", tuple(Bar(kind, counts[kind]) for kind in kinds), counts.total(), half)


def _kept(rounds: Sequence[Interview], policy: Policy, now: datetime) -> Iterator[tuple[Kept, int | None]]:
    """What became of each promise, and how many days late the answer was; nothing of those still open."""
    zone = office_of(rounds[-1], policy).zone
    events = _told(rounds, now)
    promised = [(at, event) for at, event in enumerate(events) if isinstance(event, Promised)]
    followers = [*(at for at, _ in promised[1:]), len(events)]
    for (at, event), until in zip(promised, followers, strict=False):
        limit = _day(event, zone)
        answers = [one.at for one in events[at + 1 : until] if _answers(one)]
        answers += [one.starts_at for one in rounds if event.at < one.starts_at <= now][:1]
        answer = min(answers, default=None)
        if answer is not None:
            days = max(0, (answer.astimezone(zone).date() - limit).days)
            kept: Kept = "in_time" if not days else "days" if days <= 3 else "week" if days <= 7 else "longer"
            yield kept, days
        elif until < len(events):
            yield "put_off", None
        elif now.astimezone(zone).date() > limit + timedelta(days=policy.quiet_after):
            yield "never", None


def _answers(event: AnyEvent) -> bool:
    reached = isinstance(event, Called) and event.outcome == "reached"
    return reached or isinstance(event, Heard) or _is_their_word(event)


def _day(event: Promised, zone: ZoneInfo) -> date:
    limit = deadline(event.callback_by)
    return limit.astimezone(zone).date() if isinstance(limit, datetime) else limit


# How far it went


def _rounds(applications: Iterable[Sequence[Interview]]) -> Figure:
    lengths = [min(len(rounds), _MOST_ROUNDS) for rounds in applications]
    bars = tuple(
        Bar(str(count), sum(one >= count for one in lengths)) for count in range(1, _MOST_ROUNDS + 1)
    )
    return Figure("rounds", bars, len(lengths))


def _outcomes(applications: Iterable[Sequence[Interview]], cards: dict[str, Card]) -> Figure:
    counts: Counter[str] = Counter()
    for rounds in applications:
        card = cards[rounds[-1].id]
        closed = card.course.closed
        level = card.standing.level if card.column == "closed" else closed.result if closed else "open"
        counts[str(level)] += 1
    kinds = ("open", "offer", "accepted", "advanced", "rejected", "quiet", "declined", "withdrawn")
    return Figure("outcomes", tuple(Bar(kind, counts[kind]) for kind in kinds), counts.total())
