"""Where the user is on the board: which column, which card. Pure; it follows a card wherever that moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.rules.board import Board, Card
from store.rules.next_deeds import Task, tasks
from store.rules.standing import COLUMNS, Column

FOUR: tuple[Column, ...] = ("to_thank", "awaiting_callback", "call_now", "closed")


def in_view(current: Column, count: int, due: Sequence[Column]) -> tuple[Column, ...]:
    """The `count` columns that are shown: the one the cursor is in, then those of what is `due`, best first.

    Where nothing else is due, those beside it. They stand in their order on the board.
    """
    place = FOUR.index(current)
    beside = sorted(FOUR, key=lambda one: (abs(FOUR.index(one) - place), FOUR.index(one) < place))
    wanted = [one for one in dict.fromkeys((current, *due, *beside)) if one in FOUR][:count]
    return tuple(one for one in FOUR if one in wanted)


class Cursor:
    """The place on the board, over the cards that pass the filter."""

    def __init__(self) -> None:
        self.columns: Mapping[Column, tuple[Card, ...]] = dict.fromkeys(COLUMNS, ())
        self.column: Column = "to_thank"
        self._whole: Mapping[Column, int] = dict.fromkeys(COLUMNS, 0)
        self._ids: dict[Column, str] = {}
        self._rows: dict[Column, int] = {}
        self._begun = False
        self.on_now = False
        """Whether it is on the line of what is best done now."""
        self.tasks: tuple[Task, ...] = ()
        """What can be done on the board, best first."""
        self.filter = ""
        """The words that cards have to fit; all pass where there are none."""
        self.passing: frozenset[str] | None = None
        """Ids of the cards that fit them; None: all."""
        self.unfolded = False
        """Whether cards that closed long ago are shown, too; under a filter all that pass are."""
        self.older = 0
        """How many closed that long ago, where no filter says which are shown."""

    @property
    def card(self) -> Card | None:
        """The card the cursor is on; on the line of what to do now, the card of that."""
        if self.on_now:
            return self.first
        cards = self.columns[self.column]
        return cards[self.row] if cards else None

    @property
    def first(self) -> Card | None:
        """The card of what is best done now; None where there is nothing to do."""
        return self.tasks[0].card if self.tasks else None

    @property
    def in_line(self) -> bool:
        """Whether it is in the line of interviews to come."""
        return self.column == "upcoming" and not self.on_now

    @property
    def row(self) -> int:
        """Its place in the column; 0 in an empty one."""
        return self.row_in(self.column)

    def row_in(self, column: Column) -> int:
        """The remembered place in any column."""
        return max(0, min(self._rows.get(column, 0), len(self.columns[column]) - 1))

    def counted(self, column: Column) -> tuple[int, int | None]:
        """How many cards of a column pass the filter, and of how many; all, and None, where there is none."""
        if self.passing is None:
            return self._whole[column], None
        return len(self.columns[column]), self._whole[column]

    def show(self, board: Board, *, stay: bool = False) -> None:
        """Take in a new board: stay on the same card, wherever it is now; else at the same place.

        `stay`: where the card has left its column, go on to the next one there.
        """
        had = self.card.id if self.card is not None else None
        self.tasks = tasks(board)
        self.columns = {
            column: tuple(card for card in cards if self.passing is None or card.id in self.passing)
            for column, cards in board.columns.items()
        }
        self._whole = {column: len(cards) for column, cards in board.columns.items()}
        self._fold_closed()
        for column, cards in self.columns.items():
            places = {card.id: row for row, card in enumerate(cards)}
            known = self._ids.get(column, "")
            self._rows[column] = places.get(known, min(self._rows.get(column, 0), max(0, len(cards) - 1)))
        if self.on_now and self.to_now():
            self._begun = True
        elif had is not None:
            self.on_now = False
            left = had not in {card.id for card in self.columns[self.column]}
            if not (stay and left and self.columns[self.column]):
                self.select(had)
        elif not self._begun:
            self._start()
        self._begun = self._begun or any(self.columns.values())

    def _fold_closed(self) -> None:
        """What closed long ago comes last or not at all; what comes up again comes first."""
        closed = self.columns["closed"]
        coming = tuple(card for card in closed if card.comes_up is not None)
        recent = tuple(card for card in closed if card.comes_up is None and not card.is_old)
        old = tuple(card for card in closed if card.is_old)
        self.older = len(old) if self.passing is None else 0
        folded = self.older and not self.unfolded
        self.columns = {**self.columns, "closed": (*coming, *recent, *(() if folded else old))}

    def _start(self) -> None:
        """Begin at the first thing to do now, else at a call before a thank-you before the rest."""
        if self.first is not None and self.select(self.first.id):
            return
        for column in ("call_now", "to_thank", "awaiting_callback", "upcoming", "closed"):
            if self.columns[column]:
                self._to(column, 0)
                return

    def find(self) -> None:
        """Go to where there are cards, where the column holds none."""
        if self.card is None:
            self._start()

    def select(self, card_id: str) -> bool:
        """Go to that card; False where it is not shown."""
        for column, cards in self.columns.items():
            for row, card in enumerate(cards):
                if card.id == card_id:
                    self._to(column, row)
                    return True
        return False

    def to_now(self) -> bool:
        """To the line of what is best done now; False where there is nothing to do."""
        if self.first is None:
            return False
        self.select(self.first.id)  # where it is shown, it is seen in its column, too
        self.on_now = True
        return True

    def leave_now(self) -> None:
        """From the line of what is best done now to the cards, to that of it where it is shown."""
        if self.first is None or not self.select(self.first.id):
            self._to(self.column, self.row)

    def _to(self, column: Column, row: int) -> None:
        self.on_now = False
        self.column = column
        cards = self.columns[column]
        self._rows[column] = max(0, min(row, len(cards) - 1))
        if cards:
            self._ids[column] = cards[self._rows[column]].id

    def go(self, across: int, down: int) -> None:
        """One step; in the line of interviews to come, left and right step through it and down leaves it.

        Above that is the line of what to do now.
        """
        if self.on_now:
            if down > 0:
                below: Column = "upcoming" if self.columns["upcoming"] else "to_thank"
                self._to(below, self.row_in(below))
            return
        if self.column == "upcoming":
            if down > 0:
                self._to("to_thank", self.row_in("to_thank"))
            elif down:
                self.to_now()
            elif across:
                self._to("upcoming", self.row + across)
            return
        if down < 0 and self.row == 0 and self.columns["upcoming"]:
            self._to("upcoming", self.row_in("upcoming"))
        elif down < 0 and self.row == 0:
            self.to_now()
        elif down:
            self._to(self.column, self.row + down)
        if across:
            place = max(0, min(FOUR.index(self.column) + across, len(FOUR) - 1))
            self._to(FOUR[place], self.row_in(FOUR[place]))

    def cycle(self, by: int) -> None:
        """The next column, round and round."""
        place = FOUR.index(self.column) if self.column in FOUR else (-1 if by > 0 else 0)
        column = FOUR[(place + by) % len(FOUR)]
        self._to(column, self.row_in(column))

    def to_column(self, column: Column) -> None:
        """That column, at the place last left there."""
        self._to(column, self.row_in(column))

    def keep_within(self, column: Column, first: int, last: int) -> None:
        """Let the place in that column be one of these, as it has been scrolled; the column stays the one."""
        row = max(first, min(self.row_in(column), last))
        cards = self.columns[column]
        if cards and row != self.row_in(column):
            self.on_now = self.on_now and column != self.column
            self._rows[column] = row
            self._ids[column] = cards[self.row_in(column)].id

    def edge(self, end: int) -> None:
        """The first (-1) or last (1) card of the column."""
        self._to(self.column, 0 if end < 0 else len(self.columns[self.column]) - 1)
