"""Everything one database holds, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.hearing.proposal import Proposal, TurnedDown
from store.interview import Company, Interview

_Record = TypeVar("_Record", bound=Struct)


class Preferences(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the user has settled for good while working, as opposed to the settings, which they write."""

    dismissed: tuple[str, ...] = ()
    """Ids of checks that no draft is to be held to."""


class Book(Struct, frozen=True):
    """All interviews by id, what is known of companies by name, and what was heard."""

    interviews: Mapping[str, Interview] = {}
    companies: Mapping[str, Company] = {}
    preferences: Preferences = Preferences()
    proposals: Mapping[str, Proposal] = {}
    """By their ids: those that nobody has turned down. Never exported."""
    turned_down: Mapping[str, TurnedDown] = {}
    """By the ids of the proposals: what is not to be proposed again."""

    def with_interviews(self, changed: Mapping[str, Interview | None]) -> Book:
        """The same with some interviews put in, replaced, or (None) taken out."""
        interviews = dict(self.interviews)
        for key, interview in changed.items():
            if interview is None:
                interviews.pop(key, None)
            else:
                interviews[key] = interview
        return replace(self, interviews=interviews)

    def with_company(self, company: Company) -> Book:
        """The same with what is now known of that company."""
        return self.with_companies({company.name: company})

    def with_companies(self, changed: Mapping[str, Company | None]) -> Book:
        """The same with what is known of some companies put in, replaced, or (None) taken out."""
        companies = {**self.companies, **changed}
        return replace(self, companies={name: one for name, one in companies.items() if one is not None})

    def with_proposals(self, changed: Mapping[str, Proposal | None]) -> Book:
        """The same with some proposals put in, or (None) taken out for good."""
        proposals = {**self.proposals, **changed}
        gone = {key: TurnedDown() for key, one in proposals.items() if one is None}
        kept = {key: one for key, one in proposals.items() if one is not None}
        return replace(self, proposals=kept, turned_down={**self.turned_down, **gone})


def changed_keys(before: Mapping[str, _Record], after: Mapping[str, _Record]) -> list[str]:
    """The keys of the records that came, went, or are not the very same; a change keeps all others."""
    gone = [key for key in before if key not in after]
    return gone + [key for key, one in after.items() if before.get(key) is not one]


def changed_facts(before: Book, after: Book) -> frozenset[str]:
    """The ids of the interviews that came, went, or differ in more than their drafts."""
    return frozenset(
        key
        for key in changed_keys(before.interviews, after.interviews)
        if _facts(before.interviews.get(key)) != _facts(after.interviews.get(key))
    )


def _facts(interview: Interview | None) -> Interview | None:
    return None if interview is None else replace(interview, drafts=())


Change: TypeAlias = Callable[[Book], Book]


def document(record: Struct) -> dict[str, Any]:
    """A record as the plain data that TinyDB keeps, such as it is read from the file."""
    plain = msgspec.json.decode(msgspec.json.encode(record))
    assert isinstance(plain, dict)
    return plain
