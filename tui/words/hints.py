"""The bottom line: which keys make sense now, in the words of the one key table. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from store.rules.board import Card
from tui.keymap import Keymap
from tui.words.lines import Piece, cut, row_width

_UNDO_LEAST = 20
"""Cells that what undo would take back may have before keys make way for it."""
_UNDO_FRAME = 8
"""Cells of the key of undo and its name."""
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
        ("card.call", "call"), ("card.draft", "write"), ("card.sent", "sent"), ("card.promise", "promise"),
        ("card.heard", "they answered"), ("card.snooze", "not before"), ("card.outcome", "outcome"),
    ),
    "closed": (
        ("card.open", "open"), ("card.outcome", "outcome, reopen"), ("card.draft", "write"),
        ("card.keep_in_touch", "keep in touch"), ("card.edit", "edit"),
    ),
}  # fmt: skip
EMPTY = (
    ("card.add", "add an interview"), ("board.take_in", "take in a file or paste"),
    ("app.palette", "commands"), ("app.demo", "look at a demo"), ("app.leave", "leave"),
)  # fmt: skip
FILTERED = (("board.back", "all cards"), ("board.filter", "filter"), ("app.leave", "leave"))
COMING_UP = (("card.draft", "write"), ("card.owes", "tick it off"), ("card.keep_in_touch", "another day"))
"""What a closed card asks for that the user wanted to come back to."""
LOOKING = (("time.back", "previous change"), ("time.on", "next change"), ("board.back", "back to now"))


OFFERED = (
    ("card.outcome", "accept or decline"),
    ("card.open", "open"),
    ("card.owes", "what you owe"),
    ("card.edit", "edit"),
)
"""For an offer that is to be answered: there is no answer of theirs to wait for or to ask about."""
PAGE_HINTS = (
    ("page.back", "back"), ("card.edit", "edit"), ("card.draft", "write"), ("card.call", "call"),
    ("page.correct", "correct it"), ("page.take_back", "take it back"),
)  # fmt: skip
"""On the page of a card."""
WAITING_HINTS = (
    ("page.back", "back"), ("page.correct", "take it"), ("page.take_back", "turn it down"),
)  # fmt: skip
"""The same where the cursor is on something that was heard."""
AGENDA_HINTS = (("agenda.back", "back"), ("agenda.open", "open"))
"""On the page of the days ahead."""
COMPANY_HINTS = (("page.back", "back"), ("looking_back.open", "open"))
"""On the page of a company."""
NUMBERS_HINTS = (("page.back", "back"), ("page.page_down", "further down"))
"""On the page of the user's own numbers."""
SETTINGS_HINTS = (("page.back", "back"), ("settings.change", "change it"))
"""On the page of the settings."""
HEARD_HINTS = (
    ("page.back", "back"), ("heard.take", "take it"), ("heard.change", "change it"),
    ("heard.drop", "turn it down"),
)  # fmt: skip
"""On the page of what was heard."""
NOTHING_HEARD_HINTS = (("page.back", "back"),)
"""The same where nothing waits."""
EDITOR_HINTS = (
    ("editor.back", "back"), ("editor.sent", "send"), ("editor.finding", "next finding"),
    ("editor.insert", "insert"), ("editor.person", "next person"), ("editor.template", "template"),
    ("editor.older", "older text"), ("editor.owes", "what you owe"),
)  # fmt: skip
FILTER_HINTS = (("filter.keep", "keep these cards"), ("filter.clear", "all cards"))
"""While the filter is typed."""
HELP_HINTS = (("help.back", "back"), ("help.search", "search"), ("help.page_down", "more"))
SEARCH_HINTS = (("help.found", "read what was found"), ("help.back", "all of it"))
FOUND_HINTS = (("help.back", "all of it"), ("help.search", "search on"))
"""In the help, while something is typed that is looked for, and once that is done."""
PALETTE_HINTS = (("question.take", "do it"), ("question.back", "back"))


def hints(
    card: Card | None, keys: Keymap, *, undo: str | None, looking: bool, filtered: bool = False,
    on_now: bool = False, width: int = 1000,
) -> list[Piece]:  # fmt: skip
    """Keys and what they do for this card; without one, the way back from a filter.

    `on_now`: the cursor is on the line of what to do now, and opening does that.

    The last one says what undo would take back. Where `width` cells do not hold them all it is cut, and then
    the others make way for it.
    """
    steps = FILTERED if filtered and card is None and not looking else next_steps(card, looking=looking)
    if card is not None and on_now and not looking:
        steps = (("card.open", "do it"), *(step for step in steps if step[0] != "card.open"))
    last: list[Piece] = []
    if undo and not looking:
        room = max(_UNDO_LEAST, width - row_width(row_of(steps, keys)) - _UNDO_FRAME)
        last = [(keys.say("board.undo"), "key"), (f" undo: {cut(undo, room)}", "plain")]
    pieces: list[Piece] = []
    for key_id, words in steps:
        more = row_of([(key_id, words)], keys)
        if last and pieces and row_width((*pieces, *more, *last)) > width:
            break
        pieces += more
    return pieces + last


def next_steps(card: Card | None, *, looking: bool = False) -> tuple[tuple[str, str], ...]:
    """What the card asks for, each key with its words, the likeliest first; without a card, how one comes."""
    if looking:
        return LOOKING
    if card is None:
        return EMPTY
    steps = OFFERED if card.to_answer else NEXT_STEPS[card.column]
    if card.comes_up is not None:
        steps = COMING_UP
    # The key of the debrief is that of the facts once there has been one.
    edit = ("card.edit", "debrief" if card.to_debrief else "edit")
    steps = tuple(edit if step[0] == "card.edit" else step for step in steps)
    return (("card.outcome", "close as quiet"), *steps) if card.offer_closing else steps


def row_of(steps: Iterable[tuple[str, str]], keys: Keymap) -> list[Piece]:
    """Keys, by their ids, and what they do, in one row."""
    return [
        piece for key_id, words in steps for piece in ((keys.say(key_id), "key"), (f" {words}  ", "plain"))
    ]


def help_hint(keys: Keymap, *, typing: bool = False) -> list[Piece]:
    """What stands at the right of every line of keys; `typing`: the key is one that writes nothing."""
    return [(keys.say("app.help", typing=typing), "key"), (" help", "dim")]
