"""What is wrong with the user's own keys, as `doctor` says it. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from store.people.letters import nearest
from store.settings import Remark
from tui.key_names import NAMES, is_key, named, named_parts, parts, writes
from tui.keymap import effective
from tui.keys import IN_FIELDS, PAGES, Key


def complaints(changed: Mapping[str, str], *tables: Iterable[Key]) -> list[Remark]:
    """What is wrong: unknown ids, keys that do not exist, one key for two things, letters where one types.

    Each table is for a page of its own: the same key may stand in two of them. Without any all pages are
    looked at. Without the keys that are remarked on, nothing is wrong.
    """
    known = [tuple(table) for table in tables] or [*PAGES.values()]
    ids = {key.id: None for table in known for key in table}
    found: list[Remark] = []
    for name, keys in changed.items():
        if words := _wrong(name, keys, ids):
            found.append(Remark((("keys", name),), words))
    bad = {name for remark in found for _, name in remark.names}
    # Where two clash both have their defaults, which may then clash with a third.
    while clashes := dict.fromkeys(
        clash for table in known for clash in _clashes(_others(changed, bad), table)
    ):
        found += clashes
        bad |= {name for remark in clashes for _, name in remark.names}
    return found


def _others(changed: Mapping[str, str], bad: Container[str]) -> dict[str, str]:
    return {name: keys for name, keys in changed.items() if name not in bad}


def _wrong(name: str, keys: str, ids: Iterable[str]) -> str:
    """What is wrong with one setting by itself, as a sentence; blank where nothing is."""
    ids = [*ids]
    if name not in ids:
        near = nearest(name, ids, most=1) or _of_one_page(name, ids)
        hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "the help on the board has all"
        return f"keys: there is no {name[:40]!r}; {hint}"
    own = parts(keys)
    if bad := [part for part in own if not is_key(part)]:
        near = nearest(bad[0], NAMES, most=1)
        hint = f"did you mean {near[0]!r}?" if near else "keys are letters, signs, and names such as f5"
        return f"keys.{name}: {', '.join(map(repr, bad))} is no key; {hint}"
    if other := next((part for part in own if part in _COMES_AS), None):
        return f"keys.{name}: {other} comes from a terminal as {_COMES_AS[other]}; take another key"
    if writing := [part for part in own if name in _TYPED and writes(named(part))]:
        return f"keys.{name}: {', '.join(writing)} writes there; take a key that writes nothing"
    return ""


def _of_one_page(name: str, ids: Iterable[str]) -> list[str]:
    """The first ids that have a word in common with that one: `send` finds `card.send`."""
    words = {*name.casefold().split(".")}
    return [one for one in ids if words & {*one.split(".")}][:_OFFERED]


def _clashes(changed: Mapping[str, str], table: Iterable[Key]) -> Iterator[Remark]:
    taken: dict[str, str] = {}
    for key in effective(table, changed):
        for name in dict.fromkeys(named_parts(key.keys)):
            other = taken.setdefault(name, key.id)
            first, second = sorted((other, key.id), key=lambda one: _ORDER.get(one, 0))
            own = tuple(("keys", one) for one in (first, second) if one in changed)
            if first != second and own:
                yield Remark(own, f"keys: {name} is for both {first} and {second}")


_ORDER = {
    key.id: place for place, key in enumerate(key for table in reversed([*PAGES.values()]) for key in table)
}
"""In which order two keys are named, on whichever page they clash."""
_OFFERED = 4
"""Ids that a remark has room for."""
_COMES_AS = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+[": "escape",
    **{f"shift+{letter}": letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip
"""Keys that are there, but that terminals send as others."""
_TYPED = {key.id for page in IN_FIELDS for key in PAGES[page]} - {
    key.id for page, table in PAGES.items() if page not in IN_FIELDS for key in table
}
"""Keys that are only pressed where text is typed."""
