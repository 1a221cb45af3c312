"""What an invitation is once read, and the two ways of not getting that far."""

from datetime import datetime

import msgspec

from store.interview import Mode


class Unreadable(Exception):
    """The file cannot be imported; the message is one sentence for the user."""


class NeedsAnswer(Exception):
    """Something only the user knows is missing; the message asks for it and names the option."""


class Guest(msgspec.Struct, frozen=True):
    """Someone the invitation names. `email` is "" where the file gives none that could be written to."""

    name: str
    email: str
    phone: str | None = None


class Invitation(msgspec.Struct, frozen=True):
    """One interview as its invitation tells it.

    Times are aware, in UTC, whole seconds; `zone` is the IANA name of the interview's zone. `people` are the
    organiser and then the attendees, without the user, rooms and resources. `said` are sentences the user
    should see: what was assumed, left out or cleaned.

    Of a cancellation (`cancelled`) only `uid`, `sequence` and `said` are to be relied upon: nothing is asked
    for it, so its company may be empty and its zone the user's.
    """

    uid: str
    sequence: int
    cancelled: bool
    starts_at: datetime
    ends_at: datetime
    zone: str
    company: str
    role: str
    notes: str
    location: str
    link: str
    mode: Mode
    people: tuple[Guest, ...]
    said: tuple[str, ...]
