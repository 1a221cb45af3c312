"""What can be done now about a card, and what comes first. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from math import inf
from typing import Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store.interview import Owes, deadline
from store.policy import Policy
from store.rules import channel, office
from store.rules.channel import Asking, FollowUp, Owed, ThanksWay
from store.rules.office import DAY, HOUR
from store.rules.standing import Course, Standing, boundaries, offer_pending, standing_at, thanks_open

Do: TypeAlias = Literal["answer", "debrief", "thank", "call", "write", "deliver", "find"]
ORDER: tuple[Do, ...] = get_args(Do)
"""Which of two comes first that are equally pressing."""
DOABLE: frozenset[Do] = frozenset({"answer", "thank", "call", "write", "find"})
"""What makes a card one that something can be done about now."""

SECOND = timedelta(seconds=1)
NEVER = datetime.max.replace(tzinfo=UTC)
OVER = frozenset({"rejected", "withdrawn", "cancelled", "quiet", "declined"})
"""How a card ended after which nothing owed presses any more."""


class Owing(Struct, frozen=True, kw_only=True):
    """Something the user has promised them and not delivered yet."""

    id: str
    what: str
    due: datetime | None
    to: str | None
    pressing: bool
    """Whether it is due so soon, or has been, that it counts among what is to be done."""


class Deed(Struct, frozen=True, kw_only=True):
    """One thing to do now. `to`: whom, None for the one anonymous addressee."""

    do: Do
    to: tuple[str | None, ...] = ()
    channel: ThanksWay | Asking | None = None
    until: datetime | None = None
    """Until when it is in good time."""
    of: str | None = None
    """The id of what is owed."""
    first: bool = False
    """An offer whose answer presses: that comes before all else."""


class Demands(Struct, frozen=True, kw_only=True):
    """What a card asks of the user at one instant."""

    owed: tuple[Owed, ...]
    follow_up: FollowUp | None
    owes: tuple[Owing, ...]
    deeds: tuple[Deed, ...]


def asked_for(course: Course, stands: Standing, policy: Policy, now: datetime, zone: ZoneInfo) -> Demands:
    """What is asked for at `now`, where the card stands so; `zone` is the user's."""
    asks = stands.column == "call_now" and not offer_pending(course, policy, now)
    owed = _owed(course, stands, policy, now)
    follow_up = channel.follow_up(course, policy, now, zone) if asks else None
    owes = tuple(_owing(one, course, stands, policy, now) for one in course.owes)
    deeds = tuple(_deeds(course, stands, owed, follow_up, owes, policy, now))
    return Demands(owed=owed, follow_up=follow_up, owes=owes, deeds=deeds)


def asked_later(asked: Demands, was: datetime, now: datetime) -> Demands:
    """The same at `now`, up to which it holds: what could be done at `was` can be done now."""
    owed, follow_up = asked.owed, asked.follow_up
    if owed and any(one.begins == was for one in owed):
        owed = tuple(replace(one, begins=now) if one.begins == was else one for one in owed)
    if follow_up is not None and follow_up.begins == was:
        follow_up = replace(follow_up, begins=now)
    if owed is asked.owed and follow_up is asked.follow_up:
        return asked
    return Demands(owed=owed, follow_up=follow_up, owes=asked.owes, deeds=asked.deeds)


def _owed(course: Course, stands: Standing, policy: Policy, now: datetime) -> tuple[Owed, ...]:
    """Who is still to be thanked: nobody before the end, once it is too late, or where it makes no sense."""
    if stands.column == "closed" or now < course.interview.ends_at or not thanks_open(course, policy, now):
        return ()
    return tuple(channel.thanks_by(course, person, policy, now) for person in course.unsettled)


def _owing(one: Owes, course: Course, stands: Standing, policy: Policy, now: datetime) -> Owing:
    due = None if one.due is None else course.office.instant(deadline(one.due))
    over = stands.column == "closed" and stands.level in OVER
    pressing = due is not None and now >= due - policy.owes_lead * HOUR and not over
    return Owing(id=one.id, what=one.what, due=due, to=one.to, pressing=pressing)


def _deeds(
    course: Course, stands: Standing, owed: Sequence[Owed], follow_up: FollowUp | None, owes: Iterable[Owing],
    policy: Policy, now: datetime,
) -> Iterator[Deed]:  # fmt: skip
    """All that can be done now about one card, whatever column it stands in."""
    answer_by = course.answer_by
    if answer_by is not None and offer_pending(course, policy, now):
        first = now >= answer_by - policy.answer_lead * HOUR
        yield Deed(do="answer", until=answer_by, first=first)
    if (debrief := _debrief(course, policy, now)) is not None:
        yield debrief
    yield from _thanks(owed, thanks_end(course, policy, now), now)
    if follow_up is not None and follow_up.begins is not None and follow_up.begins <= now:
        do: Do = "call" if follow_up.channel == "call" else "write"
        yield Deed(do=do, to=(follow_up.to,), channel=follow_up.channel, until=stands.due)
    for one in owes:
        if one.pressing:
            yield Deed(do="deliver", until=one.due, of=one.id)
    lacking: list[datetime | None] = []
    if any(one.channel is None for one in owed):
        lacking.append(thanks_end(course, policy, now))
    if follow_up is not None and follow_up.channel is None:
        lacking.append(stands.due)
    if lacking:
        yield Deed(do="find", until=min((one for one in lacking if one is not None), default=None))


def _debrief(course: Course, policy: Policy, now: datetime) -> Deed | None:
    interview = course.interview
    ends = interview.ends_at + policy.thank_due * HOUR
    if not interview.ends_at <= now < ends or interview.mode == "recorded":
        return None
    if course.closed is not None or course.debriefed:
        return None
    return Deed(do="debrief", until=ends)


def thanks_end(course: Course, policy: Policy, now: datetime) -> datetime:
    """The end of the level that thanks are at, also on a card that stands elsewhere."""
    ends = course.interview.ends_at
    for hours in (policy.thank_due, policy.thank_late):
        if now < ends + hours * HOUR:
            return ends + hours * HOUR
    return ends + policy.thank_expires * HOUR


def _thanks(owed: Sequence[Owed], until: datetime, now: datetime) -> Iterator[Deed]:
    ways: dict[ThanksWay, list[str | None]] = {}
    for one in owed:
        if one.channel is not None and one.begins is not None and one.begins <= now:
            ways.setdefault(one.channel, []).append(one.to)
    for way, to in ways.items():
        yield Deed(do="thank", to=tuple(to), channel=way, until=until)


def rank(deed: Deed, company: str, card_id: str, now: datetime) -> tuple[int, float, int, str, str, str]:
    """By what the deeds of all cards are sorted: what comes first is the least."""
    place, passed = ORDER.index(deed.do), deed.until is not None and deed.until <= now
    if deed.first:
        group = 0
    elif deed.do == "deliver":
        group = 1
    elif deed.until is None:
        group = 4
    else:
        group = 3 if passed else 2
    until = inf if deed.until is None else deed.until.timestamp()
    return group, until, place, company.casefold(), card_id, deed.channel or ""


# What comes after


DeedKey: TypeAlias = tuple[Do, str | None, str | None]


def key(deed: Deed) -> DeedKey:
    """What makes a deed of a card what it is, whoever it is for and however long there is."""
    return deed.do, deed.channel, deed.of


def keys(deeds: Iterable[Deed]) -> frozenset[DeedKey]:
    """Those of all of these."""
    return frozenset(map(key, deeds))


def comes_after(
    course: Course, policy: Policy, now: datetime, zone: ZoneInfo, until: datetime = NEVER
) -> datetime | None:
    """The first instant after `now` at which a deed comes in that is none now, if nothing more happens.

    None where there is none before `until`.
    """

    def keys_at(at: datetime) -> frozenset[DeedKey]:
        return keys(asked_for(course, standing_at(course, policy, at), policy, at, zone).deeds)

    here = keys_at(now)

    def first(candidates: Iterable[datetime], before: datetime) -> datetime:
        sought = sorted(at for at in {*candidates} if now < at < before)
        return next((at for at in sought if keys_at(at) - here), before)

    found = first(_candidates(course, policy, now, zone, until), until)
    found = first(_long_gaps(course, policy, now, zone, found), found)
    return found if found < until else None


def limits(course: Course, policy: Policy) -> list[datetime]:
    """Every instant at which a deed may come in or go by what happened, whatever the clocks say."""
    instants = boundaries(course, policy)
    for one in course.owes:
        if one.due is not None:
            instants.append(course.office.instant(deadline(one.due)) - policy.owes_lead * HOUR)
    if course.promised is not None:
        limit = course.office.instant(deadline(course.promised.callback_by))
        # Up to the deadline a text message goes out, and from the next second on a mail.
        instants += [limit - policy.email_lead * HOUR, limit + SECOND]
    return instants


def _candidates(
    course: Course, policy: Policy, now: datetime, zone: ZoneInfo, until: datetime
) -> set[datetime]:
    """The instants after `now` at which something may come in: limits, openings of offices, of text hours."""
    found = {at for at in limits(course, policy) if now < at < until}
    for start in {now, *found}:
        if (begins := office.reachable(course.office, policy, start, zone)) is not None:
            found.add(begins)
    days = min(policy.thank_expires // 24, (until - now) // DAY) + 2
    return found | {at for day in range(days) for at in _text_hours(course, policy, now + day * DAY)}


def _long_gaps(
    course: Course, policy: Policy, now: datetime, zone: ZoneInfo, until: datetime
) -> Iterator[datetime]:
    """While the card may ask: from when nobody can be called in quiet for long, and to when.

    A mail has to do then, or, where nobody may be written to, a call at their next opening all the same.
    """
    if course.closed is not None:
        return
    at, could = max(now, course.call_from), True
    last = min(until, course.call_from + timedelta(days=policy.quiet_after))
    while at < last:
        begins = office.reachable(course.office, policy, at, zone)
        if begins is None:
            yield at
            yield course.office.next_open(at)
            at, could = at + office.SOON, False
            continue
        if not could:
            yield begins
        at, could = office.out_of_reach(course.office, policy, begins, zone), True


def _text_hours(course: Course, policy: Policy, near: datetime) -> Iterator[datetime]:
    """When, on that day there, text messages may be sent again, and no longer."""
    there = course.office.zone
    for clock in (policy.texts_from, policy.texts_to):
        yield datetime.combine(near.astimezone(there).date(), clock, there).astimezone(UTC)
