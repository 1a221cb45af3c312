"""What the converter finds wrong with a record, as a place in the record and what was expected there."""

from __future__ import annotations

import re
from typing import get_args

from store.interview import CHANNELS, MODES, OUTCOMES, RESULTS, Purpose

WORDS: dict[str, tuple[str, ...]] = {
    "channel": CHANNELS,
    "mode": MODES,
    "outcome": OUTCOMES,
    "purpose": get_args(Purpose),
    "result": RESULTS,
    "state": ("open", "addressed", "dropped"),
}
"""The words each field takes, where it takes only some: no name stands for two sets of them."""
INSTANT = "expected an instant with its offset, such as 2026-11-18T13:00:00Z"


def said(complaint: str) -> tuple[str, str]:
    """The place within the record, blank where it is all of it, and what was expected.

    `complaint` is the message of a `msgspec.ValidationError`, such as
    "Expected `str`, got `int` - at `$.role`".
    """
    words, _, path = complaint.partition(" - at `")
    place = path.removesuffix("`").removeprefix("$").removeprefix(".")
    field = re.search(r"^Object (contains unknown|missing required) field `(.*)`$", words, re.DOTALL)
    if field:
        wanted = (
            "expected no such field" if field[1] == "contains unknown" else "expected this field to be there"
        )
        return _within(place, field[2]), wanted
    if words.startswith("Invalid enum value"):
        known = WORDS.get(re.split(r"[.\[]", place)[-1])
        if known:
            return place, f"expected one of {', '.join(known)}"
    if words.startswith("Invalid RFC3339") or "with a timezone component" in words:
        return place, INSTANT
    meant = re.search(r"xpected `(\w+)` (?:to|not to) ", words)
    return _within(place, meant[1] if meant else ""), words[:1].lower() + words[1:]


def _within(place: str, field: str) -> str:
    return ".".join(part for part in (place, field) if part)
