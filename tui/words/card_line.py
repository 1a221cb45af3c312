"""A line of a card, and what several kinds of cards say alike: how urgent, when, what is missing. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from store import spans
from store.interview import zone_of
from store.rules.board import Card

CardTone: TypeAlias = Literal["title", "plain", "dim", "good", "warn", "alert"]


class CardLine(NamedTuple):
    """One line of a card and the tone it is said in."""

    text: str
    tone: CardTone


_SOON, _LAST = timedelta(hours=6), timedelta(hours=2)
"""So much time left presses, or is the last."""


def by_time_left(left: timedelta, calm: CardTone) -> CardTone:
    """The tone of what can be done for so long, `calm` where there is time."""
    return "alert" if left <= _LAST else "warn" if left <= _SOON else calm


def missed_words(card: Card) -> str:
    """That thanks were not sent, or not to all."""
    return "not all thanked" if card.course.thanked else "not thanked"


def _there(at: datetime, zone: ZoneInfo, card: Card) -> str:
    """`09:00`, the time of day over there, where the other side's clock shows another one."""
    other = at.astimezone(zone_of(card.interview))
    here = at.astimezone(zone)
    if other.utcoffset() == here.utcoffset():
        return ""
    day = f"{other:%a} " if other.date() != here.date() else ""
    return f"{day}{spans.clock_time(other)}"


def moments(at: datetime, now: datetime, zone: ZoneInfo, card: Card) -> tuple[str, ...]:
    """A moment in every wording, from the longest on: with the time over there, and without it."""
    near = spans.moment(at, now, zone)
    plain = min(near, spans.weekday_moment(at, now, zone), key=len)
    other = _there(at, zone, card)
    if not other:
        return near, plain
    return f"{near} ({other} there)", f"{plain} ({other} there)", f"{plain} ({other})", plain
