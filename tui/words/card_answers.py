"""What a card says of an answer: on what it rests, when to ask for it and whom, by when to give one. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from store import spans
from store.interview import Called, deadline
from store.languages import listed
from store.people.names import short_name
from store.rules.board import Card
from store.rules.reasons import ahead
from store.text import show
from tui.signs import Signs
from tui.words.card_line import CardLine, by_time_left, missed_words, moments
from tui.words.lines import first_fit
from tui.words.undated import undated_words


def awaiting(card: Card, now: datetime, zone: ZoneInfo, width: int) -> tuple[CardLine, CardLine]:
    then = ahead(card.course, card.policy, now, zone)
    full, *others = moments(then.at, now, zone, card)
    why = [f"{then.why}: {then.words} {full}", f"{then.why}: {then.brief}"] if then.why else []
    shorter = [f"{words} {moment}" for moment in others for words in (then.words, then.brief)]
    call = first_fit(width, *why, f"{then.words} {full}", *shorter)
    basis = _basis(card, now, zone, width)
    # Their promise matters for longer than thanks that were not sent.
    said = first_fit(width, f"{basis}; {missed_words(card)}", basis) if card.thanks_missed else basis
    return CardLine(said, "plain"), CardLine(call, "dim")


def _basis(card: Card, now: datetime, zone: ZoneInfo, width: int) -> str:
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
        if said := show(undated_words(card.interview, now)):
            return first_fit(width, f"they named no day: “{said}”", f"no day: “{said}”", "they named no day")
        return "no day named; our guess"
    if isinstance(course.last_contact, Called) and course.unanswered_calls:
        return f"no one reached, {_tries(course.unanswered_calls)}"
    return "in touch; our guess"


def _tries(count: int) -> str:
    return "1 try" if count == 1 else f"{count} tries"


def call_now(
    card: Card, now: datetime, zone: ZoneInfo, signs: Signs, width: int
) -> tuple[CardLine, CardLine]:
    whom = CardLine(_whom(card, signs, width), "dim")
    by = card.standing.due
    if card.follow_up is None:
        return _to_answer(card, now, zone, width)
    sign = signs.mail if card.follow_up.channel == "email" else signs.call
    begins = card.follow_up.begins
    if begins is not None and begins > now:
        late = ", overdue" if card.standing.level == "overdue" else ""
        *opens, least = [f"{sign} opens {moment}" for moment in moments(begins, now, zone, card)]
        with_late = [words + late for words in (*opens, least)]
        return CardLine(first_fit(width, *with_late, *opens[-1:], least), "dim"), whom
    if by is None:
        return CardLine(first_fit(width, f"{sign} ask when it suits you", f"{sign} ask"), "plain"), whom
    if card.standing.level == "overdue":
        return CardLine(f"{sign} overdue by {spans.short(now - by)}", "alert"), whom
    wordings = [f"{sign} until {moment}" for moment in moments(by, now, zone, card)]
    return CardLine(first_fit(width, *wordings), by_time_left(by - now, "good")), whom


def _to_answer(card: Card, now: datetime, zone: ZoneInfo, width: int) -> tuple[CardLine, CardLine]:
    """An offer: by when to answer it."""
    by = card.standing.due
    assert by is not None
    thanks = CardLine(f"thanks open {len(card.owed)}" if card.owed else "", "dim")
    if card.standing.level == "overdue":
        over = spans.short(now - by)
        wordings = [f"! your answer is overdue by {over}", f"! answer overdue by {over}"]
        return CardLine(first_fit(width, *wordings), "alert"), thanks
    by_when = moments(by, now, zone, card)
    wordings = [f"an offer: answer by {one}" for one in by_when]
    wordings += [f"{words} by {one}" for one in by_when[-2:] for words in ("offer: answer", "answer")]
    return CardLine(first_fit(width, *wordings), by_time_left(by - now, "good")), thanks


def _whom(card: Card, signs: Signs, width: int) -> str:
    follow = card.follow_up
    person = card.interview.person(follow.to) if follow is not None else None
    parts = []
    if tried := in_vain(card):
        every = _tries(card.course.follow_ups)
        parts.append(
            first_fit(width, *(f"{said} in vain: let it rest?" for said in (tried, every)), "let it rest?")
        )
    if follow is not None and follow.channel == "email":
        name = f" {short_name(person, card.interview.people)}" if person else ""
        parts.append(
            first_fit(width, f"{signs.mail} write{name}: {follow.reason}", f"{signs.mail} write{name}")
        )
    elif person is not None:
        tries = card.course.unanswered_calls
        parts.append(person.name + (f", {_ordinal(tries + 1)} try" if tries else ""))
    if card.owed:
        total = len(card.interview.interviewers) or 1
        parts.append(f"thanks open {len(card.owed)}/{total}")
    elif card.thanks_missed:
        parts.append(missed_words(card))
    return show(f" {signs.dot} ".join(parts))


def in_vain(card: Card) -> str:
    """`2 calls and 1 mail`: what the user has tried, once it is often enough to let it rest; else blank."""
    if not card.offer_closing:
        return ""
    calls = card.course.follow_up_calls
    mails = card.course.follow_ups - calls
    said = [
        f"{count} {word if count == 1 else f'{word}s'}"
        for count, word in ((calls, "call"), (mails, "mail"))
        if count
    ]
    return listed(said)


def _ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")
