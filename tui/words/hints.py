"""The bottom line: which keys make sense now, in the words of the one key table. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from store.rules.board import Card
from tui.keys import Key, written

NEXT_STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "upcoming": (
        ("card.open", "open"), ("card.edit", "edit"), ("card.outcome", "cancelled"), ("card.add", "add"),
    ),
    "to_thank": (
        ("card.draft", "draft"), ("card.sent", "sent"), ("card.skip", "skip"), ("card.promise", "promise"),
        ("card.heard", "they answered"), ("card.edit", "debrief"),
    ),
    "awaiting_callback": (
        ("card.promise", "promise"), ("card.heard", "they answered"), ("card.snooze", "not before"),
        ("card.outcome", "outcome"), ("card.draft", "write"),
    ),
    "call_now": (
        ("card.call", "call"), ("card.draft", "write"), ("card.promise", "promise"),
        ("card.heard", "they answered"), ("card.snooze", "not before"), ("card.outcome", "outcome"),
    ),
    "closed": (("card.open", "open"), ("card.outcome", "outcome, reopen"), ("card.edit", "edit")),
}  # fmt: skip
EMPTY = (("card.add", "add an interview"), ("app.palette", "commands"), ("app.leave", "leave"))
LOOKING = (("time.back", "previous change"), ("time.on", "next change"), ("board.back", "back to now"))


def first_key(key: Key) -> str:
    """The one key that is named where there is room for one: a letter rather than an arrow."""
    names = written(key).split()
    return names[-1] if key.shown and len(names) > 1 and len(names[-1]) == 1 else names[0]


def hints(
    card: Card | None, table: Iterable[Key], *, undo: str | None, looking: bool, width: int = 1000
) -> list[tuple[str, str]]:
    """Keys and what they do for this card; the last one says what undo would take back, and the others make
    way for it where `width` cells do not hold them all."""
    keys = {key.id: key for key in table}
    steps = LOOKING if looking else EMPTY if card is None else NEXT_STEPS[card.column]
    if card is not None and card.offer_closing and not looking:
        steps = (("card.outcome", "close as quiet"), *steps)
    last = (
        [(first_key(keys["board.undo"]), "key"), (f" undo: {undo}", "plain")] if undo and not looking else []
    )
    pieces: list[tuple[str, str]] = []
    for name, words in steps:
        more = [(first_key(keys[name]), "key"), (f" {words}  ", "plain")]
        if last and pieces and sum(cell_len(text) for text, _ in (*pieces, *more, *last)) > width:
            break
        pieces += more
    return pieces + last


def row_of(table: Iterable[Key]) -> list[tuple[str, str]]:
    """All keys of a small table in one row, as they are written first."""
    pieces: list[tuple[str, str]] = []
    for key in table:
        pieces += [(written(key).split()[0], "key"), (f" {key.words}  ", "plain")]
    return pieces
