"""An interview, the people in it, and the texts to them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import force_setattr

from store.interview.events import AnyEvent
from store.interview.values import COUNTRY, LANGUAGE, Ask, Aware, Channel, Mode, Purpose, Record, utc
from store.zones import known_zone


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


class Interview(Record, frozen=True, kw_only=True, dict=True):
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
        return None if to is None else self._people.get(to)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return {one.id: one for one in reversed(self.people)}


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
