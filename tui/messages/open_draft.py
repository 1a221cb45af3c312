"""A draft as the editor is opened with it: plain values about one message and the people it is for. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from store.changes.drafts import form_of
from store.interview import Channel, Draft, Person, Purpose
from store.people.names import ShortNames
from templates.greeting import greets
from templates.passing_on import passing_on
from templates.proof import Case
from templates.reader_text import LinePlaced, ReaderText, for_reader, named_for, with_line

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
    """By which way it goes to this person."""
    way: str = ""
    """That way in words where it is not e-mail: `WhatsApp`, `via the recruiter`."""
    carrier: Person | None = None
    """Who is to pass it on; None where nobody has to."""

    def short(self, recipients: ShortNames) -> str:
        """The name where room is scarce, told apart from those of the other recipients."""
        return recipients.of(self) or "them"


@dataclass(frozen=True, slots=True)
class Note:
    """Something from the debrief that can be put into the text."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template that can be started from, and what a text from it is for."""

    name: str
    purpose: Purpose
    words: str
    """Its title, and why it fits or when it would."""
    heading: str = ""
    """Over the first of a purpose."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """One draft as it is opened. `shown` is the recipient it is shown for at first; `seen` the draft as the
    database holds it, None where it is new; `case` what the checks know, without addressee and dismissals.

    A panel may need two texts: `recipients` are all of it, `beside` the draft for those who get the other.
    """

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
    language: str = "en"
    notes: tuple[Note, ...] = ()
    status: str = ""
    """How it is kept so far: `saved 18:03`, or nothing for a text that is new."""
    beside: OpenDraft | None = None
    """The draft for those who get this message in the other form, where it has been begun."""

    @property
    def readers(self) -> tuple[Recipient, ...]:
        """Those who get this draft, and not the one beside it."""
        return tuple(one for one in self.recipients if self.goes_to(one))

    def goes_to(self, recipient: Recipient) -> bool:
        """Whether this draft, in its form, is what that person gets; one that fits nobody is for everyone."""
        forms = {form_of(one.channel) for one in self.recipients}
        own = form_of(self.draft.channel)
        return own not in forms or form_of(recipient.channel) == own

    def channel_for(self, recipient: Recipient) -> Channel:
        """By which way the draft goes to this recipient."""
        if self.draft.channel in ("letter", "other") and form_of(recipient.channel) == "long":
            return self.draft.channel
        return recipient.channel

    def body_for(self, recipient: Recipient, *, in_words: bool = False) -> ReaderText:
        """The body as this recipient reads it, without their own line; with gaps `in_words` in the editor."""
        return for_reader(
            self.draft.body, people=self.recipients, to=recipient, language=self.language, in_words=in_words
        )

    def text_for(self, recipient: Recipient) -> LinePlaced:
        """The whole text as this recipient is to read it, with their own line."""
        line = self._named_for(self.draft.lines.get(recipient.id, ""), recipient)
        return with_line(self.body_for(recipient).text, line)

    def subject_for(self, recipient: Recipient) -> str:
        """The subject as this recipient is to read it."""
        return self._named_for(self.draft.subject, recipient)

    def _named_for(self, text: str, recipient: Recipient) -> str:
        return named_for(text, people=self.recipients, to=recipient, language=self.language)

    def sent_text(self, recipient: Recipient, me: str) -> str:
        """The text as it leaves: below a line to who passes it on, where it does not greet them itself."""
        text = self.text_for(recipient).text
        if recipient.carrier is None or not self.covers(recipient):
            return text
        return f"{passing_on(recipient.carrier, recipient.name, me, self.language)}\n\n{text}"

    def covers(self, recipient: Recipient) -> bool:
        """Whether the text goes out below a line to who is to pass it on."""
        return recipient.carrier is not None and not greets(self.draft.body, recipient.carrier)

    def judged(self, recipient: Recipient) -> Case:
        """What the checks know of the text that this recipient gets."""
        template = self.case.template_text
        carrier = recipient.carrier.name if recipient.carrier is not None else ""
        readers = tuple(filter(None, (recipient.name, carrier)))
        return replace(
            self.case,
            template_text=template
            and for_reader(template, people=self.recipients, to=recipient, language=self.language).text,
            addressed=readers,
            others=tuple(name for name in self.case.people if name not in readers),
            channel=self.channel_for(recipient),
            dismissed=frozenset(self.draft.dismissed) | self.case.dismissed,
        )

    @property
    def unwritten(self) -> tuple[Recipient, ...]:
        """Those who are to get the message in the other form, which has not been begun."""
        written = {recipient.id for _, recipient in self.texts()}
        return tuple(one for one in self.recipients if one.status == "open" and one.id not in written)

    def checked_at(self, now: datetime) -> OpenDraft:
        """The same, judged at that instant: what was "yesterday" when it was opened may not be any more."""
        case, beside = replace(self.case, now=now), self.beside
        if case.meeting is not None:
            hours = (now - case.meeting.ends_at).total_seconds() / 3600
            case = replace(case, late_hours=hours if hours >= 0 else None)
        return replace(self, now=now, case=case, beside=beside and beside.checked_at(now))

    def texts(self) -> Iterator[tuple[OpenDraft, Recipient]]:
        """Everyone who gets a text of this message, with the draft it is of; this draft's readers first."""
        for one in (self, self.beside):
            if one is not None:
                yield from ((one, recipient) for recipient in one.readers)
