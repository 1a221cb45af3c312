"""Interviews that seem to be one, noted twice: by hand and from an invitation, or in two files. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from store.interview import Interview
from store.people.letters import fold_words

_LOOKED_AT = 20
"""Neighbours in time that are compared, on each side: a company may have any number of interviews."""


class Double(NamedTuple):
    """An interview that is new, and the one that was there already and seems to be the same."""

    new: Interview
    there: Interview


def the_same(interview: Interview, others: Iterable[Interview]) -> Interview | None:
    """What is there already and seems to be the same interview; None where nothing does.

    That is of the same company and role, as far as both say one, and at an overlapping time. A recorded one
    lasts for days, and is only compared with recorded ones.
    """
    found = doubles({one.id: one for one in others if one.id != interview.id}, {interview.id: interview})
    return next((one.there for one in found), None)


def doubles(before: Mapping[str, Interview], after: Mapping[str, Interview]) -> Iterator[Double]:
    """Each interview of `after` that is not in `before` by its id, with one that seems to be the same.

    Of two that are both new the later in `after` is the double. Accents and case do not count.
    """
    by_company: dict[str, list[Interview]] = {}
    for one in before.values():
        by_company.setdefault(fold_words(one.company), []).append(one)
    for there in by_company.values():
        there.sort(key=_order)
    for key, one in after.items():
        if key in before:
            continue
        there = by_company.setdefault(fold_words(one.company), [])
        place = bisect_left(there, _order(one), key=_order)
        near = there[max(0, place - _LOOKED_AT) : place + _LOOKED_AT]
        if same := next((other for other in near if _alike(one, other)), None):
            yield Double(one, same)
        there.insert(place, one)


def _order(one: Interview) -> tuple[float, str]:
    return one.starts_at.timestamp(), one.id


def _alike(one: Interview, other: Interview) -> bool:
    if (one.mode == "recorded") != (other.mode == "recorded"):
        return False
    roles = {fold_words(each.role) for each in (one, other)} - {""}
    together = one.starts_at < other.ends_at and other.starts_at < one.ends_at
    return len(roles) < 2 and (together or one.starts_at == other.starts_at)
