"""What a person needs before them while they telephone, as plain values. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from store import spans
from store.interview import Contact, Interview, Person, Promised, zone_of
from store.languages import some_of
from store.people.numbers import number
from store.people.shown_numbers import shown_number
from store.people.written_numbers import BadNumber
from store.policy import Policy
from store.rules.board import Card
from store.rules.channel import follow_up, last_named
from store.rules.deeds import thanks_end
from store.rules.office import Office
from store.rules.reasons import ahead, basis
from store.rules.standing import known_events
from store.rules.words import EventWords, limit_words, remark
from tui.words.card_answers import in_vain
from tui.words.headline import clock
from tui.words.owing import owing_words
from tui.words.undated import undated_words

SCRIPT = "call-script"
_MOST_NAMES = 4
_NUMBER_LINES = ("Number: ", "Nummer: ")
ASIDES: Mapping[str, tuple[str, str]] = {
    "voicemail": ("call.machine", "if a machine answers"),
    "gatekeeper": ("call.gatekeeper", "if somebody else answers"),
    "still-deciding": ("call.waiting", "if they are still deciding"),
}
"""Templates for what may happen on the call: the id of the key that unfolds each, and when it is needed."""


@dataclass(frozen=True)
class Callee:
    """Someone who can be called. `tel` is blank where the number cannot be dialled as it is written."""

    id: str
    name: str
    title: str
    number: str
    """International form, or as the user has it where `trouble` says what is wrong with it."""
    tel: str
    trouble: str
    notes: tuple[str, ...] = ()
    """What the user has noted about them, a line each."""


@dataclass(frozen=True)
class CallView:
    """The call sheet at one instant, in words; times in the user's zone unless it says "there"."""

    company: str
    about: str
    """Role and round."""
    clock: str
    callee: Callee | None
    others: tuple[str, ...]
    """Names of other people with a number, in the order in which the next-person key brings them."""
    next_id: str | None
    attempt: int
    """1 for the first call of this row."""
    office_open: bool
    office: str
    notice: str
    """Why to write rather than call, or that it is too early; blank where it is time to call. It has no end
    yet where `write_to` says who is written to."""
    write_to: str | None
    """Who is to be written to instead, blank where the name is not known; None where nobody is."""
    in_vain: str
    """How often the user has asked without an answer, where that is often enough to let it rest."""
    promised: tuple[str, ...]
    since: tuple[str, ...]
    present: str
    """Who held the interview."""
    texts: Mapping[str, str]
    questions: tuple[str, ...]
    loose_ends: tuple[str, ...]
    owes: tuple[str, ...]
    """What the user has promised them."""
    thanks: str
    """Who is still to be thanked; blank where nobody is."""


def call_view(
    card: Card,
    policy: Policy,
    country: str | None,
    now: datetime,
    zone: ZoneInfo,
    texts: Mapping[str, str],
    to: str | None = None,
) -> CallView:
    """The sheet for calling `to`, or without one whom the rules would call. `texts`: by template name.

    `country` (two letters) is where numbers without a + are at home; `zone` is the user's.
    """
    one = card.interview
    people = callable_people(card)
    person = next((known for known in people if known.id == to), people[0] if people else None)
    after = people[people.index(person) + 1 :] + people[: people.index(person)] if person else ()
    is_open, words = office_words(card.course.office, now, zone)
    return CallView(
        company=one.company,
        about=", ".join(part for part in (one.role, one.round) if part),
        clock=clock(now, zone),
        callee=callee(person, country) if person is not None else None,
        others=tuple(other.name or other.phone or other.id for other in after),
        next_id=after[0].id if after else None,
        attempt=card.course.unanswered_calls + 1,
        office_open=is_open,
        office=words,
        notice=_notice(card, policy, now, zone),
        write_to=_write_to(card, policy, now, zone),
        in_vain=in_vain(card),
        promised=tuple(_promised(card, policy, now, zone)),
        since=tuple(_since(card, now, zone)),
        present=_present(one),
        texts={name: _without_number(text) for name, text in texts.items()},
        questions=one.questions,
        loose_ends=tuple(end.text for end in one.loose_ends if end.state == "open"),
        owes=tuple(owing_words(card, owing, now, zone) for owing in card.owes),
        thanks=_thanks(card, policy, now),
    )


def callable_people(card: Card) -> tuple[Person, ...]:
    """Everyone with a number: first whom the card says to call, or who was named last; then contacts."""
    one = card.interview
    found = [person for person in (*one.contacts, *one.interviewers) if person.phone]
    follow = card.follow_up
    first = follow.to if follow is not None and follow.channel == "call" else last_named(card.course)
    found.sort(key=lambda person: person.id != first)
    return tuple(found)


def callee(person: Person, country: str | None) -> Callee:
    """Someone with a number, in the forms to dial it; `country` as for `call_view`."""
    written, notes = person.phone or "", (*filter(str.strip, person.notes.splitlines()),)
    try:
        read = number(written, country or None)
    except BadNumber as why:
        return Callee(person.id, person.name, person.title, shown_number(written), "", str(why), notes)
    odd = "" if read.valid else "No such number is known to be given out: check it on the card."
    return Callee(person.id, person.name, person.title, read.international, read.tel, odd, notes)


def office_words(office: Office, now: datetime, zone: ZoneInfo) -> tuple[bool, str]:
    """Whether their office is open, and that in words: `16:05 there, office open until 17:00`."""
    there = office.zone
    local, here = now.astimezone(there), now.astimezone(zone)
    same = local.utcoffset() == here.utcoffset()
    day = f"{local:%a} " if local.date() != here.date() else ""
    time = spans.clock_time(local) if same else f"{day}{spans.clock_time(local)} there"
    opens = office.next_open(now)
    is_open = opens == now
    at = office.close_after(now) if is_open else opens
    if at.astimezone(there).date() == local.date():
        when = spans.clock_time(at, there)
    else:
        when = spans.weekday_moment(at, now, there)
    if at.astimezone(there).utcoffset() != at.astimezone(zone).utcoffset():
        mine = at.astimezone(zone)
        other_day = f"{mine:%a} " if mine.date() != at.astimezone(there).date() else ""
        when += f" ({other_day}{spans.clock_time(mine)} here)"
    if not is_open:
        return False, f"{time}, office closed, opens {when}"
    left = at - now
    soon = f", {spans.short(left)} left" if left < spans.HOUR else ""
    return True, f"{time}, office open until {when}{soon}"


def _notice(card: Card, policy: Policy, now: datetime, zone: ZoneInfo) -> str:
    tries = card.course.unanswered_calls
    if tries < policy.call_tries:
        if card.column != "awaiting_callback":
            return ""
        then = ahead(card.course, policy, now, zone)
        when = spans.weekday_moment(then.at, now, zone)
        return f"Not due yet: {basis(card.course, now, zone)}; {then.words} {when}."
    known = _write_to(card, policy, now, zone) is not None
    unknown = "" if known else ", no address is known, so add one on the card. You can still call."
    calls = f"{tries} {'call' if tries == 1 else 'calls'} in a row went unanswered" if tries else "You set so"
    return f"{calls}: it is time to write instead{unknown}"


def _write_to(card: Card, policy: Policy, now: datetime, zone: ZoneInfo) -> str | None:
    """Who is to be written to instead; None where it is not time for that, or nobody has an address."""
    follow = follow_up(card.course, policy, now, zone)
    if follow.channel != "email" or card.course.unanswered_calls < policy.call_tries:
        return None
    reader = card.interview.person(follow.to)
    return reader.name if reader is not None else None


def _promised(card: Card, policy: Policy, now: datetime, zone: ZoneInfo) -> Iterator[str]:
    """The promise in force as they said it, and before it those it replaced."""
    one = card.interview
    promises = [event for event in known_events(one, now) if isinstance(event, Promised)]
    for place, event in enumerate(reversed(promises)):
        limit = limit_words(event.callback_by, event.at, zone)
        said = spans.near_weekday(event.at, now, zone)
        quoted = f"“{event.quote}”: by {limit}" if event.quote.strip() else f"An answer by {limit}"
        yield f"{'Before that: ' if place else ''}{quoted}, said {said}"
    if not promises:
        there = zone_of(one)
        day = card.course.office.assumed(one.ends_at).astimezone(there).date()
        limit = limit_words(day.isoformat(), now, zone)
        days = f"{policy.assumed_callback} working {'day' if policy.assumed_callback == 1 else 'days'}"
        said = undated_words(one, now)
        words = f": “{said}”" if said else ""
        yield f"They named no day{words}. Our guess: {days}, until {limit}."


def _since(card: Card, now: datetime, zone: ZoneInfo) -> Iterator[str]:
    """Calls and mails since the promise, or since the interview where nothing was promised."""
    one, promised = card.interview, card.course.promised
    events = [event for event in known_events(one, now) if event.at >= one.ends_at or event is promised]
    if promised in events:
        events = events[events.index(promised) + 1 :]
    telling = EventWords(one, zone)
    for event in events:
        if isinstance(event, Contact):
            at = event.at.astimezone(zone)
            note = f": {remark(event)}" if remark(event) else ""
            yield f"{at:%a} {at.day} {at:%b} {spans.clock_time(at)} {telling.told(event)}{note}"


def _thanks(card: Card, policy: Policy, now: datetime) -> str:
    """Who is still to be thanked, and how long there is for it."""
    if not card.owed:
        return ""
    people = [card.interview.person(owed.to) for owed in card.owed]
    names = [person.name or person.email or person.id for person in people if person is not None]
    who = f"still to thank: {some_of(names, _MOST_NAMES)}" if names else "the thank-you is still open"
    return f"{who[:1].upper()}{who[1:]}, {spans.short(thanks_end(card.course, policy, now) - now)} left."


def _present(one: Interview) -> str:
    named = (f"{who.name} ({who.title})" if who.title else who.name for who in one.interviewers if who.name)
    return ", ".join(named)


def _without_number(text: str) -> str:
    """A script without its line for the number, which stands above it on the sheet."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if first.startswith(_NUMBER_LINES) else text
