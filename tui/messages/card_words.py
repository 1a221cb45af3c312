"""What a card says, as the words and the situation that templates know. Pure.

The only place where an interview's record becomes words for a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from store.book import Book
from store.interview import (
    Called,
    Contact,
    Emailed,
    Interview,
    Person,
    Promised,
    counts_as,
    deadline,
    zone_of,
)
from store.languages import day_and_month, weekday
from store.people.names import called, full_name, the_others
from store.policy import Policy
from store.rules.standing import Course, known_events
from store.settings import Settings
from templates.situation import Situation
from templates.vocabulary import Value
from tui.messages.occasion import Occasion

_NOBODY = Person(id="")


def values(occasion: Occasion, settings: Settings) -> dict[str, Value]:
    """The words of the vocabulary that are known; what is not is left out, and stays open in the text."""
    interview, known = occasion.interview, occasion.course
    recipient, contact = occasion.to or _NOBODY, occasion.contact or _NOBODY
    day = interview.starts_at.astimezone(zone_of(interview)).date()
    open_ends = tuple(one.text for one in interview.loose_ends if one.state == "open")
    found: dict[str, Value | None] = {
        "interviewer": called(recipient.name),
        "interviewer_full": full_name(recipient.name),
        "interviewer_title": recipient.title,
        "others": the_others([one.name for one in interview.interviewers], recipient.name),
        "panel": tuple(one.name for one in interview.interviewers if one.name),
        "company": interview.company,
        "role": interview.role,
        "round": interview.round,
        "day": weekday(day),
        "date": day_and_month(day),
        "mode": interview.mode,
        "topic": next(iter(interview.topics), None),
        "topics": interview.topics,
        "loose_end": next(iter(open_ends), None),
        "loose_ends": open_ends,
        "strength": next(iter(settings.me.about), None),
        "my_name": settings.me.name,
        "my_phone": settings.me.phone,
        "my_email": settings.me.email,
        "recruiter": called(contact.name),
        "number": recipient.phone,
        "tries": known.unanswered_calls or None,
        "spelling": None if settings.spelling == "both" else settings.spelling,
        **_times(known),
        **_asked_before(known, occasion.to),
    }
    return {name: value for name, value in found.items() if value}


def _times(known: Course) -> Mapping[str, Value | None]:
    zone = zone_of(known.interview)
    found: dict[str, Value | None] = {}
    if known.promised is not None:
        limit = deadline(known.promised.callback_by)
        there = limit.astimezone(zone).date() if isinstance(limit, datetime) else limit
        found = {"promise": known.promised.quote, "promised_day": _long_day(there)}
    if known.last_contact is not None and known.last_contact is not known.promised:
        found["last_contact_day"] = _long_day(known.last_contact.at.astimezone(zone).date())
    return found


def _asked_before(known: Course, person: Person | None) -> Mapping[str, Value | None]:
    """On which days this person was left a message and written to since anybody last answered."""
    interview, zone = known.interview, zone_of(known.interview)
    if person is None or known.last_contact is None:
        return {}
    # A message for nobody in particular may have been for somebody else.
    theirs = {person.id} if len(interview.people) > 1 else {person.id, None}
    found: dict[str, Value | None] = {}
    for event in known_events(interview, known.last_contact.at):
        if event.at < interview.ends_at:
            continue
        if isinstance(event, Promised) or (isinstance(event, Contact) and counts_as(event) == "answer"):
            found = {}
        elif isinstance(event, Called) and event.outcome == "voicemail" and event.to in theirs:
            found["message_day"] = _long_day(event.at.astimezone(zone).date())
        elif isinstance(event, Emailed) and event.to in theirs:
            found["mail_day"] = _long_day(event.at.astimezone(zone).date())
    return found


def _long_day(day: date) -> str:
    return f"{weekday(day)} {day_and_month(day)}"


def situation(occasion: Occasion, book: Book, policy: Policy, now: datetime) -> Situation:
    """What decides which template fits."""
    interview, known = occasion.interview, occasion.course
    return Situation(
        purpose=occasion.purpose,
        channel=occasion.channel,
        mode=interview.mode,
        round=interview.round,
        people=len(interview.interviewers),
        late=now >= interview.ends_at + timedelta(hours=policy.thank_due),
        offer=known.closed is not None and known.closed.result == "offer",
        earlier_round_same_people=_met_before(interview, book),
        loose_ends=sum(one.state == "open" for one in interview.loose_ends),
        unanswered_calls=known.unanswered_calls,
        emails_sent=known.follow_ups - known.follow_up_calls,
        via_recruiter=occasion.via_recruiter,
    )


def _met_before(interview: Interview, book: Book) -> bool:
    """Whether one of the interviewers also held an earlier round of the same application."""
    names = {one.name.casefold() for one in interview.interviewers if one.name}
    return interview.opportunity is not None and any(
        other.opportunity == interview.opportunity
        and other.ends_at < interview.starts_at
        and names & {one.name.casefold() for one in other.interviewers}
        for other in book.interviews.values()
    )
