"""Which deadlines a card has at one instant, each from when it counts to when it is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct

from store.interview import Interview, Person
from store.rules.board import Card
from store.rules.deeds import OVER, thanks_end
from store.rules.office import HOUR
from store.rules.standing import is_answered, offer_pending

DeadlineKind: TypeAlias = Literal["interview", "thanks", "call", "answer", "deliver"]
_BEFORE_INTERVIEW = timedelta(minutes=30)
_BEFORE_END = timedelta(hours=2)
"""How long before the end of a thanks level it is announced."""


class Deadline(Struct, frozen=True, kw_only=True):
    """One thing that is due. All instants are in UTC; it says the same until something changes."""

    kind: DeadlineKind
    interview: Interview
    begins: datetime
    ends: datetime
    """The deadline itself; of an interview its end."""
    alarm: datetime
    """When to remind of it."""
    people: tuple[Person, ...] = ()
    what: str = ""
    """What is owed."""
    of: str = ""
    """The id of what is owed."""
    firm: bool = True
    """Whether anybody has named it; else it is assumed."""

    @property
    def uid(self) -> str:
        """The same for as long as it is the same thing, wherever it moves."""
        return "-".join(filter(None, (self.interview.id, self.kind, self.of))) + "@ringback"


def deadlines_of(cards: Iterable[Card]) -> list[Deadline]:
    """All that is due on these cards at their instant, the earliest first."""
    found = [one for card in cards for one in _of(card)]
    return sorted(found, key=lambda one: (one.ends, one.uid))


def _of(card: Card) -> Iterator[Deadline]:
    one, course, now = card.interview, card.course, card.now
    if card.column == "upcoming":
        yield Deadline(
            kind="interview", interview=one, begins=one.starts_at, ends=one.ends_at, people=one.interviewers,
            alarm=one.starts_at - _BEFORE_INTERVIEW,
        )  # fmt: skip
    if card.owed:
        yield _thanks(card)
    if course.answer_by is not None and offer_pending(course, card.policy, now):
        begins = course.answer_by - card.policy.answer_lead * HOUR
        yield Deadline(kind="answer", interview=one, begins=begins, ends=course.answer_by, alarm=begins)
    elif _is_waited_for(card):
        firm = course.window.firm
        yield Deadline(
            kind="call", interview=one, begins=course.call_from, ends=course.call_by, firm=firm,
            alarm=course.call_from, people=_to_ask(card),
        )  # fmt: skip
    if card.column == "closed" and card.standing.level in OVER:
        return
    for owing in card.owes:
        if owing.due is not None:
            begins = owing.due - card.policy.owes_lead * HOUR
            to = one.person(owing.to)
            yield Deadline(
                kind="deliver", interview=one, begins=begins, ends=owing.due, alarm=begins, of=owing.id,
                what=owing.what, people=() if to is None else (to,),
            )  # fmt: skip


def _thanks(card: Card) -> Deadline:
    """Until the end of the level that they are at."""
    one, policy = card.interview, card.policy
    ends = thanks_end(card.course, policy, card.now)
    steps = (one.ends_at + hours * HOUR for hours in (policy.thank_due, policy.thank_late))
    begins = max((step for step in steps if step < ends), default=one.ends_at)
    people = tuple(person for owed in card.owed if (person := one.person(owed.to)) is not None)
    alarm = max(begins, ends - _BEFORE_END)
    return Deadline(kind="thanks", interview=one, begins=begins, ends=ends, alarm=alarm, people=people)


def _is_waited_for(card: Card) -> bool:
    """Whether the user is to ask, now or later, if they hear nothing."""
    course, now = card.course, card.now
    waits = card.column in ("to_thank", "awaiting_callback", "call_now") and course.closed is None
    return waits and not course.asked_no_more and not is_answered(course, now)


def _to_ask(card: Card) -> tuple[Person, ...]:
    to = card.interview.person(card.follow_up.to) if card.follow_up is not None else None
    return () if to is None else (to,)
