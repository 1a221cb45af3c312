"""Which words of a text are people by where they stand: in a row of names, behind `Attendees:`. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from store.people.beside_names import Kind
from store.people.first_names import is_first_name
from store.people.parts import Part
from store.people.written_name import has_own_comma

_ROW = 3
"""Names from which they are a row that says of itself what is in it."""
_NAMES = ("name", "maybe a name")
_BESIDE = ("title", "company", "dropped")


class Unmarked(NamedTuple):
    """The pieces without the marks of lines, and the lines that had them."""

    parts: list[Part]
    people: frozenset[int]
    """Lines that are said to have people in a row."""
    addressees: frozenset[int]
    """Lines that say whom a mail went to."""


def unmarked(parts: Sequence[Part]) -> Unmarked:
    """The pieces, with what stood before a mark standing before what is behind it."""
    kept: list[Part] = []
    marks: dict[str, set[int]] = {"people": set(), "addressees": set()}
    before: Part | None = None
    for part in parts:
        if part.kind in marks:
            marks[part.kind].add(part.line)
            before = before or part
            continue
        if before is not None and not part.separator and before.line == part.line:
            part = part._replace(separator=before.separator)
        kept.append(part)
        before = None
    return Unmarked(kept, frozenset(marks["people"]), frozenset(marks["addressees"]))


def turned(parts: Sequence[Part]) -> list[Part]:
    """`Okafor, Ada; Kühn, Thorsten`: where one has the surname first in a row, all of them have."""
    pairs = [at for at in range(len(parts) - 1) if _is_a_pair(parts, at)]
    if len(pairs) < 2 or not any(_surely_turned(parts[at].text, parts[at + 1].text) for at in pairs):
        return list(parts)
    behind = {at + 1 for at in pairs}
    return [
        part._replace(text=f"{parts[at + 1].text} {part.text}") if at in pairs else part
        for at, part in enumerate(parts)
        if at not in behind
    ]


def _surely_turned(surname: str, first: str) -> bool:
    return is_first_name(first) and not is_first_name(surname) and has_own_comma(surname, first)


def _is_a_pair(parts: Sequence[Part], at: int) -> bool:
    """Whether two words with a comma between them stand alone between semicolons or on their line."""
    one, two = parts[at : at + 2]
    if {one.kind, two.kind} != {"words"} or " " in one.text or " " in two.text or two.separator != ",":
        return False
    behind = parts[at + 2] if at + 2 < len(parts) else None
    closed = behind is None or behind.separator in (";", "\n") or behind.kind in ("bracket", "mail")
    return closed and (at == 0 or one.separator in (";", "\n"))


def listed(parts: Sequence[Part], lines: frozenset[int], kind: Callable[[str], Kind]) -> frozenset[int]:
    """The places of words that are a name for sure, because of what stands around them.

    `lines` are said to have people in a row; `kind` tells what a text is by itself. Only words that look like
    a whole name are: `Berlin` and `Okafor` alone are none.
    """
    found: set[int] = set()
    for line, row in groupby(enumerate(parts), lambda one: one[1].line):
        places = list(row)
        likely = [at for at, part in places if _may_be_a_name(part, kind)]
        if line in lines or _is_a_row([part for _, part in places], kind):
            found.update(likely)
        else:
            found.update(at for at in likely if _stands_as_one(parts, at, kind))
    return frozenset(found)


def _may_be_a_name(part: Part, kind: Callable[[str], Kind]) -> bool:
    return part.kind == "words" and " " in part.text and kind(part.text) in _NAMES


def _is_a_row(parts: Sequence[Part], kind: Callable[[str], Kind]) -> bool:
    """Whether a line has whole names only, most known as such, and what is said of each in brackets."""
    names = [part for part in parts if _may_be_a_name(part, kind)]
    others = [part for part in parts if part not in names]
    if len(names) < _ROW or not all(part.kind == "bracket" and _is_beside(part, kind) for part in others):
        return False
    return 2 * sum(kind(part.text) == "name" for part in names) > len(names)


def _stands_as_one(parts: Sequence[Part], at: int, kind: Callable[[str], Kind]) -> bool:
    """Whether whoever is before it has what it has behind it: `Ada Okafor (CTO), Kofi Owusu (CFO)`."""
    before, part = parts[at - 1] if at else None, parts[at]
    behind = parts[at + 1] if at + 1 < len(parts) else None
    if before is None or behind is None or {before.line, behind.line} != {part.line}:
        return False
    same = before.kind == behind.kind and before.separator == behind.separator
    return same and part.separator in (",", "|") and all(_is_beside(one, kind) for one in (before, behind))


def _is_beside(part: Part, kind: Callable[[str], Kind]) -> bool:
    return part.kind in ("bracket", "words") and kind(part.text.partition(",")[0].strip()) in _BESIDE
