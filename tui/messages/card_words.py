"""What a card says, as the words and the situation that templates know. Pure.

The only place where an interview's record becomes words for a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.book import Book
from store.interview import (
    Emailed,
    Interview,
    Person,
    deadline,
    zone_of,
)
from store.languages import ENGLISH, Language, day_and_month, language_or_english, weekday, weekday_and_date
from store.people.identity import same_person
from store.people.names import called, full_name, the_others
from store.people.salutation import greeting, spoken_greeting
from store.people.shown_numbers import shown_number
from store.policy import Policy
from store.rules.application import key_of, other_rounds
from store.rules.standing import Course, closed_by
from store.settings import Settings
from templates.gaps import phrase_gap
from templates.library import Library, Text
from templates.phrases import in_a_sentence, is_noun_phrase, position, position_name
from templates.situation import Situation
from templates.vocabulary import PERSONAL, Value
from tui.messages.occasion import Occasion
from tui.messages.tries import tries

MOST_NAMED = 3
"""Others beyond whom a text names none: a list of seven is no sentence."""
NEAR = 6
"""Days up to which a weekday says which day is meant."""
_BY_WORD_OF_MOUTH = ("sms", "whatsapp", "call")
_NOBODY = Person(id="")


def text_of(
    library: Library, template: str, occasion: Occasion, settings: Settings, book: Book, now: datetime
) -> Text:
    """What a template gives for this occasion; days and greeting are those of its own language and channel.

    Raises UnknownTemplate, BrokenTemplate.
    """
    chosen = library.get(template)
    occasion = replace(occasion, channel=chosen.channel)
    return library.render(template, values(occasion, settings, book, now, chosen.language or None))


def values(
    occasion: Occasion,
    settings: Settings,
    book: Book | None = None,
    now: datetime | None = None,
    language: str | None = None,
) -> dict[str, Value]:
    """The words of the vocabulary that are known; what is not is left out, and stays open in the text.

    `book` and `now`: with them it is known until when an offer for another application is held, and whether
    the interview is near enough to be spoken of by its weekday. `language`: two letters, of the text; where
    it is not said, that of the card.
    """
    interview, known = occasion.interview, occasion.course
    recipient, contact = occasion.to or _NOBODY, occasion.contact or _NOBODY
    greets = spoken_greeting if occasion.channel in _BY_WORD_OF_MOUTH else greeting
    language = language or language_of(interview, settings)
    words_of = language_or_english(language)
    found: dict[str, Value | None] = {
        "greeting": greets(occasion.recipient or _NOBODY, words_of),
        "interviewer": called(recipient),
        "interviewer_full": full_name(recipient) if called(recipient) else None,
        "interviewer_title": recipient.title,
        "others": _others(occasion),
        "panel": tuple(filter(None, map(full_name, interview.interviewers))),
        "recruiter": called(contact),
        "number": shown_number(recipient.phone or "") or None,
        "tries": known.unanswered_calls or None,
        "owed": occasion.owed
        or next((one.what for one in known.owes if one.to in (None, recipient.id)), None),
        "language": language,
        **_user(settings),
        **_position(interview, words_of),
        **_subjects(interview, language),
        **_meeting(occasion, _Days(language, settings), now),
        **_limits(known, _Days(language, settings)),
        **_asked_before(known, occasion.to, _Days(language, settings)),
    }
    if book is not None and now is not None:
        days = filter(None, _offers_elsewhere(interview, book, settings.policy, now))
        if (first := min(days, default=None)) is not None:
            found["offer_day"] = _Days(language, settings).long(first)
    return {name: value for name, value in found.items() if value}


def _user(settings: Settings) -> dict[str, Value | None]:
    """Who writes, and how they spell."""
    return {
        "my_name": settings.me.name,
        "my_phone": shown_number(settings.me.phone),
        "my_email": settings.me.email,
        "strength": next(iter(settings.me.about), None),
        "spelling": None if settings.spelling == "both" else settings.spelling,
    }


def _position(interview: Interview, language: Language) -> dict[str, Value | None]:
    """What was talked about: which company, position and round, and how."""
    return {
        "company": interview.company,
        "role": position_name(interview.role),
        "position": position(interview.role, language),
        "round": interview.round,
        "mode": interview.mode,
    }


def language_of(interview: Interview, settings: Settings) -> str:
    """In which language its texts are written, by its two letters."""
    return interview.language or settings.language or ENGLISH.code


def _others(occasion: Occasion) -> str | None:
    """The other interviewers; where several people read the text, what is replaced for each of them.

    None where not each of them has others, or too many.
    """
    everyone = occasion.interview.interviewers
    named = [one for one in everyone if called(one)]
    if len(named) > MOST_NAMED + 1:
        return None
    if occasion.purpose != "thanks" or occasion.via_recruiter or occasion.to not in occasion.interview.people:
        return the_others(everyone, occasion.to or _NOBODY)
    return PERSONAL[0] if len(named) > 1 else None


def _subjects(interview: Interview, language: str) -> Mapping[str, Value | None]:
    """What was talked about, where it can stand in a sentence, and what was jotted down for gaps."""
    phrases = tuple(
        in_a_sentence(topic, language) for topic in interview.topics if is_noun_phrase(topic, language)
    )
    if interview.topics and not phrases:
        phrases = (phrase_gap(interview.topics[0], language),)
    open_ends = tuple(one.text for one in interview.loose_ends if one.state == "open")
    return {
        "topic": next(iter(phrases), None),
        "topics": phrases,
        "loose_end": next(iter(open_ends), None),
        "loose_ends": open_ends,
    }


class _Days:
    """Days and times as a text in this language writes them; American where the user spells so."""

    def __init__(self, code: str, settings: Settings) -> None:
        self._american = code == ENGLISH.code and settings.spelling == "american"
        language = language_or_english(code)
        if self._american:
            language = language._replace(day_and_month="{month} {day}", weekday_and_date="{weekday}, {date}")
        self._language = language

    def day(self, day: date) -> str:
        """`Wednesday`."""
        return weekday(day, self._language)

    def short(self, day: date) -> str:
        """`18 November`."""
        return day_and_month(day, self._language)

    def long(self, day: date) -> str:
        """`Friday 27 November`."""
        return weekday_and_date(day, self._language)

    def time(self, at: datetime) -> str:
        """`15:00`; `3:00 pm`; `15:00 Uhr`."""
        if self._american:
            return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"
        return self._language.clock_time.format(time=f"{at:%H:%M}")


def _meeting(occasion: Occasion, days: _Days, now: datetime | None) -> Mapping[str, Value | None]:
    """When it begins; by its weekday alone where that is near enough to `now` to be the right one."""
    zone = zone_of(occasion.interview)
    starts = occasion.interview.starts_at.astimezone(zone)
    day = starts.date()
    is_near = now is None or abs((now.astimezone(zone).date() - day).days) <= NEAR
    mine = occasion.zone
    is_abroad = mine is not None and starts.astimezone(mine).utcoffset() != starts.utcoffset()
    return {
        "day": days.day(day) if is_near else days.short(day),
        "date": days.short(day),
        "full_date": days.long(day),
        "time": days.time(starts),
        "their_zone": zone.key.rpartition("/")[2].replace("_", " ") if is_abroad else None,
    }


def _limits(known: Course, days: _Days) -> Mapping[str, Value | None]:
    """By when they, or the user, are to answer, and when they last got in touch."""
    zone = zone_of(known.interview)
    found: dict[str, Value | None] = {}
    if known.promised is not None:
        found["promise"] = known.promised.quote
        found["promised_day"] = days.long(_day_of(known.promised.callback_by, zone))
    if known.closed is not None and known.closed.answer_by is not None:
        found["answer_day"] = days.long(_day_of(known.closed.answer_by, zone))
    if known.last_contact is not None and known.last_contact is not known.promised:
        found["last_contact_day"] = days.long(known.last_contact.at.astimezone(zone).date())
    return found


def _day_of(limit: str, zone: ZoneInfo) -> date:
    there = deadline(limit)
    return there.astimezone(zone).date() if isinstance(there, datetime) else there


def _asked_before(known: Course, person: Person | None, days: _Days) -> Mapping[str, Value | None]:
    """On which days this person was left a message and written to since anybody last answered."""
    zone = zone_of(known.interview)
    found: dict[str, Value | None] = {}
    for event in tries(known, person):
        day = days.long(event.at.astimezone(zone).date())
        if isinstance(event, Emailed):
            found["mail_day"] = day
        elif event.outcome == "voicemail":
            found["message_day"] = day
    return found


def situation(occasion: Occasion, book: Book, settings: Settings, now: datetime) -> Situation:
    """What decides which template fits."""
    interview, known = occasion.interview, occasion.course
    advanced = "advanced" if known.elsewhere.later is not None else ""
    mails = [isinstance(one, Emailed) for one in tries(known, occasion.to)]
    return Situation(
        purpose=occasion.purpose,
        channel=occasion.channel,
        language=language_of(interview, settings),
        mode=interview.mode,
        round=interview.round,
        people=len(interview.interviewers),
        met_before=_met_before(interview, book),
        held=now >= interview.ends_at,
        result=known.closed.result if known.closed is not None else advanced,
        answer_due=now >= known.call_from,
        offer_elsewhere=bool(_offers_elsewhere(interview, book, settings.policy, now)),
        moved=interview.calendar is not None
        and interview.calendar.sequence > 0
        and now < interview.starts_at,
        owes=len(known.owes),
        late=now >= interview.ends_at + timedelta(hours=settings.policy.thank_due),
        loose_ends=sum(one.state == "open" for one in interview.loose_ends),
        unanswered_calls=next((place for place, is_mail in enumerate(mails[::-1]) if is_mail), len(mails)),
        emails_sent=sum(mails),
        to_contact=occasion.to in interview.contacts and not occasion.via_recruiter,
        via_recruiter=occasion.via_recruiter,
    )


def _met_before(interview: Interview, book: Book) -> int:
    """How many of the interviewers also held an earlier round of the same application."""
    met = [
        person
        for other in other_rounds(interview, book.interviews.values())
        if other.ends_at < interview.starts_at
        for person in other.interviewers
    ]
    return sum(any(same_person(one, before) for before in met) for one in interview.interviewers)


def _offers_elsewhere(interview: Interview, book: Book, policy: Policy, now: datetime) -> list[date | None]:
    """Until when each offer for another application waits for an answer, by the clock over there.

    None for one that names no day, which waits for as long as a card takes to go quiet.
    """
    own = key_of(interview)
    found: list[date | None] = []
    for one in book.interviews.values():
        closed = closed_by(one, now)
        if closed is None or closed.result != "offer" or key_of(one) == own:
            continue
        if closed.answer_by is None:
            found += [None] if now < closed.at + timedelta(days=policy.quiet_after) else []
        elif (day := _day_of(closed.answer_by, zone_of(one))) >= now.astimezone(zone_of(one)).date():
            found.append(day)
    return found
