"""From the course of an interview to its column and level, now or at any later instant."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from store.interview import Closed, Interview, Result
from store.policy import Policy
from store.rules.office import HOUR
from store.rules.standing.courses import Course

Column: TypeAlias = Literal["upcoming", "to_thank", "awaiting_callback", "call_now", "closed"]
Level: TypeAlias = (
    Literal["upcoming", "due", "late", "stale", "waiting", "open", "overdue", "answer"] | Result
)
COLUMNS: tuple[Column, ...] = get_args(Column)
ENDED: frozenset[Result] = frozenset({
    "rejected", "withdrawn", "cancelled", "quiet", "accepted", "declined",
})  # fmt: skip
"""Results after which nobody is thanked any more."""


class Standing(Struct, frozen=True, kw_only=True):
    """Where a card stands: its column, the level within, and when that runs out (UTC, or None)."""

    column: Column
    level: Level
    due: datetime | None


def thanks_open(course: Course, policy: Policy, at: datetime) -> bool:
    """Whether someone is still owed thanks, it is not too late to be asked, and it took place at all."""
    if not course.unsettled or at >= course.interview.ends_at + policy.thank_expires * HOUR:
        return False
    return not _closed_before(course)


def _closed_before(course: Course) -> bool:
    """Closed since before the interview's start."""
    return course.closed is not None and course.closed_at_start


def offer_pending(course: Course, policy: Policy, at: datetime) -> bool:
    """Whether the card is closed as an offer that is still to be answered."""
    return course.answer_by is not None and at < course.answer_by + timedelta(days=policy.quiet_after)


def is_answered(course: Course, at: datetime) -> bool:
    """Whether the answer has come, or must wait, elsewhere: a later round, or an offer on another round."""
    until = course.elsewhere.offer_until
    return course.elsewhere.later is not None or (until is not None and at < until)


def standing_at(course: Course, policy: Policy, at: datetime) -> Standing:
    """Where the card stands at `at`, if nothing more happens than `course` knows of."""
    interview = course.interview
    owed = thanks_open(course, policy, at)
    if course.closed is not None:
        return _closed(course, course.closed, policy, at, owed=owed)
    if at < interview.ends_at:
        starts = interview.ends_at if interview.mode == "recorded" else interview.starts_at
        return Standing(column="upcoming", level="upcoming", due=starts)
    if is_answered(course, at):
        return _thanks(interview, policy, at) if owed else _ended("advanced")
    if at >= course.call_from:
        if course.asked_no_more or at >= course.call_from + timedelta(days=policy.quiet_after):
            return _ended("quiet")
        return _asking(course, at)
    if owed:
        return _thanks(interview, policy, at)
    return Standing(column="awaiting_callback", level="waiting", due=course.call_from)


def _closed(course: Course, closed: Closed, policy: Policy, at: datetime, *, owed: bool) -> Standing:
    pending = offer_pending(course, policy, at)
    if closed.result in ENDED or (_closed_before(course) and not pending):
        return _ended(closed.result)
    ended = at >= course.interview.ends_at
    if (
        pending
        and course.answer_by is not None
        and (not owed or not ended or at >= course.answer_by - policy.answer_lead * HOUR)
    ):
        level: Level = "answer" if at < course.answer_by else "overdue"
        return Standing(column="call_now", level=level, due=course.answer_by)
    return _thanks(course.interview, policy, at) if owed and ended else _ended(closed.result)


def _ended(result: Result) -> Standing:
    return Standing(column="closed", level=result, due=None)


def _asking(course: Course, at: datetime) -> Standing:
    if not course.window.firm:
        return Standing(column="call_now", level="open", due=None)
    level: Level = "open" if at < course.call_by else "overdue"
    return Standing(column="call_now", level=level, due=course.call_by)


def _thanks(interview: Interview, policy: Policy, at: datetime) -> Standing:
    steps: tuple[tuple[Level, int], ...] = (
        ("due", policy.thank_due),
        ("late", policy.thank_late),
        ("stale", policy.thank_expires),
    )
    for level, hours in steps:
        ends = interview.ends_at + hours * HOUR
        if at < ends:
            return Standing(column="to_thank", level=level, due=ends)
    raise AssertionError("thanks are not open")


def boundaries(course: Course, policy: Policy) -> list[datetime]:
    """Every instant at which the card may change by itself, in order."""
    ends_at, call_from = course.interview.ends_at, course.call_from
    quiet = timedelta(days=policy.quiet_after)
    instants = [
        ends_at,
        ends_at + policy.thank_due * HOUR,
        ends_at + policy.thank_late * HOUR,
        ends_at + policy.thank_expires * HOUR,
        call_from,
        course.call_by,
        call_from + quiet,
    ]
    if (answer_by := course.answer_by) is not None:
        instants += [answer_by - policy.answer_lead * HOUR, answer_by, answer_by + quiet]
    if course.elsewhere.offer_until is not None:
        instants.append(course.elsewhere.offer_until)
    return sorted(instants)


def change_after(
    course: Course, policy: Policy, now: datetime, here: Standing | None = None
) -> datetime | None:
    """The first instant after `now` at which column or level changes if nothing more happens.

    `here`: where it stands at `now`, if that is known.
    """
    here = here or standing_at(course, policy, now)
    for at in boundaries(course, policy):
        if at > now:
            there = standing_at(course, policy, at)
            if (there.column, there.level) != (here.column, here.level):
                return at
    return None
