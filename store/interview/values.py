"""What records are made of: instants and deadlines as they are stored, and words of which there are a few."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import Meta, Struct

from store.patterns import pattern

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
COUNTRY = pattern(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
LANGUAGE = pattern(r"[a-z]{2}")
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
        # Formatting by a pattern takes ten times as long, and a list says thousands of instants.
        return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    return value.isoformat()


def deadline(text: str) -> date:
    """What `iso` wrote: a date, or an aware instant. Raises ValueError."""
    if len(text) == 10:
        day = date.fromisoformat(text)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError(f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
        return day
    return utc(datetime.fromisoformat(text))


def normal_limit(text: str, field: str) -> str:
    """A deadline as `iso` writes it. Raises ValueError, which names the field."""
    try:
        return iso(deadline(text))
    except ValueError:
        raise ValueError(
            f"expected `{field}` to be a date such as 2026-11-27, or an instant with its offset"
        ) from None


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all records; unknown fields are refused when one is read."""
