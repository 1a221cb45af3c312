"""The key tables as the framework wants them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from tui.keymap import Keymap, written
from tui.keys import PAGES, Key

_WITH_HELP = {
    name: tuple(key.id for key in table if key.keys)
    for name, table in PAGES.items()
    if any(key.id == "app.help" for key in table)
}
"""The pages that can be asked about, with the ids of their keys."""


def bindings(keys: Iterable[Key]) -> list[Binding]:
    """The bindings of a table; the framework puts the user's own keys in their place, by their ids."""
    return [
        Binding(key.keys, key.action, key.words, id=key.id, show=False, key_display=written(key))
        for key in keys
        if key.keys
    ]


def keymap_of(app: App[Any]) -> Keymap:
    """The user's own keys as the app has them; the keys as they come where it says nothing of them."""
    keymap = getattr(app, "keymap", None)
    return keymap if isinstance(keymap, Keymap) else Keymap()


def page_of(node: DOMNode) -> tuple[str, DOMNode] | None:
    """The page of the key tables that this belongs to, and whose keys they are; None for none."""
    for one in node.ancestors_with_self:
        own = type(one).__dict__.get("BINDINGS", ())
        ids = tuple(binding.id for binding in own if isinstance(binding, Binding))
        for name, known in _WITH_HELP.items():
            if ids and ids == known[: len(ids)]:
                return name, one
    return None
