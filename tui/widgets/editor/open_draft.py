"""What the editor is opened with: plain values about one message and the people it is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from store.interview import Channel, Draft, Purpose
from store.people.names import short_name
from templates.proof import Case

Settled: TypeAlias = Literal["open", "thanked", "skipped"]
NoteKind: TypeAlias = Literal["topic", "loose end", "strength", "earlier round", "note"]
OFFERED = 9
"""Notes or templates at most that are offered in a question: one for each digit."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone the message is for. `id` is "" for the one anonymous addressee."""

    id: str
    name: str
    status: Settled = "open"
    words: str = ""
    """More about the status, such as `3 h after`."""
    channel: Channel = "email"
    """The way advised for this person."""
    way: str = ""
    """That way in words where it is not e-mail: `WhatsApp`, `via the recruiter`."""

    def short(self, recipients: Iterable[Recipient]) -> str:
        """The name where room is scarce, told apart from those of the other recipients."""
        return short_name(self.name, [one.name for one in recipients]) or "them"


@dataclass(frozen=True, slots=True)
class Note:
    """Something from the debrief that can be put into the text."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """One draft as it is opened. `shown` is the recipient it is shown for at first; `seen` the draft as the
    database holds it, None where it is new; `case` what the checks know, without addressee and dismissals."""

    interview_id: str
    company: str
    purpose: Purpose
    draft: Draft
    seen: Draft | None
    recipients: tuple[Recipient, ...]
    shown: str
    case: Case
    now: datetime
    zone: ZoneInfo
    """The user's own zone, for the times of older texts."""
    notes: tuple[Note, ...] = ()
    status: str = ""
    """How it is kept so far: `saved 18:03`, or nothing for a text that is new."""
