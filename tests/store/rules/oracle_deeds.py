"""What there is to do, once more and slowly: thanks, asking, what is owed, and the list of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from store.interview import Interview, Person
from store.policy import Policy
from tests.store.rules.oracle import (
    Happened,
    Story,
    last_promise,
    limit_of,
    outcome,
    pending_until,
    stands,
    story,
    thanks_open,
    unsettled,
)
from tests.store.rules.oracle_office import HOUR, opens, quarters

ORDER = ("answer", "debrief", "thank", "call", "write", "deliver", "find")


class Way(NamedTuple):
    """To whom, by which channel, and from when."""

    channel: str | None
    to: str | None
    begins: datetime | None


class Entry(NamedTuple):
    """One line of what to do now."""

    id: str
    do: str
    to: tuple[str | None, ...]
    channel: str | None
    until: datetime | None
    of: str | None


class Asked(NamedTuple):
    """What a card asks for."""

    owed: tuple[Way, ...]
    follow_up: Way | None
    rest: bool
    owes: tuple[tuple[str, datetime | None, bool], ...]


def in_span(clock: time, first: time, last: time) -> bool:
    if first > last:
        return not last <= clock < first
    return first <= clock < last


def texts_from(now: datetime, zone: ZoneInfo, policy: Policy) -> datetime:
    for one in quarters(now):
        if in_span(one.astimezone(zone).time(), policy.texts_from, policy.texts_to):
            return one
    raise AssertionError


def thanks_way(told: Story, who: str | None, policy: Policy, now: datetime) -> Way:
    person = next((one for one in told.interview.interviewers if one.id == who), None)
    if person is None or not (person.phone or person.email):
        helps = any(one.email or one.phone for one in told.interview.contacts)
        return Way("recruiter" if helps else None, who, now if helps else None)
    texts = texts_from(now, told.place.zone, policy)
    message = Way("whatsapp" if person.whatsapp else "sms", who, texts)
    promise = last_promise(told)
    if not person.email:
        return message
    if person.phone and promise is not None and told.closed is None and not told.later:
        left = limit_of(promise, told.place) - now
        reaches = texts == now or texts < now + left
        if timedelta(0) <= left <= policy.email_lead * HOUR and reaches:
            return message
    return Way("email", who, now)


# Asking


def asked_since(told: Story, ends_it: set[str]) -> list[Happened]:
    """Contacts since the last event of those kinds, newest last."""
    found: list[Happened] = []
    for one in told.counted:
        if outcome(one) in ends_it:
            found = []
        elif one.kind in {"called", "emailed"}:
            found.append(one)
    return found


def in_order(told: Story) -> list[Person]:
    """Whom to ask, the best first: the last named who may be asked, contacts, interviewers."""
    people = [*told.interview.contacts, *told.interview.interviewers]
    may = {one.id: one for one in people if one.ask != "never"}
    for one in reversed(told.counted):
        if one.kind in {"called", "emailed", "heard", "promised"}:
            named = getattr(one.event, "by" if one.kind == "promised" else "to", None)
            # A promise of another card has no `by`.
            if named in may and one.limit is None:
                first = may.pop(named)
                return [first, *may.values()]
    return list(may.values())


def night(at: datetime, user: ZoneInfo, policy: Policy) -> bool:
    """Quiet hours, and days away."""
    here = at.astimezone(user)
    for days in policy.away:
        if days[:10] <= here.date().isoformat() <= days[-10:]:
            return True
    return in_span(here.time(), *policy.quiet)


def ask(told: Story, policy: Policy, now: datetime, user: ZoneInfo) -> Way:
    order = in_order(told)
    may: dict[str, Callable[[Person], bool]] = {
        "call": lambda one: bool(one.phone) and one.ask != "email",
        "email": lambda one: bool(one.email) and one.ask != "phone",
    }
    willing = [one for one in order if may["call"](one) or may["email"](one)]
    said = willing[0].ask if willing else None
    if not willing:
        may = {"call": lambda one: bool(one.phone), "email": lambda one: bool(one.email)}
    tries = asked_since(told, {"reached", "heard", "emailed", "promised"})
    asks = asked_since(told, {"reached", "heard", "promised"})
    if len(tries) >= policy.call_tries:
        wanted = "email"
    elif said is not None:
        wanted = "email" if said == "email" else "call"
    elif policy.ask_first == "email" and not (asks and asks[-1].kind == "emailed"):
        wanted = "email"
    else:
        wanted = "call"
    for way in (wanted, "email" if wanted == "call" else "call"):
        whom = next((one for one in order if may[way](one)), None)
        if whom is not None and way == "email":
            return Way("email", whom.id, now)
        if whom is not None:
            return call(told, whom, next((one for one in order if may["email"](one)), None), now, user)
    return Way(None, None, None)


def call(told: Story, whom: Person, reader: Person | None, now: datetime, user: ZoneInfo) -> Way:
    for one in quarters(now):
        if one >= now + 14 * 24 * HOUR:
            break
        if told.place.is_open(one) and not night(one, user, told.place.policy):
            return Way("call", whom.id, one)
    if reader is not None:
        return Way("email", reader.id, now)
    return Way("call", whom.id, opens(now, told.place))


# All of one card


def what_is_owed(told: Story, policy: Policy, now: datetime, *, over: bool) -> Iterator[tuple[Any, ...]]:
    for at, event in enumerate(told.line):
        done = any(one.KIND == "delivered" and one.of == event.id for one in told.line[at:])  # type: ignore[union-attr]
        if event.KIND == "owes" and not done:
            due = event.due  # type: ignore[union-attr]
            limit = None if due is None else told.place.instant(due)
            yield event.id, limit, limit is not None and not over and now >= limit - policy.owes_lead * HOUR


def asked(
    interview: Interview, book: Sequence[Interview], policy: Policy, now: datetime, user: ZoneInfo
) -> Asked:
    told, here = story(interview, book, policy, now), stands(interview, book, policy, now)
    owed: tuple[Way, ...] = ()
    if thanks_open(told, policy, now) and now >= interview.ends_at and here.column != "closed":
        owed = tuple(thanks_way(told, who, policy, now) for who in unsettled(told))
    offer = pending_until(interview, policy, now)
    asks = here.column == "call_now" and offer is None
    over = here.column == "closed" and here.level in {
        "rejected", "withdrawn", "cancelled", "quiet", "declined",
    }  # fmt: skip
    return Asked(
        owed,
        ask(told, policy, now, user) if asks else None,
        asks and len(asked_since(told, {"reached", "heard", "promised"})) >= policy.follow_ups,
        tuple(what_is_owed(told, policy, now, over=over)),
    )


def entries(
    interview: Interview, book: Sequence[Interview], policy: Policy, now: datetime, user: ZoneInfo
) -> list[Entry]:
    told, here = story(interview, book, policy, now), stands(interview, book, policy, now)
    all_asked = asked(interview, book, policy, now, user)
    end, offer = interview.ends_at, pending_until(interview, policy, now)
    found = [Entry(interview.id, "answer", (), None, offer, None)] if offer is not None else []
    noted = any(event.at >= interview.starts_at for event in told.line)
    span = end <= now < end + policy.thank_due * HOUR
    if span and told.closed is None and interview.mode != "recorded" and not noted:
        found.append(Entry(interview.id, "debrief", (), None, end + policy.thank_due * HOUR, None))
    limits = [end + hours * HOUR for hours in (policy.thank_due, policy.thank_late, policy.thank_expires)]
    thanks_end = next((limit for limit in limits if now < limit), None)
    for channel in dict.fromkeys(one.channel for one in all_asked.owed):
        ready = [
            one.to for one in all_asked.owed
            if one.channel == channel and one.begins is not None and one.begins <= now
        ]  # fmt: skip
        if ready:
            found.append(Entry(interview.id, "thank", tuple(ready), channel, thanks_end, None))
    follow = all_asked.follow_up
    if follow is not None and follow.begins is not None and follow.begins <= now:
        do = "call" if follow.channel == "call" else "write"
        found.append(Entry(interview.id, do, (follow.to,), follow.channel, here.due, None))
    found += [
        Entry(interview.id, "deliver", (), None, due, owes) for owes, due, press in all_asked.owes if press
    ]
    missing = [thanks_end] if any(one.channel is None for one in all_asked.owed) else []
    missing += [here.due] if follow is not None and follow.channel is None else []
    if missing:
        until = min((one for one in missing if one is not None), default=None)
        found.append(Entry(interview.id, "find", (), None, until, None))
    return found


def everything(book: Sequence[Interview], policy: Policy, now: datetime, user: ZoneInfo) -> list[Entry]:
    """What to do now on the whole board, best first."""
    names = {one.id: one.company.casefold() for one in book}

    def place(one: Entry) -> tuple[Any, ...]:
        presses = one.do == "answer" and one.until is not None
        if presses and one.until - policy.answer_lead * HOUR <= now:  # type: ignore[operator]
            group = 0
        elif one.do == "deliver":
            group = 1
        elif one.until is None:
            group = 4
        else:
            group = 2 if now < one.until else 3
        return group, one.until or now, ORDER.index(one.do), names[one.id], one.id, one.channel or ""

    return sorted((one for card in book for one in entries(card, book, policy, now, user)), key=place)
