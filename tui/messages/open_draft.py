"""A draft as the editor is opened with it: plain values about one message and the people it is for. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from store.interview import Channel, Draft, Purpose
from store.people.names import short_name
from templates.greeting import address
from templates.proof import Case

Settled: TypeAlias = Literal["open", "thanked", "skipped"]
NoteKind: TypeAlias = Literal["topic", "loose end", "strength", "earlier round", "note"]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone the message is for. `id` is "" for the one anonymous addressee."""

    id: str
    name: str
    called: str = ""
    """How the user chose to greet them; blank where their name says it."""
    status: Settled = "open"
    words: str = ""
    """More about the status, such as `3 h after`."""
    channel: Channel = "email"
    """The way advised for this person."""
    way: str = ""
    """That way in words where it is not e-mail: `WhatsApp`, `via the recruiter`."""

    def short(self, recipients: Iterable[Recipient]) -> str:
        """The name where room is scarce, told apart from those of the other recipients."""
        return short_name(self, recipients) or "them"


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

    def channel_for(self, recipient: Recipient) -> Channel:
        """By which way the draft goes to this recipient."""
        return recipient.channel if self.purpose == "thanks" else self.draft.channel

    def greeted(self, text: str, recipient: Recipient) -> str:
        """A shared text as this recipient is greeted in it."""
        return address(text, names=self.recipients, to=recipient).text

    def judged(self, recipient: Recipient) -> Case:
        """What the checks know of the text that this recipient gets."""
        template = self.case.template_text
        return replace(
            self.case,
            template_text=template and self.greeted(template, recipient),
            addressed=(recipient.name,) if recipient.name else (),
            channel=self.channel_for(recipient),
            dismissed=frozenset(self.draft.dismissed) | self.case.dismissed,
        )
