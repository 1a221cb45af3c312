"""Which interviews belong to one application: what joins by itself, and what is to be asked first. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from store.book import Book
from store.changes.moves import edit
from store.interview import Interview
from store.rules.application import Applications, counts_from, folded, key_of

Doubt: TypeAlias = Literal["two companies", "belongs to it", "belongs with it"]
"""Why it is asked: an opportunity would join two companies; company and role agree with a round that has an
opportunity while this one has none; or with one that has none while this one has."""


class Joined(NamedTuple):
    """An interview as a round of an application, or as none."""

    interview: Interview
    renamed: Mapping[str, str]
    """The opportunity that other rounds get with it, by their ids, where they would not belong to it else."""


Settle: TypeAlias = Callable[[Interview, Book], Joined]
"""Says to which application a new interview belongs, by what else is in the book."""


def by_itself(interview: Interview, book: Book) -> Joined:
    """As the rules join it, with nothing asked."""
    return Joined(interview, {})


class Joining(NamedTuple):
    """Whether an interview belongs to an application, and what each answer makes of it."""

    doubt: Doubt
    opportunity: str
    """The application that it may belong to."""
    other: Interview
    """The last round of those that it may belong with."""
    yes: Joined
    no: Joined


def asked(interview: Interview, book: Iterable[Interview], before: Interview | None = None) -> Joining | None:
    """What has to be asked before `interview` is put into the book; None where all is clear.

    `before`: what it was, where it is not new. What was settled then is not asked again.
    """
    others = [one for one in book if one.id != interview.id]
    if before is not None and _names(before) == _names(interview):
        return None
    if interview.opportunity is not None and folded(interview.opportunity):
        return _asked_of_named(interview, interview.opportunity, others, before)
    if before is not None and folded(before.opportunity):
        return None  # it has just been taken out of its application
    same = [one for one in _same_role(interview, others) if folded(one.opportunity)]
    if not same:
        return None
    other = _last(same)
    name = other.opportunity or ""
    yes = Joined(replace(interview, opportunity=name), {})
    return Joining("belongs to it", name, other, yes, Joined(interview, {}))


def _asked_of_named(
    interview: Interview, name: str, others: Sequence[Interview], before: Interview | None
) -> Joining | None:
    rounds = [one for one in others if folded(one.opportunity) == folded(name)]
    if any(folded(one.company) == folded(interview.company) for one in rounds):
        return None
    if rounds:
        if before is not None and folded(before.opportunity) == folded(name):
            return None  # the company has got another name
        alone = Joined(apart(interview, others), {})
        return Joining("two companies", name, _last(rounds), Joined(interview, {}), alone)
    unnamed = [one for one in _same_role(interview, others) if not folded(one.opportunity)]
    if not unnamed:
        return None
    yes = Joined(interview, {one.id: name for one in unnamed})
    return Joining("belongs with it", name, _last(unnamed), yes, Joined(interview, {}))


def with_joined(book: Book, joined: Joined, now: datetime) -> Book:
    """The book with the interview in it, and with the name that other rounds get. Raises Refused."""
    changed: dict[str, Interview | None] = {joined.interview.id: joined.interview}
    for key, name in joined.renamed.items():
        here = book.interviews[key]
        changed[key] = edit({"opportunity": (here.opportunity, name)}, now=now)(here)
    return book.with_interviews(changed)


def apart(interview: Interview, book: Iterable[Interview]) -> Interview:
    """The interview as one that belongs to no application there is."""
    others = [one for one in book if one.id != interview.id]
    bare: Interview = replace(interview, opportunity=None)
    if all(key_of(one) != key_of(bare) for one in others):
        return bare
    named: Interview = replace(interview, opportunity=fresh_opportunity(interview, others))
    return named


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


def _names(one: Interview) -> tuple[str, str, str]:
    return folded(one.company), folded(one.role), folded(one.opportunity)


def _same_role(interview: Interview, others: Iterable[Interview]) -> list[Interview]:
    company, role, _ = _names(interview)
    return [one for one in others if role and _names(one)[:2] == (company, role)]


def _last(rounds: Sequence[Interview]) -> Interview:
    return max(rounds, key=lambda one: (counts_from(one), one.starts_at, one.id))
