"""What to do now on the whole board, best first, and when there will be more. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from store.policy import Policy
from store.rules.board import Board, Card
from store.rules.deeds import NEVER, Deed, Do, comes_after, rank


class Task(Struct, frozen=True):
    """One thing to do, and the card that it is about."""

    card: Card
    deed: Deed


def tasks(board: Board) -> tuple[Task, ...]:
    """All that can be done at the board's instant, best first."""
    found = [Task(card, deed) for card in board.cards() for deed in card.deeds]
    found.sort(key=lambda one: rank(one.deed, one.card.interview.company, one.card.id, board.at))
    return tuple(found)


def then(cards: Iterable[Card], policy: Policy, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The first instant after `now` at which something more can be done, if nothing more happens."""
    first = NEVER
    for card in cards:
        # What comes later than the first so far is not looked for.
        first = comes_after(card.course, policy, now, zone, first) or first
    return first if first < NEVER else None


def then_on(board: Board) -> datetime | None:
    """The same on a board; for `Board.once`."""
    one = next(iter(board.cards()), None)
    return None if one is None else then(board.cards(), one.policy, board.at, one.zone)


class Tally(Struct, frozen=True):
    """How many cards there is something to do about now, and how many things owed press."""

    thank: int
    ask: int
    """To call, to write to, or to answer."""
    answer: int
    """Of these, offers to answer."""
    write: int
    """Of these, mails to write."""
    pressing: int

    @property
    def call(self) -> int:
        """Of these, calls to make."""
        return self.ask - self.answer - self.write

    def words(self, whole: Tally | None = None) -> str:
        """`3 to thank · 1 to answer · 2 to call · 1 to write · 1 owed`; blank where there is nothing.

        `whole`: that of all cards, where this is of some: `1 of 3 to thank · 0 of 2 to call`.
        """
        whats = ("to thank", "to answer", "to call", "to write", "owed")
        return _counted(self._counts, whats, None if whole is None else whole._counts)

    def brief(self, whole: Tally | None = None) -> str:
        """`3 to thank · 4 more`, where there is no room for all of them."""
        whats = ("to thank", "more" if (whole or self).thank else "to do")
        return _counted(self._brief_counts, whats, None if whole is None else whole._brief_counts)

    @property
    def _counts(self) -> tuple[int, ...]:
        return self.thank, self.answer, self.call, self.write, self.pressing

    @property
    def _brief_counts(self) -> tuple[int, ...]:
        return self.thank, self.ask + self.pressing


def _counted(counts: Sequence[int], whats: Sequence[str], whole: Sequence[int] | None) -> str:
    if whole is None:
        return " · ".join(f"{count} {what}" for count, what in zip(counts, whats, strict=True) if count)
    found = zip(counts, whats, whole, strict=True)
    return " · ".join(f"{count} of {of} {what}" for count, what, of in found if of)


def tally(cards: Iterable[Card]) -> Tally:
    """What is counted in the top line and in a status bar."""
    thank = ask = answer = write = pressing = 0
    for card in cards:
        does = {deed.do for deed in card.deeds}
        thank += _thanks_among(does, card)
        ask += _asking_among(does, card)
        answer += "answer" in does
        write += "write" in does
        pressing += sum(owing.pressing for owing in card.owes)
    return Tally(thank, ask, answer, write, pressing)


def tally_on(board: Board) -> Tally:
    """That of a board; for `Board.once`."""
    return tally(board.cards())


def _thanks_among(does: Set[Do], card: Card) -> bool:
    return "thank" in does or any(one.channel is None for one in card.owed)


def _asking_among(does: Set[Do], card: Card) -> bool:
    if not does.isdisjoint(("answer", "call", "write")):
        return True
    return card.follow_up is not None and card.follow_up.channel is None
