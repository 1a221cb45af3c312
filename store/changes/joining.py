"""Which interviews belong to one application: what joins by itself, and what is to be asked first. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from store.interview import Interview
from store.rules.application import Applications, folded, key_of


class Joined(NamedTuple):
    """A new interview as a round of an application."""

    interview: Interview
    renamed: Mapping[str, str]
    """The opportunity that other rounds get with it, by their ids, where they would not belong to it else."""


def as_next_round(new: Interview, earlier: Interview, book: Iterable[Interview]) -> Joined:
    """`new` as a round of the application of `earlier`.

    Where the rules do not join the two by themselves, as where no role is known, all rounds get one name.
    """
    others = [*book]
    if key_of(new) == key_of(earlier):
        return Joined(new, {})
    name = new.opportunity or earlier.opportunity or fresh_opportunity(earlier, others)
    rounds = Applications([*(one for one in others if one.id != earlier.id), earlier]).rounds(earlier)
    renamed = {one.id: name for one in rounds if folded(one.opportunity) != folded(name)}
    return Joined(replace(new, opportunity=name), renamed)


def fresh_opportunity(interview: Interview, book: Iterable[Interview]) -> str:
    """A name for its application that no other one has: `Globex, Data engineer`."""
    name = ", ".join(part for part in (interview.company, interview.role) if part)
    taken = {folded(one.opportunity) for one in book}
    number, found = 1, name
    while folded(found) in taken:
        number += 1
        found = f"{name} {number}"
    return found
