"""The records: an interview, the people in it, and what has happened since.

All records are frozen. Every instant is aware, in UTC and in whole seconds; it is brought into that form
when a record is made. Nothing here knows what time it is, and where a card stands is never part of a record:
`store.rules.standing` works it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, assert_never, get_args
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import force_setattr

from store.zones import known_zone

Aware: TypeAlias = Annotated[datetime, Meta(tz=True)]
Channel: TypeAlias = Literal["email", "sms", "whatsapp", "letter", "other"]
Mode: TypeAlias = Literal["onsite", "video", "phone", "other", "recorded"]
"""`recorded`: a recorded video, a test, a task done at home; nobody was there."""
Ask: TypeAlias = Literal["phone", "email", "never"]
"""How a person wants to be asked where things stand."""
How: TypeAlias = Literal["answer", "ring"]
Silence: TypeAlias = Literal["asks", "no"]
Outcome: TypeAlias = Literal["reached", "voicemail", "no_answer"]
Purpose: TypeAlias = Literal["thanks", "status", "voicemail", "reply", "delivery", "other"]
"""Accepting, declining and asking for time are replies."""
Result: TypeAlias = Literal[
    "offer", "advanced", "rejected", "withdrawn", "cancelled", "quiet", "accepted", "declined"
]

ASKS: tuple[Ask, ...] = get_args(Ask)
MODES: tuple[Mode, ...] = get_args(Mode)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
RESULTS: tuple[Result, ...] = get_args(Result)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
FIRST_YEAR, LAST_YEAR = 1900, 2999
COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
LANGUAGE = re.compile(r"[a-z]{2}")
MULTILINE = frozenset({"body", "notes", "note", "quote", "reason", "text"})
"""Fields that may hold line breaks; every other text is one line."""


def utc(at: datetime, field: str = "at") -> datetime:
    """The same instant in UTC, cut to whole seconds. Raises ValueError for a naive or far-off one."""
    if at.tzinfo is None:
        raise ValueError("expected an instant with its offset, such as 2026-11-18T14:00:00Z")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(f"expected `{field}` to be in a year from {FIRST_YEAR} to {LAST_YEAR}")
    return at.astimezone(UTC).replace(microsecond=0)


def iso(value: date) -> str:
    """How a deadline is written down: a date as it is, an instant in UTC with `Z`, cut to whole seconds.

    Also one that could not be stored: what is computed from the last instant that can be lies behind it.
    """
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("expected an instant with its offset")
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return value.isoformat()


def deadline(text: str) -> date:
    """What `iso` wrote: a date, or an aware instant. Raises ValueError."""
    if len(text) == 10:
        day = date.fromisoformat(text)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError(f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
        return day
    return utc(datetime.fromisoformat(text))


def _normal(text: str, field: str) -> str:
    try:
        return iso(deadline(text))
    except ValueError:
        raise ValueError(
            f"expected `{field}` to be a date such as 2026-11-27, or an instant with its offset"
        ) from None


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all records; unknown fields are refused when one is read."""


class Person(Record, frozen=True, kw_only=True):
    """Someone of the other side; `phone` as the user has it, international form preferred."""

    id: str
    name: str = ""
    title: str = ""
    email: str | None = None
    phone: str | None = None
    whatsapp: bool = False
    called: str = ""
    """How the user greets them, where that is not what their name says."""
    ask: Ask | None = None
    notes: str = ""


class LooseEnd(Record, frozen=True, kw_only=True):
    """Something said wrong or left out in the interview, and whether it has been put right."""

    text: str
    state: Literal["open", "addressed", "dropped"] = "open"


class Conflict(Record, frozen=True, kw_only=True):
    """A value that another instance wrote into `field` at the same time as one here; both are kept."""

    field: str
    value: str
    at: Aware

    def __post_init__(self) -> None:
        force_setattr(self, "at", utc(self.at))


class Event(Record, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True):
    """Something that happened at `at`. Events only take effect from their instant on."""

    KIND: ClassVar[str] = ""
    id: str
    at: Aware
    ref: str = ""
    """Where it is known from, such as a mail's Message-ID; the same twice is one (see `twice`)."""

    def __post_init__(self) -> None:
        force_setattr(self, "at", utc(self.at))


class Thanked(Event, frozen=True, kw_only=True, tag="thanked"):
    """A thank-you was sent to `to`, or to everyone where that is absent."""

    KIND: ClassVar[str] = "thanked"
    to: str | None = None
    channel: Channel | None = None
    text: str = ""


class ThanksSkipped(Event, frozen=True, kw_only=True, tag="thanks_skipped"):
    """Deliberately not thanked."""

    KIND: ClassVar[str] = "thanks_skipped"
    to: str | None = None
    reason: str = ""


class Promised(Event, frozen=True, kw_only=True, tag="promised"):
    """They named the time they answer by: a date, or an instant (see `deadline`)."""

    KIND: ClassVar[str] = "promised"
    callback_by: str
    quote: str = ""
    by: str | None = None
    """Who named it."""
    how: How = "answer"
    """`ring`: they said that they ring at that instant."""
    silence: Silence = "asks"
    """`no`: "if you hear nothing by then, it is a no"."""

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        force_setattr(self, "callback_by", _normal(self.callback_by, "callback_by"))


class Called(Event, frozen=True, kw_only=True, tag="called"):
    """The user called."""

    KIND: ClassVar[str] = "called"
    outcome: Outcome
    to: str | None = None
    note: str = ""


class Emailed(Event, frozen=True, kw_only=True, tag="emailed"):
    """The user sent a status e-mail instead of calling."""

    KIND: ClassVar[str] = "emailed"
    to: str | None = None
    note: str = ""
    text: str = ""


class Heard(Event, frozen=True, kw_only=True, tag="heard"):
    """They got in touch, without a final answer."""

    KIND: ClassVar[str] = "heard"
    to: str | None = None
    note: str = ""


class Snoozed(Event, frozen=True, kw_only=True, tag="snoozed"):
    """Do not ask me to call before `until`: a date (its office opening) or an instant."""

    KIND: ClassVar[str] = "snoozed"
    until: str

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        force_setattr(self, "until", _normal(self.until, "until"))


class Owes(Event, frozen=True, kw_only=True, tag="owes"):
    """The user promised them something by `due`: a date, an instant, or no day at all."""

    KIND: ClassVar[str] = "owes"
    what: str
    due: str | None = None
    to: str | None = None

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        if not self.what.strip():
            raise ValueError("expected `what` not to be blank")
        if self.due is not None:
            force_setattr(self, "due", _normal(self.due, "due"))


class Delivered(Event, frozen=True, kw_only=True, tag="delivered"):
    """What an `owes` names was sent, or is no longer wanted; `of` is its id."""

    KIND: ClassVar[str] = "delivered"
    of: str
    note: str = ""


class Debriefed(Event, frozen=True, kw_only=True, tag="debriefed"):
    """The debrief was done, or waved off."""

    KIND: ClassVar[str] = "debriefed"
    note: str = ""


class Closed(Event, frozen=True, kw_only=True, tag="closed"):
    """How it ended; `answer_by`, only with an offer: a date or an instant by which the user has to answer."""

    KIND: ClassVar[str] = "closed"
    result: Result
    note: str = ""
    answer_by: str | None = None

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        if self.answer_by is not None:
            if self.result != "offer":
                raise ValueError("expected `answer_by` only where `result` is offer")
            force_setattr(self, "answer_by", _normal(self.answer_by, "answer_by"))


class Reopened(Event, frozen=True, kw_only=True, tag="reopened"):
    """It was closed too early."""

    KIND: ClassVar[str] = "reopened"
    note: str = ""


Thanks: TypeAlias = Thanked | ThanksSkipped
"""What settles the thanks owed to interviewers."""
Contact: TypeAlias = Called | Emailed | Heard
"""Calls and mails either way: the call window runs from the last one. `counts_as` says how each counts."""
Aside: TypeAlias = Owes | Delivered | Debriefed
"""What the user owes, and the debrief: it moves no card."""
AnyEvent: TypeAlias = Thanks | Promised | Contact | Snoozed | Aside | Closed | Reopened
EVENT_KINDS: Mapping[str, type[AnyEvent]] = {kind.KIND: kind for kind in get_args(AnyEvent)}


def people_named(event: AnyEvent) -> tuple[tuple[str, str], ...]:
    """The people an event is about, as (field, id)."""
    found = ((field, getattr(event, field, None)) for field in ("to", "by"))
    return tuple((field, one) for field, one in found if one is not None)


def twice(event: AnyEvent) -> tuple[str, str | None, str, str] | None:
    """What two events of one interview agree in where the second changes nothing; None without a `ref`."""
    if not event.ref:
        return None
    return event.KIND, getattr(event, "to", None), event.ref, event.what if isinstance(event, Owes) else ""


def without_repeats(events: Iterable[AnyEvent]) -> Iterator[AnyEvent]:
    """The events of one interview but for those that are one with an earlier one: they change nothing."""
    seen: set[tuple[str, str | None, str, str]] = set()
    for event in events:
        same = twice(event)
        if same is None or same not in seen:
            yield event
        if same is not None:
            seen.add(same)


def counts_as(event: Contact) -> Literal["answer", "call", "mail"]:
    """An answer of theirs, or a try of the user's that has none yet: a call or a mail."""
    match event:
        case Called(outcome="reached") | Heard():
            return "answer"
        case Called():
            return "call"
        case Emailed():
            return "mail"
        case _:
            assert_never(event)


class Version(Record, frozen=True, kw_only=True):
    """An older text of a draft."""

    at: Aware
    subject: str = ""
    body: str = ""


class HandOver(Record, frozen=True, kw_only=True):
    """To whom, when and how a text was handed over, with the Message-ID it was given; blank where none."""

    to: str | None = None
    at: Aware
    way: str = ""
    message_id: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "at", utc(self.at))


class Draft(Record, frozen=True, kw_only=True):
    """A text in the making. One draft serves everyone thanked; `lines` holds one personal line each."""

    id: str
    purpose: Purpose = "thanks"
    channel: Channel = "email"
    subject: str = ""
    body: str = ""
    lines: dict[str, str] = {}
    template: str | None = None
    dismissed: tuple[str, ...] = ()
    updated_at: Aware | None = None
    handed_over: tuple[HandOver, ...] = ()
    versions: tuple[Version, ...] = ()
    """The last texts before this one, oldest first; kept here only, never exported."""

    def __post_init__(self) -> None:
        if self.updated_at is not None:
            force_setattr(self, "updated_at", utc(self.updated_at, "updated_at"))


class Company(Record, frozen=True, kw_only=True):
    """What is known of a company across interviews; `no_thanks`: they do not want any."""

    name: str
    no_thanks: bool = False
    notes: str = ""


class CalendarEntry(Record, frozen=True, kw_only=True):
    """Which meeting of a calendar an interview is, and which version of it is known."""

    uid: str
    sequence: int = 0
    stamp: Aware | None = None
    """When that version was written (DTSTAMP)."""
    occurrence: Aware | None = None
    """Of a series: by which instant the date is known that the interview is (RECURRENCE-ID)."""
    invited: tuple[str, ...] = ()
    """Who was taken from that version, by address or name."""
    me: tuple[str, ...] = ()
    """Which of those invited the user is. From `occurrence` on it is kept here only."""

    def __post_init__(self) -> None:
        for field in ("stamp", "occurrence"):
            if (at := getattr(self, field)) is not None:
                force_setattr(self, field, utc(at, field))


class Interview(Record, frozen=True, kw_only=True):
    """One interview: its facts and its history. `zone` is the other side's, an IANA name."""

    id: str
    company: str
    role: str = ""
    round: str = ""
    mode: Mode = "other"
    opportunity: str | None = None
    """Joins the rounds of one application."""
    zone: str
    country: str | None = None
    """Whose working days count: ISO 3166, perhaps with a subdivision; None: the zone's."""
    language: str | None = None
    """Two letters: in which texts are written, and words about time are read."""
    starts_at: Aware
    ends_at: Aware
    location: str = ""
    link: str = ""
    interviewers: tuple[Person, ...] = ()
    contacts: tuple[Person, ...] = ()
    notes: str = ""
    topics: tuple[str, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()
    questions: tuple[str, ...] = ()
    events: tuple[AnyEvent, ...] = ()
    drafts: tuple[Draft, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    calendar: CalendarEntry | None = None
    """Of one that came as a calendar invitation."""

    def __post_init__(self) -> None:
        if self.country is not None and not COUNTRY.fullmatch(self.country):
            raise ValueError("expected `country` to be one of ISO 3166 such as DE, or a part of one: DE-BY")
        if self.language is not None and not LANGUAGE.fullmatch(self.language):
            raise ValueError("expected `language` to be two small letters such as de")
        force_setattr(self, "starts_at", utc(self.starts_at, "starts_at"))
        force_setattr(self, "ends_at", utc(self.ends_at, "ends_at"))
        if not self.company.strip():
            raise ValueError("expected `company` not to be blank")
        if not known_zone(self.zone):
            raise ValueError(
                f"expected `zone` to be an IANA zone such as Europe/Berlin, not {self.zone[:60]!r}"
            )
        if self.ends_at < self.starts_at:
            raise ValueError("expected `ends_at` not to lie before `starts_at`")

    @property
    def people(self) -> tuple[Person, ...]:
        """Interviewers, then contacts."""
        return self.interviewers + self.contacts

    def person(self, to: str | None) -> Person | None:
        """The interviewer or contact with that id."""
        return next((one for one in self.people if one.id == to), None)


def zone_of(interview: Interview) -> ZoneInfo:
    """The interview's own zone; a record cannot be made with an unknown one."""
    zone = known_zone(interview.zone)
    assert zone is not None, interview.zone
    return zone


def all_texts(value: Any, field: str = "", path: str = "") -> Iterator[tuple[str, str, str]]:
    """Every text in a record or in plain data, as (path, name of the field it is under, text)."""
    if isinstance(value, str):
        yield path, field, value
    elif isinstance(value, Struct):
        yield from all_texts(msgspec.structs.asdict(value), field, path)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield f"{path}.{key}", "text", str(key)
            yield from all_texts(inner, str(key), f"{path}.{key}".lstrip("."))
    elif isinstance(value, Iterable) and not isinstance(value, bytes):
        for place, inner in enumerate(value):
            yield from all_texts(inner, field, f"{path}[{place}]")
