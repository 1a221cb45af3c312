"""THE key table: every key has an id, can be rebound, and stands in the help, the palette and the README."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from store.rules.words import COLUMN_TITLES


class Key(NamedTuple):
    """One key: what it is called in the settings, what presses it, and what it does in the user's words."""

    id: str
    keys: str
    """Comma-separated, as the framework names them."""
    action: str
    words: str
    group: str
    shown: str = ""
    """How the keys are written for people, where that is not their names."""


MOVING, CARDS, TIME, REST = "Moving about", "The card", "Time", "The rest"

BOARD_KEYS: tuple[Key, ...] = (
    Key("board.up", "up,k", "screen.go(0,-1)", "the card above", MOVING, "↑ k"),
    Key("board.down", "down,j", "screen.go(0,1)", "the card below", MOVING, "↓ j"),
    Key("board.left", "left,h", "screen.go(-1,0)", "the column to the left", MOVING, "← h"),
    Key("board.right", "right,l", "screen.go(1,0)", "the column to the right", MOVING, "→ l"),
    Key("board.next_column", "tab", "screen.cycle(1)", "the next column", MOVING),
    Key("board.previous_column", "shift+tab", "screen.cycle(-1)", "the column before", MOVING),
    Key("board.to_thank", "1", "screen.column('to_thank')", COLUMN_TITLES["to_thank"], MOVING),
    Key(
        "board.awaiting",
        "2",
        "screen.column('awaiting_callback')",
        COLUMN_TITLES["awaiting_callback"],
        MOVING,
    ),
    Key("board.call_now", "3", "screen.column('call_now')", COLUMN_TITLES["call_now"], MOVING),
    Key("board.closed", "4", "screen.column('closed')", COLUMN_TITLES["closed"], MOVING),
    Key("board.upcoming", "0", "screen.column('upcoming')", "the line of interviews to come", MOVING),
    Key("board.first", "g,home", "screen.edge(-1)", "the first card", MOVING, "g"),
    Key("board.last", "G,end", "screen.edge(1)", "the last card", MOVING, "G"),
    Key("board.filter", "slash", "screen.filter", "filter by company, person or role", MOVING, "/"),
    Key("card.open", "enter", "screen.open", "the whole card and its history", CARDS),
    Key("card.add", "a", "screen.do('add')", "add an interview", CARDS),
    Key("card.edit", "e", "screen.do('edit')", "edit its facts, or debrief", CARDS),
    Key("card.facts", "E", "screen.do('facts')", "edit its facts, also before the debrief", CARDS),
    Key("card.draft", "d", "screen.do('draft')", "write: the thank-you, or what is due", CARDS),
    Key("card.sent", "s", "screen.do('sent')", "mark as sent", CARDS),
    Key("card.skip", "x", "screen.do('skip')", "do not send, with a reason", CARDS),
    Key("card.call", "c", "screen.do('call')", "call: number, script and outcome", CARDS),
    Key("card.promise", "p", "screen.do('promise')", "they promised an answer by …", CARDS),
    Key("card.heard", "r", "screen.do('heard')", "they got in touch", CARDS),
    Key("card.outcome", "o", "screen.do('outcome')", "how it ended; or reopen it", CARDS),
    Key("card.snooze", "z", "screen.do('snooze')", "do not ask me to call before …", CARDS),
    Key("card.mark", "space", "screen.mark", "mark several, then act once", CARDS),
    Key("card.delete", "D", "screen.do('delete')", "delete the interview", CARDS),
    Key("card.copy", "y", "screen.copy", "copy the draft, or what the card holds", CARDS),
    Key("time.travel", "t", "screen.travel", "look at the board at another time", TIME),
    Key("time.back", "left_square_bracket", "screen.step(-1)", "to the previous change", TIME, "["),
    Key("time.on", "right_square_bracket", "screen.step(1)", "to the next change", TIME, "]"),
    Key("board.undo", "u", "screen.undo", "undo", REST),
    Key("board.redo", "ctrl+r,U", "screen.redo", "redo", REST, "ctrl+r U"),
    Key("board.back", "escape", "screen.back", "back: to now, to all cards, to none marked", REST, "esc"),
    Key("app.help", "question_mark,f1", "app.help", "these keys", REST, "? F1"),
    Key("app.palette", "ctrl+p", "app.command_palette", "all commands, by name", REST),
    Key("app.leave", "q", "app.leave", "leave", REST),
)

CARD_KEYS: tuple[Key, ...] = (
    Key("page.back", "escape,q,enter", "close", "back to the board", REST, "esc"),
    Key("page.edit", "e", "choose('edit')", "edit", CARDS),
    Key("page.draft", "d", "choose('draft')", "write", CARDS),
    Key("page.correct", "c", "choose('correct')", "correct the event", CARDS),
    Key("page.take_back", "delete,backspace", "choose('take_back')", "take the event back", CARDS, "del"),
    Key("page.up", "up,k", "event(-1)", "the event before", MOVING, "↑ k"),
    Key("page.down", "down,j", "event(1)", "the next event", MOVING, "↓ j"),
    Key("page.page_up", "pageup", "page(-1)", "a page up", MOVING, "pgup"),
    Key("page.page_down", "pagedown,space", "page(1)", "a page down", MOVING, "pgdn"),
)
"""On the page of the whole card."""


def bindings(keys: Iterable[Key]) -> list[Binding]:
    """The table as the framework wants it."""
    return [
        Binding(key.keys, key.action, key.words, id=key.id, show=False, key_display=written(key))
        for key in keys
    ]


def written(key: Key) -> str:
    """How a key is written for people."""
    return key.shown or " ".join(_short(one.strip()) for one in key.keys.split(","))


def _short(name: str) -> str:
    """`esc`, `F8`: as it stands on a keyboard."""
    if name[:1] == "f" and name[1:].isdigit():
        return name.upper()
    return _ON_KEYBOARDS.get(name, name)


_ON_KEYBOARDS = {
    "escape": "esc", "pageup": "pgup", "pagedown": "pgdn", "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip


def effective(keys: Iterable[Key], changed: Mapping[str, str]) -> Iterator[Key]:
    """The table with the user's own keys in it."""
    for key in keys:
        yield key._replace(keys=changed[key.id], shown="") if key.id in changed else key


def actions(keys: Iterable[Key]) -> dict[str, str]:
    """What each key does, by the framework's names."""
    return {_named(part): key.action for key in keys for part in _parts(key.keys)}


_SINGLE = {key.value for key in Keys} | {
    "space", "slash", "question_mark", "left_square_bracket", "right_square_bracket", "comma", "full_stop",
    "minus", "plus", "colon", "semicolon", "at", "underscore", "equals_sign", "less_than_sign",
    "greater_than_sign", "exclamation_mark", "number_sign", "dollar_sign", "percent_sign", "ampersand",
    "apostrophe", "quotation_mark", "asterisk", "left_parenthesis", "right_parenthesis", "backslash",
    "circumflex_accent", "grave_accent", "left_curly_bracket", "right_curly_bracket", "vertical_line",
    "tilde",
}  # fmt: skip


def complaints(changed: Mapping[str, str], *tables: Iterable[Key]) -> list[str]:
    """What is wrong with the user's own keys: unknown ids, keys that do not exist, one key for two things.

    Each table is for a screen of its own: the same key may stand in two of them.
    """
    known = [tuple(table) for table in tables]
    ids = [key.id for table in known for key in table]
    found: list[str] = []
    for name, keys in changed.items():
        if name not in ids:
            near = get_close_matches(name, ids, n=1)
            found.append(f"keys: there is no {name!r}" + (f"; did you mean {near[0]!r}?" if near else "."))
        bad = [one for one in _parts(keys) if not _is_key(one)]
        if bad:
            found.append(f"keys.{name}: {', '.join(map(repr, bad))} is no key.")
    for table in known:
        found += _clashes(changed, table)
    return found


def _clashes(changed: Mapping[str, str], table: Iterable[Key]) -> Iterator[str]:
    taken: dict[str, str] = {}
    for key in effective(table, changed):
        for one in dict.fromkeys(_named(part) for part in _parts(key.keys)):
            other = taken.setdefault(one, key.id)
            if other != key.id and not changed.keys().isdisjoint((other, key.id)):
                yield f"keys: {one} is for both {other} and {key.id}."


def _parts(keys: str) -> list[str]:
    return [one.strip() for one in keys.split(",")]


def _named(key: str) -> str:
    """The framework's own name of a key that is written as a character: `?` is `question_mark`."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def _is_key(name: str) -> bool:
    bare = name
    for modifier in ("ctrl+", "alt+", "shift+", "meta+", "super+"):
        bare = bare.replace(modifier, "")
    return len(bare) == 1 or bare in _SINGLE


class Keymap:
    """The one way from a key's id to how it is written for people, with the user's own keys in it."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        """`changed`: the user's own keys by id, as the settings have them."""
        self.changed: Mapping[str, str] = changed or {}

    def say(self, key_id: str) -> str:
        """The first key of an id as it stands on a keyboard: `esc`, `F8`, `d`. Raises KeyError."""
        from tui.screens.help import every_key

        for key in effective(every_key(), self.changed):
            if key.id == key_id:
                return written(key).split()[0]
        raise KeyError(key_id)
