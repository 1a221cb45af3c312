"""The board: all interviews as they stand at one instant. Pure; the one value that a screen paints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from math import inf
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from store.interview import Debriefed, Interview
from store.policy import Policy
from store.rules.application import Applications
from store.rules.channel import FollowUp, Owed
from store.rules.deeds import DOABLE, OVER, Deed, Demands, Owing, asked_for, asked_later, limits
from store.rules.elsewhere import ALONE, Elsewhere, elsewhere, said_elsewhere
from store.rules.office import HOUR
from store.rules.reasons import closed_at, missed, why
from store.rules.standing import COLUMNS, Column, Course, Standing, change_after, course, standing_at

T = TypeVar("T")

FOLD_AFTER = timedelta(days=30)
"""How long after it has closed a card is shown only where it is asked for."""

_HOLDING = ("next_change", "holds_until", "order")
"""What has been worked out of a card and stays true as long as it stands as it does."""


class Card(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """One interview as it stands. Equal cards look equal on a screen at the same minute.

    What it asks for and why it stands there is worked out when it is looked at.
    """

    course: Course
    standing: Standing
    policy: Policy
    now: datetime
    """The instant at which it stands so."""
    zone: ZoneInfo
    """The user's, whose quiet hours are theirs, and in which it is spoken of."""

    @cached_property
    def asked(self) -> Demands:
        """What it asks of the user."""
        return asked_for(self.course, self.standing, self.policy, self.now, self.zone)

    @cached_property
    def next_change(self) -> datetime | None:
        """When column or level changes if nothing more happens."""
        return change_after(self.course, self.policy, self.now, self.standing)

    @cached_property
    def why(self) -> str:
        """What holds it in its column, and how long: one line."""
        return why(self.course, self.standing, self.policy, self.now, self.zone)

    @cached_property
    def holds_until(self) -> datetime | None:
        """Until when it certainly stands so if nothing more happens; None: for ever.

        What it asks for may change earlier, by the clocks of either side: see `store.rules.lasting`.
        """
        now, instants = self.now, limits(self.course, self.policy)
        instants += [event.at for event in self.interview.events]
        if self.course.elsewhere.until is not None:
            instants.append(self.course.elsewhere.until)
        return min((at for at in instants if at > now), default=None)

    @cached_property
    def wakes(self) -> datetime | None:
        """When it moves by itself, a known later event takes effect, or something can be done or presses."""
        return min(_wakes(self), default=None)

    @cached_property
    def order(self) -> tuple[float, float, str, str]:
        """By what the cards of a column are sorted: what comes first is the least."""
        return _order(self)

    def later(self, now: datetime, *, asks: bool) -> Card:
        """The same card at a later instant, up to which it holds.

        `asks`: whether what it asks for holds as well, no clock having struck.
        """
        new = Card(course=self.course, standing=self.standing, policy=self.policy, now=now, zone=self.zone)
        known, kept = self.__dict__, new.__dict__
        for name in _HOLDING:
            if name in known:
                kept[name] = known[name]
        if asks and "asked" in known:
            kept["asked"] = asked_later(known["asked"], self.now, now)
            if "wakes" in known:
                kept["wakes"] = known["wakes"]
        return new

    @property
    def thanks_missed(self) -> bool:
        """Whether someone was owed thanks and the time for it has run out."""
        return missed(self.course, self.policy, self.now)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Card):
            return NotImplemented
        return self is other or (self._facts() == other._facts() and self._findings() == other._findings())

    def __hash__(self) -> int:
        return hash((self.id, self.standing))

    def _facts(self) -> tuple[Course, Standing, ZoneInfo]:
        return self.course, self.standing, self.zone

    def _findings(self) -> tuple[Demands, datetime | None, str, bool]:
        return self.asked, self.next_change, self.why, self.thanks_missed

    @property
    def owed(self) -> tuple[Owed, ...]:
        """Who is still to be thanked, and by which way."""
        return self.asked.owed

    @property
    def follow_up(self) -> FollowUp | None:
        """How to ask; only in `call_now`, and not while an offer is pending: then the user is to answer."""
        return self.asked.follow_up

    @property
    def owes(self) -> tuple[Owing, ...]:
        """What the user has promised them and not delivered yet."""
        return self.asked.owes

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What can be done about it now."""
        return self.asked.deeds

    @property
    def doable(self) -> bool:
        """Whether there is something to do about it now."""
        return any(deed.do in DOABLE for deed in self.deeds)

    @property
    def is_guess(self) -> bool:
        """Whether the day to ask on is our guess: nobody has named one."""
        return self.course.closed is None and not self.course.window.firm

    @property
    def to_answer(self) -> bool:
        """Whether there is an offer to answer: then nothing of theirs is waited for or asked about."""
        return self.column == "call_now" and self.follow_up is None

    @property
    def to_debrief(self) -> bool:
        """Whether its interview has ended and nothing has been noted of it yet."""
        one = self.interview
        debriefed = one.topics or one.loose_ends or any(isinstance(event, Debriefed) for event in one.events)
        return not debriefed and (
            self.column == "to_thank" or any(deed.do == "debrief" for deed in self.deeds)
        )

    @property
    def offer_closing(self) -> bool:
        """So many calls and mails went unanswered that letting it rest is offered first."""
        return self.follow_up is not None and self.follow_up.rest

    @property
    def kept_in_touch(self) -> tuple[Owing, ...]:
        """What the user means to do on a day though the card is over, the earliest first.

        It is what they have noted as owed since; what they owed before lapses with the card.
        """
        if not self.course.owes or self.column != "closed" or self.standing.level not in OVER:
            return ()
        since = closed_at(self.course, self.policy, self.standing)
        meant = {one.id for one in self.course.owes if one.at >= since}
        days = [(one.due, one.id, one) for one in self.owes if one.due is not None and one.id in meant]
        return tuple(one for _, _, one in sorted(days, key=lambda day: day[:2]))

    @property
    def comes_up(self) -> Owing | None:
        """The first of what is kept in touch for, from its day on, by the calendar there."""
        zone = self.course.office.zone
        for one in self.kept_in_touch:
            if one.due is not None and one.due.astimezone(zone).date() <= self.now.astimezone(zone).date():
                return one
        return None

    @property
    def is_old(self) -> bool:
        """Whether it has been closed for so long that it is shown only where it is asked for."""
        if self.column != "closed" or self.comes_up is not None:
            return False
        return closed_at(self.course, self.policy, self.standing) + FOLD_AFTER <= self.now

    @property
    def interview(self) -> Interview:
        """The record behind the card."""
        return self.course.interview

    @property
    def id(self) -> str:
        """The interview's id."""
        return self.course.interview.id

    @property
    def column(self) -> Column:
        """The column it stands in."""
        return self.standing.column


class Spell:
    """A time in which no card changes and no clock strikes: what is found on one board holds on all of it."""

    def __init__(self) -> None:
        self._found: dict[object, Any] = {}

    def once(self, work: Callable[[Board], T], board: Board) -> T:
        """See `Board.once`."""
        if work not in self._found:
            self._found[work] = work(board)
        found: T = self._found[work]
        return found


class Board(Struct, frozen=True, kw_only=True, dict=True):
    """All cards at `at`, most urgent first within each column."""

    at: datetime
    columns: Mapping[Column, tuple[Card, ...]]

    @cached_property
    def next_change(self) -> datetime | None:
        """When the first card moves by itself, a known later event takes effect, or something can be done."""
        return min((at for one in self.cards() if (at := one.wakes) is not None), default=None)

    @cached_property
    def spell(self) -> Spell:
        """The time around it in which nothing changes, as far as that is known: see `KeptBoard`."""
        return Spell()

    def once(self, work: Callable[[Board], T]) -> T:
        """What `work` finds on the board, which is one and the same in a spell: it is done once."""
        return self.spell.once(work, self)

    def later(self, now: datetime) -> Board:
        """The same at a later instant of the spell."""
        columns = {
            column: tuple([one.later(now, asks=True) for one in cards])
            for column, cards in self.columns.items()
        }
        board = Board(at=now, columns=columns)
        board.__dict__["spell"] = self.spell
        return board

    def seen_from(self, zone: ZoneInfo) -> Board:
        """The same where the user's own zone is this one."""
        columns = {
            column: tuple(replace(card, zone=zone) for card in cards)
            for column, cards in self.columns.items()
        }
        return Board(at=self.at, columns=columns)

    def cards(self) -> Iterable[Card]:
        """Every card, in the order of columns."""
        for column in COLUMNS:
            yield from self.columns[column]

    def card(self, interview_id: str) -> Card | None:
        """The card of that interview."""
        return next((one for one in self.cards() if one.id == interview_id), None)


def card(
    interview: Interview, policy: Policy, now: datetime, zone: ZoneInfo, rounds: Sequence[Interview] = ()
) -> Card:
    """One card as it stands at `now`; words in the user's `zone`, whose quiet hours are theirs.

    `rounds`: the rounds of its application in their order, itself among them.
    """
    return _card(interview, elsewhere(interview, rounds, policy, now), policy, now, zone)


def cards(
    interviews: Iterable[Interview], applications: Applications, policy: Policy, now: datetime, zone: ZoneInfo
) -> Iterator[Card]:
    """The cards of several; what the rounds of an application say for each other is worked out once."""
    said: dict[str, Elsewhere] = {}
    for one in interviews:
        rounds = applications.rounds(one)
        if len(rounds) > 1 and one.id not in said:
            said.update(zip((each.id for each in rounds), said_elsewhere(rounds, policy, now), strict=True))
        yield _card(one, said.get(one.id, ALONE), policy, now, zone)


def _card(one: Interview, said: Elsewhere, policy: Policy, now: datetime, zone: ZoneInfo) -> Card:
    known = course(one, policy, now, said)
    return Card(course=known, standing=standing_at(known, policy, now), policy=policy, now=now, zone=zone)


def board(interviews: Iterable[Interview], policy: Policy, now: datetime, zone: ZoneInfo) -> Board:
    """Where every card stands at `now`; words in the user's `zone`."""
    interviews = [*interviews]
    return board_of(cards(interviews, Applications(interviews), policy, now, zone), now)


def board_of(cards: Iterable[Card], now: datetime) -> Board:
    """The board of these cards, which stand so at `now`."""
    columns: dict[Column, list[Card]] = {column: [] for column in COLUMNS}
    for one in cards:
        columns[one.column].append(one)
    for column in columns.values():
        column.sort(key=lambda one: one.order)
    return Board(at=now, columns={column: tuple(cards) for column, cards in columns.items()})


def _wakes(one: Card) -> Iterator[datetime]:
    """When the board has to look at a card again: it moves, something becomes doable, or presses."""
    now = one.now
    if one.next_change is not None:
        yield one.next_change
    yield from (event.at for event in one.interview.events if event.at > now)
    begins = [owed.begins for owed in one.owed]
    begins += [one.follow_up.begins] if one.follow_up is not None else []
    yield from (at for at in begins if at is not None and at > now)
    for owing in one.owes:
        if owing.due is not None and (presses := owing.due - one.policy.owes_lead * HOUR) > now:
            yield presses


def _order(one: Card) -> tuple[float, float, str, str]:
    begins = one.course.call_from.timestamp()
    if one.column == "closed":
        first = -closed_at(one.course, one.policy, one.standing).timestamp()
        begins = 0.0
    else:
        first = inf if one.standing.due is None else one.standing.due.timestamp()
    return first, begins, one.interview.company.casefold(), one.id
