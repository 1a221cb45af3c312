"""The rounds of one application: which interviews belong together. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from store.interview import Interview

Key: TypeAlias = tuple[str, ...]


def folded(text: str | None) -> str:
    """As names are compared: case folded, white space at the ends dropped and inside one space."""
    return " ".join(text.casefold().split()) if text else ""


def key_of(interview: Interview) -> Key:
    """What the interviews of one application have in common: the opportunity, else company and role."""
    if opportunity := folded(interview.opportunity):
        return ("opportunity", opportunity)
    company, role = folded(interview.company), folded(interview.role)
    return ("role", company, role) if role else ("alone", interview.id)


def other_rounds(interview: Interview, interviews: Iterable[Interview]) -> list[Interview]:
    """The other interviews of its application, the last to begin first."""
    own = key_of(interview)
    found = (one for one in interviews if one.id != interview.id and key_of(one) == own)
    return sorted(found, key=lambda one: one.starts_at, reverse=True)


def counts_from(interview: Interview) -> datetime:
    """The instant by which rounds are ordered: the end, of something recorded the start."""
    return interview.starts_at if interview.mode == "recorded" else interview.ends_at


def _order(interview: Interview) -> tuple[datetime, datetime, str]:
    return counts_from(interview), interview.starts_at, interview.id


class Applications:
    """All interviews by the applications they belong to."""

    def __init__(self, interviews: Iterable[Interview]) -> None:
        self._keys: dict[str, Key] = {}
        self._together: dict[Key, tuple[Interview, ...]] = {}
        together: dict[Key, list[Interview]] = {}
        for interview in interviews:
            key = self._keys[interview.id] = key_of(interview)
            together.setdefault(key, []).append(interview)
        for key, rounds in together.items():
            self._together[key] = tuple(sorted(rounds, key=_order)) if len(rounds) > 1 else tuple(rounds)

    def rounds(self, interview: Interview) -> Sequence[Interview]:
        """The rounds of its application in their order, itself among them."""
        key = self._keys.get(interview.id)
        return (interview,) if key is None else self._together[key]

    def together(self, ids: Iterable[str]) -> frozenset[str]:
        """These interviews and the other rounds of theirs: what one says moves the others."""
        keys = {key for one in ids if (key := self._keys.get(one)) is not None}
        return frozenset(one.id for key in keys for one in self._together[key])

    def following(self, changed: Mapping[str, Interview | None]) -> Applications:
        """The same with some interviews put in, replaced, or (None) taken out."""
        if not changed:
            return self
        new = Applications(())
        new._keys, new._together = dict(self._keys), dict(self._together)
        for interview_id, interview in changed.items():
            new._take_out(interview_id)
            if interview is not None:
                key = new._keys[interview_id] = key_of(interview)
                rounds = (*new._together.get(key, ()), interview)
                new._together[key] = tuple(sorted(rounds, key=_order))
        return new

    def _take_out(self, interview_id: str) -> None:
        key = self._keys.pop(interview_id, None)
        if key is not None:
            left = tuple(one for one in self._together.pop(key) if one.id != interview_id)
            if left:
                self._together[key] = left
