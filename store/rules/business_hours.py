"""Office time: opening and closing in the other side's zone.

Hours are elapsed time, so a clock change never shifts a limit; opening and closing are wall time there.
All results are instants in UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from store.policy import Policy

DAY = timedelta(days=1)


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def opening(day: date, policy: Policy, zone: ZoneInfo) -> datetime:
    """Opening time on that day, working day or not."""
    return _at(day, policy.office_opens, zone)


def closing(day: date, policy: Policy, zone: ZoneInfo) -> datetime:
    """Closing time on that day, working day or not."""
    return _at(day, policy.office_closes, zone)


def is_working(day: date, policy: Policy) -> bool:
    """An office day that is no holiday."""
    return day.weekday() in policy.working_days and day not in policy.holidays


def next_open(at: datetime, policy: Policy, zone: ZoneInfo) -> datetime:
    """`at` itself while the office is open (opens <= local time < closes), else the next opening."""
    local = at.astimezone(zone)
    day, clock = local.date(), local.time()
    if is_working(day, policy):
        if policy.office_opens <= clock < policy.office_closes:
            return at.astimezone(UTC)
        if clock < policy.office_opens:
            return opening(day, policy, zone)
    day += DAY
    while not is_working(day, policy):
        day += DAY
    return opening(day, policy, zone)


def close_after(at: datetime, policy: Policy, zone: ZoneInfo) -> datetime:
    """The first office closing on a working day at or after `at`."""
    day = at.astimezone(zone).date()
    while not is_working(day, policy) or closing(day, policy, zone) < at:
        day += DAY
    return closing(day, policy, zone)


def assumed(at: datetime, policy: Policy, zone: ZoneInfo) -> datetime:
    """When an answer is assumed that nobody promised: a closing time some working days after `at`."""
    day = at.astimezone(zone).date()
    left = policy.assumed_callback
    while left:
        day += DAY
        left -= is_working(day, policy)
    return closing(day, policy, zone)


def instant(limit: date, policy: Policy, zone: ZoneInfo) -> datetime:
    """A deadline as an instant: a date means closing time on it, working day or not."""
    if isinstance(limit, datetime):
        return limit.astimezone(UTC)
    return closing(limit, policy, zone)


def window(limit: date, policy: Policy, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When to call after a deadline has passed: from its first to its last good moment."""
    ends = instant(limit, policy, zone)
    return (
        next_open(ends + timedelta(hours=policy.call_wait), policy, zone),
        close_after(ends + timedelta(hours=policy.call_late), policy, zone),
    )


def snooze_window(until: date, policy: Policy, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When to call after a snooze; a date means opening time on it."""
    begins = until.astimezone(UTC) if isinstance(until, datetime) else opening(until, policy, zone)
    return (
        next_open(begins, policy, zone),
        close_after(begins + timedelta(hours=policy.call_wait), policy, zone),
    )
