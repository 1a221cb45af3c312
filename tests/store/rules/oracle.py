"""The rules of time once more, slowly: a table, and a walk along the clock from quarter to quarter.

Written to be compared with `store.rules.standing`; shares nothing with it but the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store.interview import AnyEvent, Interview, Snoozed
from store.policy import Policy

HOUR, QUARTER = timedelta(hours=1), timedelta(minutes=15)
Window = tuple[datetime, datetime, str]


class Stands(NamedTuple):
    column: str
    level: str
    due: datetime | None
    window: Window
    unsettled: tuple[str | None, ...]


def quarters(since: datetime) -> Iterator[datetime]:
    """Every quarter hour at or after an instant."""
    step = since.replace(minute=since.minute // 15 * 15, second=0, microsecond=0)
    while True:
        if step >= since:
            yield step
        step += QUARTER


def works(day: date, policy: Policy) -> bool:
    return day.weekday() in policy.working_days and day not in set(policy.holidays)


@lru_cache(20_000)
def opens(since: datetime, policy: Policy, zone: ZoneInfo) -> datetime:
    def is_open(instant: datetime) -> bool:
        there = instant.astimezone(zone)
        in_hours = not (there.time() < policy.office_opens or there.time() >= policy.office_closes)
        return in_hours and works(there.date(), policy)

    return since if is_open(since) else next(one for one in quarters(since) if is_open(one))


@lru_cache(20_000)
def closes(since: datetime, policy: Policy, zone: ZoneInfo) -> datetime:
    for one in quarters(since):
        there = one.astimezone(zone)
        if there.time() == policy.office_closes and works(there.date(), policy):
            return one
    raise AssertionError


def closing_on(day: date, policy: Policy, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, policy.office_closes, zone).astimezone(UTC)


def assumed(since: datetime, policy: Policy, zone: ZoneInfo) -> datetime:
    first = since.astimezone(zone).date()
    coming = (first + timedelta(days=n) for n in range(1, 2000))
    working = [day for day, _ in zip(filter(lambda day: works(day, policy), coming), range(99), strict=False)]
    return closing_on(working[policy.assumed_callback - 1], policy, zone)


def after_deadline(limit: datetime, policy: Policy, zone: ZoneInfo, basis: str) -> Window:
    first = opens(limit + policy.call_wait * HOUR, policy, zone)
    return first, closes(limit + policy.call_late * HOUR, policy, zone), basis


def in_order(interview: Interview, now: datetime) -> list[AnyEvent]:
    """By insertion: each event goes behind all that are not later."""
    line: list[AnyEvent] = []
    for event in interview.events:
        if event.at > now:
            continue
        place = len(line)
        while place and line[place - 1].at > event.at:
            place -= 1
        line.insert(place, event)
    return line


def closed_after(line: list[AnyEvent]) -> AnyEvent | None:
    """The last word on whether it is closed, looking back."""
    for event in reversed(line):
        if event.KIND == "reopened":
            return None
        if event.KIND == "closed":
            return event
    return None


def counting(line: list[AnyEvent]) -> list[AnyEvent]:
    """Events that bear on the window: those while the card was open, and each true reopening."""
    counted = []
    for place, event in enumerate(line):
        was_closed = closed_after(line[:place]) is not None
        if was_closed == (event.KIND == "reopened"):
            counted.append(event)
    return counted


def windows(interview: Interview, line: list[AnyEvent], policy: Policy, zone: ZoneInfo) -> list[Window]:
    counted = counting(line)
    found: list[Window] = []
    since = 0
    for place, event in enumerate(counted):
        if event.KIND == "promised":
            text = event.callback_by  # type: ignore[union-attr]
            day_only = "T" not in text
            limit = closing_on(date.fromisoformat(text), policy, zone) if day_only else instant(text)
            found, since = [after_deadline(limit, policy, zone, "promised")], place + 1
    contacts = [
        event
        for event in counted[since:]
        if event.KIND in {"called", "heard", "emailed", "reopened"} and event.at >= interview.ends_at
    ]
    if contacts:
        last = contacts[-1]
        missed = last.KIND == "called" and last.outcome in {"voicemail", "no_answer"}  # type: ignore[union-attr]
        limit = last.at if missed else assumed(last.at, policy, zone)
        found.append(after_deadline(limit, policy, zone, "contact"))
    if not found:
        found = [after_deadline(assumed(interview.ends_at, policy, zone), policy, zone, "assumed")]
    for event in [event for event in counted if isinstance(event, Snoozed)][-1:]:
        text = event.until
        opening = datetime.combine(date.fromisoformat(text[:10]), policy.office_opens, zone).astimezone(UTC)
        until = instant(text) if "T" in text else opening
        found.append(
            (opens(until, policy, zone), closes(until + policy.call_wait * HOUR, policy, zone), "snoozed")
        )
    return found


def instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def unsettled(interview: Interview, line: list[AnyEvent]) -> tuple[str | None, ...]:
    done = [event.to for event in line if event.KIND in ("thanked", "thanks_skipped")]  # type: ignore[union-attr]
    owed: list[str | None] = [one.id for one in interview.interviewers] or [None]
    return tuple(who for who in owed if who not in done and None not in done)


def stands(interview: Interview, policy: Policy, now: datetime) -> Stands:
    zone = ZoneInfo(interview.zone)
    line = in_order(interview, now)
    end, closed, owed = interview.ends_at, closed_after(line), unsettled(interview, line)
    window = max(windows(interview, line, policy, zone), key=lambda one: one[0])
    call_from, call_by, _ = window
    limits = {"due": end + policy.thank_due * HOUR, "late": end + policy.thank_late * HOUR}
    limits["stale"] = end + policy.thank_expires * HOUR
    thanks = bool(owed) and now < limits["stale"]
    level = next((name for name, limit in limits.items() if now < limit), "")
    result = closed.result if closed is not None else ""  # type: ignore[union-attr]
    early = closed is not None and closed.at < interview.starts_at
    quiet_from = call_from + policy.quiet_after * 24 * HOUR
    table: list[tuple[Callable[[], bool], str, str, datetime | None]] = [
        (lambda: result in {"rejected", "withdrawn", "cancelled", "quiet"} or early, "closed", result, None),
        (lambda: not result and now < end, "upcoming", "upcoming", interview.starts_at),
        (lambda: bool(result) and thanks and now >= end, "to_thank", level, limits.get(level)),
        (lambda: bool(result), "closed", result, None),
        (lambda: now >= quiet_from, "closed", "quiet", None),
        (lambda: now >= call_from, "call_now", "open" if now < call_by else "overdue", call_by),
        (lambda: thanks, "to_thank", level, limits.get(level)),
        (lambda: True, "awaiting_callback", "waiting", call_from),
    ]
    column, level, due = next(row[1:] for row in table if row[0]())
    return Stands(column, level, due, window, owed)
