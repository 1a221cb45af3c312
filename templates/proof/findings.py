"""What goes into a proof, and what comes out of it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["block", "warn"]
MessagePurpose = Literal["thanks", "status", "voicemail", "reply", "delivery", "other"]
MessageChannel = Literal["email", "sms", "whatsapp", "letter", "other"]
Spelling = Literal["british", "american", "both"]


@dataclass(frozen=True)
class Finding:
    """One thing a reader of the message would stumble over.

    `start` and `end` are offsets in characters of the text that was given, None where the finding has no
    place (something is missing) or lies in the subject. `text` is the passage itself, "" where there is none.
    `why` is one sentence for the user: what was found, and how to mend it.
    """

    rule: str
    level: Severity
    start: int | None
    end: int | None
    text: str
    why: str
    to: str | None = None
    """The id of the reader whose text it is of; None where it is so for all."""


class Objection(NamedTuple):
    """What a check has to say: `why` and where, as in a `Finding`. Its rule is the one with that check."""

    why: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Case:
    """What the checks know about the interview a message belongs to. Plain values only.

    `people` are this card's interviewers and contacts, `called` how the user chose to greet any of them,
    `addressed` those the message goes to, `me` is the user's own name. `loose_ends` are the open ones.
    `other_companies` and `other_people` come from other cards; `sent_elsewhere` holds (company, text) of
    what was sent to other companies. `template_text` is the draft's template as it renders for this card,
    `template_sources` are the rendered templates against which the share of ready-made wording is measured.
    `late_hours` are the hours since the interview ended, None when unknown. `dismissed` holds the ids of
    rules the user does not want to hear about for this draft.
    """

    company: str = ""
    role: str = ""
    people: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    me: str = ""
    purpose: MessagePurpose = "thanks"
    channel: MessageChannel = "email"
    topics: tuple[str, ...] = ()
    loose_ends: tuple[str, ...] = ()
    other_companies: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()
    sent_elsewhere: tuple[tuple[str, str], ...] = ()
    template_text: str | None = None
    template_sources: tuple[str, ...] = ()
    late_hours: float | None = None
    spelling: Spelling = "both"
    known_words: frozenset[str] = frozenset()
    dismissed: frozenset[str] = frozenset()
