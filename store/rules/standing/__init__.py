"""The rules of time: where a card stands at any instant.

Pure functions of an interview's facts, what the other rounds of its application say, the policy and `now`.
Nothing of it is stored, and no timer has to have run. All intervals are half-open: at the boundary the new
state holds.
"""

from store.rules.standing.columns import (
    COLUMNS,
    ENDED,
    Column,
    Level,
    Standing,
    boundaries,
    change_after,
    is_answered,
    offer_pending,
    standing_at,
    thanks_open,
)
from store.rules.standing.courses import Course, closed_by, known_events, unsettled_by
from store.rules.standing.fold import Fold, course

__all__ = [
    "COLUMNS",
    "ENDED",
    "Column",
    "Course",
    "Fold",
    "Level",
    "Standing",
    "boundaries",
    "change_after",
    "closed_by",
    "course",
    "is_answered",
    "known_events",
    "offer_pending",
    "standing_at",
    "thanks_open",
    "unsettled_by",
]  # fmt: skip
