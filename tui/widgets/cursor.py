"""Where the user is on the board: which column, which card. Pure; it follows a card wherever that moves."""

from __future__ import annotations

from collections.abc import Mapping

from store.rules.board import Board, Card
from store.rules.next_deeds import tasks
from store.rules.standing import COLUMNS, Column

FOUR: tuple[Column, ...] = ("to_thank", "awaiting_callback", "call_now", "closed")


class Cursor:
    """The place on the board, over the cards that pass the filter."""

    def __init__(self) -> None:
        self.columns: Mapping[Column, tuple[Card, ...]] = dict.fromkeys(COLUMNS, ())
        self.column: Column = "to_thank"
        self._ids: dict[Column, str] = {}
        self._rows: dict[Column, int] = {}
        self._begun = False
        self._first: str | None = None
        """The card of what is best done now."""
        self.filter = ""

    @property
    def card(self) -> Card | None:
        """The card the cursor is on."""
        cards = self.columns[self.column]
        return cards[self.row] if cards else None

    @property
    def row(self) -> int:
        """Its place in the column; 0 in an empty one."""
        return self.row_in(self.column)

    def row_in(self, column: Column) -> int:
        """The remembered place in any column."""
        return max(0, min(self._rows.get(column, 0), len(self.columns[column]) - 1))

    def show(self, board: Board) -> None:
        """Take in a new board: stay on the same card, wherever it is now; else at the same place."""
        had = self.card.id if self.card is not None else None
        self._first = next((task.card.id for task in tasks(board)), None)
        wanted = self.filter.casefold()
        self.columns = {
            column: tuple(card for card in cards if matches(card, wanted))
            for column, cards in board.columns.items()
        }
        for column, cards in self.columns.items():
            places = {card.id: row for row, card in enumerate(cards)}
            known = self._ids.get(column, "")
            self._rows[column] = places.get(known, min(self._rows.get(column, 0), max(0, len(cards) - 1)))
        if had is not None:
            self.select(had)
        elif not self._begun:
            self._start()
        self._begun = self._begun or any(self.columns.values())

    def _start(self) -> None:
        """Begin at the first thing to do now, else at a call before a thank-you before the rest."""
        if self._first is not None and self.select(self._first):
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

    def _to(self, column: Column, row: int) -> None:
        self.column = column
        cards = self.columns[column]
        self._rows[column] = max(0, min(row, len(cards) - 1))
        if cards:
            self._ids[column] = cards[self._rows[column]].id

    def go(self, across: int, down: int) -> None:
        """One step; in the line of interviews to come, left and right step through it and down leaves it."""
        if self.column == "upcoming":
            if down > 0:
                self._to("to_thank", self.row_in("to_thank"))
            elif across:
                self._to("upcoming", self.row + across)
            return
        if down < 0 and self.row == 0 and self.columns["upcoming"]:
            self._to("upcoming", self.row_in("upcoming"))
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

    def edge(self, end: int) -> None:
        """The first (-1) or last (1) card of the column."""
        self._to(self.column, 0 if end < 0 else len(self.columns[self.column]) - 1)


def matches(card: Card, wanted: str) -> bool:
    """Whether a card passes the filter: every word is in its company, role, round or people."""
    if not wanted:
        return True
    one = card.interview
    names = " ".join(person.name for person in one.people)
    text = f"{one.company} {one.role} {one.round} {names}".casefold()
    return all(word in text for word in wanted.split())
