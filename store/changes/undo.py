"""What one step changed, and how it is taken back. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from store.book import Book
from store.changes.moves import Refused
from store.interview import Company, Interview


class Step(Struct, frozen=True, kw_only=True):
    """One thing the user did, and what it changed: ids with the record before and after (None: not there)."""

    words: str
    before: Mapping[str, Interview | None]
    after: Mapping[str, Interview | None]
    companies: Mapping[str, Company | None] = {}
    """What was known of the companies concerned before."""
    companies_after: Mapping[str, Company | None] = {}


def step_between(words: str, before: Book, after: Book) -> Step:
    """The step that led from one state to the other."""
    ids = {
        key
        for key in (*before.interviews, *after.interviews)
        if before.interviews.get(key) is not after.interviews.get(key)
        and before.interviews.get(key) != after.interviews.get(key)
    }
    names = {
        key
        for key in (*before.companies, *after.companies)
        if before.companies.get(key) != after.companies.get(key)
    }
    return Step(
        words=words,
        before={key: before.interviews.get(key) for key in ids},
        after={key: after.interviews.get(key) for key in ids},
        companies={name: before.companies.get(name) for name in names},
        companies_after={name: after.companies.get(name) for name in names},
    )


def taken_back(book: Book, step: Step, done: str) -> Book:
    """The book with a step taken back: all its fields but the drafts, which are never undone.

    `done` is what is refused where something has changed since, such as "undone". Raises Refused.
    """
    back: dict[str, Interview | None] = {}
    for key, after in step.after.items():
        here, before = book.interviews.get(key), step.before[key]
        if _bare(here) != _bare(after):
            name = (after or before or here).company  # type: ignore[union-attr]
            raise Refused(f"Not {done}: another window has since changed {name} ({step.words}).")
        keeps_drafts = before is not None and here is not None
        back[key] = replace(before, drafts=here.drafts) if keeps_drafts else before  # type: ignore[union-attr, type-var]
    for name, after_it in step.companies_after.items():
        if book.companies.get(name) != after_it:
            raise Refused(f"Not {done}: another window has since changed what is known of {name}.")
    return book.with_interviews(back).with_companies(step.companies)


def _bare(interview: Interview | None) -> Interview | None:
    return None if interview is None else replace(interview, drafts=())
