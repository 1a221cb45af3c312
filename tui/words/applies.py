"""Which keys of the board do something now: for this card, in this column, at this time; why the others not.

Pure. What is said here is said wherever such a key is pressed or offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from store.rules.board import Card
from store.rules.words import RESULT_WORDS
from tui.keymap import Keymap, effective, written
from tui.keys import BOARD_KEYS, CARDS, PAGES, Key
from tui.words.hints import next_steps

FOR_NO_CARD = frozenset({"card.add", "board.take_in"})
"""Keys of the cards that need none."""
_STEPS = frozenset({
    "up", "down", "left", "right", "next_column", "previous_column", "first", "last", "page_up", "page_down",
    "next_field", "previous_field", "field", "field_back", "above", "below", "back", "new_line",
})  # fmt: skip
CHANGES_NOTHING = frozenset({"card.open", "card.mark", "card.copy", "code.show"})
"""What may be done to a card at another time that is looked at, too."""
STEPS_ABOUT = frozenset(
    key.id
    for table in PAGES.values()
    for key in table
    if key.id == "app.palette" or key.id.rpartition(".")[2] in _STEPS
)
"""What nobody looks for among commands: by the time it would move something the palette has been opened."""


class BoardSituation(Struct, frozen=True):
    """What the board shows, as far as keys depend on it."""

    card: Card | None
    """The card that the cursor is on, or whose page is open."""
    looking: bool = False
    """Whether it is another time that is looked at."""
    to_do: bool = True
    """Whether there is anything to do now."""
    undo: str | None = None
    """What undo would take back; None for nothing."""
    redo: str | None = None


class BoardCommand(Struct, frozen=True):
    """A key of the board, and why it cannot be done now; blank where it can."""

    key: Key
    why_not: str = ""

    @property
    def title(self) -> str:
        """What it does, as a line begins."""
        return self.key.words[:1].upper() + self.key.words[1:]

    @property
    def written(self) -> str:
        """Its keys as they are written for people."""
        return written(self.key)


class BoardCommands(NamedTuple):
    """All of the board's: what the card asks for first, then what else can be done, and what cannot."""

    for_card: tuple[BoardCommand, ...]
    elsewhere: tuple[BoardCommand, ...]
    not_now: tuple[BoardCommand, ...]


def why_not(key_id: str, now: BoardSituation, keys: Keymap) -> str:
    """Why that key of the board does nothing now, in one sentence; blank where it does something."""
    card = now.card
    if key_id in _OTHERS:
        return _OTHERS[key_id](now, keys)
    if not _is_of_card(key_id):
        return looking_words(keys) if key_id in FOR_NO_CARD and now.looking else ""
    if now.looking and key_id not in CHANGES_NOTHING:
        return looking_words(keys)
    if card is None:
        return no_card_words(keys)
    return _why_not_card(key_id, card, keys)


def looking_words(keys: Keymap) -> str:
    """Why nothing can be changed at another time."""
    return f"This is a look at another time, and read-only; {keys.say('board.back')} goes back to now."


def no_card_words(keys: Keymap) -> str:
    """Why nothing can be done to a card where there is none."""
    return f"There is no card here; {keys.say('card.add')} adds an interview."


def _is_of_card(key_id: str) -> bool:
    return key_id in _OF_CARDS and key_id not in FOR_NO_CARD


_OF_CARDS = frozenset(key.id for key in BOARD_KEYS if key.group == CARDS)


def _why_not_card(key_id: str, card: Card, keys: Keymap) -> str:
    company = card.interview.company
    waits = key_id in ("card.promise", "card.heard", "card.snooze") or (
        key_id == "card.sent" and not card.owed
    )
    if waits and card.to_answer:
        key = keys.say("card.outcome")
        return f"{company} waits for your answer: {key} notes it, or another day to answer by."
    if key_id == "card.call" and card.column == "upcoming":
        return "The interview is still ahead; there is nothing to call about yet."
    if key_id in ("card.promise", "card.snooze") and card.course.closed is not None:
        how = f"{company} has ended ({RESULT_WORDS[card.course.closed.result]})"
        return f"{how}: {keys.say('card.outcome')} reopens it."
    if key_id == "card.keep_in_touch" and card.column != "closed":
        later, owes = keys.say("card.snooze"), keys.say("card.owes")
        return f"{company} is not in Closed yet: {later} puts a call off, {owes} notes what you owe."
    if key_id == "code.show" and not any(one.name or one.email or one.phone for one in card.interview.people):
        return f"Nobody is known at {company} yet; {keys.say('card.edit')} adds who was there."
    return ""


_OTHERS: Mapping[str, Callable[[BoardSituation, Keymap], str]] = {
    "board.now": lambda now, keys: "" if now.to_do else "There is nothing to do now.",
    "board.undo": lambda now, keys: "" if now.undo is not None else "There is nothing to undo.",
    "board.redo": lambda now, keys: "" if now.redo is not None else "There is nothing to redo.",
}


def commands(now: BoardSituation, keys: Keymap) -> BoardCommands:
    """The board's keys in the order in which they are offered."""
    known = {
        key.id: BoardCommand(key, why_not(key.id, now, keys))
        for key in effective(BOARD_KEYS, keys.changed)
        if key.id not in STEPS_ABOUT
    }
    first = [name for name, _ in next_steps(now.card, looking=now.looking)] if now.card is not None else []
    order = dict.fromkeys([*(name for name in first if name in known), *known])
    can = [known[name] for name in order if not known[name].why_not]
    cannot = [known[name] for name in order if known[name].why_not]
    for_card = [one for one in can if _is_of_card(one.key.id)]
    return BoardCommands(tuple(for_card), tuple(one for one in can if one not in for_card), tuple(cannot))


def here_and_now(now: BoardSituation, keys: Keymap) -> Iterator[tuple[str, str]]:
    """What the card asks for, each key with what it does there; where there is none, how one comes."""
    for name, words in next_steps(now.card, looking=now.looking):
        if not why_not(name, now, keys):
            # What an outcome can be depends on the card; the others say what they do themselves.
            more = f"{words}: " if name == "card.outcome" else ""
            yield keys.say(name), f"{more}{keys.key(name).words}"
