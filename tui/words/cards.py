"""What stands on a card: four short lines, in words and not by colour alone. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from store import spans
from store.board import Card
from store.cadence import Column
from store.interview import deadline, zone_of
from store.text import show
from store.why import RESULT_WORDS

Tone: TypeAlias = Literal["title", "plain", "dim", "good", "warn", "alert"]


class Line(NamedTuple):
    """One line of a card and the tone it is said in."""

    text: str
    tone: Tone


HEIGHT = 4
"""Lines of a card, without the blank one below."""

COLUMN_TITLES: dict[Column, str] = {
    "upcoming": "To come",
    "to_thank": "To thank",
    "awaiting_callback": "Awaiting callback",
    "call_now": "Call now",
    "closed": "Closed",
}
COLUMN_SHORT: dict[Column, str] = {
    "upcoming": "Next",
    "to_thank": "Thank",
    "awaiting_callback": "Await",
    "call_now": "Call",
    "closed": "Closed",
}
EMPTY: dict[Column, str] = {
    "upcoming": "No interview ahead. a adds one.",
    "to_thank": "An interview comes here the moment it ends, until everyone is thanked.",
    "awaiting_callback": "Once everyone is thanked, a card waits here for the answer.",
    "call_now": "When a promised answer does not come, the card comes here by itself.",
    "closed": "What has ended is kept here: o says how it ended.",
}


class Signs(NamedTuple):
    """The few signs that cards use."""

    open: str
    part: str
    call: str
    mail: str
    phone: str
    dot: str
    more: str


UNICODE = Signs("●", "◐", "☎", "✉", "✆", "·", "…")
ASCII = Signs("o", "%", "tel", "@", "#", "-", "~")


def lines(card: Card, now: datetime, zone: ZoneInfo, signs: Signs = UNICODE) -> Sequence[Line]:
    """The four lines of a card at `now`; times in the user's `zone`, the other side's in brackets."""
    one = card.interview
    what = f" {signs.dot} ".join(part for part in (one.role, one.round) if part)
    head = (Line(show(one.company), "title"), Line(show(what), "plain"))
    match card.column:
        case "to_thank":
            rest = _to_thank(card, now, signs)
        case "awaiting_callback":
            rest = _awaiting(card, now, zone)
        case "call_now":
            rest = _call_now(card, now, zone, signs)
        case "closed":
            rest = (Line(_closed(card, now, zone), "dim"), Line(_missed(card), "dim"))
        case "upcoming":
            rest = (Line(spans.moment(one.starts_at, now, zone), "plain"), Line("", "plain"))
    if one.conflicts:
        rest = (rest[0], Line("! changed in two places: enter", "warn"))
    return (*head, *rest)


def _to_thank(card: Card, now: datetime, signs: Signs) -> tuple[Line, Line]:
    total = len(card.interview.interviewers)
    done = total - len(card.course.unsettled)
    assert card.standing.due is not None
    left = spans.short(card.standing.due - now)
    level = {"due": "", "late": "late, ", "stale": "very late, "}[card.standing.level]
    count = f"{signs.part} {done}/{total} {signs.dot} " if done else f"{signs.open} "
    offer = "offer " + signs.dot + " " if card.course.closed is not None else ""
    tone: Tone = {"due": "plain", "late": "warn", "stale": "alert"}[card.standing.level]  # type: ignore[assignment]
    return Line(f"{offer}{count}{level}{left} left", tone), Line(_owed(card, signs), "dim")


def _owed(card: Card, signs: Signs) -> str:
    names = []
    for owed in card.owed:
        sign = signs.mail if owed.channel == "email" else signs.phone
        sign = "via recruiter:" if owed.channel == "recruiter" else sign
        names.append(f"{sign} {first_name(owed.name or 'them')}")
    return show(", ".join(names))


def first_name(name: str) -> str:
    """The first word of a name; enough on a card where the people are known."""
    return name.split()[0] if name.split() else name


def there(at: datetime, now: datetime, zone: ZoneInfo, card: Card) -> str:
    """` (09:00 there)` where the other side's clock shows another time."""
    other = at.astimezone(zone_of(card.interview))
    here = at.astimezone(zone)
    if other.utcoffset() == here.utcoffset():
        return ""
    day = f"{other:%a} " if other.date() != here.date() else ""
    return f" ({day}{other:%H:%M} there)"


def _awaiting(card: Card, now: datetime, zone: ZoneInfo) -> tuple[Line, Line]:
    at = card.course.call_from
    call = f"call from {spans.moment(at, now, zone)}{there(at, now, zone, card)}"
    missed = "! thanks missed, " if card.thanks_missed else ""
    return Line(f"{missed}{_basis(card, now, zone)}", "warn" if missed else "plain"), Line(call, "dim")


def _basis(card: Card, now: datetime, zone: ZoneInfo) -> str:
    course = card.course
    if course.basis == "promised" and course.promised is not None:
        limit = deadline(course.promised.callback_by)
        if isinstance(limit, datetime):
            return f"they said {spans.moment(limit, now, zone)}"
        near = abs((limit - now.astimezone(zone).date()).days) < 7
        return f"they said {limit:%a}" if near else f"they said {limit:%a} {limit.day} {limit:%b}"
    if course.basis == "snoozed":
        return "not before, as you asked"
    if course.basis == "assumed":
        return "no date named; a week assumed"
    if course.unanswered_calls:
        return f"no one reached, {_tries(course.unanswered_calls)}"
    return "in touch; a week assumed"


def _tries(count: int) -> str:
    return "1 try" if count == 1 else f"{count} tries"


def _call_now(card: Card, now: datetime, zone: ZoneInfo, signs: Signs) -> tuple[Line, Line]:
    by = card.course.call_by
    if card.standing.level == "open":
        when = Line(f"{signs.call} until {spans.moment(by, now, zone)}{there(by, now, zone, card)}", "good")
    else:
        when = Line(f"{signs.call} overdue by {spans.short(now - by)}", "alert")
    return when, Line(_whom(card, signs), "dim")


def _whom(card: Card, signs: Signs) -> str:
    follow = card.follow_up
    person = card.interview.person(follow.to) if follow is not None else None
    parts = []
    if card.offer_closing:
        parts.append("close as quiet?")
    if follow is not None and follow.channel == "email":
        name = f" {first_name(person.name)}" if person else ""
        parts.append(f"{signs.mail} write{name}: {follow.reason}")
    elif person is not None:
        tries = card.course.unanswered_calls
        parts.append(person.name + (f", {_ordinal(tries + 1)} try" if tries else ""))
    if card.owed:
        total = len(card.interview.interviewers) or 1
        parts.append(f"thanks open {len(card.owed)}/{total}")
    elif card.thanks_missed:
        parts.append("thanks missed")
    return show(f" {signs.dot} ".join(parts))


def _ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")


def _closed(card: Card, now: datetime, zone: ZoneInfo) -> str:
    closed = card.course.closed
    if closed is None:
        return "went quiet"
    return f"{RESULT_WORDS[closed.result]}, {spans.weekday(closed.at, now, zone)}"


def _missed(card: Card) -> str:
    worth = card.course.closed is None or card.course.closed.result in ("offer", "advanced")
    return "thanks missed" if card.thanks_missed and worth else ""


def upcoming(card: Card, now: datetime, zone: ZoneInfo) -> str:
    """An interview to come, in one phrase: `Hooli, first round, tomorrow 20:00`."""
    one = card.interview
    if one.starts_at <= now:
        when = f"under way until {one.ends_at.astimezone(zone):%H:%M}"
    else:
        when = spans.moment(one.starts_at, now, zone)
    return show(", ".join(part for part in (one.company, one.round.lower(), when) if part))
