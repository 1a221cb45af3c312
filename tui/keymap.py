"""The key tables with the user's own keys in them, and how keys are written for people. Plain, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tui.key_names import named, parts, short, writes
from tui.keys import BOARD_KEYS, ON_BOARD, PAGES, Key

_KEYS = {key.id: key for table in reversed([*PAGES.values()]) for key in table}


def written(key: Key) -> str:
    """How all the keys of a row are written for people, with spaces between them."""
    return key.shown or " ".join(short(name) for name in parts(key.keys))


def effective(keys: Iterable[Key], changed: Mapping[str, str]) -> Iterator[Key]:
    """The table with the user's own keys in it."""
    for key in keys:
        yield replace(key, keys=own, shown="") if (own := changed.get(key.id)) else key


def actions(keys: Iterable[Key]) -> dict[str, str]:
    """What each key does, by the framework's names."""
    return {named(part): key.action for key in keys if key.keys for part in parts(key.keys)}


class Keymap:
    """The one way from a key's id to how it is written for people, with the user's own keys in it."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        """`changed`: the user's own keys by id, as the settings have them."""
        self.changed: Mapping[str, str] = changed or {}

    def key(self, key_id: str) -> Key:
        """The row of an id, on the page where it is at home. Raises KeyError."""
        return next(effective((_KEYS[key_id],), self.changed))

    def on_board(self, key_id: str) -> Key:
        """The row of an id as the board has it. Raises KeyError."""
        return next(effective((ON_BOARD[key_id],), self.changed))

    def say(self, key_id: str, *, typing: bool = False) -> str:
        """The first key of an id as it stands on a keyboard: `esc`, `F8`, `d`; a letter rather than an arrow.

        `typing`: one that is not written into a field, if there is any. Blank where it has none. Raises
        KeyError.
        """
        key = self.key(key_id)
        if typing and (others := [name for name in parts(key.keys) if not writes(named(name))]):
            return short(others[0])
        names = written(key).split() or [""]
        letters = [name for name in names if name not in "↑↓←→"]
        return letters[0] if letters and len(letters[0]) == 1 else names[0]

    def in_fields(self, keys: Iterable[Key]) -> dict[str, str]:
        """What each key does where text is typed: there none that writes does anything else."""
        done = actions(effective(keys, self.changed))
        return {name: action for name, action in done.items() if not writes(name)}


class Group(Struct, frozen=True):
    """Keys under one heading of the help: those said there, and those that are the same elsewhere."""

    title: str
    keys: tuple[Key, ...]
    shared: tuple[Key, ...]


def groups(changed: Mapping[str, str] | None = None) -> list[Group]:
    """All keys of all pages as the help has them, with the user's own in place."""
    found: dict[str, tuple[list[Key], list[Key]]] = {}
    said: set[tuple[str, str]] = set()
    for table in PAGES.values():
        title = table[0].group
        for key in effective(table, changed or {}):
            title = key.group if table is BOARD_KEYS else title
            own, shared = found.setdefault(title, ([], []))
            if (key.id, key.words) not in said:
                own.append(key)
            elif all(key.id != other.id for other in (*own, *shared)):
                shared.append(key)
            said.add((key.id, key.words))
    return [Group(title, tuple(own), tuple(shared)) for title, (own, shared) in found.items()]
