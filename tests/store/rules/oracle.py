"""The rules of time once more, slowly, from their text: looking back, and tables.

Written to be compared with `store.rules`; shares nothing with it but the records. `oracle_office` is
its clock, and `oracle_deeds` goes on with what there is to do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from store.interview import AnyEvent, Closed, Interview
from store.policy import Policy
from tests.store.rules.oracle_office import (
    HOUR,
    Place,
    Window,
    assumed,
    closes,
    opens,
    place_of,
    window,
    worked,
)


class Stands(NamedTuple):
    column: str
    level: str
    due: datetime | None
    window: Window
    unsettled: tuple[str | None, ...]
    later_round: str | None


# The rounds of one application


def application(interview: Interview) -> tuple[str, ...]:
    def same(text: str | None) -> str:
        return " ".join((text or "").split()).casefold()

    if same(interview.opportunity):
        return ("opportunity", same(interview.opportunity))
    if same(interview.company) and same(interview.role):
        return ("company and role", same(interview.company), same(interview.role))
    return ("none but itself", interview.id)


def rounds_of(interview: Interview, book: Sequence[Interview]) -> list[Interview]:
    def ends(one: Interview) -> tuple[datetime, datetime, str]:
        return (one.starts_at if one.mode == "recorded" else one.ends_at), one.starts_at, one.id

    return sorted((one for one in book if application(one) == application(interview)), key=ends)


class Happened(NamedTuple):
    """One event as it counts on a card: its own or another's."""

    at: datetime
    kind: str
    event: AnyEvent | None
    limit: datetime | None = None
    """When a promise of another card runs out."""


def known(interview: Interview, now: datetime) -> list[AnyEvent]:
    """By insertion: each event goes behind all that are not later. What came before by its `ref` is left."""
    line: list[AnyEvent] = []
    for event in interview.events:
        place = len(line)
        while place and line[place - 1].at > event.at:
            place -= 1
        if event.at <= now:
            line.insert(place, event)
    seen: list[tuple[object, ...]] = []
    kept = []
    for event in line:
        same = (event.KIND, getattr(event, "to", None), event.ref, getattr(event, "what", None))
        if not event.ref or same not in seen:
            kept.append(event)
        seen.append(same)
    return kept


def closed_after(line: Sequence[Any]) -> Any:
    """The last word on whether it is closed, looking back."""
    for event in reversed(line):
        if event.KIND == "reopened":
            return None
        if event.KIND == "closed":
            return event
    return None


def called_off(interview: Interview, now: datetime) -> Closed | None:
    closed = closed_after(known(interview, now))
    return closed if closed is not None and closed.result == "cancelled" else None


def later_rounds(interview: Interview, book: Sequence[Interview], now: datetime) -> list[Interview]:
    rounds = rounds_of(interview, book)
    behind = rounds[[one.id for one in rounds].index(interview.id) + 1 :]
    return [one for one in behind if called_off(one, now) is None]


def pending_until(interview: Interview, policy: Policy, now: datetime) -> datetime | None:
    """When an offer on it has to be answered, while that is pending."""
    closed = closed_after(known(interview, now))
    if closed is None or closed.result != "offer" or closed.answer_by is None:
        return None
    answer_by = place_of(interview.zone, interview.country, policy).instant(closed.answer_by)
    return answer_by if now < answer_by + policy.quiet_after * 24 * HOUR else None


def from_others(
    interview: Interview, book: Sequence[Interview], policy: Policy, now: datetime
) -> list[Happened]:
    """Promises of other rounds that count here too, and that a later round was called off."""
    found: list[Happened] = []
    rounds = rounds_of(interview, book)
    here = [one.id for one in rounds].index(interview.id)
    for number, other in enumerate(rounds):
        place = place_of(other.zone, other.country, policy)
        line = known(other, now)
        off = called_off(other, now)
        for at, event in enumerate(line):
            if event.KIND == "promised" and closed_after(line[:at]) is None:
                made_on = event.at.astimezone(place.zone).date()
                begun = interview.starts_at.astimezone(place.zone).date() <= made_on
                if (number < here and begun) or (number > here and off is not None):
                    limit = place.instant(event.callback_by)  # type: ignore[union-attr]
                    found.append(Happened(event.at, "promised", event, limit))
            if number > here and event is off:
                found.append(Happened(event.at, "heard", None))
    return found


# One card


class Story(NamedTuple):
    """What counts for the window of one card, in order, and what stands."""

    interview: Interview
    place: Place
    line: list[AnyEvent]
    counted: list[Happened]
    closed: Any
    stood_closed: bool
    later: list[Interview]
    waits_for_offer: bool


def story(interview: Interview, book: Sequence[Interview], policy: Policy, now: datetime) -> Story:
    line = known(interview, now)
    counted: list[Happened] = []
    for at, event in enumerate(line):
        closed = closed_after(line[:at])
        if event.KIND == "reopened" and closed is not None:
            if event.at - closed.at >= policy.reopen_within * HOUR:
                counted.append(Happened(event.at, "reopened", event))
        elif closed is None and event.KIND != "reopened":
            counted.append(Happened(event.at, event.KIND, event))
    for theirs in from_others(interview, book, policy, now):
        open_then = closed_after([event for event in line if event.at <= theirs.at]) is None
        if open_then:
            at = sum(one.at <= theirs.at for one in counted)
            counted.insert(at, theirs)
    place = place_of(interview.zone, interview.country, policy)
    counted = [one for one in counted if not is_history(one, interview, place)]
    others = [one for one in rounds_of(interview, book) if one.id != interview.id]
    return Story(
        interview, place, line, counted, closed_after(line),
        closed_after([event for event in line if event.at <= interview.starts_at]) is not None,
        later_rounds(interview, book, now),
        any(pending_until(one, policy, now) is not None for one in others),
    )  # fmt: skip


def is_history(one: Happened, interview: Interview, place: Place) -> bool:
    if one.kind == "promised":
        return limit_of(one, place) < interview.ends_at
    return one.kind in {"called", "emailed", "heard", "reopened"} and one.at < interview.ends_at


def limit_of(one: Happened, place: Place) -> datetime:
    return one.limit if one.limit is not None else place.instant(one.event.callback_by)  # type: ignore[union-attr]


def outcome(one: Happened) -> str:
    """What a contact came to: a call by its outcome, everything else by its kind."""
    return one.event.outcome if one.kind == "called" else one.kind  # type: ignore[union-attr]


def last_promise(told: Story) -> Happened | None:
    return next((one for one in reversed(told.counted) if one.kind == "promised"), None)


def windows(told: Story) -> list[Window]:
    """All that the rules name, snooze last; of several that begin together the first counts."""
    place, found, since = told.place, [], 0
    promise: Any = last_promise(told)
    if promise is not None:
        since = max(at for at, one in enumerate(told.counted) if one is promise) + 1
        limit, event = limit_of(promise, place), promise.event
        if event.how == "ring" and event.silence != "no" and "T" in event.callback_by:
            first = opens(limit + timedelta(minutes=place.policy.ring_wait), place)
            last = closes(worked(limit, place.policy.call_wait, place), place)
            found.append(Window(first, last, "promised", True))
        else:
            found.append(window(limit, place, "promised", firm=True))
    kinds = {"called", "heard", "emailed", "reopened"}
    for one in [one for one in told.counted[since:] if one.kind in kinds][-1:]:
        if outcome(one) == "no_answer":
            found.append(window(one.at, place, "contact", firm=True))
        elif outcome(one) == "voicemail":
            wait = place.policy.voicemail_wait
            found.append(window(one.at, place, "contact", firm=True, wait=wait))
        elif promise is None or one.at >= limit_of(promise, place):
            found.append(window(assumed(one.at, place), place, "contact", firm=False))
    if not found:
        found = [window(assumed(told.interview.ends_at, place), place, "assumed", firm=False)]
    for snooze in [one.event for one in told.counted if one.kind == "snoozed"][-1:]:
        until = snooze.until  # type: ignore[union-attr]
        at = place.instant(until)
        if "T" not in until:
            at = place.on(date.fromisoformat(until), place.policy.office_opens)
        last = closes(worked(at, place.policy.call_wait, place), place)
        found.append(Window(opens(at, place), last, "snoozed", True))
    return found


def latest(found: Sequence[Window]) -> Window:
    return next(one for one in found if one.opens == max(other.opens for other in found))


def silence_is_no(told: Story) -> bool:
    behind = latest([one for one in windows(told) if one.basis != "snoozed"])
    promise: Any = last_promise(told)
    return behind.basis == "promised" and promise.event.silence == "no"


def unsettled(told: Story) -> tuple[str | None, ...]:
    done = [event.to for event in told.line if event.KIND in ("thanked", "thanks_skipped")]  # type: ignore[union-attr]
    owed: list[str | None] = [one.id for one in told.interview.interviewers]
    if not owed and told.interview.mode != "recorded":
        owed = [None]
    return () if None in done else tuple(who for who in owed if who not in done)


def thanks_open(told: Story, policy: Policy, now: datetime) -> bool:
    if told.closed is not None and told.stood_closed:
        return False
    return bool(unsettled(told)) and now < told.interview.ends_at + policy.thank_expires * HOUR


def stands(interview: Interview, book: Sequence[Interview], policy: Policy, now: datetime) -> Stands:
    told = story(interview, book, policy, now)
    end, owed, result = interview.ends_at, thanks_open(told, policy, now), ""
    result = told.closed.result if told.closed is not None else ""
    best = latest(windows(told))
    limits = {"due": end + policy.thank_due * HOUR, "late": end + policy.thank_late * HOUR}
    limits["stale"] = end + policy.thank_expires * HOUR
    level = next((name for name, limit in limits.items() if now < limit), "")
    thanks = ("to_thank", level, limits.get(level))
    offer = pending_until(interview, policy, now)
    over = {"rejected", "withdrawn", "cancelled", "quiet", "accepted", "declined"}
    never = told.closed is not None and told.stood_closed
    starts = end if interview.mode == "recorded" else interview.starts_at
    presses = offer is not None and now >= offer - policy.answer_lead * HOUR
    answer = "answer" if offer is not None and now < offer else "overdue"
    elsewhere = bool(told.later) or told.waits_for_offer
    quiet = now >= best.opens + policy.quiet_after * 24 * HOUR
    quiet = quiet or (now >= best.opens and silence_is_no(told))
    asking = ("call_now", "overdue" if best.firm and now >= best.closes else "open")
    table: list[tuple[Callable[[], bool], tuple[str, str, datetime | None]]] = [
        (lambda: result in over or (never and offer is None), ("closed", result, None)),
        (lambda: offer is not None and (not owed or now < end or presses), ("call_now", answer, offer)),
        (lambda: not result and now < end, ("upcoming", "upcoming", starts)),
        (lambda: bool(result) and owed and now >= end, thanks),
        (lambda: bool(result), ("closed", result, None)),
        (lambda: elsewhere and owed, thanks),
        (lambda: elsewhere, ("closed", "advanced", None)),
        (lambda: quiet, ("closed", "quiet", None)),
        (lambda: now >= best.opens, (*asking, best.closes if best.firm else None)),
        (lambda: owed, thanks),
        (lambda: True, ("awaiting_callback", "waiting", best.opens)),
    ]
    column, level, due = next(row for holds, row in table if holds())
    later = told.later[0].id if told.later else None
    return Stands(column, level, due, best, unsettled(told), later)
