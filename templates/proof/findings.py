"""What goes into a proof, and what comes out of it."""

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
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
    `why` is one sentence for the user: what was found, and how to mend it. `to` is the id of the reader whose
    text it is of, None where it is of all: whoever proofs the texts of several readers sets it.
    """

    rule: str
    level: Severity
    start: int | None
    end: int | None
    text: str
    to: str | None = field(default=None, kw_only=True)
    why: str


class Objection(NamedTuple):
    """What a check has to say: `why` and where, as in a `Finding`. Its rule is the one with that check.

    `level` is that of this one finding where it is not the rule's; it never goes above the rule's.
    """

    why: str
    start: int | None = None
    end: int | None = None
    level: Severity | None = None


class Meeting(NamedTuple):
    """When the interview was, in aware times, and in which zone its day is told."""

    starts_at: datetime
    ends_at: datetime
    zone: tzinfo


@dataclass(frozen=True)
class Case:
    """What the checks know about the interview a message belongs to. Plain values only.

    `people` are this card's interviewers and contacts, `addressed` those who read this very text, `others`
    those of the card who do not (whoever of `people` is not addressed counts as one); `called` has pairs of a
    name and how that person is greeted. `readers` is how many people get this text in one message, `met` how
    many held the interview. `me` is the user's own name.

    `language` is that of the message, two letters. `now` is the moment of checking, aware; `meeting` when it
    was. `result` is how the interview was closed, `offer` whether an offer is there. `attached`: a file goes
    with the message. `salary_topic`: money was talked about.

    `loose_ends` are the open ones. `other_companies` and `other_people` come from other cards;
    `sent_elsewhere` holds (company, text) of what was sent to other companies. `template_text` is the draft's
    template as it renders for this card, `template_sources` are the templates as they are, with their gaps
    open, against which the share of ready-made wording is measured. `gap_words` are the beginnings, case
    folded, of what stands in a gap that is shown in «…». `late_hours` are the hours since the interview
    ended, None when unknown. `known_words` are folded words that are never slips. `dismissed` holds the ids
    of rules the user does not want to hear about for this draft.
    """

    company: str = ""
    role: str = ""
    people: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    called: tuple[tuple[str, str], ...] = ()
    readers: int = 1
    met: int = 0
    me: str = ""
    purpose: MessagePurpose = "thanks"
    channel: MessageChannel = "email"
    language: str = "en"
    now: datetime | None = None
    meeting: Meeting | None = None
    result: str | None = None
    offer: bool = False
    attached: bool = False
    salary_topic: bool = False
    topics: tuple[str, ...] = ()
    loose_ends: tuple[str, ...] = ()
    other_companies: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()
    sent_elsewhere: tuple[tuple[str, str], ...] = ()
    template_text: str | None = None
    template_sources: tuple[str, ...] = ()
    gap_words: frozenset[str] = frozenset()
    late_hours: float | None = None
    spelling: Spelling = "both"
    known_words: frozenset[str] = frozenset()
    dismissed: frozenset[str] = frozenset()

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The people of this card who do not read this text."""
        return tuple(dict.fromkeys(one for one in (*self.others, *self.people) if one not in self.addressed))

    def greeted_as(self, name: str) -> tuple[str, ...]:
        """A person's name and, where it is known, how they are greeted."""
        return (name, *(called for person, called in self.called if person == name and called))
