"""Where what is heard of an application is noted: on its last round, not on one that has gone on. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypeAlias, assert_never

from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Debriefed,
    Delivered,
    Emailed,
    Heard,
    Interview,
    Owes,
    Promised,
    Reopened,
    Result,
    Snoozed,
    Thanked,
    ThanksSkipped,
)
from store.rules.standing import closed_by

Place: TypeAlias = Literal["here", "there instead", "there as well"]
THEIR_WORD: frozenset[Result] = frozenset({"offer", "rejected"})
"""Results that they have told the user, and that end the whole application or win it."""


def last_round(interview: Interview, rounds: Sequence[Interview], now: datetime) -> Interview | None:
    """The last round behind `interview` that is not called off by `now`; None where it is the last itself.

    `rounds`: those of its application in their order, itself among them.
    """
    places = [place for place, one in enumerate(rounds) if one.id == interview.id]
    later = rounds[places[0] + 1 :] if places else ()
    return next((one for one in reversed(later) if not _called_off(one, now)), None)


def place_of(event: AnyEvent) -> Place:
    """Where an event belongs that is to be noted on a card with a later round."""
    match event:
        case Promised() | Called() | Emailed() | Heard() | Snoozed():
            return "there instead"
        case Closed(result=result):
            return "there as well" if result in THEIR_WORD else "here"
        case Thanked() | ThanksSkipped() | Owes() | Delivered() | Debriefed() | Reopened():
            return "here"
        case _:
            assert_never(event)


def _called_off(one: Interview, now: datetime) -> bool:
    closed = closed_by(one, now)
    return closed is not None and closed.result == "cancelled"
