"""What is left over of a text about people, with a sentence that asks what it is. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class LeftOver(NamedTuple):
    """A part of a text that is not understood, or cannot be kept as it is."""

    part: str
    why: str
    """A sentence that names the part and what to write instead."""
    unreadable: bool = False
    """It is nothing at all: an address that is none, say. Everything else only needs an answer."""


def unknown(part: str) -> LeftOver:
    """What is left over where nothing tells what it is."""
    shown = part.strip(" ,;")[:80]
    return LeftOver(
        shown,
        f"What is “{shown}”? Write it as (title: …), (called …) or (note: …), or take it out.",
    )


def name_or_title(part: str) -> LeftOver:
    """What is left over where it looks like a name and stands where a title does."""
    return LeftOver(
        part[:80],
        f"Is “{part[:80]}” a title or a name? Write it as (title: …), after a ; if it is somebody else, or "
        "before the surname.",
    )


def not_theirs(address: str) -> LeftOver:
    """What is left over where an address on its own stands behind a name that it does not fit."""
    return LeftOver(address, f"Whose address is “{address}”? Write it as <{address}> behind the name.")


def too_many(several: Sequence[str], what: str) -> LeftOver:
    """What is left over where there is one too many of `what`: addresses, numbers."""
    shown = " and ".join(f"“{one}”" for one in several[:3])
    count = "two" if len(several) == 2 else str(len(several))
    other = "the other" if len(several) == 2 else "the others"
    why = f"{shown} are {count} {what}: leave one; {other} can go into a (note: …)."
    return LeftOver(" and ".join(several), why)


def no_person(name: str) -> LeftOver:
    """What is left over where a name is no person's, and nothing else tells who it is."""
    return LeftOver(
        name,
        f"“{name}” is no person's name: write who it is, or add an address or a number to keep it as a "
        "contact.",
    )


def two_or_turned(name: str) -> LeftOver:
    """What is left over of `Okafor, Kim`."""
    first, _, second = (part.strip() for part in name.partition(","))
    return LeftOver(
        name,
        f"“{name}” may be two people, or one with the surname first: write “{first}; {second}” for two, or "
        f"“{second} {first}” for one.",
    )


def more_than_one(name: str) -> LeftOver:
    """What is left over of `Ada & Ben Kim`."""
    return LeftOver(name, f"“{name}” may be more than one person: put a ; between them.")


def perhaps_the_user(name: str) -> LeftOver:
    """What is left over where a mail went to somebody, who may well be who pastes it."""
    return LeftOver(
        name,
        f"Is “{name}” you? Then take it out, and set me.email, so that you are known; if not, take out "
        "the “To:” before it.",
    )
