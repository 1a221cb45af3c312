"""The key tables as the framework wants them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.binding import Binding

from tui.keys import Key, Keymap, written


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
