"""What the board shows and where the user is on it: one plain object, which tells when it has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from store import spans
from store.files.errors import StorageError
from store.new_ids import new_id
from store.rules.board import Board, Card
from store.rules.next_deeds import Task, then_on
from store.service import Service
from store.settings import Settings
from tui.keymap import Keymap
from tui.picture.cursor import Cursor
from tui.words.applies import BoardSituation, looking_words, no_card_words

if TYPE_CHECKING:
    from tui.forms.context import FormContext


class BoardState:
    """The board at one instant, the cursor, what is marked, and what is said in the bottom line."""

    def __init__(
        self,
        service: Service,
        settings: Settings,
        *,
        at: datetime | None = None,
        ascii_only: bool = False,
    ) -> None:
        """`at`: the instant to look at. `ascii_only`: whether nothing but ASCII is drawn."""
        self.service = service
        self.settings = settings
        self.keymap = Keymap(settings.keys)
        self.at = at
        """The instant that is looked at, where it is not now; then the board is read-only."""
        self.ascii_only = ascii_only
        """Whether nothing but ASCII is drawn, whatever the settings say later."""
        self.cursor = Cursor()
        self.board: Board = service.board(self.now())
        self.marked: frozenset[str] = frozenset()
        self.moved: frozenset[str] = frozenset()
        """Ids of the cards that moved by themselves or came, and have not been seen there yet."""
        self.message: tuple[str, str] | None = None
        """What is said until the next key, and in which tone."""
        self.changed: Callable[[], None] = lambda: None
        """Called whenever something else is to be seen."""
        self._after_step: list[Callable[[], None]] = []
        self._typing = False
        """Whether the filter is being typed."""
        self.cursor.show(self.board)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What can be done at the instant shown, best first."""
        return self.cursor.tasks

    @property
    def card(self) -> Card | None:
        """The card the cursor is on."""
        return self.cursor.card

    @property
    def form_context(self) -> FormContext:
        """What forms must know of time."""
        from tui.forms.context import FormContext

        return FormContext(
            clock=self.service.clock,
            zone=self.service.zone,
            policy=self.service.policy,
            new_id=new_id,
            date_order=self.settings.date_order,
            country=self.settings.country or None,
            mine=self.settings.me.addresses,
            language=self.settings.language,
        )

    def now(self) -> datetime:
        """The instant the board shows."""
        return self.at if self.at is not None else self.service.clock.now()

    def then(self) -> datetime | None:
        """When there is something to do, where there is nothing now."""
        return self.board.once(then_on)

    def latest(self, card: Card) -> Card:
        """The card of that id as it is shown now; the same one where it is no longer there."""
        return self.board.card(card.id) or card

    # Showing

    def refresh(self, *, by_user: bool = False, idle: bool = False) -> None:
        """Show how things stand; what has moved by itself or come since is marked until it is seen.

        `idle`: nothing but time has passed, and as long as nothing comes of that the minute looks the same.
        """
        was, board = self.board, self.service.board(self.now())
        if board.spell is not was.spell:
            self._come_to(board, by_user=by_user)
        self.board = board
        if self.cursor.filter:
            self._let_pass()
        self.cursor.show(board, stay=by_user and self.settings.stay_in_column)
        if not (idle and board.spell is was.spell and _minute(board.at) == _minute(was.at)):
            self.changed()

    def _come_to(self, board: Board, *, by_user: bool) -> None:
        """Mark what has moved since the board that is shown; what is gone is marked no more."""
        ids = {card.id: card.column for card in board.cards()}
        if not by_user and self.at is None:
            was = {card.id: card.column for card in self.board.cards()}
            self.moved |= {one for one, column in ids.items() if was.get(one) != column}
        self.moved &= ids.keys()
        self.marked &= ids.keys()

    def after_step(self, call: Callable[[], None]) -> None:
        """Have this called after each step of the user's, once the board shows it; the step's words stay."""
        self._after_step.append(call)

    def step_made(self, words: str) -> None:
        """The user has made a step: show what has come of it, and say what it was."""
        self.marked = frozenset()
        # Said at once: it is drawn with the board that shows it.
        self.message = said = (words, "strong")
        self.refresh(by_user=True)
        for call in self._after_step:
            call()
        if self.message is not said:
            self.say(words)

    def say(self, words: str, tone: str = "strong") -> None:
        """Say something in the bottom line, until the next key."""
        self.message = (words, tone)
        self.changed()

    def say_no_card(self) -> None:
        """There is nothing under the cursor; say how there could be."""
        self.say(no_card_words(self.keymap))

    def situation(self, card: Card | None) -> BoardSituation:
        """What keys depend on, with that card as the one they are for."""
        return BoardSituation(
            card, looking=self.at is not None, to_do=bool(self.tasks), undo=self.service.undo_words,
            redo=self.service.redo_words,
        )  # fmt: skip

    def read(self) -> bool:
        """What was said has been read, and the card under the cursor seen; whether that changes anything."""
        seen = {self.card.id} & self.moved if self.card is not None else frozenset()
        if self.message is None and not seen:
            return False
        self.message = None
        self.moved -= seen
        return True

    def seen(self) -> None:
        """The cursor has come to a card, which has been seen by that."""
        if self.card is not None:
            self.moved -= {self.card.id}
        self.changed()

    # Marks and the filter

    def mark(self) -> None:
        """Mark the card, or take the mark off, and go on to the next."""
        if self.card is None:
            self.say_no_card()
            return
        self.marked ^= {self.card.id}
        self.cursor.go(1, 0) if self.cursor.in_line else self.cursor.go(0, 1)
        self.seen()

    def unmark(self) -> None:
        """Take all marks off."""
        self.marked = frozenset()
        self.changed()

    def fold(self) -> None:
        """Show the cards that closed long ago, and go to the first of them; or fold them again."""
        cursor = self.cursor
        if not cursor.older:
            filtered = (
                "a filter shows them all" if cursor.passing is not None else "no card closed that long ago"
            )
            self.say(f"There is nothing to fold: {filtered}.")
            return
        cursor.unfolded = not cursor.unfolded
        cursor.show(self.board)
        shown = {card.id for cards in cursor.columns.values() for card in cards}
        # What is not seen is not acted upon.
        self.marked &= shown
        if cursor.unfolded:
            cursor.select(next(card.id for card in cursor.columns["closed"] if card.is_old))
        self.seen()

    def filter(self, words: str, *, typing: bool = False) -> bool:
        """Show only the cards that fit these words, those of `list --where`; all where there are none.

        `typing`: the last one may not be complete yet. False where words cannot be looked for; that is said,
        and the cards stay as they are.
        """
        self.cursor.filter = words
        self._typing = typing
        self.message = None
        fits = self._let_pass()
        self.cursor.show(self.board)
        self.cursor.find()
        self.changed()
        return fits

    def _let_pass(self) -> bool:
        """Find out which cards on the board fit the filter; False where it cannot be looked for."""
        words = self.cursor.filter
        if self._typing and words.count('"') % 2:
            words += '"'
        fits = self._look_for(words)
        if self._typing and not (fits and self.cursor.passing != frozenset()):
            from store.database.query import before_half_a_word

            sure = before_half_a_word(words, unread=not fits)
            if sure is not None:
                self._look_for(sure, silent=True)
        return fits

    def _look_for(self, words: str, *, silent: bool = False) -> bool:
        """Let the cards pass that these words fit; False, and said unless `silent`, where none can."""
        if not words.strip():
            self.cursor.passing = None
            return True
        # Imported on use, and TinyDB's queries with it.
        from store.database.query import BadQuery
        from tui.forms.fields import Wrong

        def day(text: str) -> date:
            return self.form_context.read(text, self.form_context.own_office, dates=True)

        try:
            self.cursor.passing = self.service.matching(words, self.board, day)
        except (BadQuery, Wrong, StorageError) as why:
            if not silent and not (self._typing and isinstance(why, Wrong)):
                self.message = (str(why), "warn")
            return False
        return True

    # Another time

    def may_change(self) -> bool:
        """Whether something may be changed at the instant shown; says so where not."""
        if self.at is None:
            return True
        self.say(looking_words(self.keymap), "warn")
        return False

    def look_at(self, at: datetime | None) -> None:
        """Show the board as it stands at another instant, read-only; None for now."""
        self.at = at
        self.moved = frozenset()
        self.refresh(by_user=True)
        if at is not None:
            away = _to_the_minute(at - self.service.clock.now())
            way = "from now" if away > timedelta() else "ago"
            back, on, now = map(self.keymap.say, ("time.back", "time.on", "board.back"))
            steps = f"{back} and {on} step from change to change"
            self.say(f"{spans.long(away)} {way}; {steps}, {now} goes back to now")

    def go_to_change(self, by: int) -> None:
        """To the next (1) or previous (-1) instant at which a card moves by itself."""
        change = self.service.change_before(self.now()) if by < 0 else self.service.change_after(self.now())
        if change is None:
            self.say(f"No card moves by itself {'before' if by < 0 else 'after'} this.")
        else:
            self.look_at(change)


def _to_the_minute(span: timedelta) -> timedelta:
    """What was asked for as `in 5 days` is a moment less by the time it is looked at, and still 5 days."""
    return timedelta(minutes=round(span / timedelta(minutes=1)))


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
