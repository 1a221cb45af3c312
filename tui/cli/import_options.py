"""Which options of `ringback import` mean something to which kinds of files: the others are not passed over
unsaid."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from typing import NamedTuple

from store.intake.kinds import Kind
from store.languages import listed

_INVITATIONS: frozenset[Kind] = frozenset(("calendar", "mail", "mbox"))
_PEOPLE: frozenset[Kind] = frozenset(("card", "text"))
_TABLES: frozenset[Kind] = frozenset(("table",))
_OWN: frozenset[Kind] = frozenset(("bundle",))


class _Use(NamedTuple):
    """What options are for: the kinds of files, also in words."""

    names: tuple[str, ...]
    kinds: frozenset[Kind]
    words: str


_USES = (
    _Use(("zone", "opportunity", "alone"), _INVITATIONS | _TABLES, "invitations and tables"),
    _Use(("me",), _INVITATIONS | _PEOPLE, "invitations and people"),
    _Use(("company", "role", "date"), _INVITATIONS, "invitations"),
    _Use(("into",), _PEOPLE, "people, as on a visiting card or in a signature"),
    _Use(("replace",), _OWN | _TABLES | _PEOPLE, "tables, people and ringback's own .json"),
)


def idle_options(args: argparse.Namespace, kinds: Collection[Kind]) -> Iterator[str]:
    """A sentence for each set of options that were given and that mean nothing to any of these kinds."""
    for use in _USES:
        given = [f"--{name}" for name in use.names if getattr(args, name) not in (None, False)]
        if given and use.kinds.isdisjoint(kinds):
            were, they_are = ("was", "it is") if len(given) == 1 else ("were", "they are")
            yield f"{listed(given)} {were} passed over: {they_are} for {use.words}, and there are none here."
