"""What is wrong with the user's own keys, as `doctor` says it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from tui.key_names import is_key, named, parts, writes
from tui.keys import IN_FIELDS, PAGES, Key, effective


def complaints(changed: Mapping[str, str], *tables: Iterable[Key]) -> list[str]:
    """What is wrong: unknown ids, keys that do not exist, one key for two things, letters where one types.

    Each table is for a page of its own: the same key may stand in two of them. Without any all pages are
    looked at.
    """
    known = [tuple(table) for table in tables] or [*PAGES.values()]
    ids = {key.id: None for table in known for key in table}
    found: list[str] = []
    for name, keys in changed.items():
        if name not in ids:
            near = get_close_matches(name, ids, n=1)
            found.append(f"keys: there is no {name!r}" + (f"; did you mean {near[0]!r}?" if near else "."))
        bad = [part for part in parts(keys) if not is_key(part)]
        if bad:
            found.append(f"keys.{name}: {', '.join(map(repr, bad))} is no key.")
        elif name in _TYPED and all(writes(named(part)) for part in parts(keys)):
            found.append(f"keys.{name}: {keys} writes there; take a key that writes nothing.")
    for table in known:
        found += _clashes(changed, table)
    return [*dict.fromkeys(found)]


def _clashes(changed: Mapping[str, str], table: Iterable[Key]) -> Iterator[str]:
    taken: dict[str, str] = {}
    for key in effective(table, changed):
        for name in dict.fromkeys(named(part) for part in parts(key.keys)):
            other = taken.setdefault(name, key.id)
            if other != key.id and not changed.keys().isdisjoint((other, key.id)):
                yield f"keys: {name} is for both {other} and {key.id}."


_TYPED = {key.id for page in IN_FIELDS for key in PAGES[page]} - {
    key.id for page, table in PAGES.items() if page not in IN_FIELDS for key in table
}
"""Keys that are only pressed where text is typed."""
