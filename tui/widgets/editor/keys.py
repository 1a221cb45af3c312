"""The editor's keys. None is a letter, and none is one that terminals, tmux or screen keep for themselves."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding

EDITOR_KEYS: tuple[tuple[str, str, str, str], ...] = (
    ("editor.back", "escape", "back", "back to the board; the text is saved"),
    ("editor.finding", "f8,ctrl+g", "next_finding", "the next gap or finding"),
    ("editor.dismiss", "f9", "dismiss", "dismiss this finding, for this draft; again: for good"),
    ("editor.insert", "f4,ctrl+l", "insert", "insert a topic, loose end or note"),
    ("editor.person", "ctrl+n", "next_person", "the next person"),
    ("editor.reading", "f5", "reading", "as this person reads it"),
    ("editor.template", "f2,ctrl+t", "template", "choose a template"),
    ("editor.older", "f3,ctrl+r", "older", "an older text, or the one just emptied"),
    ("editor.external", "f6,ctrl+o", "external", "write in your own editor"),
    ("editor.field", "tab", "field(1)", "the next field: subject, text, personal line"),
    ("editor.field_back", "shift+tab", "field(-1)", "the field before"),
    ("editor.sent", "f7,ctrl+f", "sent", "a last read, then hand it over and mark it as sent"),
)
"""Id, keys (comma-separated, as the framework names them), the editor's action, and what it does in words."""

HINTS: tuple[tuple[str, str], ...] = (
    ("editor.back", "back"),
    ("editor.sent", "send"),
    ("editor.finding", "next finding"),
    ("editor.insert", "insert"),
    ("editor.person", "next person"),
    ("editor.template", "template"),
    ("editor.older", "older text"),
)


def bindings() -> list[Binding]:
    """The table as the framework wants it, for the palette and the help."""
    return [Binding(keys, action, words, id=name, show=False) for name, keys, action, words in EDITOR_KEYS]


def actions(changed: Mapping[str, str]) -> dict[str, str]:
    """What each key does, with the user's own keys by id. Up and down are for fields of one line: the board
    behind must not get them, and in the text they move the cursor."""
    found = {"up": "field(-1)", "down": "field(1)"}
    for name, keys, action, _ in EDITOR_KEYS:
        found |= {key.strip(): action for key in changed.get(name, keys).split(",")}
    return found
