"""What one step changed, and how it is taken back. Pure.

Steps lie in the database, so they hold as little as will do: of a record that is still there only the fields
that changed, of a long list only the part, and of what came after a digest that tells whether it is still so.
"""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec.structs import fields as fields_of
from msgspec.structs import replace

from store.book import Book, changed_keys, document
from store.changes.moves import Refused, check_whole
from store.interview import Aware, Company, Interview, Record
from store.short_hash import short_hash

MOST, ROOM = 100, 2_000_000
"""How many steps are kept, and how many bytes all but the newest may take together."""


class ListPart(Record, frozen=True, kw_only=True):
    """What has changed of a list: `count` entries at `start` stand where `was` stood before."""

    start: int
    count: int
    was: list[Any]


class Was(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What an interview was before a step, as plain data; enough to bring it back from what it is after."""

    name: str
    """The company, to name it by."""
    whole: Interview | None = None
    """All of it, where the step has removed it."""
    fields: dict[str, Any] = {}
    lists: dict[str, ListPart] = {}
    added: bool = False
    seen: str = ""
    """Digest of what the step made of these fields; of the whole but its drafts where it was added."""
    texts: str = ""
    """Digest of the drafts after the step."""


class CompanyWas(Record, frozen=True, kw_only=True):
    """What was known of a company before and after a step; None: nothing."""

    before: Company | None
    after: Company | None


class Step(Record, frozen=True, kw_only=True):
    """One thing the user did: the words for it, when, and whose doing it was."""

    id: str
    number: int
    """Later steps have higher ones."""
    words: str
    at: Aware
    whose: str
    """The session that did it: a token made anew by each board and each command."""
    by: Literal["board", "command"]
    interviews: dict[str, Was] = {}
    companies: dict[str, CompanyWas] = {}


Steps: TypeAlias = Mapping[str, Step]
"""By their ids."""


class NeedsConfirmation(Refused):
    """Taking the step back would remove a text that was written since; the sentence says which."""


def step_between(step: Step, before: Book, after: Book) -> Step | None:
    """`step` with what led from one state to the other; None where that is nothing but drafts."""
    interviews = {
        key: was
        for key in changed_keys(before.interviews, after.interviews)
        if (was := _was(before.interviews.get(key), after.interviews.get(key))) is not None
    }
    companies = {
        name: CompanyWas(before=before.companies.get(name), after=after.companies.get(name))
        for name in changed_keys(before.companies, after.companies)
        if before.companies.get(name) != after.companies.get(name)
    }
    return replace(step, interviews=interviews, companies=companies) if interviews or companies else None


def _was(before: Interview | None, after: Interview | None) -> Was | None:
    if after is None:
        return None if before is None else Was(name=before.company, whole=before)
    texts = _digest(after.drafts)
    if before is None:
        return Was(name=after.company, added=True, seen=_digest(_bare(after)), texts=texts)
    changed = [name for name in _FIELDS if getattr(before, name) != getattr(after, name)]
    if not changed:
        return None
    plain: dict[str, Any] = {}
    lists: dict[str, ListPart] = {}
    for name in changed:
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(old, tuple):
            lists[name] = _part(old, new)
        else:
            plain[name] = msgspec.to_builtins(old)
    seen = _digest([getattr(after, name) for name in changed])
    return Was(name=after.company, fields=plain, lists=lists, seen=seen, texts=texts)


def _part(old: tuple[Any, ...], new: tuple[Any, ...]) -> ListPart:
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    was = msgspec.to_builtins(old[start : len(old) - end])
    return ListPart(start=start, count=len(new) - end - start, was=list(was))


def taken_back(book: Book, step: Step, done: str, *, sure: bool = False) -> Book:
    """The book with a step taken back: all its fields but the drafts, which are never undone.

    `done` is what is refused where something has changed since, such as "undone". Raises Refused, and
    NeedsConfirmation where a text would go that was written since, unless `sure`.
    """
    back: dict[str, Interview | None] = {}
    for key, was in step.interviews.items():
        here = book.interviews.get(key)
        if _changed_since(here, was):
            raise Refused(f"Not {done}: another window has since changed {was.name} ({step.words}).")
        if was.added and here is not None and _digest(here.drafts) != was.texts and not sure:
            texts = f"{len(here.drafts)} drafts" if len(here.drafts) > 1 else "a draft"
            raise NeedsConfirmation(
                f"Not {done} yet ({step.words}): that would remove {texts} written for {was.name} since."
            )
        try:
            back[key] = was.whole if here is None else None if was.added else _restored(here, was)
        except (msgspec.MsgspecError, KeyError, ValueError):
            raise Refused(f"Not {done}: what {was.name} was before ({step.words}) cannot be read.") from None
    for name, known in step.companies.items():
        if book.companies.get(name) != known.after:
            raise Refused(f"Not {done}: another window has since changed what is known of {name}.")
    companies = {name: known.before for name, known in step.companies.items()}
    return book.with_interviews(back).with_companies(companies)


def _changed_since(here: Interview | None, was: Was) -> bool:
    if here is None or was.whole is not None:
        return here is not None or was.whole is None
    if was.added:
        return _digest(_bare(here)) != was.seen
    changed = [name for name in _FIELDS if name in was.fields or name in was.lists]
    return _digest([getattr(here, name) for name in changed]) != was.seen


def _restored(here: Interview, was: Was) -> Interview:
    plain = {**document(here), **was.fields}
    for name, part in was.lists.items():
        now = plain[name]
        plain[name] = [*now[: part.start], *part.was, *now[part.start + part.count :]]
    restored = msgspec.convert(plain, Interview)
    # Somebody's event may be about a person whom the step had added.
    check_whole(restored)
    return restored


def with_step(steps: Steps, step: Step) -> Steps:
    """The steps with one more, and without the oldest where they would be too many or too large."""
    number = max((one.number for one in steps.values()), default=0) + 1
    newest = replace(step, number=number)
    kept, room = [newest], ROOM
    for one in sorted(steps.values(), key=lambda one: one.number, reverse=True)[: MOST - 1]:
        room -= len(msgspec.json.encode(one))
        if room < 0:
            break
        kept.append(one)
    return {one.id: one for one in reversed(kept)}


def without_step(steps: Steps, step: Step, done: str) -> Steps:
    """The steps without that one. Raises Refused where another window has taken it back just now."""
    if step.id not in steps:
        raise Refused(f"Not {done}: another window has just taken that back ({step.words}).")
    return {key: one for key, one in steps.items() if key != step.id}


_FIELDS = tuple(one.name for one in fields_of(Interview) if one.name != "drafts")


def _bare(interview: Interview) -> Interview:
    return replace(interview, drafts=())


def _digest(value: Any) -> str:
    return short_hash(msgspec.json.encode(value), 16)
