"""What channels, columns, results, calls and events are called, wherever they are spoken of. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Literal, TypeAlias, assert_never
from zoneinfo import ZoneInfo

from store import spans
from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Contact,
    Debriefed,
    Delivered,
    Emailed,
    Heard,
    Interview,
    Outcome,
    Owes,
    Promised,
    Reopened,
    Result,
    Snoozed,
    Thanked,
    ThanksSkipped,
    deadline,
)
from store.rules.standing import Column, Level, Standing

ChannelName: TypeAlias = Literal["email", "sms", "whatsapp", "letter", "call", "other", "recruiter"]
"""All ways to reach someone: by message, by telephone, or by a contact who passes it on."""

CHANNEL_WORDS: Mapping[ChannelName, str] = {
    "email": "e-mail",
    "sms": "text message",
    "whatsapp": "WhatsApp",
    "letter": "letter",
    "call": "call",
    "other": "another way",
    "recruiter": "the recruiter",
}
COLUMN_TITLES: Mapping[Column, str] = {
    "upcoming": "Upcoming",
    "to_thank": "To thank",
    "awaiting_callback": "Awaiting callback",
    "call_now": "Call now",
    "closed": "Closed",
}
"""As in a sentence that begins with them; headings have them in capitals."""
_LEVEL_WORDS: Mapping[Level, str] = {
    "late": "late",
    "stale": "better late",
    "overdue": "overdue",
    "quiet": "went quiet",
}
"""What a column's title does not say by itself, nor the event that brought the card there."""


def stands_in(standing: Standing) -> str:
    """`To thank, late`; the column alone where that says it all."""
    title, level = COLUMN_TITLES[standing.column], _LEVEL_WORDS.get(standing.level)
    return title if level is None else f"{title}, {level}"


COLUMN_SHORT: Mapping[Column, str] = {
    "upcoming": "Coming",
    "to_thank": "Thank",
    "awaiting_callback": "Await",
    "call_now": "Call",
    "closed": "Closed",
}
OUTCOME_WORDS: Mapping[Outcome, str] = {
    "reached": "talked to them",
    "voicemail": "left a message",
    "no_answer": "no answer",
}
"""What comes of a call."""
RESULT_WORDS: Mapping[Result, str] = {
    "offer": "an offer",
    "advanced": "next round",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "cancelled": "cancelled",
    "quiet": "went quiet",
    "accepted": "accepted",
    "declined": "declined",
}


def by_channel(channel: ChannelName) -> str:
    """`by e-mail`, `via the recruiter`: how something went or should go."""
    return f"{'via' if channel == 'recruiter' else 'by'} {CHANNEL_WORDS[channel]}"


def to_thank(channel: ChannelName | None, reason: str) -> str:
    """`to thank by e-mail: an address is known`; without a way only why there is none."""
    return f"to thank {by_channel(channel)}: {reason}" if channel is not None else f"to thank: {reason}"


_CALLED: Mapping[Outcome, str] = {
    "reached": "called",
    "voicemail": "left a message for",
    "no_answer": "no answer when calling",
}
_REMARKS = ("quote", "reason", "note")


def title_of(one: Interview, between: str = ", ") -> str:
    """`Globex, Data engineer, Panel`: company, role and round, as far as they are known."""
    return between.join(filter(None, (one.company, one.role, one.round)))


class EventWords:
    """Says what happened to an interview, event by event; instants in the user's `zone`."""

    def __init__(self, interview: Interview, zone: ZoneInfo) -> None:
        self._interview = interview
        self._zone = zone

    def told(self, event: AnyEvent) -> str:
        """What happened: `thanked Ada Okafor by e-mail`."""
        match event:
            case Thanked(to=to, channel=channel):
                way = f" {by_channel(channel)}" if channel is not None else ""
                return f"thanked {self._who(to, 'everyone')}{way}"
            case ThanksSkipped(to=to):
                return f"no thanks for {self._who(to, 'anyone')}"
            case Promised():
                return self._promised(event)
            case Called(outcome=outcome, to=to):
                return f"{_CALLED[outcome]}{self._who(to, '', ' ')}"
            case Emailed(to=to):
                return f"wrote{self._who(to, '', ' to ')}"
            case Heard(to=to):
                return f"heard from {self._who(to, 'them')}"
            case Snoozed(until=until):
                return f"no calls before {limit_words(until, event.at, self._zone)}"
            case Owes(what=what, due=due, to=to):
                by = f" by {limit_words(due, event.at, self._zone)}" if due is not None else ""
                return f"you owe {self._who(to, 'them')}{by}: {what}"
            case Delivered(of=of):
                return f"delivered: {self._owed.get(of, of)}"
            case Debriefed():
                return "debriefed"
            case Closed(result=result, answer_by=limit) if limit is not None:
                by = limit_words(limit, event.at, self._zone)
                return f"closed: {RESULT_WORDS[result]}, to be answered by {by}"
            case Closed(result=result):
                return f"closed: {RESULT_WORDS[result]}"
            case Reopened():
                return "reopened"
            case _:
                assert_never(event)

    @cached_property
    def _owed(self) -> Mapping[str, str]:
        events = reversed(self._interview.events)
        return {one.id: one.what for one in events if isinstance(one, Owes)}

    def _promised(self, event: Promised) -> str:
        limit = limit_words(event.callback_by, event.at, self._zone)
        who = self._who(event.by, "they")
        rings = event.how == "ring"
        words = f"{who} said they ring, {limit}" if rings else f"{who} promised an answer by {limit}"
        return f"{words}, and no word would be a no" if event.silence == "no" else words

    def _who(self, to: str | None, otherwise: str, before: str = "") -> str:
        person = self._interview.person(to)
        if person is None:
            return otherwise or (f"{before}them" if before == " " else "")
        return f"{before}{person.name or person.id}"


def told(event: AnyEvent, interview: Interview, zone: ZoneInfo) -> str:
    """What one event was, in the same words; for many of an interview see `EventWords`."""
    return EventWords(interview, zone).told(event)


def since(event: Contact | Reopened, now: datetime, zone: ZoneInfo, unanswered_calls: int) -> str:
    """The contact from which the call window runs: `you called on Tuesday`. Days in the user's `zone`."""
    when = spans.day(event.at, now, zone)
    match event:
        case Called(outcome="reached"):
            return f"you called {when}"
        case Called():
            return f"no one reached {when} ({unanswered_calls} {'try' if unanswered_calls == 1 else 'tries'})"
        case Emailed():
            return f"you wrote {when}"
        case Heard():
            return f"they were in touch {when}"
        case Reopened():
            return f"reopened {when}"
        case _:
            assert_never(event)


def limit_words(limit: str, now: datetime, zone: ZoneInfo) -> str:
    """A deadline or snooze in words: a date as it is said, an instant with its time in `zone`."""
    value = deadline(limit)
    if isinstance(value, datetime):
        return f"{spans.near_weekday(value, now, zone)} {spans.clock_time(value, zone)}"
    year = f" {value.year}" if value.year != now.astimezone(zone).year else ""
    return f"{value:%a} {value.day} {value:%b}{year}"


def remark(event: AnyEvent) -> str:
    """What the user noted with it: a quote, a reason, a note; blank where nothing."""
    for field in _REMARKS:
        text = getattr(event, field, "")
        if text:
            return str(text)
    return ""


def text_sent(event: AnyEvent) -> str:
    """The text that went out with it; blank where none did."""
    return str(getattr(event, "text", ""))
