"""Why a card stands where it stands, in one line for a person."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from msgspec import Struct

from store import spans
from store.interview import Interview, Promised, deadline
from store.policy import Policy
from store.rules.channel import follow_up_ahead
from store.rules.standing import Course, Standing, thanks_open
from store.rules.words import RESULT_WORDS, since


def why(course: Course, stands: Standing, policy: Policy, now: datetime, zone: ZoneInfo) -> str:
    """One line: what holds the card in its column, and how long. Times in the user's `zone`."""
    match stands.column:
        case "upcoming":
            return _upcoming(course, now)
        case "to_thank":
            return f"{thanked(course)}; {_time_to_thank(course, stands, now)}"
        case "awaiting_callback":
            return _with_missed(course, policy, now, _waiting(course, policy, now, zone))
        case "call_now":
            if course.closed is not None:
                return _answering(course, stands, now, zone)
            return _with_missed(course, policy, now, _calling(course, stands, now, zone))
        case "closed":
            return _closed(course, stands, now, zone)


def thanked(course: Course) -> str:
    """`1 of 3 thanked, 1 left out`, `nobody thanked yet`, `everyone thanked`."""
    count, done, left_out = len(course.interview.interviewers), course.thanked, len(course.left_out)
    if not course.unsettled:
        if not left_out:
            return "everyone thanked"
        return f"{done} thanked, {left_out} left out" if done else "no thanks, on purpose"
    if not count:
        return "the thank-you is open"
    words = f"{done} of {count} thanked" if done else "nobody thanked yet"
    return f"{words}, {left_out} left out" if left_out else words


def _upcoming(course: Course, now: datetime) -> str:
    interview = course.interview
    if now < interview.starts_at:
        return f"starts in {spans.long(interview.starts_at - now)}"
    return f"under way; ends in {spans.long(interview.ends_at - now)}"


def _time_to_thank(course: Course, stands: Standing, now: datetime) -> str:
    assert stands.due is not None
    left = spans.long(stands.due - now)
    offer = "the offer is there, send it anyway; " if course.closed is not None else ""
    if stands.level == "due":
        return f"{offer}{left} left of the first day"
    if stands.level == "late":
        return f"{offer}late: {left} left of the second day"
    return f"{offer}better late than not at all; {left} until the card moves on"


def missed(course: Course, policy: Policy, now: datetime) -> bool:
    """Whether someone was owed thanks and the time for it has run out."""
    return bool(course.unsettled) and now >= course.interview.ends_at and not thanks_open(course, policy, now)


def _with_missed(course: Course, policy: Policy, now: datetime, words: str) -> str:
    if missed(course, policy, now):
        whom = "not everyone" if course.thanked else "nobody"
        return f"{words}; {whom} was thanked in time"
    if thanks_open(course, policy, now):
        return f"{words}; {thanked(course)}"
    return words


def basis(course: Course, now: datetime, zone: ZoneInfo) -> str:
    """Where the call window comes from: their promise, the last contact, our guess, or a snooze."""
    match course.basis:
        case "promised":
            assert course.promised is not None
            return f"they promised an answer by {_limit(course.promised.callback_by, now, zone)}"
        case "contact":
            last = course.last_contact
            assert last is not None and not isinstance(last, Promised)
            return since(last, now, zone, course.unanswered_calls)
        case "assumed":
            return "no day was named, so this is our guess"
        case "snoozed":
            return "you asked not to be reminded before"


def _limit(callback_by: str, now: datetime, zone: ZoneInfo) -> str:
    limit = deadline(callback_by)
    if isinstance(limit, datetime):
        return spans.moment(limit, now, zone)
    return f"{limit:%a} {limit.day} {limit:%b}"


class Ahead(Struct, frozen=True):
    """What comes of waiting: in `words` before the moment, or in `brief`; `why` where that is to be said."""

    words: str
    brief: str
    at: datetime
    why: str = ""


def ahead(course: Course, policy: Policy, now: datetime, zone: ZoneInfo) -> Ahead:
    """What the user can do once the wait is over, and from when; `zone` is theirs."""
    if course.asked_no_more:
        return Ahead("a no, if they keep silent until", "else a no", course.call_from)
    ask = follow_up_ahead(course, policy, now, zone)
    begins = ask.begins or course.call_from
    match ask.channel:
        case "call":
            return Ahead("call from", "call", begins)
        case "email" if ask.night:
            why = "you are away in their hours" if policy.away else "their hours are your night"
            return Ahead("write from", "write", begins, why)
        case "email":
            return Ahead("write from", "write", begins)
        case None:
            return Ahead("find whom to ask until", "whom to ask?", begins)
        case never:
            assert_never(never)


def _waiting(course: Course, policy: Policy, now: datetime, zone: ZoneInfo) -> str:
    then = ahead(course, policy, now, zone)
    why = f"{then.why}, " if then.why else ""
    return f"{basis(course, now, zone)}; {why}{then.words} {spans.moment(then.at, now, zone)}"


def _calling(course: Course, stands: Standing, now: datetime, zone: ZoneInfo) -> str:
    if stands.due is None:
        return f"{basis(course, now, zone)}; ask when it suits you"
    if stands.level == "open":
        return f"{basis(course, now, zone)}; call until {spans.moment(course.call_by, now, zone)}"
    over = spans.long(now - course.call_by)
    return f"{basis(course, now, zone)}; the call is overdue by {over}"


def _answering(course: Course, stands: Standing, now: datetime, zone: ZoneInfo) -> str:
    assert stands.due is not None
    if stands.level == "answer":
        return f"an offer; answer by {spans.moment(stands.due, now, zone)}"
    return f"an offer; the answer is overdue by {spans.long(now - stands.due)}"


def _closed(course: Course, stands: Standing, now: datetime, zone: ZoneInfo) -> str:
    if course.closed is None and stands.level == "advanced":
        return _goes_on(course, now, zone)
    if course.closed is None and course.asked_no_more:
        assert course.promised is not None
        words = f"“{course.promised.quote}”: " if course.promised.quote else ""
        return f"{words}silence was to be a no, and they have kept silent"
    if course.closed is None:
        return "went quiet: no answer in all the time since the call was due"
    return f"{RESULT_WORDS[course.closed.result]}, {spans.near_weekday(course.closed.at, now, zone)}"


def _goes_on(course: Course, now: datetime, zone: ZoneInfo) -> str:
    later = course.elsewhere.later
    if later is None:
        return "waits for your answer to the offer"
    return goes_on_in(later, now, zone)


def goes_on_in(later: Interview, now: datetime, zone: ZoneInfo) -> str:
    """`goes on in Technical, Mon 30 Nov`: where the answer has come; `went on` from that round's start."""
    here = later.starts_at.astimezone(zone)
    verb = "goes" if now < later.starts_at else "went"
    return f"{verb} on in {later.round or 'the next round'}, {here:%a} {here.day} {here:%b}"


def closed_at(course: Course, policy: Policy, stands: Standing) -> datetime:
    """When a closed card closed: at its event, the moment it went quiet, or its end where it goes on."""
    if course.closed is not None:
        return course.closed.at
    if stands.level == "advanced":
        return course.interview.ends_at
    if course.asked_no_more:
        return course.call_from
    return course.call_from + timedelta(days=policy.quiet_after)
