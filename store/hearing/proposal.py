"""What is proposed: an event or a meeting for a card, or a mere remark, with what it rests on."""

from datetime import UTC, datetime

from msgspec.structs import force_setattr

from store.interview import AnyEvent, Aware, Interview, Record, utc
from store.short_hash import short_hash

_NO_STAMP = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_SHOWN = 300
"""Characters of a sentence that are kept."""


class ProposedMeeting(Record, frozen=True, kw_only=True):
    """A meeting as its invitation has it; times are aware, in UTC. `company` may be blank."""

    uid: str
    card: str
    """The id of the card that it is, or becomes."""
    sequence: int = 0
    stamp: Aware | None = None
    company: str = ""
    starts_at: Aware
    ends_at: Aware
    method: str = "REQUEST"
    text: str
    """The calendar file, whole: it is read again when the meeting is taken."""

    def __post_init__(self) -> None:
        force_setattr(self, "starts_at", utc(self.starts_at, "starts_at"))
        force_setattr(self, "ends_at", utc(self.ends_at, "ends_at"))


class TurnedDown(Record, frozen=True, kw_only=True):
    """All that is kept of what the user does not want, or of what was logged by itself: that it was there."""


class Proposal(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something heard, for the user to take, to change or to turn down.

    With neither `event` nor `meeting` it is a remark. `event` has the id under which it is logged: a card
    that has it has taken it. Where there are `readings` (see `store.interview.iso`), its day is one of them
    that nobody has chosen yet.
    """

    id: str
    ref: str
    """Where it is known from: a mail's Message-ID, a meeting's UID."""
    at: Aware
    """When it was said."""
    interview: str | None = None
    """The card it is of; None where that is not clear, or where it becomes a card of its own."""
    choices: tuple[str, ...] = ()
    """Ids of the cards it may be of, where it is not clear of which."""
    joins: str | None = None
    """The card whose application a new meeting goes on."""
    people: dict[str, str] = {}
    """Whom it is from or to on each of these cards, by the card's id."""
    event: AnyEvent | None = None
    readings: tuple[str, ...] = ()
    meeting: ProposedMeeting | None = None
    remark: str = ""
    ask: bool = False
    """Whether it may well be otherwise, and the user is to look before it is taken."""
    sender: str = ""
    sentence: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "at", utc(self.at))

    @property
    def cards(self) -> tuple[str, ...]:
        """Ids of the cards that show it."""
        one = self.interview or self.joins
        return (one,) if one is not None else self.choices


class Sent(Record, frozen=True, kw_only=True):
    """An event of a card that is sure: ringback handed that message over, and it lies among those sent."""

    card: str
    event: AnyEvent


def proposal_id(ref: str, what: str) -> str:
    """The id of what one message proposes, the same whenever it is read. `what` tells several apart."""
    told = f"{ref}\n{what}".encode("utf-8", "replace")
    return f"h{short_hash(told, 8)}"


def event_id(proposal: str) -> str:
    """The id of the event that a proposal becomes."""
    return f"e-{proposal}"


def is_taken(proposal: Proposal, interview: Interview) -> bool:
    """Whether that card has taken it: its event is there, or this version of the meeting or a later one."""
    if proposal.event is not None:
        return any(one.id == proposal.event.id for one in interview.events)
    meeting, known = proposal.meeting, interview.calendar
    if meeting is None or known is None or known.uid != meeting.uid:
        return False
    return (known.sequence, known.stamp or _NO_STAMP) >= (meeting.sequence, meeting.stamp or _NO_STAMP)


def shown(sentence: str) -> str:
    """A sentence as it is kept: on one line, cut where it is long."""
    line = " ".join(sentence.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1].rstrip()}…"
