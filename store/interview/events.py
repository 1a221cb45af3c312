"""What has happened: the kinds of events, and what they have in common."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Literal, Self, TypeAlias, assert_never, get_args

from msgspec.structs import force_setattr

from store.interview.values import Aware, Channel, How, Outcome, Record, Result, Silence, normal_limit, utc


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
        force_setattr(self, "callback_by", normal_limit(self.callback_by, "callback_by"))


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
        force_setattr(self, "until", normal_limit(self.until, "until"))


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
            force_setattr(self, "due", normal_limit(self.due, "due"))


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
            force_setattr(self, "answer_by", normal_limit(self.answer_by, "answer_by"))


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


class Repeats:
    """What has happened of one interview, as far as it can come `twice`."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str | None, str, str]] = set()

    def copy(self) -> Self:
        """The same once more, to go on from here in another way."""
        new = type(self)()
        new._seen = self._seen.copy()
        return new

    def take(self, event: AnyEvent) -> bool:
        """The next event; whether it is one with an earlier one, and changes nothing."""
        same = twice(event)
        if same is None:
            return False
        repeated = same in self._seen
        self._seen.add(same)
        return repeated


def without_repeats(events: Iterable[AnyEvent]) -> Iterator[AnyEvent]:
    """The events of one interview but for those that are one with an earlier one: they change nothing."""
    repeats = Repeats()
    return (event for event in events if not repeats.take(event))


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
